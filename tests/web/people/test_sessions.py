"""How long a log-in lasts, what ends it, and that a change of rights is obeyed at the next request (F34)."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone

from samsyn.web.audit.actor import Role
from samsyn.web.audit.clock import now
from samsyn.web.organisations.models import Unit
from samsyn.web.people.models import User
from samsyn.web.people.session_keys import SINCE
from tests.web.conftest import AssignmentOf, SamsynClient, SignIn
from tests.web.people.conftest import LOGIN, PASSWORD, log_in


@pytest.fixture
def client(person: User) -> SamsynClient:
    client = SamsynClient()
    log_in(client, "karin")
    return client


def test_log_in_gives_a_new_session_and_the_old_id_is_dead(person: User) -> None:
    client = SamsynClient()
    client.get(LOGIN)
    session = client.session
    session["planted"] = "by an attacker"
    session.save()
    before = session.session_key
    client.cookies["samsyn"] = before
    log_in(client, "karin")
    assert client.session.session_key not in (None, before)
    assert not Session.objects.filter(session_key=before).exists()


def test_log_out_kills_the_session_and_clears_the_browser(client: SamsynClient) -> None:
    stolen = client.cookies["samsyn"].value
    response = client.post(reverse("account_logout"))
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert not Session.objects.filter(session_key=stolen).exists()
    thief = SamsynClient()
    thief.cookies["samsyn"] = stolen
    assert thief.get("/").status_code == 302


def test_a_look_at_the_log_out_page_logs_no_one_out(client: SamsynClient) -> None:
    assert client.get(reverse("account_logout")).status_code == 200
    assert client.get("/").status_code == 200


def test_a_quarter_of_an_hour_without_a_request_ends_it(client: SamsynClient) -> None:
    row = Session.objects.get(session_key=client.session.session_key)
    left = row.expire_date - timezone.now()
    assert timedelta(minutes=14) < left <= timedelta(minutes=15)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert client.get("/").status_code == 302


def test_each_request_begins_the_quarter_anew(client: SamsynClient) -> None:
    Session.objects.update(expire_date=timezone.now() + timedelta(seconds=30))
    client.get("/")
    row = Session.objects.get(session_key=client.session.session_key)
    assert row.expire_date - timezone.now() > timedelta(minutes=14)


@pytest.mark.parametrize(("hours", "status"), [(9.99, 200), (10.01, 302)])
def test_ten_hours_end_it_however_busy(client: SamsynClient, hours: float, status: int) -> None:
    session = client.session
    session[SINCE] = now().timestamp() - hours * 3600
    session.save()
    assert client.get("/").status_code == status


def test_logging_in_again_begins_the_ten_hours_anew(client: SamsynClient) -> None:
    session = client.session
    session[SINCE] = now().timestamp() - 9 * 3600
    session.save()
    client.post(reverse("account_logout"))
    log_in(client, "karin")
    assert now().timestamp() - client.session[SINCE] < 60


def test_a_closed_account_is_out_at_the_next_request(client: SamsynClient, person: User) -> None:
    User.objects.filter(pk=person.pk).update(is_active=False)
    assert client.get("/").status_code == 302


def test_an_ended_assignment_is_out_at_the_next_request(client: SamsynClient, person: User) -> None:
    person.assignments.update(ended_at=now())
    assert client.get("/").status_code == 403


def test_another_role_is_obeyed_at_the_next_request(client: SamsynClient, person: User) -> None:
    assert client.get(reverse("people:users")).status_code == 403
    person.assignments.update(role=Role.ADMINISTRATOR)
    assert client.get(reverse("people:users")).status_code == 200


def test_a_new_password_ends_other_log_ins_but_not_ones_own(client: SamsynClient) -> None:
    other = SamsynClient()
    log_in(other, "karin")
    new = "åtta gröna flaggor i vind"
    sent = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert client.post(reverse("account_change_password"), sent).status_code == 302
    assert client.get("/").status_code == 200
    assert other.get("/").status_code == 302
    assert log_in(SamsynClient(), "karin").status_code == 422
    assert log_in(SamsynClient(), "karin", new).status_code == 302


def test_ended_log_ins_are_out_at_the_next_request(client: SamsynClient, person: User) -> None:
    User.objects.filter(pk=person.pk).update(sessions_ended=1)
    assert client.get("/").status_code == 302


def test_one_changes_to_another_assignment_of_ones_own_and_only_to_that(
    sign_in: SignIn, assignment_of: AssignmentOf, unit: Unit, other_unit: Unit
) -> None:
    mine, foreign = assignment_of(Role.COORDINATOR, unit), assignment_of(Role.CLINICIAN, other_unit)
    second = mine.user.assignments.create(unit=other_unit, role=Role.CLINICIAN, first_day=mine.first_day)
    client = sign_in(mine)
    address = reverse("people:assignment")
    assert client.post(address, {"assignment": str(foreign.id)}).status_code == 404
    assert client.post(address, {"assignment": "x"}).status_code == 404
    assert client.post(address, {"assignment": str(second.id)}).status_code == 302
    assert "Du är nu behandlare på Smärtenheten Öst." in client.get("/").content.decode()
    second.ended_at = now()
    second.save()
    page = client.get("/").content.decode()
    assert "koordinator" in page
    assert client.post(address, {"assignment": str(second.id)}).status_code == 404


def test_a_cookie_is_for_this_site_alone_and_no_script_reads_it(client: SamsynClient, settings: Any) -> None:
    cookie = client.cookies["samsyn"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == "/"
    assert not cookie["domain"]
