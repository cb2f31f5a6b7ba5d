"""The words of a name, one row each, so that a search by any of them uses an index."""

from collections.abc import Iterator

from django.db import models

from samsyn.kernel import search_key, sort_key
from samsyn.web.patients.models.patient import Patient
from samsyn.web.patients.models.secret import PatientOwned

LONGEST_WORD = 200


class NameWord(PatientOwned):
    """A word as digits, two for each letter: `LIKE` and letters are compared in each database's own way, digits never.

    Half the surnames of people with two stand last in the name, and no index on the whole name would find them.
    """

    patient = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="name_words", editable=False)
    word = models.CharField(max_length=LONGEST_WORD, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["patient", "word"], name="each_word_of_a_name_once")]
        indexes = [models.Index(fields=["unit", "word", "patient"], name="patients_by_word")]


def words_of(text: str) -> Iterator[str]:
    """The words of a name or a search, each in the digits that are stored, each once."""
    digits = (sort_key(word)[:LONGEST_WORD] for word in search_key(text).split())
    yield from dict.fromkeys(filter(None, digits))
