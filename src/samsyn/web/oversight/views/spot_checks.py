"""Spot checks: make one, go through it reading by reading, finish it."""

from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from samsyn.web.audit.actor import Actor
from samsyn.web.oversight.acts.spot_checks import checks_of, finish_check, judge_item, make_check, next_place
from samsyn.web.oversight.entries import entries_of
from samsyn.web.oversight.forms import Judgement, NewCheck
from samsyn.web.oversight.models import Outcome, SpotCheck
from samsyn.web.oversight.records import shown
from samsyn.web.oversight.rules import RULES
from samsyn.web.oversight.wording import in_words
from samsyn.web.people.acting import ActingView
from samsyn.web.people.rights import may

_ROWS_SHOWN = 50


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """All checks of the provider, the latest first: one a month makes sixty in five years."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    checks = checks_of(by).annotate(
        drawn=Count("items"),
        judged=Count("items", filter=~Q(items__outcome="")),
        not_in_order=Count("items", filter=Q(items__outcome__in=[Outcome.FOLLOW_UP, Outcome.REPORTED])),
    )
    return render(request, "oversight/spot_checks.html", {"checks": checks[:120]})


@require_safe
def one(request: HttpRequest, check: UUID) -> HttpResponse:
    """A check with its readings and what was found."""
    subject = get_object_or_404(checks_of(request.actor), pk=check)  # type: ignore[attr-defined]
    return render(request, "oversight/spot_check.html", check_context(subject))


def check_context(check: SpotCheck) -> dict[str, Any]:
    """What the page of a check shows. Readings without names of patients: those are shown one at a time."""
    items = list(check.items.order_by("place"))
    found = {outcome: sum(item.outcome == outcome for item in items) for outcome in Outcome}
    return {
        "check": check,
        "items": [{"item": item, "why": why(item.rules)} for item in items],
        "found": [(outcome.label, number) for outcome, number in found.items()],
        "left": sum(not item.outcome for item in items),
        "next": next((item.place for item in items if not item.outcome), None),
    }


def why(rules: list[str]) -> list[str]:
    """Why a reading was drawn, in words."""
    return [RULES[rule].words if rule in RULES else rule for rule in rules] or [str(_("Dragen av slumpen"))]


class Make(ActingView):
    """Make a check of a period."""

    action = "spot-check.make"
    form_class = NewCheck
    template_name = "oversight/spot_check_make.html"
    done = _("Stickprovet är draget.")

    def context(self) -> dict[str, Any]:
        """The rules, so that one knows what is pointed out."""
        return {"rules": [rule.words for rule in RULES.values()]}

    def perform(self, form: Form) -> str:
        """Draw it and show it."""
        return reverse("oversight:spot-check", args=[make_check(by=self.actor, **form.cleaned_data).pk])


class Finish(ActingView):
    """Close a check for good."""

    action = "spot-check.finish"
    template_name = "oversight/spot_check.html"
    done = _("Stickprovet är avslutat.")

    def fetch(self, **kwargs: Any) -> SpotCheck:
        """The provider's own check."""
        return get_object_or_404(checks_of(self.actor), pk=kwargs["check"])

    def context(self) -> dict[str, Any]:
        """The page of the check."""
        return check_context(self.subject)

    def perform(self, form: Form) -> str:
        """Close it and show it."""
        finish_check(by=self.actor, check=self.subject)
        return reverse("oversight:spot-check", args=[self.subject.pk])


class Judge(ActingView):
    """One reading: what was read, why it was drawn, and what one finds of it."""

    action = "spot-check.judge"
    form_class = Judgement
    template_name = "oversight/spot_check_item.html"

    def fetch(self, **kwargs: Any) -> Any:
        """The reading at its place in the provider's own check."""
        self.check = get_object_or_404(checks_of(self.actor), pk=kwargs["check"])
        return get_object_or_404(self.check.items, place=kwargs["place"])

    def form(self, data: Any = None) -> Form:
        """Filled with what was found before."""
        old = {"outcome": self.subject.outcome, "words": self.subject.words} if self.subject.outcome else None
        return Judgement(data, initial=old)

    def allowed_now(self) -> bool:
        """The check's state decides, not the reading's."""
        return may(self.actor, self.action, self.check.state)

    def context(self) -> dict[str, Any]:
        """The rows of the log behind the reading, and the patient whose record it was."""
        rows = entries_of(self.actor).filter(pk__in=self.subject.entries[:_ROWS_SHOWN]).order_by("at", "id")
        lines = [in_words(row) for row in rows]
        return {
            "check": self.check,
            "lines": lines,
            "more": len(self.subject.entries) - len(lines),
            "why": why(self.subject.rules),
            "patient": shown([self.subject.patient_id], by=self.actor).get(self.subject.patient_id),
            "number_of_items": self.check.items.count(),
        }

    def perform(self, form: Form) -> str:
        """Write it down and show the next one that is left; after the last the whole check."""
        judge_item(by=self.actor, item=self.subject, **form.cleaned_data)
        following = next_place(self.check, after=self.subject.place)
        if following is None:
            return reverse("oversight:spot-check", args=[self.check.pk])
        return reverse("oversight:spot-check-item", args=[self.check.pk, following])
