"""Which passwords are taken."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from samsyn.web.people.models import User

SOMEONE = User(username="karin.ek", name="Karin Ek-Lövgren", hsa_id="SE2321000131-P00000012345")


@pytest.mark.parametrize(
    "password",
    [
        "sju blå kanoter i regn",
        "kanotregnsju",  # twelve letters, nothing else
        "x7Kd!pQ2mZ9v",
        "739402851764",  # digits alone, by chance
        "å" * 4 + "bcdefghijklm",
        "sju blå kanoter i regn " * 3,  # 69
        "abcdefghijklmnopqrstuvwxyzåäö0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÅ",  # 66
        "samsyn är när kanoten regnar",
    ],
)
def test_taken(password: str) -> None:
    validate_password(password, SOMEONE)


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("elva tecken", "short"),
        ("x" * 100 + "yzåäö" * 40, "long"),
        ("password1234", "common"),
        ("Password1234!", "common"),
        ("passwordpassword", "common"),
        ("123456123456", "common"),
        ("aaaaaaaaaaaaaaaa", "common"),
        ("qwertyuiop123456", "common"),
        ("Samsyn123456", "context"),
        ("samsynsamsyn2019", "context"),
        ("lösenord-2019", "context"),
        ("karin.ek.2019", "context"),
        ("Lövgren-Karin1", "context"),
        ("rehabregionsmärta", "context"),
    ],
)
def test_refused(password: str, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        validate_password(password, SOMEONE)
    assert code in {each.code for each in refused.value.error_list}
