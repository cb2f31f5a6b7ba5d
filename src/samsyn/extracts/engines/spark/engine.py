"""The whole job on Spark: look, search, read, judge; then what crosses patients, here, with the same code."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import polars as pl

from samsyn.adjudication import Judgement
from samsyn.extracts.engines.spark import buckets, session
from samsyn.extracts.engines.spark.accounts import absorb
from samsyn.extracts.engines.spark.large import LargeTable, open_large
from samsyn.extracts.engines.spark.places import ClusterPlace
from samsyn.extracts.engines.spark.searching import coded_lines, counted_days, lines_of_patients, uncoded_lines
from samsyn.extracts.engines.spark.wire import ANSWERS, NO_LINES, unpacked
from samsyn.extracts.engines.spark.wire import answers as answers_of
from samsyn.extracts.errors import RefusedExtract, Told
from samsyn.extracts.reading import Reading
from samsyn.extracts.reading.csvfiles.encodings import Encoding
from samsyn.extracts.reading.fields.dates import LAST_DAY
from samsyn.extracts.reading.folder import Folder, TableFile, look_into
from samsyn.extracts.reading.layout import COLUMNS
from samsyn.extracts.reading.opening import Table, open_table, whole
from samsyn.extracts.reading.others import read_other
from samsyn.extracts.reading.result import LineCounts
from samsyn.extracts.reading.source import sha256_of
from samsyn.extracts.reading.telling import inputs_of, notes_of, rejected_of
from samsyn.extracts.writing.conservation import Placed
from samsyn.guidelines import GuidelineRegister
from samsyn.reconciliation import Settlement
from samsyn.reconciliation.settlement import settle_judged
from samsyn.records import CONTACTS, PATIENTS, Records

_OF_A_PATIENT: Final[tuple[str, ...]] = ("patients", "nrs", "evidence")
_SMALL: Final = ("teams", "roster", "invoices")
_BUCKETS_A_CORE: Final = 2

Frames = dict[str, list[pl.DataFrame]]


@dataclass(frozen=True)
class Asked:
    """What is to be decided: the address of an extract, under which guidelines, as of which day, by which means."""

    extract: str
    register: GuidelineRegister
    level_codes: tuple[frozenset[str], ...]
    encoding: Encoding
    as_of: date | None
    with_invoices: bool
    buckets: int | None = None
    progress: Callable[[str, int], None] | None = None


@dataclass(frozen=True)
class Decided:
    """What was read and decided."""

    reading: Reading
    as_of: date
    settlement: Settlement
    placed: Placed


def decide(spark: Any, asked: Asked, day_of: Callable[[date | None], date]) -> Decided:
    """Do the whole job. `day_of` turns the last day of the contacts into the day of judgement, or refuses.

    Raises RefusedExtract if the extract, or a whole file, cannot be used; EngineFailed if Spark gives up.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="samsyn-") as scratch:
            return _Job(spark, asked, Path(scratch)).decided(day_of)
    except (RefusedExtract, Told, OSError):
        raise
    except Exception as error:
        if type(error).__module__.startswith(("py4j", "pyspark")):
            raise session.failed(error) from error
        raise


