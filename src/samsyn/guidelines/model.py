"""A guideline: the rules of one programme for one period, as one decision states them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samsyn.codes import ICD10Code, ProcedureCode, ProgrammeCode
from samsyn.findings import Citation, Evidence, Force
from samsyn.guidelines.checks import NeedsBy, ReferralCheck, SeriesCheck, TeamCheck
from samsyn.guidelines.way import Clock, LevelCriterion, WindDown
from samsyn.kernel import Money, Period


class Role(StrEnum):
    """What a guideline code says of the contact that carries it."""

    ASSESSMENT = "assessment"
    ONGOING = "ongoing"
    COMPLETION = "completion"
    COORDINATION = "coordination"


class Ground(StrEnum):
    """Where an amount comes from."""

    STATED = "stated"
    CARRIED_FORWARD = "carried-forward"
    NOT_STATED = "not-stated"


@dataclass(frozen=True)
class GuidelineCode:
    """A code that the guideline asks for, of KVÅ or of the programme's own, with labels of our own."""

    code: ProcedureCode | ProgrammeCode
    role: Role
    level: str  # empty where the code belongs to every level
    label: dict[str, str]  # by language
    citation: Citation


@dataclass(frozen=True)
class ListedDiagnosis:
    """A diagnosis that opens the programme. A four-character code covers its subdivisions."""

    code: ICD10Code
    label: dict[str, str]


@dataclass(frozen=True)
class Amount:
    """What a completed series at the level is paid, and under which product code it is invoiced."""

    level: str
    money: Money | None  # None where no source states it
    ground: Ground
    stated_product_code: str  # empty where no source states one
    citation: Citation

    @property
    def product_code(self) -> str:
        """What the invoice line carries: the stated code, else the level's own name (contract)."""
        return self.stated_product_code or self.level


@dataclass(frozen=True)
class Supplement:
    """Money beside the series: once a patient or once a unit."""

    id: str
    money: Money
    once_per: str  # patient, unit
    paid_with: str  # completion, first-payment
    nrs_module: str  # the module a unit's supplement is for, else empty
    citation: Citation


@dataclass(frozen=True)
class Condition:
    """One rule for a series, a team or a referral: what is checked, how binding it is, and where it stands."""

    id: str
    check: SeriesCheck | TeamCheck | ReferralCheck
    force: Force
    evidence: Evidence
    citation: Citation


@dataclass(frozen=True)
class NrsModules:
    """Which registry module a team needs, decided by its care level or by its level."""

    decided_by: NeedsBy
    modules: dict[str, str]
    citation: Citation


@dataclass(frozen=True)
class InvoiceTerms:
    """To whom and how often series are invoiced. Empty texts where no source states the value."""

    addressee: str
    address: tuple[str, ...]
    internal_customer_number: str
    buyer_reference: str
    interval: str
    citation: Citation


@dataclass(frozen=True)
class FollowUpTerms:
    """What period the yearly report covers and the last day to hand it in."""

    period: Period
    due: date
    citation: Citation


@dataclass(frozen=True)
class NotificationTerms:
    """What whoever announces a team is asked beside its composition: former-name, was-active, was-paid."""

    asks: tuple[str, ...]  # of ASKED
    citation: Citation


ASKED = ("former-name", "was-active", "was-paid")


@dataclass(frozen=True, eq=False)
class Guideline:
    """The rules of one programme for one period. One loading of a file is one guideline: compared by identity."""

    id: str
    programme: str
    title: dict[str, str]
    reference: str
    period: Period
    replaces: str
    draft: bool
    gap_before: str  # why days before this guideline have no answer, where the gap is meant
    levels: tuple[str, ...]
    codes: tuple[GuidelineCode, ...]
    diagnoses: tuple[ListedDiagnosis, ...]
    conditions: tuple[Condition, ...]
    team_conditions: tuple[Condition, ...]
    amounts: tuple[Amount, ...]
    nrs: NrsModules | None = None
    invoice: InvoiceTerms | None = None
    follow_up: FollowUpTerms | None = None
    notification: NotificationTerms | None = None
    supplements: tuple[Supplement, ...] = ()
    referral_conditions: tuple[Condition, ...] = ()
    clocks: tuple[Clock, ...] = ()
    criteria: tuple[LevelCriterion, ...] = ()
    wind_down: WindDown | None = None
    sha256: str = ""
    toml: str = ""  # the file as it was written, to be copied for a draft

    def amount(self, level: str) -> Amount:
        """The amount block of the level; KeyError where the guideline does not know the level."""
        return next(amount for amount in self.amounts if amount.level == level)

    def codes_for(self, role: Role, level: str = "") -> tuple[str, ...]:
        """The codes with that role at that level, as they are compared."""
        return tuple(c.code.text for c in self.codes if c.role is role and c.level in ("", level))

    def condition(self, condition_id: str) -> Condition:
        """The condition with that id, of series or team; KeyError where there is none."""
        for condition in (*self.conditions, *self.team_conditions):
            if condition.id == condition_id:
                return condition
        raise KeyError(condition_id)

    def clock(self, clock_id: str) -> Clock | None:
        """The clock with that id; None where the guideline sets no such limit."""
        return next((clock for clock in self.clocks if clock.id == clock_id), None)

    def criteria_for(self, level: str) -> tuple[LevelCriterion, ...]:
        """What speaks for the level, or for a specialist clinic (`SPECIALIST`)."""
        return tuple(criterion for criterion in self.criteria if criterion.level == level)
