"""The few words in which every answer is given (rules, section 2)."""

from enum import StrEnum


class Force(StrEnum):
    """How binding a condition is."""

    MUST = "must"  # ska, krävs, skall
    SHOULD = "should"  # bör, som regel, cirka, huvudsakligen
    INFO = "info"


class Evidence(StrEnum):
    """What a condition rests on: a register, or the provider's word, certified by invoicing."""

    REGISTER = "register"
    ATTESTED = "attested"


class Outcome(StrEnum):
    """A condition held against the facts."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"  # a register should hold the evidence, and it is missing
    ATTESTED = "attested"  # no register holds the evidence; the provider certifies it


class Decision(StrEnum):
    """What is decided on a series."""

    APPROVED = "approved"
    DENIED = "denied"
    REVIEW = "review"
    OPEN = "open"
