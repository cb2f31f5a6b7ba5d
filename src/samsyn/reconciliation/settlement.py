"""Everything that follows from the records of a region: decisions, team findings, payments and the comparison."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from samsyn.adjudication import Judgement, judge, judge_teams
from samsyn.billing import payments
from samsyn.guidelines import GuidelineRegister
from samsyn.reconciliation.matching import Reconciliation, reconcile
from samsyn.records import Records


@dataclass(frozen=True)
class Settlement:
    """What was decided, what is to be paid for it, and how that compares with the invoices (None: not compared)."""

    judgement: Judgement
    team_findings: pl.DataFrame
    payments: pl.DataFrame
    reconciliation: Reconciliation | None


def settle(records: Records, register: GuidelineRegister, as_of: date) -> Settlement:
    """Judge every series and team; compare with the invoices where there are any."""
    return settle_judged(judge(records, register, as_of), records, register, as_of)


def settle_judged(judgement: Judgement, records: Records, register: GuidelineRegister, as_of: date) -> Settlement:
    """What follows from series that are judged already; of the contacts, only teams and the days matter here."""
    paid = payments(judgement.series, register)
    own = concerned(judgement, records, register)
    compared = None if records.invoices is None else reconcile(records.invoices, paid, own)
    return Settlement(judgement, judge_teams(records, register, as_of), paid, compared)


def concerned(judgement: Judgement, records: Records, register: GuidelineRegister) -> GuidelineRegister:
    """The guidelines of the programmes that the records have teams or series of: another region's say nothing here."""
    return register.concerning({*records.teams["level"], *judgement.series["level"]})
