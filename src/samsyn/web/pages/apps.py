"""Tells Django about the looks."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Templates, components, style sheets and form fields; no tables."""

    name = "samsyn.web.pages"
    label = "pages"
    verbose_name = "Sidor"
