"""Why a text is no identifier, and what to do about it, in Swedish and English.

No sentence holds a digit or anything that was written: an error text may be logged or mailed, and a patient's number
may not (reliability rule P16).
"""

from enum import StrEnum
from typing import Final


class Refusal(StrEnum):
    """What is wrong, as a code that never changes. Those of persons are the ones that the readers of files use."""

    EMPTY = "ID_EMPTY"
    DIGITS = "PNR_DIGITS"
    SCIENTIFIC = "PNR_SCI"
    SHORT = "PNR_SHORT"
    FORM = "ID_FORM"
    ORGANISATION = "ID_ORG"
    DUMMY = "ID_DUMMY"
    CENTURY = "PNR_CENTURY"
    DATE = "PNR_DATE"
    FUTURE = "PNR_FUTURE"
    SERIAL = "PNR_SERIAL"
    CHECK = "PNR_CHECK"
    ORG_FORM = "ORG_FORM"
    ORG_PERSON = "ORG_PERSON"
    ORG_CHECK = "ORG_CHECK"
    HSA_FORM = "HSA_FORM"
    HSA_LENGTH = "HSA_LENGTH"
    HSA_TESTING = "HSA_TESTING"


class IdentifierRefused(ValueError):
    """A text that is no identifier of its kind: `code`, and its sentences `sv` and `en`."""

    def __init__(self, code: Refusal) -> None:
        self.code = code
        self.sv, self.en = _SENTENCES[code]
        super().__init__(code)

    def __str__(self) -> str:
        return self.en


class IdentityRefused(IdentifierRefused):
    """A text that is no person's number."""


class OrganisationNumberRefused(IdentifierRefused):
    """A text that is no organisation number."""


class HsaIdRefused(IdentifierRefused):
    """A text that is no HSA-id."""


_SENTENCES: Final[dict[Refusal, tuple[str, str]]] = {
    Refusal.EMPTY: (
        "Personnummer saknas. Skriv det med tolv siffror: år, månad, dag och de fyra sista.",
        "The personal number is missing. Write its twelve digits: year, month, day and the last four.",
    ),
    Refusal.DIGITS: (
        "Numret har siffror ur en annan skrift. Skriv det med vanliga siffror.",
        "The number has digits of another script. Write it with ordinary digits.",
    ),
    Refusal.SCIENTIFIC: (
        "Ett kalkylark har avrundat numret. Ställ kolumnen som text och hämta numret på nytt.",
        "A spreadsheet has rounded the number. Make the column text and fetch the number again.",
    ),
    Refusal.SHORT: (
        "Numret har en siffra för lite, kanske en inledande nolla. Skriv alla tolv siffrorna.",
        "The number is one digit short, perhaps a leading zero. Write all twelve digits.",
    ),
    Refusal.FORM: (
        "Texten är varken personnummer, samordningsnummer eller ett känt reservnummer. "
        "Skriv tolv tecken: år, månad, dag och de fyra sista.",
        "The text is no personnummer, samordningsnummer or known reserve number. "
        "Write twelve characters: year, month, day and the last four.",
    ),
    Refusal.ORGANISATION: (
        "Numret är ett organisationsnummer. Skriv personens eget nummer.",
        "The number is an organisation number. Write the person's own number.",
    ),
    Refusal.DUMMY: (
        "Alla siffror är lika: numret är ingen persons. Skriv personens eget nummer, eller ta ut ett reservnummer.",
        "All digits are the same: the number is nobody's. Write the person's own number, or issue a reserve number.",
    ),
    Refusal.CENTURY: (
        "Numret kan vara från två århundraden. Skriv det med tolv siffror.",
        "The number may be of two centuries. Write it with twelve digits.",
    ),
    Refusal.DATE: (
        "Numret börjar inte med ett datum som finns. Jämför med legitimationen och skriv det igen.",
        "The number does not begin with a day that exists. Compare it with the identity card and write it again.",
    ),
    Refusal.FUTURE: (
        "Födelsedagen har inte varit än. Jämför med legitimationen och skriv numret igen.",
        "The day of birth has not been yet. Compare the number with the identity card and write it again.",
    ),
    Refusal.SERIAL: (
        "Löpnumret efter födelsedagen delas inte ut. Jämför med legitimationen och skriv numret igen.",
        "The serial after the day of birth is never issued. Compare with the identity card and write the number again.",
    ),
    Refusal.CHECK: (
        "Kontrollsiffran stämmer inte: minst ett tecken är fel. Jämför med legitimationen och skriv numret igen.",
        "The check digit does not agree: a character is wrong. Compare with the identity card and write it again.",
    ),
    Refusal.ORG_FORM: (
        "Ett organisationsnummer har tio siffror. Skriv alla tio.",
        "An organisation number has ten digits. Write all ten.",
    ),
    Refusal.ORG_PERSON: (
        "Numret har ett personnummers form. Skriv organisationens nummer.",
        "The number has the form of a person's. Write the organisation's number.",
    ),
    Refusal.ORG_CHECK: (
        "Kontrollsiffran stämmer inte: minst en siffra är fel. Jämför med registreringsbeviset och skriv numret igen.",
        "The check digit does not agree: a digit is wrong. Compare with the certificate of registration and try again.",
    ),
    Refusal.HSA_FORM: (
        "Ett HSA-id är SE, tio siffror, bindestreck och sedan bokstäver a till z eller siffror. "
        "Kopiera det från katalogen.",
        "An HSA-id is SE, ten digits, a hyphen and then letters a to z or digits. Copy it from the directory.",
    ),
    Refusal.HSA_LENGTH: (
        "HSA-id:t är för långt. Kopiera det från katalogen.",
        "The HSA-id is too long. Copy it from the directory.",
    ),
    Refusal.HSA_TESTING: (
        "HSA-id:t hör till en testmiljö, och det här är ingen. Skriv det verkliga.",
        "The HSA-id belongs to a testing environment, and this is none. Write the real one.",
    ),
}
