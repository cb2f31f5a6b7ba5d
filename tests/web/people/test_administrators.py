"""What an administrator can do with accounts and assignments, how far they reach, and never for themselves."""

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.urls import reverse

from samsyn.web.audit.actor import Role
from samsyn.web.audit.clock import now, today
from samsyn.web.audit.models import AuditEvent
from samsyn.web.audit.refusal import Refusal
from samsyn.web.organisations.models import Provider, Region, Unit
from samsyn.web.people.acts.assignments import end_assignment, give_assignment
from samsyn.web.people.acts.users import close_user, give_link, open_user, reset_second_factor
from samsyn.web.people.models import Assignment, User
from tests.web.conftest import AssignmentOf, SamsynClient, SignIn
from tests.web.people.conftest import add_app, key, log_in, with_password

NEW_PASSWORD = "åtta gröna flaggor i vind"


@pytest.fixture
def admin(assignment_of: AssignmentOf, unit: Unit) -> Assignment:
    return assignment_of(Role.ADMINISTRATOR, unit, "Per Ström")


@pytest.fixture
def page(sign_in: SignIn, admin: Assignment) -> SamsynClient:
    return sign_in(admin)


@pytest.fixture
def member(assignment_of: AssignmentOf, unit: Unit) -> User:
    user: User = with_password(assignment_of(Role.CLINICIAN, unit, "Åsa Lindberg"), "asa")
    return user


@pytest.fixture
def stranger(assignment_of: AssignmentOf, other_unit: Unit) -> User:
    user: User = with_password(assignment_of(Role.CLINICIAN, other_unit, "Östen Ek"), "osten")
    return user


def new_user(unit: Unit, **more: Any) -> dict[str, Any]:
    return key() | {
        "name": "Nils Ny", "username": "nils", "hsa_id": "SE2321000131-P000000000001", "unit": str(unit.id),
        "role": "clinician", "first_day": today().isoformat(),
    } | more  # fmt: skip


def test_a_new_user_gets_an_assignment_and_a_link_that_is_shown_once(
    page: SamsynClient, unit: Unit, admin: Assignment
) -> None:
    response = page.post(reverse("people:new-user"), new_user(unit))
    user = User.objects.get(username="nils")
    assert response["Location"] == reverse("people:link", args=[user.id])
    first, again = (page.get(response["Location"]).content.decode() for _ in range(2))
    (link,) = re.findall(r"/konto/valj-losenord/[^<\s]+", first)
    assert "/konto/valj-losenord/" not in again
    assert [(each.role, each.unit_id) for each in user.assignments.all()] == [("clinician", unit.id)]
    assert {each.action: each.user_id for each in AuditEvent.objects.all()} == {
        "user.add": admin.user_id, "assignment.give": admin.user_id, "user.give-link": admin.user_id,
    }  # fmt: skip
    stranger = SamsynClient()
    chooses = reverse("choose_password")
    assert stranger.get(chooses).status_code == 404
    assert stranger.get(link)["Location"] == chooses
    assert stranger.get(chooses)["Referrer-Policy"] == "same-origin"
    assert stranger.post(chooses, {"password1": "kort", "password2": "kort"}).status_code == 422
    assert stranger.post(chooses, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD + "!"}).status_code == 422
    assert stranger.post(chooses, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}).status_code == 302
    assert log_in(SamsynClient(), "nils", NEW_PASSWORD).status_code == 302
    assert stranger.get(link).status_code == 404
    assert stranger.post(chooses, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}).status_code == 404


def test_a_link_that_dies_while_the_page_is_open_takes_no_password(member: User, admin: Assignment) -> None:
    client = SamsynClient()
    client.get(link_to(member, admin))
    close_user(by=admin.actor, user=member)
    sent = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    assert client.post(reverse("choose_password"), sent).status_code == 404
    member.refresh_from_db()
    assert not member.check_password(NEW_PASSWORD)


def link_to(member: User, admin: Assignment) -> str:
    return give_link(by=admin.actor, user=member)


def test_a_newer_link_kills_the_older_and_neither_is_in_the_database(member: User, admin: Assignment) -> None:
    old, new = link_to(member, admin), link_to(member, admin)
    assert SamsynClient().get(old).status_code == 404
    assert SamsynClient().get(new).status_code == 302
    kept = str([list(each.objects.values()) for each in (AuditEvent, User)])
    assert new.rpartition("/")[2] not in kept


@pytest.mark.parametrize(("hours", "status"), [(23, 302), (25, 404)])
def test_a_link_lasts_a_day(
    member: User, admin: Assignment, monkeypatch: pytest.MonkeyPatch, hours: int, status: int
) -> None:
    from samsyn.web.people.login import links

    link = link_to(member, admin)
    real = links._Links._now
    monkeypatch.setattr(links._Links, "_now", lambda self: real(self) + timedelta(hours=hours))
    assert SamsynClient().get(link).status_code == status


