"""What a password must be: long, and not what everyone tries first (ASVS 6.2.1, 6.2.4, 6.2.5, 6.2.11).

There are no rules of which signs it must hold: they make passwords harder to remember and no harder to guess.
"""

import re
from typing import Any, Final

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

SHORTEST: Final = 12
LONGEST: Final = 256
"""No one needs more; a password of megabytes would keep the server busy."""
_NOT_LETTERS: Final = re.compile(r"[\W\d_]+")
_CONTEXT: Final = (
    "samsyn", "lösenord", "losenord", "password", "välkommen", "valkommen", "sommar", "vinter", "rehab", "region",
    "smärta", "smarta", "vården", "varden", "sjukvård", "sjukvard", "patient", "hemlig", "qwerty", "abc",
)  # fmt: skip
_SHORTEST_WORD: Final = 3
_MUST_REMAIN: Final = 8
"""Signs that are left when the words that anyone here would guess have been taken away."""


class Length:
    """At least twelve signs, at most 256."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise with words that say what to do."""
        if len(password) < SHORTEST:
            raise ValidationError(_("Lösenordet är för kort. Skriv minst 12 tecken, gärna några ord."), "short")
        if len(password) > LONGEST:
            raise ValidationError(_("Lösenordet är för långt. Skriv högst 256 tecken."), "long")

    def get_help_text(self) -> str:
        """For the form."""
        return _("Minst 12 tecken. Några ord som inte hör ihop är lätta att minnas och svåra att gissa.")


class CommonWords:
    """None of the passwords most used, with signs around it or twice over neither."""

    def __init__(self) -> None:
        self._common = CommonPasswordValidator().passwords

    def validate(self, password: str, user: Any = None) -> None:
        """Raise with words that say what to do."""
        plain = password.casefold().strip()
        bare = _NOT_LETTERS.sub("", plain)
        tried = {plain, bare, plain.strip("0123456789!?.,*#-_ ")}
        if any(_once(each) in self._common or each in self._common for each in tried) or len(set(plain)) < 5:
            raise ValidationError(_("Lösenordet är ett av dem som många använder. Välj ett annat."), "common")

    def get_help_text(self) -> str:
        """Nothing to add in the form."""
        return ""


class ContextWords:
    """Not made of words that anyone who knows the person or the place would try."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise with words that say what to do."""
        left = password.casefold()
        words = {*_CONTEXT, *_words_of(user)}
        for word in sorted(words, key=len, reverse=True):
            left = left.replace(word, "")
        if left != password.casefold() and len(left) < _MUST_REMAIN:
            raise ValidationError(
                _("Lösenordet bygger på ord som är lätta att gissa, som ditt namn eller programmets. Välj ett annat."),
                "context",
            )

    def get_help_text(self) -> str:
        """Nothing to add in the form."""
        return ""


def _once(text: str) -> str:
    """A text that is one word twice or more, as that word."""
    for length in range(3, len(text) // 2 + 1):
        if len(text) % length == 0 and text[:length] * (len(text) // length) == text:
            return text[:length]
    return text


def _words_of(user: Any) -> set[str]:
    if user is None:
        return set()
    text = f"{user.username} {user.name} {user.hsa_id or ''}".casefold()
    return {word for word in re.split(r"[\W_]+", text) if len(word) >= _SHORTEST_WORD} | {user.username.casefold()}
