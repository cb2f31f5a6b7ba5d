"""Lists of a large region: no question reads a whole table, and each page asks as many as it did before."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from bench.load.filling import Sizes, fill
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.care.listing import Wanted, cases_of
from samsyn.web.care.models import Case
from samsyn.web.care.waiting import NAMES
from samsyn.web.care.waiting import waits as cases_wait
from samsyn.web.directory.models import Team
from samsyn.web.organisations.models import Unit
from samsyn.web.patients.loading import load_patients
from samsyn.web.people.models import Assignment
from samsyn.web.referrals import reading
from samsyn.web.referrals.models import Referral
from samsyn.web.referrals.waiting import RECEIVED_NAMES, WRITTEN_NAMES
from tests.web.care.conftest import Enter, page_of
from tests.web.referrals.making import team_at

TODAY = date(2019, 10, 31)
_WHOLE = re.compile(r"Seq Scan on (care|referrals)_|^\s*\d+ \d+ \d+ SCAN (care|referrals)_(?!\w+ USING)", re.M)


@pytest.fixture
def people(unit: Unit, other_unit: Unit) -> None:
    load_patients([unit, other_unit], 60, seed=1, today=TODAY)


def _fill(teams: list[Team], times: int = 1) -> None:
    """The first team's unit gets most of it."""
    fill(teams, Sizes(1200 * times, 600 * times, 1200 * times), today=TODAY, seed=times)


@pytest.fixture
def large(people: None, unit: Unit, other_unit: Unit) -> None:
    _fill([team_at(unit), team_at(other_unit)])


def questions(by: Actor) -> dict[str, QuerySet[Any]]:
    """What the lists ask for, each as its page does."""
    inbox, written = reading.inbox, reading.written
    letters = {
        "inbox": inbox(by, reading.Wanted()).order_by("sorted_by", "pk")[:26],
        "inbox, all": inbox(by, reading.Wanted(state="all")).order_by("sorted_by", "pk")[:26],
        "inbox, name": inbox(by, reading.Wanted("öberg", state="all")).order_by("sorted_by", "pk")[:26],
        "inbox, number": inbox(by, reading.Wanted("198001022386", state="all")).order_by("sorted_by", "pk")[:26],
        "written": written(by, reading.Wanted()).order_by("-written_on", "-pk")[:26],
        **{f"inbox, {name}": inbox(by, reading.Wanted(waits=name)) for name in RECEIVED_NAMES},
        **{f"written, {name}": written(by, reading.Wanted(waits=name)) for name in WRITTEN_NAMES},
    }
    cases = {
        "cases": cases_of(by, Wanted()).order_by("-opened_on", "-pk")[:26],
        "cases, all": cases_of(by, Wanted(state="all")).order_by("-opened_on", "-pk")[:26],
        "cases, name": cases_of(by, Wanted("öberg", state="all")).order_by("-opened_on", "-pk")[:26],
        "cases, number": cases_of(by, Wanted("198001022386", state="all")).order_by("-opened_on", "-pk")[:26],
        "cases, case": cases_of(by, Wanted("2019-100001", state="all")).order_by("-opened_on", "-pk")[:26],
        **{f"cases, {name}": cases_of(by, Wanted(waits=name)).order_by("opened_on", "pk")[:26] for name in NAMES},
    }
    return letters | cases


@pytest.mark.usefixtures("large")
def test_no_list_reads_a_whole_table(actor: Actor) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")  # so small a table is else read whole: is there an index?
    plans = {name: question.explain() for name, question in questions(actor).items()}
    assert {name: plan for name, plan in plans.items() if _WHOLE.search(plan)} == {}


@pytest.mark.usefixtures("large")
def test_what_is_filled_in_is_worth_listing(actor: Actor) -> None:
    counts = {name: Case.at(actor).filter(wait).count() for name, wait in cases_wait(TODAY).items()}
    assert all(counts.values()), counts
    assert Referral.received_at(actor).count() > 100


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("address", ["/", "/arenden/", "/remisser/inkorg", "/remisser/skrivna", "case"])
def test_a_page_asks_as_much_of_many_as_of_few(
    address: str, unit: Unit, other_unit: Unit, assignment_of: Callable[..., Assignment], enter: Enter
) -> None:
    assignment = assignment_of(Role.COORDINATOR, unit)
    client = enter(assignment)
    teams, counts = [team_at(unit), team_at(other_unit)], []
    for times in (1, 3):
        _fill(teams, times)
        case = Case.at(assignment.actor).filter(state="treatment")[0]
        with CaptureQueriesContext(connection) as asked:
            assert client.get(page_of(case) if address == "case" else address).status_code == 200
        counts.append(len([each for each in asked if "audit_chainhead" not in each["sql"]]))
    assert counts[0] == counts[1]
