"""What a visit lacks, said at once: on the form, in the list, and for each patient of a group."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samsyn.guidelines import Role
from samsyn.kernel import Period
from samsyn.web.audit.actor import Actor
from samsyn.web.care.models import Case, Pause
from samsyn.web.care.proposing import codes_at, codes_beside
from samsyn.web.directory.judging import accredited
from samsyn.web.directory.models import Team


@dataclass(frozen=True)
class Said:
    """What is said of one visit, on a form or in a row."""

    day: date
    professions: Sequence[str]
    minutes: int | None
    diagnoses: Sequence[str]
    procedures: Sequence[str]


@dataclass(frozen=True)
class Around:
    """What the visits of a case are held against, read once for all of them."""

    case: Case
    ongoing: frozenset[str]
    beside: frozenset[str]
    accredited: tuple[Period, ...]
    pauses: tuple[Period, ...]
    deceased_on: date | None

    @classmethod
    def of(cls, case: Case, *, by: Actor) -> "Around":
        """The case with its level's codes, its unit's teams, its pauses."""
        teams = Team.at(by).filter(programme=case.programme, level=case.level).prefetch_related("accreditations")
        pauses = Pause.current(Pause.at(by).filter(case=case)).values_list("first_day", "last_day")
        return cls(
            case,
            codes_at(case, Role.ONGOING),
            codes_beside(case),
            tuple(period for team in teams for period in accredited(team)),
            tuple(Period(first, last or date.max) for first, last in pauses),
            case.patient.deceased_on,
        )


def lacks(said: Said, around: Around) -> list[str]:
    """Whole sentences, those that touch payment first; none where everything is there."""
    return [*_unfilled(said), *_codes(said, around), *_day(said.day, around)]


def _unfilled(said: Said) -> Iterator[str]:
    if not said.diagnoses:
        yield _("Diagnos saknas. Den ska anges vid varje besök.")
    if said.minutes is None:
        yield _("Minuter saknas. Besöket räknas inte i timmarna.")
    if not said.professions:
        yield _("Deltagare saknas. Välj den eller de professioner som var med.")


def _codes(said: Said, around: Around) -> Iterator[str]:
    if not around.ongoing & set(said.procedures):
        yield _("Koden för pågående behandling saknas. Besöket räknas inte i serien.")
    for code in said.procedures:
        if code in around.beside:
            yield _("%(code)s hör till en annan nivå än patientens och börjar en annan serie.") % {"code": code}


def _day(day: date, around: Around) -> Iterator[str]:
    if not _within(day, around.accredited):
        yield _("Enheten har inget team som är godkänt för %(level)s den dagen.") % {"level": around.case.level}
    if around.deceased_on and day > around.deceased_on:
        yield _("Dagen är efter patientens dödsdag. Kontrollera den.")
    if _within(day, around.pauses):
        yield _("Dagen ligger i ett uppehåll. Kontrollera den, eller rätta uppehållet.")
    if day < around.case.opened_on:
        yield _("Dagen är före ärendets första dag, %(day)s. Kontrollera den.") % {"day": around.case.opened_on}


def _within(day: date, periods: Iterable[Period]) -> bool:
    return any(day in period for period in periods)
