"""`python -m samsyn.web.project.manage …`: Django's own commands, with this application's settings."""

import os
import sys

from django.core.management import execute_from_command_line


def manage(arguments: list[str]) -> None:
    """Run one of Django's or Samsyn's management commands."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samsyn.web.project.settings")
    execute_from_command_line(["samsyn", *arguments])


if __name__ == "__main__":
    manage(sys.argv[1:])
