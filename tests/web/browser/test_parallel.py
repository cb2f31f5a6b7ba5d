"""One effect under real parallelism: twenty clicks at once, and two officers at once (reliability, F10 and F16)."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from tests.web.browser.caller import Answer, Caller
from tests.web.browser.conftest import Site
from tests.web.directory.conftest import filled

CLICKS = 20
WHO = "Parallella Personen"
_DECIDED = {"godkann": "inskickad → godkänd", "avsla": "inskickad → avslagen"}


def _at_once(*calls: Callable[[], Answer]) -> list[Answer]:
    """Make the calls at the same moment."""
    start = Barrier(len(calls))

    def run(call: Callable[[], Answer]) -> Answer:
        start.wait(30)
        return call()

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(run, calls))


def _first(pattern: str, page: Answer) -> str:
    found = re.search(pattern, page.text)
    assert found, (pattern, page.status_code, page.text)
    return found[1]


def test_twenty_sendings_of_one_form_have_one_effect(site: Site, socket_enabled: None) -> None:
    coordinator, administrator = Caller(site.address, "koordinator"), Caller(site.address, "administrator")
    team = _first(r'href="(/teamregister/[0-9a-f-]{36})"', coordinator.get("/teamregister/"))
    address = f"{team}/bemanning/ny"
    form = filled(coordinator.get(address), name=WHO, profession="nurse", first_day="2019-10-01")
    answers = _at_once(*[lambda: coordinator.post(address, form)] * CLICKS)
    assert {(each.status_code, each.location) for each in answers} == {(302, f"{team}#bemanning")}
    members = re.findall(rf"<tr>(?:(?!</tr>).)*{WHO}", coordinator.get(team).text, re.DOTALL)
    assert len(members) == 1
    trail = administrator.get("/insyn/andringar?action=team.add-member").text
    assert trail.count(f"tomt → {WHO}") == 1


def _waiting(officer: Caller) -> list[str]:
    return sorted(set(re.findall(r'href="(/anmalningar/[0-9a-f-]{36})"', officer.get("/anmalningar/").text)))


def _decisions(officer: Caller) -> int:
    pages = (officer.get(f"/insyn/andringar?action=notification.{action}").text for action in ("approve", "refuse"))
    return sum(page.count(words) for page in pages for words in _DECIDED.values())


@pytest.fixture
def officers(site: Site, socket_enabled: None) -> tuple[Caller, Caller]:
    return Caller(site.address, "handlaggare"), Caller(site.address, "handlaggare2")


@pytest.mark.parametrize("other", ["godkann", "avsla"])
def test_two_officers_at_once_give_one_decision(other: str, officers: tuple[Caller, Caller]) -> None:
    review, before = _waiting(officers[0])[0], _decisions(officers[0])
    acts = [f"{review}/godkann", f"{review}/{other}"]
    forms = [filled(each.get(review), act, words="Därför.") for each, act in zip(officers, acts, strict=True)]
    answers = _at_once(
        lambda: officers[0].post(acts[0], forms[0]),
        lambda: officers[1].post(acts[1], forms[1]),
    )
    assert sorted(each.status_code for each in answers) == [302, 409], [each.text for each in answers]
    late = next(each for each in answers if each.status_code == 409)
    assert "Det går inte längre: läget är nu" in late.text
    assert _decisions(officers[0]) - before == 1
    assert review not in _waiting(officers[0])
