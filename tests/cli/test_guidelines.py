"""The rules as data: listed, shown, compared, and an operator's own beside the packaged ones."""

from importlib import resources
from pathlib import Path

import pytest

from tests.cli import small
from tests.cli.calling import call, done, refused
from tests.cli.reading_back import rows

PACKAGED = resources.files("samsyn.guidelines") / "data" / "vgr"
IDS = ["vgr-rehabgaranti-2015", "vgr-mmr-2018", "vgr-mmr-2019"]
EVERY = ["skane-mms", *IDS]


def text_of(guideline_id: str) -> str:
    return (PACKAGED / f"{guideline_id}.toml").read_text(encoding="utf-8")


def own(folder: Path, text: str, name: str = "own.toml") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_list_names_every_guideline_with_its_days_and_amounts(lang: str) -> None:
    told = done("guidelines", "list", "--lang", lang).out
    assert all(one in told for one in EVERY)
    for word in ("2019-01-01", "2019-12-31", "HS 2019-00252-1", "55"):
        assert word in told
    data = done("guidelines", "list", "--json").data
    assert [one["id"] for one in data] == EVERY


@pytest.mark.parametrize(("lang", "title"), [("sv", "Villkoren"), ("en", "The conditions")])
def test_show_gives_every_condition_with_clause_and_quote(lang: str, title: str) -> None:
    told = " ".join(done("guidelines", "show", "vgr-mmr-2019", "--lang", lang).out.split())
    data = done("guidelines", "show", "vgr-mmr-2019", "--json").data
    assert len(data["conditions"]) == 22
    assert all(f"({name})" in told for name in (*data["conditions"], *data["team_conditions"]))
    assert title in told
    assert data["conditions"]["age"]["params"]
    assert all(one["citation"]["clause"] for one in data["conditions"].values())
    assert (data["amounts"]["MMR1"]["money"], data["amounts"]["MMR2"]["stated_product_code"]) == (35_000, "90158")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("sv", ("Villkor för remisser", "Väntetider", "1 kalendermånad(er)", "mottagen remiss", "specialistvård")),
        ("en", ("Conditions on referrals", "Waiting times", "1 calendar month(s)", "referral received", "Wind-down")),
    ],
)
def test_show_gives_what_a_referral_must_hold_how_long_it_may_wait_and_when_it_ends(
    lang: str, words: tuple[str, ...]
) -> None:
    told = " ".join(done("guidelines", "show", "skane-mms", "--lang", lang).out.split())
    data = done("guidelines", "show", "skane-mms", "--json").data
    assert all(word in told for word in words)
    assert all(f"({name})" in told for name in data["referral_conditions"])
    assert data["clocks"]["first-visit"]["limit"] == {"months": 1, "days": 0}
    assert data["referral_conditions"]["linton-above"]["params"]["including"] is False
    assert data["criteria"]["specialist-trouble"]["level"] == "specialist"
    assert data["wind_down"]["last_day"] == "2018-12-31"


def test_two_regions_can_be_compared() -> None:
    told = {
        row["place"]: (row["a"], row["b"])
        for row in done("guidelines", "diff", "vgr-mmr-2018", "skane-mms", "--json").data
    }
    assert told["conditions.age.params.oldest"] == ("67", "70")
    assert told["clocks.first-visit.limit.months"] == ("0", "1")
    assert told["wind_down.last_day"] == ("", "2018-12-31")


def test_diff_tells_what_differs_and_nothing_else() -> None:
    told = {row["place"]: (row["a"], row["b"]) for row in done("guidelines", "diff", *IDS[1:], "--json").data}
    assert told["decision.id"] == ("vgr-mmr-2018", "vgr-mmr-2019")
    assert any(place.startswith("amounts.MMR2") and "90158" in pair for place, pair in told.items())
    assert any(place.startswith("nrs.decided_by") and pair == ("level", "care_level") for place, pair in told.items())
    assert all(a != b for a, b in told.values())
    assert done("guidelines", "diff", IDS[1], IDS[1], "--json").data == []
    page = done("guidelines", "diff", *IDS[1:]).out
    assert "90158" in page


@pytest.mark.parametrize("call_", [("show", "nothing"), ("diff", "vgr-mmr-2019", "nothing")])
def test_an_unknown_guideline_is_a_wrong_call_that_names_the_known(call_: tuple[str, ...]) -> None:
    refused(call("guidelines", *call_), 2, "nothing", *EVERY)


