"""What the states, answers and grounds of a referral are called, and how each state looks."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.pathway.clocks import StopGround
from samsyn.pathway.referral_states import (
    ACCEPTED,
    ASKED,
    BOOKED,
    DRAFT,
    FORWARDED,
    REJECTED,
    SENT,
    VISITED,
    WITHDRAWN,
)

STATE_NAMES: dict[str, Promise] = {
    DRAFT: _("utkast"),
    SENT: _("väntar på svar"),
    ASKED: _("komplettering begärd"),
    ACCEPTED: _("bekräftad"),
    BOOKED: _("besök bokat"),
    VISITED: _("ärende öppnat"),
    FORWARDED: _("skickad vidare"),
    REJECTED: _("återsänd"),
    WITHDRAWN: _("tillbakatagen"),
}
COLOURS = {SENT: "info", ASKED: "warning", BOOKED: "success", VISITED: "success", REJECTED: "danger"}
"""Of the tag that says the state; the others have no colour."""

EVENT_NAMES: dict[str, Promise] = {
    "referral.write": _("Utkast skrivet"),
    "referral.change": _("Utkast ändrat"),
    "referral.send": _("Remiss skickad"),
    "referral.ask": _("Komplettering begärd"),
    "referral.complete": _("Kompletterad"),
    "referral.accept": _("Remissen bekräftad"),
    "referral.book": _("Första besök bokat"),
    "referral.reject": _("Remissen återsänd"),
    "referral.forward": _("Skickad vidare efter patientens nya val"),
    "referral.tell-delay": _("Patient och remittent meddelade att tiden inte kan hållas"),
    "referral.stop-clock": _("Klockan stoppad"),
    "referral.start-clock": _("Klockan går igen"),
    "referral.withdraw": _("Remissen tillbakatagen"),
    "referral.open-case": _("Ärende öppnat"),
}
GROUND_NAMES: dict[str, Promise] = {
    StopGround.VOLUNTARY: _("patienten vill vänta"),
    StopGround.MEDICAL: _("medicinska skäl"),
    StopGround.ASKED: _("komplettering begärd"),
}
PROOF_NAMES: dict[str, Promise] = {
    "offered_on": _("Vilken dag inom gränsen erbjöds patienten?"),
    "informed_on": _("Vilken dag informerades patienten om sin rätt?"),
    "wish_on": _("Vilken dag antecknades patientens egen önskan?"),
}


def state_name(state: str) -> Promise | str:
    """The state, as a reader sees it."""
    return STATE_NAMES.get(state, state)
