"""The app."""

from django.apps import AppConfig


class PatientsConfig(AppConfig):
    """See the package's first line."""

    name = "samsyn.web.patients"
    label = "patients"
