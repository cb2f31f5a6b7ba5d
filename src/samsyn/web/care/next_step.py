"""What to do now, and why: one thing, from where the case stands."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from samsyn.guidelines import SPECIALIST, Role
from samsyn.pathway.case_states import ASSESSED, ASSESSMENT, DECIDED, PAUSED, PLANNED, TREATMENT
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.care.contents import CaseContents
from samsyn.web.care.judging import Checks
from samsyn.web.care.models import Case, Suitability
from samsyn.web.care.rules import codes_with, guideline_of
from samsyn.web.care.treatment import Treatment
from samsyn.web.care.words import level_name
from samsyn.web.people.rights import may


@dataclass(frozen=True)
class NextStep:
    """The thing to do, why, and the page where it is done; the action is the one in the table of rights."""

    title: str
    why: str
    action: str = ""
    url: str = ""
    words: str = ""  # on the button


@dataclass(frozen=True)
class _Seen:
    """What the step is chosen from."""

    case: Case
    contents: CaseContents
    treatment: Treatment
    checks: Checks
    by: Actor

    def step(self, title: str, why: str, action: str = "", words: str = "", name: str = "") -> NextStep:
        """A step whose page has the action's own name, unless told otherwise; no button where one may not."""
        if not action or not may(self.by, action, self.case.state):
            return NextStep(title, why)
        url = reverse(f"care:{name or action.partition('.')[2]}", args=[self.case.pk])
        return NextStep(title, why, action, url, words)


def next_step_of(case: Case, contents: CaseContents, treatment: Treatment, checks: Checks, *, by: Actor) -> NextStep:
    """The next step. A case that is over has its last one: the copy to the health centre."""
    seen = _Seen(case, contents, treatment, checks, by)
    if case.patient.deceased_on and not case.is_over:
        why = _("Patienten avled %(day)s. Registrera det som återstår från tiden före, och avsluta sedan ärendet.")
        title = _("Avsluta ärendet: patienten har avlidit")
        return seen.step(title, why % {"day": case.patient.deceased_on}, "case.end", _("Avsluta ärendet"))
    choose = {
        ASSESSMENT: _assess, ASSESSED: _after_assessment, DECIDED: _after_decision, PLANNED: _after_plan,
        TREATMENT: _in_treatment, PAUSED: _in_pause,
    }.get(case.state, _over)  # fmt: skip
    return choose(seen)


def _assess(seen: _Seen) -> NextStep:
    codes = codes_with(Role.ASSESSMENT, seen.case, today())
    why = _("Nivån beslutas efter teamets bedömning.")
    if codes:
        why += " " + _("Den registreras som %(code)s och ska finnas innan behandlingen börjar (%(clause)s).") % {
            "code": codes[0].code, "clause": f"{codes[0].citation.reference}, {codes[0].citation.section}"
        }  # fmt: skip
    return seen.step(_("Gör bedömningen"), why, "case.assess", _("Registrera bedömningen"))


def _after_assessment(seen: _Seen) -> NextStep:
    found = seen.contents.assessment
    assert found is not None  # the case rests on it: it cannot be taken away
    if found.suitability == Suitability.NOT_YET:
        why = _("Bedömningen säger att detta återstår: %(what)s Bedöm igen när det är gjort, eller avsluta ärendet.")
        told = _sentence(found.not_yet_investigated)
        return seen.step(_("Vänta in utredningen"), why % {"what": told}, "case.assess", _("Gör en ny bedömning"))
    if found.suitability == Suitability.NOT_SUITABLE:
        why = _("Bedömningen säger att programmet inte passar. Skriv skälet, så att vårdcentralen kan ta vid.")
        return seen.step(_("Avsluta ärendet: åter till vårdcentralen"), why, "case.end", _("Avsluta ärendet"))
    guideline = guideline_of(seen.case, today())
    language = "en" if get_language() == "en" else "sv"
    levels = guideline.levels if guideline else ()
    why = _("Nivån avgör teamet, timmarna och koderna.")
    if guideline and guideline.criteria:
        why += " " + _("%(title)s har kriterier för %(levels)s.") % {
            "title": guideline.title[language], "levels": ", ".join(levels)
        }  # fmt: skip
    return seen.step(_("Besluta nivå"), why, "case.decide-level", _("Besluta nivå"))


