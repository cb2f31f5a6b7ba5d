"""The teams that are accredited on a day, and what of them is public: nothing else leaves through this module."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Self
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery

from samsyn.kernel import Period, add_months, merged
from samsyn.web.audit.actor import Actor
from samsyn.web.directory.models import Accreditation, ContactConfirmation, Team, in_force_on
from samsyn.web.directory.reading import with_words

WAITING_TIME_AGES_IN: Final = 3
"""Calendar months after which a waiting time is marked as old: our choice, no guideline states one."""


_READ: Final = (
    *("name", "programme", "level", "care_level", "phone", "email", "website", "address", "presentation"),
    *("waiting_weeks", "waiting_on", "sort_key", "region__name"),
    *("unit__name", "unit__hsa_id", "unit__place", "unit__provider__name"),
)


@dataclass(frozen=True)
class PublicTeam:
    """Everything that anyone may know of a team, and nothing more."""

    id: UUID
    name: str
    unit: str
    unit_hsa_id: str
    provider: str
    place: str
    region: str
    programme: str
    level: str
    care_level: str
    care_level_name: str
    phone: str
    email: str
    website: str
    address: str
    presentation: str
    waiting_weeks: int | None
    waiting_on: date | None
    waiting_is_old: bool
    accredited_from: date
    accredited_to: date | None  # None: until further notice
    confirmed_on: date | None

    @classmethod
    def of(cls, team: Team, day: date) -> Self:
        """The public part of a team that `public_on(day)` gave."""
        unit, period = team.unit, _period_with(team.accreditations.all(), day)
        return cls(
            id=team.id,
            name=team.name,
            unit=unit.name,
            unit_hsa_id=unit.hsa_id,
            provider=unit.provider.name,
            place=unit.place,
            region=team.region.name,
            programme=team.programme,
            level=team.level,
            care_level=team.care_level,
            care_level_name=str(team.get_care_level_display()),
            phone=team.phone,
            email=team.email,
            website=team.website if team.website.startswith(("https://", "http://")) else "",
            address=team.address,
            presentation=team.presentation,
            waiting_weeks=team.waiting_weeks,
            waiting_on=team.waiting_on,
            waiting_is_old=is_old(team.waiting_on, day),
            accredited_from=period.first,
            accredited_to=None if period.last == date.max else period.last,
            confirmed_on=team.confirmed_on,
        )


def is_old(stated_on: date | None, day: date) -> bool:
    """Whether a waiting time stated on that day says little any longer."""
    return stated_on is not None and day > add_months(stated_on, WAITING_TIME_AGES_IN)


def accredited_on(day: date) -> "QuerySet[Team]":
    """Every team of every unit that is accredited on the day: what the region has approved, anyone may know."""
    return Team.across_units.filter(_accredited(day), published=True)


def public_on(day: date) -> "QuerySet[Team]":
    """The same with all that `PublicTeam.of` reads, in a fixed number of queries."""
    return (
        accredited_on(day)
        .select_related("unit__provider", "region")
        .only(*_READ)
        .prefetch_related(
            Prefetch("accreditations", Accreditation.across_units.only("team_id", "first_day", "last_day"))
        )
        .annotate(confirmed_on=Subquery(_last_confirmed()))
        .order_by("sort_key", "id")
    )


def matching(teams: "QuerySet[Team]", *, words: str = "", level: str = "", region: str = "") -> "QuerySet[Team]":
    """Those whose name, unit, place or provider hold every word; at the level; in the region."""
    teams = with_words(teams, words, "search_key")
    if level:
        teams = teams.filter(level=level)
    return teams.filter(region_id=region) if region else teams


def unconfirmed(actor: Actor, day: date) -> "QuerySet[Team]":
    """The actor's accredited teams that have not yet confirmed this calendar year what the public page says."""
    this_year = ContactConfirmation.across_units.filter(team=OuterRef("pk"), year=day.year)
    waiting = Team.at(actor).filter(_accredited(day), ~Exists(this_year), published=True)
    return waiting.select_related("unit__provider").order_by("sort_key", "id")


def _last_confirmed() -> "QuerySet[ContactConfirmation]":
    confirmations = ContactConfirmation.across_units.filter(team=OuterRef("pk"))
    return confirmations.order_by("-confirmed_on").values("confirmed_on")[:1]


def _accredited(day: date) -> Exists:
    return Exists(Accreditation.across_units.filter(in_force_on(day), team=OuterRef("pk")))


def _period_with(accreditations: Iterable[Accreditation], day: date) -> Period:
    """The unbroken period with the day in it: accreditations that follow day on day are one."""
    periods = merged(Period(each.first_day, each.last_day or date.max) for each in accreditations)
    return next(period for period in periods if day in period)
