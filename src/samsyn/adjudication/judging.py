"""The one judge: series held against the guidelines in force, for one patient, a work list or a region."""

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

import polars as pl

from samsyn.adjudication.holding import FINDINGS, NO_FINDINGS, hold, hold_same_year
from samsyn.adjudication.same_year import with_approved_same_year
from samsyn.findings import Decision, Force, Outcome
from samsyn.guidelines import GuidelineRegister
from samsyn.records import Records
from samsyn.series import build_series, series_facts
from samsyn.series.carrying import KEPT, carried_out
from samsyn.series.in_force import NONE_IN_FORCE

FINDING_COLUMNS = tuple(name for name in FINDINGS if name != "position")

_SERIES = pl.col(
    "series_id", "patient_id", "level", "guideline", "start", "end", "start_unit", "completion_unit", "contacts",
    "decision", "verdict", "amount_ore",
)  # fmt: skip
_FINDING = pl.col(FINDING_COLUMNS)


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
    built = build_series(records.contacts, register, as_of)
    facts = series_facts(built.series, records, register, as_of, open_too=open_too)
    findings = _first_findings(facts, register)
    series = _decided(built.series, findings, register)
    findings = _one_table([findings, *_same_year_findings(facts, series, register)])
    return Judgement(series, carried_out(findings.lazy().sort("series_id", "position").select(_FINDING)), built.visits)


def _first_findings(facts: pl.DataFrame, register: GuidelineRegister) -> pl.DataFrame:
    """All findings but those that wait for other series' decisions."""
    ids = set(facts["guideline"].to_list())
    held = [hold(guideline, facts) for guideline in register.named(ids)]
    if NONE_IN_FORCE in ids:
        held.append(_not_in_force(facts))
    return _one_table(held)


def _one_table(findings: list[pl.DataFrame]) -> pl.DataFrame:
    """The findings together; most often there is one part, and then nothing is copied."""
    parts = [part for part in findings if part.height]
    return parts[0] if len(parts) == 1 else pl.concat([NO_FINDINGS, *parts])


def _not_in_force(facts: pl.DataFrame) -> pl.DataFrame:
    """Where no guideline covers the day, the one finding says so."""
    return facts.filter(pl.col("guideline") == NONE_IN_FORCE).select(
        "series_id",
        condition=pl.lit("in-force"),
        force=pl.lit(Force.MUST.value),
        outcome=pl.lit(Outcome.UNKNOWN.value),
        observed=pl.col("closing").cast(pl.String),
        required=pl.lit(""),
        clause=pl.lit(""),
        position=pl.lit(0, pl.Int32()),
    )


def _decided(series: pl.DataFrame, findings: pl.DataFrame, register: GuidelineRegister) -> pl.DataFrame:
    """The series with their decisions, and the amount of those approved."""
    decision = pl.when(pl.col("end").is_null()).then(pl.lit(Decision.OPEN.value)).otherwise("verdict")
    approved = pl.col("decision") == Decision.APPROVED.value
    return carried_out(
        series.lazy()
        .join(findings.lazy().group_by("series_id").agg(_verdict()), on="series_id", how="left", maintain_order="left")
        .with_columns(decision=decision)
        .with_columns(amount_ore=pl.when(approved).then(_amount(register)))
        .select(_SERIES)
    )


@cache
def _verdict() -> pl.Expr:
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
    return verdict.alias("verdict")


def _same_year_findings(facts: pl.DataFrame, decided: pl.DataFrame, register: GuidelineRegister) -> list[pl.DataFrame]:
    """The findings that show the use of the exception for a further series in the same year."""
    concerned = with_approved_same_year(facts, decided)
    return [hold_same_year(guideline, concerned) for guideline in register.named(concerned["guideline"].to_list())]


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
