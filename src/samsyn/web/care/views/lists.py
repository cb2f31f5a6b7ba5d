"""The unit's cases as a list, and going through it one by one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.care.forms.filters import CasesFilter
from samsyn.web.care.listing import Wanted, cases_of, next_case, whole
from samsyn.web.care.models import Case
from samsyn.web.care.waiting import NAMES
from samsyn.web.directory.models import Team
from samsyn.web.pages.leafing import counted, leaf
from samsyn.web.patients.views.kept import KeptSearch, kept_search

_KEPT = "cases"
_A_PAGE = 25


class CaseList(KeptSearch):
    """The unit's cases: of what waits the oldest first, else the newest."""

    kept_as, wanted_type = _KEPT, Wanted
    template_name, rows_template = "care/list.html", "care/parts/list_rows.html"

    def filter(self, data: Any = None, **rest: Any) -> CasesFilter:
        """With the unit's teams and their levels."""
        if not hasattr(self, "teams"):
            own = Team.at(self.actor).filter(unit_id=self.actor.unit_id).order_by("sort_key", "pk")
            self.teams = list(own.values_list("pk", "name", "level"))
        levels = sorted({level for _pk, _name, level in self.teams})
        return CasesFilter(data, teams=[(str(pk), name) for pk, name, _ in self.teams], levels=levels, **rest)

    def results(self, wanted: Wanted) -> dict[str, Any]:
        """The rows, and what to say where there are none."""
        found = cases_of(self.actor, wanted)
        page = leaf(found, self.request.GET, size=_A_PAGE, load=lambda ids: whole(self.actor, ids), **wanted.order)
        return {
            "page": page,
            "total": counted(found),
            "nothing_here": not page.rows and wanted.everything,
            "no_match": not page.rows and not wanted.everything,
            "waits": wanted.waits,
            "today": today(),
        }


@require_safe
def following(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """On to the next case of the list, which is gone through one by one; after the last back to it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not Case.at(actor).filter(pk=case_id).exists():
        raise Http404
    found = next_case(actor, kept_search(request, _KEPT, Wanted), case_id)
    if found:
        return redirect("care:case", found)
    messages.info(request, _("Det var det sista ärendet i listan."))
    return redirect("care:list")


def going_through(request: HttpRequest) -> str | None:
    """What the list is called that the reader has narrowed and can go through; None where there is none."""
    wanted = kept_search(request, _KEPT, Wanted)
    if wanted.everything:
        return None
    return str(NAMES.get(wanted.waits) or _("ditt urval"))
