"""The independent judge: plain Python written from the rules alone, used only to test the real one."""

from tests.naive_judge.judge import judge
from tests.naive_judge.loading import load
from tests.naive_judge.model import (
    Contact,
    Evidence,
    InvoiceLine,
    NaiveResult,
    NaiveSeries,
    Nrs,
    Patient,
    RosterRow,
    Tables,
    Team,
)
from tests.naive_judge.random_region import random_tables, write_tables

__all__ = [
    "Contact",
    "Evidence",
    "InvoiceLine",
    "NaiveResult",
    "NaiveSeries",
    "Nrs",
    "Patient",
    "RosterRow",
    "Tables",
    "Team",
    "judge",
    "load",
    "random_tables",
    "write_tables",
]
