"""The kinds of registration: what each is called, how it is written again when it is corrected, what must hold."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.forms import Form
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samsyn.web.care.acts import (
    assessing,
    completing,
    conferring,
    contacting,
    copying,
    deciding,
    ending,
    following,
    pausing,
    planning,
    registry,
    visiting,
)
from samsyn.web.care.forms import about, beginning, treatment
from samsyn.web.care.models import (
    Assessment,
    Case,
    Completion,
    Conference,
    CopySent,
    Ending,
    Goal,
    GoalFollowUp,
    HoursNote,
    LevelDecision,
    Pause,
    Plan,
    Registered,
    RegistryEntry,
    Visit,
    WorkContact,
)


@dataclass(frozen=True)
class Kind:
    """One kind. `slug` stands in addresses, `anchor` is its part of the case's page."""

    slug: str
    model: type[Registered]
    words: Promise
    anchor: str
    form: type[Form]
    check: Callable[..., None]  # (case, **said): raises a Refusal of what cannot be
    needs: Callable[[Case, date], dict[str, Any]] = lambda _case, _day: {}  # what the form is made from
    rests: bool = False  # while the case is open, it rests on the last one of these, which cannot be taken away
    stays: bool = False  # can be corrected, never taken away


def _alone(check: Callable[..., None]) -> Callable[..., None]:
    """A check that needs only what is said."""
    return lambda _case, **said: check(**said)


def _on_day(case: Case, day: date) -> dict[str, Any]:
    return {"case": case, "day": day}


_ALL = (
    Kind(
        "bedomning", Assessment, _("Bedömning"), "bedomning", beginning.AssessmentForm,
        _alone(assessing.check_assessment), rests=True,
    ),
    Kind(
        "niva", LevelDecision, _("Nivåbeslut"), "niva", beginning.LevelForm, deciding.check_decision, _on_day,
        rests=True,
    ),
    Kind("plan", Plan, _("Rehabiliteringsplan"), "plan", beginning.PlanForm, _alone(planning.check_plan), rests=True),
    Kind("mal", Goal, pgettext_lazy("one", "Mål"), "plan", beginning.GoalForm, planning.check_goal),
    Kind(
        "uppfoljning", GoalFollowUp, _("Uppföljning av mål"), "plan", beginning.FollowUpForm,
        _alone(following.check_follow_up),
    ),
    Kind(
        "kontakt", WorkContact, _("Kontakt om arbete"), "arbete", about.ContactForm, contacting.check_contact, _on_day
    ),
    Kind(
        "register", RegistryEntry, _("Uppgift om smärtregistret"), "register", about.RegistryForm,
        _alone(registry.check_entry), lambda case, _day: {"case": case},
    ),
    Kind("besok", Visit, pgettext_lazy("one", "Besök"), "besok", treatment.VisitForm, visiting.check_visit),
    Kind(
        "konferens", Conference, _("Teamkonferens"), "konferenser", treatment.ConferenceForm,
        conferring.check_conference,
    ),
    Kind(
        "uppehall", Pause, pgettext_lazy("one", "Uppehåll"), "uppehall", treatment.PauseAgainForm,
        pausing.check_pause_again,
    ),
    Kind(
        "timmar", HoursNote, _("Skäl till att timmarna avviker"), "timmar", treatment.HoursForm,
        lambda _case, **_said: None,
    ),
    Kind(
        "slutforande", Completion, _("Slutförd behandling"), "avslut", treatment.ClosingForm,
        completing.check_completion, stays=True,
    ),
    Kind("kopia", CopySent, _("Kopia till vårdcentralen"), "kopia", treatment.CopyForm, copying.check_copy),
    Kind("avslut", Ending, _("Hur ärendet avslutades"), "avslut", about.EndForm, ending.check_ending, stays=True),
)  # fmt: skip
KINDS = {kind.slug: kind for kind in _ALL}
KINDS_BY_MODEL = {kind.model: kind for kind in _ALL}
