"""The load run's forms: as it fills them in, each step from the letter to the visit is taken."""

from typing import Any

from bench.load.filling_in import filled
from django.urls import reverse

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.care.models import Case, Visit
from samsyn.web.organisations.models import Unit
from samsyn.web.referrals.models import Referral
from tests.web.care.conftest import CaseClient, Enter, page_of
from tests.web.care.making import patient_at
from tests.web.care.treating import team_at
from tests.web.conftest import see_everything
from tests.web.referrals.making import approve


def step(client: CaseClient, address: str, action: str = "") -> Any:
    """Open the page, send its form as the load run does, and follow where it leads."""
    page = client.get(address)
    assert page.status_code == 200, address
    form = filled(page.content.decode(), action or address)
    assert form, address
    answer = client.post(action or address, form)
    assert answer.status_code == 302, (address, form, answer.content.decode())
    return answer


def test_from_the_letter_to_the_visit(
    clinician: CaseClient, actor: Actor, enter: Enter, other_unit: Unit, actor_of: Any
) -> None:
    team = approve(team_at(actor, approved=False))
    centre = enter(Role.REFERRER, other_unit)
    patient = patient_at(actor_of(Role.REFERRER, other_unit))
    letter_page = step(centre, reverse("referrals:write", args=[patient.pk, team.pk]))["Location"]
    see_everything()
    letter = Referral.across_units.get()
    step(centre, letter_page, reverse("referrals:send", args=[letter.pk]))
    step(clinician, letter_page, reverse("referrals:accept", args=[letter.pk]))
    step(clinician, reverse("referrals:book", args=[letter.pk]))
    step(clinician, reverse("care:open-from-referral", args=[letter.pk]))
    see_everything()
    case = Case.across_units.get()
    for name in ("assess", "decide-level", "plan", "visit-new"):
        step(clinician, page_of(case, name))
    see_everything()
    assert Case.across_units.get().state == "treatment"
    assert Visit.across_units.get().diagnoses == ["M545"]
