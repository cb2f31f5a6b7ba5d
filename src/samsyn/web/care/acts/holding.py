"""Taking hold of the case that an act is about: locked, as it stands now, and in a state that allows the step."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samsyn.pathway.case_states import CASE
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.refusal import Refusal
from samsyn.web.care.acts.keeping import keep_columns
from samsyn.web.care.models import Case
from samsyn.web.care.words import state_name
from samsyn.web.people.acting import check_state


def hold_case(action: str, *, by: Actor, case_id: UUID, version: int | None = None) -> Case:
    """The unit's own case, locked until the transaction ends; a Refusal if it has changed since the form was shown."""
    case: Case | None = Case.at(by).select_for_update().filter(pk=case_id).first()
    if case is None:
        raise Refusal(_("Ärendet finns inte på din enhet."))
    check_state(action, case.state, state_name(case.state))
    if version is not None and version != case.version:
        raise Refusal(
            _("Någon har ändrat i ärendet sedan du öppnade sidan. Ladda om den, se vad som är nytt och försök igen.")
        )
    return case


def step(case: Case, action: str, *fields: str) -> None:
    """Take the step in the table of states, and save it with the fields as a new version of the case."""
    case.state = CASE.after(action, case.state)
    case.version += 1
    case.save(update_fields=["state", "version", *fields])
    if case.is_over:
        keep_columns(case)
