"""Counts how often each outcome occurs in random regions: `python -m tests.naive_judge.tally 300 40`."""

from __future__ import annotations

import sys
from collections import Counter

from tests.naive_judge.conditions import TABLE
from tests.naive_judge.judge import judge
from tests.naive_judge.model import NaiveResult
from tests.naive_judge.random_region import random_tables

ATTESTED = ("pain-duration", "investigated", "rehab-plan", "physician-at-conference")
ALSO_UNKNOWN = ("age", "nrs-registered", "care-level", "hours", "multiprofessional")
RAISED_ONLY = ("same-year", "duplicate-completion")
TEAM_CONDITIONS = ("composition", "volume", "team-nrs-connected")


def expected() -> set[tuple[str, str]]:
    """Return every outcome the rules let each condition have, and every decision."""
    pairs = {(name, outcome) for name in TABLE for outcome in ("met", "not_met")}
    pairs -= {(name, "not_met") for name in (*RAISED_ONLY, "in-force")}
    pairs |= {(name, "attested") for name in ATTESTED}
    pairs |= {(name, "unknown") for name in (*ALSO_UNKNOWN, "in-force", "composition")}
    pairs |= {(name, outcome) for name in TEAM_CONDITIONS for outcome in ("met", "not_met")}
    pairs |= {("decision", name) for name in ("approved", "denied", "review", "open")}
    money = ("repayment", "unbilled", "even", "no price", "match", "unmatched no-guideline")
    return pairs | {("money", name) for name in (*money, "unmatched unknown-product-code")}


def count(result: NaiveResult, tally: Counter[tuple[str, str]]) -> None:
    """Add the outcomes of one region."""
    for findings in result.findings.values():
        tally.update(findings.items())
    for key, outcome in result.team_findings.items():
        tally[(key[4], outcome)] += 1
    for series in result.series.values():
        tally[("decision", series.decision)] += 1
        tally[("guideline", series.guideline or "none")] += 1
    count_money(result, tally)


def count_money(result: NaiveResult, tally: Counter[tuple[str, str]]) -> None:
    """Add what the reconciliation of one region says."""
    for (_, _, _, period), (_, _, difference, repayment, unbilled) in result.reconciliation.items():
        if len(period) == 7:
            tally[("money", "match" if difference == 0 else "month differs")] += 1
        elif repayment is None or unbilled is None:
            tally[("money", "no price")] += 1
        else:
            tally[("money", "repayment" if repayment else "unbilled" if unbilled else "even")] += 1
    for _, _, reason in result.unmatched:
        tally[("money", f"unmatched {reason}")] += 1


def tally_of(seeds: int, patients: int) -> Counter[tuple[str, str]]:
    """Return the outcomes of so many random regions."""
    tally: Counter[tuple[str, str]] = Counter()
    for seed in range(seeds):
        count(judge(random_tables(seed, patients)), tally)
    return tally


if __name__ == "__main__":
    found = tally_of(int(sys.argv[1]), int(sys.argv[2]))
    for pair in sorted({*expected(), *found}):
        sys.stdout.write(f"{pair[0]:24}{pair[1]:32}{found[pair]:8}\n")
