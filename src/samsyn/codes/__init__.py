"""Codes as they are compared: one type per code system, so that mixing two is an error."""

from samsyn.codes.normalising import normalise_code
from samsyn.codes.systems import ICD10Code, MalformedCode, ProcedureCode, ProgrammeCode

__all__ = ["ICD10Code", "MalformedCode", "ProcedureCode", "ProgrammeCode", "normalise_code"]
