"""What the pages that act on a letter have in common."""

from typing import Any, ClassVar
from uuid import UUID

from django.forms import Form
from django.http import Http404
from django.urls import reverse
from django.utils.functional import Promise

from samsyn.web.audit.clock import today
from samsyn.web.people.acting import ActingView
from samsyn.web.referrals.acts.holding import Side
from samsyn.web.referrals.models import Referral
from samsyn.web.referrals.opening import CarefulLetter
from samsyn.web.referrals.reading import diagnosis_of, whole
from samsyn.web.referrals.timing import timing_of


class LetterActing(CarefulLetter, ActingView):
    """A form about one letter, of the unit that wrote it or of the one that received it; afterwards back to it."""

    template_name = "referrals/act.html"
    side: ClassVar[Side]
    heading: Promise
    submit: Promise
    lead: Promise | str = ""
    danger = False  # whether the act cannot be undone

    subject: Referral

    def fetch(self, referral_id: UUID, **kwargs: Any) -> Referral:
        """The unit's own letter on that side."""
        found = whole(self.side.letters(self.actor)).filter(pk=referral_id).first()
        if found is None:
            raise Http404
        return found

    def form(self, data: Any = None) -> Form:
        """The form, made from the letter as it stands."""
        return self.form_class(data, initial={"version": self.subject.version, **self.initial()})

    def initial(self) -> dict[str, Any]:
        """What the form begins with."""
        return {}

    def context(self) -> dict[str, Any]:
        """What the common template says."""
        said = {"heading": self.heading, "submit": self.submit, "lead": self.lead}
        kind = "danger" if self.danger else ""
        return {**header(self.subject), **said, "kind": kind, "received": self.side is Side.RECEIVER}

    def perform(self, form: Form) -> str:
        """Do the act and go back to the letter."""
        self.act(by=self.actor, referral_id=self.subject.pk, **form.cleaned_data)
        return address_of(self.subject)

    def act(self, **told: Any) -> object:
        """Call the service with what the form says."""
        raise NotImplementedError


def header(letter: Referral) -> dict[str, Any]:
    """What stands above every page about a letter: whom it is about, where it stands, how long is left."""
    return {"letter": letter, "timing": timing_of(letter, today()), "diagnosis": diagnosis_of(letter)}


def address_of(letter: Referral) -> str:
    """The page about the letter."""
    return reverse("referrals:referral", args=[letter.pk])
