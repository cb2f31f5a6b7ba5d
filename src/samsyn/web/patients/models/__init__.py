"""Patient records of a unit, and the numbers and names they are found by."""

from samsyn.web.patients.models.identity import KIND_NAMES, PatientIdentity
from samsyn.web.patients.models.name_word import NameWord
from samsyn.web.patients.models.patient import Patient, Protection, SexChoice
from samsyn.web.patients.models.secret import PatientOwned

__all__ = [
    "KIND_NAMES",
    "NameWord",
    "Patient",
    "PatientIdentity",
    "PatientOwned",
    "Protection",
    "SexChoice",
]
