"""Assessment, level, plan and goals."""

from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.clock import today
from samsyn.web.care.acts.assessing import assess
from samsyn.web.care.acts.deciding import decide_level
from samsyn.web.care.acts.following import follow_up_goal
from samsyn.web.care.acts.planning import add_goal, plan
from samsyn.web.care.forms.beginning import AssessmentForm, FollowUpForm, GoalForm, LevelForm, PlanForm
from samsyn.web.care.models import Case, Goal
from samsyn.web.care.views.acting import CaseActing


class Assess(CaseActing):
    """The team's assessment; what the referral says stands in the form from the beginning."""

    action = "case.assess"
    form_class = AssessmentForm
    heading = _("Bedömning")
    lead = _("Vad teamet kom fram till, och om något återstår att utreda. Det som står i remissen är ifyllt.")
    submit = _("Spara bedömningen")
    done = _("Bedömningen är sparad.")
    anchor = "bedomning"

    def initial(self) -> dict[str, Any]:
        """As the referral says."""
        told = self.subject.referral
        if told is None:
            return {"day": today()}
        return {
            "day": today(),
            "diagnoses": [told.diagnosis] if told.diagnosis else [],
            "pain_onset": told.pain_onset,
            "investigated": told.investigated,
            "not_yet_investigated": told.not_yet_investigated,
        }

    def act(self, **told: Any) -> None:
        """Assess."""
        assess(by=self.actor, case_id=self.subject.pk, **told)


class DecideLevel(CaseActing):
    """Which level, by the guideline's criteria."""

    action = "case.decide-level"
    form_class = LevelForm
    template_name = "care/decide_level.html"
    heading = _("Nivåbeslut")
    lead = _("Vilken nivå patienten behöver, efter riktlinjens kriterier och med en skriven motivering.")
    submit = _("Spara beslutet")
    done = _("Nivåbeslutet är sparat.")
    anchor = "niva"

    def needs(self) -> dict[str, Any]:
        """The case and the day, whose guideline says levels and criteria."""
        return {"case": self.subject, "day": today()}

    def initial(self) -> dict[str, Any]:
        """Today."""
        return {"day": today()}

    def act(self, criteria: Any = (), **told: Any) -> None:
        """Decide."""
        decide_level(by=self.actor, case_id=self.subject.pk, criteria=criteria, **told)


class MakePlan(CaseActing):
    """The plan, made with the patient."""

    action = "case.plan"
    form_class = PlanForm
    heading = _("Rehabiliteringsplan")
    lead = _("Gör planen tillsammans med patienten. Målen skrivs ett för ett när planen är sparad.")
    submit = _("Spara planen")
    done = _("Planen är sparad. Lägg till målen.")
    anchor = "plan"
    later = False

    def initial(self) -> dict[str, Any]:
        """Today."""
        return {"day": today()}

    def act(self, **told: Any) -> None:
        """Make it."""
        plan(by=self.actor, case_id=self.subject.pk, later=self.later, **told)


class MakePlanLater(MakePlan):
    """The treatment had begun without a plan."""

    action = "case.plan-later"
    later = True


class AddGoal(CaseActing):
    """A goal that can be measured."""

    action = "case.add-goal"
    form_class = GoalForm
    heading = _("Nytt mål")
    lead = _("Ett mål som går att mäta, vem som ansvarar för det och när det följs upp.")
    submit = _("Spara målet")
    done = _("Målet är sparat.")
    anchor = "plan"

    def act(self, **told: Any) -> None:
        """Add it."""
        add_goal(by=self.actor, case_id=self.subject.pk, **told)


class FollowUpGoal(CaseActing):
    """A look at one goal."""

    action = "case.follow-up-goal"
    form_class = FollowUpForm
    template_name = "care/follow_up.html"
    heading = _("Följ upp målet")
    submit = _("Spara uppföljningen")
    done = _("Uppföljningen är sparad.")
    anchor = "plan"

    def fetch(self, case_id: UUID, **kwargs: Any) -> Case:
        """The case and its goal, as it reads now; 404 where the goal is not the case's."""
        case = super().fetch(case_id)
        goal = case.goals.filter(thing=kwargs["thing"]).order_by("-place").first()
        if goal is None:
            raise Http404
        self.goal: Goal = goal
        return case

    def initial(self) -> dict[str, Any]:
        """Today."""
        return {"day": today()}

    def context(self) -> dict[str, Any]:
        """Also the goal."""
        return {**super().context(), "goal": self.goal}

    def act(self, **told: Any) -> None:
        """Follow up."""
        follow_up_goal(by=self.actor, case_id=self.subject.pk, goal_thing=self.goal.thing, **told)
