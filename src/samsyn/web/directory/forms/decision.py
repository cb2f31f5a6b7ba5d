"""What the region decides, and what it reads a list by."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.web.directory.acts.decision import proposed_days
from samsyn.web.directory.forms.words import words_field
from samsyn.web.directory.models import Notification, NotificationState
from samsyn.web.pages.fields import DateField
from samsyn.web.pages.versioned import VersionForm


class _Decision(VersionForm):
    """What every decision carries: what its maker had read."""

    seen = forms.CharField(widget=forms.HiddenInput)
    prefix_of_ids = ""

    def __init__(self, data: Any = None, *, notification: Notification, seen: str) -> None:
        first = {"version": notification.version, "seen": seen, **self.proposal(notification)}
        super().__init__(data, initial=first, auto_id=f"{self.prefix_of_ids}_%s")

    def proposal(self, notification: Notification) -> dict[str, Any]:
        """What the form holds from the beginning."""
        return {}


class ApproveForm(_Decision):
    """From when to when the team is approved."""

    prefix_of_ids = "approve"
    first_day = DateField(label=_("Godkänt från och med"))
    last_day = DateField(label=_("Godkänt till och med"))
    words = words_field(
        _("Anteckning om beslutet"), help_text=_("Behövs om teamet godkänns från en dag innan anmälan kom in.")
    )

    def proposal(self, notification: Notification) -> dict[str, Any]:
        """The days that the guideline gives."""
        days = proposed_days(notification)
        return {"first_day": days.first, "last_day": days.last}


class ReturnForm(_Decision):
    """What is to be completed."""

    prefix_of_ids = "return"
    words = words_field(_("Vad behöver kompletteras?"), missing=_("Skriv vad teamet behöver komplettera."))


class RefuseForm(_Decision):
    """Why the team is refused."""

    prefix_of_ids = "refuse"
    words = words_field(_("Motivering till avslaget"), missing=_("Skriv varför anmälan avslås."))


class EndForm(forms.Form):
    """From which day an approval no longer holds, and why."""

    from_day = DateField(label=_("Inte längre godkänt från och med"))
    words = words_field(_("Skäl"), missing=_("Skriv skälet."))


class NotificationFilter(forms.Form):
    """State, level, year and free text."""

    state = forms.ChoiceField(label=_("Läge"), required=False)
    level = forms.ChoiceField(label=_("Nivå"), required=False)
    year = forms.TypedChoiceField(label=_("År"), required=False, coerce=int, empty_value=None)
    q = forms.CharField(label=_("Team, enhet eller ort"), required=False, max_length=100)

    def __init__(self, data: Any = None, *, levels: list[str], years: list[int]) -> None:
        super().__init__(data)
        states = [s for s in NotificationState if s is not NotificationState.DRAFT]
        waiting = NotificationState.SUBMITTED
        self.fields["state"].choices = [
            ("", _("Att besluta")), *((s.value, s.label) for s in states if s is not waiting), ("all", _("Alla")),
        ]  # fmt: skip
        self.fields["level"].choices = [("", _("Alla")), *((level, level) for level in levels)]
        self.fields["year"].choices = [("", _("Alla")), *((year, str(year)) for year in years)]


class TeamFilter(forms.Form):
    """Level, state today and free text."""

    q = forms.CharField(label=_("Team, enhet eller ort"), required=False, max_length=100)
    level = forms.ChoiceField(label=_("Nivå"), required=False)
    state = forms.ChoiceField(
        label=_("Läge i dag"),
        required=False,
        choices=[("", _("Alla")), ("approved", _("Godkänt")), ("other", _("Inte godkänt"))],
    )

    def __init__(self, data: Any = None, *, levels: list[str]) -> None:
        super().__init__(data)
        self.fields["level"].choices = [("", _("Alla")), *((level, level) for level in levels)]
