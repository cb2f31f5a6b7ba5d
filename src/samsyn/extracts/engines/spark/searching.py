"""The lines that the reader needs, found among all: Spark looks roughly, the reader's own code exactly."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import reduce
from typing import Any, Final, Literal

import polars as pl

from samsyn.extracts.engines.spark.large import ADDRESS, Group, LargeTable
from samsyn.extracts.engines.spark.wire import KEYS, LINES, as_arrow, as_lines, in_memory
from samsyn.extracts.reading.cells import FILE, LINE
from samsyn.extracts.reading.contacts import Contacts
from samsyn.extracts.reading.fields.codes import superset_pattern
from samsyn.extracts.reading.span import usable_days

_SPACES: Final = "".join(
    map(chr, (*range(9, 14), 32, 133, 160, 5760, *range(8192, 8203), 8232, 8233, 8239, 8287, 12288))
)
"""What the reader strips from both ends of a cell."""
_HOST: Final = r"^[A-Za-z][A-Za-z0-9+.\-]*:(?://[^/]*)?"
_WHOLE: Final = ("tinyint", "smallint", "int", "bigint")
_KEY: Final = "#key"

Which = Literal["all", "relevant", "others"]


def coded_lines(contacts: LargeTable, codes: frozenset[str]) -> Any:
    """LINES of the contacts that carry a guideline code, whole or damaged."""
    return _union(_lines(contacts, _roughly_coded(group, codes), codes, "relevant") for group in contacts.groups)


def uncoded_lines(contacts: LargeTable, codes: frozenset[str], coded: Any) -> Any:
    """LINES of the contacts without a code that bear the id of one with."""
    keys = coded.select("key").where("key != ''").distinct()
    found = (_with_keys(group, "contacts", keys) for group in contacts.groups)
    return _union(_lines(contacts, rows, codes, "others") for rows in found)


def lines_of_patients(table: LargeTable, patients: Any) -> Any:
    """LINES of a table's rows of the patients (a frame of `patient_id`), and of rows without one."""
    keys = patients.selectExpr("patient_id as key").unionAll(_one_empty(patients)).distinct()
    found = (_with_keys(group, table.table.name, keys) for group in table.groups)
    return _union(_lines(table, rows, frozenset(), "all") for rows in found)


def counted_days(contacts: LargeTable, latest: date) -> dict[date, int]:
    """How many rows each usable day has."""
    parts = [
        group.rows.groupBy("date").count().mapInArrow(_counting(latest), "day date, rows bigint")
        for group in contacts.groups
    ]
    counted = _union(parts).groupBy("day").agg({"rows": "sum"}).collect()
    return {row[0]: row[1] for row in counted if row[0] is not None}


def _union(parts: Any) -> Any:
    return reduce(lambda one, other: one.unionAll(other), parts)


def _one_empty(frame: Any) -> Any:
    return frame.sparkSession.createDataFrame([("",)], "key string")


def _roughly_coded(group: Group, codes: frozenset[str]) -> Any:
    """The rows whose procedures may hold a guideline code; what is no text is left to the reader."""
    from pyspark.sql import functions as F  # noqa: N812

    pattern, kind = superset_pattern(codes), dict(group.rows.dtypes)["procedures"]
    if kind == "string":
        return group.rows.where(F.col("procedures").rlike(pattern))
    if kind == "array<string>":
        return group.rows.where(F.exists("procedures", lambda code: code.rlike(pattern)))
    return group.rows


def _with_keys(group: Group, name: str, keys: Any) -> Any:
    """The rows whose key is among the keys (a frame of `key`, trimmed)."""
    from pyspark.sql import functions as F  # noqa: N812

    column = KEYS[name]
    kind = dict(group.rows.dtypes)[column]
    if kind == "string" or kind in _WHOLE:
        text = F.coalesce(F.col(column).cast("string"), F.lit(""))
        keyed = group.rows.withColumn(_KEY, F.trim(text, F.lit(_SPACES)))
    else:
        schema = ", ".join(f"`{c}` {t}" for c, t in [*group.rows.dtypes, (_KEY, "string")])
        keyed = group.rows.mapInArrow(_keying(name), schema)
    return keyed.join(keys.withColumnRenamed("key", _KEY), _KEY, "left_semi").drop(_KEY)


def _lines(table: LargeTable, rows: Any, codes: frozenset[str], which: Which) -> Any:
    return rows.mapInArrow(_reading(table.table.name, table.numbers, codes, which), LINES)


# What follows runs on the executors.


def _reading(name: str, numbers: dict[str, int], codes: frozenset[str], which: Which) -> Callable[[Any], Iterator[Any]]:
    def read(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            texts = _texts(name, pl.DataFrame(pl.from_arrow(batch)), numbers, codes, which)
            yield from as_arrow(as_lines(name, texts)).to_batches()

    return read


def _texts(name: str, rows: pl.DataFrame, numbers: dict[str, int], codes: frozenset[str], which: Which) -> pl.DataFrame:
    """The rows as the reader's texts; of contacts those with a code, or those without."""
    files = rows[ADDRESS].str.replace(_HOST, "").replace_strict(numbers, return_dtype=pl.Int64).alias(FILE)
    # While in memory, a row is known by its number among them.
    table = in_memory(name, rows.drop(ADDRESS).with_columns(pl.int_range(pl.len(), dtype=pl.Int64).alias(LINE)))
    texts = table.texts(0)
    if which != "all":
        coded = Contacts(table, codes, frozenset(), (), None).relevant()[LINE]
        texts = texts.filter(pl.col(LINE).is_in(coded.implode()) == (which == "relevant"))
    at = texts[LINE]
    return texts.with_columns(files.gather(at), rows[LINE].gather(at))


def _keying(name: str) -> Callable[[Any], Iterator[Any]]:
    def key(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow as pa

        for batch in batches:
            rows = pl.DataFrame(pl.from_arrow(batch)).select(LINE, KEYS[name])
            table = in_memory(name, rows)
            keys = table.texts(0)[KEYS[name]].to_arrow().cast(pa.string())
            yield batch.append_column(_KEY, keys)

    return key


def _counting(latest: date) -> Callable[[Any], Iterator[Any]]:
    def count(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            rows = pl.DataFrame(pl.from_arrow(batch))
            days = usable_days(rows, latest)
            told = rows.select(days, pl.col("count").alias("rows")).group_by("day").sum()
            yield from as_arrow(told).to_batches()

    return count
