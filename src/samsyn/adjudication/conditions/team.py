"""Conditions on the series' teams: accredited, in the registry, at the right care level."""

import polars as pl

from samsyn.adjudication.answer import Answer, day, fact, joined, listed, text
from samsyn.adjudication.by_level import by_level
from samsyn.guidelines import Guideline
from samsyn.guidelines.checks import CareLevel, NrsConnected, NrsRegistered, TeamAccredited


def team_accredited(_: TeamAccredited, __: Guideline) -> Answer:
    """At the unit of the start, one team accredited for the level on every day from the first to the last."""
    return Answer(
        met=fact("teams").is_not_null(),
        observed=listed("teams"),
        required=joined(
            fact("start_unit"), text(" "), fact("level"), text(" "), day("start"), text("–"), day("closing")
        ),
    )


def nrs_connected(_: NrsConnected, __: Guideline) -> Answer:
    """One of the series' teams has joined, on or before the last day, the registry module it needs."""
    return Answer(
        met=(fact("connected").list.len() > 0).fill_null(False),
        observed=listed("connected"),
        required=joined(listed("modules_needed"), text(" ≤ "), day("closing")).str.strip_chars(" "),
    )


def nrs_registered(check: NrsRegistered, _: Guideline) -> Answer:
    """The patient is registered by the unit in a module that one of the series' teams needs, in time."""
    since = fact("start").dt.offset_by(f"-{check.days_before}d").cast(pl.String)
    return Answer(
        met=pl.when(fact("nrs_known")).then(fact("registered_on").is_not_null()),
        observed=day("registered_on"),
        required=joined(fact("start_unit"), text(" "), listed("modules_needed"), text(" ≥ "), since).str.replace(
            "  ", " "
        ),
    )


def care_level(check: CareLevel, _: Guideline) -> Answer:
    """One of the series' teams has the care level meant for the level."""
    return Answer(
        met=by_level(check.by_level, lambda meant: fact("care_levels").list.contains(meant)),
        observed=listed("care_levels"),
        required=by_level(check.by_level, text),
    )
