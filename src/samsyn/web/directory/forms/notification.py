"""Announcing a team: the year, what the guideline asks, the attestation."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.clock import today
from samsyn.web.directory import rules
from samsyn.web.directory.acts.notification import QUESTIONS
from samsyn.web.directory.forms.words import words_field
from samsyn.web.directory.models import Notification, NotificationState
from samsyn.web.pages.versioned import VersionForm

_YES_NO = [("yes", _("Ja")), ("no", _("Nej"))]


class YearForm(forms.Form):
    """Which year the team is announced for."""

    year = forms.TypedChoiceField(
        label=_("År"), coerce=int, widget=forms.RadioSelect, error_messages={"required": _("Välj år.")}
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        year = today().year
        self.fields["year"].choices = [(year, str(year)), (year + 1, str(year + 1))]


class AnswersForm(VersionForm):
    """What the guideline asks of whoever announces a team; an answer may wait until it is sent in."""

    was_active = forms.ChoiceField(
        label=_("Var teamet verksamt året innan?"), choices=_YES_NO, required=False, widget=forms.RadioSelect
    )
    was_paid = forms.ChoiceField(
        label=_("Utgick ersättning för utförda behandlingar året innan?"),
        choices=_YES_NO,
        required=False,
        widget=forms.RadioSelect,
    )
    former_name = forms.CharField(label=_("Teamets tidigare beteckning"), max_length=200, required=False)

    def __init__(self, data: Any = None, *, notification: Notification) -> None:
        super().__init__(data, initial=_initial(notification))
        guideline = rules.guideline_called(notification.guideline_id)
        self.terms = guideline.notification if guideline else None
        asked = {QUESTIONS[question] for question in self.terms.asks} if self.terms else set()
        for field in set(QUESTIONS.values()) - asked:
            del self.fields[field]

    def answers(self) -> dict[str, Any]:
        """The answers to what was asked."""
        given = {field: self.cleaned_data[field] for field in QUESTIONS.values() if field in self.fields}
        return {field: _read(field, value) for field, value in given.items()}


class SubmitForm(AnswersForm):
    """The same, to be sent in: every question is answered and the competence attested."""

    words = words_field(_("Meddelande till regionen"))
    attested = forms.BooleanField(
        label=_("Jag intygar att teamet har den kompetens som riktlinjen kräver"),
        error_messages={"required": _("Intyga teamets kompetens för att skicka in.")},
    )

    def __init__(self, data: Any = None, *, notification: Notification) -> None:
        super().__init__(data, notification=notification)
        if notification.state == NotificationState.RETURNED:
            self.fields["words"].label = _("Svar till regionen")

    def clean(self) -> dict[str, Any]:
        """Whoever was active the year before says under which name."""
        facts = super().clean() or self.cleaned_data
        for field in ("was_active", "was_paid"):
            if field in self.fields and not facts.get(field):
                self.add_error(field, _now("Svara ja eller nej."))
        if "former_name" in self.fields and facts.get("was_active") == "yes" and not facts.get("former_name"):
            self.add_error("former_name", _now("Skriv den beteckning teamet hade året innan."))
        return facts


def _initial(notification: Notification) -> dict[str, Any]:
    said = {True: "yes", False: "no", None: ""}
    return {
        "version": notification.version,
        "former_name": notification.former_name,
        "was_active": said[notification.was_active],
        "was_paid": said[notification.was_paid],
    }


def _read(field: str, value: str) -> Any:
    return value if field == "former_name" else {"yes": True, "no": False}.get(value)
