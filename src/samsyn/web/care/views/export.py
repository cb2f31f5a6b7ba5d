"""The unit's registrations as a file: what is in it, and the download. Each patient in it is logged as read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.care.extract import extract_as_zip, extract_of
from samsyn.web.care.models import Assessment, Case, Completion, Visit, WorkContact

_COUNTED = (Assessment, Visit, WorkContact, Completion)


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """How much there is, and what it is for; no one's data."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    counts = {
        "patients": Case.at(by).values("patient_id").distinct().count(),
        "cases": Case.at(by).count(),
        "registrations": sum(model.current(model.at(by)).count() for model in _COUNTED),
    }
    return render(request, "care/export.html", counts)


@require_safe
def file(request: HttpRequest) -> HttpResponse:
    """The archive."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    response = HttpResponse(extract_as_zip(extract_of(by=by)), content_type="application/zip")
    name = _("registreringar-%(day)s") % {"day": today().isoformat()}
    response["Content-Disposition"] = f'attachment; filename="{name}.zip"'
    return response
