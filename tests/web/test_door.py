"""The door: who is let in, where to, and that nothing opens that is not in the table of rights."""

import os

import pytest
from django.db import connection
from django.urls import URLPattern, URLResolver, get_resolver

from samsyn.web.audit.actor import Role
from samsyn.web.audit.models import AccessEntry
from samsyn.web.organisations.models import Unit
from samsyn.web.people.rights import ACTIONS
from tests.web.conftest import SamsynClient, SignIn


def _names(patterns: list[URLPattern | URLResolver], space: str = "") -> set[str]:
    found: set[str] = set()
    for each in patterns:
        if isinstance(each, URLResolver):
            within = f"{space}{each.namespace}:" if each.namespace else space
            found |= _names(each.url_patterns, within)
        else:
            found.add(f"{space}{each.name}")
    return found


def test_every_address_has_its_row_in_the_table_of_rights() -> None:
    listed = {url for action in ACTIONS.values() for url in action.urls}
    assert _names(get_resolver().url_patterns) == listed


@pytest.mark.django_db
def test_who_is_not_logged_in_is_asked_to() -> None:
    response = SamsynClient().get("/")
    assert response.status_code == 302
    assert "/konto/login" in response["Location"]


def test_a_role_may_see_its_start_page(sign_in: SignIn, unit: Unit) -> None:
    response = sign_in(Role.COORDINATOR, unit).get("/")
    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    assert AccessEntry.objects.count() == 0


@pytest.mark.django_db
def test_the_database_is_the_one_asked_for() -> None:
    assert connection.vendor == os.environ.get("SAMSYN_TEST_DATABASE", "sqlite")
