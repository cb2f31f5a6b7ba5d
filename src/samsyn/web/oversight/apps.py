"""The app."""

from django.apps import AppConfig


class OversightConfig(AppConfig):
    """See the package's first line."""

    name = "samsyn.web.oversight"
    label = "oversight"
