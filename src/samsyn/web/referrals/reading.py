"""What the pages about letters read: lists in their order, one letter whole, and its story."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, DateField, F, Q, QuerySet, Value, When
from django.utils.translation import get_language

from samsyn.kernel import search_forms
from samsyn.pathway.referral_states import SENT
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.directory.models import Team
from samsyn.web.directory.reading import with_words
from samsyn.web.directory.rules import guideline_on
from samsyn.web.patients.finding import looks_like_number
from samsyn.web.patients.models import Patient, Protection
from samsyn.web.people.rights import may
from samsyn.web.referrals.judging import diagnosis_words
from samsyn.web.referrals.models import Referral
from samsyn.web.referrals.timing import WAITING, Timing, timing_of
from samsyn.web.referrals.waiting import received_waits, written_waits


@dataclass(frozen=True)
class Wanted:
    """What of a list is asked for."""

    text: str = ""
    waits: str = ""  # as in `waiting`
    state: str = ""
    team: str = ""
    mine: str = ""

    @property
    def everything(self) -> bool:
        """Whether nothing is asked for."""
        return self == Wanted()


@dataclass(frozen=True)
class Row:
    """A letter as a list shows it; of a protected person without name and number."""

    letter: Referral
    timing: Timing | None
    diagnosis: str
    is_protected: bool


def inbox(actor: Actor, wanted: Wanted) -> "QuerySet[Referral]":
    """What the unit has received, the earliest deadline first: those whose clock stands still or is none come last."""
    rows = _narrowed(Referral.received_at(actor), wanted, received_waits(today()), actor)
    if not wanted.state:
        rows = rows.filter(state__in=WAITING)
    if wanted.team:
        rows = rows.filter(team_id=wanted.team)
    never = Value(date.max, output_field=DateField())
    last_day = Case(When(first_visit_due=None, then=never), default=F("first_visit_due"), output_field=DateField())
    return rows.annotate(sorted_by=last_day)


def seen_by(actor: Actor) -> "QuerySet[Referral]":
    """What the actor may open: what the unit has written, and for who works with its inbox what it has received."""
    return Referral.at(actor) if may(actor, "referral.inbox") else Referral.written_at(actor)


def delays_to_tell(actor: Actor, day: date) -> "QuerySet[Referral]":
    """Received letters whose time is not kept, of which patient and writer have not been told."""
    return Referral.received_at(actor).filter(received_waits(day)["to-tell"])


def written(actor: Actor, wanted: Wanted) -> "QuerySet[Referral]":
    """What the unit has written."""
    rows = _narrowed(Referral.written_at(actor), wanted, written_waits(today()), actor)
    return rows.filter(written_by_id=actor.user_id) if wanted.mine else rows


def next_to_answer(actor: Actor, besides: UUID) -> UUID | None:
    """The letter without an answer whose deadline is the earliest. Not loaded, so not read."""
    waiting = inbox(actor, Wanted(state=SENT)).exclude(pk=besides)
    return waiting.order_by("sorted_by", "pk").values_list("pk", flat=True).first()


def whole(letters: "QuerySet[Referral]") -> "QuerySet[Referral]":
    """With all that a page or a list shows, in a fixed number of queries."""
    return letters.select_related("team__unit", "from_unit", "to_unit").prefetch_related("stops")


def about_protected(actor: Actor) -> Q:
    """Of letters: those about someone who was protected when it was sent, or is now in the unit's own record."""
    protected = [each for each in Protection if each != Protection.NONE]
    own = Patient.at(actor).filter(protection__in=protected).values("pk")
    return ~Q(protection=Protection.NONE) | Q(patient__in=own) | Q(received_patient_id__in=own)


def as_rows(letters: Sequence[Referral], actor: Actor) -> list[Row]:
    """The letters of a list, with their clocks as they stand today."""
    shown = Referral.at(actor).filter(about_protected(actor), pk__in=[letter.pk for letter in letters])
    protected = set(shown.values_list("pk", flat=True))
    return [Row(letter, timing_of(letter, today()), diagnosis_of(letter), letter.pk in protected) for letter in letters]


def diagnosis_of(letter: Referral) -> str:
    """The preliminary diagnosis with the guideline's name of it."""
    guideline = guideline_on(letter.programme, letter.team.level, letter.clock_from or today())
    return diagnosis_words(letter.diagnosis, guideline, "en" if get_language() == "en" else "sv")


def own_teams(actor: Actor) -> list[tuple[str, str]]:
    """The unit's teams, as choices."""
    teams = Team.at(actor).filter(unit_id=actor.unit_id).order_by("sort_key", "pk")
    return [(str(pk), name) for pk, name in teams.values_list("pk", "name")]


def _narrowed(rows: "QuerySet[Referral]", wanted: Wanted, waits: dict[str, Q], actor: Actor) -> "QuerySet[Referral]":
    if wanted.waits:
        rows = rows.filter(waits[wanted.waits])
    if wanted.state and wanted.state != "all":
        rows = rows.filter(state=wanted.state)
    if looks_like_number(wanted.text):
        return rows.filter(number__in=search_forms(wanted.text, today()))
    if wanted.text:
        rows = rows.exclude(about_protected(actor))  # they are found by no name
    return with_words(rows, wanted.text, "search_key")
