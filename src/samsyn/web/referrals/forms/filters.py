"""What a list of letters is narrowed by: sent by POST and kept in the session, so no number stands in an address."""

from typing import Any, ClassVar

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from samsyn.pathway.referral_states import REFERRAL
from samsyn.web.patients.forms.fields import SearchField
from samsyn.web.referrals.waiting import RECEIVED_NAMES, WRITTEN_NAMES
from samsyn.web.referrals.words import STATE_NAMES


class LettersFilter(forms.Form):
    """Name or number in any form, what waits, state, team."""

    waiting: ClassVar[dict[str, Any]]
    text = SearchField()
    waits = forms.ChoiceField(label=_("Vad som väntar"), required=False)
    state = forms.ChoiceField(label=_("Läge"), required=False)
    team = forms.ChoiceField(label=_("Team"), required=False)

    def __init__(self, data: Any = None, *, teams: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(data, **rest)
        self.fields["waits"].choices = [("", _("Allt")), *self.waiting.items()]  # type: ignore[attr-defined]
        self.fields["state"].choices = self.states()  # type: ignore[attr-defined]
        self.fields["team"].choices = [("", _("Alla")), *teams]  # type: ignore[attr-defined]

    def states(self) -> list[tuple[str, Any]]:
        """The states to choose among."""
        return [("", _("Öppna")), *_named(REFERRAL.states[1:]), ("all", _("Alla"))]


class InboxFilter(LettersFilter):
    """Of what the unit has received."""

    waiting = RECEIVED_NAMES


class WrittenFilter(LettersFilter):
    """Of what the unit has written, drafts too, by all or by oneself."""

    waiting = WRITTEN_NAMES
    mine = forms.ChoiceField(
        label=_("Skrivna av"), required=False, choices=[("", _("Alla på enheten")), ("1", _("Mig"))]
    )
    field_order = ["text", "waits", "state", "mine"]

    def __init__(self, data: Any = None, **rest: Any) -> None:
        super().__init__(data, teams=[], **rest)
        del self.fields["team"]

    def states(self) -> list[tuple[str, Any]]:
        """All of them."""
        return [("", _("Alla")), *_named(REFERRAL.states)]


def _named(states: tuple[str, ...]) -> list[tuple[str, Any]]:
    return [(state, capfirst(STATE_NAMES[state])) for state in states]
