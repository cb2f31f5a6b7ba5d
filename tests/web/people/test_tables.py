"""The pages that show tables of data: rights, and roles from commissions."""

import csv
import io
import re

import pytest
from django.urls import reverse

from samsyn.web.audit.actor import Role
from samsyn.web.audit.models import AuditEvent
from samsyn.web.organisations.models import Unit
from samsyn.web.people.rights import ACTIONS
from tests.web.conftest import SamsynClient, SignIn
from tests.web.people.conftest import key


@pytest.fixture
def page(sign_in: SignIn, unit: Unit) -> SamsynClient:
    return sign_in(Role.ADMINISTRATOR, unit)


def test_the_table_of_rights_is_shown_whole(page: SamsynClient) -> None:
    text = page.get(reverse("people:rights")).content.decode()
    assert all(f"<code>{each}</code>" in text for each in ACTIONS)


def test_and_as_a_file_with_every_cell(page: SamsynClient) -> None:
    response = page.get(reverse("people:rights-file"))
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))[1:]
    assert len(rows) == sum(len(each.states or ("",)) * len(Role) for each in ACTIONS.values())
    may = {(row[0], row[3]): row[4] for row in rows}
    assert may["user.add", "administratör"] == "ja"
    assert may["user.add", "koordinator"] == "nej"
    assert may["start.see", "koordinator"] == "ja"


@pytest.mark.parametrize(
    ("role", "status"), [(Role.AUDITOR, 200), (Role.ADMINISTRATOR, 200), (Role.COORDINATOR, 403), (Role.ECONOMIST, 403)]
)
def test_who_may_read_the_table_of_rights(sign_in: SignIn, unit: Unit, role: Role, status: int) -> None:
    client = sign_in(role, unit)
    assert client.get(reverse("people:rights")).status_code == status
    assert client.get(reverse("people:rights-file")).status_code == status


def test_lines_on_commissions_are_the_regions(sign_in: SignIn, office: Unit, page: SamsynClient) -> None:
    region = sign_in(Role.ADMINISTRATOR, office)
    assert page.get(reverse("people:commissions")).status_code == 404
    sent = {"purpose": "Statistik", "name_contains": "", "role": "economist"}
    assert page.post(reverse("people:new-commission"), key() | sent).status_code == 404
    assert region.post(reverse("people:new-commission"), key() | sent).status_code == 302
    assert region.post(reverse("people:new-commission"), key() | sent).status_code == 409
    for role, where in (("administrator", {}), ("region_officer", {}), ("clinician", {"at_region_office": "on"})):
        wrong = key() | sent | {"purpose": "Annat", "role": role} | where
        assert region.post(reverse("people:new-commission"), wrong).status_code in (409, 422)
    text = region.get(reverse("people:commissions")).content.decode()
    (line,) = re.findall(r"/personer/medarbetaruppdrag/[-0-9a-f]{36}/ta-bort", text)
    assert page.post(line, key()).status_code == 404
    assert region.get(line).status_code == 200
    assert region.post(line, key()).status_code == 302
    assert "/ta-bort" not in region.get(reverse("people:commissions")).content.decode()
    assert [each.action for each in AuditEvent.objects.order_by("at")] == ["commission.add", "commission.remove"]
