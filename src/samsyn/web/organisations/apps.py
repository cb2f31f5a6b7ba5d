"""The app."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """See the package's first line."""

    name = "samsyn.web.organisations"
    label = "organisations"
