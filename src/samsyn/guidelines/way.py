"""What a guideline says of the way to and through a programme: clocks, the choice of level, the last day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from samsyn.findings import Citation
from samsyn.kernel import Limit

SPECIALIST: Final = "specialist"
"""What a criterion may speak for beside the programme's levels: a specialist clinic instead."""


class ClockStart(StrEnum):
    """What happened on the day that a clock counts from."""

    REFERRAL_RECEIVED = "referral-received"
    LEVEL_DECIDED = "level-decided"


@dataclass(frozen=True)
class Clock:
    """How long a patient may wait, from which event."""

    id: str
    starts: ClockStart
    limit: Limit
    label: dict[str, str]  # by language
    citation: Citation


@dataclass(frozen=True)
class LevelCriterion:
    """What speaks for a level when it is decided."""

    id: str
    level: str  # one of the guideline's levels, or SPECIALIST
    label: dict[str, str]  # by language
    citation: Citation


@dataclass(frozen=True)
class WindDown:
    """The programme closes: the last day on which it takes new referrals. What has begun is finished under it."""

    last_day: date
    citation: Citation
