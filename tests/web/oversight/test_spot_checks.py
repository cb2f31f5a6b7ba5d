"""Spot checks (P4): what is pointed out, what is not, and that a finished check stays as it is."""

import random
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.models import AccessEntry, AuditEvent
from samsyn.web.audit.refusal import Refusal
from samsyn.web.organisations.models import Unit
from samsyn.web.oversight.acts.spot_checks import finish_check, judge_item, make_check
from samsyn.web.oversight.drawing import drawn
from samsyn.web.oversight.flags import Facts, Known, Row, flagged
from samsyn.web.oversight.models import SpotCheck, SpotCheckItem
from samsyn.web.oversight.rules import RULES
from samsyn.web.patients.models import Patient
from tests.web.conftest import SignIn
from tests.web.oversight.conftest import KALLE, VERA, RegisterAt, at, named, read

ActorOf = Callable[[Role, Unit], Actor]
SEPTEMBER = {"first_day": date(2026, 9, 1), "last_day": date(2026, 9, 30)}

# Shares of surnames as in a Swedish population: the most common has two in a hundred, most are rare.
COMMON = ["Johansson", "Andersson", "Karlsson", "Nilsson", "Eriksson", "Larsson", "Olsson", "Persson", "Svensson"]
RARE = [f"{first}{last}" for first in ("Ek", "Berg", "Lind", "Sjö", "Häll", "Örn", "Äng", "Ås", "Björk", "Sten", "Fors")
        for last in ("ström", "gren", "kvist", "berg", "man", "dal", "vall", "löf", "mark", "stedt")]  # fmt: skip
GIVEN = ["Anna", "Eva", "Maria", "Karin", "Sara", "Lars", "Mikael", "Anders", "Johan", "Per", "Åsa", "Örjan", "Märta"]


