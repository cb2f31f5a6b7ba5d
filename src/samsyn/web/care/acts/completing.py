"""The closing act: on what one has read, with the day and the code that close the series. Nothing else closes it."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.findings import Outcome
from samsyn.guidelines import Role
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.care.acts.holding import hold_case, step
from samsyn.web.care.acts.registering import register
from samsyn.web.care.acts.trail import note
from samsyn.web.care.judging import checks_of
from samsyn.web.care.models import Case, Completion
from samsyn.web.care.proposing import code_for, codes_beside
from samsyn.web.care.told import Told


def complete(
    *, by: Actor, case_id: UUID, version: int, seen: str, day: date, acknowledged: bool = False, **said: Any
) -> Completion:
    """Close the series. What binds and is not met forbids nothing, but whoever closes has read it and says so."""
    case = hold_case("case.complete", by=by, case_id=case_id, version=version)
    check_completion(case, day=day, procedures=said["procedures"])
    findings = findings_now(case, by=by)
    if fingerprint(findings) != seen:
        raise Refusal(_("Det som kontrolleras har ändrats sedan du öppnade sidan. Läs kontrollen igen och avsluta då."))
    if denied_by(findings) and not acknowledged:
        raise Refusal(
            _("Bekräfta att behandlingen avslutas fast ersättning nekas, eller åtgärda det först."),
            field="acknowledged",
        )
    completion = register(Completion, by=by, case=case, day=day, findings=_kept(findings), **said)
    case.closed_on = day
    step(case, "case.complete", "closed_on")
    note("case.complete", by=by, on=case, day=(None, day), denied_by=(None, ", ".join(_ids(denied_by(findings)))))
    return completion


def check_completion(case: Case, *, day: date, procedures: Sequence[str], **_said: Any) -> None:
    """Refuse what cannot be: nothing to close, a day that cannot be the last, a code that closes nothing."""
    if case.started_on is None:
        raise Refusal(
            _("Det finns inget besök med nivåns kod, alltså ingen behandling att avsluta. Avsluta ärendet utan det.")
        )
    if day > today():
        raise Refusal(_("Dagen har inte varit än. Skriv en dag till och med i dag."), field="day")
    if case.last_visit_on and day < case.last_visit_on:
        raise Refusal(
            _("Det senaste besöket var %(day)s. Avslutet är den dagen eller senare.") % {"day": case.last_visit_on},
            field="day",
        )
    if day < case.opened_on:
        raise Refusal(_("Ärendet öppnades %(day)s. Avslutet är senare.") % {"day": case.opened_on}, field="day")
    _check_codes(case, day, procedures)


def findings_now(case: Case, *, by: Actor) -> list[Told]:
    """The checks as if the case were completed today, as they are shown."""
    return list(checks_of(case, by=by).findings)


def fingerprint(findings: Sequence[Told]) -> str:
    """Changes when anything that was found does."""
    found = [(each.condition, each.force, each.outcome, each.observed) for each in findings]
    return hashlib.sha256(json.dumps(found).encode()).hexdigest()[:16]


def denied_by(findings: Sequence[Told]) -> list[Told]:
    """The conditions for which the series would not be paid."""
    return [each for each in findings if each.is_binding and each.outcome == Outcome.NOT_MET]


def _check_codes(case: Case, day: date, procedures: Sequence[str]) -> None:
    wanted = code_for(Role.COMPLETION, case, day)
    if not set(wanted) <= set(procedures):
        raise Refusal(
            _("Koden %(code)s avslutar behandlingen på nivån. Skriv den.") % {"code": ", ".join(wanted)},
            field="procedures",
        )
    wrong = sorted(codes_beside(case) & set(procedures))
    if wrong:
        raise Refusal(_("%(code)s hör till en annan nivå.") % {"code": ", ".join(wrong)}, field="procedures")


def _kept(findings: Sequence[Told]) -> list[dict[str, str]]:
    """As they were shown, with mark and word: the page draws them again without asking anything."""
    return [asdict(each) | {"mark": each.mark, "word": str(each.mark_word)} for each in findings]


def _ids(findings: Sequence[Told]) -> list[str]:
    return [each.condition for each in findings]
