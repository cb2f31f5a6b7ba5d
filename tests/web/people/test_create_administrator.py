"""The command that begins an empty installation."""

import io
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from samsyn.web.audit.models import AuditEvent
from samsyn.web.organisations.models import Region, Unit
from samsyn.web.people.models import User
from tests.web.conftest import SamsynClient
from tests.web.people.conftest import log_in

GIVEN = {
    "region": "Region Prov", "organisation_number": "232100-0131", "office": "Regionkontoret",
    "office_hsa_id": "se2321000131-e000000000001", "username": "Admin", "name": "Anna Först", "no_input": True,
}  # fmt: skip


def run(**other: Any) -> str:
    out = io.StringIO()
    call_command("create_administrator", stdout=out, **(GIVEN | other))
    return out.getvalue()


@pytest.mark.django_db
def test_it_lets_the_first_administrator_in_who_must_take_a_password_of_their_own(strict: Any) -> None:
    said = run(programme=["vgr-mmr"])
    password = said.strip().rpartition(" ")[2]
    office = Unit.objects.get()
    assert (office.hsa_id, office.is_region_office, office.region.programmes) == (
        "SE2321000131-E000000000001", True, ["vgr-mmr"],
    )  # fmt: skip
    client = SamsynClient()
    assert log_in(client, "admin", password).status_code == 302
    assert client.get("/")["Location"] == reverse("account_change_password")
    assert sorted(each.action for each in AuditEvent.objects.filter(user_name="Samsyn")) == [
        "assignment.give", "user.add",
    ]  # fmt: skip


@pytest.mark.django_db
def test_it_does_so_once() -> None:
    run()
    with pytest.raises(CommandError, match="administrator of a region already"):
        run(region="Region Annan", organisation_number="5560360793", office_hsa_id="SE1-1", username="annan")
    assert User.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "", "Missing: the administrator's name"),
        ("organisation_number", "232100-0132", "^organisation_number: "),
        ("office_hsa_id", "SE12", "^hsa_id: "),
        ("username", "a b", "^username: "),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_made(field: str, value: str, words: str) -> None:
    with pytest.raises(CommandError, match=words):
        run(**{field: value})
    assert not Region.objects.exists()
    assert not User.objects.exists()
