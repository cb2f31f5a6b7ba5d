"""Search and list: names with å ä ö, any form of a number, Swedish order, pages, and what each query costs."""

import os
import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.kernel import PersonIdentity, sort_key
from samsyn.web.audit.actor import Actor, Role
from samsyn.web.organisations.models import Unit
from samsyn.web.patients.acts.numbering import give_number
from samsyn.web.patients.finding import Wanted, any_protected, named_patients, protected_patients
from samsyn.web.patients.loading import load_patients, made_up_patients
from samsyn.web.patients.models import NameWord, Patient, PatientIdentity
from tests.web.patients.conftest import (
    ASA,
    INTERIM,
    KENT,
    LIST,
    MAN,
    RESERVE,
    SAMORDNING,
    SEARCH,
    STOCKHOLM,
    Client,
    PatientClient,
    page_of,
    registered,
)  # fmt: skip

TODAY = date(2019, 10, 31)
MANY = int(os.environ.get("SAMSYN_TEST_PATIENTS", "20000"))  # fewer, and PostgreSQL rightly reads the whole table


@pytest.mark.parametrize(
    "text",
    [
        "Öberg",
        "öberg",
        "ÖBERG",
        "öbe",
        "åsa",
        "ÅSA ÖBERG",
        "öberg åsa",
        "Öberg, Åsa",
        "O\u0308berg",
        "sund",
        "ann sund",
    ],
)
def test_a_name_is_found_in_any_case_and_order(clinician: PatientClient, actor: Actor, text: str) -> None:
    mine = registered(actor, ASA, "Åsa Ann-Märta", "Öberg Sundh")
    registered(actor, KENT, "Kent", "Oberg")
    page = clinician.search(text)
    assert str(mine.pk) in page
    assert "Kent" not in page


def test_o_is_not_ö_and_the_middle_of_a_word_is_no_hit(clinician: PatientClient, patient: Patient) -> None:
    for text in ("oberg", "asa", "berg", "åsa kent"):
        assert str(patient.pk) not in clinician.search(text)


def test_two_letters_must_be_a_whole_word(clinician: PatientClient, actor: Actor) -> None:
    bo, bosse = registered(actor, KENT, "Bo", "Ärlebrand"), registered(actor, MAN, "Bosse", "Ärlebrand")
    page = clinician.search("bo")
    assert str(bo.pk) in page
    assert str(bosse.pk) not in page


@pytest.mark.parametrize("sign", ["%", "_", "\\", "'", "--", "*", "()", "\x00", "\u200b", "ſ"])
def test_signs_find_nobody_and_break_nothing(clinician: PatientClient, patient: Patient, sign: str) -> None:
    answer = clinician.post(SEARCH, {"text": sign * 3})
    assert answer.status_code in (302, 422)
    assert not answer.context or "page" not in answer.context
    if answer.status_code == 302 and sign.strip("\u200b"):
        assert str(patient.pk) not in clinician.get(LIST).content.decode()


@pytest.mark.parametrize("value", [ASA, SAMORDNING, RESERVE, STOCKHOLM, INTERIM])
@pytest.mark.parametrize("form", ["{0}{1}", "{0}-{1}", "{0} {1}", " {0}–{1} ", "{0}.{1}"])
def test_a_number_is_found_in_any_form(clinician: PatientClient, actor: Actor, value: str, form: str) -> None:
    mine = registered(actor, value)
    registered(actor, KENT, "Kent", "Ärlebrand")
    page = clinician.search(form.format(value[:8], value[8:]).lower())
    assert str(mine.pk) in page
    assert "Ärlebrand" not in page


@pytest.mark.parametrize("text", ["800102-2386", "8001022386"])
def test_a_number_of_ten_is_found(clinician: PatientClient, patient: Patient, text: str) -> None:
    assert str(patient.pk) in clinician.search(text)


