"""The app."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """See the package's first line."""

    name = "samsyn.web.directory"
    label = "directory"
