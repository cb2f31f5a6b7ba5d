"""The summary of a run: what was decided, why not, which teams, and how the invoices compare."""

from collections.abc import Iterator

import polars as pl
from rich.console import RenderableType

from samsyn.adjudication.wording import wording
from samsyn.cli.job import Done
from samsyn.cli.options import Language
from samsyn.cli.showing import table
from samsyn.cli.texts import kronor, number, say, word
from samsyn.findings import Decision, Force, Outcome
from samsyn.guidelines import GuidelineRegister
from samsyn.reconciliation import concerned

_MOST_ROWS = 20


def summary(done: Done, language: Language) -> Iterator[RenderableType]:
    """What a case officer wants to see first, in the order of the questions."""
    own = concerned(done.settlement.judgement, done.reading.records, done.register)
    ids = ", ".join(g.id for g in own.guidelines)
    yield f"{say('as_of', language)} {done.as_of} · {say('guidelines', language)}: {ids}\n"
    yield _decisions(done.settlement.judgement.series, language)
    yield from _reasons(done, language)
    yield from _teams(done, language)
    yield from _comparison(done, language)


def _decisions(series: pl.DataFrame, language: Language) -> RenderableType:
    kinds = list(Decision)
    counted = series.group_by("level").agg(
        *((pl.col("decision") == kind.value).sum().alias(kind.value) for kind in kinds), pl.col("amount_ore").sum()
    )
    rows = [_decision_row(row) for row in counted.sort("level").iter_rows()]
    if len(rows) > 1:
        rows.append(_decision_row((say("total", language), *counted.drop("level").sum().row(0))))
    columns = [say("level", language), *(say(kind.value, language) for kind in kinds), say("amount", language)]
    return table(say("series_by_level", language), columns, rows, numbers=range(1, 6))


def _decision_row(row: tuple[object, ...]) -> list[str]:
    level, *counts, ore = row
    return [str(level), *(number(int(str(c))) for c in counts), kronor(int(str(ore)))]


def _reasons(done: Done, language: Language) -> Iterator[RenderableType]:
    """Binding conditions that are not met or unknown, most frequent first."""
    binding = (pl.col("force") == Force.MUST.value) & pl.col("outcome").is_in(
        [Outcome.NOT_MET.value, Outcome.UNKNOWN.value]
    )
    keys = ("condition", "outcome", "clause")
    counted = done.settlement.judgement.findings.filter(binding).group_by(keys).len("series")
    rows = [
        [title(done.register, condition, language), word(outcome, language), number(count), clause]
        for condition, outcome, clause, count in counted.sort("series", *keys, descending=[True, False, False, False])
        .head(_MOST_ROWS)
        .iter_rows()
    ]
    if rows:
        columns = [say(key, language) for key in ("condition", "decision", "series", "clause")]
        yield table(say("why_not", language), [columns[0], "", *columns[2:]], rows, numbers=[2])


def title(register: GuidelineRegister, condition_id: str, language: Language) -> str:
    """What a condition is called in the language."""
    for guideline in reversed(register.guidelines):
        for condition in (*guideline.conditions, *guideline.team_conditions):
            if condition.id == condition_id:
                return wording(condition).title[language.value]
    return condition_id


def _teams(done: Done, language: Language) -> Iterator[RenderableType]:
    failed = done.settlement.team_findings.filter(pl.col("outcome") == Outcome.NOT_MET.value)
    counted = failed.group_by("year", "condition").len("teams").sort("year", "condition")
    rows = [
        [str(year), title(done.register, condition, language), number(count)]
        for year, condition, count in counted.iter_rows()
    ]
    if rows:
        columns = [say("year", language), say("condition", language), "Team"]
        yield table(say("teams", language), columns, rows, numbers=[2])


def _sum_of_known(column: str) -> pl.Expr:
    """The sum, or nothing where no amount is stated."""
    return pl.when(pl.col(column).count() > 0).then(pl.col(column).sum())


def _comparison(done: Done, language: Language) -> Iterator[RenderableType]:
    compared = done.settlement.reconciliation
    if compared is None:
        return
    years = (
        compared.rows.filter(pl.col("period").str.len_chars() == 4)
        .group_by("period", "level", "product_code")
        .agg(pl.col("invoiced", "approved").sum(), *map(_sum_of_known, ("repayment_ore", "unbilled_ore")))
        .sort("period", "level", "product_code")
    )
    rows = [
        [period, level, code, number(invoiced), number(approved), kronor(repayment), kronor(unbilled)]
        for period, level, code, invoiced, approved, repayment, unbilled in years.iter_rows()
    ]
    keys = ("year", "level", "product", "invoiced", "approved_count", "repayment", "unbilled")
    yield table(say("comparison", language), [say(k, language) for k in keys], rows, numbers=range(3, 7))
    if compared.unmatched.height:
        yield f"{say('unmatched', language)}: {number(compared.unmatched.height)}\n"
    yield say("nothing_claimed", language)
