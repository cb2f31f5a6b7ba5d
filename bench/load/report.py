"""What was measured, as a section of the document on performance."""

import re
from typing import Any, Final

from bench.report import grouped

BEGINS: Final = "## The web application under load"
LISTS: Final = "## Lists of a large region"
_TARGET_MS: Final = 100


def load_section(alone: list[dict[str, str]], together: list[dict[str, str]], asked: dict[str, Any]) -> str:
    """The section; `alone` is the same browsing by one person, for the ratio."""
    one, all_ = _sum(alone), _sum(together)
    ratio = float(all_["50%"]) / max(float(one["50%"]), 1)
    rows = sorted((row for row in together if row["Name"] != "Aggregated"), key=lambda row: -int(row["Request Count"]))
    return "\n".join(
        [
            BEGINS,
            "",
            f"{asked['users']} people, thinking 2 to 8 seconds between pages, who browse, write and answer referrals "
            f"and work with cases, for {asked['seconds']} seconds, on PostgreSQL, with {grouped(asked['patients'])} "
            f"patients and {asked['teams']} teams; server, database and people on the same machine.",
            "",
            f"**{grouped(int(all_['Request Count']))} pages, {all_['Failure Count']} errors**, "
            f"{float(all_['Requests/s']):.1f} pages a second. Median {all_['50%']} ms, p95 {all_['95%']} ms, "
            f"p99 {all_['99%']} ms; one person alone: median {one['50%']} ms, so the ratio is {ratio:.1f}.",
            "",
            "| page | times | median ms | p95 ms | p99 ms | errors |",
            "| --- | --- | --- | --- | --- | --- |",
            *(_line(row) for row in rows),
            "",
            "Written by `make load`; every patient shown is in the access log, in the transaction that read it.",
            "",
        ]
    )


def _line(row: dict[str, str]) -> str:
    figures = (row[column] for column in ("Request Count", "50%", "95%", "99%", "Failure Count"))
    return f"| {row['Type']} `{row['Name']}` | {' | '.join(figures)} |"


def lists_section(measured: dict[str, list[dict[str, Any]]], asked: dict[str, Any]) -> str:
    """The section on lists: by database, first the sizes of the unit that was asked, then a row a page."""
    (first, *_), databases = next(iter(measured.values())), list(measured)
    whole = {name: grouped(asked[name]) for name in ("letters", "cases", "visits")}
    own = {name: grouped(first[name]) for name in ("letters", "cases", "visits")}
    late = [f"{row['page']} ({name})" for name in databases for row in measured[name][1:] if row["median"] > _TARGET_MS]
    titles = "".join(f" {name}: median ms | p95 ms | processor ms | queries |" for name in databases)
    lines = zip(*(rows[1:] for rows in measured.values()), strict=True)
    return "\n".join(
        [
            LISTS,
            "",
            f"Server time of each page with {whole['letters']} referrals, {whole['cases']} cases and {whole['visits']} "
            f"visits at {first['units']} units. The unit that is asked is ten times as large as the others: "
            f"{own['letters']} referrals, {own['cases']} cases, {own['visits']} visits. {asked['calls']} calls of each "
            "page, in the process, log of reading included; processor time is Python's, and SQLite's with it. "
            f"Target: a median of at most {_TARGET_MS} ms. "
            + (f"**Not reached: {', '.join(late)}.**" if late else "**Reached by all.**"),
            "",
            f"| page |{titles}",
            f"| --- |{' --- | --- | --- | --- |' * len(databases)}",
            *(f"| {rows[0]['page']} |{''.join(map(_figures, rows))}" for rows in lines),
            "",
            "Written by `make load`.",
            "",
        ]
    )


def _figures(row: dict[str, Any]) -> str:
    return f" {row['median']:.0f} | {row['p95']:.0f} | {row['work']:.0f} | {row['queries']} |"


def written_into(document: str, section: str, *, begins: str = BEGINS) -> str:
    """The document with the section in its place: where it stood, else at the end."""
    if begins in document:
        return _standing(begins).sub(lambda _: "\n" + section, document)
    return document.rstrip("\n") + "\n\n" + section


def kept_from(document: str) -> str:
    """The sections as they stand in a document, for whoever writes the rest of it anew."""
    found = [_standing(begins).search(document) for begins in (BEGINS, LISTS)]
    return "\n".join(each.group().strip("\n") + "\n" for each in found if each)


def _standing(begins: str) -> re.Pattern[str]:
    return re.compile(rf"\n{begins}\n.*?(?=\n## |\Z)", re.DOTALL)


def _sum(rows: list[dict[str, str]]) -> dict[str, str]:
    return next(row for row in rows if row["Name"] == "Aggregated")
