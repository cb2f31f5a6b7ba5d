"""The patient has chosen another team: the letter ends here, and a new one begins there."""

from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.pathway.referral_states import DRAFT, SENT
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.directory.models import Team
from samsyn.web.referrals.acts.holding import Side, hold
from samsyn.web.referrals.acts.stopping import end_stop
from samsyn.web.referrals.acts.trail import begin, take_step
from samsyn.web.referrals.acts.writing import SAID
from samsyn.web.referrals.choosing import team_to_refer_to
from samsyn.web.referrals.models import Referral
from samsyn.web.referrals.timing import retime

_IDENTITY = ("number", "given_name", "family_name", "birth_date", "protection", "search_key")


def forward(*, by: Actor, referral_id: UUID, version: int, team_id: UUID, words: str = "") -> Referral:
    """Send the letter on. The writer follows the new one; this unit sees only that it went, and where.

    `sent_on` stays, so that the patient's whole wait can be told; the new team's clock starts today, when it receives.
    """
    letter = hold("referral.forward", by=by, side=Side.RECEIVER, referral_id=referral_id, version=version)
    if team_id == letter.team_id:
        raise Refusal(_("Remissen är redan hos det teamet."), field="team")
    old, new = letter.team, team_to_refer_to(by, team_id, today())
    end_stop(letter, today())
    letter.answered_on = letter.answered_on or today()
    take_step(letter, "referral.forward", by=by, words=f"{new.name}\n{words}".strip(), team=(old, new))
    return _sent_on(letter, new, old, by=by)


def _sent_on(letter: Referral, team: Team, old: Team, *, by: Actor) -> Referral:
    """The new letter: what was said stands, nothing that the earlier team answered does."""
    told = {name: getattr(letter, name) for name in (*SAID, *_IDENTITY)} | {"chosen_by_patient": True}
    new = Referral(
        from_unit_id=letter.from_unit_id,
        to_unit_id=team.unit_id,
        via_unit_id=by.unit_id,
        region_id=letter.region_id,
        sent=True,
        state=SENT,
        team=team,
        programme=team.programme,
        patient_id=letter.patient_id,
        written_on=today(),
        written_by_id=letter.written_by_id,
        written_by_name=letter.written_by_name,
        sent_on=letter.sent_on,
        forwarded_from_id=letter.pk,
        **told,
    )
    retime(new, today())
    begin(new, "referral.send", by=by, before=DRAFT, words=old.name)
    return new
