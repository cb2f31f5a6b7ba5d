"""All addresses of the application: their names, whether they need an object, and the views behind them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from samsyn.web.people.acting import ActingView


@dataclass(frozen=True)
class Address:
    """One entry of the list of addresses."""

    name: str
    needs: frozenset[str]  # the names of what stands in the path
    view: Any

    @property
    def acts(self) -> bool:
        """Whether a form there does an act."""
        return issubclass(getattr(self.view, "view_class", object), ActingView)


def addresses() -> list[Address]:
    """Every address, in the order of the list."""
    return list(_within(get_resolver().url_patterns, ""))


def _within(patterns: list[Any], space: str) -> Iterator[Address]:
    for each in patterns:
        if isinstance(each, URLResolver):
            yield from _within(each.url_patterns, f"{space}{each.namespace}:" if each.namespace else space)
        elif isinstance(each, URLPattern):
            yield Address(f"{space}{each.name}", frozenset(each.pattern.converters), each.callback)
