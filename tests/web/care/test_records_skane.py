"""Another region's programme, from referral to completion: nothing but its guideline file says how it goes."""

import csv
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from samsyn.findings import Outcome
from samsyn.web.audit.clock import as_on
from samsyn.web.audit.refusal import Refusal
from samsyn.web.care.acts import assessing, completing, copying, deciding, opening, planning, visiting
from samsyn.web.care.judging import Checks, checks_of
from samsyn.web.care.models import Case, Screening, Suitability, VisitKind
from samsyn.web.patients.models import Patient
from samsyn.web.referrals.models import Referral
from tests.cli.calling import done
from tests.web.care.skane import LAST_DAY, LEVEL, NUMBERS, Skane, region_skane
from tests.web.conftest import see_everything

pytestmark = pytest.mark.django_db
SENT, FIRST_VISIT, BEGUN = date(2018, 11, 5), date(2018, 11, 26), date(2018, 12, 3)
_DAY = timedelta(days=1)


@pytest.fixture
def skane(db: None) -> Skane:
    see_everything()
    return region_skane()


def outcomes(checks: Checks) -> dict[str, str]:
    return {each.condition: each.outcome for each in checks.findings}


def fresh(case: Case) -> Case:
    return Case.across_units.select_related("team", "patient").get(pk=case.pk)


def opened(skane: Skane) -> Case:
    """A letter, answered, and the case opened at the first visit."""
    letter = skane.booked(skane.letter(SENT), SENT + 4 * _DAY, FIRST_VISIT)
    with as_on(FIRST_VISIT):
        return opening.open_from_referral(
            by=skane.clinician, referral_id=letter.pk, version=letter.version, opened_on=FIRST_VISIT
        )


def do(skane: Skane, case: Case, act: Any, on: date, /, **said: Any) -> Any:
    with as_on(on):
        return act(by=skane.clinician, case_id=case.pk, **said)


def begun(skane: Skane) -> Case:
    """Assessed, decided and planned; two visits a week from BEGUN until the end of the year."""
    case, by_version = opened(skane), lambda: {"version": fresh(case).version}
    do(
        skane, case, assessing.assess, FIRST_VISIT, **by_version(), day=FIRST_VISIT, professions=["physician"],
        minutes=60, diagnoses=["M545"], pain_onset=date(2017, 6, 1), investigated=True, not_yet_investigated="",
        screening=Screening.NOTHING, suitability=Suitability.SUITABLE, choice_signed_on=FIRST_VISIT, words="",
    )  # fmt: skip
    do(
        skane, case, deciding.decide_level, FIRST_VISIT + _DAY, **by_version(), day=FIRST_VISIT + _DAY, level=LEVEL,
        criteria=["mms-pain"], grounds="Enligt bedömningen.", professions=["physician"],
    )  # fmt: skip
    day = FIRST_VISIT + 2 * _DAY
    do(
        skane, case, planning.plan, day, **by_version(), day=day, signed_with_patient_on=day, problem="", work_plan="",
        follow_up_on=None,
    )  # fmt: skip
    for week in range(4):
        visited(skane, case, BEGUN + timedelta(weeks=week))
    return case


def visited(skane: Skane, case: Case, day: date) -> None:
    do(
        skane, case, visiting.register_visit, day, day=day, procedures=["MMSVISIT"], kind=VisitKind.INDIVIDUAL,
        professions=["physiotherapist"], minutes=60, diagnoses=["M545"], words="",
    )  # fmt: skip


def completed(skane: Skane, case: Case, day: date) -> None:
    with as_on(day):
        seen = completing.fingerprint(completing.findings_now(fresh(case), by=skane.clinician))
        completing.complete(
            by=skane.clinician, case_id=case.pk, version=fresh(case).version, seen=seen, day=day, acknowledged=True,
            procedures=["MMSFINISH"], professions=["physician"], minutes=60, diagnoses=["M545"], words="",
        )  # fmt: skip


