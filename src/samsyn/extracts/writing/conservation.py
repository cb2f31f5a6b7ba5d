"""Nothing is thrown away: the sums that every run must make, and refuses to end without (rules, section 3.7)."""

import polars as pl

from samsyn.extracts.reading import Reading
from samsyn.reconciliation import Settlement


class SumsDisagree(Exception):
    """The program has lost or doubled a contact. This is a fault of the program, never of the input."""


def contact_sums(reading: Reading, settlement: Settlement) -> dict[str, int]:
    """Where the coded contacts went: in series, assessment or coordination only, rejected, duplicate.

    `coded` counts rows with a guideline code, rows rejected for a damaged one, and rows that shared their id.
    """
    lines = reading.counts["contacts"]
    in_series = settlement.judgement.visits.select(pl.col("contact_id").n_unique()).item()
    apart = lines.used - in_series
    sums = {
        "lines": lines.lines,
        "uncoded": sum(lines.ignored.values()),
        "coded": lines.used + lines.rejected + lines.duplicate,
        "in_series": in_series,
        "assessment_or_coordination": _apart(reading, settlement),
        "rejected": lines.rejected,
        "duplicate": lines.duplicate,
    }
    if sums["assessment_or_coordination"] != apart or not lines.adds_up():
        raise SumsDisagree(f"The contacts do not add up: {sums}. Nothing was written; please report this.")
    return sums


def _apart(reading: Reading, settlement: Settlement) -> int:
    """Contacts that are in no series: counted by themselves, so that the sum proves something."""
    visits = settlement.judgement.visits.select("contact_id")
    return reading.records.contacts.join(visits, on="contact_id", how="anti").height
