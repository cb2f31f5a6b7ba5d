"""The unit's side of a notification: draft, checks, attestation, sending in, taking back."""

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
from samsyn.web.directory.acts.notification import change_draft, draft_notification, judged_now, submit, withdraw
from samsyn.web.directory.forms.notification import AnswersForm, SubmitForm, YearForm
from samsyn.web.directory.models import Notification
from samsyn.web.directory.reading import roster_on
from samsyn.web.directory.told import tell
from samsyn.web.directory.views.of_team import OnOwnTeam, address_of
from samsyn.web.directory.views.teams import shown
from samsyn.web.pages.versioned import VersionForm
from samsyn.web.people.acting import ActingView
from samsyn.web.people.rights import may


def address(notification: Notification) -> str:
    """The unit's page about the notification."""
    return reverse("directory:notification", args=[notification.pk])


def own_notification(actor: Actor, notification: UUID) -> Notification:
    """A notification of the actor's own unit, else 404."""
    own = Notification.at(actor).filter(unit_id=actor.unit_id).select_related("team__unit__provider")
    return get_object_or_404(own.prefetch_related("team__members", "team__connections"), pk=notification)


@require_safe
def notification(request: HttpRequest, notification: UUID) -> HttpResponse:
    """The page: what is asked, what is missing, what has been said."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found = own_notification(actor, notification)
    return render(request, "directory/notifications/own.html", page(found, actor))


def page(notification: Notification, actor: Actor) -> dict[str, Any]:
    """What the page is made of."""
    may_send = may(actor, "notification.submit", notification.state)
    last = notification.judged[-1] if notification.judged else None
    return {
        "notification": notification,
        "team": notification.team,
        "now": shown(judged_now(notification, by=actor)),
        "kept": None if may_send or not last else {"moment": last, "findings": tell(last["findings"])},
        "roster": roster_on(notification.team, notification.first_possible_day(today())),
        "moments": notification.judged[::-1],
        "answers": SubmitForm(notification=notification) if may_send else None,
        "guideline": rules.guideline_called(notification.guideline_id),
        "may_withdraw": may(actor, "notification.withdraw", notification.state),
    }


class DraftNotification(OnOwnTeam):
    """Begin a notification for a year."""

    action = "notification.draft"
    template_name = "directory/notifications/new.html"

    def form(self, data: Any = None) -> Form:
        """This year or the next."""
        return YearForm(data)

    def context(self) -> dict[str, Any]:
        """Which guideline each year has, if any."""
        team, this = self.subject, today().year
        years = [
            (year, rules.guideline_for_year(team.programme, team.level, year, today())) for year in (this, this + 1)
        ]
        return {**super().context(), "years": years, "back": address_of(team, "anmalningar")}

    def perform(self, form: Form) -> str:
        """Make the draft, and go to it."""
        return address(draft_notification(by=self.actor, team=self.subject, **form.cleaned_data))


class _OnOwnNotification(ActingView):
    """Acts on a notification of the actor's own unit, and shows its page where it cannot."""

    template_name = "directory/notifications/own.html"

    def fetch(self, *, notification: UUID, **rest: Any) -> Any:
        """The notification."""
        return own_notification(self.actor, notification)

    def context(self) -> dict[str, Any]:
        """The page."""
        return page(self.subject, self.actor)

    def shown(self, form: Form, status: int) -> HttpResponse:
        """The page with the form that was filled in, in its place."""
        context = {"form": form, "subject": self.subject, **self.context()}
        if isinstance(form, AnswersForm) and context["answers"]:
            context["answers"] = form
        return render(self.request, self.template_name, context, status=status)


class ChangeDraft(_OnOwnNotification):
    """Keep the answers without sending."""

    action = "notification.change"
    done = _("Utkastet är sparat. Det är inte inskickat.")

    def form(self, data: Any = None) -> Form:
        """Nothing is demanded of a draft."""
        return AnswersForm(data, notification=self.subject)

    def shown(self, form: Form, status: int) -> HttpResponse:
        """The same fields as when it is sent in."""
        if status == 200:
            return super().shown(SubmitForm(notification=self.subject), status)
        return super().shown(form, status)

    def perform(self, form: Form) -> str:
        """Keep them."""
        version = form.cleaned_data["version"]
        change_draft(by=self.actor, notification=self.subject, version=version, **form.answers())  # type: ignore[attr-defined]
        return address(self.subject)


class SubmitNotification(_OnOwnNotification):
    """Send it in, attested."""

    action = "notification.submit"
    done = _("Anmälan är inskickad. Regionen ser den nu.")

    def form(self, data: Any = None) -> Form:
        """With the attestation."""
        return SubmitForm(data, notification=self.subject)

    def perform(self, form: Form) -> str:
        """Send it."""
        said = {key: form.cleaned_data[key] for key in ("version", "attested", "words")}
        submit(by=self.actor, notification=self.subject, **said, **form.answers())  # type: ignore[attr-defined]
        return address(self.subject)


class WithdrawNotification(_OnOwnNotification):
    """Take it back."""

    action = "notification.withdraw"
    template_name = "directory/notifications/withdraw.html"
    done = _("Anmälan är återtagen.")

    def form(self, data: Any = None) -> Form:
        """The version that was read."""
        return VersionForm(data, initial={"version": self.subject.version})

    def perform(self, form: Form) -> str:
        """Take it back."""
        withdraw(by=self.actor, notification=self.subject, **form.cleaned_data)
        return address(self.subject)
