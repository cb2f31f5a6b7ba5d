"""F28: whoever edits, deletes, inserts, reorders, cuts or replaces rows of a log is found out."""

import json
import uuid
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.chain import CHAINS, add, chain_of
from samsyn.web.audit.clock import now
from samsyn.web.audit.models import AccessEntry, AuditEvent, ChainHead
from samsyn.web.audit.verifying import faults, heads
from samsyn.web.organisations.models import Unit
from tests.web.audit.conftest import write_read

Insider = Callable[..., None]

TABLES = ("audit_accessentry", "audit_auditevent")
PLACES = (1, 2, 3, 7, 12, 15, 20, 28, 29, 30)
EDITS = {
    "audit_accessentry": ["user_name", "action", "purpose", "reason", "result", "unit_name", "role", "request_id"],
    "audit_auditevent": ["user_name", "action", "object_kind", "object_id", "role"],
}

pytestmark = pytest.mark.usefixtures("filled")


def _chain(table: str) -> int:
    model = AccessEntry if table == TABLES[0] else AuditEvent
    return chain_of("a-request") if model is AccessEntry else chain_of("")


def _names(kept: dict[str, tuple[int, str]] | None = None) -> set[str]:
    return {fault.chain for fault in faults(kept)}


def _expected(table: str) -> str:
    return f"{'access' if table == TABLES[0] else 'event'}-{_chain(table)}"


def test_whole_logs_have_no_fault() -> None:
    assert list(faults()) == []
    assert list(faults(heads())) == []
    assert AccessEntry.objects.filter(chain=_chain(TABLES[0])).count() >= 30


def test_rows_go_to_several_chains() -> None:
    assert len({chain_of(uuid.uuid4().hex) for _ in range(200)}) == CHAINS


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("place", PLACES)
def test_an_edited_row_is_found(table: str, place: int, insider: Insider) -> None:
    for column in EDITS[table]:
        before = f"(SELECT {column} FROM {table} WHERE chain = %s AND place = %s)"
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {column} FROM {table} WHERE chain = %s AND place = %s", [_chain(table), place])
            kept = cursor.fetchone()[0]
        where = (_chain(table), place)
        insider(f"UPDATE {table} SET {column} = 'x' WHERE chain = %s AND place = %s", *where)
        found = [fault for fault in faults() if fault.place == place]
        assert found, (column, before)
        insider(f"UPDATE {table} SET {column} = %s WHERE chain = %s AND place = %s", kept, *where)
    assert list(faults()) == []


@pytest.mark.parametrize("place", PLACES)
def test_a_row_given_to_another_patient_user_or_time_is_found(place: int, insider: Insider) -> None:
    row = AccessEntry.objects.get(chain=_chain(TABLES[0]), place=place)
    for column, value in (
        ("patient_id", uuid.uuid4()), ("user_id", uuid.uuid4()), ("at", row.at + timedelta(seconds=1)),
        ("unit_id", None), ("provider_id", None), ("assignment_id", uuid.uuid4()),
    ):  # fmt: skip
        AccessEntry.objects.filter(pk=row.pk).update(**{column: value})
        assert _names() == {_expected(TABLES[0])}, column
        AccessEntry.objects.filter(pk=row.pk).update(**{column: getattr(row, column)})
    assert list(faults()) == []


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("place", PLACES)
def test_a_deleted_row_is_found(table: str, place: int, insider: Insider) -> None:
    insider(f"DELETE FROM {table} WHERE chain = %s AND place = %s", _chain(table), place)
    assert _names() == {_expected(table)}


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("place", PLACES[:-1])
def test_two_rows_that_change_places_are_found(table: str, place: int, insider: Insider) -> None:
    for old, new in ((place, 999), (place + 1, place), (999, place + 1)):
        insider(f"UPDATE {table} SET place = %s WHERE chain = %s AND place = %s", new, _chain(table), old)
    assert _names() == {_expected(table)}


@pytest.mark.parametrize("place", PLACES)
def test_an_inserted_row_is_found(place: int, insider: Insider) -> None:
    """Made room for, in the middle; and at the end with a made-up seal."""
    chain = _chain(TABLES[0])
    _copy_of(chain, place, place=AccessEntry.objects.filter(chain=chain).count() + 1, seal="0" * 64)
    assert _names() == {_expected(TABLES[0])}


