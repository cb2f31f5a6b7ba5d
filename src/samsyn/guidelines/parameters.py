"""From the `params` of a condition to the check it names, with every value's kind verified."""

import dataclasses
import difflib
import types
import typing
from typing import Any

from samsyn.guidelines import checks
from samsyn.guidelines.block import Block
from samsyn.guidelines.errors import UnknownCheck


def _by_name(union: Any) -> dict[str, type]:
    def snake(name: str) -> str:
        return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")

    return {snake(kind.__name__): kind for kind in typing.get_args(union)}


SERIES_CHECKS = _by_name(checks.SeriesCheck)
TEAM_CHECKS = _by_name(checks.TeamCheck)
REFERRAL_CHECKS = _by_name(checks.ReferralCheck)


def build_check(block: Block, known: dict[str, type]) -> Any:
    """The check that the block names, built from its `params`."""
    name = block.take("check", str)
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        remedy = f"Did you mean “{near[0]}”?" if near else f"Known: {', '.join(sorted(known))}."
        raise UnknownCheck(block.file, block.place, f"there is no check “{name}”.", remedy)
    params = Block(block.file, f"{block.place}, params", block.take("params", dict, {}))
    return _build(known[name], params)


def _build(kind: type, block: Block) -> Any:
    hints = typing.get_type_hints(kind)
    values: dict[str, Any] = {}
    for field in dataclasses.fields(kind):
        optional = field.default is not dataclasses.MISSING
        if optional and not block.has(field.name):
            continue
        hint = hints[field.name]
        values[field.name] = _value(block, field.name, hint, block.take(field.name, _toml_kind(hint)))
    block.done()
    try:
        return kind(**values)
    except ValueError as error:
        raise block.wrong(str(error), "Correct the values.") from error


def _toml_kind(hint: Any) -> Any:
    origin = typing.get_origin(hint)
    if origin is tuple:
        return list
    if origin is dict or dataclasses.is_dataclass(hint):
        return dict
    return str if origin is typing.Literal else hint


def _value(block: Block, name: str, hint: Any, value: Any) -> Any:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if dataclasses.is_dataclass(hint):
        return _build(typing.cast("type", hint), Block(block.file, f"{block.place}.{name}", value))
    if origin is typing.Literal:
        if value not in args:
            raise block.wrong(f"“{name}” is “{value}”", f"Choose one of: {', '.join(args)}.")
        return value
    if origin is dict:
        return {key: _item(block, f"{name}.{key}", args[1], item) for key, item in value.items()}
    if origin is tuple:
        return _tuple(block, name, args, value)
    return value


def _tuple(block: Block, name: str, args: tuple[Any, ...], value: list[Any]) -> tuple[Any, ...]:
    if args[-1] is types.EllipsisType or args[-1] is Ellipsis:
        return tuple(_item(block, name, args[0], item) for item in value)
    if len(args) != len(value):
        raise block.wrong(f"“{name}” has {len(value)} values", f"It should have {len(args)}.")
    return tuple(_item(block, name, kind, item) for kind, item in zip(args, value, strict=True))


def _item(block: Block, name: str, hint: Any, item: Any) -> Any:
    one = Block(block.file, block.place, {name: item})
    return _value(one, name, hint, one.take(name, _toml_kind(hint)))
