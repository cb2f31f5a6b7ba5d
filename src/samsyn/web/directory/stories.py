"""What is going on in a demonstration: teams that wait for a decision, one returned, a change of staff, directives."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from uuid import UUID

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.directory import invented
from samsyn.web.directory.acts import decision, directive, notice, notification
from samsyn.web.directory.directives import Offer, offers
from samsyn.web.directory.models import Directive, Notification, RegistryConnection, Team, TeamMember
from samsyn.web.organisations.models import Provider, Region, Unit

_WHOLE = (("physician", ("extended",)), ("psychologist", ("short-psychotherapy",)),
          ("physiotherapist", ("extended",)), ("occupational_therapist", ("extended",)))  # fmt: skip
_LACKING = _WHOLE[1:3]
_OTHER_LEVEL = {"MMR1": "MMR2", "MMR2": "MMR1"}


def tell_stories(region: Region, teams: list[Team], random: Random, today: date) -> None:
    """By the same acts that people use: at the first units by name there is most to see."""
    ordered = sorted((team for team in teams if team.published), key=lambda team: (team.sort_key, team.level))
    units = list({team.unit_id: team.unit for team in ordered}.values())
    if not units:
        return
    officers = _officer(region, random, "Eva Norén"), _officer(region, random, "Tomas Wik")
    _staff_changes(ordered[0], random, today)
    _draft(_unit(units, 0), region, random, today)
    _sent(_unit(units, 1), region, _WHOLE, random, today)
    _sent(_unit(units, 2), region, _LACKING, random, today)
    _returned(_unit(units, 0), officers[0], _sent(_unit(units, 0), region, _LACKING, random, today, "Kvällsteamet"))
    _directives(region, teams, officers, today)


def _unit(units: list[Unit], number: int) -> Unit:
    return units[number % len(units)]


def _draft(unit: Unit, region: Region, random: Random, today: date) -> None:
    team = _new_team(unit, region, _LACKING, random, today, "Ryggteamet")
    notification.draft_notification(by=_coordinator(unit, random), team=team, year=today.year)


def _sent(
    unit: Unit, region: Region, posts: tuple[tuple[str, tuple[str, ...]], ...], random: Random, today: date,
    name: str = "Nya smärtteamet",
) -> Notification:  # fmt: skip
    team, by = _new_team(unit, region, posts, random, today, name), _coordinator(unit, random)
    draft = notification.draft_notification(by=by, team=team, year=today.year)
    return notification.submit(
        by=by, notification=draft, version=draft.version, attested=True, was_active=False, was_paid=False
    )


def _returned(unit: Unit, by: Actor, sent: Notification) -> None:
    seen = notification.judged_now(sent, by=by).fingerprint
    words = "Teamet saknar läkare. Komplettera bemanningen och skicka in igen."
    decision.return_to_complete(by=by, notification=sent, version=sent.version, seen=seen, words=words)


def _staff_changes(team: Team, random: Random, today: date) -> None:
    """The physician will leave, and the region has not yet seen the notice."""
    last = today + timedelta(days=30)
    leaving = team.members.filter(profession="physician", last_day__isnull=True).first()
    if leaving:
        leaving.last_day = last
        leaving.save(update_fields=["last_day"])
        words = "Läkaren slutar. Vi söker en ny och räknar med att ha en på plats efter en månad."
        notice.send_notice(
            by=_coordinator(team.unit, random), team=team, from_day=last + timedelta(days=1), words=words
        )


def _new_team(
    unit: Unit, region: Region, posts: tuple[tuple[str, tuple[str, ...]], ...], random: Random, today: date, name: str
) -> Team:
    """A team that has never been approved, with the posts filled since a month."""
    known = Team.across_units.filter(unit=unit).order_by("sort_key").first()
    assert known is not None
    team = Team(
        unit=unit, region=region, programme=known.programme, level=_OTHER_LEVEL.get(known.level, known.level),
        care_level=known.care_level, name=f"{name} {unit.place}", phone=invented.phone(random.randint(0, 99)),
    )  # fmt: skip
    team.save(force_insert=True)
    owner = {"team": team, "unit_id": unit.id, "region_id": region.id}
    since = today - timedelta(days=30)
    TeamMember.across_units.bulk_create(
        TeamMember(
            **owner, name=invented.person(random), profession=profession, competences=list(having), first_day=since
        )
        for profession, having in posts
    )
    module = "primary" if known.care_level == "primary" else "specialist"
    RegistryConnection(**owner, module=module, since=since).save(force_insert=True)
    return team


def _directives(region: Region, teams: list[Team], officers: tuple[Actor, Actor], today: date) -> None:
    """Issued for most providers and levels; every seventh is still a draft, and one has been revoked."""
    current = {offer.level: offer for offer in offers(region.programmes) if today in offer.guideline.period}
    for number, (provider, offer) in enumerate(_pairs(teams, current)):
        terms = _terms(offer, f"HS {today.year}-9{number:04d}")
        draft = directive.draft(
            by=officers[0], provider_id=provider.id, guideline_id=offer.guideline.id, level=offer.level, terms=terms
        )
        if number % 7 != 3 and offer.ore is not None:
            issued = directive.issue(by=officers[1], directive_id=draft.id, version=draft.version)
            at = datetime.combine(terms.first_day, time(9), UTC)
            Directive.across_units.filter(pk=issued.pk).update(issued_at=at)
            if number == 1:
                _revoke(issued, officers[1])


def _pairs(teams: list[Team], current: dict[str, Offer]) -> Iterator[tuple[Provider, Offer]]:
    found = {(team.unit.provider_id, team.level): team.unit.provider for team in teams if team.published}
    return ((provider, current[level]) for (_id, level), provider in found.items() if level in current)


def _revoke(issued: Directive, by: Actor) -> None:
    reason = "Fel period. En ny anvisning skrivs."
    directive.revoke(by=by, directive_id=issued.id, version=issued.version, reason=reason)


def _terms(offer: Offer, reference: str) -> directive.Terms:
    return directive.Terms(
        reference=reference,
        first_day=offer.guideline.period.first,
        last_day=offer.guideline.period.last,
        amount_ore=offer.ore,
        product_code=offer.amount.stated_product_code,
        buyer_reference=offer.buyer_reference,
    )


def _coordinator(unit: Unit, random: Random) -> Actor:
    return _actor(
        unit.id, unit.name, unit.provider_id, unit.region_id, Role.COORDINATOR, random, invented.person(random)
    )


def _officer(region: Region, random: Random, name: str) -> Actor:
    office = Unit.objects.filter(region=region, is_region_office=True).first()
    where = (office.id, office.name, office.provider_id) if office else (_uuid(random), region.name, _uuid(random))
    return _actor(*where, region.id, Role.REGION_OFFICER, random, name)


def _actor(
    unit_id: UUID, unit_name: str, provider_id: UUID, region_id: UUID, role: Role, random: Random, name: str
) -> Actor:
    """Someone made up: no one can log in as them."""
    return Actor(
        user_id=_uuid(random), name=name, assignment_id=_uuid(random), role=role, unit_id=unit_id, unit_name=unit_name,
        provider_id=provider_id, region_id=region_id, at_region_office=role is Role.REGION_OFFICER,
    )  # fmt: skip


def _uuid(random: Random) -> UUID:
    return UUID(int=random.getrandbits(128), version=4)