def test_a_link_is_for_one_account(member: User, stranger: User, admin: Assignment) -> None:
    link = link_to(member, admin).replace(str(member.id), str(stranger.id))
    assert SamsynClient().get(link).status_code == 404
    assert SamsynClient().get(link.replace(str(stranger.id), str(uuid4()))).status_code == 404


def test_a_closed_account_has_no_link(member: User, admin: Assignment) -> None:
    link = link_to(member, admin)
    close_user(by=admin.actor, user=member)
    assert SamsynClient().get(link).status_code == 404
    with pytest.raises(Refusal, match="stängt"):
        give_link(by=admin.actor, user=member)


def test_closing_is_obeyed_at_the_next_request_and_can_be_undone(page: SamsynClient, member: User) -> None:
    client = SamsynClient()
    log_in(client, "asa")
    assert client.get("/").status_code == 200
    page.post(reverse("people:close", args=[member.id]), key())
    assert client.get("/").status_code == 302
    assert log_in(SamsynClient(), "asa").status_code == 422
    page.post(reverse("people:open", args=[member.id]), key())
    assert log_in(SamsynClient(), "asa").status_code == 302


def test_what_is_closed_is_not_closed_again(page: SamsynClient, member: User, admin: Assignment) -> None:
    close_user(by=admin.actor, user=member)
    assert page.post(reverse("people:close", args=[member.id]), key()).status_code == 409
    open_user(by=admin.actor, user=member)
    with pytest.raises(Refusal):
        open_user(by=admin.actor, user=member)


def test_a_lost_telephone_is_forgotten_and_who_is_in_is_out(
    strict: Any, page: SamsynClient, member: User, admin: Assignment
) -> None:
    add_app(member)
    add_app(admin.user)
    client = SamsynClient()
    client.force_login(member)
    assert client.get("/").status_code == 200
    page.post(reverse("people:reset-second-factor", args=[member.id]), key())
    assert client.get("/").status_code == 302
    assert not member.authenticator_set.exists()
    kinds = {each.action: each.user_id for each in AuditEvent.objects.filter(object_id=member.pk)}
    assert kinds["second-factor.remove"] == kinds["user.reset-second-factor"] == admin.user_id


def test_an_assignment_ended_now_is_out_at_the_next_request(page: SamsynClient, member: User) -> None:
    client = SamsynClient()
    log_in(client, "asa")
    assignment = member.assignments.get()
    page.post(reverse("people:end-assignment", args=[assignment.id]), key() | {"last_day": ""})
    assert client.get("/").status_code == 403
    assert page.post(reverse("people:end-assignment", args=[assignment.id]), key()).status_code == 409


def test_an_assignment_may_end_later(page: SamsynClient, member: User) -> None:
    assignment = member.assignments.get()
    last = today() + timedelta(days=10)
    page.post(reverse("people:end-assignment", args=[assignment.id]), key() | {"last_day": last.isoformat()})
    assert assignment in Assignment.objects.active_on(last)
    assert assignment not in Assignment.objects.active_on(last + timedelta(days=1))
    early = key() | {"last_day": (today() - timedelta(days=1)).isoformat()}
    assert page.post(reverse("people:end-assignment", args=[assignment.id]), early).status_code == 409


def test_who_got_and_lost_a_role_today_can_get_it_again(member: User, admin: Assignment, unit: Unit) -> None:
    for _ in range(2):
        given = give_assignment(
            by=admin.actor, user=member, unit=unit, role=Role.COORDINATOR, first_day=today(), last_day=None
        )
        end_assignment(by=admin.actor, assignment=given)
    assert member.assignments.filter(role=Role.COORDINATOR).count() == 2


def test_the_same_assignment_is_not_given_twice(page: SamsynClient, member: User, unit: Unit) -> None:
    sent = {"unit": str(unit.id), "role": "clinician", "first_day": today().isoformat()}
    assert page.post(reverse("people:give-assignment", args=[member.id]), key() | sent).status_code == 409
    once = key() | sent | {"role": "economist"}
    for _ in range(2):
        assert page.post(reverse("people:give-assignment", args=[member.id]), once).status_code == 302
    assert member.assignments.filter(role="economist").count() == 1


@pytest.mark.parametrize("role", ["region_officer", "region_reviewer", "king", ""])
def test_a_provider_gives_no_role_of_the_region(
    page: SamsynClient, member: User, unit: Unit, office: Unit, role: str
) -> None:
    for place in (unit, office):
        sent = key() | {"unit": str(place.id), "role": role, "first_day": today().isoformat()}
        assert page.post(reverse("people:give-assignment", args=[member.id]), sent).status_code in (409, 422)
    assert member.assignments.count() == 1


