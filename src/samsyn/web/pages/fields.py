"""Form fields that take what people in Sweden write, say how to mend what they cannot take, and normalise the rest."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samsyn.web.pages.dates import read_day


class DateField(forms.DateField):
    """A day in any usual form; shown as 2019-03-01."""

    default_error_messages = {
        "required": _("Skriv ett datum, till exempel 2019-03-01."),
        "invalid": _("Skriv datumet som år-månad-dag, till exempel 2019-03-01."),
        "no_such_day": _("Den dagen finns inte i kalendern. Kontrollera år, månad och dag."),
    }

    def __init__(self, **rest: Any) -> None:
        rest.setdefault("help_text", _("Till exempel 2019-03-01"))
        rest.setdefault("widget", forms.TextInput(attrs={"size": 14, "autocomplete": "off"}))
        super().__init__(**rest)

    def to_python(self, value: Any) -> date | None:
        """Return the day, or none for an empty answer."""
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        try:
            day = read_day(str(value))
        except ValueError:
            raise ValidationError(self.error_messages["no_such_day"], code="no_such_day") from None
        if day is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return day

    def prepare_value(self, value: Any) -> Any:
        """Return what the field shows: a day that can be read, as 2019-03-01; else just what was written."""
        if isinstance(value, str):
            try:
                value = read_day(value) or value
            except ValueError:
                return value
        return value.isoformat()[:10] if isinstance(value, date) else value


class DecimalField(forms.DecimalField):
    """A number with a decimal comma; point, spaces between thousands and a unit after it are taken too."""

    default_error_messages = {
        "required": _("Skriv ett tal, till exempel 12,5."),
        "invalid": _("Skriv ett tal med siffror, till exempel 12,5."),
        "max_decimal_places": _("Skriv talet med färre decimaler, högst %(max)s."),
        "max_digits": _("Talet har för många siffror. Skriv högst %(max)s."),
        "max_whole_digits": _("Talet är för stort. Skriv högst %(max)s siffror före kommat."),
    }

    def __init__(self, *, unit: str = "", **rest: Any) -> None:
        self.unit = unit
        least, most = rest.get("min_value"), rest.get("max_value")
        words = dict(rest.pop("error_messages", None) or {})
        if least is not None:
            words.setdefault("min_value", format_lazy(_("Skriv ett tal som är minst {least}."), least=comma(least)))
        if most is not None:
            words.setdefault("max_value", format_lazy(_("Skriv ett tal som är högst {most}."), most=comma(most)))
        rest.setdefault("widget", forms.TextInput(attrs={"size": 12, "inputmode": "decimal", "autocomplete": "off"}))
        super().__init__(error_messages=words, **rest)

    def to_python(self, value: Any) -> Decimal | None:
        """Return the number, or none for an empty answer."""
        return super().to_python(self._plain(value) if isinstance(value, str) else value)

    def prepare_value(self, value: Any) -> Any:
        """Return what the field shows: the number with a comma."""
        return value if isinstance(value, str) or value is None else comma(value)

    def _plain(self, text: str) -> str:
        text = text.strip().removesuffix(self.unit).replace("\N{MINUS SIGN}", "-")
        text = "".join(text.split())
        if "," in text:
            text = text.replace(".", "").replace(",", ".")
        return text


def comma(number: Decimal | float | int) -> str:
    """Return a number as Swedish writes it: 12,5."""
    return f"{number:f}".replace(".", ",") if isinstance(number, Decimal) else str(number).replace(".", ",")
