"""Stopping a letter's clock, and letting it run again."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.clock import today
from samsyn.web.referrals.acts.holding import Side
from samsyn.web.referrals.acts.stopping import standing_stop, start_clock, stop_clock
from samsyn.web.referrals.forms.answers import StartForm, StopForm
from samsyn.web.referrals.views.acting import LetterActing


class StopClock(LetterActing):
    """The clock stands still, on a ground."""

    action, side = "referral.stop-clock", Side.RECEIVER
    form_class = StopForm
    heading, submit = _("Stoppa klockan"), _("Stoppa klockan")
    lead = _("Dagar då klockan står still räknas inte. Frivillig väntan räknas bara med alla tre uppgifterna.")
    done = _("Klockan står still.")

    def initial(self) -> dict[str, Any]:
        """From today."""
        return {"first_day": today()}

    def act(self, **told: Any) -> object:
        """Stop it."""
        return stop_clock(**told)


class StartClock(LetterActing):
    """The clock runs again."""

    action, side = "referral.start-clock", Side.RECEIVER
    form_class = StartForm
    heading, submit = _("Låt klockan gå igen"), _("Starta klockan")
    lead = _("Klockan går från och med dagen efter den du skriver.")
    done = _("Klockan går igen.")

    def initial(self) -> dict[str, Any]:
        """Until yesterday, or the stop's only day."""
        stop = standing_stop(self.subject, today())
        yesterday = today() - timedelta(days=1)
        return {"last_day": max(stop.first_day, yesterday)} if stop else {}

    def act(self, **told: Any) -> object:
        """Start it."""
        return start_clock(**told)
