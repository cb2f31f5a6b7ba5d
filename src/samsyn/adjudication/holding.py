"""Conditions held against facts: one row a finding that is raised.

The expressions of a guideline are made once and kept; a frame of facts then gives all of them in one pass.
"""

from functools import lru_cache

import polars as pl

from samsyn.adjudication.answer import Answer
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
_PARTS = ("met", "observed", "required", "raised")


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
    if not (places and facts.height):
        return pl.DataFrame(schema=FINDINGS)
    return carried_out(
        facts.lazy()
        .select("series_id", *_expressions(guideline, places))
        .explode("position", *_PARTS)
        .filter(pl.col("raised"))
        .join(_conditions(guideline).lazy(), on="position", how="left")
        .with_columns(outcome=_outcome())
        .select(*FINDINGS)
    )


@lru_cache(maxsize=KEPT)
def _expressions(guideline: Guideline, places: tuple[int, ...]) -> list[pl.Expr]:
    """One list a part, each with one value a condition, in the same order."""
    given = [answer(guideline.conditions[place], guideline) for place in places]
    return [
        pl.concat_list(answer.met.cast(pl.Boolean) for answer in given).alias("met"),
        pl.concat_list(answer.observed.cast(pl.String).fill_null("") for answer in given).alias("observed"),
        pl.concat_list(answer.required.cast(pl.String).fill_null("") for answer in given).alias("required"),
        _raised(given).alias("raised"),
        pl.lit(pl.Series([list(places)], dtype=pl.List(pl.Int32()))).first().alias("position"),
    ]


def _raised(given: list[Answer]) -> pl.Expr:
    """Whether each finding is given; most always are, and then nothing need be asked of the facts."""
    if all(answer.raised is None for answer in given):
        return pl.lit(pl.Series([[True] * len(given)])).first()
    return pl.concat_list(pl.lit(True) if answer.raised is None else answer.raised for answer in given)


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


def _outcome() -> pl.Expr:
    met = pl.col("met")
    return (
        pl.when(met).then(pl.lit(Outcome.MET.value)).when(~met).then(pl.lit(Outcome.NOT_MET.value)).otherwise("missing")
    )
