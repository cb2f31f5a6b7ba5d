"""What must have been said before a patient is shown: that reading is logged, and why a protected record is opened.

Kept in the session. A record stays opened for a quarter of an hour; each read of it within that time is logged with the
reason that was written.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views import View

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import now
from samsyn.web.audit.reading import give_reason
from samsyn.web.patients.models import Patient, Protection

OPEN_FOR_SECONDS = 15 * 60
_TOLD, _OPENED = "told_of_access_log", "opened_patients"


def remember_told(request: HttpRequest) -> None:
    """The reader has been told that access is logged; until the next log-in they need not be told again."""
    request.session[_TOLD] = True


def has_been_told(request: HttpRequest) -> bool:
    """Whether the reader knows."""
    return bool(request.session.get(_TOLD))


def open_record(request: HttpRequest, patient_id: UUID, reason: str) -> None:
    """Let the reader, in this assignment, see the protected record for a while."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    until = now().timestamp() + OPEN_FOR_SECONDS
    opened = {**request.session.get(_OPENED, {}), str(patient_id): [str(actor.assignment_id), until, reason]}
    request.session[_OPENED] = {key: each for key, each in opened.items() if each[1] > now().timestamp()}


def reason_to_read(request: HttpRequest, patient_id: UUID) -> str | None:
    """The reason written for opening the record, if its time has not run out; None: it is not open."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    assignment, until, reason = request.session.get(_OPENED, {}).get(str(patient_id), ("", 0.0, ""))
    return reason if assignment == str(actor.assignment_id) and until > now().timestamp() else None


def detour(request: HttpRequest, *patient_ids: UUID) -> str | None:
    """Where the reader must go first, if anywhere, before these records are loaded."""
    here = urlencode({"next": request.path})
    if not has_been_told(request):
        return f"{reverse('patients:notice')}?{here}"
    for patient_id in patient_ids:
        if _is_protected(request, patient_id):
            reason = reason_to_read(request, patient_id)
            if reason is None:
                return f"{reverse('patients:open-protected', args=[patient_id])}?{here}"
            give_reason(reason)
    return None


def _is_protected(request: HttpRequest, patient_id: UUID) -> bool:
    """Asked without loading the record: what is not loaded is not read."""
    own = Patient.at(request.actor)  # type: ignore[attr-defined]
    return own.filter(pk=patient_id).exclude(protection=Protection.NONE).exists()


class Careful:
    """For views about patients, before `View` or `ActingView`: takes the detour before anything is fetched.

    The address's `patient_id` and `other_id` are the records it shows, unless `records` says otherwise.
    """

    shows = ("patient_id", "other_id")

    def records(self, request: HttpRequest, **kwargs: Any) -> Iterable[UUID]:
        """The records that the page shows, told without loading them."""
        return [kwargs[key] for key in self.shows if key in kwargs]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Look whether there is a detour; only else fetch what the page is about."""
        self.turned_to = detour(request, *self.records(request, **kwargs))
        if self.turned_to:
            View.setup(self, request, *args, **kwargs)  # type: ignore[arg-type]
        else:
            super().setup(request, *args, **kwargs)  # type: ignore[misc]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Turn, or go on."""
        if self.turned_to:
            return redirect(self.turned_to)
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc, no-any-return]
