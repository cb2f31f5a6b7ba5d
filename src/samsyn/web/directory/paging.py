"""Pages of a list: of one sorted by name, each begins after, or ends before, a row that is named; else by number."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.http import QueryDict

AFTER, BEFORE, NUMBER = "efter", "fore", "sida"


@dataclass(frozen=True)
class Page:
    """Some rows, and the addresses of the pages around them (empty: there is none)."""

    rows: list[Any]
    previous: str
    next: str


def page_of(rows: "QuerySet[Any]", wanted: QueryDict, size: int) -> Page:
    """The page that the address asks for, of rows that have `sort_key` and `id`; one that makes no sense: the first."""
    after, before = _named(rows, wanted.get(AFTER)), _named(rows, wanted.get(BEFORE))
    if before is not None:
        found = list(rows.filter(_beside(before, "lt")).order_by("-sort_key", "-id")[: size + 1])
        more, shown = len(found) > size, found[:size][::-1]
        return Page(shown, _address(wanted, BEFORE, shown, 0) if more else "", _address(wanted, AFTER, shown, -1))
    if after is not None:
        rows = rows.filter(_beside(after, "gt"))
    found = list(rows.order_by("sort_key", "id")[: size + 1])
    more, shown = len(found) > size, found[:size]
    previous = _address(wanted, BEFORE, shown, 0) if after is not None else ""
    return Page(shown, previous, _address(wanted, AFTER, shown, -1) if more else "")


def numbered(rows: list[Any], wanted: QueryDict, size: int) -> Page:
    """The page of that number, of a short list that is already in memory; one that makes no sense: the first."""
    written = wanted.get(NUMBER, "1")[:6]
    number = int(written) if written.isascii() and written.isdigit() else 1
    first = max(number - 1, 0) * size
    if first >= len(rows):
        number, first = 1, 0
    previous = _numbered_address(wanted, number - 1) if first else ""
    return Page(
        rows[first : first + size], previous, _numbered_address(wanted, number + 1) if first + size < len(rows) else ""
    )


def _numbered_address(wanted: QueryDict, number: int) -> str:
    return "?" + urlencode(
        [*((key, value) for key, value in wanted.items() if key != NUMBER and value), (NUMBER, number)]
    )


def _named(rows: "QuerySet[Any]", name: str | None) -> Model | None:
    """The row the address names, if it is one of these rows."""
    try:
        return rows.filter(pk=UUID(name or "")).first()
    except ValueError:
        return None


def _beside(row: Any, way: str) -> Q:
    alike = Q(sort_key=row.sort_key, **{f"id__{way}": row.id})
    return Q(**{f"sort_key__{way}": row.sort_key}) | alike


def _address(wanted: QueryDict, key: str, shown: list[Any], place: int) -> str:
    if not shown:
        return ""
    kept = [(name, value) for name, value in wanted.items() if name not in (AFTER, BEFORE) and value]
    return "?" + urlencode([*kept, (key, shown[place].id)])
