"""Registering and correcting."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.web.pages.fields import DateField
from samsyn.web.pages.versioned import VersionForm
from samsyn.web.patients.acts.registering import Told
from samsyn.web.patients.forms.fields import NameField, NumberField, reason_field
from samsyn.web.patients.models import Patient, Protection, SexChoice


class ToldForm(forms.Form):
    """What is written about a person beside the number."""

    given_name = NameField(label=_("Förnamn"), required=False)
    family_name = NameField(label=_("Efternamn"), error_messages={"required": _("Skriv efternamnet.")})
    birth_date = DateField(
        label=_("Födelsedag"), required=False, help_text=_("Fyll i bara om den är känd och inte står i numret.")
    )
    sex = forms.ChoiceField(
        label=_("Kön"),
        choices=SexChoice.choices,
        initial=SexChoice.UNKNOWN,
        help_text=_("Behöver bara väljas om det inte framgår av numret."),
    )

    def told(self) -> Told:
        """As the acts want it."""
        fields = ("given_name", "family_name", "birth_date", "sex")
        return Told(**{field: self.cleaned_data[field] for field in fields if field in self.cleaned_data})


class RegisterForm(ToldForm):
    """A new patient."""

    number = NumberField()
    field_order = ["number", "given_name", "family_name", "birth_date", "sex"]


class CorrectForm(VersionForm, ToldForm):
    """What may be written anew: birth date and sex only where the number does not tell them."""

    field_order = ["given_name", "family_name", "birth_date", "sex"]

    def __init__(self, patient: Patient, data: object = None) -> None:
        told = {field: getattr(patient, field) for field in ("given_name", "family_name", "birth_date", "sex")}
        super().__init__(data, initial={"version": patient.version, **told})
        identity = patient.main_identity.identity
        if identity.birth_date:
            del self.fields["birth_date"]
        if identity.sex:
            del self.fields["sex"]


class GiveNumberForm(VersionForm):
    """Another number of the same person."""

    number = NumberField(label=_("Nytt nummer"))
    valid_from = DateField(label=_("Används från"))
    replaces = forms.TypedChoiceField(
        label=_("Huvudnummer"),
        choices=[("1", _("Ersätter det nuvarande huvudnumret")), ("0", _("Läggs till vid sidan av huvudnumret"))],
        coerce=lambda value: value == "1",
        initial="1",
        widget=forms.RadioSelect,
        help_text=_("Det gamla numret går fortfarande att söka på."),
    )


class WithdrawNumberForm(VersionForm):
    """A number that was never the person's."""

    reason = reason_field(_("Varför är numret fel?"), _("Till exempel: numret tillhör en annan person."))


class ProtectForm(VersionForm):
    """Protected identity, or no longer."""

    protection = forms.ChoiceField(
        label=_("Skyddade personuppgifter"), choices=Protection.choices, widget=forms.RadioSelect
    )
    reason = reason_field(_("Skäl"), _("Till exempel: besked från Skatteverket. Skriv inga adresser."))


class DeceasedForm(VersionForm):
    """The day of death; empty takes a wrong one away."""

    day = DateField(label=_("Dödsdag"), required=False, help_text=_("Lämna tomt för att ta bort en felaktig dödsdag."))
    reason = reason_field(_("Skäl"), _("Behövs bara om dödsdagen tas bort."), required=False)


class TestForm(VersionForm):
    """Made up for tests, or not."""

    is_test = forms.TypedChoiceField(
        label=_("Personen är"),
        choices=[("1", _("påhittad, för test")), ("0", _("en verklig person"))],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
    )
    reason = reason_field(_("Skäl"))


class FindOtherForm(forms.Form):
    """The other record of the same person."""

    number = NumberField(label=_("Den andra postens nummer"))


class ReasonForm(forms.Form):
    """Only a reason."""

    reason = reason_field(_("Skäl"), _("Till exempel: samma person enligt Skatteverkets besked om nytt personnummer."))


class OpenForm(forms.Form):
    """Why a protected person's record is opened."""

    reason = reason_field(
        _("Varför behöver du öppna posten?"), _("Skälet står i åtkomstloggen tillsammans med ditt namn.")
    )
