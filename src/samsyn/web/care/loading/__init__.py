"""Cases for a demonstration, from the coded contacts of a synthetic extract: what was registered, told as cases."""

from samsyn.web.care.loading.filling import cases_in

__all__ = ["cases_in"]
