"""The two papers: the plan that the patient takes home, and the summary of the whole case."""

from django.utils.translation import gettext as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.care.contents import CaseContents, contents_of
from samsyn.web.care.models import Case
from samsyn.web.care.printed import sections
from samsyn.web.care.printed.document import Document, iso
from samsyn.web.care.treatment import treatment_of
from samsyn.web.care.words import state_name


def plan_paper(case: Case, *, by: Actor) -> Document:
    """The plan with its goals, and lines to sign on."""
    contents = contents_of(case)
    return Document.of(
        title=_("Rehabiliteringsplan"),
        sections=[
            sections.plan(contents),
            sections.goals(contents.goals),
            sections.work_contacts(contents.contacts),
        ],
        signatures=[_("Patientens underskrift och datum"), _("Teamets underskrift och datum")],
        **_head(case, contents, by),
    )


def summary_paper(case: Case, *, by: Actor) -> Document:
    """Everything that counts on the case, in the order of the way."""
    contents = contents_of(case)
    treatment = treatment_of(case, contents, by=by)
    return Document.of(
        title=_("Sammanfattning av ärendet"),
        sections=[
            sections.assessment(contents),
            sections.decision(contents),
            sections.plan(contents),
            sections.goals(contents.goals),
            sections.work_contacts(contents.contacts),
            sections.visits(treatment),
            sections.conferences(treatment),
            sections.pauses(treatment),
            sections.completion(contents),
        ],
        signatures=[],
        **_head(case, contents, by),
    )


def _head(case: Case, contents: CaseContents, by: Actor) -> dict[str, object]:
    decided = contents.decision.level if contents.decision else ""
    facts = [
        (_("Ärende"), case.number),
        (_("Enhet"), by.unit_name),
        (_("Team"), case.team.name),
        (_("Nivå"), decided or "–"),
        (_("Öppnat"), iso(case.opened_on)),
        (_("Läge"), str(state_name(case.state))),
        (_("Ansvarig"), case.responsible.name if case.responsible else "–"),
    ]
    made = _("Utskrivet %(day)s av %(who)s, %(unit)s") % {"day": today(), "who": by.name, "unit": by.unit_name}
    patient = case.patient
    return {"name": patient.name, "number": patient.main_identity.display, "facts": facts, "made": made}
