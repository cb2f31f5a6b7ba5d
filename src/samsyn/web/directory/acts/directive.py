"""Directives: drafted by one officer, issued by another, and never changed after that; only revoked, with a reason."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import now
from samsyn.web.audit.refusal import Refusal
from samsyn.web.audit.trail import leave_event
from samsyn.web.directory.directives import DRAFTING, Offer, offer_of, wrote
from samsyn.web.directory.models import Directive, DirectiveState
from samsyn.web.organisations.models import Provider
from samsyn.web.people.acting import check_state


@dataclass(frozen=True)
class Terms:
    """What a directive says. The amount is in öre; None: no source states one."""

    reference: str
    first_day: date
    last_day: date
    amount_ore: int | None
    product_code: str
    buyer_reference: str


_FIELDS = tuple(field.name for field in fields(Terms))


def draft(*, by: Actor, provider_id: UUID, guideline_id: str, level: str, terms: Terms) -> Directive:
    """Begin a directive to a provider of the officer's own region, for a level of a guideline."""
    _at_office(by)
    offer = _offer(guideline_id, level)
    provider = Provider.objects.filter(pk=provider_id, region_id=by.region_id).first()
    if provider is None:
        raise Refusal(_("Vårdgivaren finns inte i regionen. Välj en annan."), field="provider")
    _check_terms(terms, offer)
    directive = Directive(region_id=by.region_id, provider=provider, guideline_id=guideline_id, level=level)
    return _write(directive, terms, by)


def edit(*, by: Actor, directive_id: UUID, version: int, terms: Terms) -> Directive:
    """Change what a draft says."""
    directive = _locked(by, directive_id, DRAFTING, version)
    _check_terms(terms, _offer(directive.guideline_id, directive.level))
    directive.version += 1
    return _write(directive, terms, by)


def issue(*, by: Actor, directive_id: UUID, version: int) -> Directive:
    """Issue it as it stands: from now on it opens the money. Not by anyone who wrote in the draft."""
    directive = _locked(by, directive_id, "directive.issue", version)
    if wrote(by, directive):
        raise Refusal(_("Du har själv skrivit i utkastet. En annan handläggare måste utfärda anvisningen."))
    if directive.amount_ore is None:
        raise Refusal(_("Beloppet är okänt. Fyll i det i utkastet innan anvisningen utfärdas."))
    directive.state, directive.issued_at, directive.issued_by = DirectiveState.ISSUED, now(), by.name
    directive.version += 1
    try:
        with transaction.atomic():
            directive.save()
    except IntegrityError:
        raise Refusal(
            _("Vårdgivaren har redan en utfärdad anvisning för riktlinjen och nivån. Återkalla den först.")
        ) from None
    leave_event(action="directive.issue", by=by, on=directive, changes=_said(directive))
    return directive


def revoke(*, by: Actor, directive_id: UUID, version: int, reason: str) -> Directive:
    """Revoke an issued directive; what it said is kept."""
    directive = _locked(by, directive_id, "directive.revoke", version)
    if not reason.strip():
        raise Refusal(_("Skriv varför anvisningen återkallas."), field="reason")
    directive.state, directive.revoked_at, directive.revoked_by = DirectiveState.REVOKED, now(), by.name
    directive.revocation_reason = reason.strip()
    directive.version += 1
    directive.save()
    leave_event(action="directive.revoke", by=by, on=directive, changes={"revocation_reason": (None, reason.strip())})
    return directive


def _locked(by: Actor, directive_id: UUID, action_id: str, version: int) -> Directive:
    """The directive, held until the transaction ends, as the officer saw it."""
    _at_office(by)
    found = Directive.across_units.select_for_update().filter(pk=directive_id, region_id=by.region_id).first()
    if found is None:
        raise Refusal(_("Anvisningen finns inte längre."))
    check_state(action_id, found.state, found.get_state_display())
    if found.version != version:
        raise Refusal(_("Någon annan har ändrat anvisningen sedan sidan visades. Ladda om sidan och läs den igen."))
    return found


def _at_office(by: Actor) -> None:
    if not by.at_region_office:
        raise Refusal(_("Bara regionens kontor kan göra detta."))


def _offer(guideline_id: str, level: str) -> Offer:
    offer = offer_of(guideline_id, level)
    if offer is None:
        raise Refusal(_("Riktlinjen finns inte, eller har inte den nivån."))
    return offer


def _check_terms(terms: Terms, offer: Offer) -> None:
    period = offer.guideline.period
    if terms.last_day < terms.first_day:
        raise Refusal(_("Anvisningen slutar före sin första dag. Ändra dagarna."), field="last_day")
    if not (period.first <= terms.first_day and terms.last_day <= period.last):
        words = _("Riktlinjen gäller %(first)s till %(last)s. Håll anvisningen inom de dagarna.")
        raise Refusal(words % {"first": period.first, "last": period.last}, field="first_day")
    if terms.amount_ore is not None and terms.amount_ore <= 0:
        raise Refusal(_("Beloppet måste vara större än noll."), field="amount")
    if offer.is_stated and terms.amount_ore != offer.ore:
        raise Refusal(_("Riktlinjen anger beloppet. Anvisningen kan inte säga ett annat."), field="amount")
    if not terms.reference.strip():
        raise Refusal(_("Skriv anvisningens diarienummer."), field="reference")


def _write(directive: Directive, terms: Terms, by: Actor) -> Directive:
    before = {} if directive._state.adding else {name: getattr(directive, name) for name in _FIELDS}
    for name in _FIELDS:
        setattr(directive, name, getattr(terms, name))
    directive.save()
    changes = {name: (before.get(name), getattr(terms, name)) for name in _FIELDS}
    changed = {name: pair for name, pair in changes.items() if pair[0] != pair[1]}
    leave_event(action=DRAFTING, by=by, on=directive, changes=changed)
    return directive


def _said(directive: Directive) -> dict[str, tuple[Any, Any]]:
    """Everything the directive says, for the trail."""
    said = (*_FIELDS, "provider_id", "guideline_id", "level")
    return {name: (None, getattr(directive, name)) for name in said}
