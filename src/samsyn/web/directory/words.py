"""What the words of the data are called: professions, competences, registry modules."""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

WORDS: dict[str, Promise] = {
    "physician": gettext_lazy("läkare"),
    "physiotherapist": gettext_lazy("fysioterapeut"),
    "occupational_therapist": gettext_lazy("arbetsterapeut"),
    "social_worker": gettext_lazy("socionom eller kurator"),
    "psychologist": gettext_lazy("psykolog"),
    "psychotherapist": gettext_lazy("legitimerad psykoterapeut"),
    "nurse": gettext_lazy("sjuksköterska"),
    "rehabilitation_coordinator": gettext_lazy("rehabkoordinator"),
    "other": gettext_lazy("annan profession"),
    "extended": gettext_lazy("utökad kompetens i smärtlindring och rehabilitering"),
    "short-psychotherapy": gettext_lazy("kompetens i korttidspsykoterapi"),
    "primary": gettext_lazy("primärvård"),
    "hospital": gettext_lazy("sjukhusvård"),
    "specialist": gettext_lazy("specialistvård"),
    "both": gettext_lazy("båda modulerna"),
    "yes": gettext_lazy("ja"),
    "no": gettext_lazy("nej"),
    "short": gettext_lazy("kort form"),
    "full": gettext_lazy("lång form"),
}


def word(value: str) -> str:
    """The word in the reader's language; where there is none, the data's own with its signs as spaces."""
    return str(WORDS[value]) if value in WORDS else value.replace("_", " ").replace("-", " ")


def choices(values: Sequence[str]) -> list[tuple[str, str]]:
    """The values as choices of a form, in the reader's language."""
    return [(value, word(value)) for value in values]


def either(values: Sequence[str]) -> str:
    """“a, b eller c” of the data's words."""
    *first, last = [word(value) for value in values]
    return _("%(first)s eller %(last)s") % {"first": ", ".join(first), "last": last} if first else last