class Month:
    """A made-up month at one unit: 20 people who read 400 patients in working hours, by a seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.unit = uuid.UUID(int=seed + 1)
        self.users = [(self.key(), self.name()) for _ in range(20)]
        self.patients = {self.key(): Known(*self.name().split(" ", 1), protected=False) for _ in range(400)}
        self.rows: list[Row] = []
        for day in range(30):
            when = datetime(2026, 9, 1, tzinfo=UTC) + timedelta(days=day)
            if when.weekday() < 5:
                self.ordinary_day(when)

    def key(self) -> uuid.UUID:
        return uuid.UUID(int=self.chance.getrandbits(128))

    def name(self) -> str:
        family = self.chance.choice(COMMON) if self.chance.random() < 0.15 else self.chance.choice(RARE)
        return f"{self.chance.choice(GIVEN)} {family}"

    def ordinary_day(self, day: datetime) -> None:
        for user in self.users:
            for _ in range(self.chance.randrange(4, 12)):
                moment = day + timedelta(minutes=self.chance.randrange(7 * 60, 17 * 60))
                self.read(user, self.chance.choice(list(self.patients)), moment)
            listed = self.key()
            for patient in self.chance.sample(list(self.patients), 25):
                self.read(user, patient, day + timedelta(hours=8), request=listed.hex)

    def read(self, user: Any, patient: Any, when: datetime, request: str = "", result: str = "allowed") -> Row:
        row = Row(self.key(), when, user[0], user[1], self.unit, patient, result, request or self.key().hex)
        self.rows.append(row)
        return row

    def patient_called(self, name: str, *, protected: bool = False) -> uuid.UUID:
        key = self.key()
        self.patients[key] = Known(*name.split(" ", 1), protected=protected)
        return key

    @property
    def facts(self) -> Facts:
        from samsyn.kernel import search_key

        return Facts(self.patients, {self.unit: frozenset(search_key(name) for _key, name in self.users)})


def _plant(month: Month) -> list[list[Row]]:
    """Twelve misuses, at ordinary hours unless the hour is the misuse."""
    noon = datetime(2026, 9, 15, 12, tzinfo=UTC)
    user, other = month.users[0], month.users[1]
    kin = f"Tolvan {user[1].split(' ', 1)[1]}"
    plain = month.patient_called("Ture Udda")
    planted = [
        [month.read(user, month.patient_called(user[1]), noon)],
        [month.read(other, month.patient_called(other[1].upper()), noon)],
        [month.read(user, month.patient_called(kin), noon)],
        [month.read((user[0], "Eva Ek-Ståhl"), month.patient_called("Bo Ståhl"), noon)],
        [month.read(user, month.patient_called(month.users[7][1]), noon)],
        [month.read(other, month.patient_called(month.users[8][1]), noon)],
        [month.read(user, month.patient_called("Gömd Person", protected=True), noon)],
        [month.read(user, plain, noon.replace(hour=22))],
        [month.read(user, plain, noon.replace(hour=5, minute=59))],
        [month.read(month.users[2], month.key(), noon + timedelta(seconds=10 * n)) for n in range(101)],
        [month.read(month.users[3], None, noon + timedelta(minutes=n), result="refused") for n in range(6)],
        [month.read(month.users[4], month.key(), noon, result="refused") for n in range(6)],
    ]
    assert len(planted) == 12
    return planted


@pytest.mark.parametrize("seed", range(5))
def test_planted_misuses_are_pointed_out_and_ordinary_reading_is_not(seed: int) -> None:
    month = Month(seed)
    ordinary = {row.id for row in month.rows}
    planted = _plant(month)
    found = flagged(month.rows, month.facts)
    caught = sum(any(row.id in found for row in rows) for rows in planted)
    assert caught >= 11
    assert caught == 12, "all that the rules are made for"
    false = ordinary & set(found)
    assert len(ordinary) > 10_000
    assert len(false) / len(ordinary) < 0.05
    readings, _number = drawn([row for row in month.rows if row.id in ordinary], month.facts, seed="x", sample_size=0)
    opened = {(row.user_id, row.patient_id, row.at.date()) for row in month.rows if row.id in ordinary}
    assert len(readings) / len(opened) < 0.05


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_points_out_something_of_its_own(rule: str) -> None:
    month = Month(1)
    _plant(month)
    assert any(rules == [rule] for rules in flagged(month.rows, month.facts).values())


def test_limits_are_exact() -> None:
    month = Month(2)
    month.rows.clear()
    noon, (user, other, third, *_rest) = datetime(2026, 9, 15, 12, tzinfo=UTC), month.users
    for n in range(100):
        month.read(user, month.key(), noon + timedelta(seconds=n))
    for n in range(5):
        month.read(other, None, noon + timedelta(hours=n / 10), result="refused")
    month.read(third, month.key(), noon.replace(hour=21, minute=59))
    month.read(third, month.key(), noon.replace(hour=6))
    assert flagged(month.rows, month.facts) == {}


def test_a_list_is_no_opening() -> None:
    month = Month(3)
    month.rows.clear()
    own = month.patient_called(month.users[0][1])
    for patient in [own, *list(month.patients)[:5]]:
        month.read(month.users[0], patient, datetime(2026, 9, 15, 12, tzinfo=UTC), request="one")
    assert flagged(month.rows, month.facts) == {}


def test_the_same_seed_draws_the_same_sample() -> None:
    month = Month(4)
    first, number = drawn(month.rows, month.facts, seed="abc", sample_size=30)
    assert drawn(month.rows, month.facts, seed="abc", sample_size=30) == (first, number)
    by_chance = [each for each in first if not each.rules]
    assert len(by_chance) == 30
    other = [each for each in drawn(month.rows, month.facts, seed="abd", sample_size=30)[0] if not each.rules]
    assert other != by_chance


@pytest.fixture
def month(asa: Patient, register: RegisterAt, actor_of: ActorOf, unit: Unit) -> None:
    """Two readings that rules point out, eight ordinary."""
    bo = named(actor_of(Role.CLINICIAN, unit), "Bo Öberg")
    kalle = register(unit, KALLE, "Kalle", "Ek")
    vera = register(unit, VERA, "Vera", "Gömd", protection="sekretessmarkering")
    read(bo, asa.pk, at(3))
    read(bo, asa.pk, at(3, 13))
    read(bo, vera.pk, at(4))
    for day in range(10, 18):
        read(bo, kalle.pk, at(day))
    read(bo, asa.pk, at(1, month=10))
    read(replace(bo, provider_id=uuid.uuid4()), asa.pk, at(5))


def test_a_check_holds_all_that_is_pointed_out_and_a_sample(month: None, auditor: Any) -> None:
    check = make_check(by=auditor.actor, sample_size=3, seed="abc", **SEPTEMBER)
    items = list(check.items.order_by("place"))
    assert [item.rules for item in items] == [["same-surname"], ["protected"], [], [], []]
    assert [len(item.entries) for item in items] == [2, 1, 1, 1, 1]
    assert check.readings == 10
    event = AuditEvent.objects.get(action="spot-check.make")
    assert event.changes["seed"] == [None, "abc"]
    assert event.changes["items"] == [None, "5"]
    assert AccessEntry.objects.filter(purpose="control").count() == 0, "nothing was shown"


def test_a_period_is_checked_once(month: None, auditor: Any) -> None:
    make_check(by=auditor.actor, sample_size=3, **SEPTEMBER)
    with pytest.raises(Refusal, match="Det finns redan ett stickprov"):
        make_check(by=auditor.actor, sample_size=3, **SEPTEMBER)
    assert SpotCheck.objects.count() == 1


def test_from_making_to_finishing_by_the_pages(month: None, sign_in: SignIn, auditor: Any, asa: Patient) -> None:
    client = sign_in(auditor)
    made = client.post(
        "/insyn/stickprov/nytt",
        {"act_key": str(uuid.uuid4()), "first_day": "2026-09-01", "last_day": "2026-09-30", "sample_size": "1"},
    )
    assert made.status_code == 302
    check = SpotCheck.objects.get()
    page = client.get(made["Location"]).content.decode()
    assert "Samma efternamn som läsaren" in page
    assert "Dragen av slumpen" in page
    first = client.get(f"{made['Location']}/1").content.decode()
    assert "Åsa Öberg, 19800102-2386" in first
    assert "Läsning 1 av 3" in first
    assert AccessEntry.objects.filter(patient_id=asa.pk, action="spot-check.judge").count() == 1
    finish = f"{made['Location']}/avsluta"
    early = client.post(finish, {"act_key": str(uuid.uuid4())})
    assert early.status_code == 409
    assert "Nästa att bedöma är nummer 1." in early.content.decode()

    def judge(place: int, outcome: str, words: str = "") -> Any:
        data = {"act_key": str(uuid.uuid4()), "outcome": outcome, "words": words}
        return client.post(f"{made['Location']}/{place}", data)

    assert judge(1, "in-order")["Location"].endswith("/2"), "approve and show the next"
    assert judge(2, "reported").status_code == 422
    assert judge(2, "reported", "Ingen vårdrelation. Anmäld till chefen.")["Location"].endswith("/3")
    assert judge(3, "in-order")["Location"] == made["Location"]
    assert client.post(finish, {"act_key": str(uuid.uuid4())}).status_code == 302
    check.refresh_from_db()
    assert (check.state, check.finished_by) == ("finished", "Lo Granskare")
    page = client.get(made["Location"]).content.decode()
    assert "Ingen vårdrelation. Anmäld till chefen." in page
    assert judge(2, "in-order").status_code == 409
    assert SpotCheckItem.objects.get(place=2).outcome == "reported"
    assert AuditEvent.objects.filter(action="spot-check.judge").count() == 3
    assert AuditEvent.objects.filter(action="spot-check.finish").count() == 1


@pytest.fixture
def finished(month: None, auditor: Any) -> SpotCheck:
    check = make_check(by=auditor.actor, sample_size=1, **SEPTEMBER)
    for item in check.items.all():
        judge_item(by=auditor.actor, item=item, outcome="in-order", words="")
    finish_check(by=auditor.actor, check=check)
    return check


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE oversight_spotcheck SET made_by = 'x'",
        "DELETE FROM oversight_spotcheck",
        "UPDATE oversight_spotcheckitem SET outcome = 'in-order'",
        "DELETE FROM oversight_spotcheckitem",
    ],
)
def test_the_database_itself_keeps_a_finished_check_closed(statement: str, finished: SpotCheck) -> None:
    with pytest.raises(DatabaseError, match="is closed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_finished_check_is_refused_in_words(finished: SpotCheck, auditor: Any) -> None:
    with pytest.raises(Refusal, match="avslutad"):
        judge_item(by=auditor.actor, item=finished.items.first(), outcome="in-order", words="")
    with pytest.raises(Refusal, match="avslutad"):
        finish_check(by=auditor.actor, check=finished)


def test_another_provider_has_no_such_check(finished: SpotCheck, sign_in: SignIn, other_unit: Unit, unit: Unit) -> None:
    client = sign_in(Role.AUDITOR, other_unit)
    key = {"act_key": str(uuid.uuid4())}
    assert client.get(f"/insyn/stickprov/{finished.pk}").status_code == 404
    assert client.get(f"/insyn/stickprov/{finished.pk}/1").status_code == 404
    assert client.post(f"/insyn/stickprov/{finished.pk}/avsluta", key).status_code == 404
    assert "2026-09-01" not in client.get("/insyn/stickprov").content.decode()


def test_a_period_must_have_ended(sign_in: SignIn, auditor: Any) -> None:
    today = datetime.now(UTC).date()
    data = {"act_key": str(uuid.uuid4()), "first_day": "2026-09-01", "last_day": f"{today + timedelta(days=1)}"}
    response = sign_in(auditor).post("/insyn/stickprov/nytt", {**data, "sample_size": "5"})
    assert response.status_code == 422
    assert "Perioden måste vara slut." in response.content.decode()
