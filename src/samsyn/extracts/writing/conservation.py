"""Nothing is thrown away: the sums that every run must make, and refuses to end without (rules, section 3.7)."""

from dataclasses import dataclass

import polars as pl

from samsyn.extracts.reading import Reading


class SumsDisagree(Exception):
    """The program has lost or doubled a contact. This is a fault of the program, never of the input."""


@dataclass(frozen=True)
class Placed:
    """The contacts that can be used: how many are in a series, and how many in none."""

    in_series: int
    apart: int

    def __add__(self, other: "Placed") -> "Placed":
        return Placed(self.in_series + other.in_series, self.apart + other.apart)


def placed(contacts: pl.DataFrame, visits: pl.DataFrame) -> Placed:
    """Both counted by themselves, so that their sum proves something."""
    apart = contacts.join(visits.select("contact_id"), on="contact_id", how="anti").height
    return Placed(visits.select(pl.col("contact_id").n_unique()).item(), apart)


def contact_sums(reading: Reading, where: Placed) -> dict[str, int]:
    """Where the coded contacts went: in series, assessment or coordination only, rejected, duplicate.

    `coded` counts rows with a guideline code, rows rejected for a damaged one, and rows that shared their id.
    """
    lines = reading.counts["contacts"]
    sums = {
        "lines": lines.lines,
        "uncoded": sum(lines.ignored.values()),
        "coded": lines.used + lines.rejected + lines.duplicate,
        "in_series": where.in_series,
        "assessment_or_coordination": where.apart,
        "rejected": lines.rejected,
        "duplicate": lines.duplicate,
    }
    if where.in_series + where.apart != lines.used or not lines.adds_up():
        raise SumsDisagree(f"The contacts do not add up: {sums}. Nothing was written; please report this.")
    return sums
