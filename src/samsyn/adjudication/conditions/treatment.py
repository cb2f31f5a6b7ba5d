"""Conditions on the treatment: how much, by whom, and how soon after another."""

from collections.abc import Sequence

import polars as pl

from samsyn.adjudication.answer import Answer, day, fact, joined, listed, text, whole
from samsyn.adjudication.by_level import by_level
from samsyn.guidelines import Guideline
from samsyn.guidelines.checks import Hours, Multiprofessional, ProfessionNorm, ProgrammeLength, SameYear, TreatmentGap

_MINUTES = 60


def treatment_gap(_: TreatmentGap, __: Guideline) -> Answer:
    """No earlier series of the patient forbids this one: the start is not before the day the gap is over."""
    return Answer(
        met=(fact("start") >= fact("gap_until")).fill_null(True),
        observed=day("start"),
        required=whole(text("≥ "), day("gap_until"), text(" ("), fact("gap_series"), text(")")),
    )


def hours(check: Hours, _: Guideline) -> Answer:
    """The minutes of the visits, as hours, lie within the norm, bounds in. Unknown where no visit has minutes."""
    minutes = fact("minutes")
    whole_hours = (minutes // _MINUTES).cast(pl.String)
    rest = (minutes % _MINUTES).cast(pl.String).str.zfill(2)
    return Answer(
        met=by_level(check.by_level, lambda norm: minutes.is_between(norm[0] * _MINUTES, norm[1] * _MINUTES)),
        observed=whole(whole_hours, text(":"), rest, text(" h")),
        required=by_level(check.by_level, lambda norm: text(f"{norm[0]}–{norm[1]} h")),
    )


def multiprofessional(check: Multiprofessional, _: Guideline) -> Answer:
    """So many of the professions are on the visits. Unknown where no visit says its profession."""

    def enough(norm: ProfessionNorm) -> pl.Expr:
        together = [group for group in check.counted_as_one if not set(group).isdisjoint(norm.of)]
        alone = [name for name in norm.of if all(name not in group for group in together)]
        return sum((_seen(group) > 0 for group in together), _seen(alone)) >= norm.at_least

    return Answer(
        met=pl.when(fact("professions").list.len() > 0).then(by_level(check.by_level, enough)),
        observed=listed("professions"),
        required=by_level(check.by_level, lambda norm: text(f"≥ {norm.at_least}: {', '.join(norm.of)}")),
    )


def _seen(professions: Sequence[str]) -> pl.Expr:
    """How many of the professions are on the visits."""
    wanted = pl.lit(pl.Series([list(professions)], dtype=pl.List(pl.String())))
    return fact("professions").list.set_intersection(wanted).list.len()


def programme_length(check: ProgrammeLength, _: Guideline) -> Answer:
    """The completion is so many weeks after the first day, or later. While open: as if completed on the day asked."""
    long_enough_on = fact("start").dt.offset_by(f"{check.weeks}w")
    return Answer(
        met=fact("closing") >= long_enough_on,
        observed=joined(day("start"), text(" → "), day("closing")),
        required=whole(text("≥ "), long_enough_on.cast(pl.String)),
    )


def same_year(_: SameYear, __: Guideline) -> Answer:
    """Raised only where an earlier approved series at the level ended in the same calendar year."""
    return Answer(
        met=pl.lit(True),
        observed=fact("approved_same_year"),
        required=text(""),
        raised=fact("approved_same_year").is_not_null(),
    )
