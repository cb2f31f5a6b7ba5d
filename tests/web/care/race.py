"""Many open cases at the same moment, on a database of their own: `python -m tests.web.care.race`.

Prints the numbers of the cases that different patients got, and how those fared who opened for the same patient.
"""

import json
import threading
from collections.abc import Callable
from datetime import date
from typing import Any

import django
from django.core.management import call_command
from django.db import connection, transaction

NUMBERS = (
    "198001022386", "198012042381", "199007112387", "198107282389", "199106162390", "200108232398", "198507022385",
    "197703052386",
)  # fmt: skip


def main() -> None:
    """Make the unit, let them race, and tell."""
    django.setup()
    call_command("migrate", verbosity=0)
    from samsyn.web.audit.reach import system_reach
    from samsyn.web.care.models import Case
    from tests.web.care.making import patient_at
    from tests.web.care.treating import team_at

    with system_reach():
        actors = _actors()
        team = team_at(actors[0])
        patients = [patient_at(actors[0], number) for number in NUMBERS]
        others = _race([_opening(actor, patient, team) for actor, patient in zip(actors, patients, strict=True)])
        numbers = sorted(each.number for each in Case.across_units.all())
        Case.across_units.update(state="ended", closed_on=date(2019, 9, 1))
        same = _race([_opening(actor, patients[0], team) for actor in actors])
        told = {"others": others, "numbers": numbers, "same": sorted(same), "cases": Case.across_units.count()}
    print(json.dumps(told))  # noqa: T201


def _actors() -> list[Any]:
    from samsyn.web.audit.actor import Role
    from samsyn.web.organisations.models import Provider, Region, Unit
    from samsyn.web.people.models import Assignment, User

    region = Region.objects.create(name="Regionen", programmes=["vgr-mmr"])
    provider = Provider.objects.create(region=region, name="Vårdgivaren", organisation_number="5560360793")
    unit = Unit.objects.create(provider=provider, region=region, name="Enheten", hsa_id="SE5560360793-1001")
    users = [User.objects.create(username=f"p{place}", name=f"P{place}", email="") for place in range(len(NUMBERS))]
    told = {"unit": unit, "role": Role.CLINICIAN, "first_day": date(2018, 1, 1)}
    return [Assignment.objects.create(user=user, **told).actor for user in users]


def _opening(actor: Any, patient: Any, team: Any) -> Callable[[], str]:
    def run() -> str:
        from samsyn.web.audit.reach import declare
        from samsyn.web.audit.refusal import Refusal
        from samsyn.web.care.acts.opening import open_case

        try:
            with transaction.atomic():
                declare(actor)
                told = {"opened_on": date(2019, 9, 1), "reason": "Sökte själv"}
                open_case(by=actor, patient=patient, team=team, **told)
            return "opened"
        except Refusal as refusal:
            return type(refusal).__name__

    return run


def _race(acts: list[Callable[[], str]]) -> list[str]:
    """How each fared."""
    start, fared = threading.Barrier(len(acts)), []

    def run(act: Callable[[], str]) -> None:
        start.wait(20)
        try:
            fared.append(act())
        finally:
            connection.close()

    runners = [threading.Thread(target=run, args=(act,)) for act in acts]
    for runner in runners:
        runner.start()
    for runner in runners:
        runner.join()
    return fared


if __name__ == "__main__":
    main()
