"""What another unit, the region and protected records' readers learn of a case: nothing, or not before they say why."""

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.urls import NoReverseMatch, get_resolver, reverse

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.models import AccessEntry, AuditEvent
from samsyn.web.audit.reach import declare
from samsyn.web.audit.refusal import Refusal
from samsyn.web.care.acts.holding import hold_case
from samsyn.web.care.acts.opening import open_case
from samsyn.web.care.models import Case, Goal, Registered
from samsyn.web.organisations.models import Unit
from samsyn.web.patients.models import Patient
from tests.web.care.conftest import CaseClient, Enter, page_of
from tests.web.care.making import fresh, goal_of, in_state, letter_to, opened, patient_at
from tests.web.care.treating import team_at
from tests.web.conftest import see_everything

ABOUT_A_CASE = sorted(
    name
    for name, (patterns, *_) in (
        (name, get_resolver().namespace_dict["care"][1].reverse_dict.getlist(name)[0][0])
        for name in get_resolver().namespace_dict["care"][1].reverse_dict
        if isinstance(name, str)
    )
    if "case_id" in str(patterns)
)


@pytest.fixture
def foreign(stranger: Actor) -> Case:
    """Another unit's case, with a goal."""
    case = in_state("planned", stranger)
    goal_of(stranger, case)
    return fresh(case)


def _address(name: str, case_id: object, thing: object) -> str:
    for more in ({}, {"thing": thing}, {"kind": "mal", "thing": thing}):
        try:
            return reverse(f"care:{name}", kwargs={"case_id": case_id, **more})
        except NoReverseMatch:
            continue
    raise AssertionError(name)


