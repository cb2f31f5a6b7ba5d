"""Who learns of a letter: the unit that wrote it and, once sent, the one that received it. Nobody else, anywhere."""

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.urls import NoReverseMatch, get_resolver, reverse

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.models import AuditEvent
from samsyn.web.audit.reach import declare
from samsyn.web.directory.models import Team
from samsyn.web.organisations.models import Unit
from samsyn.web.referrals.acts.forwarding import forward
from samsyn.web.referrals.acts.writing import change_draft
from samsyn.web.referrals.models import BetweenUnits, ClockStop, Referral, ReferralEvent
from tests.web.conftest import see_everything
from tests.web.referrals.conftest import INBOX, WRITTEN, Enter, LetterClient, page_of
from tests.web.referrals.making import stopped

ABOUT_ONE = sorted(
    name for name in get_resolver().namespace_dict["referrals"][1].reverse_dict
    if isinstance(name, str) and name not in ("start", "inbox", "written", "choose", "write")
)  # fmt: skip
HERS = ("19800102-2386", "198001022386", "Öberg")


def _bare(body: bytes) -> str:
    """A page without what differs between any two: keys, tokens, ids."""
    text = re.sub(
        r'(name="(?:csrfmiddlewaretoken|act_key)" value|hx-headers)=("[^"]*"|\'[^\']*\')', r"\1", body.decode()
    )
    return re.sub(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", "ID", text)


def test_the_list_of_addresses_is_whole() -> None:
    assert len(ABOUT_ONE) == 15
    with pytest.raises(NoReverseMatch):
        reverse("referrals:referral")


@pytest.mark.parametrize("method", ["get", "post", "head", "put", "delete", "options"])
@pytest.mark.parametrize("name", ABOUT_ONE)
def test_a_third_unit_meets_what_does_not_exist(
    name: str, method: str, enter: Enter, third_unit: Unit, sent: Referral
) -> None:
    client, before = enter(Role.COORDINATOR, third_unit), AuditEvent.objects.count()
    data = {"act_key": str(uuid.uuid4()), "version": 2, "words": "Därför."} if method == "post" else None
    there = getattr(client, method)(page_of(sent, name), data)
    nowhere = getattr(client, method)(reverse(f"referrals:{name}", args=[uuid.uuid4()]), data)
    assert there.status_code == nowhere.status_code
    assert there.status_code == 404 or (name in ("referral", "print") and there.status_code in (200, 405))
    assert _bare(there.content) == _bare(nowhere.content)
    assert not [word for word in HERS if word in there.content.decode()]
    assert there.headers.keys() == nowhere.headers.keys()
    assert AuditEvent.objects.count() == before


@pytest.mark.parametrize("name", ABOUT_ONE)
def test_the_receiver_meets_no_draft(name: str, desk: LetterClient, draft: Referral) -> None:
    nowhere = desk.get(reverse(f"referrals:{name}", args=[uuid.uuid4()]))
    there = desk.get(page_of(draft, name))
    assert there.status_code in (403, 404)
    assert _bare(there.content) == _bare(nowhere.content)


def test_lists_and_searches_of_others_are_empty(enter: Enter, third_unit: Unit, sent: Referral) -> None:
    client = enter(Role.COORDINATOR, third_unit)
    for address in (INBOX, WRITTEN):
        for text in ("", "Öberg", "800102-2386"):
            found = client.search(address, text, state="all" if address == INBOX else "")
            assert str(sent.pk) not in found


def test_nobody_writes_about_another_units_patient(enter: Enter, third_unit: Unit, sent: Referral, team: Team) -> None:
    client = enter(Role.REFERRER, third_unit)
    for address in (
        reverse("referrals:choose", args=[sent.patient_id]),
        reverse("referrals:write", args=[sent.patient_id, team.pk]),
    ):
        assert client.get(address).status_code == 404


def test_the_regions_office_sees_none(actor_of: Callable[[Role, Unit], Actor], office: Unit, sent: Referral) -> None:
    officer = actor_of(Role.REGION_OFFICER, office)
    assert not Referral.at(officer).exists()
    assert not ReferralEvent.at(officer).exists()


def test_a_forwarded_letter_is_the_new_teams_and_no_longer_the_olds(
    enter: Enter, centre: LetterClient, desk: LetterClient, sent: Referral, another_team: Team
) -> None:
    answer = desk.send(
        page_of(sent, "forward"), version=2, team=str(another_team.pk), chosen="on", words="Bor närmare."
    )
    assert answer.status_code == 302
    new = Referral.across_units.get(forwarded_from=sent)
    there = enter(Role.COORDINATOR, another_team.unit)
    text = there.get(page_of(new)).content.decode()
    assert "Från Smärtteamet" in text
    assert "Bor närmare." not in text
    assert there.get(page_of(sent)).status_code == 404
    assert desk.get(page_of(new)).status_code == 404
    assert "Tredje teamet" in desk.get(page_of(sent)).content.decode()
    assert page_of(new) in centre.get(page_of(sent)).content.decode()
    assert centre.get(page_of(new)).status_code == 200
    assert there.send(page_of(new, "accept"), version=1).status_code == 302


def test_the_trail_of_changes_tells_auditors_no_words_of_a_letter(
    enter: Enter, unit: Unit, referrer: Actor, draft: Referral, team: Team
) -> None:
    change_draft(by=referrer, referral_id=draft.pk, version=1, team_id=team.pk, diagnosis="R529", tried="Nytt försök")
    text = enter(Role.AUDITOR, unit).get(reverse("oversight:trail")).content.decode()
    assert "Ändra ett utkast" in text
    assert "preliminär diagnos" in text.casefold()
    assert not [word for word in ("M545", "R529", "Nytt försök") if word in text]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL has the second wall")
def test_the_second_wall_stands_alone(
    enter: Enter, actor_of: Any, third_unit: Unit, other_unit: Unit, unit: Unit, office: Unit, sent: Referral,
    draft: Referral, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    stopped(sent)
    everything = classmethod(lambda cls, _actor, *_which: cls.across_units.all())
    monkeypatch.setattr(BetweenUnits, "_own", everything)
    client = enter(Role.COORDINATOR, third_unit)
    assert client.get(page_of(sent)).status_code == 404
    assert "Öberg" not in client.search(INBOX, state="all")
    for by in (actor_of(Role.COORDINATOR, third_unit), actor_of(Role.REGION_OFFICER, office)):
        declare(by)
        for model in (Referral, ReferralEvent, ClockStop):
            assert not model.across_units.exists(), model
        assert not Referral.across_units.update(state="visited")
        assert not ClockStop.across_units.update(last_day=None)
    declare(actor_of(Role.COORDINATOR, other_unit))
    assert set(ReferralEvent.across_units.values_list("action", flat=True)) == {"referral.send"}
    see_everything()
    assert ReferralEvent.across_units.filter(action="referral.write").exists()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL has the second wall")
def test_who_forwards_cannot_touch_the_new_letter(coordinator: Actor, sent: Referral, another_team: Team) -> None:
    declare(coordinator)
    new = forward(by=coordinator, referral_id=sent.pk, version=2, team_id=another_team.pk)
    assert not Referral.across_units.filter(pk=new.pk).exists()
    assert not Referral.across_units.filter(pk=new.pk).update(state="withdrawn")
    assert not ReferralEvent.across_units.filter(referral_id=new.pk).exists()
    see_everything()
    assert Referral.across_units.get(pk=new.pk).state == "sent"
    assert ReferralEvent.across_units.filter(referral=new).count() == 1