def _after_decision(seen: _Seen) -> NextStep:
    case = seen.case
    if case.level == SPECIALIST:
        why = _("Beslutet är specialistmottagning. Remittera dit, och avsluta ärendet med skälet.")
        return seen.step(_("Avsluta ärendet: till specialistmottagning"), why, "case.end", _("Avsluta ärendet"))
    if case.team.level != case.level:
        why = _("Enheten har inget team för %(level)s. Remittera till ett team som har nivån, eller ändra beslutet.")
        title = _("Patienten behöver ett annat team")
        return seen.step(title, why % {"level": level_name(case.level)}, "case.end", _("Avsluta ärendet"))
    why = _("Planen görs tillsammans med patienten innan behandlingen börjar, med mål som går att mäta och följa upp.")
    return seen.step(_("Gör rehabiliteringsplanen"), why, "case.plan", _("Skriv planen"))


def _after_plan(seen: _Seen) -> NextStep:
    if not seen.contents.goals:
        why = _("En plan utan mål går inte att följa upp. Skriv minst ett mål, hur det mäts och vem som ansvarar.")
        return seen.step(_("Skriv målen"), why, "case.add-goal", _("Lägg till mål"))
    why = _("Planen har mål. Det första besöket startar behandlingsserien.")
    return seen.step(_("Registrera det första besöket"), why, "case.visit", _("Registrera besök"), "visit-new")


def _in_treatment(seen: _Seen) -> NextStep:
    case, contents = seen.case, seen.contents
    if contents.plan is None:
        why = _("Behandlingen har börjat utan plan. Den görs med patienten och intygas vid avslutet.")
        return seen.step(_("Gör rehabiliteringsplanen"), why, "case.plan-later", _("Skriv planen"))
    late = sum(each.waits and each.goal.due_on <= today() for each in contents.goals)
    if late:
        title = ngettext("Följ upp %(count)d mål", "Följ upp %(count)d mål", late) % {"count": late}
        url = reverse("care:case", args=[case.pk]) + "#plan"
        why = _("Dagen då målen skulle följas upp har kommit.")
        return NextStep(title, why, "case.follow-up-goal", url, _("Till målen"))
    if seen.treatment.with_lacks:
        why = _("Besök saknar något som behövs för ersättningen. Det står vid varje besök vad det är.")
        url = reverse("care:case", args=[case.pk]) + "#besok"
        return NextStep(_("Komplettera besöken"), why, "case.correct", url, _("Till besöken"))
    return _treat_or_complete(seen)


def _treat_or_complete(seen: _Seen) -> NextStep:
    hours = seen.treatment.hours
    if hours.standing in ("within", "above") and not seen.checks.remaining:
        why = _("Timmarna är uppnådda och inget krav återstår. Läs kontrollen en sista gång innan du avslutar.")
        return seen.step(_("Avsluta behandlingen, om den är klar"), why, "case.complete", _("Avsluta behandlingen"))
    if seen.checks.remaining:
        count = len(seen.checks.remaining)
        left = ngettext("%(count)d krav återstår", "%(count)d krav återstår", count) % {"count": count}
        why = _("%(left)s innan serien ersätts; vad som behöver göras står under Kontroller.") % {"left": left}
    elif hours.standing == "below":
        why = _("Timmarna är ännu under vad riktlinjen räknar med.")
    else:
        why = _("Behandlingen pågår.")
    return seen.step(_("Fortsätt behandlingen"), why, "case.visit", _("Registrera besök"), "visit-new")


def _in_pause(seen: _Seen) -> NextStep:
    why = _("Behandlingen har uppehåll. När patienten kommer tillbaka fortsätter samma behandlingsserie.")
    return seen.step(_("Återuppta behandlingen när patienten kommer"), why, "case.resume", _("Återuppta"))


def _over(seen: _Seen) -> NextStep:
    if seen.treatment.copies:
        return NextStep(_("Ärendet är klart"), _("Inget mer återstår. Det som är registrerat kan fortfarande rättas."))
    why = _("Vårdcentralen tar vid. Fråga patienten om lov och anteckna svaret.")
    return seen.step(_("Skicka en kopia till vårdcentralen"), why, "case.send-copy", _("Skicka kopia"))


def _sentence(text: str) -> str:
    """The words with a full stop after them."""
    return text if text.endswith((".", "!", "?")) else f"{text}."
