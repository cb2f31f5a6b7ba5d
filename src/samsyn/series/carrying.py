"""How a plan over coded contacts is carried out."""

from typing import Final

import polars as pl

KEPT: Final = 256
"""Registers and guidelines whose expressions are kept: more than any simulation lays side by side."""

_AS_WRITTEN: Final = pl.QueryOptFlags.none()


def carried_out(plan: pl.LazyFrame) -> pl.DataFrame:
    """The rows of the plan, made in memory, each step as it is written.

    What reaches the rules is a hundredth of an extract, and often one patient: the streaming engine would cost more to
    start than the rules to run, and so would the search for a better plan, since the plans here filter early and take
    no column that they do not need. `collect_all`, though it is one plan: then all of it runs on the threads of Polars,
    while `collect` wakes them and waits for them anew for every expression.
    """
    return pl.collect_all([plan], engine="in-memory", optimizations=_AS_WRITTEN)[0]
