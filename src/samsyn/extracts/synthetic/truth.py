"""planted.csv: every fault that was put into the region, and the finding it must give."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

import numpy as np
import polars as pl

from samsyn.extracts.synthetic.cast import Cast
from samsyn.extracts.synthetic.contact_columns import CodedContacts
from samsyn.extracts.synthetic.decisions import Decided
from samsyn.extracts.synthetic.dirty_rows import DirtyRow
from samsyn.extracts.synthetic.invoicing import Ledger, product_of
from samsyn.extracts.synthetic.kinds import KINDS
from samsyn.extracts.synthetic.mixing import Mixture
from samsyn.extracts.synthetic.plan import RegionPlan
from samsyn.extracts.synthetic.teams import Team
from samsyn.extracts.synthetic.vocabulary import LEVELS, PRICED_YEARS, VOLUME


@dataclass(frozen=True)
class Planted:
    """One row of planted.csv; what does not apply is empty.

    `outcome` is that of the finding (`info` where a legal oddity gives none); `detail` is the decision expected of
    the series, the contact id and reason of a row, or what else there is to say. `difference` is invoiced less
    approved in the month `period`.
    """

    kind: str
    patient_id: str = ""
    series_id: str = ""
    condition: str = ""
    outcome: str = ""
    team_id: str = ""
    unit: str = ""
    level: str = ""
    product_code: str = ""
    period: str = ""
    difference: int | None = None
    detail: str = ""


def planted_table(rows: list[Planted]) -> pl.DataFrame:
    """The rows as a table, in the order in which they were found."""
    schema = dict.fromkeys(Planted.__dataclass_fields__, pl.String()) | {"difference": pl.Int64()}
    return pl.DataFrame([asdict(row) for row in rows], schema=schema).with_columns(pl.col(pl.String).replace("", None))


def planted_series(cast: Cast, decided: Decided) -> Iterator[Planted]:
    """A row for every finding that a planted series must give."""
    for series in np.flatnonzero(decided.completed).tolist():
        if not decided.priced[series]:
            yield _of_series("guideline-without-amount", cast, decided, series, "in-force", "unknown")
            continue
        kind = KINDS[cast.kind[series]]
        for condition, outcome in kind.findings:
            yield _of_series(kind.name, cast, decided, series, condition, outcome)
        if kind.planted and not kind.findings:
            yield _of_series(kind.name, cast, decided, series, "", "info")
        if _uses_exception(cast, decided, series):
            name = kind.name if kind.planted else "repeat-in-same-year"
            yield _of_series(name, cast, decided, series, "same-year", "met")


def _uses_exception(cast: Cast, decided: Decided, series: int) -> bool:
    """Whether an earlier approved series of the same level ended in the same year."""
    first = int(cast.first[series])
    return (
        first >= 0
        and cast.level[first] == cast.level[series]
        and decided.decision[first] == "approved"
        and decided.end_year[first] == decided.end_year[series]
    )


def _of_series(kind: str, cast: Cast, decided: Decided, series: int, condition: str, outcome: str) -> Planted:
    return Planted(
        kind,
        decided.patient_id[series],
        decided.series_id[series],
        condition,
        outcome,
        level=LEVELS[cast.level[series]],
        detail=decided.decision[series],
    )


def planted_teams(
    plan: RegionPlan, teams: tuple[Team, ...], cast: Cast, coded: CodedContacts, unit_ids: list[str]
) -> Iterator[Planted]:
    """A row for every team and year that fails a condition.

    Volume is counted, not planned: besides the teams meant to have few patients, some have few by chance, and in
    the half year before (`volume-part-of-year`) most.
    """
    volumes = _volumes(cast, coded)
    for year in sorted({plan.year - 1, plan.year} & set(PRICED_YEARS)):
        for team in (team for team in teams if team.touches(year)):
            few = volumes.get((team.unit, team.level, year), 0)
            for kind, condition, detail in _team_faults(plan, team, year, few):
                yield Planted(
                    kind,
                    condition=condition,
                    outcome="not_met",
                    team_id=team.team_id,
                    unit=unit_ids[team.unit],
                    level=LEVELS[team.level],
                    period=str(year),
                    detail=detail,
                )


def _team_faults(plan: RegionPlan, team: Team, year: int, patients: int) -> Iterator[tuple[str, str, str]]:
    if team.roster_gap and year == plan.year:
        yield "roster-incomplete", "composition", "no physician from June to August"
    if patients < VOLUME:
        kind = "volume-below" if year == plan.year else "volume-part-of-year"
        yield kind, "volume", f"{patients} patients"
    if team.nrs_module is None:
        yield "team-not-in-nrs", "team-nrs-connected", ""


def _volumes(cast: Cast, coded: CodedContacts) -> dict[tuple[int, int, int], int]:
    """Distinct patients with an ongoing contact by unit, level and year."""
    ongoing = coded.columns.rows(coded.ongoing)
    series = coded.series[coded.ongoing]
    visits = pl.DataFrame(
        {
            "unit": cast.unit[series],
            "level": cast.level[series],
            "year": ongoing.day.astype("datetime64[Y]").astype(np.int64) + 1970,
            "patient": ongoing.patient,
        }
    )
    counted = visits.group_by("unit", "level", "year").agg(pl.col("patient").n_unique())
    return {(unit, level, year): patients for unit, level, year, patients in counted.iter_rows()}


def planted_rows(mixture: Mixture, rows: tuple[DirtyRow, ...]) -> Iterator[Planted]:
    """A row for every stray contact: its id, and the reason it must be refused for."""
    for row in rows:
        yield Planted(row.kind, detail=f"{mixture.contact_id(row.contact)} {row.reason}")


def planted_invoices(decided: Decided, ledger: Ledger, unit_ids: list[str]) -> Iterator[Planted]:
    """A row for every month of a unit and product whose invoice differs from what is approved."""
    for fault in ledger.faults:
        yield Planted(
            fault.kind,
            "" if fault.series is None else decided.patient_id[fault.series],
            "" if fault.series is None else decided.series_id[fault.series],
            unit=unit_ids[fault.cell[0]],
            level=LEVELS[fault.cell[1]],
            product_code=product_of(fault.cell),
            period=fault.cell[2],
            difference=fault.difference,
            detail=fault.detail,
        )