def _bare(body: bytes) -> str:
    """A page without what differs between any two: keys, tokens, ids."""
    text = re.sub(
        r'(name="(?:csrfmiddlewaretoken|act_key)" value|hx-headers)=("[^"]*"|\'[^\']*\')', r"\1", body.decode()
    )
    return re.sub(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", "ID", text)


def test_the_list_of_addresses_is_whole() -> None:
    assert {"case", "assess", "versions", "correct", "withdraw", "visit-new", "complete"} <= set(ABOUT_A_CASE)
    assert len(ABOUT_A_CASE) >= 20


@pytest.mark.parametrize("method", ["get", "post", "head", "put", "delete"])
@pytest.mark.parametrize("name", ABOUT_A_CASE)
def test_another_units_case_is_as_one_that_does_not_exist(
    clinician: CaseClient, foreign: Case, name: str, method: str
) -> None:
    before = AuditEvent.objects.count()
    data = {"act_key": str(uuid.uuid4()), "version": 1, "why": "prövar igen"} if method == "post" else None
    thing = Goal.across_units.get().thing
    there = getattr(clinician, method)(_address(name, foreign.pk, thing), data)
    nowhere = getattr(clinician, method)(_address(name, uuid.uuid4(), thing), data)
    assert there.status_code == nowhere.status_code
    assert there.status_code in (404, 405)
    assert _bare(there.content) == _bare(nowhere.content)
    assert AuditEvent.objects.count() == before
    assert not AccessEntry.objects.filter(patient_id=foreign.patient_id).exists()


def test_another_units_patient_and_letter_open_nothing(
    clinician: CaseClient, actor: Actor, stranger: Actor, enter: Enter, other_unit: Unit
) -> None:
    own = patient_at(stranger, "199106162390")
    assert clinician.get(reverse("care:open", args=[own.pk])).status_code == 404
    assert clinician.get(reverse("care:of-patient", args=[own.pk])).status_code == 404
    letter = letter_to(actor, stranger)
    writer = enter(Role.CLINICIAN, other_unit)
    assert writer.get(reverse("care:open-from-referral", args=[letter.pk])).status_code == 404


def test_the_acts_themselves_hold_to_the_unit(actor: Actor, stranger: Actor, foreign: Case) -> None:
    with pytest.raises(Refusal, match="finns inte på din enhet"):
        hold_case("case.assess", by=actor, case_id=foreign.pk)
    told: dict[str, Any] = {"opened_on": foreign.opened_on, "reason": "prövar"}
    with pytest.raises(Refusal, match="annan enhet"):
        open_case(by=actor, patient=foreign.patient, team=team_at(actor), **told)
    with pytest.raises(Refusal, match="annan enhet"):
        open_case(by=actor, patient=patient_at(actor), team=foreign.team, **told)


def test_the_regions_office_and_other_roles_see_no_case(
    actor_of: Callable[[Role, Unit], Actor], office: Unit, foreign: Case
) -> None:
    officer = actor_of(Role.REGION_OFFICER, office)
    assert not Case.at(officer).exists()
    assert not any(model.at(officer).exists() for model in Registered.__subclasses__())


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no row-level security")
def test_with_the_first_wall_off_the_second_holds(actor: Actor, foreign: Case, office: Unit) -> None:
    tables = [model._meta.db_table for model in apps.get_app_config("care").get_models()]
    assert len(tables) >= 16
    for reach in (actor, None):
        declare(reach)
        with connection.cursor() as cursor:
            for table in tables:
                cursor.execute(f"SELECT count(*) FROM {table}")
                assert cursor.fetchone() == (0,), table
    see_everything()
    assert Case.across_units.count() == 1


def test_a_protected_patients_case_is_opened_with_a_reason(actor: Actor, clinician: CaseClient) -> None:
    case = in_state("planned", actor)
    Patient.across_units.filter(pk=case.patient_id).update(protection="sekretessmarkering")
    for name in ("case", "plan", "add-goal"):
        response = clinician.get(page_of(case, name))
        assert response.status_code == 302
        assert f"/patienter/{case.patient_id}/oppna" in response["Location"]
    reason = {"act_key": str(uuid.uuid4()), "reason": "Vårdas hos oss i dag"}
    clinician.post(reverse("patients:open-protected", args=[case.patient_id]), reason)
    assert "lämna aldrig ut" in clinician.page(case)
    assert AccessEntry.objects.filter(action="case.see", reason="Vårdas hos oss i dag").count() == 1


def test_each_page_of_a_case_is_logged_once_with_its_action(actor: Actor, clinician: CaseClient) -> None:
    case = in_state("planned", actor)
    goal = goal_of(actor, case)
    pages = {
        "case.see": page_of(case),
        "case.add-goal": page_of(case, "add-goal"),
        "case.versions": page_of(case, "versions", kind="mal", thing=goal.thing),
        "case.correct": page_of(case, "correct", kind="mal", thing=goal.thing),
    }
    for action, address in pages.items():
        clinician.get(address)
        rows = AccessEntry.objects.filter(action=action)
        assert [(row.patient_id, row.purpose, row.result) for row in rows] == [(case.patient_id, "care", "allowed")]


def test_who_has_not_been_told_of_the_log_is_told_first(actor: Actor, sign_in: Any, unit: Unit) -> None:
    case = opened(actor)
    response = sign_in(Role.CLINICIAN, unit).get(page_of(case))
    assert response["Location"] == f"{reverse('patients:notice')}?next={page_of(case).replace('/', '%2F')}"
    assert not AccessEntry.objects.exists()


def test_who_has_died_is_told_of_and_later_days_are_pointed_out(actor: Actor, clinician: CaseClient) -> None:
    case = in_state("treatment", actor)
    Patient.across_units.filter(pk=case.patient_id).update(deceased_on="2019-09-03")
    page = clinician.page(case)
    assert "Patienten har avlidit" in page
    assert "2019-09-04" in page.split("Registrerat efter dödsdagen", 1)[1].split("</p>")[0]
    assert "Avsluta ärendet: patienten har avlidit" in page
    assert "Dagen är efter patientens dödsdag" in page
    told = {"kind": "deceased", "day": "2019-10-01", "reason": "Avled hemma."}
    assert clinician.send(page_of(case, "end"), version=case.version, **told).status_code == 302
