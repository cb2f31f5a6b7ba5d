"""The app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """See the package's first line."""

    name = "samsyn.web.people"
    label = "people"

    def ready(self) -> None:
        """Listen to what log-in tells."""
        from samsyn.web.people.login.trail import connect

        connect()
