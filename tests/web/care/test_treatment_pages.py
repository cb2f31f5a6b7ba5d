"""The pages of the treatment: what they propose, what they say, and that nothing of another unit is seen."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samsyn.guidelines import SPECIALIST
from samsyn.pathway.case_states import CASE
from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.models import AccessEntry
from samsyn.web.care.acts.pausing import pause
from samsyn.web.care.acts.registering import register
from samsyn.web.care.models import Case, Completion, Conference, GoalFollowUp, GroupSession, HoursNote, Visit
from samsyn.web.organisations.models import Unit
from samsyn.web.patients.models import Patient
from samsyn.web.people.rights import ACTIONS
from tests.web.care.treating import ASA, CLOSED, CONFERENCE, KENT, MAN, VISIT, case_in, goal_on, sent
from tests.web.conftest import SamsynClient, SignIn

OF_CASES = [
    "visit-new",
    "confer",
    "note-hours",
    "pause",
    "resume",
    "complete",
    "send-copy",
    "print-plan",
    "print-summary",
]
GROUP = "/arenden/grupp"


@pytest.fixture
def by(actor_of: Callable[[Role, Unit], Actor], unit: Unit) -> Actor:
    return actor_of(Role.CLINICIAN, unit)


@pytest.fixture
def elsewhere(actor_of: Callable[[Role, Unit], Actor], other_unit: Unit) -> Actor:
    return actor_of(Role.CLINICIAN, other_unit)


@pytest.fixture
def client(sign_in: SignIn, unit: Unit) -> SamsynClient:
    client = sign_in(Role.CLINICIAN, unit)
    client.post("/patienter/logg")
    return client


def at(name: str, case: Case) -> str:
    return reverse(f"care:{name}", args=[case.pk])


def text_of(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.mark.parametrize("action", [each.action for each in CASE.steps if each.action in ACTIONS])
def test_the_table_of_rights_has_the_states_of_the_core(action: str) -> None:
    assert set(ACTIONS[action].states) in (set(CASE.step(action).origins), set())


def test_the_form_begins_with_what_is_proposed(client: SamsynClient, by: Actor) -> None:
    page = client.get(at("visit-new", case_in(by))).content.decode()
    assert 'value="M54.5"' in page
    assert 'value="UV110"' in page
    assert 'value="2019-10-31"' in page


def test_a_visit_is_saved_however_its_codes_are_written(client: SamsynClient, by: Actor) -> None:
    case = case_in(by)
    answer = client.post(at("visit-new", case), sent(**VISIT))
    assert answer["Location"] == f"{at('case', case)}#besok"
    visit = Visit.across_units.latest("registered_at")
    assert (visit.diagnoses, visit.procedures, visit.minutes) == (["M545"], ["UV110"], 90)
    assert "saknas" not in text_of(client.get(at("visit-new", case)))


def test_what_is_missing_is_said_and_does_not_stop(client: SamsynClient, by: Actor) -> None:
    case = case_in(by)
    answer = client.post(at("visit-new", case), sent(day="2019-10-01", kind="phone", another="1"))
    assert answer["Location"] == at("visit-new", case)
    page = text_of(client.get(answer["Location"]))
    for words in ("Besöket är sparat", "Diagnos saknas", "Minuter saknas", "Deltagare saknas", "Koden för pågående"):
        assert words in page


def test_a_check_says_what_is_missing_and_saves_nothing(client: SamsynClient, by: Actor) -> None:
    case = case_in(by)
    answer = client.post(f"{at('visit-new', case)}?kontroll=1", sent(**VISIT | {"minutes": "", "procedures": "uv115"}))
    assert answer.status_code == 200
    assert "Minuter saknas" in text_of(answer)
    assert "UV115 hör till en annan nivå" in text_of(answer)
    assert "Inget saknas" in text_of(client.post(f"{at('visit-new', case)}?kontroll=1", sent(**VISIT)))
    assert Visit.across_units.count() == 1


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"day": "2019-11-01"}, "inte varit än"), ({"diagnoses": "ryggont"}, "ingen diagnoskod"),
        ({"procedures": "UV11"}, "ingen åtgärdskod"), ({"procedures": "UV114"}, "Avsluta behandlingen"),
        ({"minutes": "en timme"}, "hela minuter"), ({"day": ""}, "Skriv ett datum"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(client: SamsynClient, by: Actor, wrong: dict[str, str], words: str) -> None:
    answer = client.post(at("visit-new", case_in(by)), sent(**VISIT | wrong))
    assert answer.status_code in (409, 422)
    assert words in text_of(answer)
    assert Visit.across_units.count() == 1


def test_the_same_form_twice_is_one_visit(client: SamsynClient, by: Actor) -> None:
    case, form = case_in(by), sent(**VISIT)
    assert client.post(at("visit-new", case), form)["Location"] == client.post(at("visit-new", case), form)["Location"]
    assert Visit.across_units.count() == 2


def test_a_group_is_registered_in_one_form(client: SamsynClient, by: Actor) -> None:
    asa, kent, man = case_in(by, number=ASA), case_in(by, "planned", number=KENT), case_in(by, number=MAN)
    form = {"title": "Skolan", "day": "2019-10-01", "minutes": "120", "professions": ["nurse"], "procedures": "UV110"}
    form |= {f"present_{each.pk.hex}": "on" for each in (asa, kent)}
    form |= {f"diagnoses_{asa.pk.hex}": "m79.7", f"diagnoses_{kent.pk.hex}": "", f"diagnoses_{man.pk.hex}": "M54.5"}
    answer = client.post(GROUP, sent(**form))
    assert answer.status_code == 302, answer.context["form"].errors
    session = GroupSession.across_units.get()
    assert {each.case_id: each.diagnoses for each in session.visits.all()} == {asa.pk: ["M797"], kent.pk: []}
    assert "1 av dem saknar diagnos" in text_of(client.get(GROUP))


def test_a_group_of_nobody_is_not_saved(client: SamsynClient, by: Actor) -> None:
    case_in(by)
    form = {"title": "Skolan", "day": "2019-10-01", "minutes": "120", "professions": ["nurse"]}
    assert client.post(GROUP, sent(**form)).status_code == 422
    assert not GroupSession.across_units.exists()


def test_the_groups_list_logs_each_patient_and_shows_no_other_unit(
    client: SamsynClient, by: Actor, elsewhere: Actor
) -> None:
    mine, done, foreign = case_in(by), case_in(by, "completed", number=KENT), case_in(elsewhere, number=MAN)
    page = client.get(GROUP).content.decode()
    assert mine.pk.hex in page
    assert not {done.pk.hex, foreign.pk.hex} & set(re.findall(r"[0-9a-f]{32}", page))
    logged = AccessEntry.objects.filter(action="case.group-visit").values_list("patient_id", flat=True)
    assert list(logged) == [mine.patient_id]


def test_a_protected_person_stands_in_the_group_without_name(client: SamsynClient, by: Actor) -> None:
    case = case_in(by)
    Patient.across_units.filter(pk=case.patient_id).update(protection="sekretessmarkering")
    page = client.get(GROUP).content.decode()
    assert case.pk.hex in page
    assert "Öberg" not in page
    assert AccessEntry.objects.filter(action="case.group-visit", patient_id=case.patient_id).count() == 1


def test_a_group_cannot_take_in_another_units_patient(client: SamsynClient, by: Actor, elsewhere: Actor) -> None:
    mine, foreign = case_in(by), case_in(elsewhere, number=KENT)
    form = {"title": "Skolan", "day": "2019-10-01", "minutes": "120", "professions": ["nurse"]}
    form |= {f"present_{each.pk.hex}": "on" for each in (mine, foreign)}
    answer = client.post(GROUP, sent(**form))
    assert answer.status_code == 422
    assert foreign.pk.hex not in answer.content.decode()
    assert not GroupSession.across_units.exists()


def test_each_level_has_its_own_group_form(client: SamsynClient, by: Actor) -> None:
    one, two = case_in(by), case_in(by, level="MMR2", number=KENT)
    page = client.get(GROUP, {"niva": "vgr-mmr|MMR2"}).content.decode()
    assert two.pk.hex in page
    assert one.pk.hex not in page
    assert 'value="UV115"' in page


def test_a_conference_and_its_goals_are_one_form(client: SamsynClient, by: Actor) -> None:
    case = case_in(by)
    goal = goal_on(by, case)
    told = {f"result_{goal.thing.hex}": "partly", f"words_{goal.thing.hex}": "På väg"}
    assert client.post(at("confer", case), sent(**CONFERENCE, **told)).status_code == 302
    assert GoalFollowUp.across_units.get().result == "partly"
    assert not Conference.across_units.get().closing


def test_a_note_without_result_is_asked_about(client: SamsynClient, by: Actor) -> None:
    case = case_in(by)
    goal = goal_on(by, case)
    answer = client.post(at("confer", case), sent(**CONFERENCE, **{f"words_{goal.thing.hex}": "På väg"}))
    assert answer.status_code == 422
    assert "Välj ett resultat" in text_of(answer)


def test_the_closing_page_says_what_remains_and_takes_no_without_a_yes(client: SamsynClient, by: Actor) -> None:
    case = case_in(by)
    page = client.get(at("complete", case))
    form = page.context["form"]
    for words in ("Ersätts inte", "Rehab Åby", "Ersättning nekas enligt", "HS 2019-00252-1"):
        assert words in text_of(page)
    read = {name: form.initial[name] for name in ("version", "seen")}
    answer = client.post(at("complete", case), sent(**CLOSED, **read))
    assert answer.status_code == 409
    assert "Bekräfta att behandlingen avslutas" in text_of(answer)
    assert not Completion.across_units.exists()
    assert client.post(at("complete", case), sent(**CLOSED, **read, acknowledged="on")).status_code == 302
    assert Case.across_units.get(pk=case.pk).state == "completed"
    page = client.get(at("case", case)).content.decode()
    kept = page[page.index("Kontrollen som den såg ut vid avslutet") :]
    assert re.findall(r'data-outcome="(\w+)"', kept)[: len(Completion.across_units.get().findings)] == [
        each["mark"] for each in Completion.across_units.get().findings
    ]
    assert "Inte uppfyllt" in kept


def test_who_has_read_something_else_is_shown_what_is_new(client: SamsynClient, by: Actor) -> None:
    case = case_in(by)
    old = {"version": case.version, "seen": "0" * 16, "acknowledged": "on"}
    answer = client.post(at("complete", case), sent(**CLOSED, **old))
    assert answer.status_code == 409
    form = answer.context["form"]
    assert form["acknowledged"].value() is False
    again = {"version": form["version"].value(), "seen": form["seen"].value(), "acknowledged": "on"}
    assert client.post(at("complete", case), sent(**CLOSED, **again)).status_code == 302


def test_pause_and_resume(client: SamsynClient, by: Actor) -> None:
    case = case_in(by)
    assert "samma behandlingsserie" in text_of(client.get(at("pause", case)))
    told = {"version": case.version, "first_day": "2019-04-01", "reason": "Operation"}
    assert client.post(at("pause", case), sent(**told)).status_code == 302
    version = Case.across_units.get(pk=case.pk).version
    assert client.post(at("visit-new", case), sent(**VISIT)).status_code == 409
    assert client.post(at("resume", case), sent(version=version, last_day="2019-09-01")).status_code == 302
    assert client.post(at("visit-new", case), sent(**VISIT)).status_code == 302


@pytest.mark.parametrize("consent", ["", "0", "1"])
def test_a_copy_asks_for_consent(client: SamsynClient, by: Actor, consent: str) -> None:
    case = case_in(by, "completed")
    told = {"version": case.version, "consent": consent, "to_whom": "VC Majorna", "sent_on": "2019-10-20"}
    answer = client.post(at("send-copy", case), sent(**told))
    assert answer.status_code == (302 if consent else 422)
    assert [(each.consent, each.to_whom) for each in case.copysents.all()] == {
        "": [], "0": [(False, "")], "1": [(True, "VC Majorna")],
    }[consent]  # fmt: skip


@pytest.mark.parametrize("name", OF_CASES)
def test_another_unit_learns_nothing(name: str, sign_in: SignIn, other_unit: Unit, by: Actor) -> None:
    client = sign_in(Role.CLINICIAN, other_unit)
    client.post("/patienter/logg")
    case = case_in(by)
    answer = client.get(at(name, case))
    assert answer.status_code == 404
    assert "Öberg" not in answer.content.decode()
    assert not AccessEntry.objects.filter(patient_id=case.patient_id, result="allowed").exists()


@pytest.mark.parametrize("name", OF_CASES)
def test_each_page_logs_its_patient_once_and_names_nobody_in_its_title(
    name: str, client: SamsynClient, by: Actor
) -> None:
    case = case_in(by)
    page = client.get(at(name, case)).content.decode()
    assert "Öberg" not in re.findall("<title>(.*?)</title>", page, re.S)[0]
    assert AccessEntry.objects.filter(patient_id=case.patient_id, result="allowed").count() == 1


def test_the_papers_hold_what_counts_and_nothing_withdrawn(client: SamsynClient, by: Actor) -> None:
    case = case_in(by)
    goal = goal_on(by, case)
    page = text_of(client.get(at("print-summary", case)))
    for words in (goal.text, "2019-03-01", "M54.5", "UV110", "1:00", "Rehab Åby"):
        assert words in page
    assert "Patientens underskrift" in text_of(client.get(at("print-plan", case)))


@pytest.mark.parametrize("name", ["pdf-plan", "pdf-summary"])
def test_the_papers_are_files_too(name: str, client: SamsynClient, by: Actor) -> None:
    case = case_in(by)
    goal_on(by, case)
    answer = client.get(at(name, case))
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert b"pdfuaid" in answer.content
    assert "berg" not in answer["Content-Disposition"]


def test_signs_of_the_typesetter_are_only_text(client: SamsynClient, by: Actor) -> None:
    case = case_in(by)
    told = VISIT | {"day": date(2019, 5, 1).isoformat()}
    client.post(at("visit-new", case), sent(**told))
    client.post(at("note-hours", case), sent(words='#panic() $x$ *a* @b <c> [d] \\ "e"'))
    assert client.get(at("pdf-summary", case)).content.startswith(b"%PDF")


def test_a_visit_is_corrected_by_a_version_and_marked(client: SamsynClient, by: Actor) -> None:
    case = case_in(by)
    visit = Visit.across_units.get()
    address = reverse("care:correct", args=[case.pk, "besok", visit.thing])
    assert client.post(address, sent(**VISIT, version=1, why="Fel minuter i går")).status_code == 302
    versions = Visit.across_units.filter(thing=visit.thing).order_by("place")
    assert [(each.minutes, each.day.isoformat()) for each in versions] == [(60, "2019-03-01"), (90, "2019-10-01")]
    page = text_of(client.get(at("case", case)))
    assert "rättat" in page
    assert Case.across_units.get(pk=case.pk).started_on == date(2019, 10, 1)


def test_a_correction_is_held_to_the_same_rules(client: SamsynClient, by: Actor) -> None:
    case = case_in(by)
    visit = Visit.across_units.get()
    address = reverse("care:correct", args=[case.pk, "besok", visit.thing])
    for wrong in ({"day": "2019-11-01"}, {"procedures": "UV110, UV114"}):
        answer = client.post(address, sent(**VISIT | wrong, version=1, why="Fel minuter i går"))
        assert answer.status_code == 409
    assert Visit.across_units.count() == 1


def test_a_withdrawn_visit_no_longer_counts(client: SamsynClient, by: Actor) -> None:
    case = case_in(by)
    visit = Visit.across_units.get()
    address = reverse("care:withdraw", args=[case.pk, "besok", visit.thing])
    assert client.post(address, sent(version=1, why="Fel patient")).status_code == 302
    assert "Inget besök är registrerat" in text_of(client.get(at("case", case)))
    assert client.post(at("complete", case), sent(**CLOSED, version=2, seen="x")).status_code == 409


def test_a_completion_is_corrected_but_never_taken_away(client: SamsynClient, by: Actor) -> None:
    case = case_in(by)
    form = client.get(at("complete", case)).context["form"]
    read = {name: form.initial[name] for name in ("version", "seen")}
    client.post(at("complete", case), sent(**CLOSED, **read, acknowledged="on"))
    done = Completion.across_units.get()
    again = reverse("care:correct", args=[case.pk, "slutforande", done.thing])
    told = CLOSED | {"day": "2019-10-30", "version": "1", "why": "Fel dag i går"}
    assert client.post(again, sent(**told)).status_code == 302
    case.refresh_from_db()
    assert (case.state, case.closed_on) == ("completed", date(2019, 10, 30))
    away = reverse("care:withdraw", args=[case.pk, "slutforande", done.thing])
    assert client.post(away, sent(version=2, why="Ska öppnas igen")).status_code == 409
    assert Case.across_units.get(pk=case.pk).state == "completed"


def test_a_pause_keeps_its_last_day_when_it_is_written_again(client: SamsynClient, by: Actor) -> None:
    case = case_in(by)
    told = {"version": case.version, "first_day": "2019-04-01", "reason": "Operation"}
    client.post(at("pause", case), sent(**told))
    version = Case.across_units.get(pk=case.pk).version
    client.post(at("resume", case), sent(version=version, last_day="2019-09-01"))
    thing = case.pauses.first().thing
    address = reverse("care:correct", args=[case.pk, "uppehall", thing])
    why = {"version": 2, "why": "Fel dag i går", "first_day": "2019-04-02", "reason": "Operation"}
    assert client.post(address, sent(**why)).status_code == 409
    assert client.post(address, sent(**why, last_day="2019-08-31")).status_code == 302
    assert [each.last_day for each in case.pauses.filter(replaced_by=None)] == [date(2019, 8, 31)]


def test_the_groups_list_asks_as_many_questions_for_three_as_for_one(client: SamsynClient, by: Actor) -> None:
    counts = []
    for numbers in ([ASA], [KENT, MAN]):
        for number in numbers:
            case_in(by, number=number)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(GROUP).status_code == 200
        counts.append(len([each for each in asked if "audit_" not in each["sql"]]))
    assert counts[0] == counts[1]


def test_a_group_leaves_nobody_out_in_silence(client: SamsynClient, by: Actor) -> None:
    asa, kent = case_in(by, number=ASA), case_in(by, number=KENT)
    form = {"title": "Skolan", "day": "2019-10-01", "minutes": "120", "professions": ["nurse"], "procedures": "UV110"}
    form |= {f"present_{each.pk.hex}": "on" for each in (asa, kent)}
    pause(by=by, case_id=kent.pk, version=kent.version, first_day=date(2019, 10, 2), reason="Operation")
    answer = client.post(GROUP, sent(**form))
    assert answer.status_code == 422
    assert "inte längre i behandling" in text_of(answer)
    assert not GroupSession.across_units.exists()


def test_who_is_to_go_to_a_specialist_has_no_group(client: SamsynClient, by: Actor) -> None:
    case = case_in(by, "decided")
    Case.across_units.filter(pk=case.pk).update(level=SPECIALIST)
    assert "Ingen är i behandling" in text_of(client.get(GROUP))


def test_who_comes_back_today_had_a_pause_until_yesterday(client: SamsynClient, by: Actor) -> None:
    case = case_in(by)
    pause(by=by, case_id=case.pk, version=case.version, first_day=date(2019, 10, 1), reason="Operation")
    assert 'value="2019-10-30"' in client.get(at("resume", case)).content.decode()


@pytest.mark.parametrize("words", ["\N{GRINNING FACE}", "\N{CJK UNIFIED IDEOGRAPH-738B}", "a\x07b"])
def test_a_paper_is_made_whatever_is_written(client: SamsynClient, by: Actor, words: str) -> None:
    case = case_in(by, "paused")
    register(HoursNote, by=by, case=case, words=words)
    answer = client.get(at("pdf-summary", case))
    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF")
