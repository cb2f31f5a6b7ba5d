"""P1, P2 and P16 for every address that shows patients: logged, or not shown; and no number where none belongs."""

import re

import pytest
from django.db import connection
from django.urls import reverse

from samsyn.web.audit.actor import Role
from samsyn.web.audit.models import AccessEntry
from samsyn.web.people.rights import action_at
from tests.web.conftest import SamsynClient, see_everything
from tests.web.house.addresses import Address, addresses
from tests.web.house.conftest import Enter
from tests.web.house.examples import NAMES, PLANTED, Made, example
from tests.web.oversight.conftest import now_read

SHOWING = [each for each in addresses() if (found := action_at(each.name)) and found.shows_patients]


def _client(each: Address, enter: Enter) -> SamsynClient:
    """Of the first role that may open the address."""
    action = action_at(each.name)
    assert action is not None
    return enter(Role(action.roles[0]) if action.roles[0] in set(Role) else Role.COORDINATOR)


def _forms(number: str) -> set[str]:
    return {number, f"{number[:8]}-{number[8:]}", number[2:], f"{number[2:8]}-{number[8:]}"}


def _tells(body: str) -> bool:
    return any(name in body for name in NAMES) or any(form in body for each in PLANTED for form in _forms(each))


@pytest.fixture
def something(made: Made) -> Made:
    """Patients, rows in the log, a spot check."""
    now_read(made.by(Role.CLINICIAN), made.patient().pk)
    made.check()
    return made


def _refuse_log() -> None:
    """The access log takes no rows any more."""
    table = AccessEntry._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"CREATE TRIGGER full BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'full'); END")
        else:
            cursor.execute(f"ALTER TABLE {table} ADD CONSTRAINT nothing CHECK (user_name = 'nobody') NOT VALID")


def test_there_are_such_addresses_and_some_tell_names(enter: Enter, something: Made) -> None:
    telling = set()
    for each in SHOWING:
        content = _client(each, enter).get(reverse(each.name, kwargs=example(each.name, something))).content
        body = content.decode(errors="replace")  # some addresses give files
        telling |= {each.name} if _tells(body) else set()
    assert telling >= {"oversight:access-log", "oversight:extract", "oversight:spot-check-item", "patients:patient"}


@pytest.mark.parametrize("each", SHOWING, ids=lambda each: each.name)
def test_what_is_told_is_logged_once_for_each_patient(each: Address, enter: Enter, something: Made) -> None:
    client, address = _client(each, enter), reverse(each.name, kwargs=example(each.name, something))
    see_everything()
    before = set(AccessEntry.objects.values_list("pk", flat=True))
    response = client.get(address)
    new = AccessEntry.objects.exclude(pk__in=before).filter(result="allowed")
    patients = list(new.values_list("patient_id", flat=True))
    assert len(patients) == len(set(patients)), "one row a patient and request"
    if _tells(response.content.decode(errors="replace")):
        assert patients, "someone's name was shown and nothing was logged"
        assert {row.action for row in new} == {action_at(each.name).id}


@pytest.mark.parametrize("each", SHOWING, ids=lambda each: each.name)
def test_without_the_log_nothing_is_shown(each: Address, enter: Enter, something: Made) -> None:
    client, address = _client(each, enter), reverse(each.name, kwargs=example(each.name, something))
    shows = _tells(client.get(address).content.decode(errors="replace"))
    see_everything()
    _refuse_log()
    response = client.get(address)
    body = response.content.decode(errors="replace")
    assert not _tells(body)
    if shows:
        assert response.status_code == 503
        assert "Inget visades" in body


@pytest.mark.parametrize("each", SHOWING, ids=lambda each: each.name)
def test_no_number_or_name_stands_in_an_address_a_title_or_a_log_line(
    each: Address, enter: Enter, something: Made, capsys: pytest.CaptureFixture[str]
) -> None:
    address = reverse(each.name, kwargs=example(each.name, something))
    response = _client(each, enter).get(address)
    body = response.content.decode(errors="replace")
    links = " ".join(re.findall(r'(?:href|action|src)="([^"]*)"', body))
    title = " ".join(re.findall(r"<title>(.*?)</title>", body, re.DOTALL))
    headers = " ".join(f"{name}: {value}" for name, value in response.headers.items())
    written = capsys.readouterr()
    for place in (address, links, title, headers, written.out, written.err):
        assert not _tells(place)
