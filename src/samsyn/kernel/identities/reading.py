"""From any way of writing a person's number to the value, and to the forms that may be stored."""

import re
from datetime import date
from typing import Final

from samsyn.kernel.identities.cleaning import person_characters
from samsyn.kernel.identities.organisation import is_organisation_number
from samsyn.kernel.identities.person import ADDED_TO_DAY, PersonIdentity
from samsyn.kernel.identities.refusal import IdentityRefused, Refusal

_ALLOWED: Final = re.compile(r"[0-9A-Z]+")
_SHORT_FORM: Final = re.compile(r"[0-9]{6}[0-9A-Z][0-9]{3}")
_SHORT_LENGTH, _LONG_LENGTH = 10, 12
_ONE_DIGIT_LOST: Final = (9, 11)
_UNSIGNED_CENTURIES: Final = ("19", "20")


def read_identity(text: str, *, today: date) -> PersonIdentity:
    """The person's number, however it is written; IdentityRefused where it is none, or may be two.

    Ten characters get their century from the sign and `today`, the day on which they were written: a hyphen means the
    latest day of birth that is not to come, a plus one whose hundredth year has begun (folkbokföringslagen § 18).
    Without a sign the century must be plain: 19 or 20, but not either.
    """
    meanings = _meanings(text, today)
    if len(meanings) > 1:
        raise IdentityRefused(Refusal.CENTURY)
    return meanings[0]


def search_forms(text: str, today: date) -> tuple[str, ...]:
    """The stored forms that a search text may mean: none where it is no whole number, two where its century is open."""
    try:
        return tuple(identity.value for identity in _meanings(text, today))
    except IdentityRefused:
        return ()


def _meanings(text: str, today: date) -> list[PersonIdentity]:
    """The numbers that the text may be, at least one; IdentityRefused with what is wrong with the latest otherwise."""
    found, refused = [], IdentityRefused(Refusal.FORM)
    for value in _long_forms(text, today):
        try:
            found.append(_born(PersonIdentity(value), today))
        except IdentityRefused as error:
            refused = error
    if not found:
        raise refused
    return found


def _born(identity: PersonIdentity, today: date) -> PersonIdentity:
    """The identity, if its person is born by today; where the day is unknown, the year decides."""
    if identity.birth_date is None:
        to_come = identity.value < "99" and int(identity.value[:4]) > today.year
    else:
        to_come = identity.birth_date > today
    if to_come:
        raise IdentityRefused(Refusal.FUTURE)
    return identity


def _long_forms(text: str, today: date) -> list[str]:
    characters, sign = person_characters(text)
    _refuse_what_is_no_persons(characters)
    if len(characters) == _LONG_LENGTH:
        return [characters]
    if not _SHORT_FORM.fullmatch(characters):
        raise IdentityRefused(Refusal.FORM)
    if not sign:
        return [century + characters for century in _UNSIGNED_CENTURIES]
    year = _year_by_hyphen(characters, today) if sign == "-" else _latest_year(characters, today.year - 100)
    return [f"{year:04d}{characters[2:]}"]


def _refuse_what_is_no_persons(characters: str) -> None:
    if not _ALLOWED.fullmatch(characters):
        raise IdentityRefused(Refusal.FORM)
    if len(characters) in (_SHORT_LENGTH, _LONG_LENGTH) and len(set(characters)) == 1:
        raise IdentityRefused(Refusal.DUMMY)
    if characters.isdigit() and len(characters) in _ONE_DIGIT_LOST:
        raise IdentityRefused(Refusal.SHORT)
    if is_organisation_number(characters):
        raise IdentityRefused(Refusal.ORGANISATION)


def _latest_year(characters: str, limit: int) -> int:
    """The latest year, up to the limit, that ends in the two digits the number begins with."""
    return limit - (limit - int(characters[:2])) % 100


def _year_by_hyphen(characters: str, today: date) -> int:
    """The latest year that does not put the birth after today; an unknown month or day counts as the first."""
    year, month, day = _latest_year(characters, today.year), int(characters[2:4]), int(characters[4:6])
    in_month = day - ADDED_TO_DAY if day >= ADDED_TO_DAY else day
    return year - 100 if (year, month, in_month) > (today.year, today.month, today.day) else year
