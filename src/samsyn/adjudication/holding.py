"""Conditions held against facts: one row a finding that is raised.

The expressions of a guideline are made once and kept; a frame of facts then gives all of them in one pass.
"""

from functools import cache, lru_cache

import polars as pl

from samsyn.adjudication.catalogue import answer
from samsyn.findings import Evidence, Outcome
from samsyn.guidelines import Condition, Guideline
from samsyn.guidelines.checks import SameYear
from samsyn.series.carrying import KEPT, carried_out

FINDINGS = {
    "series_id": pl.String(),
    "condition": pl.String(),
    "force": pl.String(),
    "outcome": pl.String(),
    "observed": pl.String(),
    "required": pl.String(),
    "clause": pl.String(),
    "position": pl.Int32(),
}
NO_FINDINGS = pl.DataFrame(schema=FINDINGS)
_PARTS = ("met", "observed", "required")


def hold(guideline: Guideline, facts: pl.DataFrame) -> pl.DataFrame:
    """Every condition of the guideline but those that wait for other series' decisions."""
    return _hold(guideline, facts, _waiting(guideline, waits=False))


def hold_same_year(guideline: Guideline, facts: pl.DataFrame) -> pl.DataFrame:
    """The conditions that wait for other series' decisions, on facts with `approved_same_year`."""
    return _hold(guideline, facts, _waiting(guideline, waits=True))


def _waiting(guideline: Guideline, *, waits: bool) -> tuple[int, ...]:
    """The places, in the guideline's order, of the conditions that wait for decisions, or of those that do not."""
    return tuple(place for place, c in enumerate(guideline.conditions) if isinstance(c.check, SameYear) is waits)


def _hold(guideline: Guideline, facts: pl.DataFrame, places: tuple[int, ...]) -> pl.DataFrame:
    if not places:
        return NO_FINDINGS
    return carried_out(
        facts.lazy()
        .filter(pl.col("guideline") == guideline.id)
        .select(_expressions(guideline, places))
        .explode("position", *_PARTS)
        .drop_nulls("position")
        .join(_conditions(guideline).lazy(), on="position", how="left")
        .select(_finding())
    )


@lru_cache(maxsize=KEPT)
def _expressions(guideline: Guideline, places: tuple[int, ...]) -> list[pl.Expr]:
    """One list a part, each with one value a condition, in the same order: first those whose finding always is given.

    `position` is the condition's place in the guideline, null where its finding is not given.
    """
    answers = {place: answer(guideline.conditions[place], guideline) for place in places}
    raised = {place: given.raised for place, given in answers.items() if given.raised is not None}
    always = [place for place in places if place not in raised]
    given = [answers[place] for place in (*always, *raised)]
    return [
        pl.col("series_id"),
        pl.concat_list(answer.met for answer in given).cast(pl.List(pl.Boolean())).alias("met"),
        pl.concat_list(answer.observed for answer in given).alias("observed"),
        pl.concat_list(answer.required for answer in given).alias("required"),
        pl.concat_list(
            pl.lit(pl.Series([always], dtype=pl.List(pl.Int32()))).first(),
            *(pl.when(is_given).then(pl.lit(place, pl.Int32())) for place, is_given in raised.items()),
        ).alias("position"),
    ]


@lru_cache(maxsize=KEPT)
def _conditions(guideline: Guideline) -> pl.DataFrame:
    """What every finding of a condition says alike."""
    return pl.DataFrame(
        [
            (place, c.id, c.force.value, _where_missing(c), c.citation.clause)
            for place, c in enumerate(guideline.conditions)
        ],
        schema={
            "position": pl.Int32(),
            "condition": pl.String(),
            "force": pl.String(),
            "missing": pl.String(),
            "clause": pl.String(),
        },
        orient="row",
    )


def _where_missing(condition: Condition) -> str:
    """Missing evidence leaves a condition unknown; what no register holds, the provider certifies."""
    return (Outcome.ATTESTED if condition.evidence is Evidence.ATTESTED else Outcome.UNKNOWN).value


@cache
def _finding() -> list[pl.Expr]:
    met = pl.col("met")
    outcome = (
        pl.when(met).then(pl.lit(Outcome.MET.value)).when(~met).then(pl.lit(Outcome.NOT_MET.value)).otherwise("missing")
    )
    told = {"outcome": outcome, **{name: pl.col(name).fill_null("") for name in ("observed", "required")}}
    return [told.get(name, pl.col(name)).alias(name) for name in FINDINGS]
