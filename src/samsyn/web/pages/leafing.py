"""Leafing through a sorted list: each page begins after, or ends before, a row that the address names by its id.

No count and no skipping, so page 1 000 is as fast as page 1; and no name, number or time stands in an address.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import QueryDict

SIZE = 50
AFTER, BEFORE, NUMBER = "efter", "fore", "sida"
MOST_COUNTED = 1000
"""A longer list is not counted to its end."""

Place = tuple[Any, UUID]
Load = Callable[[list[UUID]], Iterable[Any]]


@dataclass(frozen=True)
class Leaf:
    """The rows of one page, and the addresses of its neighbours (empty: there is none)."""

    rows: list[Any]
    previous: str
    next: str


def leaf(
    rows: "QuerySet[Any]",
    query: QueryDict,
    *,
    by: str = "sort_key",
    newest_first: bool = False,
    size: int = SIZE,
    load: Load | None = None,
) -> Leaf:
    """The page that the address asks for, of rows sorted by a field and their id; one that makes no sense: the first.

    Whether there are more is seen from one id too many. Only the rows that are shown are loaded, by `load` where that
    is given: a record that is loaded is logged as read.
    """
    after, before = _place(rows, by, query.get(AFTER)), _place(rows, by, query.get(BEFORE))
    backwards = before is not None
    falling = newest_first is not backwards
    if place := before or after:
        rows = rows.filter(_beyond(by, place, "lt" if falling else "gt"))
    ids = _ids(rows, by, falling, size + 1)
    more, ids = len(ids) > size, ids[:size][:: -1 if backwards else 1]
    has_previous, has_next = (more, True) if backwards else (after is not None, more)
    return Leaf(
        _loaded(ids, load or (lambda wanted: rows.filter(pk__in=wanted))),
        _address(query, BEFORE, ids[0]) if ids and has_previous else "",
        _address(query, AFTER, ids[-1]) if ids and has_next else "",
    )


def counted(rows: "QuerySet[Any]") -> int | None:
    """How many there are; None where they are more than is worth counting."""
    count = rows.order_by().values("pk")[: MOST_COUNTED + 1].count()
    return count if count <= MOST_COUNTED else None


def following(rows: "QuerySet[Any]", place: Place, *, by: str, newest_first: bool = False) -> UUID | None:
    """The row after a place in the order, which need not be the place of one of them any more. Not loaded."""
    later = rows.filter(_beyond(by, place, "lt" if newest_first else "gt"))
    return next(iter(_ids(later, by, newest_first, 1)), None)


def numbered(rows: list[Any], query: QueryDict, size: int = SIZE) -> Leaf:
    """The page of that number, of a short list that is already in memory; one that makes no sense: the first."""
    written = query.get(NUMBER, "1")[:6]
    number = int(written) if written.isascii() and written.isdigit() else 1
    first = max(number - 1, 0) * size
    if first >= len(rows):
        number, first = 1, 0
    last = first + size
    return Leaf(
        rows[first:last],
        _address(query, NUMBER, number - 1) if first else "",
        _address(query, NUMBER, number + 1) if last < len(rows) else "",
    )


def _place(rows: "QuerySet[Any]", by: str, name: str | None) -> Place | None:
    """Where in the order the named row stands, if it is one of these; values only, so that nothing is loaded."""
    try:
        return rows.filter(pk=UUID(name or "")).order_by().values_list(by, "pk").first()
    except ValueError:
        return None


def _beyond(by: str, place: Place, way: str) -> Q:
    """The field stands alone too, so that its index is used."""
    key, row_id = place
    return Q((f"{by}__{way}e", key)) & (Q((f"{by}__{way}", key)) | Q((f"pk__{way}", row_id)))


def _ids(rows: "QuerySet[Any]", by: str, falling: bool, most: int) -> list[UUID]:
    order = (f"-{by}", "-pk") if falling else (by, "pk")
    return list(rows.prefetch_related(None).order_by(*order).values_list("pk", flat=True)[:most])


def _loaded(ids: list[UUID], load: Load) -> list[Any]:
    found = {row.pk: row for row in load(ids)} if ids else {}
    return [found[each] for each in ids if each in found]


def _address(query: QueryDict, key: str, value: UUID | int) -> str:
    """The same list at another place: what it is filtered by stands on, what was left empty does not."""
    others = [(name, each) for name, values in query.lists() for each in values if each]
    return "?" + urlencode([*(pair for pair in others if pair[0] not in (AFTER, BEFORE, NUMBER)), (key, value)])
