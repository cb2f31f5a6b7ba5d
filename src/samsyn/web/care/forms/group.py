"""A group visit: what was common, and who was there with which diagnoses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from samsyn.web.care.acts.grouping import Present
from samsyn.web.care.forms.codes import DiagnosesField, ProceduresField
from samsyn.web.care.forms.parts import minutes_field, professions_field
from samsyn.web.care.grouping import Candidate
from samsyn.web.directory.forms.words import words_field
from samsyn.web.pages.fields import DateField


@dataclass(frozen=True)
class Row:
    """One who may have been there, with the form's two fields."""

    candidate: Candidate
    present: BoundField
    diagnoses: BoundField


class GroupForm(forms.Form):
    """The meeting's own fields stand first; `rows` are drawn as a table after them."""

    say_optional = False

    title = forms.CharField(label=_("Grupp"), max_length=200, error_messages={"required": _("Skriv vilken grupp.")})
    day = DateField(label=_("Datum"))
    minutes = minutes_field(missing=_("Skriv hur många minuter gruppen varade."))
    professions = professions_field(missing=_("Välj vem som ledde gruppen."), label=_("Ledare"))
    procedures = ProceduresField(help_text=_("Gäller alla som var med. Föreslagna efter nivån."))
    words = words_field(_("Innehåll"), help_text=_("Skriv inget om enskilda patienter."))

    def __init__(self, data: Any = None, *, candidates: Sequence[Candidate], **rest: Any) -> None:
        super().__init__(data, **rest)
        self.candidates = candidates
        for each in candidates:
            self.fields[f"present_{each.key}"] = forms.BooleanField(required=False)
            self.fields[f"diagnoses_{each.key}"] = DiagnosesField(
                label=_now("Diagnoser, ärende %(number)s") % {"number": each.number}, initial=list(each.diagnoses)
            )

    @property
    def common(self) -> list[BoundField]:
        """The fields of the meeting."""
        return [self[name] for name in GroupForm.base_fields]

    @property
    def rows(self) -> Iterator[Row]:
        """A row for each who may have been there."""
        for each in self.candidates:
            yield Row(each, self[f"present_{each.key}"], self[f"diagnoses_{each.key}"])

    def clean(self) -> dict[str, Any]:
        """Somebody was there, and all who were can still be registered."""
        facts = super().clean() or self.cleaned_data
        chosen = {name for name in self.data if name.startswith("present_")}
        if chosen - set(self.fields):
            self.add_error(None, _now("En patient som du valde är inte längre i behandling. Välj på nytt och spara."))
        elif not chosen:
            self.add_error(None, _now("Välj minst en patient som var med."))
        return facts

    def told(self) -> dict[str, Any]:
        """As the act wants it."""
        common = {name: self.cleaned_data[name] for name in GroupForm.base_fields}
        return common | {"present": [
            Present(each.case_id, tuple(self.cleaned_data[f"diagnoses_{each.key}"]))
            for each in self.candidates
            if self.cleaned_data[f"present_{each.key}"]
        ]}  # fmt: skip