def test_rows_moved_to_make_room_are_found(insider: Insider) -> None:
    chain = _chain(TABLES[0])
    for old in range(AccessEntry.objects.filter(chain=chain).count(), 14, -1):
        insider("UPDATE audit_accessentry SET place = %s WHERE chain = %s AND place = %s", old + 1, chain, old)
    _copy_of(chain, 3, place=15)
    assert _names() == {_expected(TABLES[0])}


def test_a_row_outside_of_all_chains_is_found(insider: Insider) -> None:
    _copy_of(_chain(TABLES[0]), 4, place=None, chain=None, seal="")
    assert _names() == {"access"}


@pytest.mark.parametrize("rows", [1, 2, 5, 29])
@pytest.mark.parametrize("table", TABLES)
def test_a_cut_tail_is_found_by_the_head_that_the_second_party_keeps(table: str, rows: int, insider: Insider) -> None:
    kept, name = heads(), _expected(table)
    last = kept[name][0] - rows
    insider(f"DELETE FROM {table} WHERE chain = %s AND place > %s", _chain(table), last)
    assert _names() == {name}, "the chain's own end tells"
    model = AccessEntry if table == TABLES[0] else AuditEvent
    seal = model.objects.get(chain=_chain(table), place=last).seal
    ChainHead.objects.filter(name=name).update(place=last, seal=seal)
    assert _names() == set(), "an insider who mends the end is not seen from within"
    assert _names(kept) == {name}


def test_a_replaced_log_is_found(insider: Insider, actor_of: Callable[[Role, Unit], Actor], unit: Unit) -> None:
    """All rows away and other rows written by the program itself: whole in itself, but not what was."""
    kept = heads()
    insider("DELETE FROM audit_accessentry")
    ChainHead.objects.filter(name__startswith="access").delete()
    for place in range(40):
        write_read(actor_of(Role.CLINICIAN, unit), f"other-{place}")
    assert _names() == set()
    assert _names(kept) == {name for name, (place, _seal) in kept.items() if name.startswith("access") and place}


def test_without_the_key_no_one_makes_a_chain(settings: object, insider: Insider) -> None:
    AccessEntry.objects.all().delete()
    ChainHead.objects.filter(name__startswith="access").delete()
    real, settings.LOG_KEY = getattr(settings, "LOG_KEY", ""), "guessed"
    add([AccessEntry(at=now(), user_name="X", request_id="a")])
    settings.LOG_KEY = real
    assert _names() == {f"access-{chain_of('a')}"}


def test_a_time_that_is_to_come_is_found() -> None:
    add([AccessEntry(at=now() + timedelta(minutes=6), request_id="later")])
    assert _names() == {f"access-{chain_of('later')}"}


def test_the_command_says_whether_the_logs_are_whole(
    insider: Insider, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("verify_logs")
    assert "Loggarna är hela." in capsys.readouterr().out
    call_command("verify_logs", "--head")
    kept = tmp_path / "heads.json"
    kept.write_text(capsys.readouterr().out)
    assert set(json.loads(kept.read_text())) == set(heads())
    call_command("verify_logs", "--against", str(kept))
    insider("UPDATE audit_accessentry SET user_name = 'x' WHERE chain = %s AND place = 3", _chain(TABLES[0]))
    with pytest.raises(SystemExit) as stopped:
        call_command("verify_logs", "--against", str(kept))
    assert stopped.value.code == 1
    assert f"access-{_chain(TABLES[0])}, 3: Raden stämmer inte med sitt sigill" in capsys.readouterr().out


def test_a_file_that_is_none_of_ours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("[1]")
    with pytest.raises(CommandError, match="--head"):
        call_command("verify_logs", "--against", str(tmp_path / "x.json"))


def _copy_of(of_chain: int, of_place: int, **changes: object) -> None:
    row = AccessEntry.objects.get(chain=of_chain, place=of_place)
    row.pk = uuid.uuid4()
    for name, value in changes.items():
        setattr(row, name, value)
    row.save(force_insert=True)
