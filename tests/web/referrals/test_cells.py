"""Every step of the table in every state by either side and a third: done, refused with words, or not there."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest
from django.apps import apps

from samsyn.pathway import REFERRAL
from samsyn.web.audit.actor import Role
from samsyn.web.directory.models import Team
from samsyn.web.organisations.models import Unit
from samsyn.web.patients.models import Patient
from samsyn.web.people.rights import ACTIONS
from tests.web.referrals.conftest import Enter, page_of
from tests.web.referrals.making import fields, letter_in, stopped

OF_THE_WRITER = {"change", "send", "complete", "withdraw"}
STEPS = [step.action.partition(".")[2] for step in REFERRAL.steps if step.action != "referral.open-case"]
TABLE = tomllib.loads((files("samsyn.web.people.rights") / "60-referrals.toml").read_text("utf-8"))["action"]


def rows() -> list[Any]:
    """Everything that this app has stored, and the trail."""
    models = [*apps.get_app_config("referrals").get_models(), apps.get_model("audit", "AuditEvent")]
    return [list(model._base_manager.order_by("pk").values()) for model in models]


def _sent(step: str, team: Team, another: Team) -> dict[str, Any]:
    """A form that says enough for any step."""
    said = {
        "words": "Därför.", "visit_on": "2019-11-20", "told_on": "2019-10-31", "ground": "medical", "chosen": "on",
        "first_day": "2019-10-31", "last_day": "2019-10-31" if step == "start-clock" else "",
    }  # fmt: skip
    return fields(team if step == "change" else another, version="1", tried="Nytt") | said


def test_the_table_of_rights_says_what_the_core_says() -> None:
    stated = {action["id"]: tuple(action["states"]) for action in TABLE if "states" in action}
    assert stated == {step.action: step.origins for step in REFERRAL.steps if step.action != "referral.open-case"}
    assert ACTIONS["referral.open-case"].states == REFERRAL.step("referral.open-case").origins


@pytest.mark.parametrize("state", REFERRAL.states)
@pytest.mark.parametrize("step", STEPS)
def test_cell(
    step: str, state: str, enter: Enter, patient: Patient, team: Team, another_team: Team, unit: Unit,
    other_unit: Unit,
) -> None:  # fmt: skip
    letter = letter_in(state, patient, team)
    if step == "start-clock" and letter.sent:
        stopped(letter)
    writer, receiver = enter(Role.REFERRER, unit), enter(Role.CLINICIAN, other_unit)
    right, wrong = (writer, receiver) if step in OF_THE_WRITER else (receiver, writer)
    before, data = rows(), _sent(step, team, another_team)
    for client in (wrong, enter(Role.COORDINATOR, another_team.unit)):
        assert client.send(page_of(letter, step), **data).status_code in (403, 404)
    assert rows() == before
    answer = right.send(page_of(letter, step), **data)
    hidden = step not in OF_THE_WRITER and not letter.sent
    allowed = state in REFERRAL.step(f"referral.{step}").origins
    assert answer.status_code == (404 if hidden else 302 if allowed else 409), answer.content.decode()[:3000]
    assert (rows() == before) == (answer.status_code != 302)
    if answer.status_code == 302:
        letter.refresh_from_db()
        assert letter.state == REFERRAL.after(f"referral.{step}", state)


@pytest.mark.parametrize("step", sorted(set(STEPS) - OF_THE_WRITER))
def test_whoever_only_refers_answers_nothing_at_a_receiving_unit(
    step: str, enter: Enter, patient: Patient, team: Team, another_team: Team
) -> None:
    letter = letter_in("sent", patient, team)
    client = enter(Role.REFERRER, team.unit)
    assert client.send(page_of(letter, step), **_sent(step, team, another_team)).status_code == 403
    assert client.get(page_of(letter)).status_code == 404


@pytest.mark.parametrize("step", STEPS)
def test_of_two_tabs_the_second_is_told(
    step: str, enter: Enter, patient: Patient, team: Team, another_team: Team, unit: Unit, other_unit: Unit
) -> None:
    state = REFERRAL.step(f"referral.{step}").origins[0]
    letter = letter_in(state, patient, team, version=2)
    client = enter(Role.REFERRER, unit) if step in OF_THE_WRITER else enter(Role.CLINICIAN, other_unit)
    before = rows()
    answer = client.send(page_of(letter, step), **_sent(step, team, another_team))
    assert answer.status_code == 409
    assert "Någon har ändrat remissen sedan du öppnade sidan" in answer.content.decode()
    assert rows() == before
