"""Accounts: new, closed, opened, a way to choose a password, and none of the means to log in that were lost."""

import re
from typing import Final

from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from samsyn.kernel import HsaId
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.refusal import Refusal
from samsyn.web.audit.trail import leave_event
from samsyn.web.people.acting import check_state
from samsyn.web.people.login.links import link_for
from samsyn.web.people.models import User
from samsyn.web.people.within import check_whole_account

_A_NUMBER: Final = re.compile(r"(\d{2})?\d{6}[-+]?\d{4}")
_STATES: Final = {"open": _("öppet"), "closed": _("stängt")}


def add_user(*, by: Actor, username: str, name: str, hsa_id: str = "") -> User:
    """Make an account without a password. Its first assignment is given by `give_assignment`."""
    user = User(username=_name_to_log_in(username), name=name.strip(), hsa_id=_hsa_id(hsa_id))
    user.set_unusable_password()
    try:
        user.full_clean(exclude=["password", "email"], validate_unique=False)
        with transaction.atomic():
            user.save()
    except ValidationError as error:
        field, words = next(iter(error.message_dict.items()))
        raise Refusal(words[0], field=field) from error
    except IntegrityError as error:
        raise Refusal(
            _("Användarnamnet eller HSA-id:t är redan taget. Finns personen hos en annan vårdgivare kan regionens "
              "administratör ge ett uppdrag hos er.")
        ) from error  # fmt: skip
    fields = ("username", "name", "hsa_id")
    leave_event(action="user.add", by=by, on=user, changes={each: (None, getattr(user, each)) for each in fields})
    return user


def _name_to_log_in(username: str) -> str:
    plain = username.strip().casefold()
    if _A_NUMBER.fullmatch(plain):
        raise Refusal(_("Använd inte ett personnummer som användarnamn."), field="username")
    return plain


def _hsa_id(text: str) -> str | None:
    try:
        return HsaId.read(text).value if text.strip() else None
    except ValueError:
        raise Refusal(_("Skriv HSA-id:t som SE, tio siffror, bindestreck och resten."), field="hsa_id") from None


def give_link(*, by: Actor, user: User) -> str:
    """A link to choose a password. Log-ins end and older links die; the password there is holds until then."""
    user = _locked(user)
    check_whole_account(user, by)
    if not user.is_active:
        raise Refusal(_("Kontot är stängt. Öppna det först."))
    _end_sessions(user)
    leave_event(action="user.give-link", by=by, on=user)
    return link_for(user)


def reset_second_factor(*, by: Actor, user: User) -> None:
    """Remove app, passkeys and recovery codes: at the next log-in the person adds new ones."""
    user = _locked(user)
    check_whole_account(user, by)
    for each in Authenticator.objects.filter(user=user):
        each.delete()
    _end_sessions(user)
    leave_event(action="user.reset-second-factor", by=by, on=user)


def close_user(*, by: Actor, user: User) -> None:
    """No one gets in by the account any more, and who is in is out."""
    user = _locked(user)
    check_whole_account(user, by)
    check_state("user.close", user.state, _STATES[user.state])
    user.is_active = False
    user.save(update_fields=["is_active"])
    _end_sessions(user)
    leave_event(action="user.close", by=by, on=user, changes={"state": ("open", "closed")})


def open_user(*, by: Actor, user: User) -> None:
    """The account works again, with the assignments that have not ended."""
    user = _locked(user)
    check_whole_account(user, by)
    check_state("user.open", user.state, _STATES[user.state])
    user.is_active = True
    user.save(update_fields=["is_active"])
    leave_event(action="user.open", by=by, on=user, changes={"state": ("closed", "open")})


def _locked(user: User) -> User:
    return User.objects.select_for_update().get(pk=user.pk)


def _end_sessions(user: User) -> None:
    user.sessions_ended += 1
    user.save(update_fields=["sessions_ended"])
