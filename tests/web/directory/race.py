"""Two officers decide at the same moment, on a database of their own: `python -m tests.web.directory.race`.

Prints, for each notification, how each officer fared and how many approvals there are afterwards.
"""

import json
import threading
from datetime import date
from typing import Any

import django
from django.core.management import call_command
from django.db import connection, transaction

ROUNDS = 8


def main() -> None:
    """Make the region, let them race, and tell."""
    django.setup()
    call_command("migrate", verbosity=0)
    from samsyn.web.audit.reach import system_reach

    with system_reach():
        officers, notifications = _region()
        told = [_race(officers, notification) for notification in notifications]
    print(json.dumps(told))  # noqa: T201


def _region() -> tuple[list[Any], list[Any]]:
    from samsyn.web.audit.actor import Role
    from samsyn.web.directory.models import Team
    from samsyn.web.organisations.models import Provider, Region, Unit
    from samsyn.web.people.models import Assignment, User
    from tests.web.directory.making import notification_in

    region = Region.objects.create(name="Regionen", programmes=["vgr-mmr"])
    provider = Provider.objects.create(region=region, name="Kontoret", organisation_number="2321000131")
    office, unit = (
        Unit.objects.create(provider=provider, region=region, name=name, hsa_id=hsa_id, is_region_office=is_office)
        for name, hsa_id, is_office in (("Kontoret", "SE2321000131-1", True), ("Enheten", "SE2321000131-2", False))
    )
    officers = []
    for name in ("ett", "två"):
        user = User.objects.create(username=name, name=name, email="")
        role = Role.REGION_OFFICER
        own = Assignment.objects.create(user=user, unit=office, role=role, first_day=date(2018, 1, 1))
        officers.append(own.actor)
    notifications = []
    for number in range(ROUNDS):
        team = Team(
            unit=unit, region=region, programme="vgr-mmr", level="MMR1", care_level="primary", name=f"Team {number}"
        )
        team.save()
        notifications.append(notification_in("submitted", team))
    return officers, notifications


def _race(officers: list[Any], notification: Any) -> dict[str, Any]:
    from samsyn.web.audit.models import AuditEvent
    from samsyn.web.directory.models import Accreditation

    start, fared = threading.Barrier(len(officers)), {}
    runners = [threading.Thread(target=_decide, args=(one, notification.pk, start, fared)) for one in officers]
    for runner in runners:
        runner.start()
    for runner in runners:
        runner.join()
    approvals = Accreditation.across_units.filter(team_id=notification.team_id).count()
    events = AuditEvent.objects.filter(action="notification.approve", object_id=str(notification.pk)).count()
    return {"fared": sorted(fared.values()), "approvals": approvals, "events": events}


def _decide(officer: Any, pk: Any, start: threading.Barrier, fared: dict[str, str]) -> None:
    from samsyn.web.audit.reach import declare
    from samsyn.web.audit.refusal import Refusal
    from samsyn.web.directory.acts.decision import approve
    from samsyn.web.directory.models import Notification
    from tests.web.directory.making import decision_on

    try:
        with transaction.atomic():
            declare(officer)
            row = Notification.at(officer).get(pk=pk)
            read = decision_on(row, officer)
        days = {"first_day": date(2019, 10, 31), "last_day": date(2019, 12, 31)}
        start.wait(20)
        with transaction.atomic():
            declare(officer)
            approve(by=officer, notification=row, version=read["version"], seen=read["seen"], words="", **days)
        fared[officer.name] = "approved"
    except Refusal as refusal:
        fared[officer.name] = str(refusal.words)
    finally:
        connection.close()


if __name__ == "__main__":
    main()
