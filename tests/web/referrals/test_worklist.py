"""What waits among letters: each line counts what the list behind it shows, and nothing of another unit's."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.models import AccessEntry
from samsyn.web.directory.models import Team
from samsyn.web.organisations.models import Unit
from samsyn.web.pages.work import WorkItem
from samsyn.web.patients.models import Patient
from samsyn.web.referrals.models import Referral
from samsyn.web.referrals.waiting import RECEIVED_NAMES, WRITTEN_NAMES
from samsyn.web.referrals.worklist import work_for
from tests.web.conftest import see_everything
from tests.web.referrals.conftest import Enter, page_of
from tests.web.referrals.making import letter_in

TODAY = date(2019, 10, 31)


@pytest.fixture
def letters(patient: Patient, team: Team, referrer: Actor) -> dict[str, list[Referral]]:
    """By line, the letters that it counts; and some that no line does."""

    def letter(state: str, **facts: object) -> Referral:
        return letter_in(state, patient, team, **facts)

    ago = {"sent_on": date(2019, 9, 1)}
    fresh = letter("sent", first_visit_due=date(2019, 12, 1))
    soon = [letter("sent", first_visit_due=TODAY), letter("accepted", first_visit_due=date(2019, 11, 7))]
    late = letter("accepted", first_visit_due=date(2019, 10, 30), **ago)
    told = letter("sent", first_visit_due=date(2019, 10, 30), delay_told_on=TODAY, **ago)
    booked_late = letter("booked", first_visit_due=date(2019, 11, 20), visit_on=date(2019, 11, 21))
    been = letter("booked", first_visit_due=date(2019, 11, 20), visit_on=TODAY)
    letter("booked", first_visit_due=date(2019, 11, 2), visit_on=date(2019, 11, 1))
    letter("accepted", first_visit_due=date(2019, 11, 8))
    letter("rejected", first_visit_due=date(2019, 10, 1), answered_on=date(2019, 10, 17), **ago)
    new_answer = letter("rejected", answered_on=date(2019, 10, 18), **ago)
    asked, draft = letter("asked"), letter("draft")
    mine = letter("draft", written_by_id=referrer.user_id)
    return {
        "passed": [late, told],
        "to-tell": [late, booked_late],
        "running-out": soon,
        "to-answer": [fresh, soon[0], told],
        "no-case": [been],
        "asked": [asked],
        "draft": [draft, mine],
        "answered": [new_answer],
    }


def _by_name(items: list[WorkItem]) -> dict[str, WorkItem]:
    return {item.url.partition("waits=")[2]: item for item in items}


def test_each_line_counts_what_its_list_shows(
    letters: dict[str, list[Referral]], referrer: Actor, coordinator: Actor, enter: Enter, assignment_of: object
) -> None:
    from samsyn.web.people.models import Assignment

    for actor, names in ((coordinator, RECEIVED_NAMES), (referrer, WRITTEN_NAMES)):
        items = _by_name(work_for(actor))
        assert set(items) == set(names)
        client = enter(Assignment.objects.get(pk=actor.assignment_id))
        for name, item in items.items():
            rows = client.get(item.url).context["rows"]
            assert {row.letter.pk for row in rows} == {each.pk for each in letters[name]}, name
            assert item.count == len(rows)


def test_the_filter_stays_and_is_seen(letters: dict[str, list[Referral]], desk: object) -> None:
    desk.get("/remisser/inkorg?waits=no-case")  # type: ignore[attr-defined]
    text = desk.get("/remisser/inkorg").content.decode()  # type: ignore[attr-defined]
    assert '<option value="no-case" selected>' in text
    assert page_of(letters["no-case"][0]) in text
    assert page_of(letters["to-answer"][0]) not in text
    assert "Visar 11 av 11" not in desk.get("/remisser/inkorg?waits=nonsense").content.decode()  # type: ignore[attr-defined]


def test_ones_own_of_what_the_unit_has_written(letters: dict[str, list[Referral]], referrer: Actor) -> None:
    items = _by_name(work_for(referrer))
    assert (items["draft"].count, items["draft"].mine) == (2, 1)
    assert (items["asked"].mine, items["asked"].urgent) == (0, True)


def test_nobody_else_is_told(
    letters: dict[str, list[Referral]], actor_of: Callable[[Role, Unit], Actor], third_unit: Unit, unit: Unit
) -> None:
    assert all(work_for(actor_of(role, third_unit)) == [] for role in Role)
    for role in (Role.ECONOMIST, Role.AUDITOR, Role.ADMINISTRATOR):
        assert work_for(actor_of(role, unit)) == []


def test_two_questions_and_nobody_is_read(letters: dict[str, list[Referral]], coordinator: Actor) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert work_for(coordinator)
    assert len(asked) == 2
    see_everything()
    assert not AccessEntry.objects.exists()
