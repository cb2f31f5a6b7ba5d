"""A guideline tried before it is decided: the same records under the guidelines in force and under each draft."""

from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from samsyn.findings import Decision, Outcome
from samsyn.guidelines import Guideline, GuidelineRegister
from samsyn.guidelines.checks import Volume
from samsyn.kernel import Period
from samsyn.reconciliation.settlement import Settlement, settle
from samsyn.records import Records

IN_FORCE = ""
_DECIDED = (Decision.APPROVED.value, Decision.DENIED.value, Decision.REVIEW.value)


@dataclass(frozen=True)
class Scenario:
    """One set of guidelines and what it leads to, for series completed in the simulated period."""

    name: str  # the draft's id; empty for the guidelines in force
    series: pl.DataFrame
    findings: pl.DataFrame
    teams_below_volume: int


@dataclass(frozen=True)
class Simulation:
    """The guidelines in force first, then each draft; `moved` names drafts tried on other days than their own."""

    period: Period
    scenarios: tuple[Scenario, ...]
    moved: tuple[str, ...]


def simulate(records: Records, register: GuidelineRegister, drafts: tuple[Guideline, ...], as_of: date) -> Simulation:
    """Judge the records under the register, and under the register with each draft in place of what it replaces."""
    in_force = settle(records, register, as_of)
    ends = in_force.judgement.series["end"].drop_nulls()
    placed = [_placed(draft, ends, as_of) for draft in drafts]
    period = Period(min(d.period.first for d in placed), max(d.period.last for d in placed))
    scenarios = [_scenario(IN_FORCE, in_force, period, register)]
    for draft in placed:
        with_draft = register.with_draft(draft)
        scenarios.append(_scenario(draft.id, settle(records, with_draft, as_of), period, with_draft))
    moved = tuple(d.id for d, p in zip(drafts, placed, strict=True) if d.period != p.period)
    return Simulation(period, tuple(scenarios), moved)


def _placed(draft: Guideline, ends: pl.Series, as_of: date) -> Guideline:
    """The draft on its own days where any series was completed then, else on the calendar year of `as_of`."""
    if ends.is_between(draft.period.first, draft.period.last).any():
        return draft
    return replace(draft, period=Period.year(as_of.year))


def _scenario(name: str, settlement: Settlement, period: Period, register: GuidelineRegister) -> Scenario:
    judged = settlement.judgement
    series = judged.series.filter(pl.col("end").is_between(period.first, period.last))
    findings = judged.findings.join(series.select("series_id"), on="series_id", how="semi")
    return Scenario(name, series, findings, _below_volume(settlement.team_findings, period, register))


def _below_volume(team_findings: pl.DataFrame, period: Period, register: GuidelineRegister) -> int:
    """Team years of the period that miss a volume condition, whatever the condition is called."""
    ids = {c.id for g in register.guidelines for c in g.team_conditions if isinstance(c.check, Volume)}
    missed = pl.col("condition").is_in(sorted(ids)) & (pl.col("outcome") == Outcome.NOT_MET.value)
    years = pl.col("year").is_between(period.first.year, period.last.year)
    return team_findings.filter(missed & years).height


def by_scenario(simulation: Simulation) -> pl.DataFrame:
    """scenario, approved, denied, review, amount_ore, teams_below_volume, in the order given."""
    return pl.DataFrame(
        [
            (
                s.name,
                *(_count(s, kind) for kind in _DECIDED),
                int(s.series["amount_ore"].sum() or 0),
                s.teams_below_volume,
            )
            for s in simulation.scenarios
        ],
        schema=["scenario", *_DECIDED, "amount_ore", "teams_below_volume"],
        orient="row",
    )


def _count(scenario: Scenario, kind: str) -> int:
    return scenario.series.filter(pl.col("decision") == kind).height


def by_unit(simulation: Simulation) -> pl.DataFrame:
    """unit, level, then approved series and amount_ore for each scenario, sorted."""
    parts = [
        s.series.group_by(scenario=pl.lit(s.name), unit="start_unit", level="level").agg(
            approved=(pl.col("decision") == Decision.APPROVED.value).sum(), amount_ore=pl.col("amount_ore").sum()
        )
        for s in simulation.scenarios
    ]
    return pl.concat(parts).sort("unit", "level", "scenario")


def changes(simulation: Simulation) -> pl.DataFrame:
    """scenario, series_id, unit, was, becomes, conditions: series that a draft decides otherwise, and by which."""
    now, *others = simulation.scenarios
    parts = [_changed(now, other) for other in others]
    return pl.concat(parts).sort("scenario", "series_id")


def _changed(now: Scenario, other: Scenario) -> pl.DataFrame:
    changed = (
        now.series.select("series_id", unit="start_unit", was="decision")
        .join(other.series.select("series_id", becomes="decision"), on="series_id", how="full", coalesce=True)
        .with_columns(pl.col("was", "becomes", "unit").fill_null(""))
        .filter(pl.col("was") != pl.col("becomes"))
    )
    conditions = _differing(now, other).group_by("series_id").agg(conditions=pl.col("condition").sort().str.join(", "))
    return changed.join(conditions, on="series_id", how="left").select(
        pl.lit(other.name).alias("scenario"), "series_id", "unit", "was", "becomes", pl.col("conditions").fill_null("")
    )


def _differing(now: Scenario, other: Scenario) -> pl.DataFrame:
    """Conditions whose outcome is another, or that only one of the two has."""
    keys = ("series_id", "condition")
    return (
        now.findings.select(*keys, was="outcome")
        .join(other.findings.select(*keys, becomes="outcome"), on=keys, how="full", coalesce=True)
        .filter(pl.col("was").ne_missing(pl.col("becomes")))
    )
