"""Before a letter about someone with a protected identity is opened, the reader writes why (reliability P10).

The reason is kept, and each read logged with it, as for the patient's own record: `patients.opening`.
"""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.views import View

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.reading import give_reason
from samsyn.web.patients.opening import Careful, detour, reason_to_read
from samsyn.web.referrals.reading import about_protected, seen_by


def detour_to_letter(request: HttpRequest, referral_id: UUID) -> str | None:
    """Where the reader must go first, if anywhere, before the letter is loaded."""
    if turned_to := detour(request):
        return turned_to
    patient_id = protected_patient(request.actor, referral_id)  # type: ignore[attr-defined]
    if patient_id is None:
        return None
    reason = reason_to_read(request, patient_id)
    if reason is None:
        return reverse("referrals:open-protected", args=[referral_id])
    give_reason(reason)
    return None


def protected_patient(actor: Actor, referral_id: UUID) -> UUID | None:
    """Whom the letter is about, where that person is protected; None where not, or where it is not to be seen."""
    letters = seen_by(actor).filter(about_protected(actor), pk=referral_id)
    return letters.values_list("patient_id", flat=True).first()


class CarefulLetter(Careful):
    """For views about one letter, before `View` or `ActingView`: takes the detour before the letter is loaded."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Look whether there is a detour; only else fetch what the page is about."""
        self.turned_to = detour_to_letter(request, kwargs["referral_id"])
        if self.turned_to:
            View.setup(self, request, *args, **kwargs)  # type: ignore[arg-type]
        else:
            super(Careful, self).setup(request, *args, **kwargs)  # type: ignore[misc]
