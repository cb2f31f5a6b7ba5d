"""Teams and what is known, announced and decided of them."""

from samsyn.web.directory.models.accreditation import Accreditation, in_force_on
from samsyn.web.directory.models.directive import Directive, DirectiveState
from samsyn.web.directory.models.notice import NoticeState, StaffingNotice
from samsyn.web.directory.models.notification import Notification, NotificationState
from samsyn.web.directory.models.roster import RegistryConnection, TeamMember
from samsyn.web.directory.models.team import ContactConfirmation, Team
from samsyn.web.directory.models.volume import Volume

__all__ = [
    "Accreditation",
    "ContactConfirmation",
    "Directive",
    "DirectiveState",
    "NoticeState",
    "Notification",
    "NotificationState",
    "RegistryConnection",
    "StaffingNotice",
    "Team",
    "TeamMember",
    "Volume",
    "in_force_on",
]
