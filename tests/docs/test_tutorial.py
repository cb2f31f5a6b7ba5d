"""The tutorial runs as it is written, and shows what really comes out."""

from tests.docs import tutorial


def test_the_tutorial_runs_and_shows_what_comes_out() -> None:
    steps = tutorial.run(tutorial.PAGE.read_text(encoding="utf-8"))
    assert len(steps) > 4
    for commands, shown, said in steps:
        if shown is not None:
            same = tutorial.without_seconds(shown) == tutorial.without_seconds(said)
            assert same, f"The tutorial shows another output of “{commands.strip()}”. Run “make docs” and look at it."
