"""Whether a programme takes new referrals: until its last day, and after it only if it has opened anew."""

from __future__ import annotations

from datetime import date
from importlib import resources

import pytest

from samsyn.guidelines import GuidelineRegister, load_register, parse_guideline
from samsyn.pathway import open_for_referrals

REGISTER = load_register()


@pytest.mark.parametrize(
    ("programme", "day", "closed"),
    [
        ("skane-mms", date(2018, 12, 31), False),
        ("skane-mms", date(2019, 1, 1), True),
        ("skane-mms", date(2030, 1, 1), True),
        ("skane-mms", date(2008, 1, 1), False),  # not yet begun is not closed
        ("vgr-mmr", date(2019, 6, 1), False),
        ("vgr-mmr", date(2020, 1, 1), False),  # nobody has said that it ends
        ("unknown", date(2019, 6, 1), False),
    ],
)
def test_open(programme: str, day: date, *, closed: bool) -> None:
    found = open_for_referrals(REGISTER, programme, day)
    assert (found is not None) == closed
    if found is not None:
        assert (found.programme, found.last_day) == (programme, date(2018, 12, 31))
        assert found.citation.quote == "Avslutad per 2018-12-31"


def test_a_programme_that_opens_anew() -> None:
    text = (resources.files("samsyn.guidelines") / "data" / "skane" / "skane-mms.toml").read_text(encoding="utf-8")
    head, _, rest = text.partition("[wind_down]")
    anew = (head + rest[rest.index("# --- Money") :]).replace('id = "skane-mms"', 'id = "skane-mms-2020"')
    anew = anew.replace("first_day = 2009-01-01", 'first_day = 2020-01-01\ngap_before = "Closed in 2019."')
    anew = anew.replace("last_day = 2018-12-31", "last_day = 2020-12-31")
    register = GuidelineRegister.of([*REGISTER.guidelines, parse_guideline(anew.encode(), "anew.toml")])
    assert open_for_referrals(register, "skane-mms", date(2019, 12, 31)) is not None
    assert open_for_referrals(register, "skane-mms", date(2020, 1, 1)) is None
