"""The facts of a series: one row a series, each column named, none of them yet a judgement.

What the visits say stands in `summarising`, what is known of the teams in `teams`, what a guideline's parameters decide
in `parametric`. Here these come together with what is registered about the patient.
"""

from datetime import date
from functools import cache, lru_cache

import polars as pl

from samsyn.guidelines import GuidelineRegister, Role
from samsyn.records import EVIDENCE, NRS, Records
from samsyn.series.building import carries
from samsyn.series.carrying import KEPT, carried_out
from samsyn.series.choosing import chosen
from samsyn.series.parametric import blocking, registered
from samsyn.series.teams import with_teams


def series_facts(
    all_series: pl.DataFrame, records: Records, register: GuidelineRegister, as_of: date, *, open_too: bool = False
) -> pl.DataFrame:
    """The facts of every completed series; of open ones too, as if completed on `as_of`, where asked for.

    Columns: those of the series, and of their teams (see `with_teams`); birth_date, age_at_start; what the evidence
    table says (EVIDENCE); assessed_on (last assessment on or before start), coordinations (count
    between start and closing); registered_on (null: not registered), nrs_known (false where the table is absent);
    gap_until and gap_series (the earlier series that blocks longest).
    """
    judged = all_series if open_too else all_series.filter(pl.col("end").is_not_null())
    guidelines = register.named(judged["guideline"].to_list())
    series = carried_out(with_teams(judged, records.teams, guidelines))
    nrs = NRS.empty() if records.nrs is None else records.nrs
    evidence = EVIDENCE.empty() if records.evidence is None else records.evidence
    return carried_out(
        series.lazy()
        .join(records.patients.lazy(), on="patient_id", how="left")
        .join(evidence.lazy(), on=("patient_id", "level", "start"), how="left")
        .join(_other_contacts(series, records.contacts, register), on="series_id", how="left")
        .join(registered(series, nrs, guidelines, as_of), on="series_id", how="left")
        .join(blocking(series, all_series, guidelines), on="series_id", how="left")
        .with_columns(age_at_start(), pl.col("coordinations").fill_null(0), nrs_known=pl.lit(records.nrs is not None))
    )


@cache
def age_at_start() -> pl.Expr:
    """Whole years on `start`; month and day as one number turn the year on the birthday (29 February: on 1 March)."""
    day, birth = pl.col("start"), pl.col("birth_date")
    month_day = day.dt.month().cast(pl.Int32) * 100 + day.dt.day()
    birth_month_day = birth.dt.month().cast(pl.Int32) * 100 + birth.dt.day()
    years = day.dt.year() - birth.dt.year() - (month_day < birth_month_day).cast(pl.Int32)
    return years.alias("age_at_start")


def _other_contacts(series: pl.DataFrame, contacts: pl.DataFrame, register: GuidelineRegister) -> pl.LazyFrame:
    """By series_id: the patient's last assessment on or before the first day, and the coordinating contacts between the
    first and the last day, at any unit.
    """
    roles, has_role, own = _roles(register)
    return (
        series.lazy()
        .select(pl.col("series_id", "patient_id", "level", "start", "closing"))
        .join(contacts.lazy().select(roles).filter(has_role), on="patient_id")
        .with_columns(own)
        .group_by("series_id")
        .agg(_assessed_and_coordinated())
    )


@lru_cache(maxsize=KEPT)
def _roles(register: GuidelineRegister) -> tuple[list[pl.Expr], pl.Expr, list[pl.Expr]]:
    """Which codes a contact carries, whether any at all, and, beside a series, which of these its own level means."""
    carried: dict[str, pl.Expr] = {}
    own = []
    for name, role in (("is_assessment", Role.ASSESSMENT), ("is_coordination", Role.COORDINATION)):
        codes = {level: register.codes(role, level) for level in register.levels}
        together = {level: "/".join(of_level) for level, of_level in codes.items() if of_level}
        carried |= {column: carries(codes[level]).alias(column) for level, column in together.items()}
        meant = {level: pl.col(column) for level, column in together.items()}
        own.append(chosen("level", meant).cast(pl.Boolean()).fill_null(False).alias(name))
    return [pl.col("patient_id", "date"), *carried.values()], pl.any_horizontal(pl.lit(False), *carried), own


@cache
def _assessed_and_coordinated() -> list[pl.Expr]:
    assessed = pl.when(pl.col("is_assessment") & (pl.col("date") <= pl.col("start"))).then(pl.col("date"))
    coordinated = pl.col("is_coordination") & pl.col("date").is_between("start", "closing")
    return [assessed.max().alias("assessed_on"), coordinated.sum().cast(pl.Int64).alias("coordinations")]
