"""What was looked at and what is asked, in words: the core's short texts made readable, one function a kind of check.

The core's text is shown as it is where a kind has no words of its own here.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.codes import ICD10Code
from samsyn.guidelines import Condition, Guideline, Role, checks
from samsyn.web.care.series_words import count_of, days_in, level_and_start, spoken_hours
from samsyn.web.directory.templatetags.money import kronor
from samsyn.web.directory.words import WORDS, either, word

_TOKEN = re.compile(r"[a-z]+(?:[_-][a-z]+)*")


@dataclass(frozen=True)
class Around:
    """What the words need beside the finding."""

    guideline: Guideline
    level: str
    start: date
    closing: date
    team_names: Mapping[str, str]
    undiagnosed: tuple[date, ...]  # the days of visits without diagnosis

    @property
    def amount(self) -> str:
        """What the guideline states for a series at the level."""
        money = self.guideline.amount(self.level).money
        return kronor(money.ore) if money else ""


Words = Callable[[Any, str, Around], str]


def observed_words(condition: Condition, text: str, around: Around) -> str:
    """What is registered."""
    words = _OBSERVED.get(type(condition.check))
    return capfirst(words(condition.check, text, around) if words else in_words(text) or _("Inget är registrerat."))


def required_words(condition: Condition, text: str, around: Around) -> str:
    """What the guideline asks."""
    words = _REQUIRED.get(type(condition.check))
    return capfirst(words(condition.check, text, around) if words else in_words(text))


def in_words(text: str) -> str:
    """The text with each word of the data in the reader's language."""
    return _TOKEN.sub(lambda found: str(WORDS.get(found[0], found[0])), text)


def _age(_check: Any, text: str, _around: Around) -> str:
    return _("%(age)s år") % {"age": text} if text else _("Födelsedatum saknas.")


def _diagnoses(_check: Any, text: str, _around: Around) -> str:
    return text or _("Ingen diagnos är registrerad.")


def _listed(_check: Any, text: str, around: Around) -> str:
    codes = ", ".join(str(ICD10Code(each.code.text)) for each in around.guideline.diagnoses)
    return _("Någon av %(codes)s") % {"codes": codes or text}


def _every_visit(_check: Any, _text: str, around: Around) -> str:
    if not around.undiagnosed:
        return _("Alla besök har diagnos.")
    days = ", ".join(str(day) for day in around.undiagnosed)
    count = len(around.undiagnosed)
    return ngettext("Saknas vid %(count)d besök: %(days)s", "Saknas vid %(count)d besök: %(days)s", count) % {
        "count": count,
        "days": days,
    }


def _since(_check: Any, text: str, _around: Around) -> str:
    days = days_in(text)
    return _("Sedan %(day)s") % {"day": days[0]} if days else _("När smärtan började är inte registrerat.")


def _months_before(check: checks.PainDuration, _text: str, around: Around) -> str:
    words = ngettext(
        "Minst %(count)d månad när serien börjar, %(day)s",
        "Minst %(count)d månader när serien börjar, %(day)s",
        check.months,
    )
    return words % {"count": check.months, "day": around.start}


def _yes_or_no(_check: Any, text: str, _around: Around) -> str:
    answers = {"yes": _("Ja"), "no": _("Nej")}
    return answers.get(text) or _("Inget är registrerat. Ni intygar det när ni fakturerar.")


def _yes(_check: Any, _text: str, _around: Around) -> str:
    return _("Ja")


def _assessed(_check: Any, text: str, _around: Around) -> str:
    return _("Bedömning %(day)s") % {"day": text} if text else _("Ingen bedömning är registrerad hos er före start.")


def _assessed_in_time(_check: Any, text: str, around: Around) -> str:
    before = days_in(text.partition(" < ")[0]) if " < " in text else []
    if before:
        return _("Efter %(before)s och senast %(day)s") % {"before": before[0], "day": around.start}
    return _("Senast den dag serien börjar, %(day)s") % {"day": around.start}


def _completed_at(_check: Any, text: str, _around: Around) -> str:
    return _("Vid enheten %(unit)s") % {"unit": text} if text else _("Inte avslutad än.")


def _own_unit(_check: Any, text: str, _around: Around) -> str:
    return _("Vid den enhet som började, %(unit)s") % {"unit": text}


def _teams(_check: Any, text: str, around: Around) -> str:
    names = ", ".join(around.team_names.get(each, each) for each in text.split(", ") if each)
    return names or _("Inget av enhetens team.")


def _accredited_all_days(_check: Any, _text: str, around: Around) -> str:
    told = {"level": around.level, "first": around.start, "last": around.closing}
    return _("Ett team som är godkänt för %(level)s alla dagar %(first)s till %(last)s") % told


def _module_by(_check: Any, text: str, _around: Around) -> str:
    module, _sign, day = text.partition("≤ ")
    if not module.strip():
        return _("Anslutet senast %(day)s") % {"day": day}
    return _("Modulen för %(module)s, senast %(day)s") % {"module": in_words(module.strip()), "day": day}


def _registered(_check: Any, text: str, _around: Around) -> str:
    return _("Registrerad %(day)s") % {"day": text} if text else _("Ingen registrering hos er i tid och rätt modul.")


def _registered_since(_check: Any, text: str, _around: Around) -> str:
    before, _sign, day = text.partition("≥ ")
    _unit, _space, module = before.strip().partition(" ")
    if not module:
        return _("Tidigast %(day)s") % {"day": day}
    return _("I modulen för %(module)s, tidigast %(day)s") % {"module": in_words(module), "day": day}


