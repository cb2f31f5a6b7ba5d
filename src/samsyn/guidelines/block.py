"""One table of a guideline file, read key by key, so that nothing in it is overlooked."""

import difflib
from datetime import date, datetime
from typing import Any, TypeVar

from samsyn.guidelines.errors import MissingKey, UnknownKey, WrongValue

T = TypeVar("T", str, int, bool, date, list[Any], dict[str, Any])

_WORDS: dict[type, str] = {
    str: "a text in quotes",
    int: "a whole number",
    bool: "true or false",
    date: "a date such as 2019-01-01, without quotes",
    list: "a list in brackets",
    dict: "a table",
}


class Block:
    """A table of the file with its place, for error texts. Every key must be taken before `done`."""

    def __init__(self, file: str, place: str, values: dict[str, Any]) -> None:
        self.file, self.place = file, place
        self._values = dict(values)
        self._known: list[str] = []

    def take(self, key: str, kind: type[T], default: T | None = None) -> T:
        """The value of the key; the default where it is absent, else MissingKey."""
        self._known.append(key)
        if key not in self._values:
            if default is None:
                raise MissingKey(self.file, self.place, f"the key “{key}” is missing.", f"Add {key} = {_WORDS[kind]}.")
            return default
        value = self._values.pop(key)
        if type(value) is not kind or isinstance(value, datetime):
            raise self.wrong(f"“{key}” is {value!r}", f"It should be {_WORDS[kind]}.")
        return value

    def tables(self, key: str) -> "list[Block]":
        """The tables under [[key]], each as a block; none where the key is absent."""
        entries = self.take(key, list, [])
        return [
            Block(self.file, f"[[{key}]] number {number}{_named(entry)}", self._as_table(key, entry))
            for number, entry in enumerate(entries, start=1)
        ]

    def table(self, key: str) -> "Block":
        """The table under [key]; MissingKey where it is absent."""
        return Block(self.file, f"[{key}]", self.take(key, dict))

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self._values

    def rest(self) -> dict[str, Any]:
        """All keys not taken yet, taken now."""
        rest, self._values = self._values, {}
        return rest

    def done(self) -> None:
        """Refuse keys that nobody took."""
        for key in self._values:
            near = difflib.get_close_matches(key, self._known, n=1)
            remedy = f"Did you mean “{near[0]}”?" if near else f"Known here: {', '.join(self._known)}."
            raise UnknownKey(self.file, self.place, f"the key “{key}” is unknown.", remedy)

    def wrong(self, problem: str, remedy: str) -> WrongValue:
        """The error for a value of this block that cannot be used."""
        return WrongValue(self.file, self.place, f"{problem}.", remedy)

    def _as_table(self, key: str, entry: Any) -> dict[str, Any]:
        if not isinstance(entry, dict):
            raise self.wrong(f"an entry of “{key}” is {entry!r}", "Write it as its own [[table]].")
        return entry


def _named(entry: Any) -> str:
    name = entry.get("id") or entry.get("code") or entry.get("level") if isinstance(entry, dict) else None
    return f" ({name})" if isinstance(name, str) else ""
