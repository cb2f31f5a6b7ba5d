"""One effect for each form, however often it is sent: double click, back button, a lost answer."""

from collections.abc import Callable
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import now
from samsyn.web.audit.models import PerformedAct
from samsyn.web.audit.refusal import Refusal


def once(key: str, *, action: str, by: Actor | None, do: Callable[[], str]) -> str:
    """Do it and give its answer (an address); a key used before gives the first answer and does nothing.

    A refusal leaves the key free, so that the form can be mended and sent again.
    """
    claimed = _read_key(key)
    try:
        with transaction.atomic():
            act = PerformedAct.objects.create(key=claimed, user_id=by and by.user_id, action=action, at=now())
    except IntegrityError:
        return _first_answer(claimed, action, by)
    act.answer = do()
    act.save(update_fields=["answer"])
    return act.answer


def _read_key(key: str) -> UUID:
    try:
        return UUID(key)
    except (ValueError, AttributeError, TypeError):
        raise Refusal(_("Formuläret saknar sin nyckel. Ladda om sidan och försök igen.")) from None


def _first_answer(key: UUID, action: str, by: Actor | None) -> str:
    act = PerformedAct.objects.filter(key=key, user_id=by and by.user_id, action=action).first()
    if act is None:
        raise Refusal(_("Formuläret hör till en annan sida. Ladda om sidan och försök igen."))
    return act.answer
