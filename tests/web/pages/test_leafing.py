"""Leafing: every row once and in order, forth and back, and nothing loaded that is not shown."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.http import QueryDict

from samsyn.web.organisations.models import Unit
from samsyn.web.pages.leafing import Leaf, leaf, numbered

SIZE = 3
NAMES = ("Ö", "A", "Å", "B", "B", "B", "B", "B", "Ä", "C")
"""More of one name than a page holds."""


@pytest.fixture
def units(unit: Unit) -> list[Unit]:
    """Ten units, in the order of their names."""
    told = {"provider": unit.provider, "region": unit.region}
    unit.delete()
    made = [Unit.objects.create(name=name, hsa_id=f"SE{number}", **told) for number, name in enumerate(NAMES)]
    return sorted(made, key=lambda each: (each.sort_key, each.pk))


def _page(address: str, **more: Any) -> Leaf:
    return leaf(Unit.objects.all(), QueryDict(address.removeprefix("?")), size=SIZE, **more)


def _forth_and_back(**more: Any) -> tuple[list[Unit], list[Unit]]:
    page = _page("", **more)
    assert page.previous == ""
    forth = [*page.rows]
    while page.next:
        page = _page(page.next, **more)
        forth += page.rows
    back = [*page.rows]
    while page.previous:
        page = _page(page.previous, **more)
        back = [*page.rows, *back]
    assert page.next
    return forth, back


@pytest.mark.parametrize("newest_first", [False, True])
def test_every_row_once_in_order_forth_and_back(newest_first: bool, units: list[Unit]) -> None:
    wanted = units[::-1] if newest_first else units
    assert _forth_and_back(newest_first=newest_first) == (wanted, wanted)


def test_by_another_field(units: list[Unit]) -> None:
    wanted = sorted(units, key=lambda each: each.hsa_id)
    assert _forth_and_back(by="hsa_id") == (wanted, wanted)


def test_only_what_is_shown_is_loaded(units: list[Unit], monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[UUID] = []
    really = Unit.from_db.__func__  # type: ignore[attr-defined]

    def note(cls: type[Unit], db: str, fields: Any, values: Any) -> Unit:
        row: Unit = really(cls, db, fields, values)
        loaded.append(row.pk)
        return row

    monkeypatch.setattr(Unit, "from_db", classmethod(note))
    for address in ("", _page("").next, _page(_page("").next).previous):
        loaded.clear()
        assert sorted(each.pk for each in _page(address).rows) == sorted(loaded)


def test_rows_are_loaded_as_the_list_wants_them(units: list[Unit]) -> None:
    asked: list[list[UUID]] = []

    def load(ids: list[UUID]) -> Any:
        asked.append(ids)
        return Unit.objects.filter(pk__in=ids[1:])  # one has gone since its id was read

    assert _page("", load=load).rows == units[1:SIZE]
    assert asked == [[each.pk for each in units[:SIZE]]]


def test_nothing_there(unit: Unit) -> None:
    asked: list[Any] = []
    empty = leaf(Unit.objects.none(), QueryDict(), load=lambda ids: asked.append(ids) or [])
    assert (empty, asked) == (Leaf([], "", ""), [])


@pytest.mark.parametrize("way", ["efter", "fore"])
@pytest.mark.parametrize("name", ["", "x", "00000000-0000-4000-8000-000000000000", "' OR 1=1"])
def test_a_place_that_is_none_gives_the_first_page(way: str, name: str, units: list[Unit]) -> None:
    page = leaf(Unit.objects.all(), QueryDict(f"{way}={name}"), size=SIZE)
    assert (page.rows, page.previous) == (units[:SIZE], "")


def test_a_row_that_is_not_in_the_list_is_no_place(units: list[Unit]) -> None:
    others = Unit.objects.exclude(pk=units[5].pk)
    page = leaf(others, QueryDict(f"efter={units[5].pk}"), size=SIZE)
    assert page.rows == units[:SIZE]


@pytest.mark.parametrize("turn", [leaf, numbered])
def test_filters_stand_on_and_empty_ones_do_not(turn: Callable[..., Leaf], units: list[Unit]) -> None:
    rows = Unit.objects.all() if turn is leaf else units
    page = turn(rows, QueryDict("q=R%C3%A4&level=MMR1&level=MMR2&state=&fore=x&efter=&sida=1"), size=SIZE)
    kept, _, place = page.next.rpartition("&")
    assert kept == "?q=R%C3%A4&level=MMR1&level=MMR2"
    assert place == (f"efter={units[SIZE - 1].pk}" if turn is leaf else "sida=2")


def test_pages_by_number() -> None:
    rows = list(range(7))
    pages = [numbered(rows, QueryDict(f"sida={number}"), SIZE) for number in (1, 2, 3)]
    assert [page.rows for page in pages] == [[0, 1, 2], [3, 4, 5], [6]]
    assert [page.previous for page in pages] == ["", "?sida=1", "?sida=2"]
    assert [page.next for page in pages] == ["?sida=2", "?sida=3", ""]
    for odd in ("0", "-1", "999", "x", "²", ""):
        assert numbered(rows, QueryDict(f"sida={odd}"), SIZE).rows == [0, 1, 2], odd
