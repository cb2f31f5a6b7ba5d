"""The kinds of series that a region holds: well-kept ones, and one kind for each planted fault."""

from dataclasses import dataclass
from typing import Final, Literal

Decision = Literal["approved", "denied", "review", "open"]
Outcome = Literal["met", "not_met", "unknown"]


@dataclass(frozen=True)
class SeriesKind:
    """What is wrong with a series, and every finding that follows from it.

    `planted` is False for the kinds that are only part of ordinary life. `share` multiplies how many there are.
    """

    name: str
    decision: Decision = "approved"
    findings: tuple[tuple[str, Outcome], ...] = ()
    planted: bool = True
    level: int | None = None
    share: int = 1


def _denied(name: str, *conditions: str) -> SeriesKind:
    return SeriesKind(name, "denied", tuple((condition, "not_met") for condition in conditions))


CLEAN: Final = SeriesKind("clean", planted=False)
NEXT_LEVEL: Final = SeriesKind("next-level", planted=False)
REPEAT: Final = SeriesKind("repeat-after-gap", planted=False)
TOO_EARLY: Final = _denied("second-series-too-early", "treatment-gap")
PART_YEAR: Final = SeriesKind(
    "team-not-accredited-whole-time",
    "denied",
    # Without a team of its own, a series has no team to judge the register or the care level by.
    (("team-accredited", "not_met"), ("nrs-connected", "not_met"), ("care-level", "unknown")),
)
UNCONNECTED: Final = _denied("team-not-in-nrs", "nrs-connected")

SINGLE_FAULTS: Final = (
    _denied("missing-assessment", "assessment-coded"),
    _denied("completion-at-wrong-unit", "completion-unit"),
    _denied("missing-registration", "nrs-registered"),
    SeriesKind("doubled-completion", findings=(("duplicate-completion", "met"),)),
    _denied("unlisted-diagnosis", "diagnosis-listed"),
    _denied("too-young", "age"),
    _denied("too-old", "age"),
    SeriesKind("birth-date-missing", "review", (("age", "unknown"),)),
    _denied("assessment-after-start", "assessment-coded"),
    _denied("visit-without-diagnosis", "diagnosis-every-visit"),
    # A lone completion visit can neither fill the hours nor gather the professions.
    _denied("completion-without-ongoing", "ongoing-coded", "hours", "multiprofessional"),
    _denied("pain-too-short", "pain-duration"),
    _denied("not-investigated", "investigated"),
    _denied("no-plan", "rehab-plan"),
    _denied("no-physician-at-conference", "physician-at-conference"),
    SeriesKind("late-completion", share=3),
    SeriesKind("hours-outside", findings=(("hours", "not_met"),), share=3),
    # Four other professions satisfy MMR1; only MMR2 demands a physician by name.
    SeriesKind("missing-physician", findings=(("multiprofessional", "not_met"),), level=1),
)

KINDS: Final = (CLEAN, NEXT_LEVEL, REPEAT, TOO_EARLY, PART_YEAR, UNCONNECTED, *SINGLE_FAULTS)
"""A kind is kept in arrays as its number in this tuple."""
NUMBER: Final = {kind.name: number for number, kind in enumerate(KINDS)}
