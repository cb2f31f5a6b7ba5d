"""Which column of a file is which column of the contract."""

import unicodedata
from dataclasses import dataclass
from typing import Final

from samsyn.extracts.errors import RefusedExtract

ALIASES: Final[dict[str, tuple[str, ...]]] = {
    "patient_id": ("personnr", "pnr", "personnummer", "patientid"),
    "contact_id": ("kontakt_id", "kontaktid", "contactid"),
    "unit": ("enhet",),
    "date": ("datum",),
    "diagnoses": ("diagnoser",),
    "procedures": ("åtgärder", "atgarder"),
    "profession": ("yrke",),
    "minutes": ("minuter",),
}


@dataclass(frozen=True)
class Columns:
    """What a table's columns are: those that must be there and those that may."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.required, *self.optional)


@dataclass(frozen=True)
class Header:
    """Contract column -> its position in the file; which went by another name, and which are unknown."""

    positions: dict[str, int]
    aliases: tuple[str, ...]
    extra: tuple[str, ...]


def match_header(cells: list[str], columns: Columns, name: str) -> Header:
    """Find the contract's columns. Raises RefusedExtract where one is missing or there twice."""
    plain = [unicodedata.normalize("NFC", cell).strip() for cell in cells]
    _refuse_twins([cell for cell in plain if cell], name)
    positions: dict[str, int] = {}
    aliases = []
    for column in columns.names:
        places = [i for i, cell in enumerate(plain) if cell == column] or _by_alias(plain, column, columns)
        if len(places) > 1:
            _refuse_twice([plain[i] for i in places], name)
        if places:
            positions[column] = places[0]
        if places and cells[places[0]] != column:
            aliases.append(f"{cells[places[0]]} -> {column}")
    _require(columns, positions, name)
    extra = tuple(cell for i, cell in enumerate(plain) if cell and i not in positions.values())
    return Header(positions, tuple(aliases), extra)


def known_names(cells: list[str], columns: Columns) -> int:
    """How many of the cells name a column of the table."""
    names = {cell.strip().lower() for cell in cells}
    return sum(bool(names & {column, *ALIASES.get(column, ())}) for column in columns.names)


def _by_alias(plain: list[str], column: str, columns: Columns) -> list[int]:
    names = (column, *ALIASES.get(column, ()))
    return [i for i, cell in enumerate(plain) if cell.lower() in names and cell not in columns.names]


def _refuse_twins(plain: list[str], name: str) -> None:
    twins = sorted({cell for cell in plain if plain.count(cell) > 1})
    if twins:
        _refuse_twice(twins, name)


def _refuse_twice(twins: list[str], name: str) -> None:
    told = ", ".join(f"“{twin}”" for twin in twins)
    raise RefusedExtract("HEADER_DUP", f"{name}, rad 1: samma kolumn finns två gånger ({told}). Ta bort den ena.")


def _require(columns: Columns, positions: dict[str, int], name: str) -> None:
    missing = [column for column in columns.required if column not in positions]
    if missing:
        told = ", ".join(missing)
        raise RefusedExtract(
            "HEADER", f"{name}, rad 1: kolumner saknas: {told}. Rubrikraden måste ha namnen i utdragets beskrivning."
        )
