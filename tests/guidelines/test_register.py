"""Guidelines in force together: no day with two answers, no silent gap, drafts in their place."""

import re
from datetime import date
from pathlib import Path

import pytest

from samsyn.guidelines import (
    BadSet,
    Guideline,
    GuidelineRegister,
    Role,
    load_guideline,
    load_register,
    packaged_guidelines,
    parse_guideline,
)
from samsyn.guidelines.checks import Volume
from samsyn.guidelines.errors import (
    ConflictingCodes,
    ConflictingLevels,
    DuplicateId,
    Overlap,
    UndeclaredGap,
    UnknownGuideline,
)

SOUND = (Path(__file__).parent / "sound.toml").read_text(encoding="utf-8").partition("[wind_down]")[0]
"""The programme goes on: its guidelines follow each other."""


def guideline(**changes: str) -> Guideline:
    """The sound guideline with some of its lines changed."""
    text = SOUND
    for key, value in changes.items():
        text = re.sub(rf"^{key} = .*$", f"{key} = {value}", text, count=1, flags=re.MULTILINE)
    return parse_guideline(text.encode(), "test.toml")


NEXT = {"id": '"test-2022"', "first_day": "2022-01-01", "last_day": "2022-12-31"}


def test_years_follow_each_other() -> None:
    register = GuidelineRegister.of([guideline(**NEXT), guideline()])
    assert [g.id for g in register.guidelines] == ["test-2021", "test-2022"]
    last, first = register.in_force("MMR1", date(2021, 12, 31)), register.in_force("MMR1", date(2022, 1, 1))
    assert last is not None
    assert first is not None
    assert (last.id, first.id) == ("test-2021", "test-2022")


@pytest.mark.parametrize(
    ("title", "changes", "kind", "sentence"),
    [
        ("one day in common", NEXT | {"first_day": "2021-12-31"}, Overlap, "cover the same days"),
        ("one day in between", NEXT | {"first_day": "2022-01-02"}, UndeclaredGap, "No guideline covers 2022-01-01"),
        ("the same id", NEXT | {"id": '"test-2021"'}, DuplicateId, "Two guidelines are called"),
        ("a code with two meanings", NEXT | {"role": '"assessment"'}, ConflictingCodes, "A code has one meaning"),
    ],
)
def test_sets_that_cannot_be(title: str, changes: dict[str, str], kind: type[BadSet], sentence: str) -> None:
    text = SOUND
    for key, value in changes.items():
        text = re.sub(rf"^{key} = .*$", f"{key} = {value}", text, count=1, flags=re.MULTILINE)
    if kind is ConflictingCodes:  # the level keeps an ongoing code, so that the file itself is whole
        text += '\n[[code]]\ncode = "UV115"\nrole = "ongoing"\nlevel = "MMR1"\nsv = "P"\nen = "O"\n'
        text += 'section = "K"\nquote = "Q"\n'
    with pytest.raises(BadSet, match=re.escape(sentence)) as caught:
        GuidelineRegister.of([guideline(), parse_guideline(text.encode(), "test.toml")])
    assert type(caught.value) is kind


def test_a_level_belongs_to_one_programme() -> None:
    other = guideline(**NEXT, programme='"other"')
    with pytest.raises(ConflictingLevels, match=re.escape("MMR1 is a level of other in test-2022 and of test")):
        GuidelineRegister.of([guideline(), other])


def test_a_declared_gap_is_no_fault() -> None:
    later = parse_guideline(
        SOUND.replace('id = "test-2021"', 'id = "test-2023"\ngap_before = "No programme in 2022."')
        .replace("2021-01-01", "2023-01-01")
        .replace("2021-12-31", "2023-12-31")
        .encode(),
        "test.toml",
    )
    register = GuidelineRegister.of([guideline(), later])
    assert register.in_force("MMR1", date(2022, 6, 1)) is None


def test_an_unknown_guideline_names_those_there_are() -> None:
    with pytest.raises(
        UnknownGuideline, match="There are: skane-mms, vgr-rehabgaranti-2015, vgr-mmr-2018, vgr-mmr-2019"
    ):
        load_register().get("vgr-mmr-2017")


def test_a_draft_takes_its_days_and_no_others() -> None:
    draft = parse_guideline(
        _packaged_text("vgr-mmr-2019")
        .replace('id = "vgr-mmr-2019"', 'id = "draft"')
        .replace("first_day = 2019-01-01", "first_day = 2019-07-01", 1)
        .encode(),
        "draft.toml",
    )
    register = load_register().with_draft(draft)
    answers = [register.in_force("MMR1", date(2019, month, 1)) for month in range(1, 13)]
    assert [g.id for g in answers if g] == ["vgr-mmr-2019"] * 6 + ["draft"] * 6
    assert register.in_force("MMR1", date(2018, 12, 31)) is load_register().in_force("MMR1", date(2018, 12, 31))


def test_an_own_file_with_the_same_id_replaces_the_packaged_one(tmp_path: Path) -> None:
    own = _packaged_text("vgr-mmr-2019").replace("kronor = 35000", "kronor = 36000")
    (tmp_path / "own.toml").write_text(own, encoding="utf-8")
    amount = load_register(tmp_path).get("vgr-mmr-2019").amount("MMR1")
    assert amount.money is not None
    assert amount.money.whole_kronor() == 36_000
    assert len(load_register(tmp_path).guidelines) == len(packaged_guidelines())


def _packaged_text(name: str) -> str:
    from importlib import resources

    return (resources.files("samsyn.guidelines") / "data" / "vgr" / f"{name}.toml").read_text(encoding="utf-8")


def test_a_region_s_own_programmes() -> None:
    every = load_register()
    assert {g.programme for g in every.concerning(["MMR1"]).guidelines} == {"vgr-mmr"}
    assert [g.id for g in every.concerning(["MMS"]).guidelines] == ["skane-mms"]
    assert every.concerning(["MMR2", "MMS"]) == every
    assert every.concerning([]) is every
    assert every.concerning(["unknown"]) is every


def test_one_programme_s_codes_mean_nothing_in_another() -> None:
    every = load_register()
    for level in every.levels:
        own = every.concerning([level])
        for role in Role:
            assert every.codes(role, level) == own.codes(role, level)


def test_the_stockholm_fragment_takes_skane_s_place_in_its_year() -> None:
    draft = load_guideline(Path(__file__).parents[2] / "docs" / "examples" / "stockholm-fragment.toml")
    register = load_register().with_draft(draft)
    answers = [register.in_force("MMS", date(year, 6, 1)) for year in (2016, 2017, 2018)]
    assert [g.id for g in answers if g] == ["skane-mms", "stockholm-fragment", "skane-mms+later"]
    assert draft.condition("volume").check == Volume(400)
    assert draft.draft
