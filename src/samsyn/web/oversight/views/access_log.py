"""The access log: who has read what of whom, at the auditor's own provider."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.models import AccessEntry
from samsyn.web.oversight.entries import entries_of, wanted
from samsyn.web.oversight.forms import LogFilter, NumberForm
from samsyn.web.oversight.records import record_with_number, records_of, shown
from samsyn.web.oversight.wording import in_words
from samsyn.web.pages.leafing import leaf

TEMPLATE = "oversight/access_log.html"


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """The newest rows first, of what the filters ask for."""
    form = LogFilter(request.GET)
    return render(request, TEMPLATE, _context(request, form, NumberForm()), status=200 if form.is_valid() else 422)


@require_POST
def find(request: HttpRequest) -> HttpResponse:
    """From a number to the log of its person, whose id in the address tells nothing."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    number = NumberForm(request.POST)
    if number.is_valid():
        patient = record_with_number(number.cleaned_data["number"], by=by)
        if patient is not None:
            return redirect(f"{reverse('oversight:access-log')}?patient={patient}")
        number.add_error("number", _("Ingen patient hos vårdgivaren har det numret. Kontrollera siffrorna."))
    return render(request, TEMPLATE, _context(request, LogFilter(request.GET), number), status=422)


def _context(request: HttpRequest, form: LogFilter, number: NumberForm) -> dict[str, Any]:
    by: Actor = request.actor  # type: ignore[attr-defined]
    if not form.is_valid():
        return {"form": form, "number": number, "lines": []}
    chosen: UUID | None = form.cleaned_data["patient"]
    same = records_of(chosen, by=by) if chosen else None
    page = leaf(wanted(form.cleaned_data, same, by=by), request.GET, by="at", newest_first=True)
    patients = shown([*(row.patient_id for row in page.rows), chosen], by=by)
    return {
        "form": form,
        "number": number,
        "page": page,
        "lines": [_line(row, patients) for row in page.rows],
        "chosen": patients.get(chosen) if chosen else None,
        "anything": bool(page.rows) or entries_of(by).exists(),
    }


def _line(row: AccessEntry, patients: dict[UUID, Any]) -> dict[str, Any]:
    return in_words(row) | {"patient": patients.get(row.patient_id) if row.patient_id else None}
