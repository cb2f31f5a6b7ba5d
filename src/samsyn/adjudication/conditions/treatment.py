"""Conditions on the treatment: how much, by whom, and how soon after another."""

import polars as pl

from samsyn.adjudication.answer import Answer, day, fact, joined, listed, text
from samsyn.adjudication.by_level import by_level
from samsyn.guidelines import Guideline
from samsyn.guidelines.checks import Hours, Multiprofessional, ProfessionNorm, SameYear, TreatmentGap

_MINUTES = 60


def treatment_gap(_: TreatmentGap, __: Guideline) -> Answer:
    """No earlier series of the patient forbids this one: the start is not before the day the gap is over."""
    over = joined(text("≥ "), day("gap_until"), text(" ("), fact("gap_series"), text(")"))
    return Answer(
        met=(fact("start") >= fact("gap_until")).fill_null(True),
        observed=day("start"),
        required=pl.when(fact("gap_until").is_not_null()).then(over).otherwise(text("")),
    )


def hours(check: Hours, _: Guideline) -> Answer:
    """The minutes of the visits, as hours, lie within the norm, bounds in. Unknown where no visit has minutes."""
    minutes = fact("minutes")
    whole = (minutes // _MINUTES).cast(pl.String)
    rest = (minutes % _MINUTES).cast(pl.String).str.zfill(2)
    return Answer(
        met=by_level(check.by_level, lambda norm: minutes.is_between(norm[0] * _MINUTES, norm[1] * _MINUTES)),
        observed=pl.concat_str(whole, text(":"), rest, text(" h")).fill_null(""),
        required=by_level(check.by_level, lambda norm: text(f"{norm[0]}–{norm[1]} h")),
    )


def multiprofessional(check: Multiprofessional, _: Guideline) -> Answer:
    """So many of the professions are on the visits. Unknown where no visit says its profession."""
    alike = {name: group for group in check.counted_as_one for name in group}

    def enough(norm: ProfessionNorm) -> pl.Expr:
        wanted = {alike.get(name, (name,)) for name in norm.of}
        return pl.sum_horizontal(_any_seen(group) for group in sorted(wanted)) >= norm.at_least

    return Answer(
        met=pl.when(fact("professions").list.len() > 0).then(by_level(check.by_level, enough)),
        observed=listed("professions"),
        required=by_level(check.by_level, lambda norm: text(f"≥ {norm.at_least}: {', '.join(norm.of)}")),
    )


def _any_seen(group: tuple[str, ...]) -> pl.Expr:
    """Whether any of the professions is on the visits."""
    return pl.any_horizontal(fact("professions").list.contains(name) for name in group)


def same_year(_: SameYear, __: Guideline) -> Answer:
    """Raised only where an earlier approved series at the level ended in the same calendar year."""
    return Answer(
        met=pl.lit(True),
        observed=fact("approved_same_year").fill_null(""),
        required=text(""),
        raised=fact("approved_same_year").is_not_null(),
    )