class _Job:
    """One run: the small tables read here, the large ones where they are."""

    def __init__(self, spark: Any, asked: Asked, scratch: Path) -> None:
        self.spark, self.asked, self.scratch = spark, asked, scratch
        self.codes = asked.register.all_codes
        self.buckets = asked.buckets or _BUCKETS_A_CORE * spark.sparkContext.defaultParallelism
        self.found: Folder = look_into(ClusterPlace.of(spark, asked.extract))
        self.originals = self.found.manifest.tables if self.found.manifest else {}
        self.small: dict[str, pl.DataFrame] = {}
        self.tables: dict[str, Table] = {}
        self.counts: dict[str, LineCounts] = {}
        self.digests: dict[str, str] = {}

    def decided(self, day_of: Callable[[date | None], date]) -> Decided:
        self._read_small("teams")
        large = self._opened(tuple(name for name in ("contacts", *_OF_A_PATIENT) if name in self.found.tables))
        for name in _SMALL[1:]:
            if name in self.found.tables and (name != "invoices" or self.asked.with_invoices):
                self._read_small(name)
        contacts, told = self._contacts(large["contacts"])
        first, last = _span(counted_days(large["contacts"], self._latest()), told)
        self._close(large["contacts"], told, "uncoded")
        as_of = day_of(last)
        answers = self._judged(contacts, large, (first, last), as_of)
        for name in _OF_A_PATIENT:
            if name in large:
                self._close(large[name], answers, "other-patient")
        contacts.unpersist()
        return self._settled(answers, (first, last), as_of)

    def _latest(self) -> date:
        return min(self.asked.as_of or LAST_DAY, LAST_DAY)

    def _read_small(self, name: str) -> None:
        """A table of some hundred rows, fetched and read as on one machine."""
        files = tuple(self._fetched(file) for file in self.found.tables[name])
        self.digests |= {file.name: sha256_of(file.path) for file in files}
        table = open_table(name, files, COLUMNS[name], self.asked.encoding, self.originals.get(name, ()))
        with whole(name):
            units = frozenset(self.small["teams"]["unit"]) if name != "teams" else frozenset()
            self.small[name] = read_other(table, units, None)
        self.tables[name] = table
        self._count(name, table, self.small[name].height)

    def _fetched(self, file: TableFile) -> TableFile:
        target = self.scratch / file.name
        target.parent.mkdir(exist_ok=True)
        if isinstance(file.place, ClusterPlace):
            file.place.fetch(target)
        return TableFile(target, file.name)

    def _opened(self, names: tuple[str, ...]) -> dict[str, LargeTable]:
        originals = {name: self.originals[name] for name in names if name in self.originals}
        opened = open_large(self.spark, {name: self.found.tables[name] for name in names}, originals)
        for name, large in opened.items():
            self.tables[name] = large.table
            self.digests |= large.digests
        return opened

    def _contacts(self, large: LargeTable) -> tuple[Any, Frames]:
        """The contacts that can be used, and what the buckets tell of their lines."""
        units = frozenset(self.small["teams"]["unit"])
        asked = buckets.ToRead(self.codes, self.asked.level_codes, units, self.asked.as_of)
        coded = coded_lines(large, self.codes).persist()
        lines = coded.unionAll(uncoded_lines(large, self.codes, coded))
        read = self._bucketed(lines, "key").groupBy("bucket").applyInArrow(buckets.reading(asked), buckets.READ)
        read = read.persist()
        told = _frames(read.where("what is not null").select("what", "frame").collect())
        coded.unpersist()
        return read, told

    def _judged(
        self, read: Any, large: dict[str, LargeTable], span: tuple[date | None, date | None], as_of: date
    ) -> Frames:
        tables = tuple(name for name in _OF_A_PATIENT if name in large)
        asked = buckets.ToJudge(self.asked.register, self.small["teams"], *span, as_of, tables)
        contacts = read.where("what is null").select(*CONTACTS.columns)
        patients = contacts.select("patient_id").distinct()
        lines = [lines_of_patients(large[name], patients) for name in tables]
        for more in lines[1:]:
            lines[0] = lines[0].unionAll(more)
        left = self._bucketed(contacts, "patient_id").groupBy("bucket")
        right = self._bucketed(lines[0], "key").groupBy("bucket")
        answers = left.cogroup(right).applyInArrow(buckets.judging(asked), ANSWERS).collect()
        if not answers:  # nobody has a coded contact: there was no bucket
            empty = answers_of(buckets.judged(asked, CONTACTS.empty(), NO_LINES))
            answers = list(empty.iter_rows())
        return _frames(answers)

    def _bucketed(self, rows: Any, column: str) -> Any:
        from pyspark.sql import functions as F  # noqa: N812

        return rows.withColumn("bucket", F.pmod(F.xxhash64(column), F.lit(self.buckets)).cast("int"))

    def _close(self, large: LargeTable, told: Frames, left_alone: str) -> None:
        used = absorb(large.account, told, left_alone)
        self._count(large.table.name, large.table, used)

    def _count(self, name: str, table: Table, used: int) -> None:
        self.counts[name] = table.account.counts(used)
        if self.asked.progress:
            self.asked.progress(name, table.account.lines)

    def _settled(self, told: Frames, span: tuple[date | None, date | None], as_of: date) -> Decided:
        contacts = pl.concat([CONTACTS.empty(), *told.get("representatives", [])]).sort("contact_id")
        small = (self.small.get(name) for name in ("invoices", "roster"))
        records = Records(contacts, PATIENTS.empty(), self.small["teams"], *span, None, None, *small)
        judgement = Judgement(_in_order(told, "series"), _in_order(told, "findings"), pl.DataFrame())
        settlement = settle_judged(judgement, records, self.asked.register, as_of)
        where = pl.concat(told["placed"]).sum().row(0)
        return Decided(self._reading(records), as_of, settlement, Placed(*where))

    def _reading(self, records: Records) -> Reading:
        return Reading(
            records,
            rejected_of(self.tables),
            inputs_of(self.tables, self.digests),
            dict(sorted(self.counts.items())),
            notes_of(self.tables, self.found, self.digests),
        )


def _frames(rows: list[Any]) -> Frames:
    frames: Frames = {}
    for what, data in rows:
        frames.setdefault(what, []).append(unpacked(bytes(data)))
    return frames


def _in_order(told: Frames, name: str) -> pl.DataFrame:
    """The buckets' rows together; those of a series stand together in their bucket already."""
    return pl.concat(told[name]).sort("series_id", maintain_order=True)


def _span(counted: dict[date, int], told: Frames) -> tuple[date | None, date | None]:
    """First and last usable day of all rows that were not rejected."""
    left = dict(counted)
    for frame in told.get("days", []):
        for day in frame["day"]:
            left[day] -= 1
    days = [day for day, rows in left.items() if rows > 0]
    return (min(days), max(days)) if days else (None, None)
