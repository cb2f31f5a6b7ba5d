"""`samsyn convert`: the same results from the converted extract, and a folder that appears whole or not at all."""

import json
from pathlib import Path

import pytest

from samsyn.extracts.writing import conversion
from tests.cli.calling import beside, call, done, files, refused


@pytest.fixture(scope="module")
def converted(region: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("converted") / "extract"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(conversion, "PART_ROWS", 1000)
        done("convert", region, folder, "--quiet")
    return folder


@pytest.mark.parametrize("command", ["adjudicate", "reconcile"])
def test_results_are_the_same_to_the_byte(command: str, region: Path, converted: Path, tmp_path: Path) -> None:
    one: dict[str, bytes] = {}
    other: dict[str, bytes] = {}
    for extract, told in ((region, one), (converted, other)):
        out = tmp_path / str(len(list(tmp_path.iterdir())))
        done(command, extract, "--out", out, "--quiet")
        told |= files(out)
    receipts = [json.loads(told.pop("receipt.json")) for told in (one, other)]
    assert one == other
    names = [[file.pop("name") for file in receipt.pop("inputs")] for receipt in receipts]
    assert receipts[0] == receipts[1]
    assert [name for name in names[1] if name.startswith("contacts")] == [
        f"contacts.parquet/00000-{part:05d}.parquet" for part in range(4)
    ]


def test_the_account_of_the_lines_is_the_same(region: Path, converted: Path) -> None:
    shown = [done("check", extract, "--json").data for extract in (region, converted)]
    for told in shown:
        del told["inputs"]
    assert shown[0] == shown[1]


def test_what_is_shown_and_told(extract: Path, tmp_path: Path) -> None:
    assert "Det konverterade utdraget ligger i" in done("convert", extract, tmp_path / "sv").out
    assert "The converted extract is in" in done("convert", extract, tmp_path / "en", "--lang", "en").out
    assert done("convert", extract, tmp_path / "quiet", "--quiet").out == ""
    told = done("convert", extract, tmp_path / "json", "--json").data
    assert {key: told[-1][key] for key in ("table", "files")} == {"table": "teams", "files": 1}
    assert files(tmp_path / "sv") == files(tmp_path / "json")


def test_its_own_place_and_a_taken_one_are_refused(extract: Path, tmp_path: Path) -> None:
    before = files(extract)
    refused(call("convert", extract, extract, "--overwrite"), 2, str(extract))
    (tmp_path / "mine.txt").write_text("kept")
    refused(call("convert", extract, tmp_path), 2, "--overwrite")
    done("convert", extract, tmp_path, "--overwrite", "--quiet")
    assert (tmp_path / "mine.txt").read_text() == "kept"
    assert files(extract) == before


def test_a_refused_file_leaves_nothing(extract: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad"
    bad.mkdir()
    for file in extract.iterdir():
        (bad / file.name).write_bytes(file.read_bytes())
    (bad / "patients.csv").write_bytes(b"patient_id;birth_date\nP\xe5;\n")
    refused(call("convert", bad, tmp_path / "out"), 3, "patients.csv", "ENC_CP1252")
    assert not (tmp_path / "out").exists()
    assert beside(tmp_path / "out") == []
