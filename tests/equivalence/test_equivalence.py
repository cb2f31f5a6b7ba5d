"""The judge and the naive judge, written apart from the same rules, never differ."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from samsyn.guidelines import load_register
from samsyn.reconciliation import settle
from tests.cli.calling import done
from tests.cli.reading_back import of_files, rows
from tests.equivalence.bridge import as_of, records
from tests.equivalence.comparing import differences, of_naive, of_real
from tests.naive_judge import Contact, NaiveResult, Tables, judge, load, random_tables, write_tables
from tests.naive_judge.tidy import usable_contacts

SEEDS = int(os.environ.get("SAMSYN_EQUIVALENCE_SEEDS", "60"))
REGISTER = load_register()
OPTIONAL = ("nrs", "evidence", "roster", "invoices")
LISTS = ("contacts", "patients", "teams", *OPTIONAL)


def told_apart(tables: Tables) -> list[str]:
    """What the two judges say differently; both must have said something, and no row twice."""
    settlement = settle(records(tables), REGISTER, as_of(tables))
    naive = of_naive(judge(tables), compared=tables.invoices is not None)
    real = of_real(settlement)
    assert set(real) == set(naive)
    assert settlement.judgement.series.height == len(real["series"])
    assert settlement.judgement.findings.height == sum(map(len, real["findings"].values()))
    assert settlement.payments.height == len(real["payments"])
    assert settlement.team_findings.height == len(real["team_findings"])
    if settlement.reconciliation is not None:
        assert settlement.reconciliation.rows.height == len(real["reconciliation"])
    return differences(real, naive)


@pytest.mark.parametrize("first", range(0, SEEDS, 10))
def test_random_regions_are_judged_alike(first: int) -> None:
    for seed in range(first, min(first + 10, SEEDS)):
        tables = random_tables(seed, 40)
        assert len(judge(tables).series) > 20
        assert told_apart(tables) == [], f"seed {seed}"


def test_a_difference_would_be_seen() -> None:
    tables = random_tables(1, 40)
    real = of_real(settle(records(tables), REGISTER, as_of(tables)))
    naive = of_naive(judge(tables), compared=True)
    assert {name: bool(table) for name, table in naive.items()} == dict.fromkeys(naive, True)
    for table in naive.values():
        table[next(iter(table))] = None
    assert len(differences(real, naive)) == len(naive)


def without_table(rng: Random, tables: Tables) -> Tables:
    absent: dict[str, Any] = {rng.choice(OPTIONAL): None}
    return replace(tables, **absent)


def thinned(rng: Random, tables: Tables) -> Tables:
    """A third of the rows of one table are gone."""
    name = rng.choice(LISTS)
    table = getattr(tables, name)
    thin: dict[str, Any] = {name: None if table is None else [row for row in table if rng.random() < 0.67]}
    return replace(tables, **thin)


def moved_units(rng: Random, tables: Tables) -> Tables:
    units = sorted({team.unit for team in tables.teams})
    return _contacts(tables, lambda row: replace(row, unit=rng.choice(units)) if rng.random() < 0.1 else row)


def swapped_codes(rng: Random, tables: Tables) -> Tables:
    codes = ("UV110", "UV114", "UV115", "UV116", "UV118", "GC001")

    def one(row: Contact) -> Contact:
        return replace(row, procedures=tuple(rng.sample(codes, 2))) if rng.random() < 0.1 else row

    return _contacts(tables, one)


def merged_patients(rng: Random, tables: Tables) -> Tables:
    """The contacts of some patients are those of another: many series, close together."""
    patients = sorted({row.patient_id for row in tables.contacts})
    other = {patient: rng.choice(patients) if rng.random() < 0.3 else patient for patient in patients}
    return _contacts(tables, lambda row: replace(row, patient_id=other[row.patient_id]))


def same_days(rng: Random, tables: Tables) -> Tables:
    """Contacts gather on a few days, so that order within a day decides."""
    days = sorted({row.date for row in tables.contacts})[::9]
    return _contacts(tables, lambda row: replace(row, date=max((d for d in days if d <= row.date), default=row.date)))


def _contacts(tables: Tables, change: Callable[[Contact], Contact]) -> Tables:
    return replace(tables, contacts=[change(row) for row in tables.contacts])


Mutation = Callable[[Random, Tables], Tables]
MUTATIONS: tuple[Mutation, ...] = (without_table, thinned, moved_units, swapped_codes, merged_patients, same_days)


OF_SKANE = {"UV110": "MMSVISIT", "UV114": "MMSFINISH", "UV118": "MMSASSESS"}


def partly_skane(rng: Random, tables: Tables) -> Tables:
    """What was MMR1 is MMS; MMR2 stays, so that each programme must leave the other's codes alone.

    Invoices are left out: the naive judge knows money in one region alone.
    """

    def code(written: str) -> str:
        plain = written.upper().replace(" ", "")
        kept = plain == "UV118" and rng.random() < 0.3
        return written if kept else OF_SKANE.get(plain, written)

    def said() -> str:
        return rng.choice(("yes", "yes", "yes", "no", ""))

    evidence = [
        replace(row, level="MMS", choice_signed=said(), screened=said(), copy_sent=said())
        if row.level == "MMR1"
        else row
        for row in tables.evidence or ()
    ]
    changed = {row: tuple(map(code, row.procedures)) for row in dict.fromkeys(tables.contacts)}
    return replace(
        _contacts(tables, lambda row: replace(row, procedures=changed[row])),
        teams=[replace(row, level="MMS") if row.level == "MMR1" else row for row in tables.teams],
        evidence=None if tables.evidence is None else evidence,
        invoices=None,
    )


@pytest.mark.parametrize("first", range(0, SEEDS, 10))
def test_two_programmes_in_one_extract_are_judged_alike(first: int) -> None:
    for seed in range(first, min(first + 10, SEEDS)):
        tables = partly_skane(Random(seed), random_tables(seed, 40))
        assert {"MMS", "MMR2"} <= {one.level for one in judge(tables).series.values()}
        assert told_apart(tables) == [], f"seed {seed}"


def test_skane_s_files_say_what_the_naive_judge_says(tmp_path: Path) -> None:
    extract, out = tmp_path / "extract", tmp_path / "out"
    tables = partly_skane(Random(7), random_tables(7, 40))
    write_tables(tables, extract)
    result = judge(load(extract))
    done("adjudicate", extract, "--out", out, "--quiet")
    assert {series.guideline for series in result.series.values()} >= {"skane-mms", "vgr-mmr-2019"}
    assert differences(of_files(out), of_naive(result, compared=False)) == []


@settings(max_examples=40, deadline=None, database=None)
@given(st.integers(1000, 10**9), st.integers(1, 25), st.lists(st.sampled_from(MUTATIONS), min_size=1, max_size=4))
def test_mutated_regions_are_judged_alike(seed: int, patients: int, mutations: list[Mutation]) -> None:
    rng, tables = Random(seed), random_tables(seed, patients)
    for mutation in mutations:
        tables = mutation(rng, tables)
    assume(usable_contacts(tables.contacts))
    assert told_apart(tables) == []


@pytest.mark.parametrize("seed", range(100, 112))
def test_the_files_say_what_the_naive_judge_says(seed: int, tmp_path: Path) -> None:
    extract, out = tmp_path / "extract", tmp_path / "out"
    tables = random_tables(seed, 40)
    write_tables(tables, extract)
    result = judge(load(extract))
    compared = tables.invoices is not None
    done("reconcile" if compared else "adjudicate", extract, "--out", out, "--quiet")
    assert len(result.series) > 20
    assert differences(of_files(out), of_naive(result, compared=compared)) == []
    assert reasons(out) == naive_reasons(result)


def reasons(out: Path) -> list[tuple[str, str, bool]]:
    return sorted((row["source"], row["id"], row["reason"] == "no-guideline") for row in rows(out, "unmatched"))


def naive_reasons(result: NaiveResult) -> list[tuple[str, str, bool]]:
    """Only whether a guideline was in force: the judges name the other reason in words of their own."""
    return sorted((source, key, reason == "no-guideline") for source, key, reason in result.unmatched)
