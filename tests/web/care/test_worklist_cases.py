"""What waits among cases: each line counts what the list behind it shows, mine and the unit's, and nobody else's."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.models import AccessEntry
from samsyn.web.care.models import Case
from samsyn.web.care.waiting import NAMES
from samsyn.web.care.worklist import work_for
from samsyn.web.organisations.models import Unit
from samsyn.web.pages.work import WorkItem
from samsyn.web.patients.models import Patient
from samsyn.web.people.models import Assignment
from tests.web.care.conftest import CaseClient, Enter
from tests.web.care.making import patient_at
from tests.web.care.treating import team_at
from tests.web.conftest import see_everything

JUDGED = {"judged_on": date(2019, 10, 1), "started_on": date(2019, 3, 1)}


def row_of(by: Actor, patient: Patient, state: str, **told: Any) -> Case:
    """A case as a row, with what the acts would have kept on it."""
    over = {"closed_on": date(2019, 10, 1)} if state in ("completed", "ended") else {}
    facts = {"opened_on": date(2019, 2, 1), "year": 2019, "level": "MMR1", "team": team_at(by), **over} | told
    place = Case.at(by).count() + 1
    # one open case a patient and programme: here each is of a programme of its own
    return Case.across_units.create(
        unit_id=by.unit_id, region_id=by.region_id, patient=patient, programme=f"p{place}", serial=place, state=state,
        **facts,
    )  # fmt: skip


@pytest.fixture
def cases(actor: Actor) -> dict[str, list[Case]]:
    """By line, the cases that it counts; and some that no line does."""
    patient = patient_at(actor)

    def case(state: str, **told: Any) -> Case:
        return row_of(actor, patient, state, **told)

    lacking = case("treatment", not_met=1, **JUDGED)
    blank = case("treatment", undiagnosed=2, unknown=1, responsible_id=actor.user_id, **JUDGED)
    closed = case("completed", undiagnosed=1, unknown=1, **JUDGED)
    long_ago = {"closed_on": date(2017, 12, 31), "opened_on": date(2017, 1, 1)}
    case("completed", undiagnosed=1, unknown=1, **JUDGED | long_ago)
    case("ended", undiagnosed=1, not_met=1)
    follow = case("planned", follow_up_due=date(2019, 10, 31), responsible_id=actor.user_id)
    case("planned", follow_up_due=date(2019, 11, 1))
    case("ended", follow_up_due=date(2019, 5, 1))
    paused = case("paused", paused_on=date(2019, 8, 31))
    case("paused", paused_on=date(2019, 9, 1))
    case("treatment")  # never judged
    return {
        "assess": [case("assessment")],
        "decide": [case("assessed")],
        "plan": [case("decided")],
        "follow-up": [follow],
        "ready": [case("treatment", **JUDGED)],
        "no-diagnosis": [blank, closed],
        "payment": [lacking, blank, closed],
        "paused-long": [paused],
    }


def by_name(items: list[WorkItem]) -> dict[str, WorkItem]:
    """The lines by the filter that they lead to."""
    return {item.url.partition("waits=")[2]: item for item in items}


def test_each_line_counts_what_its_list_shows(
    cases: dict[str, list[Case]], actor: Actor, clinician: CaseClient
) -> None:
    items = by_name(work_for(actor))
    assert set(items) == set(NAMES) == set(cases)
    for name, item in items.items():
        shown = [case.pk for case in clinician.get(item.url).context["page"].rows]
        assert set(shown) == {case.pk for case in cases[name]}, name
        assert item.count == len(shown)


def test_mine_and_the_units(cases: dict[str, list[Case]], actor: Actor, enter: Enter) -> None:
    mine = {name: item.mine for name, item in by_name(work_for(actor)).items()}
    assert mine == {name: int(name in ("follow-up", "no-diagnosis", "payment")) for name in NAMES}
    client = enter(Assignment.objects.get(pk=actor.assignment_id))
    own = client.get(reverse("care:list") + "?waits=payment&whose=mine").context["page"].rows
    assert [case.pk for case in own] == [cases["payment"][1].pk]


def test_only_who_treats_is_told(
    cases: dict[str, list[Case]], actor_of: Callable[[Role, Unit], Actor], unit: Unit, other_unit: Unit
) -> None:
    told = {role for role in Role if work_for(actor_of(role, unit))}
    assert told == {Role.CLINICIAN, Role.COORDINATOR}
    assert not any(work_for(actor_of(role, other_unit)) for role in Role)


def test_one_question_and_nobody_is_read(cases: dict[str, list[Case]], actor: Actor) -> None:
    with CaptureQueriesContext(connection) as asked:
        work_for(actor)
    assert len(asked) == 1
    see_everything()
    assert not AccessEntry.objects.exists()


def test_the_start_page_is_grouped(cases: dict[str, list[Case]], actor: Actor, enter: Enter) -> None:
    client = enter(Assignment.objects.get(pk=actor.assignment_id))
    text = client.get("/").content.decode()
    assert [group.title for group in client.get("/").context["work"]] == ["Ärenden", "Team"]
    assert "<h2" in text
    assert "Väntar på bedömning" in text
    assert "mina 1" in text
    assert not AccessEntry.objects.exists()
