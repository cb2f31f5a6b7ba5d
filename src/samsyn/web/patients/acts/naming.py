"""Keeping the words by which a name is found."""

from samsyn.web.patients.models import NameWord, Patient
from samsyn.web.patients.models.name_word import words_of


def set_name_words(patient: Patient) -> None:
    """Let the record be found by the words of its name as it is, and by no others."""
    NameWord.across_units.filter(unit_id=patient.unit_id, patient=patient).delete()
    NameWord.across_units.bulk_create(
        NameWord(unit_id=patient.unit_id, region_id=patient.region_id, patient=patient, word=word)
        for word in words_of(patient.name)
    )
