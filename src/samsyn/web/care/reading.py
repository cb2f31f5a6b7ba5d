"""A registration read aloud: each of its fields by name and in words."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import Field
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samsyn.web.care.acts.registering import said_fields
from samsyn.web.care.forms.codes import diagnoses_in_words
from samsyn.web.care.models import Ending, LevelDecision, Registered
from samsyn.web.care.rules import guideline_of
from samsyn.web.care.words import ending_name, level_name
from samsyn.web.directory.words import word

_UNSAID = {"goal_thing", "findings", "group"}
"""What is not read aloud: inner ids, and the checks that are kept with a completion."""
_IN_WORDS: dict[str, Callable[[Any], Any]] = {
    "professions": lambda values: ", ".join(word(value) for value in values),
    "diagnoses": diagnoses_in_words,
    "level": level_name,
    "profession": word,
    "module": word,
}


def said_in_words(row: Registered) -> list[tuple[str, Any]]:
    """What it is called and what it says, field by field; what is empty is left out."""
    names = [name for name in said_fields(type(row)) if name not in _UNSAID]
    told = [(_name(row, name), _words(row, name)) for name in names]
    return [(name, words) for name, words in told if words not in ("", None)]


def criteria_in_words(decision: LevelDecision) -> list[str]:
    """The criteria that were ticked, as the guideline of the day has them; an unknown one by its id."""
    guideline = guideline_of(decision.case, decision.day)
    language = "en" if get_language() == "en" else "sv"
    labels = {each.id: each.label[language] for each in guideline.criteria} if guideline else {}
    return [labels.get(each, each) for each in decision.criteria]


def _name(row: Registered, name: str) -> str:
    if isinstance(row, Ending) and name == "kind":
        return _("Hur ärendet avslutades")
    return capfirst(row._meta.get_field(name).verbose_name)  # type: ignore[union-attr, return-value]


def _words(row: Registered, name: str) -> str | None:
    value = getattr(row, name)
    if isinstance(row, LevelDecision) and name == "criteria":
        return "; ".join(criteria_in_words(row))
    if isinstance(row, Ending) and name == "kind":
        return str(ending_name(value))
    if name in _IN_WORDS:
        return str(_IN_WORDS[name](value)) if value else ""
    if _has_choices(row, name):
        return str(getattr(row, f"get_{name}_display")())
    return _plain(value)


def _plain(value: Any) -> str | None:
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    if isinstance(value, date):
        return value.isoformat()
    return ", ".join(value) if isinstance(value, list) else value if value is None else str(value)


def _has_choices(row: Registered, name: str) -> bool:
    field = row._meta.get_field(name)
    return isinstance(field, Field) and bool(field.choices)
