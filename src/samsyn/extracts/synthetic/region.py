"""A whole synthetic region, drawn from its plan and written as an extract."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from samsyn.extracts.synthetic import truth
from samsyn.extracts.synthetic.cast import Cast, draw_cast
from samsyn.extracts.synthetic.decisions import Decided, decide
from samsyn.extracts.synthetic.dirty_rows import DirtyRow, add_dirty_rows
from samsyn.extracts.synthetic.invoicing import Ledger, invoice_table, keep_books
from samsyn.extracts.synthetic.mixing import Mixture, strew
from samsyn.extracts.synthetic.plan import RegionPlan, RegionSummary
from samsyn.extracts.synthetic.population import Population, draw_population, patient_tables
from samsyn.extracts.synthetic.registers import evidence_table, nrs_table
from samsyn.extracts.synthetic.rosters import roster_table
from samsyn.extracts.synthetic.table_files import TableFile, write_table
from samsyn.extracts.synthetic.teams import Team, draw_teams, team_table
from samsyn.extracts.synthetic.timing import draw_timing
from samsyn.extracts.synthetic.treatment import treat
from samsyn.extracts.synthetic.units import unit_ids, written_units
from samsyn.extracts.synthetic.working_days import WorkingDays

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class _Region:
    """Everything about a region but its ordinary care."""

    plan: RegionPlan
    teams: tuple[Team, ...]
    units: list[str]
    with_team: int
    cast: Cast
    population: Population
    decided: Decided
    ledger: Ledger
    mixture: Mixture
    dirty: tuple[DirtyRow, ...]


def generate_region(plan: RegionPlan, folder: Path, progress: Progress | None = None) -> RegionSummary:
    """Write a region into a folder, which is made if need be; the same plan gives the same bytes.

    Besides the tables of the file contract it holds planted.csv, what is wrong with the region on purpose.
    `progress` is told the contacts written so far, and all of them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    region = _draw(plan)
    planted = truth.planted_table(_truth(region))
    _write_small_tables(region, folder)
    write_table(folder, "planted", "csv", planted)
    patients = _write_patients(region, folder)
    _write_contacts(region, folder, progress)
    return RegionSummary(
        plan.contacts,
        len(region.mixture.coded),
        patients,
        len(region.teams),
        region.with_team,
        dict(sorted(Counter(region.decided.decision).items())),
        dict(sorted(Counter(planted["kind"].to_list()).items())),
    )


def _draw(plan: RegionPlan) -> _Region:
    calendar = WorkingDays.of(plan)
    teams = draw_teams(plan)
    units, with_team = unit_ids(plan, teams)
    cast = draw_cast(plan, teams)
    timing = draw_timing(plan, cast, calendar)
    population = draw_population(plan, cast, timing, calendar)
    decided = decide(cast, timing, calendar, population)
    coded = treat(plan, cast, timing, calendar, population.treated, with_team)
    coded, dirty = add_dirty_rows(plan, coded, population.strangers)
    mixture = strew(plan, calendar, coded, population.size, written_units(units, with_team))
    ledger = keep_books(plan, cast, decided)
    return _Region(plan, teams, units, with_team, cast, population, decided, ledger, mixture, dirty)


def _truth(region: _Region) -> list[truth.Planted]:
    cast, decided, units = region.cast, region.decided, region.units
    return [
        *truth.planted_series(cast, decided),
        *truth.planted_teams(region.plan, region.teams, cast, region.mixture.coded, units),
        *truth.planted_rows(region.mixture, region.dirty),
        *truth.planted_invoices(decided, region.ledger, units),
    ]


def _write_small_tables(region: _Region, folder: Path) -> None:
    plan, cast, decided, units = region.plan, region.cast, region.decided, region.units
    tables = {
        "teams": team_table(region.teams, units),
        "roster": roster_table(plan, region.teams),
        "nrs": nrs_table(plan, cast, decided, units),
        "evidence": evidence_table(plan, cast, decided),
        "invoices": invoice_table(region.ledger, units),
    }
    for name, table in tables.items():
        write_table(folder, name, plan.format, table)


def _write_patients(region: _Region, folder: Path) -> int:
    rows = 0
    with TableFile(folder, "patients", region.plan.format, region.population.size) as file:
        for piece in patient_tables(region.plan, region.population):
            file.add(piece)
            rows += len(piece)
    return rows


def _write_contacts(region: _Region, folder: Path, progress: Progress | None) -> None:
    rows = 0
    with TableFile(folder, "contacts", region.plan.format, region.plan.contacts) as file:
        for piece in region.mixture.chunks():
            file.add(piece)
            rows += len(piece)
            if progress:
                progress(rows, region.plan.contacts)
