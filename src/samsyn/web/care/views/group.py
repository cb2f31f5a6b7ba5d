"""The page where a group visit is registered for all who were there."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from samsyn.guidelines import Role
from samsyn.web.audit.clock import today
from samsyn.web.care.acts.grouping import register_group
from samsyn.web.care.forms.group import GroupForm
from samsyn.web.care.grouping import MOST, candidates, works
from samsyn.web.care.models import Case
from samsyn.web.care.proposing import code_for
from samsyn.web.patients.opening import Careful
from samsyn.web.people.acting import ActingView


class GroupVisit(Careful, ActingView):
    """One form: the meeting, and a line for each open case at the level."""

    action = "case.group-visit"
    template_name = "care/group.html"
    done = _("Gruppbesöket är registrerat.")

    def fetch(self, **kwargs: Any) -> tuple[str, str]:
        """The programme and level that was chosen; the first where none was, or none of the unit's."""
        self.works = works(self.actor)
        wanted = tuple(self.request.GET.get("niva", "").split("|"))
        return next((one for one in self.works if one == wanted), self.works[0] if self.works else ("", ""))

    def form(self, data: Any = None) -> Form:
        """With the codes that the guideline gives today, and a line for each who may have been there."""
        programme, level = self.subject
        codes = list(code_for(Role.ONGOING, Case(programme=programme, level=level), today()))
        initial = {"day": today(), "procedures": codes}
        return GroupForm(data, candidates=candidates(self.actor, programme, level), initial=initial)

    def context(self) -> dict[str, Any]:
        """The levels to choose among."""
        shown = [{"key": "|".join(one), "words": one[1], "chosen": one == self.subject} for one in self.works]
        return {"works": shown, "most": MOST}

    def perform(self, form: Form) -> str:
        """Register it, and stay for the next group."""
        told = form.told()  # type: ignore[attr-defined]
        register_group(by=self.actor, **told)
        undiagnosed = sum(not each.diagnoses for each in told["present"])
        if undiagnosed:
            words = ngettext(
                "%(n)d av dem saknar diagnos. Komplettera besöket i ärendet.",
                "%(n)d av dem saknar diagnos. Komplettera besöken i ärendena.",
                undiagnosed,
            )
            messages.warning(self.request, words % {"n": undiagnosed})
        return reverse("care:group-visit")
