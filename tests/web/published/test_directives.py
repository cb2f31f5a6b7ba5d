"""Directives: drafted by one, issued by another, read by the provider, never changed; each by real requests."""

import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.models import AuditEvent
from samsyn.web.audit.refusal import Refusal
from samsyn.web.directory.acts import directive as acts
from samsyn.web.directory.directives import ruling_of
from samsyn.web.directory.models import Directive
from samsyn.web.directory.templatetags.money import kronor
from samsyn.web.organisations.models import Region, Unit
from tests.web.conftest import SignIn
from tests.web.published.conftest import THIS_YEAR, TeamAt

pytestmark = pytest.mark.django_db
NEW = "/anvisningar/ny/vgr-mmr-2019/MMR2"


def filled(provider: Any = None, **more: Any) -> dict[str, Any]:
    data = {
        "reference": "HS 2019-00339", "first_day": "2019-01-01", "last_day": "2019-12-31", "amount": "55 000",
        "product_code": "90158", "buyer_reference": "6080002", "act_key": str(uuid.uuid4()),
    }  # fmt: skip
    return data | ({"provider": str(provider.id)} if provider else {}) | more


def posted(client: Any, address: str, **data: Any) -> Any:
    return client.post(address, {"act_key": str(uuid.uuid4()), **data})


def what_it_says(directive: Directive) -> tuple[Any, ...]:
    fresh = Directive.across_units.get(pk=directive.pk)
    return tuple(getattr(fresh, name) for name in (*acts._FIELDS, "provider_id", "level", "guideline_id"))


def test_drafted_by_one_and_issued_by_another(sign_in: SignIn, office: Unit, unit: Unit) -> None:
    writer, other = sign_in(Role.REGION_OFFICER, office), sign_in(Role.REGION_OFFICER, office)
    page = writer.get(NEW)
    assert "2019-01-01 – 2019-12-31" in page.content.decode()
    form = page.context["form"]
    assert form["amount"].value() == "55000"
    assert form["product_code"].value() == "90158"
    assert form["buyer_reference"].value() == "6080002"
    response = writer.post(NEW, filled(unit.provider))
    assert response.status_code == 302, response.content.decode()
    made = Directive.across_units.get()
    assert (made.state, made.amount_ore, made.first_day) == ("draft", 5_500_000, date(2019, 1, 1))
    assert posted(writer, f"/anvisningar/{made.id}/utfarda", version=1).status_code == 409
    assert Directive.across_units.get().state == "draft"
    assert posted(other, f"/anvisningar/{made.id}/utfarda", version=1).status_code == 302
    made.refresh_from_db()
    assert made.state == "issued"
    assert made.issued_by
    events = AuditEvent.objects.filter(object_id=str(made.id)).order_by("at").values_list("action", flat=True)
    assert list(events) == ["directive.draft", "directive.issue"]


def test_whoever_changed_the_draft_may_not_issue_it_either(sign_in: SignIn, office: Unit, unit: Unit) -> None:
    writer, second, third = (sign_in(Role.REGION_OFFICER, office) for _ in range(3))
    writer.post(NEW, filled(unit.provider))
    made = Directive.across_units.get()
    assert second.post(f"/anvisningar/{made.id}/andra", filled(version=1, reference="HS 2019-1")).status_code == 302
    assert posted(second, f"/anvisningar/{made.id}/utfarda", version=2).status_code == 409
    assert posted(third, f"/anvisningar/{made.id}/utfarda", version=2).status_code == 302


def test_four_eyes_hold_across_assignments(
    assignment_of: Callable[..., Any], sign_in: SignIn, office: Unit, unit: Unit
) -> None:
    """It is the person that counts: another assignment of the same person is no second pair of eyes."""
    first = assignment_of(Role.REGION_OFFICER, office)
    sign_in(first).post(NEW, filled(unit.provider))
    made = Directive.across_units.get()
    by = Actor(**{**vars(first.actor), "assignment_id": uuid.uuid4()})
    with pytest.raises(Refusal, match="själv"):
        acts.issue(by=by, directive_id=made.id, version=1)


ACTS = ("andra", "utfarda", "aterkalla")


