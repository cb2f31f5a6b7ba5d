"""A simulation as tables: the sums side by side, what changes and why, and the money of each unit."""

from collections.abc import Iterator

import polars as pl
from rich.console import RenderableType

from samsyn.cli.options import Language
from samsyn.cli.showing import table
from samsyn.cli.texts import kronor, number, say, word
from samsyn.reconciliation.simulation import Simulation, by_scenario, by_unit, changes

_MOST_ROWS = 25


def pages(simulation: Simulation, language: Language) -> Iterator[RenderableType]:
    """What the table of a meeting needs, in that order."""
    for draft in simulation.moved:
        yield say("as_if", language, draft=draft, period=simulation.period)
    yield _sums(simulation, language)
    yield from _changes(simulation, language)
    yield _units(simulation, language)


def scenario_name(name: str, language: Language) -> str:
    """The draft's id, or what the guidelines in force are called."""
    return name or say("now", language)


def _sums(simulation: Simulation, language: Language) -> RenderableType:
    rows = [
        [scenario_name(name, language), *map(number, counts), kronor(ore), number(below)]
        for name, *counts, ore, below in by_scenario(simulation).iter_rows()
    ]
    keys = ("scenario", "approved", "denied", "review", "amount", "below_volume")
    title = say("simulation", language, first=simulation.period.first, last=simulation.period.last)
    return table(title, [say(key, language) for key in keys], rows, numbers=range(1, 6))


def _changes(simulation: Simulation, language: Language) -> Iterator[RenderableType]:
    """Changed decisions counted by what they were, become, and which conditions differ."""
    keys = ("scenario", "was", "becomes", "conditions")
    counted = changes(simulation).group_by(keys).len("series").sort("scenario", "series", *keys[1:], descending=False)
    if counted.is_empty():
        yield say("no_change", language) + "\n"
        return
    rows = [
        [scenario_name(name, language), word(was, language), word(becomes, language), conditions, number(count)]
        for name, was, becomes, conditions, count in counted.head(_MOST_ROWS).iter_rows()
    ]
    columns = [say(key, language) for key in ("scenario", "from", "to", "because", "series")]
    yield table(say("changed", language), columns, rows, numbers=[4])


def _units(simulation: Simulation, language: Language) -> RenderableType:
    names = [s.name for s in simulation.scenarios]
    amounts = by_unit(simulation).with_columns(unit=pl.concat_str("unit", pl.lit(" "), "level"))
    of = {(unit, name): ore for unit, name, ore in amounts.select("unit", "scenario", "amount_ore").iter_rows()}
    units = amounts["unit"].unique().sort()
    rows = [[unit, *(kronor(of.get((unit, name), 0)) for name in names)] for unit in units]
    columns = [say("unit", language), *(scenario_name(name, language) for name in names)]
    return table(say("per_unit", language), columns, rows, numbers=range(1, len(columns)))
