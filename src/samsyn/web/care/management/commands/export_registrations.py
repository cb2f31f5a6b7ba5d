"""`samsyn manage export_registrations OUT`: what units have registered, as an extract for the command line."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import polars as pl
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from samsyn.extracts.errors import Told
from samsyn.extracts.writing import Kind, csv_of, extract_tables, new_folder
from samsyn.web.audit.reach import system_reach
from samsyn.web.audit.trail import leave_event
from samsyn.web.care.extract import extract_of
from samsyn.web.care.operating import operator_at
from samsyn.web.directory.models import Team
from samsyn.web.organisations.models import Unit


class Command(BaseCommand):
    """Writes a folder that `samsyn adjudicate` reads."""

    help = "Write the units' registrations as an extract (the folder of the file contract)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to, and whose."""
        parser.add_argument("out", type=Path, help="A new or empty folder.")
        parser.add_argument("--unit", default="", help="The HSA-id of one unit; else all units that have teams.")
        parser.add_argument("--overwrite", action="store_true", help="Replace the extract that is there.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read all in one transaction, and write the folder whole or not at all."""
        with system_reach(), transaction.atomic():
            units = _units(options["unit"])
            tables = _together([extract_tables(extract_of(by=operator_at(unit))) for unit in units])
            for unit in units:
                leave_event(action="registrations.export", by=None, on=unit)
        try:
            with new_folder(options["out"], Kind.EXTRACT, overwrite=options["overwrite"]) as folder:
                for name, table in tables.items():
                    (folder / f"{name}.csv").write_bytes(csv_of(table))
        except Told as told:
            raise CommandError(told.english) from told
        counts = ", ".join(f"{table.height} {name}" for name, table in tables.items())
        self.stdout.write(f"{len(units)} units: {counts}.")


def _units(code: str) -> list[Unit]:
    if code:
        found = list(Unit.objects.filter(hsa_id__iexact=code.strip()))
        if not found:
            raise CommandError(f"There is no unit with the code {code}.")
        return found
    with_teams = Team.across_units.values("unit_id")
    found = list(Unit.objects.filter(pk__in=with_teams).order_by("hsa_id"))
    if not found:
        raise CommandError("No unit has a team: there is nothing to write.")
    return found


def _together(units: list[dict[str, pl.DataFrame]]) -> dict[str, pl.DataFrame]:
    return {name: pl.concat([each[name] for each in units]) for name in units[0]}