@pytest.mark.parametrize("role", list(Role))
def test_each_role_at_each_address(
    role: Role, sign_in: SignIn, office: Unit, unit: Unit, other_unit: Unit, directive_to: Callable[..., Directive]
) -> None:
    issued, draft = directive_to(unit.provider), directive_to(unit.provider, "draft", level="MMR1")
    reads = {Role.COORDINATOR, Role.ECONOMIST, Role.REGION_OFFICER, Role.REGION_REVIEWER}
    at_region = role in (Role.REGION_OFFICER, Role.REGION_REVIEWER)
    for place in (office, unit, other_unit):
        client = sign_in(role, place)
        sees = place is office or place is unit
        wanted = 403 if role not in reads else 200 if sees else 404
        assert client.get("/anvisningar/").status_code == (200 if role in reads else 403)
        assert client.get(f"/anvisningar/{issued.id}").status_code == wanted
        hidden = 403 if role not in reads else 200 if place is office else 404
        assert client.get(f"/anvisningar/{draft.id}").status_code == hidden
        writes = role is Role.REGION_OFFICER
        for act in ACTS:
            expected = 403 if not writes else 200 if place is office else 404
            assert client.get(f"/anvisningar/{draft.id}/{act}").status_code == expected
            if not (writes and place is office):
                before = what_it_says(draft), what_it_says(issued)
                for target in (draft, issued):
                    response = client.post(f"/anvisningar/{target.id}/{act}", filled(version=1, reason="x"))
                    assert response.status_code == expected if expected != 200 else 404
                assert (what_it_says(draft), what_it_says(issued)) == before
                assert set(Directive.across_units.values_list("state", flat=True)) == {"draft", "issued"}
        assert client.get(NEW).status_code == (403 if not writes else 200 if place is office else 404)
        if role in reads and not sees and not at_region:
            assert issued.reference not in client.get("/anvisningar/").content.decode()


def test_another_region_is_another_world(sign_in: SignIn, unit: Unit, directive_to: Callable[..., Directive]) -> None:
    from samsyn.web.organisations.models import Provider

    elsewhere = Region.objects.create(name="Region Långtbortistan", programmes=["vgr-mmr"])
    provider = Provider.objects.create(region=elsewhere, name="Kontoret", organisation_number="5566778899")
    foreign = Unit.objects.create(
        provider=provider, region=elsewhere, name="Kontoret", hsa_id="SE5566778899-1", is_region_office=True
    )
    issued = directive_to(unit.provider)
    client = sign_in(Role.REGION_OFFICER, foreign)
    assert client.get(f"/anvisningar/{issued.id}").status_code == 404
    assert posted(client, f"/anvisningar/{issued.id}/aterkalla", version=1, reason="x").status_code == 404
    assert issued.reference not in client.get("/anvisningar/").content.decode()
    assert posted(client, NEW, **filled(unit.provider)).status_code == 422  # not among the choices
    assert Directive.across_units.count() == 1


@pytest.mark.parametrize("state", ["issued", "revoked"])
def test_what_is_issued_is_never_edited(
    state: str, sign_in: SignIn, office: Unit, unit: Unit, directive_to: Callable[..., Directive]
) -> None:
    directive = directive_to(unit.provider, state)
    before = what_it_says(directive)
    client = sign_in(Role.REGION_OFFICER, office)
    shown = client.get(f"/anvisningar/{directive.id}/andra")
    assert "<textarea" not in shown.content.decode()
    assert 'name="amount"' not in shown.content.decode()
    response = client.post(f"/anvisningar/{directive.id}/andra", filled(version=1, amount="1", reference="annat"))
    assert response.status_code == 409
    assert posted(client, f"/anvisningar/{directive.id}/utfarda", version=1).status_code == 409
    assert what_it_says(directive) == before


def test_revoking_keeps_what_was_said(
    sign_in: SignIn, office: Unit, unit: Unit, directive_to: Callable[..., Directive]
) -> None:
    directive = directive_to(unit.provider)
    before = what_it_says(directive)
    officer = sign_in(Role.REGION_OFFICER, office)
    assert posted(officer, f"/anvisningar/{directive.id}/aterkalla", version=1, reason=" ").status_code == 422
    key = str(uuid.uuid4())
    for _ in range(2):  # a double click: the second gets the first one's answer
        response = officer.post(
            f"/anvisningar/{directive.id}/aterkalla", {"act_key": key, "version": 1, "reason": "Fel period"}
        )
        assert response.status_code == 302
    assert what_it_says(directive) == before
    assert AuditEvent.objects.filter(action="directive.revoke").count() == 1
    shown = sign_in(Role.ECONOMIST, unit).get(f"/anvisningar/{directive.id}").content.decode()
    assert "Fel period" in shown


