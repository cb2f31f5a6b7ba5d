"""The table of rights, as the program itself reads it: role by action by state."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samsyn.web.audit.actor import Role
from samsyn.web.audit.sheets import csv_file
from samsyn.web.people.rights import ACTIONS, Action
from samsyn.web.people.rights.table import ANYONE, SIGNED_IN
from samsyn.web.people.role_names import ROLE_NAMES


def holds(action: Action, role: Role) -> bool:
    """Whether the role may do it, whatever the state."""
    return bool({ANYONE, SIGNED_IN, role.value} & set(action.roles))


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """A table with a row for each action and a column for each role."""
    rows = [
        {"action": each, "words": each.words, "cells": [holds(each, role) for role in Role]}
        for each in ACTIONS.values()
    ]
    return render(request, "people/rights.html", {"rows": rows, "roles": [ROLE_NAMES[role] for role in Role]})


@require_safe
def show_file(request: HttpRequest) -> HttpResponse:
    """The same for a spreadsheet: a row for each action, state and role."""
    header = [
        _("id"), _("handling"), _("läge"), _("roll"), _("får"), _("ändamål"), _("visar patienter"),
        _("inte av samma som"),
    ]  # fmt: skip
    return csv_file("samsyn-rattigheter", header, cells())


def cells() -> Iterator[list[Any]]:
    """Every cell: action, state, role, and whether it may be done."""
    yes, no = _("ja"), _("nej")
    for action in ACTIONS.values():
        for state in action.states or ("",):
            for role in Role:
                may = yes if holds(action, role) else no
                seen = yes if action.shows_patients else no
                yield [action.id, action.words, state, ROLE_NAMES[role], may, action.purpose, seen, action.not_by_same]
