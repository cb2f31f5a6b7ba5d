"""The kinds of condition that a guideline may use, each with the parameters it takes.

A guideline file names a kind as `check`. A new kind is one class here, one function in
`adjudication`, and its spec.
"""

from dataclasses import dataclass
from typing import Literal

Levels = tuple[str, ...]
Attestation = Literal["investigated", "plan", "physician_at_conference", "choice_signed", "screened", "copy_sent"]
LintonForm = Literal["", "short", "full"]
NeedsBy = Literal["care_level", "level"]


class ImpossibleParameter(ValueError):
    """Parameters that contradict each other."""


@dataclass(frozen=True)
class InForce:
    """A guideline covers the day and states an amount for the level."""


@dataclass(frozen=True)
class OngoingCoded:
    """The series holds at least one ongoing contact."""


@dataclass(frozen=True)
class Age:
    """Age in whole years on the first day, both bounds in."""

    youngest: int
    oldest: int

    def __post_init__(self) -> None:
        if not 0 <= self.youngest <= self.oldest:
            raise ImpossibleParameter(f"youngest {self.youngest} must not be above oldest {self.oldest}")


@dataclass(frozen=True)
class DiagnosisListed:
    """A listed diagnosis on at least one visit."""


@dataclass(frozen=True)
class DiagnosisEveryVisit:
    """At least one diagnosis on every visit."""


@dataclass(frozen=True)
class PainDuration:
    """Pain for at least so many calendar months on the first day."""

    months: int


@dataclass(frozen=True)
class Attested:
    """Something that no register holds: what the evidence table says of it, else the provider's word."""

    column: Attestation


@dataclass(frozen=True)
class AssessmentCoded:
    """An assessment on or before the first day, after the end of the previous series at the level."""


@dataclass(frozen=True)
class CompletionUnit:
    """Completed at the unit that registered the first ongoing code."""


@dataclass(frozen=True)
class TeamAccredited:
    """One team at the unit accredited for the level on every day of the series."""


@dataclass(frozen=True)
class NrsConnected:
    """One of the series' teams has joined the registry module it needs."""


@dataclass(frozen=True)
class NrsRegistered:
    """The patient is registered in that module, from so many days before the first day."""

    days_before: int


@dataclass(frozen=True)
class TreatmentGap:
    """So many calendar months since any earlier series; pairs (earlier, later) that need no gap once completed."""

    months: int
    allowed_at_once: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class CareLevel:
    """The level is given at the care level meant for it."""

    by_level: dict[str, str]


@dataclass(frozen=True)
class Hours:
    """Hours of treatment, bounds in."""

    by_level: dict[str, tuple[int, int]]


@dataclass(frozen=True)
class ProfessionNorm:
    """How many of which professions."""

    at_least: int
    of: tuple[str, ...]


@dataclass(frozen=True)
class Multiprofessional:
    """Distinct professions on the visits; those in one group of `counted_as_one` count once."""

    by_level: dict[str, ProfessionNorm]
    counted_as_one: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class ProgrammeLength:
    """So many weeks from the first day to the completion."""

    weeks: int


@dataclass(frozen=True)
class PriceBasis:
    """The amount is stated by a source for that very period."""


@dataclass(frozen=True)
class WorkContact:
    """A coordinating contact between the first and the last day."""


@dataclass(frozen=True)
class SameYear:
    """Raised when an earlier approved series at the level ended in the same calendar year."""


@dataclass(frozen=True)
class DuplicateCompletion:
    """Raised when a completion code came again with nothing ongoing in between."""


@dataclass(frozen=True)
class Place:
    """A place in a team: who may fill it by profession, and who by competence."""

    name: str
    professions: tuple[str, ...]
    needs: str = ""  # a competence every holder must have
    also_with: str = ""  # a competence that lets other professions fill the place …
    also_professions: tuple[str, ...] = ()  # … namely these


@dataclass(frozen=True)
class TeamNorm:
    """Which places must be filled, how many in all, and a competence one of the holders must have."""

    places: tuple[Place, ...]
    obligatory: tuple[str, ...]
    at_least: int
    one_with: str = ""


@dataclass(frozen=True)
class Composition:
    """The team's places, filled on every day of accreditation."""

    by_level: dict[str, TeamNorm]


@dataclass(frozen=True)
class Volume:
    """At least so many distinct patients with an ongoing contact in the calendar year."""

    patients: int


@dataclass(frozen=True)
class TeamNrsConnected:
    """The team has joined its registry module on the last day judged."""


@dataclass(frozen=True)
class FollowUpReport:
    """The yearly report is handed in on time. Judged where reports are handed in, not from extracts."""


@dataclass(frozen=True)
class DiagnosisGiven:
    """The referral holds a preliminary diagnosis."""


@dataclass(frozen=True)
class LintonGiven:
    """The referral holds the sum of Linton's form, and says which form it is the sum of."""


@dataclass(frozen=True)
class LintonAbove:
    """Above so many points the referrer takes a stand on the care level.

    `form`: the form that the points are counted on; empty: either.
    """

    points: int
    including: bool = False  # whether exactly so many points count as above
    form: LintonForm = ""

    def __post_init__(self) -> None:
        if self.points < 0:
            raise ImpossibleParameter(f"points {self.points} must not be below 0")


@dataclass(frozen=True)
class ReferralCodeGiven:
    """The referral holds its referral code."""


@dataclass(frozen=True)
class ChosenByPatient:
    """The team is the patient's own choice."""


@dataclass(frozen=True)
class LongSickLeave:
    """After so many months of sick leave the referrer takes a stand on the care level."""

    months: int


@dataclass(frozen=True)
class EarlierTreatment:
    """What has been tried is told, and where anything has, the referrer takes a stand on the care level."""


@dataclass(frozen=True)
class QuestionAsked:
    """The referral says what is asked."""


SeriesCheck = (
    InForce
    | OngoingCoded
    | Age
    | DiagnosisListed
    | DiagnosisEveryVisit
    | PainDuration
    | Attested
    | AssessmentCoded
    | CompletionUnit
    | TeamAccredited
    | NrsConnected
    | NrsRegistered
    | TreatmentGap
    | CareLevel
    | Hours
    | Multiprofessional
    | ProgrammeLength
    | PriceBasis
    | WorkContact
    | SameYear
    | DuplicateCompletion
)
TeamCheck = Composition | Volume | TeamNrsConnected | FollowUpReport
ReferralCheck = (
    Age
    | DiagnosisListed
    | PainDuration
    | Attested
    | DiagnosisGiven
    | LintonGiven
    | LintonAbove
    | ReferralCodeGiven
    | ChosenByPatient
    | LongSickLeave
    | EarlierTreatment
    | QuestionAsked
)
