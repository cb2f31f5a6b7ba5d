"""The demonstration: a referral and a case in every state, told at past days, in seconds."""

import time
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command

from samsyn.extracts.synthetic import RegionPlan, generate_region
from samsyn.pathway.case_states import CASE
from samsyn.pathway.referral_states import REFERRAL
from samsyn.web.audit.clock import as_on, now, today
from samsyn.web.audit.models import AuditEvent
from samsyn.web.audit.verifying import faults
from samsyn.web.care.asking import judge_case
from samsyn.web.care.judging import checks_of
from samsyn.web.care.models import OVER, Case
from samsyn.web.care.operating import operator_at
from samsyn.web.care.standing import standing_of
from samsyn.web.organisations.models import Unit
from samsyn.web.people.models import User
from samsyn.web.referrals.models import Referral, ReferralEvent
from tests.web.care.treating import TODAY
from tests.web.conftest import see_everything

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="session")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    generate_region(RegionPlan(seed=3, contacts=10_000, coded_share=0.4, teams=12), folder)
    return folder


@pytest.fixture
def own(extract: Path, db: None) -> Unit:
    """The unit at which most of the people who can log in work."""
    began = time.monotonic()
    call_command("load_demo", extract)
    see_everything()
    assert time.monotonic() - began < 60  # some seconds; far more on a busy machine
    return User.objects.get(username="koordinator").assignments.first().unit


def test_everything_a_stranger_should_see_is_there(own: Unit) -> None:
    letters = Referral.across_units.filter(to_unit=own)
    assert set(letters.values_list("state", flat=True)) == set(REFERRAL.states)
    waiting = letters.filter(state__in=("sent", "accepted", "booked"))
    assert waiting.filter(first_visit_due__lt=TODAY, visit_on=None, delay_told_on=None).exists(), "one late"
    assert waiting.filter(stops__last_day=None, stops__ground="voluntary").exists(), "one whose clock stands still"
    assert waiting.filter(delay_told_on__isnull=False).exists()
    assert letters.filter(state="sent", forwarded_from__isnull=False).exists()
    referrer = User.objects.get(username="remittent").assignments.get()
    assert set(letters.values_list("from_unit_id", flat=True)) == {referrer.unit_id}

    cases = Case.across_units.filter(unit=own)
    assert set(cases.values_list("state", flat=True)) >= {
        "assessment", "assessed", "planned", "treatment", "paused", "completed", "ended",
    }  # fmt: skip
    assert cases.filter(state="treatment", follow_up_due__lt=TODAY).exists(), "a goal that waits"
    assert cases.filter(state="paused", paused_on__lt=date(2019, 5, 1)).exists(), "paused long"
    assert cases.filter(state="treatment", undiagnosed__gt=0).exists()
    assert {case.responsible_id is None for case in cases.exclude(state__in=OVER)} == {True, False}
    assert Case.across_units.exclude(unit=own).exists()


def test_one_is_ready_to_complete_and_one_nearly(own: Unit) -> None:
    by = operator_at(own)
    told = [
        checks_of(case, by=by)
        for case in Case.at(by).filter(state="treatment", referral=None).select_related("team", "patient")
    ]
    assert any(not each.remaining and each.is_approved for each in told)
    assert any(
        {one.condition for one in each.remaining} == {"diagnosis-every-visit", "nrs-registered"} for each in told
    )


def test_what_people_did_left_events_in_the_past_and_the_logs_are_whole(own: Unit) -> None:
    completed = AuditEvent.objects.get(action="case.complete")
    assert completed.at.date() == date(2019, 9, 11)
    days = ReferralEvent.across_units.values_list("moment__date", "on")
    assert days
    assert all(at == on <= TODAY for at, on in days)
    assert list(faults()) == []


def test_each_step_of_every_letter_is_one_of_the_table(own: Unit) -> None:
    in_table = {step.action for step in REFERRAL.steps}
    for letter in Referral.across_units.filter(forwarded_from=None):
        events = letter.events.order_by("moment", "id").values_list("action", "from_state", "to_state")
        assert REFERRAL.is_path(step for step in events if step[0] in in_table)
    assert CASE.begins == "assessment"


def test_the_columns_of_every_case_are_what_the_core_says_of_it_alone(own: Unit) -> None:
    for case in Case.across_units.select_related("team", "unit"):
        told = standing_of(judge_case(case, by=operator_at(case.unit)))
        if case.judged_on == TODAY:
            assert {name: getattr(case, name) for name in told} == told


def test_numbers_of_cases_follow_each_other(own: Unit) -> None:
    for unit in Unit.objects.all():
        for year in (2018, 2019):
            serials = list(
                Case.across_units.filter(unit=unit, year=year).order_by("serial").values_list("serial", flat=True)
            )
            assert serials == list(range(1, len(serials) + 1))


def test_a_story_is_told_on_its_day_and_each_moment_is_later_than_the_one_before() -> None:
    with as_on(date(2019, 3, 5)):
        assert today() == date(2019, 3, 5)
        first, then = now(), now()
        assert first < then
        assert (first.date(), then.date()) == (date(2019, 3, 5), date(2019, 3, 5))
        with as_on(date(2018, 3, 5)):
            assert today() == date(2018, 3, 5)
        assert today() == date(2019, 3, 5)
    assert today() == TODAY
    assert now().date() > TODAY
