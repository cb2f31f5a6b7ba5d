"""What a patient gets to see of who has read (P3)."""

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.models import AccessEntry
from samsyn.web.audit.sheets import csv_text, plain_cell
from samsyn.web.organisations.models import Provider, Unit
from samsyn.web.patients.models import Patient
from tests.web.conftest import SignIn
from tests.web.oversight.conftest import ASA, KALLE, RegisterAt, at, named, read

ActorOf = Callable[[Role, Unit], Actor]
GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def log(asa: Patient, register: RegisterAt, actor_of: ActorOf, unit: Unit, second_unit: Unit, other_unit: Unit) -> None:
    """Three readings of Åsa at two units, a refusal, and readings of others."""
    bo = named(actor_of(Role.CLINICIAN, unit), "Bo Behandlare")
    eva = named(actor_of(Role.COORDINATOR, second_unit), "=cmd|'/c calc'!A1")
    there, kalle = register(second_unit, ASA, "Åsa", "Öberg"), register(unit, KALLE, "Kalle", "Ek")
    read(bo, asa.pk, at(1, 21, 59), action="start.see")
    read(eva, there.pk, at(1, 22, 0), action="start.see")  # the second of September in Sweden
    read(bo, asa.pk, at(30, 7, 5, month=10), action="start.see", purpose="administration")
    read(bo, asa.pk, at(2), result="refused")
    read(bo, kalle.pk, at(2))
    read(actor_of(Role.CLINICIAN, other_unit), asa.pk, at(2))


def _file(client: Any, patient: Patient, **asked: str) -> str:
    response = client.get(f"/insyn/utdrag/{patient.pk}/fil", asked)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    return response.content.decode("utf-8-sig").replace("\r\n", "\n")


@pytest.mark.parametrize("internal", [True, False])
def test_the_file_is_as_it_should_be(
    internal: bool, log: None, sign_in: SignIn, auditor: Any, asa: Patient, unit: Unit
) -> None:
    Provider.objects.filter(pk=unit.provider_id).update(internal=internal)
    name = "public.csv" if internal else "private.csv"
    assert _file(sign_in(auditor), asa) == (GOLDEN / name).read_text("utf-8")


def test_the_page_tells_the_same_in_words_that_the_patient_can_judge(
    log: None, sign_in: SignIn, auditor: Any, asa: Patient, unit: Unit
) -> None:
    body = sign_in(auditor).get(f"/insyn/utdrag/{asa.pk}").content.decode()
    for words in ("Vem har läst uppgifter om dig?", "2026-09-01 23:59:00", "Rehab Åby", "behandlare", "3 läsningar."):
        assert words in body
    assert "Bo Behandlare" not in body, "a private provider's staff are not named"
    assert "Vårdgivaren är privat" in body
    Provider.objects.filter(pk=unit.provider_id).update(internal=True)
    body = sign_in(auditor).get(f"/insyn/utdrag/{asa.pk}").content.decode()
    assert "Bo Behandlare, behandlare" in body


def test_making_it_is_logged_and_stands_in_the_next_one(log: None, sign_in: SignIn, auditor: Any, asa: Patient) -> None:
    client = sign_in(auditor)
    assert "loggkontroll" not in _file(client, asa)
    assert AccessEntry.objects.filter(patient_id=asa.pk, action="access-log.extract").count() == 1
    assert "loggkontroll" in _file(client, asa)


def test_a_period_of_swedish_days(log: None, sign_in: SignIn, auditor: Any, asa: Patient) -> None:
    client = sign_in(auditor)
    assert _file(client, asa, first_day="2026-09-02", last_day="2026-09-02").count("\n") == 2
    assert _file(client, asa, last_day="2026-09-01").count("\n") == 2
    assert client.get(f"/insyn/utdrag/{asa.pk}/fil", {"first_day": "i går"}).status_code == 422


def test_who_has_a_protected_identity_gets_a_warning_beside(sign_in: SignIn, auditor: Any, asa: Patient) -> None:
    address = f"/insyn/utdrag/{asa.pk}"
    assert "skyddade personuppgifter" not in sign_in(auditor).get(address).content.decode()
    Patient.across_units.filter(pk=asa.pk).update(protection="sekretessmarkering")
    assert "Lämna det bara till patienten själv." in sign_in(auditor).get(address).content.decode()


def test_no_number_stands_in_the_file_name_or_the_title(sign_in: SignIn, auditor: Any, asa: Patient) -> None:
    client = sign_in(auditor)
    response = client.get(f"/insyn/utdrag/{asa.pk}/fil")
    assert "2386" not in response["Content-Disposition"]
    title = client.get(f"/insyn/utdrag/{asa.pk}").content.decode().split("<title>")[1].split("</title>")[0]
    assert "Åsa" not in title
    assert "2386" not in title


@pytest.mark.parametrize("text", ["=1+1", "+46", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "=", "-"])
def test_no_cell_becomes_a_formula(text: str) -> None:
    assert plain_cell(text) == f"'{text}"
    assert f'"\'{text}"' in csv_text(["x"], [[text]])


@pytest.mark.parametrize("text", ["", "Åsa", "1-2", "a=b", "2019-01-01 10:00:00"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert plain_cell(text) == text


def test_quotes_and_separators_stay_within_their_cell() -> None:
    assert csv_text(["a;b"], [['x"y;z', None]]) == '"a;b"\r\n"x""y;z";""\r\n'


def test_an_unknown_patient_has_no_extract(sign_in: SignIn, auditor: Any) -> None:
    assert sign_in(auditor).get(f"/insyn/utdrag/{uuid.uuid4()}/fil").status_code == 404