def test_a_number_that_was_replaced_is_still_found(clinician: PatientClient, actor: Actor) -> None:
    mine = registered(actor, SAMORDNING)
    give_number(by=actor, patient_id=mine.pk, version=1, identity=PersonIdentity(KENT), valid_from=TODAY, replaces=True)
    for text in (SAMORDNING, KENT):
        assert str(mine.pk) in clinician.search(text)


@pytest.mark.parametrize("text", ["19800102-238", "19800102", "8001022387", "1980"])
def test_part_of_a_number_is_no_search(clinician: PatientClient, patient: Patient, text: str) -> None:
    answer = clinician.post(SEARCH, {"text": text})
    assert answer.status_code == 422
    assert str(patient.pk) not in answer.content.decode()
    live = clinician.post(SEARCH, {"text": text}, headers={"HX-Request": "true"})
    assert live.status_code == 200
    assert "Skriv hela numret" in live.content.decode()


def test_nothing_here_and_no_match_are_two_things(clinician: PatientClient, actor: Actor) -> None:
    empty = clinician.get(LIST).content.decode()
    assert "Enheten har inga patienter ännu" in empty
    registered(actor, ASA)
    nobody = clinician.search("Ärlebrand")
    assert "Inget stämmer med filtren" in nobody
    assert "inga patienter ännu" not in nobody
    clinician.post(SEARCH, {"clear": "1", "text": "Ärlebrand"})
    assert "Öberg" in clinician.get(LIST).content.decode()


def test_filters(clinician: PatientClient, actor: Actor) -> None:
    asa, kent = registered(actor, ASA), registered(actor, KENT, "Kent", "Ärlebrand")
    Patient.across_units.filter(pk=asa.pk).update(deceased_on=TODAY, registered_year=2018)
    Patient.across_units.filter(pk=kent.pk).update(is_test=True)
    found = {
        "deceased": clinician.search(show="deceased"),
        "test": clinician.search(show="test"),
        "real": clinician.search(show="real"),
        "this year": clinician.search(this_year="1"),
    }
    assert {key: ("Öberg" in page, "Ärlebrand" in page) for key, page in found.items()} == {
        "deceased": (True, False), "test": (False, True), "real": (True, False), "this year": (False, True),
    }  # fmt: skip


def test_a_search_does_not_follow_to_another_unit(enter: Client, unit: Unit, other_unit: Unit, actor: Actor) -> None:
    registered(actor, ASA)
    client = enter(Role.CLINICIAN, unit)
    client.search("Öberg")
    session = client.session
    session["patient_search"] = {**session["patient_search"], "at": str(other_unit.pk)}
    session.save()
    assert 'value="Öberg"' not in client.get(LIST).content.decode()


def test_pages_are_in_swedish_order_forth_and_back(clinician: PatientClient, unit: Unit) -> None:
    load_patients([unit], 120, seed=3, today=TODAY)
    forth, address = [], LIST
    while address:
        page = clinician.get(address).context["page"]
        forth.append([patient.pk for patient in page.rows])
        names = [(sort_key(f"{each.family_name} {each.given_name}"), each.pk.hex) for each in page.rows]
        assert names == sorted(names)
        address = page.next and f"{LIST}{page.next}"
    everyone = [pk for page in forth for pk in page]
    assert len(everyone) == len(set(everyone)) == Patient.across_units.filter(protection="none").count()
    back, address = [forth[-1]], f"{LIST}{page.previous}"
    while address:
        page = clinician.get(address).context["page"]
        back.insert(0, [patient.pk for patient in page.rows])
        address = page.previous and f"{LIST}{page.previous}"
    assert [pk for page in back for pk in page] == everyone


def test_a_place_that_is_no_place_gives_the_first_page(clinician: PatientClient, patient: Patient) -> None:
    for place in ("x", "", "00000000-0000-0000-0000-000000000000", "' OR 1=1"):
        assert [each.pk for each in clinician.get(LIST, {"efter": place}).context["page"].rows] == [patient.pk]


