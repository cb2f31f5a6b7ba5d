"""Draft guidelines tried beside those in force: series, money, teams below volume, and what changes."""

from importlib import resources
from pathlib import Path

import polars as pl
import pytest

from tests.cli.calling import call, done, files, program, refused
from tests.cli.reading_back import rows

TABLES = {
    "scenarios": "scenario approved denied review teams_below_volume amount",
    "units": "unit level scenario approved amount",
    "changes": "scenario series_id unit was becomes conditions",
}


def draft(folder: Path, name: str, *changes: tuple[str, str]) -> Path:
    """The guideline of 2019 under another id, with some values changed."""
    text = (resources.files("samsyn.guidelines") / "data" / "vgr" / "vgr-mmr-2019.toml").read_text(encoding="utf-8")
    for old, new in (('id = "vgr-mmr-2019"', f'id = "{name}"'), *changes):
        assert old in text
        text = text.replace(old, new, 1)
    file = folder / f"{name}.toml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    folder = tmp_path_factory.mktemp("drafts")
    return [
        "--with", draft(folder, "volume-400", ("patients = 20", "patients = 400")),
        "--with", draft(folder, "price-30", ("kronor = 35000", "kronor = 30000")),
        "--with", draft(folder, "hours-must", ('check = "hours"\nforce = "should"', 'check = "hours"\nforce = "must"')),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def tried(region: Path, drafts: list[object], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tried") / "out"
    done("simulate", region, *drafts, "--out", folder, "--quiet")
    return folder


def test_the_folder_holds_the_tables_and_the_chart(tried: Path) -> None:
    assert {path.name for path in tried.iterdir()} == {*(f"{name}.csv" for name in TABLES), "chart.svg"}
    for name, columns in TABLES.items():
        assert rows(tried, name)
        assert sorted(rows(tried, name)[0]) == sorted(columns.split())
        assert b"\r" not in (tried / f"{name}.csv").read_bytes()


def test_each_draft_changes_what_it_changes(tried: Path) -> None:
    told = {row["scenario"]: {k: int(v) for k, v in row.items() if k != "scenario"} for row in rows(tried, "scenarios")}
    assert list(told) == ["in-force", "volume-400", "price-30", "hours-must"]
    now, volume, price, hours = told.values()
    decisions = ("approved", "denied", "review")
    assert volume["teams_below_volume"] == 8 > now["teams_below_volume"]
    assert {**volume, "teams_below_volume": 0} == {**now, "teams_below_volume": 0}
    assert [price[kind] for kind in decisions] == [now[kind] for kind in decisions]
    lower = sum(int(r["approved"]) for r in rows(tried, "units") if (r["scenario"], r["level"]) == ("in-force", "MMR1"))
    assert now["amount"] - price["amount"] == 5_000 * lower > 0
    assert hours["approved"] < now["approved"]
    assert hours["denied"] - now["denied"] == now["approved"] - hours["approved"]


def test_what_changes_is_named_with_its_conditions(tried: Path) -> None:
    """A force alone changes no outcome, so no condition differs; the decision does."""
    changes = rows(tried, "changes")
    assert {(row["scenario"], row["was"], row["becomes"]) for row in changes} == {("hours-must", "approved", "denied")}
    ids = [row["series_id"] for row in changes]
    assert ids == sorted(set(ids))


def test_units_add_up_to_the_scenarios(tried: Path) -> None:
    for scenario in rows(tried, "scenarios"):
        own = [row for row in rows(tried, "units") if row["scenario"] == scenario["scenario"]]
        assert sum(int(row["amount"]) for row in own) == int(scenario["amount"])
        assert sum(int(row["approved"]) for row in own) == int(scenario["approved"])


def test_the_guidelines_in_force_decide_as_the_batch_does(region: Path, tried: Path, tmp_path: Path) -> None:
    done("adjudicate", region, "--out", tmp_path / "out", "--quiet")
    batch = [row for row in rows(tmp_path / "out", "series") if row["end"].startswith("2019")]
    (now,) = [row for row in rows(tried, "scenarios") if row["scenario"] == "in-force"]
    assert int(now["approved"]) == sum(row["decision"] == "approved" for row in batch)
    assert int(now["amount"]) == sum(int(row["amount"] or 0) for row in batch)


def test_two_runs_give_the_same_bytes_chart_included(
    region: Path, drafts: list[object], tried: Path, tmp_path: Path
) -> None:
    assert program("simulate", region, *drafts, "--out", tmp_path / "out", "--quiet").status == 0
    assert files(tmp_path / "out") == files(tried)
    chart = (tried / "chart.svg").read_text(encoding="utf-8")
    assert "volume-400" in chart
    assert str(tried) not in chart


def test_parquet_and_png_are_written_where_they_are_asked_for(
    region: Path, drafts: list[object], tried: Path, tmp_path: Path
) -> None:
    done(
        "simulate", region, *drafts, "--out", tmp_path / "out", "--format", "parquet", "--chart", "png", "--quiet",
        "--lang", "en",
    )  # fmt: skip
    assert (tmp_path / "out" / "chart.png").read_bytes().startswith(b"\x89PNG")
    for name in TABLES:
        held = pl.read_parquet(tmp_path / "out" / f"{name}.parquet")
        texts = [["" if cell is None else str(cell) for cell in row] for row in held.iter_rows()]
        assert texts == [list(row.values()) for row in rows(tried, name)]


def test_json_is_the_table_of_scenarios_and_nothing_is_written(
    region: Path, drafts: list[object], tried: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    called = done("simulate", region, *drafts, "--json")
    assert [{k: str(v) for k, v in one.items()} for one in called.data] == rows(tried, "scenarios")
    assert called.err == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("lang", "word"), [("sv", "Beslut som ändras"), ("en", "Decisions that change")])
def test_the_page_tells_sums_changes_and_units(region: Path, drafts: list[object], lang: str, word: str) -> None:
    told = done("simulate", region, *drafts, "--lang", lang).out
    assert word in told
    assert all(name in told for name in ("volume-400", "price-30", "hours-must"))


def test_a_draft_that_cannot_be_tried_is_a_wrong_call(region: Path, tmp_path: Path) -> None:
    refused(call("simulate", region, "--with", tmp_path / "nowhere.toml"), 2, "nowhere.toml")
    (tmp_path / "broken.toml").write_text("[")
    refused(call("simulate", region, "--with", tmp_path / "broken.toml"), 2, "broken.toml")
    (tmp_path / "more").mkdir()
    same = [draft(tmp_path, "same"), draft(tmp_path / "more", "same")]
    refused(call("simulate", region, "--with", same[0], "--with", same[1]), 2, "id")
    refused(call("simulate", region), 2, "--with")
