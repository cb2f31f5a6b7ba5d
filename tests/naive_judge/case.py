"""What one completed series is judged on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from tests.naive_judge.guidelines import Guideline
from tests.naive_judge.model import Contact, Evidence, Nrs
from tests.naive_judge.series import Series
from tests.naive_judge.teams import WholeTeam


@dataclass(frozen=True)
class Case:
    """A completed series, its guideline, and all that is known of the patient."""

    series: Series
    end: dt.date
    guideline: Guideline
    as_of: dt.date
    birth_date: dt.date | None
    patient_contacts: list[Contact]
    earlier: list[Series]
    """The patient's series with a smaller (start, series_id), either level, in that order."""
    approved_earlier: list[Series]
    """Those of `earlier` that were approved."""
    teams: list[WholeTeam]
    """The series' teams: rules §4 team-accredited."""
    nrs: list[Nrs] | None
    """The patient's registrations; None where the table is absent."""
    evidence: Evidence | None

    @property
    def level(self) -> str:
        """The level of the series."""
        return self.series.level


def met(holds: bool) -> str:
    """Return the outcome of a condition whose evidence is there."""
    return "met" if holds else "not_met"
