"""What the roles are called."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.actor import Role

ROLE_NAMES: dict[Role, Promise] = {
    Role.REFERRER: _("remittent"),
    Role.CLINICIAN: _("behandlare"),
    Role.COORDINATOR: _("koordinator"),
    Role.ECONOMIST: _("teamets ekonom"),
    Role.REGION_OFFICER: _("handläggare i regionen"),
    Role.REGION_REVIEWER: _("granskare i regionen"),
    Role.AUDITOR: _("loggranskare"),
    Role.ADMINISTRATOR: _("administratör"),
}
