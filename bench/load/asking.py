"""Fills the database that the settings name, asks for each list many times, and tells the milliseconds as JSON."""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from statistics import median, quantiles
from typing import Any, Final

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samsyn.web.project.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from bench.load.filling import Sizes, fill  # noqa: E402
from samsyn.web.audit.actor import Actor, Role  # noqa: E402
from samsyn.web.audit.clock import today  # noqa: E402
from samsyn.web.audit.reach import system_reach  # noqa: E402
from samsyn.web.care.models import Case, Visit  # noqa: E402
from samsyn.web.directory.models import Team  # noqa: E402
from samsyn.web.patients.loading import load_patients  # noqa: E402
from samsyn.web.people.models import Assignment, User  # noqa: E402
from samsyn.web.referrals.models import Referral  # noqa: E402

_BEFORE: Final = 3

Page = tuple[str, Callable[[], Any]]


def main() -> None:
    """Fill, ask, tell."""
    letters, cases, visits, patients, calls = map(int, sys.argv[1:])
    with system_reach(), transaction.atomic():
        assignment = _reader()
        teams = _teams(assignment)
        load_patients([team.unit for team in teams[1:]], patients, seed=2, today=today())
        fill(teams, Sizes(letters, cases, visits), today=today())
    with system_reach(), transaction.atomic():
        pages = list(_pages(_client(assignment), assignment.actor))
        size = {"units": len(teams), "letters": Referral.received_at(assignment.actor).count(),
                "cases": Case.at(assignment.actor).count(), "visits": Visit.at(assignment.actor).count()}  # fmt: skip
    rows = [{"page": name, **_measured(ask, calls)} for name, ask in pages]
    json.dump([{"page": "", **size}, *rows], sys.stdout)


def _reader() -> Assignment:
    """Someone new who coordinates where the demonstration does, and nowhere else."""
    unit = Assignment.objects.filter(user__username="koordinator").order_by("first_day")[0].unit
    user = User.objects.create(username="listläsare", name="Läsare", email="")
    return Assignment.objects.create(user=user, unit=unit, role=Role.COORDINATOR, first_day=today())


def _teams(assignment: Assignment) -> list[Team]:
    """One a unit, that of the reader's first."""
    found = Team.across_units.select_related("unit").order_by("sort_key", "id")
    of_unit = {team.unit_id: team for team in found}
    return [of_unit.pop(assignment.unit_id), *of_unit.values()]


def _client(assignment: Assignment) -> Client:
    client = Client(SERVER_NAME="localhost")
    client.force_login(assignment.user, backend=settings.AUTHENTICATION_BACKENDS[1])
    client.post(reverse("patients:notice"))
    return client


def _pages(client: Client, by: Actor) -> Iterator[Page]:
    """What is asked for, in the words of the report."""
    inbox, written, cases, patients = map(
        reverse, ("referrals:inbox", "referrals:written", "care:list", "patients:list")
    )
    deep_letter = Referral.received_at(by).order_by("-first_visit_due").values_list("pk", flat=True)[40]
    deep_case = Case.at(by).order_by("opened_on").values_list("pk", flat=True)[40]
    open_case = Case.at(by).filter(state="treatment", visits__isnull=False).values_list("pk", flat=True)[0]
    yield "start page", lambda: client.get("/")
    yield "inbox", lambda: client.get(f"{inbox}?state=")
    yield "inbox, far down, all states", lambda: client.get(f"{inbox}?state=all&efter={deep_letter}")
    yield "inbox, what waits for an answer", lambda: client.get(f"{inbox}?waits=to-answer")
    yield "inbox, by name", lambda: _search(client, inbox, "zetterf", state="all")
    yield "inbox, by number", lambda: _search(client, inbox, "198001022386", state="all")
    yield "written letters", lambda: client.get(f"{written}?state=")
    yield "cases", lambda: client.get(f"{cases}?state=")
    yield "cases, far down, all states", lambda: client.get(f"{cases}?state=all&efter={deep_case}")
    yield "cases, what is missing for payment", lambda: client.get(f"{cases}?waits=payment")
    yield "cases, by name", lambda: _search(client, cases, "zetterf", state="all")
    yield "cases, by number", lambda: _search(client, cases, "198001022386", state="all")
    yield "on to the next case", lambda: client.get(reverse("care:next", args=[deep_case]))
    yield "patients", lambda: client.get(patients)
    yield "one case, with its checks", lambda: client.get(reverse("care:case", args=[open_case]))


def _search(client: Client, address: str, text: str, **more: str) -> Any:
    return client.post(address, {"text": text, **more}, headers={"HX-Request": "true"})


def _measured(ask: Callable[[], Any], calls: int) -> dict[str, Any]:
    for _ in range(_BEFORE):
        answer = ask()
        if answer.status_code not in (200, 302):
            raise RuntimeError(f"status {answer.status_code}")
    asked = _Counting()
    with connection.execute_wrapper(asked):
        ask()
    took = [_milliseconds(ask, time.perf_counter) for _ in range(calls)]
    work = [_milliseconds(ask, time.process_time) for _ in range(calls)]
    p95 = quantiles(took, n=20, method="inclusive")[18]
    return {"queries": asked.queries, "median": median(took), "p95": p95, "work": median(work)}


class _Counting:
    """Counts what the database is asked."""

    queries = 0

    def __call__(self, execute: Callable[..., Any], *asked: Any) -> Any:
        """One more."""
        self.queries += 1
        return execute(*asked)


def _milliseconds(ask: Callable[[], Any], clock: Callable[[], float]) -> float:
    began = clock()
    ask()
    return (clock() - began) * 1000


if __name__ == "__main__":
    main()