def test_one_issued_of_a_kind(
    sign_in: SignIn, office: Unit, unit: Unit, directive_to: Callable[..., Directive]
) -> None:
    directive_to(unit.provider)
    draft = directive_to(unit.provider, "draft")
    officer = sign_in(Role.REGION_OFFICER, office)
    response = posted(officer, f"/anvisningar/{draft.id}/utfarda", version=1)
    assert response.status_code == 409
    assert "redan en utfärdad" in response.content.decode()
    assert Directive.across_units.get(pk=draft.pk).state == "draft"
    with pytest.raises(IntegrityError), transaction.atomic():
        directive_to(unit.provider)


def test_two_tabs(sign_in: SignIn, office: Unit, unit: Unit, directive_to: Callable[..., Directive]) -> None:
    draft = directive_to(unit.provider, "draft")
    officer = sign_in(Role.REGION_OFFICER, office)
    assert officer.post(f"/anvisningar/{draft.id}/andra", filled(version=1, reference="HS 1")).status_code == 302
    second = officer.post(f"/anvisningar/{draft.id}/andra", filled(version=1, reference="HS 2"))
    assert second.status_code == 409
    assert Directive.across_units.get().reference == "HS 1"
    stale = sign_in(Role.REGION_OFFICER, office)
    assert posted(stale, f"/anvisningar/{draft.id}/utfarda", version=1).status_code == 409


def test_a_double_click_drafts_once(sign_in: SignIn, office: Unit, unit: Unit) -> None:
    officer, data = sign_in(Role.REGION_OFFICER, office), filled(unit.provider)
    first, second = officer.post(NEW, data), officer.post(NEW, data)
    assert first["Location"] == second["Location"]
    assert Directive.across_units.count() == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"amount": "54999"}, "amount"),  # the guideline states another
        ({"amount": ""}, "amount"),
        ({"amount": "-5"}, "amount"),
        ({"first_day": "2018-12-31"}, "first_day"),
        ({"last_day": "2020-01-01"}, "first_day"),
        ({"first_day": "2019-06-01", "last_day": "2019-05-31"}, "last_day"),
        ({"reference": " "}, "reference"),
        ({"amount": "55000,001"}, "amount"),
        ({"amount": "mycket"}, "amount"),
    ],
)
def test_what_a_draft_may_not_say(
    change: dict[str, str], field: str, sign_in: SignIn, office: Unit, unit: Unit
) -> None:
    response = sign_in(Role.REGION_OFFICER, office).post(NEW, filled(unit.provider, **change))
    assert response.status_code in (409, 422)
    assert field in response.context["form"].errors
    assert not Directive.across_units.exists()


@pytest.mark.parametrize(
    ("written", "ore"),
    [("35000", 3_500_000), ("35 000,50", 3_500_050), ("0,01", 1), ("19,99", 1999), ("1.234,56", 123_456),
     ("9999999,99", 999_999_999)],
)  # fmt: skip
def test_an_amount_is_exact_to_the_ore(written: str, ore: int, sign_in: SignIn, office: Unit, unit: Unit) -> None:
    """MMR1 2019 is carried forward, so the directive may decide another amount with its own reference."""
    address = NEW.replace("MMR2", "MMR1")
    officer = sign_in(Role.REGION_OFFICER, office)
    assert officer.post(address, filled(unit.provider, amount=written)).status_code == 302
    made = Directive.across_units.get()
    assert made.amount_ore == ore
    again = officer.get(f"/anvisningar/{made.id}/andra").context["form"]["amount"].value()
    assert officer.post(f"/anvisningar/{made.id}/andra", filled(version=1, amount=str(again))).status_code == 302
    assert Directive.across_units.get().amount_ore == ore


