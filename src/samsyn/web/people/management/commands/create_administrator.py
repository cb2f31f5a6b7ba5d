"""Begin on an empty installation: a region, its office, and the first administrator, who can then let in others."""

import secrets
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from samsyn.web.audit.actor import Role
from samsyn.web.audit.clock import today
from samsyn.web.audit.reach import system_reach
from samsyn.web.audit.trail import leave_event
from samsyn.web.organisations.models import Provider, Region, Unit
from samsyn.web.people.models import Assignment, User

_ASKED = {
    "region": "The region's name",
    "organisation_number": "Its organisation number",
    "office": "The name of its office",
    "office_hsa_id": "The office's HSA-id",
    "username": "The administrator's user name",
    "name": "The administrator's name",
}


class Command(BaseCommand):
    """Asks for what is not given, unless --no-input."""

    help = "Make a region, its office and its first administrator; prints a password to be changed at first log-in."

    def add_arguments(self, parser: CommandParser) -> None:
        """One option for each thing asked for."""
        for name, words in _ASKED.items():
            parser.add_argument(f"--{name.replace('_', '-')}", help=words)
        parser.add_argument("--programme", action="append", default=[], help="A programme of the region, as vgr-mmr")
        parser.add_argument("--no-input", action="store_true", help="Never ask; fail where something is missing")

    def handle(self, *arguments: Any, **options: Any) -> None:
        """Make them in one transaction, or nothing."""
        given = {name: options[name] or self._ask(words, options) for name, words in _ASKED.items()}
        with system_reach(), transaction.atomic():
            if Assignment.objects.filter(role=Role.ADMINISTRATOR, unit__is_region_office=True).exists():
                raise CommandError("There is an administrator of a region already, who can let in others.")
            password = self._make(given, options["programme"])
        self.stdout.write(f"User name: {given['username'].strip().casefold()}")
        self.stdout.write(f"Password, to be changed at the first log-in: {password}")

    def _ask(self, words: str, options: dict[str, Any]) -> str:
        if options["no_input"]:
            raise CommandError(f"Missing: {words.lower()}. Give it as an option; see --help.")
        return input(f"{words}: ")

    def _make(self, given: dict[str, str], programmes: list[str]) -> str:
        password = "-".join(secrets.token_hex(3) for _ in range(4))
        region = Region(name=given["region"].strip(), programmes=programmes)
        provider = Provider(region=region, name=region.name, organisation_number=given["organisation_number"])
        office = Unit(
            region=region, provider=provider, name=given["office"].strip(), hsa_id=given["office_hsa_id"],
            is_region_office=True,
        )  # fmt: skip
        user = User(
            username=given["username"].strip().casefold(), name=given["name"].strip(), password_is_temporary=True
        )
        user.set_password(password)
        try:
            for each, left_out in ((region, []), (provider, ["region"]), (office, ["region", "provider"]), (user, [])):
                each.clean()  # into normal form, before lengths are looked at
                each.full_clean(exclude=[*left_out, "programmes", "email", "search_key", "sort_key"])
                each.save()
        except ValidationError as error:
            wrong = [f"{field}: {words}" for field, told in error.message_dict.items() for words in told]
            raise CommandError("; ".join(wrong)) from error
        first = Assignment.objects.create(user=user, unit=office, role=Role.ADMINISTRATOR, first_day=today())
        leave_event(action="user.add", by=None, on=user, changes={"username": (None, user.username)})
        leave_event(action="assignment.give", by=None, on=first, changes={"role": (None, first.role)})
        return password
