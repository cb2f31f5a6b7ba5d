"""How Django's forms are drawn: fields of the user interface kit, with the words that our conventions ask for."""

from pathlib import Path
from typing import Any, Final

import django.forms
from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.functional import cached_property

OWN_WIDGETS: Final = {
    "django/forms/widgets/radio.html": "pages/forms/options.html",
    "django/forms/widgets/checkbox_select.html": "pages/forms/options.html",
}
CLASS: Final = "ds-input"


class SamsynRenderer(DjangoTemplates):
    """Draws each field as a field of the kit; each widget gets the kit's class without the form having to say so.

    The templates are found by an engine of its own, so a form looks the same whatever else the project has set.
    """

    form_template_name = "pages/forms/form.html"
    field_template_name = "pages/forms/field.html"

    @cached_property
    def engine(self) -> Any:
        """Return the engine that finds our templates first and Django's own after them."""
        folders = [Path(__file__).parent / "templates", Path(django.forms.__file__).parent / "templates"]
        options = {"builtins": ["samsyn.web.pages.templatetags.looks"]}
        return self.backend({"APP_DIRS": True, "DIRS": folders, "NAME": "samsyn_forms", "OPTIONS": options})

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """Draw a form, a field or a widget."""
        if "widget" in context and context["widget"].get("type") != "hidden":
            _dress(context["widget"])
        return super().render(OWN_WIDGETS.get(template_name, template_name), context, request)


def _dress(widget: dict[str, Any]) -> None:
    """Give a widget, and the parts it is made of, the kit's class."""
    attrs = widget.setdefault("attrs", {})
    own = attrs.get("class", "")
    if CLASS not in own.split():
        attrs["class"] = f"{CLASS} {own}".strip()
    for part in widget.get("subwidgets", ()):
        _dress(part)
    for _group, options, _index in widget.get("optgroups", ()):
        for option in options:
            if option.get("type") in {"radio", "checkbox"}:
                _dress(option)
