"""Fields for a diagnosis, for a team, and for words."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samsyn.codes import ICD10Code, MalformedCode
from samsyn.web.directory.models import Team


class DiagnosisField(forms.CharField):
    """Any code of ICD-10-SE in any way of writing; the guideline's own are suggested by a list on the page."""

    def __init__(self, *, listed: str, **rest: Any) -> None:
        rest.setdefault("label", _("Preliminär diagnos"))
        rest.setdefault("help_text", _("Kod enligt ICD-10-SE, till exempel M54.5. Riktlinjens diagnoser föreslås."))
        rest.setdefault("widget", forms.TextInput(attrs={"list": listed, "autocomplete": "off", "size": 12}))
        super().__init__(required=False, max_length=120, **rest)

    def clean(self, value: Any) -> str:
        """Return the code as it is compared: M545. Words after it, as a list gives them, are left out."""
        written = super().clean(value)
        for part in (written, written.partition(" ")[0]):
            try:
                return ICD10Code.parse(part).text
            except MalformedCode:
                continue
        if written.strip():
            raise ValidationError(_("Det är ingen diagnoskod. Skriv en bokstav och två siffror, till exempel M54.5."))
        return ""

    def prepare_value(self, value: Any) -> Any:
        """Return what the field shows: the code with its dot."""
        try:
            return str(ICD10Code(value)) if value else value
        except MalformedCode:
            return value


def words_of(label: Any, most: int, help_text: Any = "", *, missing: Any = "") -> forms.CharField:
    """A few lines of text; it may be left empty unless there is something to say when it is `missing`."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=bool(missing),
        max_length=most,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": missing} if missing else None,
    )


def team_choices(teams: Iterable[Team], *, besides: Any = None) -> list[tuple[str, Any]]:
    """The teams by name, with level and place; without the one that is left out."""
    told = [(str(team.pk), _described(team)) for team in teams if team.pk != besides]
    return [("", _("Välj team")), *told]


def _described(team: Team) -> str:
    return ", ".join(filter(None, [team.name, team.level, team.unit.place]))
