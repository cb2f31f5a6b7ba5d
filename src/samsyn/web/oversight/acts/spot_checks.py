"""Making, judging and finishing a spot check. A finished one is never edited; the database itself refuses it."""

import uuid
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import now
from samsyn.web.audit.refusal import Refusal
from samsyn.web.audit.trail import leave_event
from samsyn.web.oversight.drawing import Drawn, drawn, facts_of, rows_of
from samsyn.web.oversight.models import CheckState, Outcome, SpotCheck, SpotCheckItem
from samsyn.web.people.acting import check_state


def checks_of(by: Actor) -> QuerySet[SpotCheck]:
    """The spot checks of the actor's provider, the latest period first."""
    return SpotCheck.objects.filter(provider_id=by.provider_id).order_by("-first_day", "-last_day")


def make_check(*, by: Actor, first_day: date, last_day: date, sample_size: int, seed: str = "") -> SpotCheck:
    """Draw the readings of a period that has ended. A period can be checked once: its check is then gone on with."""
    rows = rows_of(first_day, last_day, by=by)
    seed = seed or uuid.uuid4().hex
    found, readings = drawn(rows, facts_of(rows, by=by), seed=seed, sample_size=sample_size)
    check = SpotCheck(
        provider_id=by.provider_id,
        first_day=first_day,
        last_day=last_day,
        seed=seed,
        sample_size=sample_size,
        readings=readings,
        made_at=now(),
        made_by=by.name,
    )
    try:
        with transaction.atomic():
            check.save(force_insert=True)
    except IntegrityError:
        raise Refusal(_("Det finns redan ett stickprov som börjar den dagen. Fortsätt med det.")) from None
    SpotCheckItem.objects.bulk_create(_item(check, place, each) for place, each in enumerate(found, start=1))
    leave_event(action="spot-check.make", by=by, on=check, changes=_made(check, len(found)))
    return check


def judge_item(*, by: Actor, item: SpotCheckItem, outcome: str, words: str) -> None:
    """Write down what was found of a reading; until the check is finished it can be judged anew."""
    check = _locked(item.check_made_id, by)
    check_state("spot-check.judge", check.state, check.get_state_display())
    if outcome != Outcome.IN_ORDER and not words.strip():
        raise Refusal(_("Skriv vad som kom fram."), field="words")
    item = SpotCheckItem.objects.select_for_update().get(pk=item.pk)
    pairs = {"outcome": (item.outcome or None, outcome), "words": (item.words or None, words or None)}
    changes = {field: pair for field, pair in pairs.items() if pair[0] != pair[1]}
    item.outcome, item.words, item.judged_at, item.judged_by = outcome, words, now(), by.name
    item.save(update_fields=["outcome", "words", "judged_at", "judged_by"])
    leave_event(action="spot-check.judge", by=by, on=item, changes=changes)


def finish_check(*, by: Actor, check: SpotCheck) -> None:
    """Close the check, when all of it has been judged."""
    check = _locked(check.pk, by)
    check_state("spot-check.finish", check.state, check.get_state_display())
    left = next_place(check)
    if left is not None:
        raise Refusal(_("Allt är inte bedömt än. Nästa att bedöma är nummer %(place)d.") % {"place": left})
    check.state, check.finished_at, check.finished_by = CheckState.FINISHED, now(), by.name
    check.save(update_fields=["state", "finished_at", "finished_by"])
    states = (CheckState.OPEN.value, CheckState.FINISHED.value)
    leave_event(action="spot-check.finish", by=by, on=check, changes={"state": states})


def next_place(check: SpotCheck, after: int = 0) -> int | None:
    """The place of the next reading that nobody has judged: after that place, else from the beginning."""
    left = check.items.filter(outcome="").order_by("place").values_list("place", flat=True)
    following = left.filter(place__gt=after).first()
    return left.first() if following is None else following


def _locked(check_id: uuid.UUID, by: Actor) -> SpotCheck:
    return SpotCheck.objects.select_for_update().get(pk=check_id, provider_id=by.provider_id)


def _item(check: SpotCheck, place: int, each: Drawn) -> SpotCheckItem:
    return SpotCheckItem(
        check_made=check,
        provider_id=check.provider_id,
        place=place,
        user_id=each.user_id,
        user_name=each.user_name,
        patient_id=each.patient_id,
        day=each.day,
        entries=[str(entry) for entry in each.entries],
        rules=each.rules,
    )


def _made(check: SpotCheck, items: int) -> dict[str, tuple[None, object]]:
    told = {field: (None, getattr(check, field)) for field in ("first_day", "last_day", "sample_size", "seed")}
    return {**told, "readings": (None, check.readings), "items": (None, items)}
