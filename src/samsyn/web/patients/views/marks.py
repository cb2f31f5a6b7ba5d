"""Protected identity, deceased, test person."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from samsyn.web.patients.acts.marking import mark_deceased, mark_protection, mark_test
from samsyn.web.patients.forms.writing import DeceasedForm, ProtectForm, TestForm
from samsyn.web.patients.views.acting import PatientActing


class Protect(PatientActing):
    """The person's data are protected, or no longer."""

    action = "patient.protect"
    form_class = ProtectForm
    heading = _("Skyddade personuppgifter")
    lead = _(
        "Den som är märkt syns inte med namn eller nummer i listor, och den som öppnar posten måste skriva varför."
    )
    submit = _("Spara märkningen")
    done = _("Märkningen är sparad.")

    def initial(self) -> dict[str, Any]:
        """As it is."""
        return {"protection": self.subject.protection}

    def act(self, **told: Any) -> None:
        """Mark."""
        mark_protection(by=self.actor, patient_id=self.subject.pk, **told)


class Deceased(PatientActing):
    """The day of death."""

    action = "patient.mark-deceased"
    form_class = DeceasedForm
    heading = _("Avliden")
    lead = _("Besök före dödsdagen kan fortfarande registreras.")
    submit = _("Spara")
    done = _("Uppgiften är sparad.")

    def initial(self) -> dict[str, Any]:
        """As it is."""
        return {"day": self.subject.deceased_on}

    def act(self, **told: Any) -> None:
        """Mark."""
        mark_deceased(by=self.actor, patient_id=self.subject.pk, **told)


class Test(PatientActing):
    """Made up for tests."""

    action = "patient.mark-test"
    form_class = TestForm
    heading = _("Testperson")
    lead = _("En testperson räknas aldrig med i fakturor och rapporter. Läsning av posten loggas ändå.")
    submit = _("Spara märkningen")
    done = _("Märkningen är sparad.")

    def initial(self) -> dict[str, Any]:
        """As it is."""
        return {"is_test": "1" if self.subject.is_test else "0"}

    def act(self, **told: Any) -> None:
        """Mark."""
        mark_test(by=self.actor, patient_id=self.subject.pk, **told)
