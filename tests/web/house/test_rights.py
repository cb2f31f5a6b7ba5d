"""The table of rights against what really happens: every address, every role, and nobody at all."""

from pathlib import Path

import pytest
from django.urls import reverse

import samsyn.web
from samsyn.web.audit.actor import Role
from samsyn.web.people.rights import ACTIONS, action_at
from samsyn.web.people.rights.table import ANYONE, SIGNED_IN
from tests.web.conftest import SamsynClient
from tests.web.house.addresses import addresses
from tests.web.house.conftest import Enter
from tests.web.house.examples import EXAMPLES, Made, example
from tests.web.house.filled_forms import CHANGE_NOTHING, FORMS

ALL = addresses()
READY = [each for each in ALL if not each.needs or each.name in EXAMPLES]  # the first test tells of the rest
OPENS = {200, 302, 405}  # a page, a way on, or an address that only takes forms


def test_every_address_that_needs_an_object_has_an_example() -> None:
    needing = {each.name for each in ALL if each.needs}
    assert needing - set(EXAMPLES) == set(), "add them to tests/web/house/examples.py"
    assert set(EXAMPLES) - needing == set(), "examples of addresses that do not exist"


def test_every_action_is_used_by_an_address_and_every_acting_page_is_in_the_table() -> None:
    names = {each.name for each in ALL}
    sources = "".join(path.read_text("utf-8") for path in Path(samsyn.web.__file__).parent.rglob("*.py"))
    for action in ACTIONS.values():  # one without an address names what the program writes into the trail
        assert set(action.urls) & names or f'"{action.id}"' in sources, action.id
    for each in ALL:
        if each.acts:
            acting = each.view.view_class.action
            assert acting in ACTIONS, each.name
            assert action_at(each.name) is ACTIONS[acting], f"{each.name} does {acting} but is listed elsewhere"


def test_every_acting_page_has_a_form_filled_in() -> None:
    acting = {each.name for each in ALL if each.acts}
    assert acting - set(FORMS) - set(CHANGE_NOTHING) == set(), "add them to FORMS in tests/web/house/filled_forms.py"
    assert (set(FORMS) | set(CHANGE_NOTHING)) - acting == set(), "forms of addresses that do not act"


def _allowed(name: str, role: Role | None) -> bool:
    action = action_at(name)
    assert action is not None, name
    return ANYONE in action.roles or (role is not None and (SIGNED_IN in action.roles or role in action.roles))


@pytest.mark.parametrize("role", Role)
def test_what_a_role_may_open_and_what_not(role: Role, enter: Enter, made: Made) -> None:
    client, wrong = enter(role), []
    for each in READY:
        status = client.get(reverse(each.name, kwargs=example(each.name, made))).status_code
        expected = OPENS if _allowed(each.name, role) else {403}
        if status not in expected and not (_allowed(each.name, role) and _not_for_all(each.name, status)):
            wrong.append((each.name, status))
        if each.name == "account_logout":
            client = enter(role)
    assert wrong == []


ONLY_AT_THE_OFFICE = {"people:commissions", "people:new-commission", "people:remove-commission"}
"""The administrator of a region's office opens them; a provider's, as here, is told that they are not there."""


def _not_for_all(name: str, status: int) -> bool:
    """Addresses of the log-in, of someone without a second factor: the library says that they are not there."""
    return status in (404, 403) and (":" not in name or name in ONLY_AT_THE_OFFICE)


@pytest.mark.parametrize("role", Role)
def test_a_form_of_another_role_is_refused_and_changes_nothing(role: Role, enter: Enter, made: Made) -> None:
    client = enter(role)
    for each in READY:
        if each.acts and not _allowed(each.name, role):
            address = reverse(each.name, kwargs=example(each.name, made))
            assert client.post(address, {"act_key": "x"}).status_code == 403, each.name


def test_who_is_not_logged_in_is_sent_to_log_in(made: Made) -> None:
    for each in READY:
        response = SamsynClient().get(reverse(each.name, kwargs=example(each.name, made)))
        if not _allowed(each.name, None):
            assert response.status_code == 302, each.name
            assert "/konto/login" in response["Location"], each.name
        else:
            assert response.status_code < 500, each.name
