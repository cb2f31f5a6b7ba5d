"""The list of planted faults stays true to the source; planting them all takes minutes and has its own command."""

from pathlib import Path

import pytest

from tests.mutation.faults import FAULTS, Fault

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.title for fault in FAULTS])
def test_the_fault_can_be_planted(fault: Fault) -> None:
    source = (ROOT / "src" / "samsyn" / fault.file).read_text(encoding="utf-8")
    assert source.count(fault.sound) == 1
    assert fault.faulty != fault.sound


def test_the_record_names_every_fault_and_none_unnoticed() -> None:
    record = (ROOT / "docs" / "planted-faults.md").read_text(encoding="utf-8")
    assert len(FAULTS) >= 20
    for fault in FAULTS:
        assert f"| {fault.title} |" in record
    assert "**nothing**" not in record
