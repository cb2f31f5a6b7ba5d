"""Codes as they are typed, and what is proposed: table by table."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from samsyn.guidelines import Role as CodeRole
from samsyn.web.audit.actor import Actor, Role
from samsyn.web.care.acts.registering import withdraw
from samsyn.web.care.forms.codes import DiagnosesField, ProceduresField
from samsyn.web.care.models import Case
from samsyn.web.care.proposing import code_for, codes_beside, propose_completion, propose_visit
from samsyn.web.organisations.models import Unit
from tests.web.care.treating import KENT, TODAY, case_in, visit_on


@pytest.fixture
def by(actor_of: Callable[[Role, Unit], Actor], unit: Unit) -> Actor:
    return actor_of(Role.CLINICIAN, unit)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", []), ("UV110", ["UV110"]), ("UV 115", ["UV115"]), ("uv115", ["UV115"]), (" uv-1 15 ", ["UV115"]),
        ("UV110, ZV506", ["UV110", "ZV506"]), ("UV110 ZV506", ["UV110", "ZV506"]),
        ("UV 110; zv 506", ["UV110", "ZV506"]),
        ("mms visit", ["MMSVISIT"]), ("UV110,UV 110", ["UV110"]), ("UV110,,", ["UV110"]), ("ＵＶ１１０", ["UV110"]),
    ],
)  # fmt: skip
def test_procedures_are_read_however_they_are_written(typed: str, read: list[str]) -> None:
    assert ProceduresField().clean(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("m54.5", ["M545"]), ("M54 5", ["M545"]), ("M545", ["M545"]), ("r52.2a, M79.7", ["R522A", "M797"]),
        ("M54.5 R52.2C", ["M545", "R522C"]), ("M54", ["M54"]),
    ],
)  # fmt: skip
def test_diagnoses_are_read_however_they_are_written(typed: str, read: list[str]) -> None:
    assert DiagnosesField().clean(typed) == read


@pytest.mark.parametrize("typed", ["ryggont", "5", "M5", "UV110", "M54.5; ont"])
def test_what_is_no_diagnosis_is_said(typed: str) -> None:
    with pytest.raises(ValidationError, match="är ingen diagnoskod"):
        DiagnosesField().clean(typed)


def test_a_form_shows_codes_as_they_are_usually_written() -> None:
    assert DiagnosesField().prepare_value(["M545", "R522A"]) == "M54.5, R52.2A"
    assert DiagnosesField().prepare_value("m54.5 och") == "m54.5 och"


@pytest.mark.parametrize(
    ("role", "level", "day", "code"),
    [
        (CodeRole.ONGOING, "MMR1", date(2019, 5, 1), ("UV110",)),
        (CodeRole.ONGOING, "MMR2", date(2019, 5, 1), ("UV115",)),
        (CodeRole.ONGOING, "MMR1", date(2018, 5, 1), ("UV110",)), (CodeRole.COMPLETION, "MMR1", TODAY, ("UV114",)),
        (CodeRole.COMPLETION, "MMR2", TODAY, ("UV116",)), (CodeRole.ONGOING, "MMR1", date(1999, 5, 1), ()),
        (CodeRole.ONGOING, "annat", TODAY, ()),
    ],
)  # fmt: skip
def test_the_code_is_the_levels_under_the_guideline_of_the_day(
    role: CodeRole, level: str, day: date, code: tuple[str, ...]
) -> None:
    assert code_for(role, Case(programme="vgr-mmr", level=level), day) == code


def test_a_programme_that_has_closed_still_gives_its_codes_to_those_that_run() -> None:
    assert code_for(CodeRole.ONGOING, Case(programme="vgr-mmr", level="MMR1"), date(2025, 1, 1)) == ("UV110",)


def test_codes_of_other_levels_are_known() -> None:
    beside = codes_beside(Case(programme="vgr-mmr", level="MMR1"))
    assert {"UV115", "UV116"} <= beside
    assert not beside & {"UV110", "UV114", "GC001", "ZV506", "ZV502", "UV118"}


def test_the_last_diagnoses_are_proposed_and_never_a_code_for_coordination(by: Actor) -> None:
    case = case_in(by)
    visit_on(by, case, date(2019, 4, 1), diagnoses=["M797", "M545"], procedures=["UV110", "ZV506"])
    visit_on(by, case, date(2019, 5, 1), diagnoses=[])
    proposal = propose_visit(case, TODAY, by=by)
    assert (proposal.diagnoses, proposal.procedures) == (("M797", "M545"), ("UV110",))
    assert propose_completion(case, TODAY, by=by).procedures == ("UV114",)


def test_before_any_visit_the_assessments_diagnoses_are_proposed(by: Actor) -> None:
    assert propose_visit(case_in(by, "planned"), TODAY, by=by).diagnoses == ("M545",)


def test_a_withdrawn_visit_proposes_nothing(by: Actor) -> None:
    case = case_in(by)
    mistaken = visit_on(by, case, date(2019, 4, 1), diagnoses=["M797"])
    withdraw(mistaken, by=by, case=case, why="Fel patient")
    assert propose_visit(case, TODAY, by=by).diagnoses == ("M545",)


def test_another_patients_diagnoses_are_never_proposed(by: Actor) -> None:
    case, other = case_in(by), case_in(by, number=KENT)
    visit_on(by, other, date(2019, 9, 1), diagnoses=["M797"])
    assert propose_visit(case, TODAY, by=by).diagnoses == ("M545",)
