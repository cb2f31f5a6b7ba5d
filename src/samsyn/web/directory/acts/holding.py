"""Holding the row that is decided on, so that of two at once the second meets what the first has made of it."""

from typing import TypeVar

from django.utils.translation import gettext as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.refusal import Refusal
from samsyn.web.organisations.owned import UnitOwned

Row = TypeVar("Row", bound=UnitOwned)


def held(row: Row, *, by: Actor, version: int | None = None) -> Row:
    """The row as it is now, locked until the act is done; a version other than the one that was read is refused."""
    fresh = type(row).at(by).select_for_update().get(pk=row.pk)
    if version is not None:
        check_version(fresh, version)
    return fresh


def check_version(fresh: UnitOwned, version: int) -> None:
    """Refuse what was read before someone else changed it."""
    if fresh.version != version:  # type: ignore[attr-defined]
        raise Refusal(_("Någon har ändrat detta sedan du öppnade sidan. Ladda om sidan och se vad som gäller nu."))


def own_unit(row: UnitOwned, *, by: Actor) -> None:
    """What a unit does, only the unit itself does: the region's office sees the row but does not write it."""
    if row.unit_id != by.unit_id or by.at_region_office:
        raise Refusal(_("Bara enheten själv kan göra det."))


def own_region(row: UnitOwned, *, by: Actor) -> None:
    """What the region decides, someone at its office decides."""
    if row.region_id != by.region_id or not by.at_region_office:
        raise Refusal(_("Bara regionens kontor kan göra det."))
