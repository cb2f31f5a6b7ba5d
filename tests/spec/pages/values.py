"""The numbers, codes and names that a guideline gives a condition, as a case officer would say them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from samsyn.guidelines import Condition, Guideline, Role, checks
from tests.spec.model import Language, Text
from tests.spec.pages.layout import BREAK, kronor, link
from tests.spec.pages.texts import DIAGNOSES
from tests.spec.words import WORDS, listed, word


def values_of(condition: Condition, guideline: Guideline, language: Language) -> str:
    """The values of the condition under the guideline; a dash where it has none."""
    told = _BY_CHECK.get(type(condition.check))
    return told(condition.check, guideline, language) if told else "–"


def _in(language: Language, sv: str, en: str) -> str:
    return Text(sv, en).told(language)


def _codes(role: Role) -> Callable[[Any, Guideline, Language], str]:
    def told(_: object, guideline: Guideline, language: Language) -> str:
        between = f" {_in(language, 'eller', 'or')} " if role is Role.COORDINATION else ", "
        return between.join(
            f"{code.code}{f' ({code.level})' * bool(code.level)}" for code in guideline.codes if code.role is role
        )

    return told


def _amounts(_: object, guideline: Guideline, language: Language) -> str:
    return BREAK.join(
        f"{a.level}: {kronor(a.money, language) or word(a.ground.value, language)}" for a in guideline.amounts
    )


def _grounds(_: object, guideline: Guideline, language: Language) -> str:
    return BREAK.join(f"{a.level}: {word(a.ground.value, language)}" for a in guideline.amounts)


def _age(check: checks.Age, _: Guideline, language: Language) -> str:
    return _in(language, f"{check.youngest}–{check.oldest} år", f"{check.youngest}–{check.oldest} years")


def _diagnoses(_: object, guideline: Guideline, language: Language) -> str:
    count = len(guideline.diagnoses)
    return link(DIAGNOSES.told(language), _in(language, f"{count} diagnoser", f"{count} diagnoses"))


def _pain(check: checks.PainDuration, _: Guideline, language: Language) -> str:
    return _in(language, f"{check.months} kalendermånader", f"{check.months} calendar months")


def _nrs(_: object, guideline: Guideline, language: Language) -> str:
    if guideline.nrs is None:
        return "–"
    return BREAK.join(
        f"{word(key, language) if key in WORDS else key} → {word(f'module {module}', language)}"
        for key, module in guideline.nrs.modules.items()
    )


def _registered(check: checks.NrsRegistered, _: Guideline, language: Language) -> str:
    return _in(language, f"{check.days_before} dagar före start", f"{check.days_before} days before the start")


def _gap(check: checks.TreatmentGap, _: Guideline, language: Language) -> str:
    at_once = ", ".join(f"{earlier} → {later}" for earlier, later in check.allowed_at_once)
    return _in(
        language,
        f"{check.months} kalendermånader{BREAK}direkt: {at_once}",
        f"{check.months} calendar months{BREAK}at once: {at_once}",
    )


def _care(check: checks.CareLevel, _: Guideline, language: Language) -> str:
    return BREAK.join(f"{level}: {word(meant, language)}" for level, meant in check.by_level.items())


def _hours(check: checks.Hours, _: Guideline, language: Language) -> str:
    unit = _in(language, "timmar", "hours")
    return BREAK.join(f"{level}: {least}–{most} {unit}" for level, (least, most) in check.by_level.items())


def _professions(check: checks.Multiprofessional, _: Guideline, language: Language) -> str:
    least, of = _in(language, "minst", "at least"), _in(language, "av", "of")
    lines = [
        f"{level}: {least} {norm.at_least} {of} {listed(norm.of, language)}" for level, norm in check.by_level.items()
    ]
    as_one = _in(language, "räknas som en", "count as one")
    lines += [f"{listed(group, language, ' + ')}: {as_one}" for group in check.counted_as_one]
    return BREAK.join(lines)


def _composition(check: checks.Composition, _: Guideline, language: Language) -> str:
    return BREAK.join(f"{level}: {_norm(norm, language)}" for level, norm in check.by_level.items())


def _norm(norm: checks.TeamNorm, language: Language) -> str:
    places = "; ".join(_place(place, language) for place in norm.places)
    told = f"{_in(language, 'minst', 'at least')} {norm.at_least} {_in(language, 'av', 'of')} {places}"
    if len(norm.obligatory) < norm.at_least:
        told += f". {_in(language, 'Alltid', 'Always')} {listed(norm.obligatory, language)}"
    if norm.one_with:
        told += f". {_in(language, 'Minst en med', 'At least one with')} {word(norm.one_with, language)}"
    return told


def _place(place: checks.Place, language: Language) -> str:
    told = listed(place.professions, language, f" {_in(language, 'eller', 'or')} ")
    if place.also_with:
        trained, also = word(place.also_with, language), listed(place.also_professions, language)
        told += _in(language, f" (med {trained} även {also})", f" (with {trained} also {also})")
    return f"{told} ({word(place.needs, language)})" if place.needs else told


def _weeks(check: checks.ProgrammeLength, _: Guideline, language: Language) -> str:
    return _in(language, f"minst {check.weeks} veckor", f"at least {check.weeks} weeks")


def _volume(check: checks.Volume, _: Guideline, language: Language) -> str:
    return _in(language, f"{check.patients} patienter", f"{check.patients} patients")


def _follow_up(_: object, guideline: Guideline, language: Language) -> str:
    terms = guideline.follow_up
    if terms is None:
        return "–"
    return _in(language, f"för {terms.period}, senast {terms.due}", f"for {terms.period}, by {terms.due}")


def _points(check: checks.LintonAbove, _: Guideline, language: Language) -> str:
    bound = "≥" if check.including else ">"
    form = {"": Text("", ""), "short": Text(", kort form", ", short form"), "full": Text(", lång form", ", full form")}
    return _in(language, f"{bound} {check.points} poäng", f"{bound} {check.points} points") + form[check.form].told(
        language
    )


def _sick_leave(check: checks.LongSickLeave, _: Guideline, language: Language) -> str:
    return _in(language, f"{check.months} kalendermånader", f"{check.months} calendar months")


_BY_CHECK: dict[type, Callable[[Any, Guideline, Language], str]] = {
    checks.InForce: _amounts,
    checks.OngoingCoded: _codes(Role.ONGOING),
    checks.Age: _age,
    checks.DiagnosisListed: _diagnoses,
    checks.PainDuration: _pain,
    checks.AssessmentCoded: _codes(Role.ASSESSMENT),
    checks.CompletionUnit: _codes(Role.COMPLETION),
    checks.NrsConnected: _nrs,
    checks.NrsRegistered: _registered,
    checks.TreatmentGap: _gap,
    checks.CareLevel: _care,
    checks.Hours: _hours,
    checks.Multiprofessional: _professions,
    checks.ProgrammeLength: _weeks,
    checks.PriceBasis: _grounds,
    checks.WorkContact: _codes(Role.COORDINATION),
    checks.DuplicateCompletion: _codes(Role.COMPLETION),
    checks.Composition: _composition,
    checks.Volume: _volume,
    checks.TeamNrsConnected: _nrs,
    checks.FollowUpReport: _follow_up,
    checks.LintonAbove: _points,
    checks.LongSickLeave: _sick_leave,
}
