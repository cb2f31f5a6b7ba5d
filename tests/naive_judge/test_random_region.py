"""The random regions: the same from the same seed, the same through files, and every outcome often."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.naive_judge import Contact, judge, load, random_tables, write_tables
from tests.naive_judge.tally import expected, tally_of


@pytest.mark.parametrize("seed", range(20))
def test_a_region_written_and_read_is_the_same_region(seed: int, tmp_path: Path) -> None:
    tables = random_tables(seed, 15)
    write_tables(tables, tmp_path)
    assert judge(load(tmp_path)) == judge(tables)
    assert random_tables(seed, 15) == tables


@pytest.mark.parametrize("turn", [reversed, lambda rows: sorted(rows, key=repr)])
def test_the_order_of_rows_changes_nothing(turn: Callable[[list[Contact]], list[Contact]]) -> None:
    tables = random_tables(7, 40)
    assert judge(replace(tables, contacts=list(turn(tables.contacts)))) == judge(tables)


def test_random_regions_reach_every_outcome_often() -> None:
    tally = tally_of(60, 40)
    assert {pair: tally[pair] for pair in expected() if tally[pair] < 10} == {}
