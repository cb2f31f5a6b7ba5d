"""Less evidence never gives more: a register that holds less approves no series that was not approved."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from samsyn.guidelines import load_register
from samsyn.reconciliation import settle
from tests.equivalence.bridge import as_of, records
from tests.naive_judge import Contact, Tables, random_tables

REGISTER = load_register()
WORTH = {"denied": 0, "review": 1, "approved": 2}
Loss = Callable[[Random, Tables], Tables]


def decisions(tables: Tables, day: dt.date) -> dict[str, str]:
    series = settle(records(tables), REGISTER, day).judgement.series
    return dict(series.select("series_id", "decision").iter_rows())


def without_registrations(rng: Random, tables: Tables) -> Tables:
    return replace(tables, nrs=[row for row in tables.nrs or [] if rng.random() > 0.4])


def without_assessments(rng: Random, tables: Tables) -> Tables:
    """The code of assessment is gone; the contact, and its other codes, stay."""
    return _contacts(tables, lambda row: replace(row, procedures=_without(row.procedures, rng)))


def _without(codes: tuple[str, ...], rng: Random) -> tuple[str, ...]:
    keep = rng.random() > 0.4
    return tuple(code for code in codes if keep or code.upper().replace(" ", "") != "UV118")


def without_diagnoses(rng: Random, tables: Tables) -> Tables:
    return _contacts(tables, lambda row: replace(row, diagnoses=()) if rng.random() < 0.1 else row)


def without_accreditation(rng: Random, tables: Tables) -> Tables:
    return replace(tables, teams=[team for team in tables.teams if rng.random() > 0.4])


def without_connection(rng: Random, tables: Tables) -> Tables:
    teams = [replace(t, nrs_module="", nrs_connected_from=None) if rng.random() < 0.4 else t for t in tables.teams]
    return replace(tables, teams=teams)


def _contacts(tables: Tables, change: Callable[[Contact], Contact]) -> Tables:
    """The contacts changed alike where they stand twice."""
    changed = {row: change(row) for row in sorted(set(tables.contacts), key=repr)}
    return replace(tables, contacts=[changed[row] for row in tables.contacts])


LOSSES = (
    without_registrations,
    without_assessments,
    without_diagnoses,
    without_accreditation,
    without_connection,
)


@pytest.mark.parametrize("loss", LOSSES)
def test_a_lost_proof_never_improves_a_decision(loss: Loss) -> None:
    worse = 0
    for seed in range(200, 208):
        tables = _with_registers(random_tables(seed, 40))
        day = as_of(tables)
        before, after = decisions(tables, day), decisions(loss(Random(seed), tables), day)
        assert before.keys() == after.keys()
        decided = [key for key, decision in before.items() if decision != "open"]
        assert [key for key in decided if WORTH[after[key]] > WORTH[before[key]]] == []
        worse += sum(WORTH[after[key]] < WORTH[before[key]] for key in decided)
    assert worse > 5


def _with_registers(tables: Tables) -> Tables:
    return replace(tables, nrs=tables.nrs or [])


def test_a_lost_birth_date_sends_what_was_approved_to_review_and_approves_nothing() -> None:
    found: Counter[tuple[str, str]] = Counter()
    for seed in range(210, 216):
        tables = random_tables(seed, 40)
        day = as_of(tables)
        before, after = decisions(tables, day), decisions(replace(tables, patients=[]), day)
        found.update((decision, after[key]) for key, decision in before.items())
    assert found["approved", "review"] > 5
    assert {pair for pair in found if "approved" in pair} == {("approved", "review")}


def test_a_whole_register_that_is_absent_denies_nothing_by_itself() -> None:
    """Absent altogether is unknown, never not met: what was approved is reviewed."""
    found: Counter[tuple[str, str]] = Counter()
    for seed in range(210, 216):
        tables = random_tables(seed, 40)
        day = as_of(tables)
        before = decisions(replace(tables, nrs=tables.nrs or []), day)
        after = decisions(replace(tables, nrs=None), day)
        found.update((decision, after[key]) for key, decision in before.items())
    assert found["approved", "review"] > 5
    assert {after for before_, after in found if before_ == "approved"} == {"review"}
