"""`verify_logs`: whether the access log and the trail of changes are whole: exit status 0, else 1."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from samsyn.web.audit.reach import system_reach
from samsyn.web.audit.verifying import Heads, faults, heads


class Command(BaseCommand):
    """Reads only. With the heads that a second party kept, a cut tail or a replaced log is found too."""

    help = "Verify the chains of the access log and of the trail of changes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What may be asked for."""
        parser.add_argument("--head", action="store_true", help="Print the chains' heads, for a second party to keep.")
        parser.add_argument("--against", type=Path, help="A file that --head printed earlier.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Verify, or print the heads."""
        kept = _read(options["against"]) if options["against"] else None
        with system_reach(), transaction.atomic():
            if options["head"]:
                self.stdout.write(json.dumps(heads(), indent=1))
                return
            found = list(faults(kept))
        for fault in found:
            where = fault.chain if fault.place is None else f"{fault.chain}, {fault.place}"
            self.stdout.write(f"{where}: {fault.words}")
        if found:
            sys.exit(1)
        self.stdout.write(_("Loggarna är hela."))


def _read(path: Path) -> Heads:
    try:
        return {str(name): (int(place), str(seal)) for name, (place, seal) in json.loads(path.read_text()).items()}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        words = _("Filen %(file)s är inte en som --head har skrivit. Ange den fil som den andra parten sparade.")
        raise CommandError(words % {"file": path}) from error
