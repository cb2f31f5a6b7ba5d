"""How a call ends: 0 done, 1 failed, 2 wrong call, 3 refused, 4 done but rows were rejected and --strict was said."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli import small
from tests.cli.calling import beside, call, done, files, program, refused
from tests.cli.reading_back import rows

READERS = ("check", "adjudicate", "reconcile")


def arguments(command: str, extract: Path, out: Path) -> list[object]:
    return [command, extract] if command == "check" else [command, extract, "--out", out]


@pytest.mark.parametrize("command", READERS)
def test_rejected_rows_end_with_4_only_where_strict_is_said(region: Path, command: str, tmp_path: Path) -> None:
    assert call(*arguments(command, region, tmp_path / "a"), "--quiet").status == 0
    called = call(*arguments(command, region, tmp_path / "b"), "--quiet", "--strict")
    assert (called.status, called.out) == (4, "")
    if command != "check":
        assert files(tmp_path / "b") == files(tmp_path / "a") != {}


@pytest.mark.parametrize("command", READERS)
def test_strict_ends_with_0_where_nothing_was_rejected(extract: Path, command: str, tmp_path: Path) -> None:
    assert call(*arguments(command, extract, tmp_path / "out"), "--quiet", "--strict").status == 0


@pytest.mark.parametrize(
    "wrong",
    [
        "", "--out", "--out x --as-of 2019-13-01", "--out x --as-of yesterday", "--out x --format xlsx",
        "--out x --encoding latin1", "--out x --engine abacus", "--out x --lang fi", "--out x --no-such-option",
        "--out x more", "--out x --guidelines no-such-folder",
    ],
)  # fmt: skip
def test_a_wrong_call_ends_with_2_and_writes_nothing(
    extract: Path, wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    refused(call("reconcile", extract, *wrong.split()), 2)
    assert list(tmp_path.iterdir()) == []


def test_no_such_command_ends_with_2() -> None:
    refused(call("approve-everything"), 2, "approve-everything")


EXTRACTS: dict[str, Mapping[str, str | bytes] | None] = {
    "no folder": None,
    "empty folder": {},
    "no contacts": {"patients": small.PATIENTS, "teams": small.TEAMS},
    "missing column": {
        "contacts": small.CONTACTS.replace(";date;", ";day;"), "patients": small.PATIENTS, "teams": small.TEAMS,
    },
    "an empty file": {"contacts": "", "patients": small.PATIENTS, "teams": small.TEAMS},
    "not text": {"contacts": b"\x00\xff\xfe\x01" * 50, "patients": small.PATIENTS, "teams": small.TEAMS},
    "not UTF-8": {
        "contacts": small.CONTACTS.replace("U1", "VÅ").encode("cp1252"), "patients": small.PATIENTS,
        "teams": small.TEAMS,
    },
    "a header and no rows": {
        "contacts": small.CONTACTS.split("\n")[0] + "\n", "patients": small.PATIENTS, "teams": small.TEAMS,
    },
}  # fmt: skip


@pytest.mark.parametrize("command", READERS)
@pytest.mark.parametrize("kind", [kind for kind in EXTRACTS if kind != "a header and no rows"])
def test_an_extract_that_cannot_be_read_is_refused_whole(command: str, kind: str, tmp_path: Path) -> None:
    folder = made(tmp_path / "extract", EXTRACTS[kind])
    refused(
        call(*arguments(command, folder, tmp_path / "out")), 3, "samsyn: ", "extract" if kind == "no folder" else ""
    )
    assert not (tmp_path / "out").exists()
    assert beside(tmp_path / "out") == []


def made(folder: Path, tables: Mapping[str, str | bytes] | None) -> Path:
    if tables is not None:
        folder.mkdir()
        for name, content in tables.items():
            (folder / f"{name}.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


@pytest.mark.parametrize("command", ["adjudicate", "explain"])
def test_an_extract_without_contacts_has_no_day_unless_one_is_said(command: str, tmp_path: Path) -> None:
    folder = made(tmp_path / "extract", EXTRACTS["a header and no rows"])
    rest = ["--out", tmp_path / "out"] if command == "adjudicate" else ["A:MMR1:20190201:1"]
    refused(call(command, folder, *rest), 3, "--as-of")
    if command == "adjudicate":
        done(command, folder, *rest, "--as-of", "2019-12-31", "--quiet")
        assert (tmp_path / "out" / "series.csv").read_text().count("\n") == 1


def test_reconcile_without_invoices_is_refused(extract: Path, tmp_path: Path) -> None:
    folder = small.write(tmp_path / "extract")
    (folder / "invoices.csv").unlink()
    refused(call("reconcile", folder, "--out", tmp_path / "out"), 3, "adjudicate")
    done("adjudicate", folder, "--out", tmp_path / "out", "--quiet")


@pytest.mark.parametrize("table", ["contacts", "patients", "teams", "invoices"])
def test_a_parquet_file_that_is_none_is_refused(table: str, tmp_path: Path) -> None:
    folder = small.write(tmp_path / "extract")
    (folder / f"{table}.csv").rename(folder / f"{table}.parquet")
    refused(call("reconcile", folder, "--out", tmp_path / "out"), 3, f"{table}.parquet")


def test_a_folder_where_a_file_should_be_is_refused(tmp_path: Path) -> None:
    folder = small.write(tmp_path / "extract")
    (folder / "contacts.csv").unlink()
    (folder / "contacts.csv").mkdir()
    refused(call("check", folder), 3, "contacts")


def test_a_file_where_the_extract_should_be_is_refused(extract: Path, tmp_path: Path) -> None:
    refused(call("check", extract / "contacts.csv"), 3, "contacts.csv")


def test_a_file_that_the_system_will_not_read_fails_with_a_sentence(
    extract: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As root no right is missing, so the system's answer is played."""
    own = Path.open

    def open_but_contacts(path: Path, *args: object, **named: object) -> object:
        if path.name == "contacts.csv":
            raise PermissionError(13, "Permission denied", str(path))
        return own(path, *args, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", open_but_contacts)
    called = call("adjudicate", extract, "--out", tmp_path / "out")
    assert called.status in (1, 3)
    assert "contacts.csv" in called.err
    assert not (tmp_path / "out").exists()


def test_the_installed_program_ends_with_the_same_statuses(extract: Path, region: Path, tmp_path: Path) -> None:
    refused(program("adjudicate", tmp_path / "nowhere", "--out", tmp_path / "a"), 3, "nowhere")
    refused(program("adjudicate", extract, "--out", extract), 2, str(extract))
    ended = program("adjudicate", region, "--out", tmp_path / "b", "--strict", "--json")
    assert ended.status == 4
    assert ended.data["contacts"]["rejected"] > 0
    assert ended.err == ""
    done("adjudicate", region, "--out", tmp_path / "c", "--quiet")
    assert files(tmp_path / "b") == files(tmp_path / "c")


def test_the_day_of_judgement_is_obeyed(extract: Path, tmp_path: Path) -> None:
    """Contacts after it do not count; what was not completed by then is open."""
    told = done("adjudicate", extract, "--out", tmp_path / "a", "--as-of", "2019-03-31", "--json").data
    assert told["as_of"] == "2019-03-31"
    assert told["totals"]["decisions"]["open"] == 2
    assert told["totals"]["amount"] == 0
    later = done("adjudicate", extract, "--out", tmp_path / "b", "--as-of", "2021-06-30", "--json").data
    assert later["as_of"] == "2021-06-30"
    (still_open,) = [row for row in rows(tmp_path / "b", "series") if row["decision"] == "open"]
    assert (still_open["series_id"], still_open["guideline"]) == (small.OPEN, "")


def test_cp1252_is_read_where_it_is_said(tmp_path: Path) -> None:
    folder = small.write(tmp_path / "extract")
    for path in folder.glob("*.csv"):
        path.write_bytes(path.read_text().replace("U1", "VÅRD").replace("u1", "vård").encode("cp1252"))
    refused(call("check", folder), 3, "cp1252")
    told = done("reconcile", folder, "--out", tmp_path / "out", "--encoding", "cp1252", "--json").data
    assert (told["encoding"], told["totals"]["amount"]) == ("cp1252", 90_000)
    assert "VÅRD" in (tmp_path / "out" / "series.csv").read_text(encoding="utf-8")
