"""Which function answers which kind of condition."""

from collections.abc import Callable
from typing import Any

from samsyn.adjudication.answer import Answer
from samsyn.adjudication.conditions import patient, payment, referral, registration, team, treatment
from samsyn.guidelines import Condition, Guideline, checks

_ANSWERS: dict[type, Callable[[Any, Guideline], Answer]] = {
    checks.InForce: payment.in_force,
    checks.OngoingCoded: registration.ongoing_coded,
    checks.Age: patient.age,
    checks.DiagnosisListed: patient.diagnosis_listed,
    checks.DiagnosisEveryVisit: patient.diagnosis_every_visit,
    checks.PainDuration: patient.pain_duration,
    checks.Attested: registration.attested,
    checks.AssessmentCoded: registration.assessment_coded,
    checks.CompletionUnit: registration.completion_unit,
    checks.TeamAccredited: team.team_accredited,
    checks.NrsConnected: team.nrs_connected,
    checks.NrsRegistered: team.nrs_registered,
    checks.TreatmentGap: treatment.treatment_gap,
    checks.CareLevel: team.care_level,
    checks.Hours: treatment.hours,
    checks.Multiprofessional: treatment.multiprofessional,
    checks.ProgrammeLength: treatment.programme_length,
    checks.PriceBasis: payment.price_basis,
    checks.WorkContact: registration.work_contact,
    checks.SameYear: treatment.same_year,
    checks.DuplicateCompletion: registration.duplicate_completion,
    checks.DiagnosisGiven: referral.diagnosis_given,
    checks.LintonGiven: referral.linton_given,
    checks.LintonAbove: referral.linton_above,
    checks.ReferralCodeGiven: referral.referral_code_given,
    checks.ChosenByPatient: referral.chosen_by_patient,
    checks.LongSickLeave: referral.long_sick_leave,
    checks.EarlierTreatment: referral.earlier_treatment,
    checks.QuestionAsked: referral.question_asked,
}


def answer(condition: Condition, guideline: Guideline) -> Answer:
    """The condition as expressions, with the guideline's parameters in it."""
    return _ANSWERS[type(condition.check)](condition.check, guideline)