@pytest.mark.parametrize(("role", "at_office"), [(Role.REGION_OFFICER, False), (Role.COORDINATOR, True)])
def test_a_role_is_given_only_where_there_is_such_a_role(
    assignment_of: AssignmentOf, member: User, unit: Unit, office: Unit, role: Role, at_office: bool
) -> None:
    by = assignment_of(Role.ADMINISTRATOR, office).actor
    with pytest.raises(Refusal, match="Rollen finns inte vid den enheten"):
        give_assignment(by=by, user=member, unit=office if at_office else unit, role=role, first_day=today())


def test_an_assignment_begins_today_at_the_earliest(page: SamsynClient, member: User, unit: Unit) -> None:
    sent = key() | {"unit": str(unit.id), "role": "economist", "first_day": "2019-10-30"}
    response = page.post(reverse("people:give-assignment", args=[member.id]), sent)
    assert response.status_code == 409
    assert "kan inte börja före i dag" in response.content.decode()


ON_A_USER = ["user", "link", "give-link", "reset-second-factor", "close", "open", "give-assignment"]


@pytest.mark.parametrize("name", ON_A_USER)
def test_someone_elses_people_are_not_there(page: SamsynClient, stranger: User, name: str) -> None:
    for user_id in (stranger.id, uuid4()):
        address = reverse(f"people:{name}", args=[user_id])
        assert page.get(address).status_code == 404
        assert page.post(address, key()).status_code in (404, 405)
    stranger.refresh_from_db()
    assert stranger.is_active


def test_nor_their_assignments_and_units(page: SamsynClient, member: User, stranger: User, other_unit: Unit) -> None:
    foreign = stranger.assignments.get()
    assert page.post(reverse("people:end-assignment", args=[foreign.id]), key()).status_code == 404
    sent = key() | {"unit": str(other_unit.id), "role": "clinician", "first_day": today().isoformat()}
    assert page.post(reverse("people:give-assignment", args=[member.id]), sent).status_code == 422
    text = page.get(reverse("people:users")).content.decode()
    assert "Åsa Lindberg" in text
    assert "Östen Ek" not in text


@pytest.mark.parametrize("act", [give_link, reset_second_factor, close_user])
def test_an_account_that_is_someone_elses_too_is_not_touched(
    member: User, admin: Assignment, other_unit: Unit, act: Any
) -> None:
    """Else a new password would open what the person sees at the other provider."""
    give_elsewhere = member.assignments.create(unit=other_unit, role=Role.CLINICIAN, first_day=today())
    with pytest.raises(Refusal, match="även hos någon annan"):
        act(by=admin.actor, user=member)
    give_elsewhere.ended_at = now()
    give_elsewhere.save()
    act(by=admin.actor, user=member)


def test_nor_one_whose_assignment_elsewhere_is_still_to_come(member: User, admin: Assignment, other_unit: Unit) -> None:
    member.assignments.create(unit=other_unit, role=Role.CLINICIAN, first_day=today() + timedelta(days=30))
    with pytest.raises(Refusal):
        give_link(by=admin.actor, user=member)


def test_the_region_reaches_its_region_and_no_other(
    sign_in: SignIn, assignment_of: AssignmentOf, office: Unit, stranger: User
) -> None:
    far_region = Region.objects.create(name="Region Långtbort")
    provider = Provider.objects.create(region=far_region, name="Fjärran AB", organisation_number="5560125790")
    far = Unit.objects.create(region=far_region, provider=provider, name="Fjärran", hsa_id="SE5560125790-1")
    beyond = assignment_of(Role.CLINICIAN, far, "Fjärran Person")
    page = sign_in(Role.ADMINISTRATOR, office)
    assert page.get(reverse("people:user", args=[stranger.id])).status_code == 200
    assert page.get(reverse("people:user", args=[beyond.user_id])).status_code == 404
    sent = key() | {"unit": str(office.id), "role": "region_officer", "first_day": today().isoformat()}
    assert page.post(reverse("people:give-assignment", args=[stranger.id]), sent).status_code == 302


def test_the_office_is_beyond_an_administrator_of_the_regions_own_hospital(
    assignment_of: AssignmentOf, office: Unit
) -> None:
    hospital = Unit.objects.create(
        region=office.region, provider=office.provider, name="Sjukhuset", hsa_id="SE2321000131-E2"
    )
    officer = assignment_of(Role.REGION_OFFICER, office).user
    by = assignment_of(Role.ADMINISTRATOR, hospital).actor
    with pytest.raises(Refusal):
        give_link(by=by, user=officer)
    with pytest.raises(Refusal):
        give_assignment(by=by, user=officer, unit=office, role=Role.AUDITOR, first_day=today())