def test_an_unknown_amount_stays_unknown(sign_in: SignIn, office: Unit, unit: Unit) -> None:
    old = "/anvisningar/ny/vgr-rehabgaranti-2015/MMR1"
    officer, other = sign_in(Role.REGION_OFFICER, office), sign_in(Role.REGION_OFFICER, office)
    assert officer.get(old).context["form"]["amount"].value() is None
    days = {"first_day": "2017-01-01", "last_day": "2017-12-31"}
    assert officer.post(old, filled(unit.provider, amount="", **days)).status_code == 302
    made = Directive.across_units.get()
    assert made.amount_ore is None
    response = posted(other, f"/anvisningar/{made.id}/utfarda", version=1)
    assert response.status_code == 409
    assert "Beloppet är okänt" in response.content.decode()
    assert officer.post(f"/anvisningar/{made.id}/andra", filled(version=1, amount="30000", **days)).status_code == 302
    assert posted(other, f"/anvisningar/{made.id}/utfarda", version=2).status_code == 302
    made.refresh_from_db()
    assert ruling_of(made).citation is None  # the directive itself is the source, by its reference
    assert "beslutat i anvisningen: HS 2019-00339" in officer.get(f"/anvisningar/{made.id}").content.decode()


def test_the_ground_of_each_amount(unit: Unit, directive_to: Callable[..., Directive]) -> None:
    stated = ruling_of(directive_to(unit.provider))
    assert str(stated.ground) == "angivet"
    assert stated.citation is not None
    assert stated.citation.reference == "HS 2019-00339"
    carried = ruling_of(directive_to(unit.provider, level="MMR1", amount_ore=3_500_000))
    assert str(carried.ground) == "hämtat från en tidigare period"
    gone = ruling_of(directive_to(unit.provider, guideline_id="borttagen"))
    assert gone.guideline is None


def test_what_the_provider_reads(
    sign_in: SignIn, unit: Unit, other_unit: Unit, team_at: TeamAt, directive_to: Callable[..., Directive]
) -> None:
    directive = directive_to(unit.provider)
    shown = sign_in(Role.ECONOMIST, unit).get(f"/anvisningar/{directive.id}").content.decode()
    for words in ("55\u00a0000\u00a0kr", "90158", "6080002", "FE 982", "2019-12-31", "Inget godkänt team i dag"):
        assert words in shown
    assert "I71102" not in shown
    team_at(unit, "Tvåan", THIS_YEAR, level="MMR2")
    team_at(other_unit, "Andras", THIS_YEAR, level="MMR2")
    unit.provider.internal = True
    unit.provider.save()
    shown = sign_in(Role.COORDINATOR, unit).get(f"/anvisningar/{directive.id}").content.decode()
    assert "I71102" in shown
    assert "FE 982" not in shown
    assert "Tvåan" in shown
    assert "Andras" not in shown
    assert "Utfärda" not in shown


@pytest.mark.parametrize(
    ("ore", "words"), [(5_500_000, "55 000 kr"), (123_450, "1 234,50 kr"), (5, "0,05 kr"), (0, "0 kr"), (None, "")]
)
def test_kronor_as_swedish_writes_them(ore: int | None, words: str) -> None:
    assert kronor(ore).replace("\u00a0", " ") == words


def test_the_list_holds_for_many_providers(
    sign_in: SignIn,
    office: Unit,
    region: Region,
    directive_to: Callable[..., Directive],
    django_assert_max_num_queries: Any,
) -> None:
    from samsyn.web.directory import invented
    from samsyn.web.organisations.models import Provider

    for number in range(120):
        name = f"{'ÖÄÅA'[number % 4]}vården {number:03d}"
        provider = Provider.objects.create(
            region=region, name=name, organisation_number=invented.organisation_number(number)
        )
        directive_to(provider, amount_ore=number + 1)
    client = sign_in(Role.REGION_OFFICER, office)
    client.get("/anvisningar/")
    with django_assert_max_num_queries(16):
        first = client.get("/anvisningar/")
    names = [one.provider.name for one, _current in first.context["directives"]]
    second = client.get("/anvisningar/" + first.context["page"].next)
    names += [one.provider.name for one, _current in second.context["directives"]]
    third = client.get("/anvisningar/" + second.context["page"].next)
    names += [one.provider.name for one, _current in third.context["directives"]]
    assert [name[0] for name in names] == ["A"] * 30 + ["Å"] * 30 + ["Ä"] * 30 + ["Ö"] * 30
    found = client.get("/anvisningar/?q=ävården 01")
    assert {one.provider.name[0] for one, _current in found.context["directives"]} == {"Ä"}
    assert "Inget stämmer med filtren" in client.get("/anvisningar/?q=finnsinte").content.decode()
