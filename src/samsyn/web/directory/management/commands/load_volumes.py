"""`samsyn manage load_volumes FOLDER`: counts of patients from an extract, with a receipt of every line."""

from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from samsyn.extracts.errors import RefusedExtract
from samsyn.extracts.reading import Reading
from samsyn.web.audit.clock import today
from samsyn.web.audit.reach import system_reach
from samsyn.web.directory.counting import Counted, keep_volumes, read_contacts
from samsyn.web.organisations.models import Region


class Command(BaseCommand):
    """Keeps sums alone: no patient, no contact."""

    help = "Count each unit's patients in an extract (the folder of the file contract) and keep the sums."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The folder, whose it is, and to which day."""
        parser.add_argument("folder", type=Path)
        parser.add_argument("--region", default="", help="The region's name; may be left out where there is one.")
        parser.add_argument(
            "--counted-on", type=date.fromisoformat, help="Count to this day; else the last contact's, or today."
        )
        parser.add_argument("--encoding", choices=["utf-8", "cp1252"], default="utf-8")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, count and store everything or nothing."""
        as_of = options["counted_on"] or today()
        if as_of > today():
            raise CommandError(f"{as_of} has not come yet. Count to {today()} or an earlier day.")
        try:
            reading = read_contacts(options["folder"], as_of=as_of, encoding=options["encoding"])
        except RefusedExtract as refused:
            raise CommandError(f"{refused.code}: {refused.sentence}") from refused
        counted_on = options["counted_on"] or reading.records.last_day
        if counted_on is None:
            raise CommandError("The extract has no contact that can be used. Nothing is stored.")
        with system_reach(), transaction.atomic():
            counted = keep_volumes(_region(options["region"]), reading, counted_on=counted_on)
        self.stdout.write("\n".join(_receipt(reading, counted)))


def _region(name: str) -> Region:
    found = list(Region.objects.filter(name=name) if name else Region.objects.all())
    if len(found) != 1:
        known = ", ".join(Region.objects.values_list("name", flat=True))
        raise CommandError(f"Say with --region which region the extract is from. There are: {known}.")
    return found[0]


def _receipt(reading: Reading, counted: Counted) -> Iterator[str]:
    yield "table          lines       used   rejected  duplicate    ignored"
    for name, lines in reading.counts.items():
        sums = (lines.lines, lines.used, lines.rejected, lines.duplicate, sum(lines.ignored.values()))
        yield f"{name:<10}" + "".join(f"{number:>11}" for number in sums)
    years = ", ".join(map(str, counted.years))
    yield f"First contact {counted.first_day}. Counted to {counted.counted_on}, for {years}."
    if counted.first_day.year == counted.counted_on.year:
        yield "The extract begins in the year that is counted: see that it holds all of it."
    yield f"Sums kept: {counted.kept}. Units not in the region: {len(counted.unknown_units)}."
    yield from (f"  {unit}" for unit in counted.unknown_units)
