"""`samsyn manage judge_cases`: every open case judged as it stands today; run each night.

A case is judged whenever something is registered on it. What else it rests on changes without it: a team's approval
ends, a guideline is followed by another.
"""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from samsyn.web.audit.reach import system_reach
from samsyn.web.care.models import OVER, Case
from samsyn.web.care.operating import operator_at
from samsyn.web.care.standing import refresh_all
from samsyn.web.organisations.models import Unit


class Command(BaseCommand):
    """Keeps the columns that work lists sort by."""

    help = "Judge every open case as it stands today, for the work lists. Run it each night."

    def handle(self, *args: Any, **options: Any) -> None:
        """One unit after the other, each in a transaction of its own."""
        judged = 0
        with system_reach():
            with_open = Case.across_units.exclude(state__in=OVER).values("unit_id")
            for unit in Unit.objects.filter(pk__in=with_open).order_by("hsa_id"):
                judged += _judge(unit)
        self.stdout.write(f"{judged} open cases judged.")


@transaction.atomic
def _judge(unit: Unit) -> int:
    by = operator_at(unit)
    cases = list(Case.at(by).exclude(state__in=OVER).select_related("team").select_for_update(of=("self",)))
    refresh_all(cases, by=by)
    return len(cases)
