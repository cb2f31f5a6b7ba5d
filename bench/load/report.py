"""What was measured, as a section of the document on performance."""

import re
from typing import Any, Final

from bench.report import grouped

BEGINS: Final = "## The web application under load"
_SECTION = re.compile(rf"\n{BEGINS}\n.*?(?=\n## |\Z)", re.DOTALL)


def load_section(alone: list[dict[str, str]], together: list[dict[str, str]], asked: dict[str, Any]) -> str:
    """The section; `alone` is the same browsing by one person, for the ratio."""
    one, all_ = _sum(alone), _sum(together)
    ratio = float(all_["50%"]) / max(float(one["50%"]), 1)
    rows = sorted((row for row in together if row["Name"] != "Aggregated"), key=lambda row: -int(row["Request Count"]))
    return "\n".join(
        [
            BEGINS,
            "",
            f"{asked['users']} people, thinking 2 to 8 seconds between pages, for {asked['seconds']} seconds, on "
            f"PostgreSQL, with {grouped(asked['patients'])} patients and {asked['teams']} teams; server, database and "
            "people on the same machine.",
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


def written_into(document: str, section: str) -> str:
    """The document with the section in its place: where it stood, else at the end."""
    if BEGINS in document:
        return _SECTION.sub(lambda _: "\n" + section, document)
    return document.rstrip("\n") + "\n\n" + section


def kept_from(document: str) -> str:
    """The section as it stands in a document, for whoever writes the rest of it anew."""
    found = _SECTION.search(document)
    return found.group().strip("\n") + "\n" if found else ""


def _sum(rows: list[dict[str, str]]) -> dict[str, str]:
    return next(row for row in rows if row["Name"] == "Aggregated")
