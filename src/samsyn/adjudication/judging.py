"""The one judge: series held against the guidelines in force, for one patient, a work list or a region."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import polars as pl

from samsyn.adjudication.holding import FINDINGS, hold, hold_same_year
from samsyn.adjudication.same_year import with_approved_same_year
from samsyn.findings import Decision, Force, Outcome
from samsyn.guidelines import Guideline, GuidelineRegister
from samsyn.records import Records
from samsyn.series import FactSources, base_facts, build_series
from samsyn.series.carrying import KEPT, carried_out
from samsyn.series.parametric import facts_under

FINDING_COLUMNS = tuple(name for name in FINDINGS if name != "position")

_SERIES = (
    "series_id", "patient_id", "level", "guideline", "start", "end", "start_unit", "completion_unit", "contacts",
    "decision", "verdict", "amount_ore",
)  # fmt: skip


@dataclass(frozen=True)
class Judgement:
    """Every series with its decision, and every finding that it rests on.

    `series`: series_id, patient_id, level, guideline (empty: none in force), start, end, start_unit, completion_unit,
    contacts, decision, verdict (the decision as if completed; null where not judged), amount_ore (approved only).
    `findings`: FINDING_COLUMNS, by series_id and the guideline's order. `visits`: the contacts with their series_id.
    """

    series: pl.DataFrame
    findings: pl.DataFrame
    visits: pl.DataFrame


def judge(records: Records, register: GuidelineRegister, as_of: date, *, open_too: bool = False) -> Judgement:
    """Series, findings and decisions of all patients in the records.

    Open series get no findings, or, with `open_too`, those they would get if completed on `as_of`.
    """
    built = build_series(records.contacts, register)
    series = _under_guidelines(built.series, register, as_of)
    base = base_facts(series, built.visits, records, register, as_of, open_too=open_too)
    findings = _first_findings(base.facts, base.sources, register)
    verdicts = _verdicts(findings)
    findings = pl.concat([findings, _same_year_findings(base.facts, verdicts, register)])
    return Judgement(
        _decided(series, verdicts, register),
        carried_out(findings.lazy().sort("series_id", "position").select(FINDING_COLUMNS)),
        built.visits,
    )


def _under_guidelines(series: pl.DataFrame, register: GuidelineRegister, as_of: date) -> pl.DataFrame:
    """The series with the day that decides (end, or as_of while open) and the guideline in force on it."""
    closing = pl.coalesce("end", pl.lit(as_of))
    return carried_out(series.lazy().with_columns(closing=closing).with_columns(guideline=_in_force(register)))


@lru_cache(maxsize=KEPT)
def _in_force(register: GuidelineRegister) -> pl.Expr:
    """The id of the guideline in force for the level on the day of closing; empty where none is."""
    chosen: pl.Expr = pl.lit("")
    for guideline in register.guidelines:
        covers = pl.col("closing").is_between(guideline.period.first, guideline.period.last)
        of_its_levels = pl.any_horizontal(pl.col("level") == level for level in guideline.levels)
        chosen = pl.when(covers & of_its_levels).then(pl.lit(guideline.id)).otherwise(chosen)
    return chosen


def _first_findings(facts: pl.DataFrame, sources: FactSources, register: GuidelineRegister) -> pl.DataFrame:
    """All findings but those that wait for other series' decisions."""
    by_guideline = facts_under(_used(facts, register), facts, sources).partition_by("guideline", as_dict=True)
    return pl.concat(
        [
            pl.DataFrame(schema=FINDINGS),
            *(
                hold(register.get(str(guideline)), part) if guideline else _not_in_force(part)
                for (guideline,), part in by_guideline.items()
            ),
        ]
    )


def _used(facts: pl.DataFrame, register: GuidelineRegister) -> tuple[Guideline, ...]:
    """The guidelines that decide any of the series."""
    ids = set(facts["guideline"].to_list())
    return tuple(guideline for guideline in register.guidelines if guideline.id in ids)


def _not_in_force(facts: pl.DataFrame) -> pl.DataFrame:
    """Where no guideline covers the day, the one finding says so."""
    return facts.select(
        "series_id",
        condition=pl.lit("in-force"),
        force=pl.lit(Force.MUST.value),
        outcome=pl.lit(Outcome.UNKNOWN.value),
        observed=pl.col("closing").cast(pl.String),
        required=pl.lit(""),
        clause=pl.lit(""),
        position=pl.lit(0, pl.Int32()),
    )


def _verdicts(findings: pl.DataFrame) -> pl.DataFrame:
    """Any must not met: denied; else any must unknown: review; else approved (rules, section 2)."""
    binding = pl.col("force") == Force.MUST.value
    failed = (binding & (pl.col("outcome") == Outcome.NOT_MET.value)).any()
    missing = (binding & (pl.col("outcome") == Outcome.UNKNOWN.value)).any()
    verdict = (
        pl.when(failed)
        .then(pl.lit(Decision.DENIED.value))
        .when(missing)
        .then(pl.lit(Decision.REVIEW.value))
        .otherwise(pl.lit(Decision.APPROVED.value))
    )
    return findings.group_by("series_id").agg(verdict=verdict)


def _same_year_findings(facts: pl.DataFrame, verdicts: pl.DataFrame, register: GuidelineRegister) -> pl.DataFrame:
    """The findings that show the use of the exception for a further series in the same year."""
    concerned = with_approved_same_year(facts, verdicts)
    used = _used(concerned, register)
    held = [hold_same_year(g, concerned.filter(pl.col("guideline") == g.id)) for g in used]
    return pl.concat([pl.DataFrame(schema=FINDINGS), *held])


def _decided(series: pl.DataFrame, verdicts: pl.DataFrame, register: GuidelineRegister) -> pl.DataFrame:
    """The series with their decisions, and the amount of those approved."""
    decision = pl.when(pl.col("end").is_null()).then(pl.lit(Decision.OPEN.value)).otherwise("verdict")
    approved = decision == Decision.APPROVED.value
    return carried_out(
        series.lazy()
        .join(verdicts.lazy(), on="series_id", how="left")
        .with_columns(decision=decision, amount_ore=pl.when(approved).then(_amount(register)))
        .select(*_SERIES)
        .sort("series_id")
    )


@lru_cache(maxsize=KEPT)
def _amount(register: GuidelineRegister) -> pl.Expr:
    """The amount in öre that the series' guideline states for its level."""
    chosen: pl.Expr = pl.lit(None, pl.Int64())
    for guideline in register.guidelines:
        for amount in guideline.amounts:
            if amount.money:
                this = (pl.col("guideline") == guideline.id) & (pl.col("level") == amount.level)
                chosen = pl.when(this).then(pl.lit(amount.money.ore)).otherwise(chosen)
    return chosen
