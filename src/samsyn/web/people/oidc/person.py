"""Letting in who the provider has vouched for: the person, the unit, the role. Units are never made here."""

from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from samsyn.kernel import HsaId
from samsyn.web.audit.actor import Role
from samsyn.web.audit.clock import today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.audit.trail import leave_event
from samsyn.web.organisations.models import Unit
from samsyn.web.people.models import Assignment, User
from samsyn.web.people.oidc.mapping import CLAIMS, role_of


def admit(claims: dict[str, Any]) -> Assignment:
    """The assignment that the commission is here, made if it is new; a worded refusal where there can be none."""
    person = _hsa_id(claims, "person", _("Inloggningstjänsten lämnade inget giltigt HSA-id för dig."))
    unit = _unit(_hsa_id(claims, "unit", _("Inloggningstjänsten lämnade inget medarbetaruppdrag. Välj ett uppdrag.")))
    role = role_of(unit, purpose=_text(claims, "purpose"), commission=_text(claims, "commission"))
    if role is None:
        raise Refusal(
            _("Ditt medarbetaruppdrag ger ingen roll i Samsyn. Välj ett annat uppdrag eller kontakta regionens kontor.")
        )
    user = _user(person, _text(claims, "name"))
    if not user.is_active:
        raise Refusal(_("Kontot är stängt. Kontakta din administratör."))
    return _assignment(user, unit, role)


def _text(claims: dict[str, Any], what: str) -> str:
    value = claims.get(CLAIMS[what], "")
    return value.strip() if isinstance(value, str) else ""


def _hsa_id(claims: dict[str, Any], what: str, words: Any) -> str:
    try:
        return HsaId.read(_text(claims, what), testing=settings.DEMO).value
    except ValueError:
        raise Refusal(words) from None


def _unit(hsa_id: str) -> Unit:
    unit = Unit.objects.filter(hsa_id__iexact=hsa_id).first()
    if unit is None:
        raise Refusal(
            _("Enheten %(unit)s i ditt medarbetaruppdrag finns inte i Samsyn. Kontakta regionens kontor.")
            % {"unit": hsa_id}
        )
    return unit


def _user(hsa_id: str, name: str) -> User:
    known = User.objects.filter(hsa_id=hsa_id).first()
    if known is not None:
        return known
    if not name:
        raise Refusal(_("Inloggningstjänsten lämnade inget namn för dig. Kontakta dem som sköter den."))
    user = User(hsa_id=hsa_id, username=hsa_id.casefold(), name=name[:200])
    user.set_unusable_password()
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError:
        raise Refusal(
            _("Ett annat konto har redan ditt HSA-id som användarnamn. Kontakta din administratör.")
        ) from None
    leave_event(action="user.add", by=None, on=user, changes={"hsa_id": (None, hsa_id), "name": (None, user.name)})
    return user


def _assignment(user: User, unit: Unit, role: Role) -> Assignment:
    mine = Assignment.objects.active_on(today()).filter(user=user, unit=unit, role=role, from_commission=True)
    known = mine.select_related("user", "unit").first()
    if known is not None:
        return known
    made = Assignment(user=user, unit=unit, role=role, first_day=today(), from_commission=True)
    made.save()
    changes = {"user": (None, user.id), "unit": (None, unit.id), "role": (None, role), "from_commission": (None, True)}
    leave_event(action="assignment.give", by=made.actor, on=made, changes=changes)
    return made
