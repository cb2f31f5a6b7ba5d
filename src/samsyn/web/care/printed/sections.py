"""The parts of a case as sections of a paper."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from samsyn.web.care.contents import CaseContents, GoalSeen
from samsyn.web.care.forms.codes import diagnoses_in_words
from samsyn.web.care.models import WorkContact
from samsyn.web.care.printed.document import Section, Table, filled, iso
from samsyn.web.care.templatetags.treatment import clock
from samsyn.web.care.treatment import Treatment
from samsyn.web.directory.words import word


def professions(names: Iterable[str]) -> str:
    """Who took part."""
    return ", ".join(word(name) for name in names)


def assessment(contents: CaseContents) -> Section | None:
    """What the team found before it began."""
    found = contents.assessment
    if found is None:
        return None
    facts = [
        (_("Datum"), iso(found.day)),
        (_("Deltagare"), professions(found.professions)),
        (_("Diagnoser"), diagnoses_in_words(found.diagnoses)),
        (_("Smärtan började"), iso(found.pain_onset)),
        (_("Bedömning"), str(found.get_suitability_display())),
        (_("Screening"), str(found.get_screening_display())),
        (_("Återstår att utreda"), found.not_yet_investigated),
    ]
    return Section(_("Bedömning"), filled(facts), [found.words] if found.words else [])


def decision(contents: CaseContents) -> Section | None:
    """Which level, and why."""
    found = contents.decision
    if found is None:
        return None
    facts = [(_("Datum"), iso(found.day)), (_("Nivå"), found.level), (_("Deltagare"), professions(found.professions))]
    return Section(_("Nivåbeslut"), filled(facts), [found.grounds])


def plan(contents: CaseContents) -> Section | None:
    """What patient and team have agreed on."""
    found = contents.plan
    if found is None:
        return None
    facts = [
        (_("Upprättad"), iso(found.day)),
        (_("Undertecknad med patienten"), iso(found.signed_with_patient_on)),
        (_("Planen följs upp"), iso(found.follow_up_on)),
        (_("Patientens egen beskrivning"), found.problem),
        (_("Arbete: vad som planeras"), found.work_plan),
    ]
    return Section(_("Rehabiliteringsplan"), filled(facts))


def goals(seen: Sequence[GoalSeen]) -> Section:
    """Each goal: how it is measured, who is responsible, how far the patient has come."""
    head = [_("Mål"), _("Hur det mäts"), _("Läget nu"), _("Målvärde"), _("Ansvarig"), _("Följs upp"), _("Resultat")]
    return Section(_("Mål"), tables=[Table(_("Mål i planen"), head, [_goal(each) for each in seen])])


def work_contacts(contacts: Sequence[WorkContact]) -> Section:
    """Contacts with the employer and others about work."""
    head = [_("Datum"), _("Kod"), _("Med vem"), _("Vad som bestämdes")]
    rows = [[iso(each.day), each.code, each.with_whom, each.words] for each in contacts]
    return Section(_("Kontakter om arbete"), tables=[Table(_("Kontakter om arbete"), head, rows)])


def visits(treatment: Treatment) -> Section:
    """Every visit in order, and the sum."""
    head = [_("Datum"), _("Form"), _("Deltagare"), _("Tid"), _("Diagnoser"), _("Koder")]
    rows = [
        [
            iso(row.visit.day),
            str(row.visit.get_kind_display()),
            professions(row.visit.professions),
            clock(row.visit.minutes),
            diagnoses_in_words(row.visit.diagnoses),
            ", ".join(row.visit.procedures),
        ]
        for row in reversed(treatment.visits)
    ]
    hours = treatment.hours
    total = [(_("Tid sammanlagt"), clock(hours.minutes))] if rows else []
    notes = [_("Skäl till att timmarna avviker: %(words)s") % {"words": note.words} for note in treatment.hours_notes]
    return Section(_("Besök"), total, notes, [Table(_("Besök"), head, rows)])


def conferences(treatment: Treatment) -> Section:
    """Team conferences and pauses."""
    head = [_("Datum"), _("Deltagare"), _("Vad som bestämdes")]
    rows = [[iso(each.day), professions(each.professions), each.decided] for each in reversed(treatment.conferences)]
    return Section(_("Teamkonferenser"), tables=[Table(_("Teamkonferenser"), head, rows)])


def pauses(treatment: Treatment) -> Section:
    """When the treatment stood still, and why."""
    head = [_("Från och med"), _("Till och med"), _("Skäl")]
    rows = [[iso(each.first_day), iso(each.last_day), each.reason] for each in reversed(treatment.pauses)]
    return Section(_("Uppehåll"), tables=[Table(_("Uppehåll"), head, rows)])


def completion(contents: CaseContents) -> Section | None:
    """How the treatment was closed; how the case ended, where it was not."""
    done, ended = contents.completion, contents.ending
    if done is not None:
        facts = [
            (_("Datum"), iso(done.day)),
            (_("Deltagare"), professions(done.professions)),
            (_("Diagnoser"), diagnoses_in_words(done.diagnoses)),
            (_("Koder"), ", ".join(done.procedures)),
            (_("Avslutad av"), done.registered_by_name),
        ]
        return Section(_("Avslut"), filled(facts), [done.words] if done.words else [])
    if ended is not None:
        return Section(_("Ärendet avslutades utan slutförd behandling"), [(_("Datum"), iso(ended.day))], [ended.reason])
    return None


def _goal(seen: GoalSeen) -> list[str]:
    goal = seen.goal
    looks = [f"{iso(each.day)}: {each.get_result_display()}" for each in seen.follow_ups]
    row = [goal.text, goal.measure, goal.baseline, goal.target, word(goal.profession), iso(goal.due_on)]
    return [*row, "; ".join(looks)]
