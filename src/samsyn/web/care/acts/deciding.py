"""The decision on level: by which of the guideline's criteria, and why."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.guidelines import SPECIALIST
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.care.acts.holding import hold_case, step
from samsyn.web.care.acts.registering import register
from samsyn.web.care.acts.trail import note
from samsyn.web.care.contents import current
from samsyn.web.care.models import Assessment, Case, LevelDecision, Suitability
from samsyn.web.care.rules import guideline_of
from samsyn.web.directory.models import Team


def decide_level(
    *, by: Actor, case_id: UUID, version: int, day: date, level: str, criteria: Sequence[str], grounds: str,
    professions: Sequence[str],
) -> LevelDecision:  # fmt: skip
    """Decide. The case follows to the unit's team at that level, where it has one."""
    case = hold_case("case.decide-level", by=by, case_id=case_id, version=version)
    check_decision(case, day=day, level=level, criteria=criteria)
    before = case.level
    follow_level(case, level, by=by)
    step(case, "case.decide-level", "level", "team")
    made = register(
        LevelDecision, by=by, case=case, day=day, level=level, criteria=list(criteria), grounds=grounds,
        professions=list(professions),
    )  # fmt: skip
    note("case.decide-level", by=by, on=case, day=(None, day), level=(before or None, level), grounds=(None, grounds))
    return made


def check_decision(case: Case, *, day: date, level: str, criteria: Sequence[str], **_said: object) -> None:
    """Refuse a level that the assessment does not lead to, or that the guideline does not know."""
    if day > today():
        raise Refusal(_("Dagen har inte varit än. Skriv en dag till och med i dag."), field="day")
    guideline = guideline_of(case, day)
    if level != SPECIALIST and (guideline is None or level not in guideline.levels):
        raise Refusal(_("Riktlinjen som gäller den dagen har inte den nivån."), field="level")
    if set(criteria) - {each.id for each in guideline.criteria} if guideline else criteria:
        raise Refusal(_("Riktlinjen som gäller den dagen har inte de kriterierna. Ladda om sidan."), field="criteria")
    _check_assessment(case, day, level)


def follow_level(case: Case, level: str, *, by: Actor) -> None:
    """The level stands on the case too, and the unit's own team at it; without one the team stays."""
    case.level = level
    if level not in (case.team.level, SPECIALIST):
        own = Team.at(by).filter(unit_id=case.unit_id, programme=case.programme, level=level)
        case.team = own.order_by("sort_key", "id").first() or case.team


def _check_assessment(case: Case, day: date, level: str) -> None:
    assessments = current(case, Assessment, "day")
    if not assessments:
        raise Refusal(_("Det finns ingen bedömning. Gör den först."))
    latest = assessments[-1]
    if day < latest.day:
        raise Refusal(_("Bedömningen gjordes %(day)s. Beslutet tas efter den.") % {"day": latest.day}, field="day")
    if latest.suitability == Suitability.SPECIALIST and level != SPECIALIST:
        raise Refusal(
            _("Bedömningen säger att patienten behöver specialistmottagning. Välj det, eller rätta bedömningen först."),
            field="level",
        )
    if latest.suitability in (Suitability.NOT_YET, Suitability.NOT_SUITABLE):
        raise Refusal(
            _("Bedömningen är ”%(found)s”. Gör en ny bedömning eller rätta den, eller avsluta ärendet.")
            % {"found": latest.get_suitability_display()}
        )
