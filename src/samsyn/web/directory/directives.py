"""Directives: who reads which, what a guideline offers to put in one, and what one says of money and invoicing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.findings import Citation
from samsyn.guidelines import Amount, Ground, Guideline
from samsyn.guidelines.model import InvoiceTerms
from samsyn.web.audit.actor import Actor
from samsyn.web.directory.models import Directive, DirectiveState
from samsyn.web.directory.rules import guideline_called, register
from samsyn.web.people.acting import did_step_before

DRAFTING = "directive.draft"

GROUND_WORDS: dict[Ground, Promise] = {
    Ground.STATED: _("angivet"),
    Ground.CARRIED_FORWARD: _("hämtat från en tidigare period"),
    Ground.NOT_STATED: _("inte angivet i någon källa"),
}


@dataclass(frozen=True)
class Offer:
    """What a guideline offers to put in a directive for one of its levels."""

    guideline: Guideline
    amount: Amount

    @property
    def level(self) -> str:
        """The level."""
        return self.amount.level

    @property
    def ore(self) -> int | None:
        """The amount in öre; None where no source states it."""
        return self.amount.money.ore if self.amount.money else None

    @property
    def ground(self) -> Promise:
        """In words, where the amount comes from."""
        return GROUND_WORDS[self.amount.ground]

    @property
    def is_stated(self) -> bool:
        """Whether a source states the amount for that very period: then a directive says the same."""
        return self.amount.ground is Ground.STATED

    @property
    def buyer_reference(self) -> str:
        """The buyer reference that the guideline names, if it names one."""
        return self.guideline.invoice.buyer_reference if self.guideline.invoice else ""


@dataclass(frozen=True)
class Ruling:
    """What a directive rests on, as its guideline file says it; None or empty where the file is no longer there."""

    guideline: Guideline | None
    offer: Offer | None
    invoice: InvoiceTerms | None
    ground: Promise  # of the directive's own amount
    citation: Citation | None  # the clause of that amount; None where the directive itself is the source


def directives_at(actor: Actor) -> "QuerySet[Directive]":
    """A region's office sees its region's; a provider's people the provider's own, once they have been issued."""
    if actor.at_region_office:
        found = Directive.across_units.filter(region_id=actor.region_id)
    else:
        found = Directive.across_units.filter(provider_id=actor.provider_id).exclude(state=DirectiveState.DRAFT)
    return found.select_related("provider")


def offers(programmes: list[str]) -> Iterator[Offer]:
    """Every guideline and level of the programmes, newest guideline first."""
    own = (guideline for guideline in register().guidelines if guideline.programme in programmes)
    for guideline in sorted(own, key=lambda each: each.period, reverse=True):
        yield from (Offer(guideline, amount) for amount in guideline.amounts)


def offer_of(guideline_id: str, level: str) -> Offer | None:
    """What the guideline offers for the level; None where there is no such guideline or level."""
    guideline = guideline_called(guideline_id)
    amounts = guideline.amounts if guideline else ()
    return next((Offer(guideline, amount) for amount in amounts if guideline and amount.level == level), None)


def ruling_of(directive: Directive) -> Ruling:
    """What the directive rests on. An amount that is not the guideline's is the directive's own decision."""
    offer = offer_of(directive.guideline_id, directive.level)
    if offer is None:
        return Ruling(None, None, None, _("beslutat i anvisningen"), None)
    if directive.amount_ore is None:
        return Ruling(offer.guideline, offer, offer.guideline.invoice, GROUND_WORDS[Ground.NOT_STATED], None)
    if directive.amount_ore != offer.ore:
        return Ruling(offer.guideline, offer, offer.guideline.invoice, _("beslutat i anvisningen"), None)
    return Ruling(offer.guideline, offer, offer.guideline.invoice, offer.ground, offer.amount.citation)


def wrote(actor: Actor, directive: Directive) -> bool:
    """Whether the actor has written in the draft, and so may not issue it (the table of rights says so)."""
    return did_step_before("directive.issue", by=actor, on=directive)


def is_current(directive: Directive, day: date) -> bool:
    """Whether it opens the money on the day."""
    return directive.state == DirectiveState.ISSUED and directive.first_day <= day <= directive.last_day
