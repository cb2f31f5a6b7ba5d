"""One letter with everything on one page, for the unit that wrote it and for the one that received it."""

from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views import View

from samsyn.kernel import age_on
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.pages.versioned import VersionForm
from samsyn.web.patients.forms.writing import OpenForm
from samsyn.web.patients.opening import open_record
from samsyn.web.people.acting import ActingView
from samsyn.web.people.rights import ACTIONS, may
from samsyn.web.referrals.choosing import closed, in_words
from samsyn.web.referrals.judging import judge
from samsyn.web.referrals.models import Referral
from samsyn.web.referrals.opening import CarefulLetter, protected_patient
from samsyn.web.referrals.reading import seen_by, whole
from samsyn.web.referrals.story import stops_of, story_of
from samsyn.web.referrals.views.acting import address_of, header

_OF_THE_WRITER = ("referral.change", "referral.send", "referral.complete", "referral.withdraw")


class LetterPage(CarefulLetter, View):
    """Everything about one letter."""

    template_name = "referrals/referral.html"

    def get(self, request: HttpRequest, referral_id: UUID) -> HttpResponse:
        """Show it."""
        actor: Actor = request.actor  # type: ignore[attr-defined]
        letter = get_object_or_404(whole(seen_by(actor)), pk=referral_id)
        return render(request, self.template_name, page(letter, actor))


class PrintPage(LetterPage):
    """The letter alone, to be printed."""

    template_name = "referrals/print.html"


class OpenProtected(ActingView):
    """Ask why, before a letter about a protected person is opened. Nothing of the letter is loaded here."""

    action = "referral.open-protected"
    form_class = OpenForm
    template_name = "referrals/open_protected.html"

    def fetch(self, referral_id: UUID, **kwargs: Any) -> None:
        """404 unless the actor may see the letter."""
        if not seen_by(self.actor).filter(pk=referral_id).exists():
            raise Http404

    def perform(self, form: Form) -> str:
        """Keep the reason; the reads that follow are logged with it."""
        referral_id = self.kwargs["referral_id"]
        if patient_id := protected_patient(self.actor, referral_id):
            open_record(self.request, patient_id, form.cleaned_data["reason"])
        return address_of(Referral(pk=referral_id))


def page(letter: Referral, actor: Actor) -> dict[str, Any]:
    """What the page is made of; the acts that this unit, as writer or receiver, may do as the letter stands."""
    wrote, received = letter.from_unit_id == actor.unit_id, letter.sent and letter.to_unit_id == actor.unit_id
    why_closed = None if letter.sent else closed(letter.programme, today())
    return {
        **header(letter),
        "is_protected": protected_patient(actor, letter.pk) is not None,
        "age": age_on(today(), letter.birth_date) if letter.birth_date else None,
        "judged": judge(letter, today()),
        "closed": in_words(why_closed) if why_closed else None,
        "story": story_of(letter, actor),
        "stops": list(stops_of(letter)),
        "wrote": wrote,
        "received": received and may(actor, "referral.inbox"),
        "forwarded_to": Referral.at(actor).filter(forwarded_from=letter).values_list("pk", flat=True).first(),
        "version_form": VersionForm(initial={"version": letter.version}),
        "may": {_name(action): _may(action, letter, actor, wrote, received) for action in ACTIONS if _is_step(action)},
    }


def _is_step(action: str) -> bool:
    return action.startswith("referral.")


def _name(action: str) -> str:
    """As a template writes it."""
    return action.partition(".")[2].replace("-", "_")


def _may(action: str, letter: Referral, actor: Actor, wrote: bool, received: bool) -> bool:
    return (wrote if action in _OF_THE_WRITER else received) and may(actor, action, letter.state)
