"""Who is treated for what, where, and how much: the series of a region before they have dates."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Final, Self

import numpy as np

from samsyn.extracts.synthetic import kinds
from samsyn.extracts.synthetic.kinds import KINDS, NUMBER, SeriesKind
from samsyn.extracts.synthetic.plan import FULL_REGION, RegionPlan
from samsyn.extracts.synthetic.teams import Role, Team
from samsyn.extracts.synthetic.working_days import Flags, Ints

_CONTACTS_PER_SERIES: Final = 25
_FEWEST_CONTACTS: Final = 13
_FAULT_SHARE: Final = 0.003
_LARGE_REGION: Final = 5000
NO_COORDINATION, OWN_CONTACT, WITHIN_VISIT = 0, 1, 2


@dataclass(frozen=True)
class Cast:
    """One entry for each series; every array has the same length."""

    kind: Ints  # number in KINDS
    level: Ints  # number in LEVELS
    unit: Ints
    first: Ints  # the patient's earlier series, or -1
    opens_pair: Flags  # whether a later series of the patient follows
    visits: Ints  # ongoing contacts
    combined: Flags  # the last visit is also the completion
    coordination: Ints

    def __len__(self) -> int:
        return len(self.kind)

    def of(self, kind: str) -> Flags:
        """Which series are of a kind."""
        return np.equal(self.kind, NUMBER[kind])

    @property
    def patient(self) -> Ints:
        """The patient of each series, counted from 0 without gaps in the order of their first series."""
        own = np.cumsum(self.first < 0) - 1
        return np.where(self.first < 0, own, own[self.first]).astype(np.int64)

    def upto(self, contacts: int) -> Self:
        """The first series, as many as have no more coded contacts than this together."""
        kept = int(np.searchsorted(np.cumsum(self._cost()), contacts, side="right"))
        return replace(self, **{each.name: getattr(self, each.name)[:kept] for each in fields(self)})

    def _cost(self) -> Ints:
        assessed = ~self.of("missing-assessment")
        apart = ~self.combined + assessed.astype(np.int64)
        extra = (self.coordination == OWN_CONTACT) + self.of("doubled-completion").astype(np.int64)
        cost: Ints = self.visits + apart + extra
        return cost


@dataclass(frozen=True)
class _Block:
    """A number of series alike. A block that follows is each the later series of one in the block before."""

    kind: SeriesKind
    count: int
    role: Role = "ordinary"
    level: int | None = None
    opens_pair: bool = False
    follows: bool = False


def draw_cast(plan: RegionPlan, teams: tuple[Team, ...]) -> Cast:
    """All series that the coded share has room for, planted ones first."""
    blocks = list(_blocks(plan, teams))
    rng = plan.stream("cast")
    kind = np.concatenate([np.full(block.count, NUMBER[block.kind.name]) for block in blocks])
    level = np.concatenate([_levels(plan, block, rng) for block in blocks])
    first = _firsts(blocks)
    unit = np.concatenate([_units(block, teams, level, start, rng) for block, start in _starts(blocks)])
    # Who begins a second series at the same level does so where the first one was.
    stays = (first >= 0) & (level == level[first])
    unit = np.where(stays, unit[first], unit)
    opens = np.concatenate([np.full(block.count, block.opens_pair) for block in blocks])
    return _with_visits(plan, kind, level, unit, first, opens).upto(plan.coded_target)


def _blocks(plan: RegionPlan, teams: tuple[Team, ...]) -> Iterator[_Block]:
    about = plan.coded_target // _CONTACTS_PER_SERIES
    each = max(1, round(about * _FAULT_SHARE))
    if plan.faults:
        yield from _fault_blocks(plan, about, each)
    if any(team.role != "ordinary" for team in teams):
        many = sum(team.role == "part-year" for team in teams)
        yield _Block(kinds.PART_YEAR, max(each, many), "part-year", 0)
        yield _Block(kinds.UNCONNECTED, many * min(12, max(2, about // 40)), "unconnected", 0)
        yield _Block(kinds.CLEAN, many * min(12, max(2, about // 40)), "few-patients", 0)
    if plan.coded_target >= FULL_REGION:
        for kind, count in ((kinds.NEXT_LEVEL, 3 * each), (kinds.REPEAT, each)):
            yield from _pair(kind, count)
    yield _Block(kinds.CLEAN, plan.coded_target // _FEWEST_CONTACTS + 1)


def _fault_blocks(plan: RegionPlan, about: int, each: int) -> Iterator[_Block]:
    """A block for each fault; in a tiny region only as many faults as leave two series in three sound."""
    room = len(kinds.SINGLE_FAULTS) if plan.coded_target >= FULL_REGION else about // 3
    for kind in kinds.SINGLE_FAULTS[:room]:
        share = kind.share if plan.coded_target >= _LARGE_REGION else 1
        yield _Block(kind, each * share, level=kind.level)
    if plan.coded_target >= FULL_REGION:
        yield from _pair(kinds.TOO_EARLY, each)


def _pair(kind: SeriesKind, count: int) -> Iterator[_Block]:
    yield _Block(kinds.CLEAN, count, level=0, opens_pair=True)
    yield _Block(kind, count, level=1 if kind is kinds.NEXT_LEVEL else 0, follows=True)


def _starts(blocks: list[_Block]) -> Iterator[tuple[_Block, int]]:
    start = 0
    for block in blocks:
        yield block, start
        start += block.count


def _levels(plan: RegionPlan, block: _Block, rng: np.random.Generator) -> Ints:
    if block.level is not None:
        return np.full(block.count, block.level)
    hospital = 0.25 if plan.coded_target >= _LARGE_REGION else 0.12
    return (rng.random(block.count) < hospital).astype(np.int64)


def _firsts(blocks: list[_Block]) -> Ints:
    parts = []
    for block, start in _starts(blocks):
        earlier = np.arange(start - block.count, start)
        parts.append(earlier if block.follows else np.full(block.count, -1))
    return np.concatenate(parts)


def _units(block: _Block, teams: tuple[Team, ...], level: Ints, start: int, rng: np.random.Generator) -> Ints:
    """A unit for each series of a block: by its size for ordinary teams, in turn for the planted ones."""
    wanted = level[start : start + block.count]
    units = np.zeros(block.count, dtype=np.int64)
    for number in (0, 1):
        pool = np.array([team.unit for team in teams if team.level == number and team.role == block.role])
        chosen = np.flatnonzero(wanted == number)
        if block.role == "ordinary" and len(chosen):
            units[chosen] = pool[_by_size(rng, len(pool), len(chosen))]
        elif len(chosen):
            units[chosen] = pool[np.arange(len(chosen)) % len(pool)]
    return units


def _by_size(rng: np.random.Generator, teams: int, series: int) -> Ints:
    """A team for each series: even in turn for the most, so that few teams stay below their volume."""
    evenly = (np.arange(series) + int(rng.integers(teams))) % teams
    anyhow = rng.integers(0, teams, series)
    return np.where(rng.random(series) < 0.75, evenly, anyhow)


def _with_visits(plan: RegionPlan, kind: Ints, level: Ints, unit: Ints, first: Ints, opens: Flags) -> Cast:
    rng = plan.stream("visits")
    count = len(kind)
    visits = np.where(level == 0, rng.integers(10, 21, count), rng.integers(30, 61, count))
    lone = kind == NUMBER["completion-without-ongoing"]
    # These two are told apart from the last visit by date or unit, so the completion is a contact of its own.
    apart = lone | np.isin(kind, [NUMBER["late-completion"], NUMBER["completion-at-wrong-unit"]])
    combined = (rng.random(count) < 0.3) & ~apart
    # Ten contacts could not hold forty hours at four hours a day.
    visits = np.where(combined & (visits == 10), 11, visits)
    coordination = rng.choice(np.array([NO_COORDINATION, OWN_CONTACT, WITHIN_VISIT]), count, p=[0.15, 0.6, 0.25])
    return Cast(kind, level, unit, first, opens, np.where(lone, 0, visits), combined, coordination)


def must_complete(cast: Cast) -> Flags:
    """Series whose finding or successor needs their completion to lie within the extract."""
    planted = np.array([kind.planted for kind in KINDS])
    return planted[cast.kind] | cast.opens_pair
