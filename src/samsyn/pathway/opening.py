"""Whether a programme takes new referrals."""

from dataclasses import dataclass
from datetime import date

from samsyn.findings import Citation
from samsyn.guidelines import GuidelineRegister


@dataclass(frozen=True)
class Closed:
    """The programme has closed: the last day on which it took referrals, and where that stands."""

    programme: str
    last_day: date
    citation: Citation


def open_for_referrals(register: GuidelineRegister, programme: str, day: date) -> Closed | None:
    """None while the programme takes new referrals, else why not.

    Its latest guideline that has begun on the day decides: one that says nothing of closing leaves the programme open,
    also after its own last day, since nobody has said that it ends.
    """
    begun = [g for g in register.guidelines if g.programme == programme and g.period.first <= day]
    latest = max(begun, key=lambda guideline: guideline.period, default=None)
    closing = latest.wind_down if latest else None
    if closing is None or day <= closing.last_day:
        return None
    return Closed(programme, closing.last_day, closing.citation)