def test_the_clock_of_the_letter_is_a_month(skane: Skane) -> None:
    assert skane.letter(SENT).first_visit_due == date(2018, 12, 5)


def test_from_referral_to_completion_after_the_last_day(skane: Skane, tmp_path: Path) -> None:
    case = begun(skane)
    with as_on(date(2019, 1, 7)):  # five weeks
        checks = checks_of(fresh(case), by=skane.clinician)
        assert outcomes(checks)["programme-length"] == Outcome.NOT_MET
        assert checks.decision == "denied"
    visited(skane, case, date(2019, 1, 8))
    end = date(2019, 1, 15)
    with as_on(end):
        checks = checks_of(fresh(case), by=skane.clinician)
    told = outcomes(checks)
    assert {told[each] for each in ("programme-length", "choice-signed", "screened", "investigated", "age")} == {"met"}
    assert told["team-accredited"] == Outcome.MET
    assert told["in-force"] == Outcome.UNKNOWN  # no source says which amount held when
    assert (checks.decision, checks.amount_ore) == ("review", None)
    completed(skane, case, end)
    do(
        skane, case, copying.send_copy, end + _DAY, version=fresh(case).version, consent=True,
        to_whom="Vårdcentralen Backaby", sent_on=end + _DAY,
    )  # fmt: skip
    with as_on(end + _DAY):
        final = checks_of(fresh(case), by=skane.clinician)
        call_command("export_registrations", tmp_path / "extract")
    see_everything()
    assert outcomes(final)["copy-sent"] == Outcome.MET
    assert final.judged.series is not None
    as_of = (end + _DAY).isoformat()
    done("adjudicate", tmp_path / "extract", "--out", tmp_path / "out", "--as-of", as_of, "--quiet")
    series, findings = (_rows(tmp_path / "out" / f"{name}.csv") for name in ("series", "findings"))
    assert [(row["guideline"], row["start"], row["end"], row["decision"]) for row in series] == [
        ("skane-mms", BEGUN.isoformat(), end.isoformat(), "review")
    ]
    assert [(row["condition"], row["outcome"]) for row in findings] == list(outcomes(final).items())


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_without_the_signed_choice_it_is_not_paid(skane: Skane) -> None:
    case = opened(skane)
    with as_on(FIRST_VISIT):
        assessing.assess(
            by=skane.clinician, case_id=case.pk, version=fresh(case).version, day=FIRST_VISIT, professions=[],
            diagnoses=["M545"], investigated=True, suitability=Suitability.SUITABLE, screening=Screening.NOT_DONE,
        )  # fmt: skip
        told = outcomes(checks_of(fresh(case), by=skane.clinician))
    assert told["choice-signed"] == told["screened"] == Outcome.NOT_MET


def test_the_last_letters_are_taken_and_no_more(skane: Skane) -> None:
    assert skane.letter(LAST_DAY).state == "sent"
    with pytest.raises(Refusal) as refused:
        skane.letter(LAST_DAY + _DAY, NUMBERS[1])
    assert "2018-12-31" in str(refused.value.words)
    assert "Avslutad per 2018-12-31" in str(refused.value.words)
    assert Referral.across_units.count() == 1
    patient = Patient.across_units.filter(unit_id=skane.referrer.unit_id).first()
    assert patient is not None


def test_a_letter_sent_in_time_may_lead_to_a_case_afterwards(skane: Skane) -> None:
    day = LAST_DAY + 10 * _DAY
    letter = skane.booked(skane.letter(LAST_DAY), LAST_DAY + _DAY, day)
    with as_on(day):
        case = opening.open_from_referral(
            by=skane.clinician, referral_id=letter.pk, version=letter.version, opened_on=day
        )
        assert case.state == "assessment"
        with pytest.raises(Refusal):
            opening.open_case(
                by=skane.clinician, patient=fresh(case).patient, team=skane.team, opened_on=day, reason="Utan remiss."
            )
