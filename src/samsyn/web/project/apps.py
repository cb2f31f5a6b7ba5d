"""The app of what belongs to no other: management commands and the start page."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """See the package's first line."""

    name = "samsyn.web.project"
    label = "project"
