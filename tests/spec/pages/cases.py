"""The base cases as a reader needs them: what is registered in each."""

from __future__ import annotations

from collections.abc import Iterator

from tests.docs.pages import table
from tests.naive_judge import Contact, Nrs, RosterRow, Team
from tests.spec.bases import BASES
from tests.spec.model import Base, Language
from tests.spec.pages import texts
from tests.spec.words import word


def cases_page(language: Language) -> Iterator[str]:
    """Every base case under a heading of its own."""
    yield texts.CASES_TEXT.told(language) + "\n"
    for base in BASES:
        yield f"### {base.title.told(language)}\n"
        if base.case.tables.contacts:
            yield _contacts(base, language)
        yield "\n".join(f"- {line}" for line in _registers(base, language)) + "\n"


def _contacts(base: Base, language: Language) -> str:
    heads = (texts.DAY, texts.CODE_COLUMN, texts.PROFESSION, texts.MINUTES)
    return table([head.told(language) for head in heads], [_contact(c, language) for c in base.case.tables.contacts])


def _contact(contact: Contact, language: Language) -> list[str]:
    profession = word(contact.profession, language) if contact.profession else "–"
    minutes = "–" if contact.minutes is None else str(contact.minutes)
    return [contact.date.isoformat(), " + ".join(contact.procedures), profession, minutes]


def _registers(base: Base, language: Language) -> Iterator[str]:
    tables = base.case.tables
    yield from (_team(team, language) for team in tables.teams)
    yield from (_registration(row, language) for row in tables.nrs or ())
    if tables.roster:
        people = ", ".join(_person(row, language) for row in tables.roster)
        yield texts.ROSTER_LINE.told(language).format(since=tables.roster[0].first_day, people=people)


def _team(team: Team, language: Language) -> str:
    return (
        texts.TEAM_LINE.told(language)
        .format(
            id=team.team_id,
            level=team.level,
            care=word(team.care_level, language),
            since=team.accredited_from,
            module=word(f"module {team.nrs_module}", language),
            joined=team.nrs_connected_from or "",
        )
        .rstrip()
    )


def _registration(row: Nrs, language: Language) -> str:
    said = texts.NRS_LINE.told(language)
    return said.format(module=word(f"module {row.module}", language), unit=row.unit, day=row.date)


def _person(row: RosterRow, language: Language) -> str:
    held = ", ".join(word(competence, language) for competence in row.competences)
    return word(row.profession, language) + (f" ({held})" if held else "")
