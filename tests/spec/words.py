"""The words of the data as the handbook says them."""

from __future__ import annotations

from collections.abc import Iterable

from tests.spec.model import Language, Text

WORDS = {
    "met": Text("✔ Uppfyllt", "✔ Met"),
    "not_met": Text("✘ Inte uppfyllt", "✘ Not met"),
    "unknown": Text("? Underlag saknas", "? Evidence missing"),
    "attested": Text("○ Intygas", "○ Certified"),
    "absent": Text("– Visas inte", "– Not shown"),
    "approved": Text("Godkänd", "Approved"),
    "denied": Text("Nekad", "Denied"),
    "review": Text("Granskas", "To be reviewed"),
    "open": Text("Pågår", "Open"),
    "must": Text("ska", "must"),
    "should": Text("bör", "should"),
    "info": Text("upplysning", "information"),
    "register": Text("register", "register"),
    "certificate": Text("utföraren intygar", "the provider certifies"),
    "primary": Text("primärvård", "primary care"),
    "hospital": Text("sjukhus", "hospital"),
    "physician": Text("läkare", "physician"),
    "physiotherapist": Text("fysioterapeut", "physiotherapist"),
    "occupational_therapist": Text("arbetsterapeut", "occupational therapist"),
    "social_worker": Text("kurator", "social worker"),
    "psychologist": Text("psykolog", "psychologist"),
    "psychotherapist": Text("psykoterapeut", "psychotherapist"),
    "nurse": Text("sjuksköterska", "nurse"),
    "rehabilitation_coordinator": Text("rehabkoordinator", "rehabilitation coordinator"),
    "dietitian": Text("dietist", "dietitian"),
    "": Text("inget yrke ifyllt", "no profession filled in"),
    "short-psychotherapy": Text("korttidspsykoterapi", "short psychotherapy"),
    "extended": Text("fördjupad kompetens", "extended competence"),
    "stated": Text("angivet", "stated"),
    "carried-forward": Text("hämtat från tidigare period", "carried forward"),
    "not-stated": Text("inte angivet", "not stated"),
    "yes": Text("ja", "yes"),
    "no": Text("nej", "no"),
    "module primary": Text("NRS primärvård", "NRS primary"),
    "module specialist": Text("NRS specialistvård", "NRS specialist"),
    "module both": Text("båda modulerna i NRS", "both modules of NRS"),
    "module ": Text("ingen modul i NRS", "no module of NRS"),
}


def word(key: str, language: Language) -> str:
    """The word in the language; KeyError where the handbook has none, so that no code word slips through."""
    return WORDS[key].told(language)


def listed(keys: Iterable[str], language: Language, between: str = ", ") -> str:
    """The words one after the other."""
    return between.join(word(key, language) for key in keys)


def text_of(keys: Iterable[str], between: str = ", ") -> Text:
    """The words one after the other, in both languages."""
    names = tuple(keys)
    return Text(listed(names, "sv", between), listed(names, "en", between))
