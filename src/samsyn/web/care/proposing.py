"""What a form proposes: the codes that the guideline asks for that day, and what was registered last."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import get_language

from samsyn.guidelines import Role
from samsyn.web.audit.actor import Actor
from samsyn.web.care.models import Case
from samsyn.web.care.rules import codes_with, guideline_of
from samsyn.web.directory import rules


@dataclass(frozen=True)
class Proposal:
    """What a form begins with; every part of it can be changed."""

    diagnoses: tuple[str, ...] = ()
    procedures: tuple[str, ...] = ()


def propose_visit(case: Case, day: date, *, by: Actor) -> Proposal:
    """The level's ongoing code, and the patient's last diagnoses. Codes for coordination are never among them."""
    last = last_diagnoses([case.pk], by=by).get(case.pk, ())
    return Proposal(diagnoses=last, procedures=code_for(Role.ONGOING, case, day))


def propose_completion(case: Case, day: date, *, by: Actor) -> Proposal:
    """The level's completion code, and the patient's last diagnoses."""
    last = last_diagnoses([case.pk], by=by).get(case.pk, ())
    return Proposal(diagnoses=last, procedures=code_for(Role.COMPLETION, case, day))


def code_for(role: Role, case: Case, day: date) -> tuple[str, ...]:
    """The code with that role at the case's level that day, one; none where the programme has not begun."""
    guideline = guideline_of(case, day)
    return guideline.codes_for(role, case.level)[:1] if guideline else ()


def codes_at(case: Case, *roles: Role) -> frozenset[str]:
    """The codes that have one of the roles at the case's level under any of its programme's guidelines."""
    own = [each for each in rules.register().guidelines if each.programme == case.programme]
    return frozenset(code for each in own for role in roles for code in each.codes_for(role, case.level))


def codes_of_any_level(*roles: Role) -> frozenset[str]:
    """The codes that have one of the roles at some level of some guideline."""
    guidelines = rules.register().guidelines
    return frozenset(each.code.text for guideline in guidelines for each in guideline.codes if each.role in roles)


def codes_beside(case: Case) -> frozenset[str]:
    """Ongoing and completion codes of other levels: they would begin or close another series."""
    return codes_of_any_level(Role.ONGOING, Role.COMPLETION) - codes_at(case, Role.ONGOING, Role.COMPLETION)


def code_in_words(role: Role, case: Case, day: date) -> str:
    """The code with what the guideline calls it: “UV110: Pågående behandling, nivå 1”; nothing where there is none."""
    language = "en" if get_language() == "en" else "sv"
    codes = codes_with(role, case, day, case.level)[:1] if case.level else []
    return "".join(f"{each.code}: {each.label[language]}" for each in codes)


def last_diagnoses(cases: Iterable[UUID], *, by: Actor) -> dict[UUID, tuple[str, ...]]:
    """By case, the diagnoses of the latest visit, completion or assessment that has any."""
    found: dict[UUID, tuple[date, tuple[str, ...]]] = {}
    own = Case.at(by).filter(pk__in=list(cases))
    for kind in _DIAGNOSED:  # read from the case, whose index is the short way to its few rows
        current = own.filter(**{f"{kind}__replaced_by__isnull": True, f"{kind}__withdrawn": False})
        rows = current.order_by(f"{kind}__day", f"{kind}__registered_at")
        for case_id, day, diagnoses in rows.values_list("pk", f"{kind}__day", f"{kind}__diagnoses"):
            if diagnoses and day >= found.get(case_id, (date.min,))[0]:
                found[case_id] = (day, tuple(diagnoses))
    return {case_id: diagnoses for case_id, (_day, diagnoses) in found.items()}


_DIAGNOSED = ("assessments", "visits", "completions")  # of the same day, the later in the row counts
