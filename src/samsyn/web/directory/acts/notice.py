"""A team tells the region that its staffing changes; the region has seen it."""

from datetime import date

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import now, today
from samsyn.web.audit.trail import leave_event
from samsyn.web.directory.acts.holding import held, own_region, own_unit
from samsyn.web.directory.judging import judge_from
from samsyn.web.directory.models import NoticeState, StaffingNotice, Team
from samsyn.web.people.acting import check_state


def send_notice(*, by: Actor, team: Team, from_day: date, words: str) -> StaffingNotice:
    """Tell what changes from the day on, with what the core says the team then lacks."""
    own_unit(team, by=by)
    notice = StaffingNotice(
        unit_id=team.unit_id,
        region_id=team.region_id,
        team=team,
        from_day=from_day,
        words=words,
        missing=judge_from(team, from_day, by=by).gaps,
        sent_on=today(),
        sent_at=now(),
        sent_by=by.name,
    )
    notice.save(force_insert=True)
    leave_event(action="notice.send", by=by, on=notice, changes={"from_day": (None, from_day)})
    return notice


def mark_seen(*, by: Actor, notice: StaffingNotice) -> StaffingNotice:
    """Someone at the region has read it."""
    fresh = held(notice, by=by)
    own_region(fresh, by=by)
    check_state("notice.see", fresh.state, fresh.get_state_display())
    fresh.state, fresh.seen_at, fresh.seen_by = NoticeState.SEEN, now(), by.name
    fresh.save(update_fields=["state", "seen_at", "seen_by"])
    leave_event(action="notice.see", by=by, on=fresh, changes={"state": (NoticeState.SENT.value, fresh.state)})
    return fresh
