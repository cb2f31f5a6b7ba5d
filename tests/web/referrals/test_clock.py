"""The clock of the first visit: its last day, its stops with grounds and proofs, and telling that it is missed."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.referrals.acts import answering, stopping, writing
from samsyn.web.referrals.acts.forwarding import forward
from samsyn.web.referrals.models import ClockStop, Referral
from samsyn.web.referrals.reading import Wanted, delays_to_tell, inbox, whole
from samsyn.web.referrals.timing import timing_of
from tests.web.referrals.conftest import INBOX, LetterClient, fresh, page_of
from tests.web.referrals.making import letter_in

Day = Callable[[str], date]
PROOFS = {"offered_on": "2019-11-20", "informed_on": "2019-10-31", "wish_on": "2019-10-31"}
LAST = date(2020, 1, 29)  # 90 days after 31 October 2019


def _timing(letter: Referral) -> Any:
    return timing_of(whole(Referral.across_units.all()).get(pk=letter.pk), today())


def _kwargs(letter: Referral) -> dict[str, Any]:
    return {"referral_id": letter.pk, "version": fresh(letter).version}


def test_the_last_day_is_the_guidelines_from_the_day_it_was_sent(sent: Referral, day: Day) -> None:
    assert sent.first_visit_due == LAST
    day("2020-01-29")
    assert _timing(sent).left == 0
    day("2020-02-03")
    assert _timing(sent).left == -5


def test_asking_for_completion_stops_it_until_the_answer(
    coordinator: Actor, referrer: Actor, sent: Referral, day: Day
) -> None:
    answering.ask(by=coordinator, **_kwargs(sent), words="Röntgen?")
    assert fresh(sent).first_visit_due is None
    day("2019-11-10")
    assert (_timing(sent).stands, _timing(sent).left) == ("asked", 90)  # the day it was sent counts in no case
    writing.complete(by=referrer, **_kwargs(sent), words="Inget.")
    stop = ClockStop.across_units.get()
    assert (stop.ground, stop.first_day, stop.last_day) == ("asked", date(2019, 10, 31), date(2019, 11, 9))
    assert fresh(sent).first_visit_due == date(2020, 2, 7)
    assert _timing(sent).stands == ""


def test_confirming_without_the_answer_lets_it_run(coordinator: Actor, sent: Referral, day: Day) -> None:
    answering.ask(by=coordinator, **_kwargs(sent), words="Röntgen?")
    day("2019-11-05")
    answering.accept(by=coordinator, **_kwargs(sent))
    assert ClockStop.across_units.get().last_day == date(2019, 11, 5)
    assert fresh(sent).first_visit_due == date(2020, 2, 3)


def test_confirming_ends_no_voluntary_waiting(coordinator: Actor, sent: Referral, desk: LetterClient) -> None:
    said = {"ground": "voluntary", "first_day": "2019-10-31", **PROOFS}
    assert desk.send(page_of(sent, "stop-clock"), version=2, **said).status_code == 302
    answering.accept(by=coordinator, **_kwargs(sent))
    assert ClockStop.across_units.get().last_day is None
    assert fresh(sent).first_visit_due is None


@pytest.mark.parametrize("lacking", PROOFS)
def test_voluntary_waiting_needs_each_proof(lacking: str, desk: LetterClient, sent: Referral) -> None:
    said = {"ground": "voluntary", "first_day": "2019-10-31", **PROOFS, lacking: ""}
    answer = desk.send(page_of(sent, "stop-clock"), version=2, **said)
    assert answer.status_code == 422
    assert lacking in answer.context["form"].errors
    assert not ClockStop.across_units.exists()


@pytest.mark.parametrize("lacking", PROOFS)
def test_the_act_itself_asks_for_the_proofs(lacking: str, coordinator: Actor, sent: Referral) -> None:
    proofs = {name: date(2019, 10, 31) for name in PROOFS} | {lacking: None}
    with pytest.raises(Refusal):
        stopping.stop_clock(by=coordinator, **_kwargs(sent), ground="voluntary", first_day=today(), **proofs)


@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("offered_on", "2020-01-30"), ("offered_on", "2019-10-30"), ("informed_on", "2019-11-01"),
        ("wish_on", "2019-11-01"),
    ],
)  # fmt: skip
def test_proofs_that_prove_nothing(field: str, written: str, desk: LetterClient, sent: Referral) -> None:
    said = {"ground": "voluntary", "first_day": "2019-10-31", **PROOFS, field: written}
    answer = desk.send(page_of(sent, "stop-clock"), version=2, **said)
    assert answer.status_code == 409
    assert field in answer.context["form"].errors


def test_proofs_belong_to_voluntary_waiting_alone(desk: LetterClient, sent: Referral) -> None:
    said = {"ground": "medical", "first_day": "2019-10-31", **PROOFS}
    assert desk.send(page_of(sent, "stop-clock"), version=2, **said).status_code == 302
    assert ClockStop.across_units.get().wish_on is None


def test_stopped_and_started(centre: LetterClient, desk: LetterClient, sent: Referral, day: Day) -> None:
    day("2019-11-04")
    said = {"ground": "medical", "first_day": "2019-11-04", "words": "Opereras."}
    assert desk.send(page_of(sent, "stop-clock"), version=2, **said).status_code == 302
    day("2019-11-14")
    for client in (centre, desk):
        text = client.get(page_of(sent)).content.decode()
        assert "Klockan står still" in text
        assert "Opereras." in text
    assert desk.send(page_of(sent, "stop-clock"), version=3, **said).status_code == 409
    assert desk.send(page_of(sent, "start-clock"), version=3, last_day="2019-11-15").status_code == 409
    assert desk.send(page_of(sent, "start-clock"), version=3, last_day="2019-11-13").status_code == 302
    assert fresh(sent).first_visit_due == date(2020, 2, 8)
    assert desk.send(page_of(sent, "start-clock"), version=4, last_day="2019-11-13").status_code == 409


def test_a_stop_with_a_known_end_needs_no_start(desk: LetterClient, sent: Referral) -> None:
    said = {"ground": "medical", "first_day": "2019-10-31", "last_day": "2019-11-09"}
    assert desk.send(page_of(sent, "stop-clock"), version=2, **said).status_code == 302
    assert fresh(sent).first_visit_due == date(2020, 2, 7)


@pytest.mark.parametrize(("first", "last"), [("2019-10-30", ""), ("2019-11-01", ""), ("2019-10-31", "2019-10-30")])
def test_days_that_cannot_be(first: str, last: str, desk: LetterClient, sent: Referral) -> None:
    said = {"ground": "medical", "first_day": first, "last_day": last}
    assert desk.send(page_of(sent, "stop-clock"), version=2, **said).status_code == 409


def test_the_clock_that_waits_for_the_referrer_is_not_started_by_hand(coordinator: Actor, sent: Referral) -> None:
    answering.ask(by=coordinator, **_kwargs(sent), words="Röntgen?")
    with pytest.raises(Refusal, match="kompletterat"):
        stopping.start_clock(by=coordinator, **_kwargs(sent), last_day=today())


def test_late_must_be_told_and_then_has_been(
    centre: LetterClient, desk: LetterClient, coordinator: Actor, sent: Referral, day: Day
) -> None:
    assert not delays_to_tell(coordinator, today()).exists()
    day("2020-01-30")
    assert "1 remiss hinner inte" in desk.get(INBOX).content.decode()
    assert "meddela patient och remittent i dag" in desk.get(page_of(sent)).content.decode()
    assert "meddela patient och remittent i dag" not in centre.get(page_of(sent)).content.decode()
    said = {"told_on": "2020-01-30", "words": "Besök erbjudet 2020-02-10."}
    assert desk.send(page_of(sent, "tell-delay"), version=2, **said).status_code == 302
    assert not delays_to_tell(coordinator, today()).exists()
    assert "meddela patient och remittent i dag" not in desk.get(page_of(sent)).content.decode()
    assert "Besök erbjudet 2020-02-10." in centre.get(page_of(sent)).content.decode()


@pytest.mark.parametrize(("booked", "late"), [("2020-01-29", False), ("2020-01-30", True)])
def test_a_visit_booked_after_the_last_day_is_late_at_once(
    booked: str, late: bool, desk: LetterClient, coordinator: Actor, accepted: Referral
) -> None:
    assert desk.send(page_of(accepted, "book"), version=3, visit_on=booked).status_code == 302
    assert delays_to_tell(coordinator, today()).exists() == late
    assert _timing(accepted).delay_to_tell == late


@pytest.mark.parametrize("written", ["2019-10-30", ""])
def test_no_visit_is_booked_in_the_past(written: str, desk: LetterClient, accepted: Referral) -> None:
    assert desk.send(page_of(accepted, "book"), version=3, visit_on=written).status_code in (409, 422)


def test_no_telling_before_it_came_or_in_the_future(desk: LetterClient, sent: Referral) -> None:
    for told_on in ("2019-10-30", "2019-11-01"):
        answer = desk.send(page_of(sent, "tell-delay"), version=2, told_on=told_on, words="Sagt.")
        assert answer.status_code == 409


def test_the_inbox_is_in_order_of_the_last_day(
    coordinator: Actor, sent: Referral, patient: Any, team: Any, day: Day
) -> None:
    standing = letter_in("sent", patient, team)
    soon = letter_in("booked", patient, team, first_visit_due="2019-11-01")
    rows = inbox(coordinator, Wanted()).order_by("sorted_by", "pk")
    assert [each.pk for each in rows] == [soon.pk, sent.pk, standing.pk]


def test_a_forwarded_letters_clock_starts_anew_and_its_first_day_stands(
    coordinator: Actor, sent: Referral, another_team: Any, day: Day
) -> None:
    day("2019-12-01")
    new = forward(by=coordinator, **_kwargs(sent), team_id=another_team.pk)
    assert (new.sent_on, new.clock_from, new.first_visit_due) == (sent.sent_on, date(2019, 12, 1), date(2020, 2, 29))


def test_without_a_guideline_there_is_no_clock_to_stop(
    desk: LetterClient, sent: Referral, team: Any, settings: Any
) -> None:
    Referral.across_units.filter(pk=sent.pk).update(programme="okänt", first_visit_due=None)
    assert "ingen gräns" in desk.get(page_of(sent)).content.decode()
    answer = desk.send(page_of(sent, "stop-clock"), version=2, ground="medical", first_day="2019-10-31")
    assert answer.status_code == 409
    assert "ingen klocka att stoppa" in answer.content.decode()
    assert reverse("referrals:stop-clock", args=[sent.pk]) not in desk.get(page_of(sent)).content.decode()


def test_when_another_stop_ends_the_clock_still_waits_for_the_referrer_who_was_asked(
    coordinator: Actor, referrer: Actor, desk: LetterClient, sent: Referral, day: Day
) -> None:
    said = {"ground": "medical", "first_day": "2019-10-31"}
    assert desk.send(page_of(sent, "stop-clock"), version=2, **said).status_code == 302
    answering.ask(by=coordinator, **_kwargs(sent), words="Röntgen?")
    day("2019-11-10")
    stopping.start_clock(by=coordinator, **_kwargs(sent), last_day=date(2019, 11, 5))
    assert (fresh(sent).first_visit_due, _timing(sent).stands) == (None, "asked")
    writing.complete(by=referrer, **_kwargs(sent), words="Inget.")
    assert fresh(sent).first_visit_due == date(2020, 2, 7)


def test_while_the_clock_stands_still_no_booked_visit_is_late(
    coordinator: Actor, desk: LetterClient, accepted: Referral
) -> None:
    said = {"ground": "voluntary", "first_day": "2019-10-31", **PROOFS}
    assert desk.send(page_of(accepted, "stop-clock"), version=3, **said).status_code == 302
    assert desk.send(page_of(accepted, "book"), version=4, visit_on="2020-03-02").status_code == 302
    assert not delays_to_tell(coordinator, today()).exists()
    assert not _timing(accepted).delay_to_tell