def test_an_own_file_with_the_same_id_replaces_the_packaged(extract: Path, tmp_path: Path) -> None:
    folder = own(tmp_path / "own", changed(text_of("vgr-mmr-2019"), "kronor = 55000", "kronor = 60000"))
    told = done("reconcile", extract, "--out", tmp_path / "out", "--guidelines", folder, "--json").data
    assert [one["id"] for one in told["guidelines"]] == IDS
    assert told["totals"]["amount"] == 95_000
    paid = {row["level"]: row["amount"] for row in rows(tmp_path / "out", "payments")}
    assert paid == {"MMR1": "35000", "MMR2": "60000"}
    packaged = done("guidelines", "list", "--json").data[1:]
    assert told["guidelines"][2]["sha256"] != packaged[2]["sha256"]
    assert told["guidelines"][1]["sha256"] == packaged[1]["sha256"]


def test_an_own_guideline_for_the_next_year_answers_for_it(tmp_path: Path) -> None:
    text = changed(text_of("vgr-mmr-2018"), 'id = "vgr-mmr-2018"', 'id = "own-2020"')
    text = text.replace("2018-01-01", "2020-01-01").replace("2018-12-31", "2020-12-31")
    text = changed(text, "replaces = ", "# replaces = ")
    contacts = small.CONTACTS + "E2;E;U1;2020-02-01;M54.5;UV114;nurse;60;;\n"
    folder = small.write(tmp_path / "extract", contacts=contacts)
    done("adjudicate", folder, "--out", tmp_path / "a", "--quiet")
    done("adjudicate", folder, "--out", tmp_path / "b", "--guidelines", own(tmp_path / "own", text), "--quiet")
    of = {row["series_id"]: row["guideline"] for row in rows(tmp_path / "b", "series")}
    assert of[small.OPEN] == "own-2020"
    assert of[small.APPROVED] == "vgr-mmr-2019"
    assert {row["guideline"] for row in rows(tmp_path / "a", "series")} == {"", *IDS} - {"vgr-mmr-2018"}


def test_an_overlapping_guideline_is_refused_with_a_sentence(extract: Path, tmp_path: Path) -> None:
    text = changed(text_of("vgr-mmr-2019"), 'id = "vgr-mmr-2019"', 'id = "own-2019"')
    folder = own(tmp_path / "own", text)
    refused(
        call("adjudicate", extract, "--out", tmp_path / "out", "--guidelines", folder), 2, "own-2019", "vgr-mmr-2019"
    )
    refused(call("guidelines", "list", "--guidelines", folder), 2, "own-2019", "vgr-mmr-2019")
    assert not (tmp_path / "out").exists()


BROKEN = {
    "not TOML": ("[decision\nid = ", ["own.toml"]),
    "empty": ("", ["own.toml"]),
    "a misspelt key": ('force = "must"\nforcee = "must"', ["own.toml", "forcee"]),
    "an unknown check": ('check = "horoscope"', ["own.toml", "horoscope"]),
    "no quote": ("# quote", ["own.toml"]),
    "a bad date": ("first_day = 2019-02-30", ["own.toml"]),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_guideline_is_refused_with_its_file_and_place(extract: Path, kind: str, tmp_path: Path) -> None:
    text, words = BROKEN[kind]
    whole = {
        "a misspelt key": ('force = "must"', text), "an unknown check": ('check = "attested"', text),
        "no quote": ("quote", text), "a bad date": ("first_day = 2019-01-01", text),
    }  # fmt: skip
    if kind in whole:
        text = changed(text_of("vgr-mmr-2019"), whole[kind][0], whole[kind][1])
    folder = own(tmp_path / "own", text)
    for arguments in (["adjudicate", extract, "--out", tmp_path / "out"], ["guidelines", "list"], ["check", extract]):
        refused(call(*arguments, "--guidelines", folder), 2, *words)
    assert not (tmp_path / "out").exists()


def test_a_guideline_that_is_not_text_is_refused(tmp_path: Path) -> None:
    folder = own(tmp_path / "own", "")
    (folder / "own.toml").write_bytes(b"\xff\xfe\x00")
    refused(call("guidelines", "list", "--guidelines", folder), 2, "own.toml")
