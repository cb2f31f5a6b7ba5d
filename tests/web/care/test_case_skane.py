"""Another programme, which has closed: the same pages, from its own guideline."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from samsyn.web.care.acts.opening import open_from_referral
from samsyn.web.care.models import Case
from samsyn.web.people.models import Assignment
from tests.web.care.conftest import CaseClient, Enter, page_of
from tests.web.care.making import ASSESSED, DECIDED, form_of, fresh, patient_at
from tests.web.care.skane import LAST_DAY, Skane, region_skane
from tests.web.conftest import see_everything


@pytest.fixture
def skane(db: None) -> Skane:
    see_everything()
    return region_skane()


@pytest.fixture
def clinician(enter: Enter, skane: Skane) -> CaseClient:
    return enter(Assignment.objects.get(pk=skane.clinician.assignment_id))


@pytest.fixture
def case(skane: Skane, day: Callable[[str], date]) -> Case:
    """Referred before the programme closed, opened after."""
    letter = skane.booked(skane.letter(date(2018, 12, 20)), date(2018, 12, 21), date(2019, 1, 10))
    day("2019-01-10")
    told: dict[str, Any] = {"referral_id": letter.pk, "version": letter.version, "opened_on": date(2019, 1, 10)}
    return open_from_referral(by=skane.clinician, **told)


def test_what_has_begun_goes_on_under_its_guideline(case: Case, clinician: CaseClient) -> None:
    page = clinician.page(case)
    assert "registreras som MMSASSESS" in page
    assert 'id="register"' not in page  # the programme has no registry
    told = form_of(ASSESSED, day="2019-01-10", pain_onset="2017-06-01", version=1)
    assert clinician.send(page_of(case, "assess"), **told).status_code == 302
    levels = clinician.get(page_of(case, "decide-level")).context["form"].fields["level"].choices
    assert [value for value, _words in levels] == ["MMS", "specialist"]
    decided = form_of(DECIDED, level="MMS", day="2019-01-10", version=2)
    assert clinician.send(page_of(case, "decide-level"), **decided).status_code == 302
    assert fresh(case).level == "MMS"
    assert clinician.send(page_of(case, "contact-work"), day="2019-01-10", with_whom="Chefen").status_code == 302
    assert "Chefen" in clinician.page(case)


def test_nobody_new_is_taken_in_without_a_letter_after_the_last_day(
    skane: Skane, clinician: CaseClient, day: Callable[[str], date]
) -> None:
    day("2019-01-10")
    patient = patient_at(skane.clinician, "200108232398")
    told = {"team": str(skane.team.pk), "reason": "Sökte själv"}
    address = reverse("care:open", args=[patient.pk])
    late = clinician.send(address, **told, opened_on="2019-01-10")
    assert late.status_code == 409
    assert f"tar inte emot nya patienter efter {LAST_DAY}" in late.content.decode()
    assert clinician.send(address, **told, opened_on="2018-12-30").status_code == 302
