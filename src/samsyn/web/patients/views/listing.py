"""The unit's patients: list and search."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.reading import note_read
from samsyn.web.pages.leafing import leaf
from samsyn.web.patients.finding import Wanted, any_protected, named_patients, protected_patients, with_main_numbers
from samsyn.web.patients.forms.search import SearchForm
from samsyn.web.patients.opening import detour

_KEPT = "patient_search"
_A_PAGE = 25
_MOST_PROTECTED = 100


@require_safe
def patients(request: HttpRequest) -> HttpResponse:
    """A page of the list, by the search that is kept in the session."""
    if turned_to := detour(request):
        return redirect(turned_to)
    wanted = _kept(request)
    form = SearchForm(initial={**vars(wanted), "this_year": "1" if wanted.this_year else ""})
    return render(request, "patients/list.html", {"search": form, **_results(request, wanted)})


def search(request: HttpRequest) -> HttpResponse:
    """Keep the search and show its list; for htmx only the rows."""
    if turned_to := detour(request):
        return redirect(turned_to)
    if request.method != "POST":  # the address of a list whose search could not be read, asked for again
        return redirect("patients:list")
    form = SearchForm({} if "clear" in request.POST else request.POST)
    if not form.is_valid():
        if request.htmx:  # type: ignore[attr-defined]
            return render(request, "patients/parts/results.html", {"unfinished": True})
        return render(request, "patients/list.html", {"search": form, "unfinished": True}, status=422)
    _keep(request, form.wanted())
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "patients/parts/results.html", _results(request, form.wanted()))
    return redirect("patients:list")


def _results(request: HttpRequest, wanted: Wanted) -> dict[str, Any]:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    page = leaf(
        named_patients(actor, wanted), request.GET, size=_A_PAGE, load=lambda ids: with_main_numbers(actor, ids)
    )
    protected = list(protected_patients(actor, wanted).order_by("pk").values_list("pk", flat=True)[:_MOST_PROTECTED])
    for patient_id in protected:
        note_read(patient_id)  # that the person is a patient here is told, though nothing else
    empty = not page.rows and not protected
    return {
        "wanted": wanted,
        "page": page,
        "protected": protected,
        "protected_left_out": wanted.show != "protected" and not wanted.number and any_protected(actor),
        "nothing_here": empty and wanted.everything,
        "no_match": empty and not wanted.everything,
        "search_for_protected": wanted.show == "protected" and wanted.text and not wanted.number,
    }


def _keep(request: HttpRequest, wanted: Wanted) -> None:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    request.session[_KEPT] = {"at": str(actor.unit_id), **vars(wanted)}


def _kept(request: HttpRequest) -> Wanted:
    """The search, unless it was made at another unit."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    kept = dict(request.session.get(_KEPT, {}))
    return Wanted(**kept) if kept.pop("at", None) == str(actor.unit_id) else Wanted()
