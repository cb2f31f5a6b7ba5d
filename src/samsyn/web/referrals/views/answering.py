"""The receiver's answers."""

from typing import Any

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.clock import today
from samsyn.web.pages.versioned import VersionForm
from samsyn.web.referrals.acts.answering import accept, ask, book, reject, tell_delay
from samsyn.web.referrals.acts.forwarding import forward
from samsyn.web.referrals.acts.holding import Side
from samsyn.web.referrals.forms.answers import AskForm, BookForm, ForwardForm, RejectForm, TellDelayForm
from samsyn.web.referrals.models import Referral
from samsyn.web.referrals.reading import next_to_answer
from samsyn.web.referrals.views.acting import LetterActing, address_of
from samsyn.web.referrals.views.letter import page


class Accept(LetterActing):
    """Confirm the letter, and go on to the next one without an answer where that is asked for."""

    action, side = "referral.accept", Side.RECEIVER
    form_class = VersionForm
    template_name = "referrals/referral.html"
    done = _("Remissen är bekräftad. Remittenten ser det.")

    def context(self) -> dict[str, Any]:
        """The letter's own page."""
        return page(self.subject, self.actor)

    def perform(self, form: Form) -> str:
        """Confirm it."""
        accept(by=self.actor, referral_id=self.subject.pk, **form.cleaned_data)
        if "show_next" not in self.request.POST:
            return address_of(self.subject)
        following = next_to_answer(self.actor, self.subject.pk)
        return address_of(Referral(pk=following)) if following else reverse("referrals:inbox")


class Book(LetterActing):
    """The first visit."""

    action, side = "referral.book", Side.RECEIVER
    form_class = BookForm
    heading, submit = _("Boka första besöket"), _("Spara bokningen")
    done = _("Första besöket är bokat. Remittenten ser dagen.")

    def initial(self) -> dict[str, Any]:
        """As it is booked."""
        return {"visit_on": self.subject.visit_on}

    def act(self, **told: Any) -> object:
        """Book."""
        return book(**told)


class Ask(LetterActing):
    """Ask for completion."""

    action, side = "referral.ask", Side.RECEIVER
    form_class = AskForm
    heading, submit = _("Begär komplettering"), _("Skicka till remittenten")
    lead = _("Klockan för första besöket står still tills remittenten har svarat.")
    done = _("Komplettering är begärd. Klockan står still.")

    def act(self, **told: Any) -> object:
        """Ask."""
        return ask(**told)


class Reject(LetterActing):
    """Return the letter."""

    action, side = "referral.reject", Side.RECEIVER
    form_class = RejectForm
    heading, submit = _("Återsänd remissen"), _("Återsänd till remittenten")
    lead = _("Remittenten har åter ansvaret för patienten och ser varför.")
    danger = True
    done = _("Remissen är återsänd.")

    def act(self, **told: Any) -> object:
        """Return it."""
        return reject(**told)


class Forward(LetterActing):
    """The patient has chosen another team."""

    action, side = "referral.forward", Side.RECEIVER
    heading, submit = _("Skicka vidare till patientens nya val"), _("Skicka vidare")
    lead = _("Remissen går till det nya teamet, som får en ny klocka. Ni ser den inte längre än hit.")
    done = _("Remissen är skickad vidare.")

    def form(self, data: Any = None) -> Form:
        """The other teams."""
        return ForwardForm(data, by=self.actor, letter=self.subject)

    def perform(self, form: Form) -> str:
        """Send it on."""
        told = form.cleaned_data
        forward(
            by=self.actor,
            referral_id=self.subject.pk,
            version=told["version"],
            team_id=told["team"],
            words=told["words"],
        )
        return address_of(self.subject)


class TellDelay(LetterActing):
    """Patient and writer are told that the time cannot be kept."""

    action, side = "referral.tell-delay", Side.RECEIVER
    form_class = TellDelayForm
    heading, submit = _("Meddela att tiden inte kan hållas"), _("Spara och meddela remittenten")
    lead = _(
        "Tala först med patienten: säg när ni kan ta emot, och att patienten får välja ett annat team. "
        "Remittenten meddelas här."
    )
    done = _("Remittenten ser nu att tiden inte kan hållas.")

    def initial(self) -> dict[str, Any]:
        """Today."""
        return {"told_on": today()}

    def act(self, **told: Any) -> object:
        """Tell."""
        return tell_delay(**told)
