"""Every table, by what its rows expect."""

from tests.spec.model import BuildingRow, DecisionRow, PaymentRow, ReconciliationRow, SeriesRow, Table, TeamRow
from tests.spec.tables import (
    accreditation,
    building,
    certified,
    composition,
    deciding,
    diagnoses,
    gap,
    in_force,
    information,
    paid,
    patient,
    reconciled,
    registration,
    registry,
    skane,
    team_year,
    treatment,
)

SERIES: tuple[Table[SeriesRow], ...] = (
    *in_force.TABLES,
    *patient.TABLES,
    *diagnoses.TABLES,
    *registration.TABLES,
    *certified.TABLES,
    *accreditation.TABLES,
    *registry.TABLES,
    *gap.TABLES,
    *treatment.TABLES,
    *information.TABLES,
    *skane.SERIES,
)
DECISIONS: tuple[Table[DecisionRow], ...] = deciding.TABLES
BUILDING: tuple[Table[BuildingRow], ...] = building.TABLES
TEAMS: tuple[Table[TeamRow], ...] = (*composition.TABLES, *team_year.TABLES, *skane.TEAMS)
PAYMENTS: tuple[Table[PaymentRow], ...] = paid.TABLES
RECONCILIATIONS: tuple[Table[ReconciliationRow], ...] = reconciled.TABLES
