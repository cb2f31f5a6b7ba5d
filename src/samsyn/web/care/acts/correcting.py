"""Putting right what is registered, or taking it away: always a new version, with who, when and why."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.refusal import Refusal
from samsyn.web.care.acts import registering
from samsyn.web.care.acts.deciding import follow_level
from samsyn.web.care.acts.holding import hold_case, step
from samsyn.web.care.acts.trail import note
from samsyn.web.care.contents import current
from samsyn.web.care.kinds import Kind
from samsyn.web.care.models import Case, Completion, Ending, LevelDecision, Registered


def correct_registration(
    *, by: Actor, case_id: UUID, kind: Kind, thing: UUID, version: int, why: str, said: dict[str, Any]
) -> Registered:
    """Write it again as it should have been. What follows from it on the case follows the correction."""
    case = hold_case("case.correct", by=by, case_id=case_id)
    row = _as_read(case, kind, thing, version)
    kind.check(case, **_as_it_will_stand(row, said))
    step(case, "case.correct", *_follow(case, kind, said, by=by))
    corrected = registering.correct(row, by=by, case=case, why=why, **said)
    _note(case, kind, row, corrected, by=by, why=why)
    return corrected


def withdraw_registration(*, by: Actor, case_id: UUID, kind: Kind, thing: UUID, version: int, why: str) -> None:
    """Say that it never should have been there. Its versions can still be read."""
    case = hold_case("case.correct", by=by, case_id=case_id)
    row = _as_read(case, kind, thing, version)
    _check_nothing_rests(case, kind)
    step(case, "case.correct", *_without(case, row, by=by))
    registering.withdraw(row, by=by, case=case, why=why)
    note(
        "case.correct",
        by=by,
        on=case,
        registration=(None, kind.slug),
        thing=(None, row.thing),
        withdrawn=(None, True),
        why=(None, why),
    )


def _as_read(case: Case, kind: Kind, thing: UUID, version: int) -> Registered:
    """The version that counts; a Refusal where it is not the one whose words the reader had before them."""
    row: Registered | None = kind.model.current(_of_kind(case, kind).filter(thing=thing)).first()
    if row is None:
        raise Refusal(_("Registreringen är redan borttagen."))
    if row.place != version:
        raise Refusal(_("Någon har rättat detta sedan du öppnade sidan. Ladda om den och se vad som gäller nu."))
    return row


def _as_it_will_stand(row: Registered, said: dict[str, Any]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in registering.said_fields(type(row))} | said


def _check_nothing_rests(case: Case, kind: Kind) -> None:
    if kind.stays:
        raise Refusal(_("Det kan rättas men inte tas bort."))
    if kind.rests and not case.is_over and kind.model.current(_of_kind(case, kind)).count() == 1:
        raise Refusal(_("Ärendet vilar på den här registreringen. Rätta den i stället, eller avsluta ärendet."))


def _of_kind(case: Case, kind: Kind) -> Any:
    return getattr(case, f"{kind.model._meta.model_name}s").all()


def _follow(case: Case, kind: Kind, said: dict[str, Any], *, by: Actor) -> list[str]:
    """What stands on the case too follows; the names of its fields that do."""
    if kind.model is LevelDecision:
        follow_level(case, said["level"], by=by)
        return ["level", "team"]
    if kind.model in (Ending, Completion):
        case.closed_on = said["day"]
        return ["closed_on"]
    return []


def _without(case: Case, row: Registered, *, by: Actor) -> list[str]:
    """Without the latest decision the one before it holds again; the names of the case's fields that follow."""
    left = [each for each in current(case, LevelDecision, "day") if each.thing != row.thing]
    if not isinstance(row, LevelDecision) or not left:
        return []
    follow_level(case, left[-1].level, by=by)
    return ["level", "team"]


def _note(case: Case, kind: Kind, before: Registered, after: Registered, *, by: Actor, why: str) -> None:
    names = registering.said_fields(kind.model)
    changes = {name: (getattr(before, name), getattr(after, name)) for name in names}
    differing = {name: pair for name, pair in changes.items() if pair[0] != pair[1]}
    told = {"registration": (None, kind.slug), "thing": (None, after.thing), "why": (None, why)}
    note("case.correct", by=by, on=case, **told, **differing)
