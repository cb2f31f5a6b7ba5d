"""What is shown: help with examples, summaries in two languages, JSON alone, or nothing."""

import json
import re
from pathlib import Path

import pytest

from samsyn import __version__
from tests.cli.calling import call, done, program

COMMANDS = ("demo", "generate", "check", "adjudicate", "reconcile", "explain", "simulate")
SUB = ("list", "show", "diff")
WRITERS = ("adjudicate", "reconcile")
SWEDISH = ("Godkänd", "Nekad", "Behandlingsserier", "Avvisade rader", "Resultatet ligger")
ENGLISH = ("Approved", "Denied", "Series of treatment", "Rejected rows", "The results are in")


@pytest.mark.parametrize(
    "command",
    [
        *((one,) for one in COMMANDS),
        ("guidelines", "list"),
        ("guidelines", "show"),
        ("guidelines", "diff"),
    ],
)
def test_the_help_of_every_command_has_an_example(command: tuple[str, ...]) -> None:
    told = done(*command, "--help").out
    assert re.search(rf"(Example|Exempel):\s+(│\s*)?samsyn {' '.join(command)} ?", " ".join(told.split()))


def test_the_help_names_every_command() -> None:
    told = done("--help").out
    assert all(f" {command} " in told for command in (*COMMANDS, "guidelines"))
    assert all(f" {command} " in done("guidelines", "--help").out for command in SUB)


@pytest.mark.parametrize("command", ["check", *WRITERS])
def test_the_help_names_every_common_option(command: str) -> None:
    told = done(command, "--help").out
    common = ["--as-of", "--guidelines", "--encoding", "--strict", "--lang", "--quiet", "--json"]
    if command in WRITERS:
        common += ["--out", "--format", "--engine", "--overwrite"]
    assert [option for option in common if option not in told] == []


def test_the_installed_program_tells_its_version() -> None:
    assert program("--version").out == f"samsyn {__version__}\n"


def arguments(command: str, region: Path, out: Path) -> list[object]:
    return [command, region] if command == "check" else [command, region, "--out", out]


@pytest.mark.parametrize("command", ["check", *WRITERS])
def test_quiet_prints_nothing(region: Path, command: str, tmp_path: Path) -> None:
    called = done(*arguments(command, region, tmp_path / "out"), "--quiet")
    assert (called.out, called.err) == ("", "")


@pytest.mark.parametrize("command", ["check", *WRITERS])
def test_json_stands_alone_on_standard_output(region: Path, command: str, tmp_path: Path) -> None:
    called = done(*arguments(command, region, tmp_path / "out"), "--json")
    assert called.data["lines"]["contacts"]["rejected"] == 4
    assert called.out == json.dumps(called.data, ensure_ascii=False, indent=2) + "\n"
    assert called.err == ""


@pytest.mark.parametrize("command", WRITERS)
@pytest.mark.parametrize("lang", ["sv", "en", None])
def test_the_summary_is_in_the_language_asked_for(region: Path, command: str, lang: str | None, tmp_path: Path) -> None:
    told = done(*arguments(command, region, tmp_path / "out"), *(["--lang", lang] if lang else [])).out
    ours, others = (ENGLISH, SWEDISH) if lang == "en" else (SWEDISH, ENGLISH)
    assert [word for word in ours if word not in told] == []
    assert [word for word in others if word in told] == []
    assert ("Avstämning" in told or "Reconciliation" in told) == (command == "reconcile")


def test_check_counts_and_names_the_rejected_rows_and_writes_nothing(
    region: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = done("check", region, "--lang", "en").out
    for word in ("3 400", "ROW_CONFLICT", "DATE_BAD", "CODE_FORM", "contacts.csv", "Rejected"):
        assert word in told.replace("\u00a0", " ")
    data = done("check", region, "--json").data
    assert [row["reason"] for row in data["rejected"]].count("ROW_CONFLICT") == 2
    assert {one["name"] for one in data["inputs"]} >= {"contacts.csv", "invoices.csv"}
    assert list(tmp_path.iterdir()) == []


def test_progress_is_not_shown_off_a_terminal(region: Path, tmp_path: Path) -> None:
    assert done(*arguments("adjudicate", region, tmp_path / "out")).err == ""


def test_an_amount_that_no_source_states_is_not_shown_as_nothing(extract: Path, tmp_path: Path) -> None:
    told = done("reconcile", extract, "--out", tmp_path / "out", "--lang", "en").out
    (line,) = [line for line in told.splitlines() if line.split()[:3] == ["2016", "MMR1", "MMR1"]]
    assert "kr" not in line


def test_without_arguments_the_help_is_shown() -> None:
    called = call()
    assert called.status in (0, 2)
    assert "reconcile" in called.out + called.err
