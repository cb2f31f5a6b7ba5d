"""`samsyn manage load_demo FOLDER`: a made-up region in an empty database, with people who can log in."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.clock import today
from samsyn.web.audit.reach import system_reach
from samsyn.web.care.loading import cases_in
from samsyn.web.care.operating import operator_at
from samsyn.web.care.stories import hand_out, tell_stories
from samsyn.web.directory.loading import region_in
from samsyn.web.directory.models import Team
from samsyn.web.organisations.models import Region, Unit
from samsyn.web.patients.loading import load_patients
from samsyn.web.people.models import Assignment
from samsyn.web.people.role_names import ROLE_NAMES
from samsyn.web.project.demo_logins import LOGINS, PASSWORD
from samsyn.web.project.demo_people import health_centre_of, office_of, people_at


class Command(BaseCommand):
    """Loads the demonstration."""

    help = "Load a synthetic region (a folder that `samsyn generate` wrote) for a demonstration, and print the log-ins."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The folder, and how large."""
        parser.add_argument("folder", type=Path)
        parser.add_argument("--patients", type=int, default=60, help="How many patients at each of the first units.")
        parser.add_argument("--units", type=int, default=4, help="At how many units there are patients.")
        parser.add_argument("--address", default="", help="Where it will be served, to be printed.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load everything or nothing."""
        if not settings.DEMO:
            raise CommandError("load_demo makes people with a known password: it needs SAMSYN_DEMO=1.")
        if Region.objects.exists():
            raise CommandError("The database is not empty. Take a new one (SAMSYN_DATABASE_URL), or remove its file.")
        with system_reach(), transaction.atomic():
            _load(options["folder"], options["patients"], options["units"])
        self.stdout.write(_log_ins(options["address"]))


def _load(folder: Path, patients: int, units: int) -> None:
    region = Region.objects.create(name="Västra Götalandsregionen", programmes=["vgr-mmr"])
    office = office_of(region)
    region_in(region, folder, today=today(), seed=1)
    own = _units_with_teams()
    centre = health_centre_of(own[0])
    people_at({"office": office, "unit": own[0], "health-centre": centre})
    load_patients([*own[:units], centre], patients, seed=1, today=today())
    coordinator, clinician = _person(own[0], Role.COORDINATOR), _person(own[0], Role.CLINICIAN)
    tell_stories(referrer=_person(centre, Role.REFERRER), coordinator=coordinator, clinician=clinician, today=today())
    cases_in(folder, [operator_at(unit) for unit in own[:units]], today=today(), seed=1)
    hand_out(coordinator, (clinician, coordinator))


def _person(unit: Unit, role: Role) -> Actor:
    return Assignment.objects.select_related("user", "unit").filter(unit=unit, role=role).order_by("first_day")[0].actor


def _units_with_teams() -> list[Unit]:
    """Units by how much there is to see: several teams or notifications first."""
    teams = Team.across_units.select_related("unit").order_by("sort_key", "id")
    return list({team.unit_id: team.unit for team in teams}.values())


def _log_ins(address: str) -> str:
    rows = [(login.username, f"{login.name}, {ROLE_NAMES[login.role]}") for login in LOGINS]
    lines = [f"  {username:<16}{who}" for username, who in rows]
    where = f"Samsyn visas på {address}" if address else "Demonstrationen är laddad"
    return "\n".join(["", f"{where} – logga in som någon av:", "", *lines, "", f"Lösenord för alla: {PASSWORD}", ""])
