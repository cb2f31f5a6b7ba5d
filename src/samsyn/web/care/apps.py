"""The app."""

from django.apps import AppConfig


class CareConfig(AppConfig):
    """See the package's first line."""

    name = "samsyn.web.care"
    label = "care"
