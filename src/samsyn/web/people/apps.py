"""The app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """See the package's first line."""

    name = "samsyn.web.people"
    label = "people"