def _begins(_check: Any, _text: str, around: Around) -> str:
    return _("Serien börjar %(day)s") % {"day": around.start}


def _not_before(_check: Any, text: str, _around: Around) -> str:
    days = days_in(text)
    if not days:
        return _("Ingen tidigare serie hos er är i vägen.")
    level, start = level_and_start(text)
    told = {"day": days[0], "level": level, "start": start}
    return _("Tidigast %(day)s, efter serien på %(level)s som började %(start)s") % told


def _hours(_check: Any, text: str, _around: Around) -> str:
    return spoken_hours(text) or _("Inga minuter är registrerade.")


def _about_hours(check: checks.Hours, text: str, around: Around) -> str:
    norm = check.by_level.get(around.level)
    return _("%(least)d–%(most)d timmar") % {"least": norm[0], "most": norm[1]} if norm else text


def _professions(_check: Any, text: str, _around: Around) -> str:
    return ", ".join(word(each) for each in text.split(", ") if each) or _("Ingen profession är registrerad.")


def _so_many(check: checks.Multiprofessional, text: str, around: Around) -> str:
    norm = check.by_level.get(around.level)
    if norm is None:
        return text
    return _("Minst %(count)d av: %(which)s") % {
        "count": norm.at_least,
        "which": ", ".join(word(each) for each in norm.of),
    }


def _amount(_check: Any, _text: str, around: Around) -> str:
    return around.amount or _("Ingen källa anger något belopp.")


def _guideline(_check: Any, _text: str, around: Around) -> str:
    told = {"reference": around.guideline.reference, "period": around.guideline.period}
    return _("Riktlinjen %(reference)s gäller %(period)s och anger beloppet") % told


def _ground(_check: Any, text: str, _around: Around) -> str:
    grounds = {
        "stated": _("Angivet för perioden."),
        "carried-forward": _("Överfört från en tidigare period."),
        "not-stated": _("Inte angivet."),
    }
    return grounds.get(text, grounds["not-stated"])


def _work_contacts(_check: Any, text: str, _around: Around) -> str:
    count = count_of(text)
    return ngettext("%(count)d kontakt", "%(count)d kontakter", count) % {"count": count} if count else _("Ingen.")


def _with_a_code(_check: Any, _text: str, around: Around) -> str:
    codes = around.guideline.codes_for(Role.COORDINATION)
    return _("Minst en under seriens gång, med koden %(codes)s") % {"codes": either(codes)}


def _coded(_check: Any, text: str, _around: Around) -> str:
    count = count_of(text)
    return ngettext("%(count)d gång", "%(count)d gånger", count) % {"count": count} if count else _("Inte en gång.")


def _at_least_once(_check: Any, _text: str, _around: Around) -> str:
    return _("Minst en gång")


def _weeks(check: checks.ProgrammeLength, _text: str, around: Around) -> str:
    told = {"count": check.weeks, "day": around.start + timedelta(weeks=check.weeks)}
    return (
        ngettext("Minst %(count)d vecka: tidigast %(day)s", "Minst %(count)d veckor: tidigast %(day)s", check.weeks)
        % told
    )


def _closing(_check: Any, _text: str, around: Around) -> str:
    return _("%(first)s till %(last)s") % {"first": around.start, "last": around.closing}


def _ended_on(_check: Any, text: str, _around: Around) -> str:
    days = days_in(text)
    return _("En tidigare ersatt serie avslutades %(day)s") % {"day": days[-1]} if days else ""


def _nothing(_check: Any, _text: str, _around: Around) -> str:
    return ""


_OBSERVED: dict[type, Words] = {
    checks.InForce: _amount,
    checks.OngoingCoded: _coded,
    checks.Age: _age,
    checks.DiagnosisListed: _diagnoses,
    checks.DiagnosisEveryVisit: _every_visit,
    checks.PainDuration: _since,
    checks.Attested: _yes_or_no,
    checks.AssessmentCoded: _assessed,
    checks.CompletionUnit: _completed_at,
    checks.TeamAccredited: _teams,
    checks.NrsConnected: _teams,
    checks.NrsRegistered: _registered,
    checks.TreatmentGap: _begins,
    checks.Hours: _hours,
    checks.Multiprofessional: _professions,
    checks.ProgrammeLength: _closing,
    checks.PriceBasis: _ground,
    checks.WorkContact: _work_contacts,
    checks.SameYear: _ended_on,
    checks.DuplicateCompletion: _coded,
}
_REQUIRED: dict[type, Words] = {
    checks.InForce: _guideline,
    checks.OngoingCoded: _at_least_once,
    checks.Age: _age,
    checks.DiagnosisListed: _listed,
    checks.DiagnosisEveryVisit: _nothing,
    checks.PainDuration: _months_before,
    checks.Attested: _yes,
    checks.AssessmentCoded: _assessed_in_time,
    checks.CompletionUnit: _own_unit,
    checks.TeamAccredited: _accredited_all_days,
    checks.NrsConnected: _module_by,
    checks.NrsRegistered: _registered_since,
    checks.TreatmentGap: _not_before,
    checks.Hours: _about_hours,
    checks.Multiprofessional: _so_many,
    checks.ProgrammeLength: _weeks,
    checks.WorkContact: _with_a_code,
    checks.PriceBasis: _nothing,
    checks.DuplicateCompletion: _nothing,
}
