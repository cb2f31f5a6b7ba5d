"""The writer's acts on a letter: send, answer when more is asked for, take back."""

from typing import Any

from django.forms import Form
from django.utils.translation import gettext_lazy as _

from samsyn.pathway.referral_states import DRAFT
from samsyn.web.pages.versioned import VersionForm
from samsyn.web.referrals.acts.holding import Side
from samsyn.web.referrals.acts.writing import complete, send, withdraw
from samsyn.web.referrals.forms.answers import CompleteForm, WithdrawForm
from samsyn.web.referrals.views.acting import LetterActing
from samsyn.web.referrals.views.letter import page


class Send(LetterActing):
    """Send the draft, as its page shows it."""

    action, side = "referral.send", Side.WRITER
    form_class = VersionForm
    template_name = "referrals/referral.html"
    done = _("Remissen är skickad. Teamet ser den nu.")

    def context(self) -> dict[str, Any]:
        """The letter's own page."""
        return page(self.subject, self.actor)

    def act(self, **told: Any) -> object:
        """Send."""
        return send(**told)


class Complete(LetterActing):
    """What the team asked for."""

    action, side = "referral.complete", Side.WRITER
    form_class = CompleteForm
    heading, submit = _("Komplettera remissen"), _("Skicka kompletteringen")
    lead = _("Teamet ser kompletteringen bland händelserna, och klockan för första besöket går igen.")
    done = _("Kompletteringen är skickad.")

    def act(self, **told: Any) -> object:
        """Complete."""
        return complete(**told)


class Withdraw(LetterActing):
    """Take the letter back, or throw a draft away."""

    action, side = "referral.withdraw", Side.WRITER
    danger = True
    done = _("Remissen är tillbakatagen.")

    @property
    def heading(self) -> Any:  # type: ignore[override]
        """By whether it has been sent."""
        return _("Ta bort utkastet") if self._is_draft else _("Ta tillbaka remissen")

    @property
    def submit(self) -> Any:  # type: ignore[override]
        """The same."""
        return self.heading

    @property
    def lead(self) -> Any:  # type: ignore[override]
        """What happens."""
        if self._is_draft:
            return _("Utkastet kan inte skickas efteråt. Det står kvar i listan som tillbakataget.")
        return _("Teamet ser att remissen är tillbakatagen och varför.")

    @property
    def _is_draft(self) -> bool:
        return self.subject.state == DRAFT

    def form(self, data: Any = None) -> Form:
        """A reason, once it has been sent."""
        return WithdrawForm(data, letter=self.subject)

    def act(self, **told: Any) -> object:
        """Take it back."""
        return withdraw(**told)
