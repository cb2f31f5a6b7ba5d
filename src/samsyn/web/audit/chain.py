"""The chains of the logs: each row is sealed together with the row before it, so that no row can be changed unseen.

A seal is an HMAC over the row's content, its place and the seal before it; the key stands outside the database.
Someone who owns the database can then neither change, add, remove nor reorder rows unseen. Only a cut tail leaves a
whole chain: it is found by a head that a second party keeps (`verify_logs --head`).

Each log has eight chains, so that eight requests can write at once, and a request writes to one chain of each log.
"""

import hmac
import json
import zlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db import transaction

from samsyn.web.audit.models import AccessEntry, AuditEvent, ChainHead, Sealed

CHAINS = 8
LOGS: dict[str, type[Sealed]] = {"access": AccessEntry, "event": AuditEvent}
_NAMES = {model: name for name, model in LOGS.items()}


def add(rows: Iterable[Sealed]) -> None:
    """Write rows of one request at the end of their log. The chain's end is locked until the transaction is."""
    rows = list(rows)
    if not rows:
        return
    model, chain = type(rows[0]), chain_of(rows[0].request_id)  # type: ignore[attr-defined]
    with transaction.atomic(savepoint=False):
        head = _locked(head_name(_NAMES[model], chain))
        for row in rows:
            row.chain, row.place = chain, head.place + 1
            row.seal = seal(head.name, row.place, head.seal, [getattr(row, name) for name in row.SEALED])
            head.place, head.seal = row.place, row.seal
        model._default_manager.bulk_create(rows)
        head.save(update_fields=["place", "seal"])


def chain_of(request_id: str) -> int:
    """The chain to which a request writes."""
    return zlib.crc32(request_id.encode()) % CHAINS


def head_name(log: str, chain: int) -> str:
    """The name of a chain's end."""
    return f"{log}-{chain}"


def seal(head: str, place: int, before: str, content: Sequence[Any]) -> str:
    """The seal of a row: 64 hexadecimal digits."""
    text = json.dumps([head, place, before, *map(_plain, content)], sort_keys=True, ensure_ascii=False)
    return hmac.digest(_key(settings.LOG_KEY), text.encode(), "sha256").hex()


def _plain(value: Any) -> Any:
    """What the value looks like in the text that is sealed, whichever database it comes from."""
    if value is None or isinstance(value, str | dict):
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return str(value)


@cache
def _key(secret: str) -> bytes:
    return sha256(b"samsyn.audit.chain" + secret.encode()).digest()


def _locked(name: str) -> ChainHead:
    found = ChainHead.objects.select_for_update().filter(name=name).first()
    if found is not None:
        return found
    ChainHead.objects.bulk_create([ChainHead(name=name)], ignore_conflicts=True)  # two may be first at once
    return ChainHead.objects.select_for_update().get(name=name)
