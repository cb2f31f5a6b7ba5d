"""The lists: what the unit has received, by deadline, and what it has written, newest first."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.pages.leafing import counted, leaf
from samsyn.web.patients.views.kept import KeptSearch
from samsyn.web.people.rights import may
from samsyn.web.referrals.forms.filters import InboxFilter, LettersFilter, WrittenFilter
from samsyn.web.referrals.models import Referral
from samsyn.web.referrals.reading import (
    Wanted,
    as_rows,
    delays_to_tell,
    inbox,
    own_teams,
    seen_by,
    whole,
    written,
)

_A_PAGE = 25


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The list that someone in this role works with."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return redirect("referrals:inbox" if may(actor, "referral.inbox") else "referrals:written")


class _Letters(KeptSearch):
    """A list of letters by the search that is kept."""

    wanted_type = Wanted
    rows_template = "referrals/parts/rows.html"
    order: ClassVar[dict[str, Any]]

    def results(self, wanted: Wanted) -> dict[str, Any]:
        """The rows, and what to say where there are none."""
        found = self.found(wanted)
        load = lambda ids: whole(seen_by(self.actor).filter(pk__in=ids))  # noqa: E731
        page = leaf(found, self.request.GET, size=_A_PAGE, load=load, **self.order)
        return {
            "page": page,
            "rows": as_rows(page.rows, self.actor),
            "total": counted(found),
            "nothing_here": not page.rows and wanted.everything,
            "no_match": not page.rows and not wanted.everything,
            "caption": self.kept_as,
        }

    def found(self, wanted: Wanted) -> "QuerySet[Referral]":
        """The letters of the list."""
        raise NotImplementedError


class Inbox(_Letters):
    """What has been sent to the unit: the earliest deadline first."""

    kept_as, template_name = "inbox", "referrals/inbox.html"
    order: ClassVar = {"by": "sorted_by"}

    def filter(self, data: Any = None, **rest: Any) -> LettersFilter:
        """With the unit's teams."""
        return InboxFilter(data, teams=own_teams(self.actor), **rest)

    def found(self, wanted: Wanted) -> "QuerySet[Referral]":
        """The inbox."""
        return inbox(self.actor, wanted)

    def above(self) -> dict[str, Any]:
        """How many have to be told that their time is not kept."""
        return {"late": delays_to_tell(self.actor, today()).count()}


class Written(_Letters):
    """What the unit has written, drafts too: the newest first."""

    kept_as, template_name = "written", "referrals/written.html"
    order: ClassVar = {"by": "written_on", "newest_first": True}

    def filter(self, data: Any = None, **rest: Any) -> LettersFilter:
        """By all or by oneself."""
        return WrittenFilter(data, **rest)

    def found(self, wanted: Wanted) -> "QuerySet[Referral]":
        """What has been written."""
        return written(self.actor, wanted)
