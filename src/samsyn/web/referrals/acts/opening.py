"""The team opens a case on the letter."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.referrals.acts.holding import Side, hold
from samsyn.web.referrals.acts.stopping import end_stop
from samsyn.web.referrals.acts.trail import take_step
from samsyn.web.referrals.models import Referral


def mark_visited(*, by: Actor, referral_id: UUID, version: int, patient_id: UUID, day: date) -> Referral:
    """The first visit was that day: the letter has led to a case about the receiver's own record of the patient.

    Called by the act that opens the case, in its transaction.
    """
    letter = hold("referral.open-case", by=by, side=Side.RECEIVER, referral_id=referral_id, version=version)
    if letter.sent_on is None or not letter.sent_on <= day <= today():
        days = {"first": letter.sent_on, "today": today()}
        raise Refusal(_("Skriv en dag från %(first)s till %(today)s.") % days, field="opened_on")
    end_stop(letter, today())
    before, letter.visit_on = letter.visit_on, day
    letter.received_patient_id = patient_id
    take_step(letter, "referral.open-case", by=by, visit_on=(before, day))
    return letter
