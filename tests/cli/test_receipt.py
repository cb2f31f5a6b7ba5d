"""The receipt: what went in, under which rules, where everything went; no clock, no path, no machine."""

import hashlib
import json
import os
import re
import socket
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from samsyn import __version__
from tests.cli import small
from tests.cli.calling import done, files


@pytest.fixture(scope="module")
def receipt(out: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((out / "receipt.json").read_text(encoding="utf-8"))
    return told


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_every_input_is_named_with_its_digest_and_rows(extract: Path, receipt: dict[str, Any]) -> None:
    expected = [
        {"name": name, "sha256": digest(data), "rows": data.count(b"\n") - 1} for name, data in files(extract).items()
    ]
    assert receipt["inputs"] == expected
    assert len(expected) == 5


def test_every_guideline_is_named_with_the_digest_of_its_file(receipt: dict[str, Any]) -> None:
    folder = resources.files("samsyn.guidelines") / "data" / "vgr"
    assert [one["id"] for one in receipt["guidelines"]] == ["vgr-rehabgaranti-2015", "vgr-mmr-2018", "vgr-mmr-2019"]
    for one in receipt["guidelines"]:
        assert one["sha256"] == digest((folder / f"{one['id']}.toml").read_bytes())


def test_program_day_and_encoding(receipt: dict[str, Any]) -> None:
    assert receipt["program"] == {"name": "samsyn", "version": __version__}
    assert (receipt["as_of"], receipt["encoding"]) == ("2019-12-31", "utf-8")


def test_counts_add_up(receipt: dict[str, Any]) -> None:
    assert receipt["contacts"] == {
        "lines": 23, "uncoded": 1, "coded": 22, "in_series": 17, "assessment_or_coordination": 5,
        "rejected": 0, "duplicate": 0,
    }  # fmt: skip
    for counts in receipt["lines"].values():
        assert counts["lines"] == counts["used"] + counts["rejected"] + counts["duplicate"] + sum(
            counts["ignored"].values()
        )
    totals = receipt["totals"]
    assert totals["decisions"] == {"approved": 2, "denied": 1, "review": 3, "open": 1}
    assert (totals["series"], totals["amount"]) == (7, 90_000)
    assert totals["reconciliation"]["repayment"] == 35_000


def test_unknown_columns_and_files_are_named(extract: Path, receipt: dict[str, Any], tmp_path: Path) -> None:
    assert any("room" in place for note in receipt["notes"] for place in note["first"])
    folder = small.write(tmp_path / "extract", diary="x\n")
    told = done("adjudicate", folder, "--out", tmp_path / "out", "--json").data
    assert any("diary.csv" in note["first"] for note in told["notes"])


def test_no_clock_no_path_no_machine(extract: Path, out: Path) -> None:
    text = (out / "receipt.json").read_text(encoding="utf-8")
    assert not re.search(r"\d\d:\d\d", text)
    assert {day[:4] for day in re.findall(r"\d{4}-\d\d-\d\d", text)} <= {"2015", "2017", "2018", "2019"}
    for word in (str(extract), extract.parent.name, socket.gethostname(), os.sep + "tmp", str(Path.home())):
        assert word not in text


def test_the_json_summary_is_the_receipt(extract: Path, out: Path, tmp_path: Path) -> None:
    called = done("reconcile", extract, "--out", tmp_path / "out", "--json")
    assert called.data == json.loads((out / "receipt.json").read_text(encoding="utf-8"))
    assert called.err == ""
