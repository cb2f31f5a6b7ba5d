"""Taking hold of the letter that an act is about, from the side that may do it: locked, in a state that allows it."""

from enum import Enum
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samsyn.pathway.referral_states import REFERRAL
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.refusal import Refusal
from samsyn.web.referrals.models import Referral
from samsyn.web.referrals.words import state_name


class Side(Enum):
    """Whose letter it is to the actor's unit: one that it wrote, or one that it received."""

    WRITER = "writer"
    RECEIVER = "receiver"

    def letters(self, by: Actor) -> "QuerySet[Referral]":
        """The letters of the actor's unit on that side."""
        return Referral.written_at(by) if self is Side.WRITER else Referral.received_at(by)


def hold(action: str, *, by: Actor, side: Side, referral_id: UUID, version: int | None = None) -> Referral:
    """The letter, locked until the transaction ends; a Refusal if it has changed since the form was shown."""
    letter = side.letters(by).select_for_update().filter(pk=referral_id).first()
    if letter is None:
        raise Refusal(_("Remissen finns inte på din enhet."))
    if letter.state not in REFERRAL.step(action).origins:
        words = _("Det går inte längre: remissen är nu ”%(state)s”. Ladda om sidan.")
        raise Refusal(words % {"state": state_name(letter.state)})
    if version is not None and version != letter.version:
        raise Refusal(
            _("Någon har ändrat remissen sedan du öppnade sidan. Ladda om den, se vad som är nytt och försök igen.")
        )
    return letter
