"""From the letter to the plan through the pages alone; what each step writes, and what to do next."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from samsyn.pathway.case_states import CASE
from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.models import AuditEvent
from samsyn.web.care.models import (
    Assessment,
    Case,
    Ending,
    GoalFollowUp,
    LevelDecision,
    RegistryEntry,
    WorkContact,
)
from samsyn.web.organisations.models import Unit
from samsyn.web.patients.models import Patient
from samsyn.web.people.rights import ACTIONS
from samsyn.web.referrals.models import Referral
from tests.web.care.conftest import CaseClient, Enter, page_of
from tests.web.care.making import (
    ASSESSED,
    DECIDED,
    GOAL,
    PLANNED,
    form_of,
    fresh,
    goal_of,
    letter_to,
    opened,
    patient_at,
)
from tests.web.care.treating import ASA, team_at

CaseIn = Callable[..., Case]


def read(page: Any) -> str:
    """The page as it is read, without its tags."""
    text = page if isinstance(page, str) else page.content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def test_the_table_of_rights_has_the_states_of_the_table_of_steps() -> None:
    for step in CASE.steps:
        assert set(ACTIONS[step.action].states) == set(step.origins), step.action


def test_a_whole_way_through_the_pages(actor: Actor, stranger: Actor, clinician: CaseClient) -> None:
    letter = letter_to(actor, stranger)
    address = reverse("care:open-from-referral", args=[letter.pk])
    assert "registreras med remissens nummer" in clinician.get(address).content.decode()
    assert clinician.send(address, version=letter.version, opened_on="2019-09-01").status_code == 302
    case = Case.across_units.get()
    assert (case.state, case.number, case.patient.main_identity.value) == ("assessment", "2019-0001", ASA)
    assert case.patient.unit_id == actor.unit_id
    told = Referral.across_units.get()
    assert (told.state, told.received_patient_id) == ("visited", case.patient_id)
    steps = [
        ("Gör bedömningen", "assess", form_of(ASSESSED), "assessed"),
        ("Besluta nivå", "decide-level", form_of(DECIDED), "decided"),
        ("Gör rehabiliteringsplanen", "plan", form_of(PLANNED), "planned"),
        ("Skriv målen", "add-goal", form_of(GOAL), "planned"),
        ("Registrera det första besöket", "register-nrs", {"informed_on": "2019-09-01"}, "planned"),
        ("Registrera det första besöket", "contact-work", {"day": "2019-09-05", "code": "ZV506"}, "planned"),
    ]
    for heading, name, fields, state in steps:
        assert f"Nästa steg {heading}" in read(clinician.page(case)), name
        sent = clinician.send(page_of(case, name), version=fresh(case).version, **fields)
        assert sent.status_code == 302, (name, sent.context["form"].errors)
        assert fresh(case).state == state
    taken = [row.action for row in AuditEvent.objects.filter(object_kind="case").order_by("at")]
    assert taken == [
        "referral.open-case", "case.assess", "case.decide-level", "case.plan", "case.add-goal", "case.register-nrs",
        "case.contact-work",
    ]  # fmt: skip
    assert not AuditEvent.objects.filter(object_kind="case", region_id__isnull=False).exists()


def test_the_page_shows_each_steps_outcome_and_what_happened(case_in: CaseIn, clinician: CaseClient) -> None:
    text = read(clinician.page(case_in("planned")))
    for words in ("Åsa Öberg", "19800102-2386", "lämplig för programmet", "MMR1", "inga mål ännu", "utan remiss"):
        assert words in text
    assert text.index("2019-09-04 Rehabiliteringsplan") < text.index("2019-09-03 Nivåbeslut")


def test_who_is_known_already_gets_the_case_on_the_own_record(
    actor: Actor, stranger: Actor, clinician: CaseClient
) -> None:
    own, letter = patient_at(actor), letter_to(actor, stranger, given_name="Annat", family_name="Namn")
    address = reverse("care:open-from-referral", args=[letter.pk])
    assert "Kontrollera att det är samma person" in clinician.get(address).content.decode()
    clinician.send(address, version=letter.version, opened_on="2019-09-01")
    assert Case.across_units.get().patient_id == own.pk
    assert Patient.across_units.filter(unit_id=actor.unit_id).count() == 1
    assert Referral.across_units.get().received_patient_id != letter.patient_id


def test_a_letter_opens_one_case(actor: Actor, stranger: Actor, clinician: CaseClient) -> None:
    letter = letter_to(actor, stranger)
    address = reverse("care:open-from-referral", args=[letter.pk])
    clinician.send(address, version=letter.version, opened_on="2019-09-01")
    assert clinician.get(address)["Location"] == page_of(Case.across_units.get())
    assert address in clinician.get(reverse("referrals:referral", args=[letter.pk])).content.decode()
    again = clinician.send(address, version=letter.version + 1, opened_on="2019-09-01")
    assert again.status_code == 409
    assert Case.across_units.count() == 1


def test_a_letter_that_is_not_accepted_opens_nothing(actor: Actor, stranger: Actor, clinician: CaseClient) -> None:
    letter = letter_to(actor, stranger, "sent")
    address = reverse("care:open-from-referral", args=[letter.pk])
    assert "Det går inte nu" in read(clinician.get(address))
    assert clinician.send(address, version=letter.version, opened_on="2019-09-01").status_code == 409
    assert not Case.across_units.exists()
    assert not Patient.across_units.filter(unit_id=actor.unit_id).exists()


def test_protection_follows_with_the_letter(actor: Actor, stranger: Actor, clinician: CaseClient) -> None:
    letter = letter_to(actor, stranger, protection="sekretessmarkering")
    clinician.post(reverse("referrals:open-protected", args=[letter.pk]), {"act_key": "0" * 32, "reason": "Nybesök"})
    address = reverse("care:open-from-referral", args=[letter.pk])
    assert clinician.send(address, version=letter.version, opened_on="2019-09-01").status_code == 302
    case = Case.across_units.get()
    assert case.patient.is_protected
    assert "oppna" in clinician.get(page_of(case))["Location"]


def test_without_a_referral_there_is_a_reason(actor: Actor, clinician: CaseClient) -> None:
    patient, team = patient_at(actor), team_at(actor)
    address = reverse("care:open", args=[patient.pk])
    fields = {"team": str(team.pk), "opened_on": "2019-09-01"}
    assert clinician.send(address, **fields).status_code == 422
    assert clinician.send(address, **fields, reason="Sökte själv").status_code == 302
    again = clinician.send(address, **fields, reason="Sökte själv")
    assert again.status_code == 409
    assert page_of(Case.across_units.get()) in again.content.decode()
    assert "2019-0001" in read(clinician.get(reverse("care:of-patient", args=[patient.pk])))


def test_a_unit_without_a_team_opens_nothing(actor: Actor, clinician: CaseClient) -> None:
    address = reverse("care:open", args=[patient_at(actor).pk])
    assert "Enheten har inget team" in clinician.get(address).content.decode()


def test_numbers_follow_each_other_and_begin_anew_each_year(actor: Actor) -> None:
    first, second = opened(actor), opened(actor, "199106162390")
    last_year = opened(actor, "200108232398", opened_on=date(2018, 12, 1))
    assert [each.number for each in (first, second, last_year)] == ["2019-0001", "2019-0002", "2018-0001"]


@pytest.mark.parametrize(
    ("suitability", "step"),
    [("not-yet", "Vänta in utredningen"), ("not-suitable", "åter till vårdcentralen"), ("specialist", "Besluta nivå")],
)
def test_the_assessment_decides_what_comes_next(case: Case, clinician: CaseClient, suitability: str, step: str) -> None:
    told = form_of(ASSESSED, suitability=suitability, not_yet_investigated="Röntgen", version=1)
    clinician.send(page_of(case, "assess"), **told)
    assert step in read(clinician.page(case))
    decided = clinician.send(page_of(case, "decide-level"), **form_of(DECIDED, version=2))
    assert decided.status_code == 409
    assert fresh(case).state == "assessed"
    assert fresh(case).level == ""


def test_what_remains_to_be_investigated_is_said(case: Case, clinician: CaseClient) -> None:
    told = form_of(ASSESSED, investigated="False", version=1)
    assert clinician.send(page_of(case, "assess"), **told).status_code == 422
    assert not Assessment.across_units.exists()


def test_it_is_assessed_anew_when_more_is_known(case: Case, clinician: CaseClient) -> None:
    first = form_of(ASSESSED, suitability="not-yet", not_yet_investigated="Röntgen", version=1)
    clinician.send(page_of(case, "assess"), **first)
    clinician.send(page_of(case, "assess"), **form_of(ASSESSED, day="2019-09-20", version=2))
    assert Assessment.across_units.count() == 2
    early = clinician.send(page_of(case, "decide-level"), **form_of(DECIDED, version=3))
    assert "Beslutet tas efter den" in read(early)
    late = clinician.send(page_of(case, "decide-level"), **form_of(DECIDED, day="2019-09-21", version=3))
    assert late.status_code == 302


def test_a_specialist_is_a_level_of_its_own(case: Case, clinician: CaseClient) -> None:
    told = form_of(ASSESSED, suitability="specialist", version=1)
    clinician.send(page_of(case, "assess"), **told)
    sent = clinician.send(page_of(case, "decide-level"), **form_of(DECIDED, level="specialist", version=2))
    assert sent.status_code == 302
    assert "till specialistmottagning" in read(clinician.page(case))
    assert clinician.send(page_of(case, "plan"), **form_of(PLANNED, version=3)).status_code == 409


def test_the_case_follows_to_the_units_team_at_the_level(actor: Actor, case_in: CaseIn, clinician: CaseClient) -> None:
    case, hospital = case_in("assessed"), team_at(actor, "MMR2")
    clinician.send(page_of(case, "decide-level"), **form_of(DECIDED, level="MMR2", version=case.version))
    assert fresh(case).team_id == hospital.pk


def test_a_level_without_a_team_is_told(case_in: CaseIn, clinician: CaseClient) -> None:
    case = case_in("assessed")
    clinician.send(page_of(case, "decide-level"), **form_of(DECIDED, level="MMR2", version=case.version))
    assert "Enheten har inget team för MMR2" in read(clinician.page(case))


def test_the_criteria_are_the_guidelines(case_in: CaseIn, clinician: CaseClient) -> None:
    case = case_in("assessed")
    form = clinician.get(page_of(case, "decide-level")).context["form"]
    groups = [words for words, _options in form.fields["criteria"].choices]
    assert groups[:2] == ["Talar för MMR1", "Talar för MMR2"]
    ticked = [form.fields["criteria"].choices[0][1][0][0]]
    clinician.send(page_of(case, "decide-level"), **form_of(DECIDED, criteria=ticked, version=case.version))
    assert LevelDecision.across_units.get().criteria == ticked
    assert form.fields["criteria"].choices[0][1][0][1] in clinician.page(case)


def test_a_goal_is_followed_up_and_waits_again(actor: Actor, case_in: CaseIn, clinician: CaseClient) -> None:
    case = case_in("planned")
    goal = goal_of(actor, case)
    assert fresh(case).follow_up_due == date(2019, 10, 1)
    address = page_of(case, "follow-up-goal", thing=goal.thing)
    assert "Gå till affären" in clinician.get(address).content.decode()
    clinician.send(address, day="2019-09-30", result="partly", words="", again_on="2019-12-01")
    assert GoalFollowUp.across_units.get().result == "partly"
    assert fresh(case).follow_up_due == date(2019, 12, 1)
    clinician.send(address, day="2019-10-20", result="reached", words="")
    assert fresh(case).follow_up_due is None


def test_a_plan_is_made_although_the_treatment_has_begun(actor: Actor, clinician: CaseClient) -> None:
    from tests.web.care.treating import case_in as row_in

    case = row_in(actor, "treatment")
    assert "Gör rehabiliteringsplanen" in read(clinician.page(case))
    assert clinician.send(page_of(case, "plan"), **form_of(PLANNED, version=case.version)).status_code == 409
    assert clinician.send(page_of(case, "plan-later"), **form_of(PLANNED, version=case.version)).status_code == 302
    assert fresh(case).state == "treatment"


@pytest.mark.parametrize(
    "fields",
    [
        {"informed_on": "2019-09-01", "objected": "on", "module": "primary", "registered_on": "2019-09-02"},
        {"module": "primary", "registered_on": "2019-09-02"},
        {"informed_on": "2019-09-03", "module": "primary", "registered_on": "2019-09-02"},
        {"informed_on": "2019-09-01", "registered_on": "2019-09-02"},
        {"informed_on": "2019-12-24"},
    ],
)
def test_the_registry_takes_nobody_uninformed_or_unwilling(
    case: Case, clinician: CaseClient, fields: dict[str, str]
) -> None:
    sent = clinician.send(page_of(case, "register-nrs"), version=1, **fields)
    assert sent.status_code == 409
    assert not RegistryEntry.across_units.exists()


def test_the_registry_is_filled_in_as_it_happens(case: Case, clinician: CaseClient) -> None:
    clinician.send(page_of(case, "register-nrs"), version=1, informed_on="2019-09-01")
    told = {"informed_on": "2019-09-01", "module": "primary", "registered_on": "2019-09-10"}
    clinician.send(page_of(case, "register-nrs"), version=2, **told)
    entries = RegistryEntry.across_units.order_by("place")
    assert [(each.place, each.registered_on) for each in entries] == [(1, None), (2, date(2019, 9, 10))]


def test_a_contact_has_one_of_the_guidelines_codes(case_in: CaseIn, clinician: CaseClient) -> None:
    case = case_in("assessed")
    assert clinician.send(page_of(case, "contact-work"), day="2019-09-05", code="UV110").status_code == 422
    clinician.send(page_of(case, "contact-work"), day="2019-09-05", code="GC001", with_whom="Chefen")
    assert WorkContact.across_units.get().code == "GC001"


def test_another_takes_responsibility(case: Case, clinician: CaseClient) -> None:
    assert "Ta ansvar" in clinician.page(case)
    assert clinician.send(page_of(case, "take"), version=1).status_code == 302
    page = clinician.page(case)
    assert 'href="' + page_of(case, "take") not in page
    assert "Tog ansvar för ärendet" in page
    assert clinician.send(page_of(case, "take"), version=2).status_code == 409


@pytest.mark.parametrize("state", ["assessment", "assessed", "decided", "planned", "treatment"])
def test_a_case_ends_only_by_being_ended(case_in: CaseIn, clinician: CaseClient, state: str) -> None:
    case = case_in(state)
    assert "slutförd behandling" in clinician.get(page_of(case, "end")).content.decode()
    fields = {"kind": "back-to-health-centre", "day": "2019-10-01", "reason": "Utredning återstår."}
    assert clinician.send(page_of(case, "end"), version=case.version, **fields).status_code == 302
    ended = fresh(case)
    assert (ended.state, ended.closed_on) == ("ended", date(2019, 10, 1))
    assert Ending.across_units.get().reason == "Utredning återstår."
    assert "Åter till vårdcentralen" in clinician.page(case)


def test_who_has_ended_may_come_again(case_in: CaseIn, actor: Actor) -> None:
    from samsyn.web.care.acts.opening import open_case

    case = case_in("ended")
    told = {"patient": case.patient, "team": case.team, "opened_on": date(2019, 10, 1), "reason": "Kom tillbaka"}
    assert open_case(by=actor, **told).number == "2019-0002"


def test_only_clinicians_and_coordinators_see_cases(case: Case, enter: Enter, unit: Unit) -> None:
    for role in Role:
        expected = 200 if role in (Role.CLINICIAN, Role.COORDINATOR) else 403
        assert enter(role, unit).get(page_of(case)).status_code == expected, role
