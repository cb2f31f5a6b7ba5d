"""Widgets that Django has not: choices with a description under each."""

from collections.abc import Mapping
from typing import Any

from django import forms


class DescribedRadios(forms.RadioSelect):
    """Radio buttons where each choice may have a description: {value: text}."""

    def __init__(self, descriptions: Mapping[str, Any] | None = None, **rest: Any) -> None:
        super().__init__(**rest)
        self.descriptions = dict(descriptions or {})

    def create_option(self, name: str, value: Any, *rest: Any, **more: Any) -> dict[str, Any]:
        """Return one choice, with its description and the attribute that ties them."""
        option = super().create_option(name, value, *rest, **more)
        option["description"] = self.descriptions.get(str(value), "")
        if option["description"] and "id" in option["attrs"]:
            option["attrs"]["aria-describedby"] = f"{option['attrs']['id']}_description"
        return option


class DescribedBoxes(DescribedRadios, forms.CheckboxSelectMultiple):
    """Tick boxes where each choice may have a description."""
