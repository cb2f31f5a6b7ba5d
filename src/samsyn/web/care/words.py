"""What states, endings and levels of a case are called."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.guidelines import SPECIALIST

STATES: dict[str, Promise] = {
    "assessment": _("bedömning"),
    "assessed": _("bedömd"),
    "decided": _("nivå beslutad"),
    "planned": _("plan upprättad"),
    "treatment": _("behandling pågår"),
    "paused": _("uppehåll"),
    "completed": _("slutförd"),
    "ended": _("avslutad utan slutförande"),
}
ENDING_NAMES: dict[str, Promise] = {
    "back-to-health-centre": _("Åter till vårdcentralen"),
    "to-specialist": _("Till specialistmottagning"),
    "patient-declined": _("Patienten tackar nej"),
    "given-up": _("Behandlingen avbryts"),
    "deceased": _("Patienten har avlidit"),
}


def state_name(state: str) -> Promise | str:
    """What a reader sees for the state."""
    return STATES.get(state, state)


def ending_name(kind: str) -> Promise | str:
    """What a reader sees for why a case ended."""
    return ENDING_NAMES.get(kind, kind)


def level_name(level: str) -> Promise | str:
    """The level as the guideline names it; in words where it is none of a programme's."""
    return _("specialistmottagning") if level == SPECIALIST else level
