"""One example through the real judge and through the naive one, both answers in the words of the tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from samsyn.adjudication import Judgement, judge, judge_teams
from samsyn.guidelines import GuidelineRegister, load_register
from samsyn.reconciliation import Settlement, settle
from tests import naive_judge
from tests.equivalence.bridge import records
from tests.naive_judge import NaiveResult
from tests.spec.bases import PATIENT
from tests.spec.model import ABSENT, Base, Case, Example, case_of


@cache
def register() -> GuidelineRegister:
    """The packaged guidelines."""
    return load_register()


def really_judged(case: Case) -> Judgement:
    """What the program says of the series."""
    return judge(records(case.tables), register(), case.as_of)


def really_settled(case: Case) -> Settlement:
    """What the program says of series, teams and money."""
    return settle(records(case.tables), register(), case.as_of)


def naively_judged(case: Case) -> NaiveResult:
    """What the judge written from the rules alone says of everything."""
    return naive_judge.judge(case.tables, case.as_of)


@dataclass(frozen=True)
class Told:
    """What a judge says of one series: its decision, its guideline ("" for none), and its findings in order."""

    decision: str
    guideline: str
    findings: dict[str, str]
    observed: dict[str, str]
    """By condition; the naive judge says nothing of it."""

    def outcome(self, condition: str) -> str:
        """The outcome of the condition, or that it is not given."""
        return self.findings.get(condition, ABSENT)

    def having(self, outcome: str) -> set[str]:
        """The conditions with that outcome."""
        return {condition for condition, given in self.findings.items() if given == outcome}


def series_told(base: Base, example: Example, series_id: str = "") -> tuple[Told, Told]:
    """The program's answer and the naive judge's, on the named series or the patient's last at the base's level."""
    case = case_of(base, example)
    judgement, naive = really_judged(case), naively_judged(case)
    chosen = (
        series_id
        or max(
            (one.start, one.series_id)
            for one in naive.series.values()
            if (one.patient_id, one.level) == (PATIENT, base.level)
        )[1]
    )
    own = naive.series[chosen]
    return _really(judgement, chosen), Told(own.decision, own.guideline, naive.findings.get(chosen, {}), {})


def _really(judgement: Judgement, series_id: str) -> Told:
    [series] = judgement.series.filter(judgement.series["series_id"] == series_id).to_dicts()
    findings = judgement.findings.filter(judgement.findings["series_id"] == series_id).to_dicts()
    return Told(
        series["decision"],
        series["guideline"],
        {finding["condition"]: finding["outcome"] for finding in findings},
        {finding["condition"]: finding["observed"] for finding in findings},
    )


def team_told(base: Base, example: Example, condition: str, year: int) -> tuple[str, str]:
    """The program's answer and the naive judge's on the team of the base case."""
    case = case_of(base, example)
    key = ("T1", "A", base.level, year, condition)
    table = judge_teams(records(case.tables), register(), case.as_of)
    rows = table.select("team_id", "unit", "level", "year", "condition", "outcome").iter_rows()
    real = {row[:5]: str(row[5]) for row in rows}
    return real.get(key, ABSENT), naively_judged(case).team_findings.get(key, ABSENT)
