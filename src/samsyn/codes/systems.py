"""The code systems, as frozen values: ICD-10-SE, KVÅ, and a programme's own names for its events."""

import re
from dataclasses import dataclass
from typing import Self

from samsyn.codes.normalising import normalise_code

_ICD10 = re.compile(r"[A-Z]\d{2}[0-9A-Z]{0,3}")
_PROCEDURE = re.compile(r"[A-Z]{2}\d{3}|[A-Z]{3}\d{2}")
_PROGRAMME = re.compile(r"[A-Z]{6,24}")
_SUBDIVIDED_LENGTH = 4


class MalformedCode(ValueError):
    """A text that is no code of the system it is said to belong to."""


@dataclass(frozen=True, order=True)
class ICD10Code:
    """A diagnosis code of ICD-10-SE, without its dot: M545, R522A."""

    text: str

    def __post_init__(self) -> None:
        if not _ICD10.fullmatch(self.text):
            raise MalformedCode(f"“{self.text}” is no ICD-10-SE code: a letter and two digits, then up to three more.")

    @classmethod
    def parse(cls, written: str) -> Self:
        """The code, however its dot, spaces and case are written."""
        return cls(normalise_code(written))

    @property
    def covers_subdivisions(self) -> bool:
        """Whether a list that holds this code means its subdivisions too (a four-character code does)."""
        return len(self.text) == _SUBDIVIDED_LENGTH

    def __str__(self) -> str:
        return self.text if len(self.text) <= 3 else f"{self.text[:3]}.{self.text[3:]}"


@dataclass(frozen=True, order=True)
class ProcedureCode:
    """A procedure code of KVÅ: UV110."""

    text: str

    def __post_init__(self) -> None:
        if not _PROCEDURE.fullmatch(self.text):
            raise MalformedCode(
                f"“{self.text}” is no KVÅ code: two letters and three digits, or three letters and two."
            )

    @classmethod
    def parse(cls, written: str) -> Self:
        """The code, however its spaces and case are written."""
        return cls(normalise_code(written))

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, order=True)
class ProgrammeCode:
    """What a programme without codes in KVÅ calls an event in its own records: MMSVISIT.

    Letters alone, and at least six: no code of KVÅ or ICD-10-SE looks like that, and no digit can be misread.
    """

    text: str

    def __post_init__(self) -> None:
        if not _PROGRAMME.fullmatch(self.text):
            raise MalformedCode(
                f"“{self.text}” is no code of a programme's own: six to 24 letters of A–Z and no digit."
            )

    @classmethod
    def parse(cls, written: str) -> Self:
        """The code, however its dashes, spaces and case are written."""
        return cls(normalise_code(written))

    def __str__(self) -> str:
        return self.text
