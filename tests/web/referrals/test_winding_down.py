"""Region Skåne's programme: one month to the first visit, a referral code; and no new letters after its last day."""

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.refusal import Refusal
from samsyn.web.directory.models import Team
from samsyn.web.organisations.models import Region, Unit
from samsyn.web.patients.models import Patient
from samsyn.web.referrals.acts.writing import send, write_draft
from samsyn.web.referrals.models import Referral
from tests.web.referrals.conftest import LetterClient, fresh, page_of
from tests.web.referrals.making import WHOLE, fields, team_at

Day = Callable[[str], date]


@pytest.fixture(autouse=True)
def skane(region: Region, day: Day) -> None:
    region.programmes = ["skane-mms"]
    region.save()
    day("2018-12-31")


@pytest.fixture
def team(other_unit: Unit) -> Team:
    return team_at(other_unit, programme="skane-mms", level="MMS")


def test_the_form_asks_for_the_code_and_the_checks_for_all_that_a_letter_holds(
    centre: LetterClient, patient: Patient, team: Team
) -> None:
    write = reverse("referrals:write", args=[patient.pk, team.pk])
    assert 'name="referral_code"' in centre.get(write).content.decode()
    page = centre.get(centre.send(write, **fields(team), referral_code="12345")["Location"])
    outcomes = {each.condition: each.outcome for each in page.context["judged"].findings}
    assert outcomes["referral-code"] == outcomes["linton-given"] == outcomes["linton-above"] == "met"
    without = centre.get(centre.send(write, **fields(team, level_considered=""))["Location"])
    outcomes = {each.condition: each.outcome for each in without.context["judged"].findings}
    assert (outcomes["referral-code"], outcomes["linton-above"]) == ("not_met", "not_met")
    assert "67 kort form" in without.content.decode()


def test_a_month_to_the_first_visit(referrer: Actor, draft: Referral) -> None:
    send(by=referrer, referral_id=draft.pk, version=1)
    assert fresh(draft).first_visit_due == date(2019, 1, 31)


def test_after_the_last_day_nothing_new_is_written_or_sent_and_the_page_says_why(
    centre: LetterClient, patient: Patient, team: Team, draft: Referral, day: Day
) -> None:
    day("2019-01-01")
    choose = centre.get(reverse("referrals:choose", args=[patient.pk])).content.decode()
    assert "Avslutad per 2018-12-31" in choose
    assert "tar inte emot nya remisser efter 2018-12-31" in choose
    assert str(team.pk) not in choose
    refused = centre.send(page_of(draft, "send"), version=1)
    assert refused.status_code == 409
    assert "tar inte emot nya remisser efter 2018-12-31" in refused.content.decode()
    assert fresh(draft).state == "draft"
    assert page_of(draft, "send") in centre.get(page_of(draft)).content.decode()
    assert "Skicka remissen" not in centre.get(page_of(draft)).content.decode()
    write = reverse("referrals:write", args=[patient.pk, team.pk])
    assert centre.send(write, **fields(team)).status_code == 422


def test_the_act_refuses_too(referrer: Actor, patient: Patient, team: Team, day: Day) -> None:
    day("2019-01-01")
    with pytest.raises(Refusal, match="Avslutad per"):
        write_draft(by=referrer, patient_id=patient.pk, team_id=team.pk, **WHOLE)


def test_what_was_sent_in_time_goes_on(
    desk: LetterClient, referrer: Actor, draft: Referral, another_team: Team, day: Day
) -> None:
    send(by=referrer, referral_id=draft.pk, version=1)
    day("2019-01-10")
    assert desk.send(page_of(draft, "accept"), version=2).status_code == 302
    assert desk.send(page_of(draft, "book"), version=3, visit_on="2019-01-20").status_code == 302


def test_a_team_that_is_no_longer_approved_gets_nothing(centre: LetterClient, draft: Referral, team: Team) -> None:
    team.accreditations.update(last_day=date(2018, 6, 1))
    refused = centre.send(page_of(draft, "send"), version=1)
    assert refused.status_code == 409
    assert "inte godkänt i dag" in refused.content.decode()
