"""Forms of the administrators' pages."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.clock import today
from samsyn.web.organisations.models import Unit
from samsyn.web.pages.fields import DateField
from samsyn.web.people.role_names import ROLE_NAMES
from samsyn.web.people.role_places import AT_OFFICE, AT_PROVIDER
from samsyn.web.people.within import units_within


def _needed(words: Any) -> dict[str, Any]:
    """What is said where nothing was written: what to do."""
    return {"required": words}


class UnitField(forms.ModelChoiceField):
    """A unit by its name and place."""

    def label_from_instance(self, obj: Unit) -> str:
        """Name, place and HSA-id: two units may have the same name."""
        return ", ".join(filter(None, (obj.name, obj.place, obj.hsa_id)))


class SearchForm(forms.Form):
    """What the list of users is searched by."""

    q = forms.CharField(label=_("Namn, användarnamn eller HSA-id"), max_length=100, required=False)
    state = forms.ChoiceField(
        label=_("Konto"), required=False, choices=[("", _("Alla")), ("open", _("Öppna")), ("closed", _("Stängda"))]
    )


class AssignmentForm(forms.Form):
    """A role at a unit, from a day."""

    unit = UnitField(
        label=_("Enhet"),
        queryset=Unit.objects.none(),
        empty_label=_("Välj enhet"),
        error_messages=_needed(_("Välj en enhet.")),
    )
    role = forms.ChoiceField(label=_("Roll"), error_messages=_needed(_("Välj en roll.")))
    first_day = DateField(label=_("Från och med"))
    last_day = DateField(label=_("Till och med"), required=False, help_text=_("Tomt: tills vidare."))

    def __init__(self, data: Any = None, *, by: Actor) -> None:
        super().__init__(data, initial={"first_day": today()})
        self.fields["unit"].queryset = units_within(by).order_by("sort_key")  # type: ignore[attr-defined]
        roles = [role for role in Role if role in AT_PROVIDER or (by.at_region_office and role in AT_OFFICE)]
        self.fields["role"].choices = [("", _("Välj roll")), *((each.value, ROLE_NAMES[each]) for each in roles)]  # type: ignore[attr-defined]

    def clean_role(self) -> Role:
        """The role itself."""
        return Role(self.cleaned_data["role"])


class UserForm(AssignmentForm):
    """A new person and what they first are."""

    name = forms.CharField(label=_("Namn"), max_length=200, error_messages=_needed(_("Skriv personens namn.")))
    username = forms.CharField(
        label=_("Användarnamn"), min_length=3, max_length=150,
        help_text=_("Bokstäver, siffror, punkt och bindestreck."),
        error_messages=_needed(_("Skriv ett användarnamn.")),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}),
    )  # fmt: skip
    hsa_id = forms.CharField(
        label=_("HSA-id"), max_length=64, required=False, help_text=_("Behövs för den som loggar in genom regionen.")
    )
    field_order = ("name", "username", "hsa_id", "unit", "role", "first_day", "last_day")


class EndForm(forms.Form):
    """When an assignment ends."""

    last_day = DateField(label=_("Sista dag"), required=False, help_text=_("Tomt: uppdraget avslutas nu."))


class CommissionForm(forms.Form):
    """A line from commissions to a role."""

    purpose = forms.CharField(
        label=_("Ändamål"),
        max_length=100,
        help_text=_("Som i HSA-katalogen, till exempel Vård och behandling."),
        error_messages=_needed(_("Skriv ändamålet.")),
    )
    name_contains = forms.CharField(
        label=_("Uppdragets namn innehåller"), max_length=100, required=False, help_text=_("Tomt: alla uppdrag.")
    )
    at_region_office = forms.BooleanField(label=_("Gäller uppdrag vid regionens kontor"), required=False)
    role = forms.ChoiceField(label=_("Roll"), required=False)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        roles = [(each.value, ROLE_NAMES[each]) for each in Role if each is not Role.ADMINISTRATOR]
        self.fields["role"].choices = [("", _("Ingen: släpps inte in")), *roles]  # type: ignore[attr-defined]

    def clean_role(self) -> Role | None:
        """The role itself, or none."""
        return Role(self.cleaned_data["role"]) if self.cleaned_data["role"] else None
