"""The coded contacts of every series: assessment, ongoing visits, coordination, completion."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from samsyn.extracts.synthetic import vocabulary as words
from samsyn.extracts.synthetic.cast import OWN_CONTACT, WITHIN_VISIT, Cast
from samsyn.extracts.synthetic.contact_columns import CodedContacts, ContactColumns
from samsyn.extracts.synthetic.plan import RegionPlan
from samsyn.extracts.synthetic.timing import NEVER, Timing
from samsyn.extracts.synthetic.working_days import Flags, Ints, WorkingDays

_PLAIN_SPELLING: Final = 0.95
_LOWER_CASE_UNIT: Final = 0.01


@dataclass(frozen=True)
class Part:
    """Contacts of one purpose; one entry each. `place` counts the visits of a series, -1 for other purposes."""

    series: Ints
    day: Ints  # working-day number
    purpose: Ints  # *_AT number of the vocabulary
    place: Ints

    @classmethod
    def joined(cls, parts: "list[Part]") -> "Part":
        """All parts after each other."""
        names = ("series", "day", "purpose", "place")
        return cls(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


def treat(
    plan: RegionPlan, cast: Cast, timing: Timing, calendar: WorkingDays, population: Ints, units: int
) -> CodedContacts:
    """Every coded contact that falls within the extract. `population` is the number of each patient."""
    rng = plan.stream("treatment")
    parts = [
        _visits(cast, timing, rng),
        _completions(cast, timing),
        _assessments(timing),
        _coordination(cast, timing, rng),
        _doubled(cast, timing),
    ]
    part = Part.joined(parts)
    counted = np.arange(len(part.series)) < len(parts[0].series) + len(parts[1].series)
    columns = ContactColumns(
        patient=population[cast.patient[part.series]],
        unit=_units(cast, part, units, rng),
        day=calendar.at(part.day),
        diagnoses=_diagnoses(cast, part, rng),
        procedures=_procedures(part, rng),
        profession=_professions(cast, part, rng),
        minutes=_minutes(cast, part, counted, rng),
        contact_type=_types(part, rng),
    )
    inside = np.flatnonzero(part.day <= calendar.last)
    numbers = np.arange(len(inside))
    return CodedContacts(
        columns.rows(inside),
        part.series[inside],
        part.place[inside] >= 0,
        numbers,
        np.zeros(len(inside), dtype=np.bool_),
    )


def _visits(cast: Cast, timing: Timing, rng: np.random.Generator) -> Part:
    """The ongoing visits, spread over the span; the first on its first day, the last on its last."""
    series = np.repeat(np.arange(len(cast)), cast.visits)
    place = np.arange(len(series)) - np.repeat(np.cumsum(cast.visits) - cast.visits, cast.visits)
    count, span = cast.visits[series], timing.span[series]
    within = np.floor((place + rng.random(len(series))) / count * span).astype(np.int64)
    within = np.where(place == 0, 0, np.where(place == count - 1, span, within))
    paused = np.where(place >= timing.pause_at[series], timing.pause[series], 0)
    last = (place == count - 1) & cast.combined[series]
    coordinating = (place == count // 2) & (cast.coordination[series] == WITHIN_VISIT)
    purpose = np.where(coordinating, words.WITH_COORDINATION_AT, words.ONGOING_AT)
    purpose = np.where(last, words.BOTH_AT, purpose) + cast.level[series]
    return Part(series, timing.start[series] + within + paused, purpose, place)


def _other(series: Ints, day: Ints, purpose: Ints) -> Part:
    return Part(series, day, purpose, np.full(len(series), -1))


def _completions(cast: Cast, timing: Timing) -> Part:
    series = np.flatnonzero(~cast.combined)
    return _other(series, timing.end[series], words.COMPLETION_AT + cast.level[series])


def _doubled(cast: Cast, timing: Timing) -> Part:
    series = np.flatnonzero(timing.doubled != NEVER)
    return _other(series, timing.doubled[series], words.COMPLETION_AT + cast.level[series])


def _assessments(timing: Timing) -> Part:
    series = np.flatnonzero(timing.assessed != NEVER)
    return _other(series, timing.assessed[series], np.full(len(series), words.ASSESSMENT_AT))


def _coordination(cast: Cast, timing: Timing, rng: np.random.Generator) -> Part:
    """Contacts with employer or Arbetsförmedlingen, apart from the visits, during the series."""
    series = np.flatnonzero(cast.coordination == OWN_CONTACT)
    length = timing.end[series] - timing.start[series]
    day = timing.start[series] + np.floor(rng.random(len(series)) * (length + 1)).astype(np.int64)
    return _other(series, day, words.COORDINATION_AT + rng.integers(0, len(words.COORDINATION), len(series)))


def _units(cast: Cast, part: Part, units: int, rng: np.random.Generator) -> Ints:
    """The unit, written in lower case now and then; the completion elsewhere where that is the fault."""
    completing = part.purpose // 2 * 2 == words.COMPLETION_AT
    elsewhere = cast.of("completion-at-wrong-unit")[part.series] & completing
    unit: Ints = (cast.unit[part.series] + elsewhere) % units
    return np.add(unit, np.where(rng.random(len(unit)) < _LOWER_CASE_UNIT, units, 0))


def _diagnoses(cast: Cast, part: Part, rng: np.random.Generator) -> Ints:
    code = rng.integers(0, len(words.LISTED), len(cast))[part.series]
    form = rng.choice(np.arange(words.FORMS), len(code), p=[0.7, 0.05, 0.05, *[0.2 / 3] * 3])
    cell = words.LISTED_AT + code * words.FORMS + form
    aside = (rng.random(len(code)) < 0.08) & (part.place > 0)
    cell = np.where(aside, words.UNLISTED_VISIT, cell)
    unlisted = words.UNLISTED_AT + rng.integers(0, len(words.UNLISTED), len(cast))
    cell = np.where(cast.of("unlisted-diagnosis")[part.series], unlisted[part.series], cell)
    bare = cast.of("visit-without-diagnosis")[part.series] & (part.place == 2)
    return np.where(bare, 0, cell)


def _procedures(part: Part, rng: np.random.Generator) -> Ints:
    odd = rng.random(len(part.purpose)) >= _PLAIN_SPELLING
    spelling = np.where(odd, rng.integers(1, words.SPELLINGS, len(odd)), 0)
    return words.PURPOSES_AT + part.purpose * words.SPELLINGS + spelling


def _professions(cast: Cast, part: Part, rng: np.random.Generator) -> Ints:
    """The first four visits meet the four core professions, the later ones whoever it may be."""
    turn = rng.integers(0, words.CORE_PROFESSIONS, len(cast))[part.series]
    core = (part.place + turn) % words.CORE_PROFESSIONS
    anyone = rng.integers(1, words.NURSE + 1, len(core))
    person = np.where(part.place < words.CORE_PROFESSIONS, core, anyone)
    person = np.where(part.place < 0, words.PHYSICIAN, person)
    person = np.where(part.purpose >= words.COORDINATION_AT, words.COORDINATOR, person)
    therapist = np.where(rng.random(len(cast)) < 0.2, words.PSYCHOTHERAPIST, words.PSYCHOLOGIST)
    person = np.where(person == words.PSYCHOLOGIST, therapist[part.series], person)
    absent = cast.of("missing-physician")[part.series] & (person == words.PHYSICIAN)
    return np.where(absent, words.NURSE, person)


def _minutes(cast: Cast, part: Part, counted: Flags, rng: np.random.Generator) -> Ints:
    """Minutes to the nearest five, from 60 to 240, that make the series' hours out of its counted contacts."""
    norm = np.array(words.HOURS)[cast.level]
    outside = np.array(words.HOURS_OUTSIDE)[cast.level]
    low, high = np.where(cast.of("hours-outside")[:, None], outside, norm).T
    contacts = cast.visits + ~cast.combined
    # Few contacts cannot hold many hours: their mean stays at 195 minutes, so that none needs more than 240.
    hours = np.minimum(rng.uniform(low, high), contacts * 195 / 60)
    weight = rng.uniform(0.85, 1.15, len(part.series))
    weights = np.bincount(part.series[counted], weights=weight[counted], minlength=len(cast))
    share = weight / np.maximum(weights, 1)[part.series]
    minutes = np.rint(hours[part.series] * 60 * share / 5).astype(np.int64) * 5
    return np.where(counted, np.clip(minutes, 60, 240), 60)


def _types(part: Part, rng: np.random.Generator) -> Ints:
    group = np.where(rng.random(len(part.place)) < 0.4, words.GROUP, words.VISIT)
    kind = np.where(part.place >= 0, group, words.VISIT)
    return np.where(part.purpose >= words.COORDINATION_AT, words.TELEPHONE, kind)