def test_a_list_asks_as_many_questions_for_twenty_five_as_for_one(
    clinician: PatientClient, actor: Actor, unit: Unit
) -> None:
    registered(actor, ASA)
    counts = []
    for seed in (2, 3):
        with CaptureQueriesContext(connection) as asked:
            assert clinician.get(LIST).status_code == 200
        # A chain of the access log is drawn by lot, and begun when it is first drawn.
        counts.append(len([each for each in asked if "audit_chainhead" not in each["sql"]]))
        load_patients([unit], 40, seed=seed, today=TODAY)
    assert counts[0] == counts[1]
    assert counts[1] <= 20


def test_a_page_asks_a_bounded_number_of_questions(clinician: PatientClient, patient: Patient) -> None:
    with CaptureQueriesContext(connection) as asked:
        clinician.get(page_of(patient))
    assert len(asked) <= 22


QUERIES: list[tuple[str, Callable[[Actor], Any]]] = [
    ("list", lambda by: named_patients(by, Wanted()).order_by("sort_key", "pk")[:26]),
    ("list, later", lambda by: named_patients(by, Wanted()).filter(
        sort_key__gte="25", pk__gt="80000000-0000-0000-0000-000000000000").order_by("sort_key", "pk")[:26]),
    ("deceased", lambda by: named_patients(by, Wanted(show="deceased")).order_by("sort_key", "pk")[:26]),
    ("this year", lambda by: named_patients(by, Wanted(this_year=True)).order_by("sort_key", "pk")[:26]),
    ("one word", lambda by: named_patients(by, Wanted("özk")).order_by("sort_key", "pk")[:26]),
    ("two words", lambda by: named_patients(by, Wanted("von päivi")).order_by("sort_key", "pk")[:26]),
    ("number", lambda by: named_patients(by, Wanted("198001022386")).order_by("sort_key", "pk")[:26]),
    ("protected", lambda by: protected_patients(by, Wanted(show="protected")).order_by("pk")[:100]),
]  # fmt: skip


def test_the_queries_of_a_large_unit_use_indexes(actor: Actor, unit: Unit) -> None:
    assert load_patients([unit], MANY, seed=5, today=TODAY) == MANY
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for model in (Patient, PatientIdentity, NameWord):
                cursor.execute(f"ANALYZE {model._meta.db_table}")
    plans = {name: query(actor).explain() for name, query in QUERIES}
    plans["any protected"] = Patient.at(actor).filter(protection__in=["sekretessmarkering"])[:1].explain()
    whole = re.compile(r"Seq Scan on patients_|^\s*\d+ \d+ \d+ SCAN patients_(?!\w+ USING)", re.M)
    assert {name: plan for name, plan in plans.items() if whole.search(plan)} == {}
    assert any_protected(actor)
    assert list(named_patients(actor, Wanted("von åsele"))[:1])


def test_made_up_people_are_the_same_for_the_same_seed(unit: Unit) -> None:
    first, second, other = (list(made_up_patients(unit, 300, seed=seed, today=TODAY)) for seed in (4, 4, 5))
    assert first == second != other
    for person in first:
        identity = PersonIdentity(person.identity["value"])
        assert (identity.birth_date, identity.sex) == (person.patient["birth_date"], person.patient["sex"])
        assert TODAY - timedelta(days=91 * 366) < identity.birth_date < TODAY - timedelta(days=17 * 365)
        assert person.patient["is_test"]
    assert all(one.identity["value"] != two.identity["value"] for one, two in pairwise(first))
    assert {letter for person in first for letter in person.patient["family_name"]} >= set("åäöÅÄÖ")


def test_loaded_people_are_found_as_registered_ones(clinician: PatientClient, unit: Unit) -> None:
    load_patients([unit], 30, seed=6, today=TODAY)
    for patient in Patient.across_units.filter(protection="none")[:5]:
        assert str(patient.pk) in clinician.search(patient.main_identity.display)
        found = clinician.search(f"{patient.family_name} {patient.given_name}")
        assert str(patient.pk) in found
        keys = patient.sort_key
        patient.save()
        assert patient.sort_key == keys
