"""The teams that a referral can be sent to: accredited today, of a programme of the region that takes new referrals."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samsyn.guidelines import Guideline
from samsyn.pathway.opening import Closed, open_for_referrals
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.refusal import Refusal
from samsyn.web.directory import rules
from samsyn.web.directory.accredited import public_on
from samsyn.web.directory.models import Team
from samsyn.web.organisations.models import Region


@dataclass(frozen=True)
class ClosedProgramme:
    """A programme that takes no new referrals, with its clause and the reason in the reader's words."""

    title: str
    words: str
    clause: str
    quote: str


def open_teams(actor: Actor, day: date) -> "QuerySet[Team]":
    """The teams that the actor's region offers, by name."""
    is_open = [each for each in _programmes(actor) if closed(each, day) is None]
    return public_on(day).filter(region_id=actor.region_id, programme__in=is_open)


def closed_programmes(actor: Actor, day: date) -> list[ClosedProgramme]:
    """The region's programmes that take no new referrals on the day, each with its reason."""
    found = (closed(programme, day) for programme in _programmes(actor))
    return [in_words(each) for each in found if each]


def closed(programme: str, day: date) -> Closed | None:
    """Why the programme takes no new referrals on the day; None where it does."""
    return open_for_referrals(rules.register(), programme, day)


def team_to_refer_to(actor: Actor, team_id: UUID, day: date) -> Team:
    """The team, if a letter can be sent to it on the day; else a Refusal that says why."""
    found = public_on(day).filter(region_id=actor.region_id, pk=team_id).first()
    if found is None:
        raise Refusal(_("Teamet är inte godkänt i dag. Låt patienten välja ett annat team."), field="team")
    why = closed(found.programme, day)
    if why:
        told = in_words(why)
        raise Refusal(f"{told.words} {told.clause}: ”{told.quote}”", field="team")
    return found


def in_words(why: Closed) -> ClosedProgramme:
    """The closing as a page says it."""
    language = "en" if get_language() == "en" else "sv"
    words = _("Programmet tar inte emot nya remisser efter %(day)s. De som redan har börjat får slutföra.")
    latest = max(rules.guidelines_of(why.programme), key=lambda guideline: guideline.period)
    return ClosedProgramme(
        latest.title[language], words % {"day": why.last_day}, why.citation.clause, why.citation.quote
    )


def guidelines_open(actor: Actor, day: date) -> list[Guideline]:
    """The guidelines in force that letters of the day are held against."""
    is_open = [each for each in _programmes(actor) if closed(each, day) is None]
    return [guideline for each in is_open for guideline in rules.guidelines_of(each) if day in guideline.period]


def _programmes(actor: Actor) -> list[str]:
    programmes: list[str] = Region.objects.get(pk=actor.region_id).programmes
    return programmes
