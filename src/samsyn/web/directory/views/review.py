"""The region's side of notifications: the list to work through, and one with everything on one page."""

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
from samsyn.web.directory import rules
from samsyn.web.directory.acts.decision import approve, refuse, return_to_complete
from samsyn.web.directory.acts.keeping import has_sent
from samsyn.web.directory.acts.notification import judged_now
from samsyn.web.directory.forms.decision import ApproveForm, NotificationFilter, RefuseForm, ReturnForm
from samsyn.web.directory.history import history_of
from samsyn.web.directory.models import Notification, NotificationState
from samsyn.web.directory.reading import (
    roster_on,
    sent_notifications,
    waiting_notifications,
    whole_team,
    with_words,
)
from samsyn.web.directory.told import tell
from samsyn.web.directory.views.teams import shown
from samsyn.web.organisations.models import Region
from samsyn.web.pages.leafing import leaf
from samsyn.web.people.acting import ActingView
from samsyn.web.people.rights import may


@require_safe
def notifications(request: HttpRequest) -> HttpResponse:
    """Those to decide, oldest first; with the filter, any."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    year = today().year
    programmes = Region.objects.get(pk=actor.region_id).programmes
    form = NotificationFilter(
        request.GET or None, levels=rules.levels_of(programmes), years=list(range(year + 1, year - 7, -1))
    )
    wanted = form.cleaned_data if form.is_valid() else {}
    page = leaf(_wanted(sent_notifications(actor), wanted), request.GET, by="submitted_at")
    context = {"form": form, "page": page, "filtered": any(wanted.values()), "state": wanted.get("state", "")}
    return render(request, "directory/notifications/list.html", context)


def _wanted(rows: Any, wanted: dict[str, Any]) -> Any:
    state = wanted.get("state") or NotificationState.SUBMITTED.value
    if state != "all":
        rows = rows.filter(state=state)
    if wanted.get("level"):
        rows = rows.filter(team__level=wanted["level"])
    if wanted.get("year"):
        rows = rows.filter(year=wanted["year"])
    return with_words(rows, wanted.get("q", ""), "team__search_key")


def sent_notification(actor: Actor, notification: UUID) -> Notification:
    """A notification that the actor's region has been sent, else 404."""
    found = get_object_or_404(sent_notifications(actor).filter(region_id=actor.region_id), pk=notification)
    found.team = get_object_or_404(whole_team(actor), pk=found.team_id)
    return found


@require_safe
def notification(request: HttpRequest, notification: UUID) -> HttpResponse:
    """Everything about it on one page."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found = sent_notification(actor, notification)
    return render(request, "directory/notifications/review.html", page(found, actor))


def page(notification: Notification, actor: Actor) -> dict[str, Any]:
    """What the page is made of; forms only for who may decide."""
    judged, team = judged_now(notification, by=actor), notification.team
    waiting = notification.state == NotificationState.SUBMITTED
    last = notification.judged[-1] if notification.judged else None
    decides = may(actor, "notification.approve", notification.state)
    own = has_sent(notification, actor)
    return {
        "notification": notification,
        "team": team,
        "now": shown(judged),
        "kept": None if waiting or not last else {"moment": last, "findings": tell(last["findings"])},
        "roster": roster_on(team, notification.first_possible_day(today())),
        "others": [each for each in team.notifications.all() if each.pk != notification.pk],
        "history": history_of(team),
        "guideline": rules.guideline_called(notification.guideline_id),
        "own": own and decides,
        "forms": _forms(notification, judged.fingerprint) if decides and not own else None,
    }


def _forms(notification: Notification, seen: str) -> dict[str, Form]:
    kinds = {"approve": ApproveForm, "return": ReturnForm, "refuse": RefuseForm}
    return {name: kind(notification=notification, seen=seen) for name, kind in kinds.items()}


class _Decide(ActingView):
    """Decides on a notification; where it cannot, the whole page is shown with what stops it."""

    template_name = "directory/notifications/review.html"
    kind: type[Form]
    name: str

    def fetch(self, *, notification: UUID, **rest: Any) -> Any:
        """The notification."""
        return sent_notification(self.actor, notification)

    def form(self, data: Any = None) -> Form:
        """With what its maker has read."""
        seen = "" if data else judged_now(self.subject, by=self.actor).fingerprint
        return self.kind(data, notification=self.subject, seen=seen)

    def context(self) -> dict[str, Any]:
        """The page."""
        return page(self.subject, self.actor)

    def shown(self, form: Form, status: int) -> HttpResponse:
        """The page, with the filled form among its forms."""
        context = {"form": form, "subject": self.subject, **self.context()}
        if context["forms"]:
            context["forms"][self.name] = form
        return render(self.request, self.template_name, context, status=status)

    def following(self) -> str:
        """The next one to decide, if that was asked for and there is one; else the list."""
        if "show_next" in self.request.POST:
            waiting = waiting_notifications(self.actor).exclude(pk=self.subject.pk)
            if (following := waiting.first()) is not None:
                return reverse("directory:notification-review", args=[following.pk])
        return reverse("directory:notifications")


class Approve(_Decide):
    """Approve the team."""

    action, kind, name = "notification.approve", ApproveForm, "approve"
    done = _("Teamet är godkänt.")

    def perform(self, form: Form) -> str:
        """Approve, and go on."""
        approve(by=self.actor, notification=self.subject, **form.cleaned_data)
        return self.following()


class Return(_Decide):
    """Return it for completion."""

    action, kind, name = "notification.return", ReturnForm, "return"
    done = _("Anmälan är återsänd för komplettering.")

    def perform(self, form: Form) -> str:
        """Return it."""
        return_to_complete(by=self.actor, notification=self.subject, **form.cleaned_data)
        return self.following()


class Refuse(_Decide):
    """Refuse the team."""

    action, kind, name = "notification.refuse", RefuseForm, "refuse"
    done = _("Anmälan är avslagen.")

    def perform(self, form: Form) -> str:
        """Refuse it."""
        refuse(by=self.actor, notification=self.subject, **form.cleaned_data)
        return self.following()
