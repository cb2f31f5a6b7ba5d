"""Contacts: the few that carry a guideline code are found, read to the field and settled; the rest are counted."""

from datetime import date

import polars as pl

from samsyn.extracts.reading.cells import FILE, LINE, read_fields, told
from samsyn.extracts.reading.fields.codes import superset_pattern
from samsyn.extracts.reading.layout import contact_fields, procedures
from samsyn.extracts.reading.membership import lines_with
from samsyn.extracts.reading.opening import Table
from samsyn.extracts.reading.rows import settle
from samsyn.extracts.reading.validating import validate
from samsyn.records import CONTACTS

_CONTENT = (*CONTACTS.columns, "contact_type")


class Contacts:
    """How the contacts of one extract are read."""

    def __init__(
        self,
        table: Table,
        guideline_codes: frozenset[str],
        units: frozenset[str],
        levels: tuple[frozenset[str], ...],
        as_of: date | None,
    ) -> None:
        self.table, self.codes, self.levels, self.as_of = table, guideline_codes, levels, as_of
        self.procedures = procedures(guideline_codes)
        self.fields = contact_fields(units)

    def read(self) -> pl.DataFrame:
        """The coded contacts that can be used, sorted by contact_id; every line is on the account."""
        account = self.table.account
        relevant = self.relevant()
        read = relevant.height
        coded = self._validated(relevant)
        others = self._uncoded_with_id_of(coded)
        read += others.height
        if others.height:
            coded = pl.concat([coded, self._validated(others)])
        account.ignore("uncoded", account.lines - read - account.structural)
        used = settle(coded, ("contact_id",), _CONTENT, account)
        self._note_conflicting_levels(used)
        return used.select(*CONTACTS.columns).sort("contact_id")

    def relevant(self) -> pl.DataFrame:
        """The lines that carry a guideline code, whole or damaged, as texts."""
        return self._relevant(pl.concat([self._candidates(number) for number in range(len(self.table.sources))]))

    def _candidates(self, number: int) -> pl.DataFrame:
        column = pl.col("procedures")
        dtype = self.table.sources[number].scan.collect_schema()["procedures"]
        pattern = superset_pattern(self.codes)
        if dtype == pl.List(pl.String()):
            may_be_coded = column.list.eval(pl.element().str.contains(pattern)).list.any()
        elif dtype == pl.String():
            may_be_coded = column.str.contains(pattern)
        elif isinstance(dtype, pl.List | pl.Array):
            may_be_coded = pl.lit(value=True)
        else:
            may_be_coded = column.cast(pl.String).str.contains(pattern)
        return self.table.texts(number, may_be_coded)

    def _relevant(self, candidates: pl.DataFrame) -> pl.DataFrame:
        """Those that carry a guideline code, and those that carry a damaged one."""
        rows = self._with_procedures(candidates)
        return rows.filter(self._is_coded() | (pl.col("procedures:fault") == "CODE_FORM"))

    def _with_procedures(self, rows: pl.DataFrame) -> pl.DataFrame:
        rows = read_fields(rows, [self.procedures])
        if "procedures:fault" in rows.columns:
            return rows
        return rows.with_columns(
            pl.lit(None, pl.String).alias(f"procedures:{part}") for part in ("fault", "hint", "note")
        )

    def _is_coded(self) -> pl.Expr:
        return pl.col("procedures").list.eval(pl.element().is_in(sorted(self.codes))).list.any()

    def _validated(self, rows: pl.DataFrame) -> pl.DataFrame:
        damaged = pl.col("procedures:fault") == "CODE_FORM"
        bad = rows.filter(damaged)
        account = self.table.account
        account.reject(bad.with_columns(pl.lit("CODE_FORM").alias("reason"), told("procedures").alias("detail")))
        good = validate(rows.filter(damaged.is_null() | ~damaged), self.fields, account, (self.procedures,))
        if self.as_of is None:
            return good
        late = pl.col("date") > self.as_of
        detail = pl.format('date: "{}"', pl.col("date").cast(pl.String)).alias("detail")
        account.reject(good.filter(late).with_columns(pl.lit("DATE_FUTURE").alias("reason"), detail))
        return good.filter(~late)

    def _uncoded_with_id_of(self, coded: pl.DataFrame) -> pl.DataFrame:
        """Rows without a guideline code that bear the contact_id of a coded one."""
        ids = coded["contact_id"].unique()
        found = [self._others(number, ids, coded) for number in range(len(self.table.sources))]
        rows = pl.concat(found)
        if not rows.height:
            return rows
        rows = self._with_procedures(rows)
        return rows.filter(~self._is_coded() & (pl.col("procedures:fault") != "CODE_FORM").fill_null(value=True))

    def _others(self, number: int, ids: pl.Series, coded: pl.DataFrame) -> pl.DataFrame:
        own = coded.filter(pl.col(FILE) == number)[LINE]
        lines = lines_with(self.table.sources[number], "contact_id", ids)
        if lines.len() == own.len():
            return self.table.texts(number, pl.lit(value=False))
        lines = lines.filter(~lines.is_in(own.implode()))
        return self.table.texts(number, pl.col(LINE).cast(pl.Int64).is_in(lines.implode()))

    def _note_conflicting_levels(self, used: pl.DataFrame) -> None:
        if len(self.levels) < 2:
            return
        each = [
            pl.col("procedures").list.eval(pl.element().is_in(sorted(level))).list.any().cast(pl.Int8)
            for level in self.levels
        ]
        self.table.account.note("CODE_CONFLICT", used.filter(pl.sum_horizontal(each) > 1))
