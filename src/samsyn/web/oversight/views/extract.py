"""The log extract for a patient: a page to print and a file. Making it is itself logged, as any reading is."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.sheets import csv_file
from samsyn.web.oversight.days import log_today
from samsyn.web.oversight.extract import cells, extract_of, header
from samsyn.web.oversight.forms import Period
from samsyn.web.oversight.records import shown
from samsyn.web.patients.models import Patient


@require_safe
def page(request: HttpRequest, patient: UUID) -> HttpResponse:
    """The extract as a page, with its explanation to the patient."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    person = _person(patient, by)
    form = Period(request.GET)
    context = {"person": person, "form": form, "made_on": log_today(), "address": request.GET.urlencode()}
    if form.is_valid():
        context["extract"] = extract_of(patient, by=by, **form.cleaned_data)
    return render(request, "oversight/extract.html", context, status=200 if form.is_valid() else 422)


@require_safe
def file(request: HttpRequest, patient: UUID) -> HttpResponse:
    """The extract as a file for a spreadsheet."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    _person(patient, by)
    form = Period(request.GET)
    if not form.is_valid():
        return page(request, patient)
    found = extract_of(patient, by=by, **form.cleaned_data)
    name = _("loggutdrag-%(day)s") % {"day": log_today().isoformat()}
    return csv_file(name, header(), map(cells, found.readings))


def _person(patient: UUID, by: Actor) -> Patient:
    found = shown([patient], by=by).get(patient)
    if found is None:
        raise Http404
    return found
