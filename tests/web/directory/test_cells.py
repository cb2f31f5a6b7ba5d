"""Every action of the table of rights in every state by every role: done, refused with words, or not let in."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest
from django.apps import apps
from django.urls import reverse

from samsyn.web.audit.actor import Role
from samsyn.web.directory.models import NotificationState, Team, TeamMember
from samsyn.web.organisations.models import Unit
from samsyn.web.people.rights import ACTIONS, Action
from tests.web.conftest import SamsynClient
from tests.web.directory.conftest import key
from tests.web.directory.making import accreditation_in, decision_on, notice_in, notification_in

OWN = tomllib.loads((files("samsyn.web.people.rights") / "30-directory.toml").read_text("utf-8"))["action"]
STATES = {
    "notification": [state.value for state in NotificationState],
    "accreditation": ["standing", "withdrawn"],
    "notice": ["sent", "seen"],
}
MAKE = {"notification": notification_in, "accreditation": accreditation_in, "notice": notice_in}
REGION = (Role.REGION_OFFICER, Role.REGION_REVIEWER)
CELLS = [
    (action["id"], state, role)
    for action in OWN
    if action.get("states")
    for state in STATES[action["id"].partition(".")[0]]
    for role in Role
]


def rows() -> list[Any]:
    """Everything that this app has stored, and the trail."""
    models = [*apps.get_app_config("directory").get_models(), apps.get_model("audit", "AuditEvent")]
    return [list(model._base_manager.order_by("pk").values()) for model in models]


@pytest.fixture
def clients(sign_in: Any, assignment_of: Any, unit: Unit, office: Unit) -> dict[Role, Any]:
    """Someone in each role, where such people work."""
    people = {role: assignment_of(role, office if role in REGION else unit) for role in Role}
    return {role: (sign_in(assignment), assignment.actor) for role, assignment in people.items()}


@pytest.mark.parametrize(("action_id", "state", "role"), CELLS, ids=[" ".join(cell) for cell in CELLS])
def test_cell(action_id: str, state: str, role: Role, clients: Any, team: Team) -> None:
    action, kind = ACTIONS[action_id], action_id.partition(".")[0]
    subject = MAKE[kind](state, team)
    officer = clients[Role.REGION_OFFICER][1]
    sent: dict[str, Any] = {
        "act_key": key(),
        "version": 1,
        "attested": "on",
        "from_day": "2019-11-15",
        "words": "Skäl.",
    }
    if kind == "notification":
        sent |= decision_on(subject, officer)
    before = rows()
    answer = clients[role][0].post(reverse(action.urls[0], args=[subject.pk]), sent)
    assert answer.status_code == _expected(action, state, role), answer.content.decode()[:2000]
    assert (rows() == before) == (answer.status_code != 302)


def _expected(action: Action, state: str, role: Role) -> int:
    if role not in action.roles:
        return 403
    if state == "draft" and role in REGION:
        return 404  # the region has never been sent it
    return 302 if state in action.states else 409


STATELESS = [
    (action["id"], url, role) for action in OWN if not action.get("states") for url in action["urls"] for role in Role
]


@pytest.mark.parametrize(("action_id", "url", "role"), STATELESS, ids=[" ".join(cell[1:]) for cell in STATELESS])
def test_who_may_open_a_page(action_id: str, url: str, role: Role, clients: Any, team: Team) -> None:
    notification = notification_in("submitted", team)
    kwargs = {"team": team.pk, "member": TeamMember.across_units.first().pk, "notification": notification.pk}
    answer = clients[role][0].get(_address(url, kwargs))
    assert answer.status_code == (200 if role in ACTIONS[action_id].roles else 403)


def _address(url: str, kwargs: dict[str, Any]) -> str:
    from django.urls import NoReverseMatch

    for names in ((), ("team",), ("notification",), ("team", "member")):
        try:
            return reverse(url, kwargs={name: kwargs[name] for name in names})
        except NoReverseMatch:
            continue
    raise AssertionError(url)


def test_every_transition_leads_where_it_should(clients: Any, unit: Unit, make_team: Any) -> None:
    becomes = {
        "notification.submit": "submitted", "notification.withdraw": "withdrawn", "notification.approve": "approved",
        "notification.return": "returned", "notification.refuse": "refused",
    }  # fmt: skip
    assert set(becomes) == {a["id"] for a in OWN if a["id"].startswith("notification.") and a.get("states")} - {
        "notification.change"
    }
    for action_id, state in becomes.items():
        action = ACTIONS[action_id]
        row = notification_in(action.states[0], make_team(unit, name=action_id))
        client, _actor = clients[Role(action.roles[0])]
        sent = {"act_key": key(), "attested": "on"} | decision_on(row, clients[Role.REGION_OFFICER][1])
        assert client.post(reverse(action.urls[0], args=[row.pk]), sent).status_code == 302
        row.refresh_from_db()
        assert (row.state, row.version) == (state, 2)


def test_who_decides_must_be_at_the_regions_office(assignment_of: Any, sign_in: Any, unit: Unit, team: Team) -> None:
    """A region's officer with an assignment at an ordinary unit decides nothing there."""
    someone = assignment_of(Role.REGION_OFFICER, unit)
    row = notification_in("submitted", team)
    before = rows()
    sent = {"act_key": key()} | decision_on(row, someone.actor)
    answer = sign_in(someone).post(reverse("directory:notification-approve", args=[row.pk]), sent)
    assert answer.status_code == 409
    assert rows() == before


def test_a_coordinator_at_the_office_writes_in_no_units_team(sign_in: Any, office: Unit, team: Team) -> None:
    client: SamsynClient = sign_in(Role.COORDINATOR, office)
    before = rows()
    for url in ("team-change", "member-new", "notification-new", "notice-new", "team-registry"):
        assert client.post(reverse(f"directory:{url}", args=[team.pk]), {"act_key": key()}).status_code == 404
    assert rows() == before
