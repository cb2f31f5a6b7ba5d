"""What each answer asks for."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from samsyn.pathway.clocks import StopGround
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.pages.fields import DateField
from samsyn.web.pages.versioned import VersionForm
from samsyn.web.referrals.choosing import open_teams
from samsyn.web.referrals.forms.fields import team_choices, words_of
from samsyn.web.referrals.models import Referral
from samsyn.web.referrals.words import GROUND_NAMES, PROOF_NAMES


class BookForm(VersionForm):
    """The day of the first visit."""

    visit_on = DateField(label=_("Dag för första besöket"))


class AskForm(VersionForm):
    """What is to be completed."""

    words = words_of(_("Vad behöver kompletteras?"), 2000, missing=_("Skriv vad remittenten ska komplettera."))


class CompleteForm(VersionForm):
    """What the team asked for."""

    words = words_of(_("Komplettering"), 4000, missing=_("Skriv det som teamet frågar efter."))


class RejectForm(VersionForm):
    """Why the letter is returned."""

    words = words_of(
        _("Varför återsänds remissen?"), 2000, _("Skriv så att remittenten vet vad som behöver göras i stället."),
        missing=_("Skriv skälet."),
    )  # fmt: skip


class WithdrawForm(VersionForm):
    """Why the letter is taken back; a draft needs no reason."""

    def __init__(self, data: Any = None, *, letter: Referral) -> None:
        super().__init__(data, initial={"version": letter.version})
        if letter.sent:
            self.fields["words"] = words_of(
                _("Varför tas remissen tillbaka?"), 2000, missing=_("Skriv till teamet varför.")
            )


class ForwardForm(VersionForm):
    """To which team, and that it is the patient's own choice."""

    team = forms.TypedChoiceField(
        label=_("Patientens nya val"), coerce=UUID, error_messages={"required": _("Välj det team patienten vill till.")}
    )
    chosen = forms.BooleanField(
        label=_("Patienten har själv valt teamet"),
        error_messages={"required": _("Remissen skickas bara vidare när patienten har valt ett annat team.")},
    )
    words = words_of(_("Anteckning"), 1000)

    def __init__(self, data: Any = None, *, by: Actor, letter: Referral) -> None:
        super().__init__(data, initial={"version": letter.version})
        choices = team_choices(open_teams(by, today()), besides=letter.team_id)
        self.fields["team"].choices = choices  # type: ignore[attr-defined]


class TellDelayForm(VersionForm):
    """When the patient was told, and what was offered."""

    told_on = DateField(label=_("När fick patienten veta det?"))
    words = words_of(
        _("Vad har ni sagt och erbjudit?"), 2000,
        _("Till exempel: besök 2019-05-10 erbjudet, eller ett annat team. Remittenten läser det här."),
        missing=_("Skriv vad ni har sagt till patienten."),
    )  # fmt: skip


class StopForm(VersionForm):
    """On which ground, and from when. Voluntary waiting needs its three proofs."""

    ground = forms.ChoiceField(
        label=_("Grund"),
        choices=[
            (ground.value, capfirst(GROUND_NAMES[ground])) for ground in (StopGround.VOLUNTARY, StopGround.MEDICAL)
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj varför klockan ska stå still.")},
    )
    first_day = DateField(label=_("Klockan står still från och med"))
    last_day = DateField(
        label=_("Till och med"),
        required=False,
        help_text=_("Lämna tomt om det inte är känt. Starta klockan när den ska gå igen."),
    )
    offered_on = DateField(label=PROOF_NAMES["offered_on"], required=False, help_text=_("Vid frivillig väntan."))
    informed_on = DateField(label=PROOF_NAMES["informed_on"], required=False, help_text=_("Vid frivillig väntan."))
    wish_on = DateField(label=PROOF_NAMES["wish_on"], required=False, help_text=_("Vid frivillig väntan."))
    words = words_of(_("Anteckning"), 1000)

    def clean(self) -> dict[str, Any]:
        """Only voluntary waiting has proofs, and then all three."""
        told = super().clean() or {}
        for name in PROOF_NAMES:
            if told.get("ground") != StopGround.VOLUNTARY:
                told[name] = None
            elif name in told and told[name] is None:
                self.add_error(name, _("Frivillig väntan räknas bara med alla tre dagarna. Utan dem går klockan."))
        return told


class StartForm(VersionForm):
    """The last day on which the clock stood still."""

    last_day = DateField(label=_("Sista dagen som klockan stod still"))
