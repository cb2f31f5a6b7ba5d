"""F10 for every form that acts: sent twice with the same key it has one effect, and both times the same answer."""

from typing import Any

import pytest
from django.urls import reverse

from samsyn.web.audit.models import AuditEvent
from tests.web.conftest import see_everything
from tests.web.house.addresses import Address, addresses
from tests.web.house.conftest import Enter
from tests.web.house.examples import Made, example
from tests.web.house.filled_forms import FORMS, filled

ACTING = [each for each in addresses() if each.acts and each.name in FORMS]


@pytest.mark.parametrize("each", ACTING, ids=lambda each: each.name)
def test_the_same_form_twice_has_one_effect(each: Address, enter: Enter, made: Made) -> None:
    form = FORMS[each.name]
    client, address = enter(form.role, form.at_office), reverse(each.name, kwargs=example(each.name, made))
    data = filled(each.name, made)
    see_everything()
    before = AuditEvent.objects.count()
    first = client.post(address, data)
    assert first.status_code == 302, _errors(first)
    assert AuditEvent.objects.count() - before == form.events
    for _ in range(3):
        again = client.post(address, data)
        assert again.status_code == 302
        assert not form.same_answer or again["Location"] == first["Location"]
    assert AuditEvent.objects.count() - before == form.events


def _errors(response: Any) -> Any:
    """What stopped it, in the form's own words."""
    form = (response.context or {}).get("form")
    return (response.status_code, form.errors if form else "")


@pytest.mark.parametrize("each", ACTING, ids=lambda each: each.name)
def test_a_form_without_its_key_does_nothing(each: Address, enter: Enter, made: Made) -> None:
    form = FORMS[each.name]
    client, address = enter(form.role, form.at_office), reverse(each.name, kwargs=example(each.name, made))
    data = filled(each.name, made)
    del data["act_key"]
    see_everything()
    before = AuditEvent.objects.count()
    assert client.post(address, data).status_code == 409
    assert AuditEvent.objects.count() == before
