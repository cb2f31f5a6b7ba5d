"""Conditions on the guideline itself: that it is in force, and that a source states its amount."""

import polars as pl

from samsyn.adjudication.answer import Answer, text
from samsyn.adjudication.by_level import by_level
from samsyn.guidelines import Amount, Ground, Guideline
from samsyn.guidelines.checks import InForce, PriceBasis


def in_force(_: InForce, guideline: Guideline) -> Answer:
    """The guideline covers the day (it was chosen so) and states an amount for the level, else unknown."""
    return Answer(
        met=by_level(_amounts(guideline), lambda amount: pl.lit(True if amount.money else None, pl.Boolean())),
        observed=by_level(_amounts(guideline), lambda amount: text(_kronor(amount))),
        required=text(f"{guideline.id} {guideline.period}"),
    )


def price_basis(_: PriceBasis, guideline: Guideline) -> Answer:
    """The amount is stated by a source for that very period, not carried forward from another."""
    return Answer(
        met=by_level(_amounts(guideline), lambda amount: pl.lit(amount.ground is Ground.STATED)),
        observed=by_level(_amounts(guideline), lambda amount: text(amount.ground)),
        required=text(Ground.STATED),
    )


def _amounts(guideline: Guideline) -> dict[str, Amount]:
    return {amount.level: amount for amount in guideline.amounts}


def _kronor(amount: Amount) -> str:
    return f"{amount.money.whole_kronor()} SEK" if amount.money else ""
