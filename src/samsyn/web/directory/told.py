"""Findings in the reader's words: live ones and those that were kept with a notification alike."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from samsyn.findings import Outcome
from samsyn.web.directory.words import WORDS, either, word

_TOKEN = re.compile(r"[a-z]+(?:[_-][a-z]+)*")
_ASKS_FOR_ACTION = (Outcome.NOT_MET.value, Outcome.UNKNOWN.value)


@dataclass(frozen=True)
class Gap:
    """Days on which something is missing, and each missing piece."""

    days: str
    pieces: list[str]


@dataclass(frozen=True)
class Told:
    """One finding, as a page shows it."""

    condition: str
    outcome: str
    title: str
    clause: str
    quote: str
    reading: str
    observed: str
    required: str
    remedy: str
    gaps: list[Gap]


def tell(findings: Iterable[dict[str, Any]]) -> list[Told]:
    """The findings in words."""
    return [_tell(finding) for finding in findings]


def missing_words(gaps: Iterable[dict[str, Any]]) -> list[Gap]:
    """What is missing, and when, in words."""
    return [Gap(_days(gap), [_piece(piece) for piece in gap["missing"]]) for gap in gaps]


def _tell(finding: dict[str, Any]) -> Told:
    language = "en" if get_language() == "en" else "sv"
    remedy = finding["remedy"][language] if finding["outcome"] in _ASKS_FOR_ACTION else ""
    return Told(
        finding["condition"],
        finding["outcome"],
        finding["title"][language],
        f"{finding['reference']}, {finding['section']}",
        finding["quote"],
        finding["reading"].get(language, ""),
        _observed(finding),
        _required(finding),
        remedy,
        missing_words(finding["gaps"]),
    )


def _observed(finding: dict[str, Any]) -> str:
    if finding["kind"] == "composition":
        filled = finding["observed"].partition(" (")[0]
        return _in_words(filled) or _("Ingen i teamet räknas dessa dagar.")
    if finding["kind"] == "volume":
        return _counted(finding)
    if finding["kind"] == "registry" and not finding["observed"]:
        return _("Ingen anslutning är registrerad.")
    return _in_words(finding["observed"])


def _counted(finding: dict[str, Any]) -> str:
    if not finding["counted_on"]:
        return _("Antalet patienter är inte inläst.")
    count = int(finding["observed"])
    words = ngettext("%(count)d patient till och med %(day)s", "%(count)d patienter till och med %(day)s", count)
    return words % {"count": count, "day": finding["counted_on"]}


def _required(finding: dict[str, Any]) -> str:
    if finding["kind"] == "composition":
        return _norm(finding["norm"])
    if finding["kind"] == "volume":
        words = ngettext("Minst %(need)d patient under året", "Minst %(need)d patienter under året", finding["need"])
        return words % {"need": finding["need"]}
    if finding["kind"] == "registry":
        module, _sign, day = finding["required"].partition(" ≤ ")
        return _("Modulen för %(module)s, senast %(day)s") % {"module": _in_words(module), "day": day}
    return _in_words(finding["required"])


def _norm(norm: dict[str, Any]) -> str:
    places = "; ".join(_piece({"what": "place", **place}) for place in norm["places"])
    sentences = [_("Minst %(count)d av: %(places)s.") % {"count": norm["at_least"], "places": places}]
    always = [place for place in norm["places"] if place["name"] in norm["obligatory"]]
    if len(always) < norm["at_least"]:
        who = ", ".join(word(place["name"]) for place in always)
        sentences.append(_("Alltid: %(who)s.") % {"who": who})
    if norm["one_with"]:
        sentences.append(_("Minst en av dem med %(what)s.") % {"what": word(norm["one_with"])})
    return " ".join(sentences)


def _piece(piece: dict[str, Any]) -> str:
    if piece["what"] == "competence":
        return _("någon med %(what)s") % {"what": word(piece["competence"])}
    if piece["what"] == "count":
        lacking = piece["need"] - piece["have"]
        words = ngettext("%(count)d profession till, av: %(of)s", "%(count)d professioner till, av: %(of)s", lacking)
        return words % {"count": lacking, "of": ", ".join(_piece(place) for place in piece["of"])}
    who = either(piece["professions"])
    return _("%(who)s med %(what)s") % {"who": who, "what": word(piece["needs"])} if piece["needs"] else who


def _days(gap: dict[str, Any]) -> str:
    if gap["from"] == gap["to"]:
        return gap["from"]  # type: ignore[no-any-return]
    if gap["to"].startswith("9999"):
        return _("från och med %(day)s") % {"day": gap["from"]}
    return _("%(first)s till och med %(last)s") % {"first": gap["from"], "last": gap["to"]}


def _in_words(text: str) -> str:
    """The core's text with each word of the data in the reader's language."""
    return _TOKEN.sub(lambda found: str(WORDS.get(found[0], found[0])), text)
