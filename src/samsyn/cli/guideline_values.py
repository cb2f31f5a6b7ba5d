"""A guideline as plain data, and what differs between two."""

import dataclasses
from datetime import date
from enum import Enum
from typing import Any, Final

from samsyn.codes import ICD10Code, ProcedureCode, ProgrammeCode
from samsyn.findings import Citation
from samsyn.guidelines import Guideline
from samsyn.kernel import Money, Period

TERMS: Final = ("nrs", "invoice", "follow_up", "notification", "wind_down")
"""The tables that a guideline has once or not at all."""


def values(guideline: Guideline) -> dict[str, Any]:
    """Every value of the guideline by its place: decision, conditions, amounts …"""
    told: dict[str, Any] = {
        "decision": {
            "id": guideline.id,
            "programme": guideline.programme,
            "title": guideline.title,
            "reference": guideline.reference,
            "first_day": guideline.period.first.isoformat(),
            "last_day": guideline.period.last.isoformat(),
            "replaces": guideline.replaces,
            "draft": guideline.draft,
            "levels": list(guideline.levels),
            "sha256": guideline.sha256,
        },
        "codes": {str(c.code): _plain(c) for c in guideline.codes},
        "diagnoses": {str(d.code): _plain(d.label) for d in guideline.diagnoses},
        "conditions": {c.id: _condition(c) for c in guideline.conditions},
        "team_conditions": {c.id: _condition(c) for c in guideline.team_conditions},
        "amounts": {a.level: _plain(a) for a in guideline.amounts},
        "supplements": {s.id: _plain(s) for s in guideline.supplements},
        "referral_conditions": {c.id: _condition(c) for c in guideline.referral_conditions},
        "clocks": {c.id: _plain(c) for c in guideline.clocks},
        "criteria": {c.id: _plain(c) for c in guideline.criteria},
    }
    for name in TERMS:
        told[name] = _plain(getattr(guideline, name))
    return told


def _condition(condition: Any) -> dict[str, Any]:
    return {
        "force": condition.force.value,
        "evidence": condition.evidence.value,
        "params": _plain(condition.check),
        "citation": _plain(condition.citation),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Money):
        return value.whole_kronor()
    if isinstance(value, Period | ICD10Code | ProcedureCode | ProgrammeCode | date):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Citation):
        return {
            "clause": value.clause,
            "reference": value.reference,
            "section": value.section,
            "quote": value.quote,
            "reading": dict(value.reading),
        }
    if dataclasses.is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


@dataclasses.dataclass(frozen=True)
class Difference:
    """A place where two guidelines say different things, and the clause of each."""

    place: str
    a: str
    b: str
    clause_a: str
    clause_b: str


def differences(one: Guideline, other: Guideline, *, citations: bool = False) -> list[Difference]:
    """Each value that differs; with `citations`, also where only the citation or our reading does."""
    before, after = _leaves(values(one)), _leaves(values(other))
    places = [*before, *(place for place in after if place not in before)]
    return [
        Difference(place, before.get(place, ""), after.get(place, ""), _clause(before, place), _clause(after, place))
        for place in places
        if before.get(place) != after.get(place) and (citations or ".citation." not in place)
        if not place.startswith(("decision.sha256", "decision.title"))
    ]


def _clause(leaves: dict[str, str], place: str) -> str:
    """The clause of the nearest block around the place that cites one."""
    while place:
        place = place.rpartition(".")[0]
        if f"{place}.citation.clause" in leaves:
            return leaves[f"{place}.citation.clause"]
    return ""


def _leaves(value: Any, place: str = "") -> dict[str, str]:
    """Every value by its place; lists of plain values stay together."""
    if isinstance(value, dict):
        parts = {f"{place}.{key}" if place else key: item for key, item in value.items()}
        return {leaf: text for at, item in parts.items() for leaf, text in _leaves(item, at).items()}
    if isinstance(value, list):
        return {place: ", ".join(map(str, value))}
    return {} if value in (None, "") else {place: str(value)}
