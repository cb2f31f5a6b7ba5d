"""A provider announces a team, sees what it lacks, and has it approved by the region."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from samsyn.web.audit.models import AuditEvent
from samsyn.web.directory.models import Accreditation, Notification, StaffingNotice, Team, TeamMember
from samsyn.web.organisations.models import Unit
from tests.web.conftest import SamsynClient
from tests.web.directory.conftest import SHORT, send
from tests.web.directory.making import notification_in


def _text(page: Any) -> str:
    return " ".join(page.content.decode().split())


def test_from_registration_to_approval(coordinator: SamsynClient, officer: SamsynClient, unit: Unit) -> None:
    new = reverse("directory:team-new")
    answer = send(
        coordinator, new, name="Smärtteamet Åby", work="vgr-mmr|MMR1", care_level="primary", phone="0300-123",
        waiting_weeks="6",
    )  # fmt: skip
    assert answer.status_code == 302
    team = Team.across_units.get()
    assert (team.unit_id, team.programme, team.level, team.waiting_on) == (
        unit.id,
        "vgr-mmr",
        "MMR1",
        date(2019, 10, 31),
    )
    assert not team.published

    place = reverse("directory:member-new", args=[team.pk])
    for name, profession, competences in [("Åsa Öberg", "physician", []), ("Bo Ek", "physiotherapist", [])]:
        send(coordinator, place, name=name, profession=profession, competences=competences, first_day="2019-01-01")
    page = _text(coordinator.get(reverse("directory:team", args=[team.pk])))
    assert (
        "1 profession till, av: arbetsterapeut, socionom eller kurator, psykolog eller legitimerad psykoterapeut"
        in page
    )
    assert "någon med kompetens i korttidspsykoterapi" in page
    assert "Ingen anslutning är registrerad." in page

    send(coordinator, reverse("directory:notification-new", args=[team.pk]), year="2019")
    notification = Notification.across_units.get()
    assert (notification.state, notification.guideline_id) == ("draft", "vgr-mmr-2019")
    own = reverse("directory:notification", args=[notification.pk])
    assert "Teamet saknar något som riktlinjen kräver" in _text(coordinator.get(own))

    send(
        coordinator, place, name="Cecilia Å", profession="psychologist", competences=[SHORT], first_day="2019-01-01"
    )  # fmt: skip
    send(coordinator, reverse("directory:team-registry", args=[team.pk]), module="primary", since="2019-02-01")
    page = _text(coordinator.get(own))
    assert "Teamet saknar något" not in page
    assert "HS 2019-00252-1, Teamets sammansättning, kompetens och behandlingsmetod" in page

    listed = reverse("directory:notifications")
    assert "Smärtteamet Åby" not in _text(officer.get(listed))
    answer = send(coordinator, own, reverse("directory:notification-submit", args=[notification.pk]), attested="on")
    assert answer.status_code == 302
    assert "Smärtteamet Åby" in _text(officer.get(listed))

    review = reverse("directory:notification-review", args=[notification.pk])
    answer = send(officer, review, reverse("directory:notification-approve", args=[notification.pk]))
    assert answer.status_code == 302
    accreditation = Accreditation.across_units.get()
    assert (accreditation.first_day, accreditation.last_day) == (date(2019, 10, 31), date(2019, 12, 31))
    assert accreditation.unit_id == unit.id
    notification.refresh_from_db()
    team.refresh_from_db()
    assert notification.state == "approved"
    assert team.published
    assert [moment["event"] for moment in notification.judged] == ["submitted", "approved"]
    assert [f["outcome"] for f in notification.judged[1]["findings"]] == ["met", "unknown", "met"]
    assert [m["name"] for m in notification.judged[1]["roster"]] == ["Bo Ek", "Cecilia Å", "Åsa Öberg"]
    assert "Regionen har godkänt teamet" in _text(coordinator.get(own))
    done = set(AuditEvent.objects.values_list("action", flat=True))
    assert {"team.register", "team.add-member", "notification.submit", "notification.approve"} <= done


def test_sent_in_although_something_is_missing(
    coordinator: SamsynClient, officer: SamsynClient, unit: Unit, make_team: Any
) -> None:
    notification = _sent(coordinator, make_team(unit, roster=[("physiotherapist", [])]))
    page = _text(officer.get(reverse("directory:notification-review", args=[notification.pk])))
    assert "2019-10-31 till och med 2019-12-31: läkare; 1 profession till" in page
    assert "Beslutet är ditt." in page
    assert notification.judged[0]["findings"][0]["gaps"][0]["missing"][0]["professions"] == ["physician"]


def _sent(coordinator: SamsynClient, team: Team, year: int = 2019, **answers: Any) -> Notification:
    send(coordinator, reverse("directory:notification-new", args=[team.pk]), year=str(year))
    notification = Notification.across_units.get(team=team, year=year, state="draft")
    own = reverse("directory:notification", args=[notification.pk])
    action = reverse("directory:notification-submit", args=[notification.pk])
    assert send(coordinator, own, action, attested="on", **answers).status_code == 302
    notification.refresh_from_db()
    return notification


def test_returned_answered_and_refused(coordinator: SamsynClient, officer: SamsynClient, team: Team) -> None:
    notification = _sent(coordinator, team)
    review = reverse("directory:notification-review", args=[notification.pk])
    back = reverse("directory:notification-return", args=[notification.pk])
    assert send(officer, review, back).status_code == 422
    assert send(officer, review, back, words="Ange läkarens <kompetens>.").status_code == 302
    own = reverse("directory:notification", args=[notification.pk])
    page = _text(coordinator.get(own))
    assert "Regionen vill att anmälan kompletteras" in page
    assert "Ange läkarens &lt;kompetens&gt;." in page
    assert "Svar till regionen" in page
    submit = reverse("directory:notification-submit", args=[notification.pk])
    assert send(coordinator, own, submit, attested="on", words="Det är gjort.").status_code == 302
    assert "Det är gjort." in _text(officer.get(review))
    refuse = reverse("directory:notification-refuse", args=[notification.pk])
    assert send(officer, review, refuse, words="Läkare saknas.").status_code == 302
    notification.refresh_from_db()
    assert notification.state == "refused"
    assert [m["event"] for m in notification.judged] == ["submitted", "returned", "submitted", "refused"]
    assert "Läkare saknas." in _text(coordinator.get(own))
    assert not Accreditation.across_units.exists()
    assert _sent(coordinator, team).state == "submitted"  # a refused team may be announced anew


def test_2018_asks_about_the_year_before(coordinator: SamsynClient, team: Team, day: Any) -> None:
    day("2018-02-01")
    send(coordinator, reverse("directory:notification-new", args=[team.pk]), year="2018")
    notification = Notification.across_units.get()
    own = reverse("directory:notification", args=[notification.pk])
    assert "Teamets tidigare beteckning" in _text(coordinator.get(own))
    submit = reverse("directory:notification-submit", args=[notification.pk])
    answer = send(coordinator, own, submit, attested="on")
    assert answer.status_code == 422
    assert _text(answer).count("Svara ja eller nej.") >= 2
    answer = send(coordinator, own, submit, attested="on", was_active="yes", was_paid="no")
    assert answer.status_code == 422
    assert "Skriv den beteckning teamet hade året innan." in _text(answer)
    change = reverse("directory:notification-change", args=[notification.pk])
    answer = coordinator.post(change, _answers(coordinator, own, submit, was_active="yes", former_name="Gamla teamet"))
    assert answer.status_code == 302
    notification.refresh_from_db()
    assert (notification.state, notification.was_active, notification.was_paid) == ("draft", True, None)
    assert send(coordinator, own, submit, attested="on", was_paid="no").status_code == 302
    notification.refresh_from_db()
    assert (notification.former_name, notification.was_paid) == ("Gamla teamet", False)


def _answers(client: SamsynClient, address: str, action: str, **values: Any) -> dict[str, Any]:
    from tests.web.directory.conftest import filled

    return filled(client.get(address), action, **values)


def test_2019_asks_nothing_more(coordinator: SamsynClient, team: Team) -> None:
    send(coordinator, reverse("directory:notification-new", args=[team.pk]), year="2019")
    page = _text(coordinator.get(reverse("directory:notification", args=[Notification.across_units.get().pk])))
    assert "beteckning" not in page
    assert "Jag intygar att teamet har den kompetens som riktlinjen kräver" in page


def test_renewed_for_the_next_year(coordinator: SamsynClient, officer: SamsynClient, team: Team, day: Any) -> None:
    day("2018-12-10")
    notification = _sent(coordinator, team, 2019)
    assert notification.judged[0]["days"] == [["2019-01-01", "2019-12-31"]]
    assert len(notification.judged[0]["roster"]) == 3
    approve = reverse("directory:notification-approve", args=[notification.pk])
    send(officer, reverse("directory:notification-review", args=[notification.pk]), approve)
    accreditation = Accreditation.across_units.get()
    assert (accreditation.first_day, accreditation.last_day) == (date(2019, 1, 1), date(2019, 12, 31))


def test_a_year_without_a_guideline(coordinator: SamsynClient, team: Team) -> None:
    answer = send(coordinator, reverse("directory:notification-new", args=[team.pk]), year="2020")
    assert answer.status_code == 409
    assert "Ingen riktlinje gäller för 2020. Anmäl när den finns." in _text(answer)
    assert "2020: ingen riktlinje gäller ännu." in _text(answer)
    assert not Notification.across_units.exists()
    page = _text(coordinator.get(reverse("directory:team", args=[team.pk]) + "?ar=2020"))
    assert "Ingen riktlinje för teamets nivå gäller 2020-01-01." in page


def test_approval_ends_early_and_the_team_is_announced_anew(
    coordinator: SamsynClient, officer: SamsynClient, team: Team
) -> None:
    notification = _sent(coordinator, team)
    approve = reverse("directory:notification-approve", args=[notification.pk])
    send(officer, reverse("directory:notification-review", args=[notification.pk]), approve)
    accreditation = Accreditation.across_units.get()
    end = reverse("directory:accreditation-end", args=[accreditation.pk])
    assert send(coordinator, end, from_day="2019-10-01", words="Vi slutar.").status_code == 409
    withdraw = reverse("directory:accreditation-withdraw", args=[accreditation.pk])
    assert send(officer, withdraw, from_day="2019-10-31", words="Läkare saknas.").status_code == 409
    assert send(officer, withdraw, from_day="2019-12-01", words="Läkare saknas.").status_code == 302
    accreditation.refresh_from_db()
    notification.refresh_from_db()
    assert (accreditation.last_day, accreditation.withdrawal_reason) == (date(2019, 11, 30), "Läkare saknas.")
    assert notification.state == "ended"
    assert coordinator.post(end, {"from_day": "2019-11-10", "words": "x", "act_key": _key()}).status_code == 409
    assert _sent(coordinator, team).state == "submitted"


def _key() -> str:
    from tests.web.directory.conftest import key

    return key()


def test_an_early_day_needs_its_reason(coordinator: SamsynClient, officer: SamsynClient, team: Team) -> None:
    notification = _sent(coordinator, team)
    review = reverse("directory:notification-review", args=[notification.pk])
    approve = reverse("directory:notification-approve", args=[notification.pk])
    answer = send(officer, review, approve, first_day="2019-05-01")
    assert answer.status_code == 409
    assert "Skriv varför teamet godkänns från en tidigare dag." in _text(answer)
    answer = send(officer, review, approve, last_day="2020-01-01")
    assert "Riktlinjen gäller 2019-01-01 till 2019-12-31." in _text(answer)
    assert not Accreditation.across_units.exists()
    assert send(officer, review, approve, first_day="2019-05-01", words="Kom bort i posten.").status_code == 302
    assert Accreditation.across_units.get().first_day == date(2019, 5, 1)


def test_approve_and_show_the_next(
    coordinator: SamsynClient, officer: SamsynClient, unit: Unit, make_team: Any
) -> None:
    first, second = (_sent(coordinator, make_team(unit, name=name)) for name in ("Ett", "Två"))
    review = reverse("directory:notification-review", args=[first.pk])
    answer = send(officer, review, reverse("directory:notification-approve", args=[first.pk]), show_next="1")
    assert answer["Location"] == reverse("directory:notification-review", args=[second.pk])
    answer = send(
        officer, answer["Location"], reverse("directory:notification-approve", args=[second.pk]), show_next="1"
    )
    assert answer["Location"] == reverse("directory:notifications")


def test_changed_staffing_is_told_and_seen(coordinator: SamsynClient, officer: SamsynClient, team: Team) -> None:
    physician = TeamMember.across_units.get(profession="physician")
    end = reverse("directory:member-end", args=[team.pk, physician.pk])
    assert send(coordinator, end, last_day="2019-11-15").status_code == 302
    notice = reverse("directory:notice-new", args=[team.pk])
    assert "läkare" in _text(coordinator.get(notice + "?from_day=2019-11-16"))
    assert send(coordinator, notice, from_day="2019-11-10", words="Läkaren slutar.").status_code == 302
    told = StaffingNotice.across_units.get()
    assert told.missing[0]["from"] == "2019-11-16"
    listed = reverse("directory:notices")
    page = officer.get(listed)
    assert "2019-11-16 till och med 2019-12-31: läkare" in _text(page)
    assert send(officer, listed, reverse("directory:notice-seen", args=[told.pk])).status_code == 302
    told.refresh_from_db()
    assert told.state == "seen"
    assert "Inget meddelande väntar" in _text(officer.get(listed))


def test_members_are_never_deleted(coordinator: SamsynClient, team: Team) -> None:
    member = TeamMember.across_units.get(profession="physician")
    end = reverse("directory:member-end", args=[team.pk, member.pk])
    assert send(coordinator, end, last_day="2017-01-01").status_code == 409
    assert send(coordinator, end, last_day="2019-06-30").status_code == 302
    assert send(coordinator, end, last_day="2019-07-31").status_code == 409
    change = reverse("directory:member-change", args=[team.pk, member.pk])
    assert send(coordinator, change, name="Åsa Ö", profession="nurse").status_code == 302
    member.refresh_from_db()
    assert (member.name, member.profession, member.last_day) == ("Åsa Ö", "nurse", date(2019, 6, 30))
    page = _text(coordinator.get(reverse("directory:team", args=[team.pk]) + "?dag=2019-07-01"))
    assert "Har slutat eller har inte börjat" in page


@pytest.mark.parametrize(("other", "own"), [("withdrawn", "approved"), ("refused", "draft")])
def test_the_list_of_teams_shows_the_open_notification(
    coordinator: SamsynClient, team: Team, other: str, own: str
) -> None:
    """Also beside a draft that was taken back unsent: databases sort what has no day each in their way."""
    notification_in(other, team)
    if other == "withdrawn":
        Notification.across_units.update(submitted_at=None, submitted_on=None)
    shown = notification_in(own, team)
    (row,) = coordinator.get("/teamregister/").context["rows"]
    assert row["notification"] == shown
