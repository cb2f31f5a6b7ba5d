"""Conditions held against facts: one row a finding that is raised.

The expressions of a guideline are made once and kept; a frame of facts then gives all of them in one pass.
"""

from collections.abc import Sequence
from functools import lru_cache

import polars as pl

from samsyn.adjudication.catalogue import answer
from samsyn.findings import Evidence, Outcome
from samsyn.guidelines import Condition, Guideline
from samsyn.guidelines.checks import SameYear

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
_KEPT = 256  # guidelines whose expressions are kept: more than any simulation lays side by side


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
    wide = facts.select(_expressions(guideline, places))
    return (
        _stacked(facts["series_id"], wide, places)
        .filter(pl.col("raised"))
        .join(_conditions(guideline), on="position", how="left", maintain_order="left")
        .with_columns(outcome=_outcome())
        .select(*FINDINGS)
    )


@lru_cache(maxsize=_KEPT)
def _expressions(guideline: Guideline, places: tuple[int, ...]) -> list[pl.Expr]:
    expressions = []
    for place in places:
        given = answer(guideline.conditions[place], guideline)
        expressions += [
            given.met.cast(pl.Boolean).alias(f"met {place}"),
            given.observed.cast(pl.String).fill_null("").alias(f"observed {place}"),
            given.required.cast(pl.String).fill_null("").alias(f"required {place}"),
            given.raised.alias(f"raised {place}"),
        ]
    return expressions


def _stacked(series_id: pl.Series, wide: pl.DataFrame, places: Sequence[int]) -> pl.DataFrame:
    """From one row a series to one row a series and condition. Constants come with one row and are spread."""
    height = len(series_id)
    columns = {
        part: pl.concat([_spread(wide[f"{part} {place}"], height) for place in places]).alias(part) for part in _PARTS
    }
    positions = pl.concat([pl.repeat(place, height, dtype=pl.Int32(), eager=True) for place in places])
    return pl.DataFrame({"series_id": pl.concat([series_id] * len(places)), "position": positions, **columns})


def _spread(values: pl.Series, height: int) -> pl.Series:
    return values if len(values) == height else values.new_from_index(0, height)


@lru_cache(maxsize=_KEPT)
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
