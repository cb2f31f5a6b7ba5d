"""An explanation as a page of text that can be handed to the team it concerns."""

from collections.abc import Iterator
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from samsyn.cli.explanation import Explanation
from samsyn.cli.options import Language
from samsyn.cli.showing import table
from samsyn.cli.texts import number, say, word, words
from samsyn.codes import ICD10Code
from samsyn.findings import Decision, Outcome

_MARKS = {
    Outcome.MET.value: ("✔", "green"),
    Outcome.NOT_MET.value: ("✘", "red"),
    Outcome.UNKNOWN.value: ("?", "yellow"),
    Outcome.ATTESTED.value: ("○", "cyan"),
}


def page(told: Explanation, language: Language) -> Iterator[RenderableType]:
    """The head, what is registered, then every condition."""
    yield Text(say("explained", language, series_id=told.series["series_id"]), style="bold")
    yield _head(told, language)
    yield _contacts(told, language)
    yield Text(say("conditions", language), style="bold")
    for finding in told.findings:
        yield _finding(finding, told.texts(finding, language.value), language)


def _head(told: Explanation, language: Language) -> Text:
    series = told.series
    open_since = say("ongoing_since", language, day=told.as_of)
    unit = series["start_unit"]
    if series["completion_unit"] not in (None, unit):
        unit = f"{unit} → {series['completion_unit']}"
    decided = word(series["decision"], language)
    if series["decision"] == Decision.APPROVED.value:
        decided += f", {number(series['amount'])} kr"
    lines = [
        ("patient", series["patient_id"]),
        ("level", series["level"]),
        ("period", f"{series['start']} – {series['end'] or open_since}"),
        ("unit", unit),
        ("guideline", _guideline(told, language)),
        ("decision", decided),
    ]
    if series["decision"] == Decision.OPEN.value and series["verdict"]:
        lines.append(("would_be", word(series["verdict"], language)))
    width = max(len(say(key, language)) for key, _ in lines)
    return Text("\n".join(f"  {say(key, language):<{width}}  {value}" for key, value in lines) + "\n")


def _guideline(told: Explanation, language: Language) -> str:
    if told.guideline is None:
        return say("no_guideline", language)
    return f"{told.guideline.id} ({told.guideline.reference}) {told.guideline.period}"


def _contacts(told: Explanation, language: Language) -> RenderableType:
    rows = [
        [
            str(contact["date"]),
            contact["unit"],
            " ".join(contact["procedures"]) + (f" ({say('repeated', language)})" if contact["is_duplicate"] else ""),
            " ".join(_dotted(code) for code in contact["diagnoses"]),
            word(contact["profession"] or "", language),
            "" if contact["minutes"] is None else str(contact["minutes"]),
        ]
        for contact in told.contacts
    ]
    keys = ("date", "unit", "codes", "diagnoses", "profession", "minutes")
    return table(say("contacts", language), [say(key, language) for key in keys], rows, numbers=[5])


def _dotted(code: str) -> str:
    try:
        return str(ICD10Code(code))
    except ValueError:
        return code


def _finding(finding: dict[str, Any], texts: dict[str, str], language: Language) -> RenderableType:
    mark, colour = _MARKS[finding["outcome"]]
    head = Text.assemble(
        (f"{mark} ", colour),
        (texts["title"], "bold"),
        f" – {word(finding['outcome'], language)} ({word(finding['force'], language)})",
    )
    observed = words(finding["observed"], language) or say("nothing_seen", language)
    lines = [(say("observed", language), observed), (say("required", language), words(finding["required"], language))]
    if finding["clause"]:
        lines.append((say("clause", language), f"{finding['clause']}: ”{texts['quote']}”"))
    lines.append((say("our_reading", language), texts["reading"]))
    lines.append((say("to_do", language), texts["remedy"]))
    body = "\n".join(f"{label}: {value}" for label, value in lines if value)
    return Group(head, Padding(Text(body), (0, 0, 1, 4)))
