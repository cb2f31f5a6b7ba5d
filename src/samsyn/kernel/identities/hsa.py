"""HSA-ids: units, organisations and staff in the national directory of care."""

import re
from dataclasses import InitVar, dataclass
from typing import Final, Self

from samsyn.kernel.identities.cleaning import bare
from samsyn.kernel.identities.refusal import HsaIdRefused, Refusal

_REAL: Final = re.compile(r"SE[0-9]{10}-[A-Z0-9]+")
_TESTING: Final = re.compile(r"TSTNMT[0-9]{10}-[A-Z0-9]+")
_GREATEST_LENGTH: Final = 31


@dataclass(frozen=True, order=True)
class HsaId:
    """SE, the directory owner's organisation number, a hyphen, letters and digits; 31 characters in all at most.

    Held in upper case, since case makes no difference. With `testing`, the prefix TSTNMT of Inera's testing
    environments is an HSA-id too.
    """

    value: str
    testing: InitVar[bool] = False

    def __post_init__(self, testing: bool) -> None:
        refusal = _refusal(self.value, testing)
        if refusal:
            raise HsaIdRefused(refusal)

    @classmethod
    def read(cls, text: str, *, testing: bool = False) -> Self:
        """The HSA-id in any case, with any dash, and with spaces or quotes around it."""
        return cls(bare(text), testing)

    def __str__(self) -> str:
        return self.value


def _refusal(value: str, testing: bool) -> Refusal | None:
    from_testing = _TESTING.fullmatch(value) is not None
    if from_testing and not testing:
        return Refusal.HSA_TESTING
    if not from_testing and not _REAL.fullmatch(value):
        return Refusal.HSA_FORM
    return Refusal.HSA_LENGTH if len(value) > _GREATEST_LENGTH else None
