"""What has happened on a case, by day, the newest first: what was registered, and what was put right."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samsyn.web.audit.models import AuditEvent
from samsyn.web.care.contents import CaseContents
from samsyn.web.care.kinds import KINDS, KINDS_BY_MODEL
from samsyn.web.care.models import Case, Registered, RegistryEntry
from samsyn.web.care.treatment import Treatment
from samsyn.web.care.words import ending_name, level_name

MOST_NOTED = 200


@dataclass(frozen=True)
class Event:
    """What, on which day, what came of it, who wrote it; and where its versions are read."""

    day: date
    title: str
    words: str = ""
    who: str = ""
    slug: str = ""  # of the registration's kind; empty where there is none to read
    thing: UUID | str = ""
    corrected: bool = False


def events_of(case: Case, contents: CaseContents, treatment: Treatment) -> list[tuple[date, list[Event]]]:
    """By day. A registration stands on the day it is about, a correction on the day it was made."""
    found = [*_beginning(case), *_before(contents), *_treatment(treatment), *_noted(case)]
    found.sort(key=lambda each: each.day, reverse=True)
    return [(day, list(of_day)) for day, of_day in groupby(found, key=lambda each: each.day)]


def _beginning(case: Case) -> Iterator[Event]:
    if case.referral and case.referral.sent_on:
        yield Event(case.referral.sent_on, _("Remiss mottagen"), _("Från %(unit)s") % {"unit": case.referral.from_unit})
    yield Event(case.opened_on, _("Ärendet öppnat"))


def _before(contents: CaseContents) -> Iterator[Event]:
    yield from _decided(contents)
    for each in contents.goals:
        for look in each.follow_ups:
            yield _of(look, look.day, _("Mål uppföljt"), f"{each.goal.text}: {look.get_result_display()}")
    for contact in contents.contacts:
        title = ", ".join(filter(None, [_("Kontakt om arbete"), contact.code]))
        yield _of(contact, contact.day, title, contact.with_whom)
    for entry in contents.registry:
        yield from _registry(entry)


def _decided(contents: CaseContents) -> Iterator[Event]:
    for assessment in contents.assessments:
        yield _of(assessment, assessment.day, _("Bedömning"), assessment.get_suitability_display())
    for decision in contents.decisions:
        yield _of(decision, decision.day, _("Nivåbeslut"), str(level_name(decision.level)))
    for plan in contents.plans:
        yield _of(plan, plan.day, _("Rehabiliteringsplan"))
    for ending in contents.endings:
        yield _of(ending, ending.day, _("Ärendet avslutat"), str(ending_name(ending.kind)))


def _registry(entry: RegistryEntry) -> Iterator[Event]:
    if entry.informed_on:
        words = _("Patienten motsätter sig registrering.") if entry.objected else ""
        yield _of(entry, entry.informed_on, _("Informerad om smärtregistret"), words)
    if entry.registered_on:
        yield _of(entry, entry.registered_on, _("Registrerad i smärtregistret"))


def _treatment(treatment: Treatment) -> Iterator[Event]:
    for row in treatment.visits:
        yield _of(row.visit, row.visit.day, pgettext("one", "Besök"), row.visit.get_kind_display())
    for conference in treatment.conferences:
        title = _("Avslutande teamkonferens") if conference.closing else _("Teamkonferens")
        yield _of(conference, conference.day, title)
    for pause in treatment.pauses:
        yield _of(pause, pause.first_day, _("Uppehåll börjar"), pause.reason)
        if pause.last_day:
            yield _of(pause, pause.last_day, _("Uppehållets sista dag"))
    if treatment.completion:
        yield _of(treatment.completion, treatment.completion.day, _("Behandlingen slutförd"))
    for copy in treatment.copies:
        if copy.sent_on:
            yield _of(copy, copy.sent_on, _("Kopia skickad"), copy.to_whom)


def _of(row: Registered, day: date, title: str, words: str = "") -> Event:
    slug = KINDS_BY_MODEL[type(row)].slug
    return Event(day, title, str(words), row.registered_by_name, slug, row.thing, row.place > 1)


def _noted(case: Case) -> Iterable[Event]:
    """What no registration tells of itself: who took the case, what was put right or taken away, and why."""
    rows = AuditEvent.objects.filter(
        object_kind=Case._meta.model_name, object_id=str(case.pk), unit_id=case.unit_id,
        action__in=("case.take", "case.correct"),
    )  # fmt: skip
    return map(_note, rows.order_by("-at", "-id")[:MOST_NOTED])


def _note(row: AuditEvent) -> Event:
    told = {name: after for name, (_before, after) in row.changes.items()}
    day = date.fromisoformat(told["noted_on"]) if told.get("noted_on") else localtime(row.at).date()
    if row.action == "case.take":
        return Event(day, _("Tog ansvar för ärendet"), who=row.user_name)
    kind = KINDS.get(told.get("registration") or "")
    title = _("Borttaget: %(what)s") if "withdrawn" in told else _("Rättat: %(what)s")
    what = str(kind.words).lower() if kind else ""
    slug, thing = (kind.slug, told.get("thing") or "") if kind else ("", "")
    return Event(day, title % {"what": what}, told.get("why") or "", row.user_name, slug, thing)
