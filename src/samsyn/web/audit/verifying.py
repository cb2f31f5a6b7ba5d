"""Reading the logs from end to end and saying where they have been tampered with (reliability: F28, I11, I17)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.utils.translation import gettext as _

from samsyn.web.audit.chain import CHAINS, LOGS, head_name, seal
from samsyn.web.audit.clock import now
from samsyn.web.audit.models import ChainHead, Sealed

Heads = dict[str, tuple[int, str]]
"""A chain's name to the place and seal of its last row."""

_A_CLOCK_MAY_DIFFER = timedelta(minutes=5)


@dataclass(frozen=True)
class Fault:
    """Something that is not as it was written, in words."""

    chain: str
    place: int | None
    words: str


def heads() -> Heads:
    """The ends of all chains as they are now, for a second party to keep."""
    return {each.name: (each.place, each.seal) for each in ChainHead.objects.order_by("name")}


def faults(kept: Heads | None = None) -> Iterator[Fault]:
    """All that is wrong; with heads that a second party kept also what has been cut off since."""
    now_ends, remembered = heads(), kept or {}
    for log, model in LOGS.items():
        yield from _unsealed(log, model)
        for chain in range(CHAINS):
            name = head_name(log, chain)
            yield from _of_chain(name, model, chain, now_ends.get(name, (0, "")), remembered.get(name))


def _unsealed(log: str, model: type[Sealed]) -> Iterator[Fault]:
    stray = model._default_manager.exclude(chain__in=range(CHAINS)).count()
    if stray:
        yield Fault(log, None, _("%(rows)d rader hör till ingen kedja.") % {"rows": stray})


def _of_chain(name: str, model: type[Sealed], chain: int, end: tuple[int, str], kept: Any) -> Iterator[Fault]:
    """One chain, row by row. After a fault the row's own seal is taken as given, so that each fault is told once."""
    place, before = 0, ""
    kept_seen = kept is None or kept[0] == 0
    latest = now() + _A_CLOCK_MAY_DIFFER
    for at_place, rows in groupby(_rows(model, chain), key=itemgetter(0)):
        for _place, at_seal, *content in rows:
            yield from _of_row(name, place + 1, at_place, at_seal == seal(name, at_place, before, content))
            if content[1] > latest:  # `at`, the second field of both logs
                yield Fault(name, at_place, _("Tiden ligger i framtiden."))
            kept_seen = kept_seen or (at_place, at_seal) == tuple(kept)
            place, before = at_place, at_seal
    if (place, before) != tuple(end):
        yield Fault(name, place, _("Kedjan slutar inte där den senast skrevs: rader är bortklippta eller tillagda."))
    if not kept_seen:
        words = _("Raden som den andra parten har på plats %(place)d finns inte: loggen är avklippt eller utbytt.")
        yield Fault(name, kept[0], words % {"place": kept[0]})


def _of_row(name: str, expected: int, place: int, holds: bool) -> Iterator[Fault]:
    if place != expected:
        words = _("Plats %(expected)d saknas eller står två gånger: rader är borttagna eller tillagda.")
        yield Fault(name, place, words % {"expected": expected})
    if not holds:
        yield Fault(name, place, _("Raden stämmer inte med sitt sigill: den är ändrad, flyttad eller tillagd."))


def _rows(model: type[Sealed], chain: int) -> Iterator[tuple[Any, ...]]:
    found = model._default_manager.filter(chain=chain).order_by("place", "id")
    return found.values_list("place", "seal", *model.SEALED).iterator(chunk_size=5000)
