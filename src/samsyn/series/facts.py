"""The facts of a series: one row a series, each column named, none of them yet a judgement.

What no guideline decides stands here; what depends on a guideline's parameters (which registry module is needed, how
long a gap must be) is added in `parametric`.
"""

from dataclasses import dataclass
from datetime import date

import polars as pl

from samsyn.guidelines import GuidelineRegister, Role
from samsyn.records import EVIDENCE, Records
from samsyn.series.accreditation import accredited_periods
from samsyn.series.building import carries
from samsyn.series.carrying import carried_out


@dataclass(frozen=True)
class FactSources:
    """The small tables that facts are looked up in, prepared once for a run."""

    series: pl.DataFrame  # all series, open ones too: any of them may stand in the way of another
    teams: pl.DataFrame  # those at a unit where any of the series began
    accredited: pl.DataFrame
    nrs: pl.DataFrame | None
    as_of: date


@dataclass(frozen=True)
class SeriesFacts:
    """Facts that no guideline decides, one row a judged series, and where to look up the rest.

    `facts` columns: series_id, patient_id, level, start, end, closing (end, or as_of while open), start_unit,
    completion_unit, contacts; visits, ongoing, duplicates, undiagnosed (counts); minutes (null where none has any);
    diagnoses, professions (distinct, sorted); birth_date, age_at_start; previous_end (of the series
    before at the level), assessed_on (last assessment on or before start); coordinations (count between start and
    closing); pain_onset, investigated, plan, physician_at_conference; teams (accredited all the way, sorted).
    """

    facts: pl.DataFrame
    sources: FactSources


def base_facts(
    all_series: pl.DataFrame,
    visits: pl.DataFrame,
    records: Records,
    register: GuidelineRegister,
    as_of: date,
    *,
    open_too: bool = False,
) -> SeriesFacts:
    """The facts of every completed series; of open ones too, as if completed on `as_of`, where asked for.

    `all_series` has `closing`, the day that decides, and `guideline`; both are carried along.
    """
    teams = records.teams.filter(pl.col("unit").is_in(all_series["start_unit"].unique().implode()))
    accredited = accredited_periods(teams)
    sources = FactSources(all_series, teams, accredited, records.nrs, as_of)
    ordered = all_series.lazy().sort("patient_id", "level", "start", "end", "series_id", nulls_last=True)
    series = carried_out(
        ordered.with_columns(previous_end=pl.col("end").shift(1).over("patient_id", "level")).filter(
            pl.col("end").is_not_null() | pl.lit(open_too)
        )
    )
    facts = (
        series.lazy()
        .join(_visit_facts(visits.lazy()), on="series_id", how="left")
        .join(records.patients.lazy(), on="patient_id", how="left")
        .with_columns(age_at_start=_age(pl.col("start"), pl.col("birth_date")))
        .join(_evidence(records), on=("patient_id", "level", "start"), how="left")
        .join(_coordinations(series, records.contacts, register), on="series_id", how="left")
        .join(_series_teams(series, accredited), on="series_id", how="left")
        .with_columns(pl.col("coordinations").fill_null(0))
    )
    assessed = _with_assessment(facts, records.contacts, register)
    return SeriesFacts(carried_out(assessed.sort("series_id")), sources)


def _age(day: pl.Expr, birth: pl.Expr) -> pl.Expr:
    """Whole years; month and day as one number turn the year on the birthday (29 February: on 1 March)."""
    month_day = day.dt.month().cast(pl.Int32) * 100 + day.dt.day()
    birth_month_day = birth.dt.month().cast(pl.Int32) * 100 + birth.dt.day()
    return day.dt.year() - birth.dt.year() - (month_day < birth_month_day).cast(pl.Int32)


def _visit_facts(visits: pl.LazyFrame) -> pl.LazyFrame:
    """What the series' own visits say, duplicates of the completion left out (but counted)."""
    own = ~pl.col("is_duplicate")
    distinct = {
        "diagnoses": pl.col("diagnoses").filter(own).explode(),
        "professions": pl.col("profession").filter(own),
    }
    return visits.group_by("series_id").agg(
        visits=own.sum().cast(pl.Int64),
        ongoing=pl.col("is_ongoing").sum().cast(pl.Int64),
        duplicates=pl.col("is_duplicate").sum().cast(pl.Int64),
        undiagnosed=(own & (pl.col("diagnoses").list.len() == 0)).sum().cast(pl.Int64),
        minutes=pl.when(pl.col("minutes").filter(own).count() > 0).then(pl.col("minutes").filter(own).sum()),
        **{name: values.drop_nulls().unique().sort() for name, values in distinct.items()},
    )


def _evidence(records: Records) -> pl.LazyFrame:
    return (EVIDENCE.empty() if records.evidence is None else records.evidence).lazy()


def _with_assessment(facts: pl.LazyFrame, contacts: pl.DataFrame, register: GuidelineRegister) -> pl.LazyFrame:
    """Add the patient's last assessment, at any unit, on or before the first day."""
    assessments = (
        contacts.lazy()
        .filter(carries(register.codes(Role.ASSESSMENT)))
        .select("patient_id", assessed_on="date")
        .sort("assessed_on")
    )
    return facts.sort("start").join_asof(
        assessments,
        left_on="start",
        right_on="assessed_on",
        by="patient_id",
        strategy="backward",
        coalesce=False,
        check_sortedness=False,
    )


def _coordinations(series: pl.DataFrame, contacts: pl.DataFrame, register: GuidelineRegister) -> pl.LazyFrame:
    """How many coordinating contacts the patient has, at any unit, between the first and the last day."""
    coordinating = contacts.lazy().filter(carries(register.codes(Role.COORDINATION))).select("patient_id", "date")
    return (
        series.lazy()
        .select("series_id", "patient_id", "start", "closing")
        .join(coordinating, on="patient_id")
        .filter(pl.col("date").is_between("start", "closing"))
        .group_by("series_id")
        .agg(coordinations=pl.len().cast(pl.Int64))
    )


def _series_teams(series: pl.DataFrame, accredited: pl.DataFrame) -> pl.LazyFrame:
    """The series' teams: at the unit, accredited for the level on every day from the first to the last."""
    return (
        series.lazy()
        .select("series_id", "level", "start", "closing", unit="start_unit")
        .join(accredited.lazy(), on=("unit", "level"))
        .filter((pl.col("first") <= pl.col("start")) & (pl.col("closing") <= pl.col("last")))
        .group_by("series_id")
        .agg(teams=pl.col("team_id").unique().sort())
    )
