"""Notices of changed staffing: sent by a team, read by the region."""

from datetime import date
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.directory.acts.notice import mark_seen, send_notice
from samsyn.web.directory.forms.notice import NoticeForm
from samsyn.web.directory.judging import judge_from
from samsyn.web.directory.models import NoticeState
from samsyn.web.directory.reading import notices_of
from samsyn.web.directory.told import missing_words
from samsyn.web.directory.views.of_team import OnOwnTeam, address_of
from samsyn.web.directory.views.teams import shown
from samsyn.web.pages.dates import read_day
from samsyn.web.pages.leafing import leaf
from samsyn.web.people.acting import ActingView
from samsyn.web.people.rights import may


class SendNotice(OnOwnTeam):
    """Tell the region what changes; the page shows how the team stands from that day."""

    action = "notice.send"
    template_name = "directory/notices/send.html"
    form_class = NoticeForm
    done = _("Meddelandet är skickat till regionen.")

    def form(self, data: Any = None) -> Form:
        """From the day that is looked at."""
        return NoticeForm(data, initial={"from_day": self._day()})

    def context(self) -> dict[str, Any]:
        """The team with its roster as registered, from the day."""
        judged = judge_from(self.subject, self._day(), by=self.actor)
        return {**super().context(), "now": shown(judged), "day": self._day()}

    def perform(self, form: Form) -> str:
        """Send it."""
        send_notice(by=self.actor, team=self.subject, **form.cleaned_data)
        return address_of(self.subject, "meddelanden")

    def _day(self) -> date:
        try:
            return read_day(self.request.GET.get("from_day") or self.request.POST.get("from_day", "")) or today()
        except ValueError:
            return today()


@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """Those not seen, oldest first; or all."""
    return render(request, "directory/notices/list.html", _list(request))


def _list(request: HttpRequest) -> dict[str, Any]:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    every = request.GET.get("visa") == "alla"
    rows = notices_of(actor).filter(region_id=actor.region_id)
    page = leaf(rows if every else rows.filter(state=NoticeState.SENT), request.GET, by="sent_at")
    told = [{"notice": each, "missing": missing_words(each.missing)} for each in page.rows]
    return {"rows": told, "page": page, "every": every, "marks": may(actor, "notice.see")}


class SeeNotice(ActingView):
    """The region has read it."""

    action = "notice.see"
    template_name = "directory/notices/list.html"
    done = _("Meddelandet är markerat som sett.")

    def fetch(self, *, notice: UUID, **rest: Any) -> Any:
        """A notice in the actor's region."""
        return get_object_or_404(notices_of(self.actor).filter(region_id=self.actor.region_id), pk=notice)

    def context(self) -> dict[str, Any]:
        """The list."""
        return _list(self.request)

    def perform(self, form: Form) -> str:
        """Mark it."""
        mark_seen(by=self.actor, notice=self.subject)
        return reverse("directory:notices")
