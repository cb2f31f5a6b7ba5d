"""The app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Access log, trail of changes, performed acts."""

    name = "samsyn.web.audit"
    label = "audit"
