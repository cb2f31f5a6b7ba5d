"""Fields for codes as people write them: "UV 115", "m54.5, R52.2A". Cleaned to the codes that are compared."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.codes import ICD10Code, MalformedCode, ProcedureCode, normalise_code
from samsyn.web.directory.rules import register

_BETWEEN = re.compile(r"[,;\n]+")
Code = type[ICD10Code] | type[ProcedureCode]


class CodesField(forms.CharField):
    """Several codes of one system, with commas between; each is kept once, in the order in which they were written."""

    system: Code
    said_wrong: Promise

    def __init__(self, **rest: Any) -> None:
        rest.setdefault("required", False)
        rest.setdefault("widget", forms.TextInput(attrs={"autocomplete": "off"}))
        super().__init__(max_length=200, **rest)

    def clean(self, value: Any) -> list[str]:
        """Return the codes, normalised."""
        found = [code for part in _BETWEEN.split(super().clean(value)) if part.strip() for code in self._read(part)]
        return list(dict.fromkeys(found))

    def prepare_value(self, value: Any) -> Any:
        """Return what the field shows: the codes as they are usually written."""
        return value if value is None or isinstance(value, str) else ", ".join(self.shown(value))

    @classmethod
    def shown(cls, codes: Iterable[str]) -> list[str]:
        """The codes as they are usually written; one that cannot be read stays as it is."""
        return [written(cls.system, code) for code in codes]

    def parse(self, text: str) -> str:
        """One code, normalised; MalformedCode where it is none."""
        return self.system.parse(text).text

    def _read(self, part: str) -> list[str]:
        """One code with a space in it, or several with spaces between."""
        for several in ([part], part.split()):
            try:
                return [self.parse(each) for each in several]
            except MalformedCode:
                continue
        raise ValidationError(self.said_wrong, params={"code": part.strip()[:40]})


class DiagnosesField(CodesField):
    """Diagnoses, the main one first."""

    system = ICD10Code
    said_wrong = _("”%(code)s” är ingen diagnoskod. Skriv till exempel M54.5, och skilj flera med komma.")

    def __init__(self, **rest: Any) -> None:
        rest.setdefault("label", _("Diagnoser"))
        rest.setdefault("help_text", _("Huvuddiagnosen först, flera skiljs med komma. Till exempel M54.5"))
        super().__init__(**rest)


class ProceduresField(CodesField):
    """Procedure codes: those of KVÅ, and what a guideline calls the events of a programme without codes there."""

    system = ProcedureCode
    said_wrong = _("”%(code)s” är ingen åtgärdskod. Skriv två bokstäver och tre siffror, och skilj flera med komma.")

    def __init__(self, **rest: Any) -> None:
        rest.setdefault("label", _("Åtgärdskoder"))
        rest.setdefault("help_text", _("Föreslagna efter nivån. Flera skiljs med komma."))
        super().__init__(**rest)

    def parse(self, text: str) -> str:
        """A code of a guideline, whatever it looks like; else one of KVÅ."""
        code = normalise_code(text)
        return code if code in register().all_codes else super().parse(text)


def written(system: Code, code: str) -> str:
    """A normalised code as it is usually written: M545 is M54.5."""
    try:
        return str(system(code))
    except MalformedCode:
        return code


def diagnoses_in_words(codes: Sequence[str]) -> str:
    """The diagnoses as they are usually written, with commas."""
    return ", ".join(DiagnosesField.shown(codes))
