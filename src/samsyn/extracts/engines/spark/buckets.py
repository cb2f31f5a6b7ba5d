"""What is done with a bucket on an executor: the reader's own code on its lines, the one judge on its patients."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import polars as pl

from samsyn.adjudication import Judgement, judge
from samsyn.extracts.engines.spark.accounts import account_frames, days_of_faults
from samsyn.extracts.engines.spark.wire import answers, as_arrow, as_table
from samsyn.extracts.reading.cells import LINE
from samsyn.extracts.reading.contacts import Contacts
from samsyn.extracts.reading.fields.dates import LAST_DAY
from samsyn.extracts.reading.others import read_other
from samsyn.extracts.reading.span import usable_days
from samsyn.extracts.writing.conservation import placed
from samsyn.guidelines import GuidelineRegister
from samsyn.records import CONTACTS, PATIENTS, Records

READ: Final = (
    "contact_id string, patient_id string, unit string, date date, diagnoses array<string>, procedures array<string>, "
    "profession string, minutes bigint, what string, frame binary"
)
"""A contact that can be used, or, where contact_id is null, an answer."""


@dataclass(frozen=True)
class ToRead:
    """What the reader must know of contacts."""

    codes: frozenset[str]
    levels: tuple[frozenset[str], ...]
    units: frozenset[str]
    as_of: date | None


@dataclass(frozen=True)
class ToJudge:
    """What the judge must know, the patients of the bucket apart. `tables` are those that the extract has."""

    register: GuidelineRegister
    teams: pl.DataFrame
    first_day: date | None
    last_day: date | None
    as_of: date
    tables: tuple[str, ...]


def reading(asked: ToRead) -> Callable[[Any], Any]:
    """For all lines of some contact_ids: the contacts that can be used, and the account of the lines."""

    def read(lines: Any) -> Any:
        return as_arrow(read_contacts(asked, pl.DataFrame(pl.from_arrow(lines))))

    return read


def judging(asked: ToJudge) -> Callable[[Any, Any], Any]:
    """For all contacts and lines of some patients: series, findings, and the account of the lines."""

    def judge_bucket(contacts: Any, lines: Any) -> Any:
        rows = pl.DataFrame(pl.from_arrow(contacts)), pl.DataFrame(pl.from_arrow(lines))
        return as_arrow(answers(judged(asked, *rows)))

    return judge_bucket


def read_contacts(asked: ToRead, lines: pl.DataFrame) -> pl.DataFrame:
    """READ of the lines of a bucket."""
    table = as_table(lines, "contacts")
    texts = table.sources[0].scan.select(LINE, "date").collect()
    used = Contacts(table, asked.codes, asked.units, asked.levels, asked.as_of).read()
    days = usable_days(days_of_faults(texts, table.account), min(asked.as_of or LAST_DAY, LAST_DAY))
    told = answers({**account_frames(table, used.height), "days": days.drop_nulls().to_frame()})
    return pl.concat([used, told], how="diagonal")


def judged(asked: ToJudge, contacts: pl.DataFrame, lines: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """The frames of a bucket's answer."""
    contacts = contacts.select(*CONTACTS.columns).sort("contact_id")
    units, patients = frozenset(asked.teams["unit"]), contacts["patient_id"].unique()
    told: dict[str, pl.DataFrame] = {}
    tables: dict[str, pl.DataFrame] = {"patients": PATIENTS.empty()}
    for name in asked.tables:
        table = as_table(lines, name)
        tables[name] = read_other(table, units, patients)
        told |= account_frames(table, tables[name].height)
    others = (tables.get(name) for name in ("nrs", "evidence"))
    records = Records(contacts, tables["patients"], asked.teams, asked.first_day, asked.last_day, *others)
    return told | _told(contacts, judge(records, asked.register, asked.as_of))


def _told(contacts: pl.DataFrame, judgement: Judgement) -> dict[str, pl.DataFrame]:
    where = placed(contacts, judgement.visits)
    return {
        "series": judgement.series,
        "findings": judgement.findings,
        "placed": pl.DataFrame({"in_series": [where.in_series], "apart": [where.apart]}),
        "representatives": _representatives(contacts),
    }


def _representatives(contacts: pl.DataFrame) -> pl.DataFrame:
    """One contact of each patient, unit, year and set of codes: all that conditions on teams can tell apart."""
    year = pl.col("date").dt.year().alias("#year")
    codes = pl.col("procedures").list.join(",").alias("#codes")
    alike = ("patient_id", "unit", "#year", "#codes")
    return contacts.with_columns(year, codes).unique(alike, keep="first", maintain_order=True).drop("#year", "#codes")
