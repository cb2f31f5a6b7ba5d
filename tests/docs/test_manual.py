"""The manual's pictures: each one shown is there and has words, and each one taken by the tests is shown."""

import re

from tests.docs.pages import DOCS, ROOT

_MANUAL = (DOCS / "manual" / "README.md").read_text(encoding="utf-8")
_SHOWN = re.findall(r"!\[([^\]]*)\]\(images/([\w-]+)\.png\)", _MANUAL)
_WALKED = ("test_story.py", "test_deeds.py", "test_story_case.py", "test_story_ways.py")
_TESTS = [ROOT / "tests" / "web" / "browser" / name for name in _WALKED]
_DEEDS = "".join(file.read_text(encoding="utf-8") for file in _TESTS)
_TAKEN = re.findall(r"(?:\bpicture\(\s*[\w.]+,\s*|\.shot\(\s*)\"([\w-]+)\"", _DEEDS)


def test_every_picture_shown_is_taken_and_every_one_taken_is_shown() -> None:
    assert sorted(name for _words, name in _SHOWN) == sorted(_TAKEN)


def test_the_files_are_those_shown_and_not_too_large() -> None:
    files = {file.stem: file.stat().st_size for file in (DOCS / "manual" / "images").iterdir()}
    assert set(files) == {name for _words, name in _SHOWN}
    assert max(files.values()) < 250_000


def test_every_picture_is_told_in_words() -> None:
    assert [name for words, name in _SHOWN if len(words) < 20] == []