@pytest.mark.parametrize("name", [each for each in ON_A_USER if each not in ("user", "link")])
def test_nobody_does_anything_to_themselves(page: SamsynClient, admin: Assignment, unit: Unit, name: str) -> None:
    sent = key() | {"unit": str(unit.id), "role": "economist", "first_day": today().isoformat()}
    response = page.post(reverse(f"people:{name}", args=[admin.user_id]), sent)
    assert response.status_code == 409
    assert "Be en annan administratör" in response.content.decode()
    assert [each.role for each in admin.user.assignments.all()] == ["administrator"]
    assert page.post(reverse("people:end-assignment", args=[admin.id]), key()).status_code == 409


def test_more_fields_than_the_form_has_change_nothing(page: SamsynClient, unit: Unit) -> None:
    more = {
        "is_staff": "1", "is_superuser": "1", "password": "x", "from_commission": "1", "id": str(uuid4()),
        "password_is_temporary": "1", "sessions_ended": "7", "user": str(uuid4()), "ended_at": "2019-01-01",
    }  # fmt: skip
    page.post(reverse("people:new-user"), new_user(unit) | more)
    user = User.objects.get(username="nils")
    assert (user.is_staff, user.is_superuser, user.has_usable_password()) == (False, False, False)
    assert (user.password_is_temporary, user.sessions_ended) == (False, 1)
    assert not user.assignments.get().from_commission
    assert str(user.id) != more["id"]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("username", "asa", "redan taget"),
        ("username", "ASA", "redan taget"),
        ("username", "197001011234", "personnummer"),
        ("username", "a b", "giltigt användarnamn"),
        ("name", "", "Skriv personens namn."),
        ("role", "", "Välj en roll."),
        ("hsa_id", "SE12", "HSA-id:t"),
        ("unit", "00000000-0000-4000-8000-000000000007", "giltigt"),
    ],
)
def test_what_cannot_be_taken_is_told(
    page: SamsynClient, unit: Unit, member: User, field: str, value: str, words: str
) -> None:
    before = User.objects.count()
    with transaction.atomic():
        response = page.post(reverse("people:new-user"), new_user(unit) | {field: value})
    assert response.status_code in (409, 422)
    assert words in response.content.decode()
    assert User.objects.count() == before


def test_a_refused_assignment_leaves_no_account(page: SamsynClient, unit: Unit) -> None:
    response = page.post(reverse("people:new-user"), new_user(unit) | {"first_day": "2019-01-01"})
    assert response.status_code == 409
    assert not User.objects.filter(username="nils").exists()
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("role", [each for each in Role if each is not Role.ADMINISTRATOR])
def test_only_administrators_have_these_pages(sign_in: SignIn, unit: Unit, member: User, role: Role) -> None:
    client = sign_in(role, unit)
    for name in ("people:users", "people:new-user", "people:commissions"):
        assert client.get(reverse(name)).status_code == 403
    assert client.post(reverse("people:close", args=[member.id]), key()).status_code == 403


def test_the_list_is_searched_and_paged_in_swedish_order(page: SamsynClient, unit: Unit) -> None:
    names = [f"Person {each:03}" for each in range(60)] + ["Östen", "Ärla", "Åke"]
    users = [User(username=f"u{index}", name=name) for index, name in enumerate(names)]
    for user in users:
        user.save()
    Assignment.objects.bulk_create(
        Assignment(user=user, unit=unit, role=Role.CLINICIAN, first_day=today()) for user in users
    )
    first = page.get(reverse("people:users"))
    second = page.get(reverse("people:users") + first.context["page"].next)
    listed = [each.name for each in (*first.context["page"].rows, *second.context["page"].rows)]
    assert len(listed) == 64
    assert listed[-4:] == ["Person 059", "Åke", "Ärla", "Östen"] or listed[-3:] == ["Åke", "Ärla", "Östen"]
    assert [each.name for each in page.get("/personer/anvandare?q=öste").context["page"].rows] == ["Östen"]
    assert "Inget stämmer med filtren" in page.get("/personer/anvandare?q=finnsinte").content.decode()
    assert page.get("/personer/anvandare?efter=x&state=y").status_code == 200


def test_the_list_asks_few_questions(page: SamsynClient, unit: Unit, django_assert_max_num_queries: Any) -> None:
    for index in range(30):
        user = User.objects.create(username=f"u{index}", name=f"Person {index}")
        user.assignments.create(unit=unit, role=Role.CLINICIAN, first_day=today())
    with django_assert_max_num_queries(16):
        page.get(reverse("people:users"))
