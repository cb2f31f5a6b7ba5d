"""From a guideline file (TOML) to a `Guideline`, refusing everything that is not understood."""

import hashlib
import tomllib
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final

from samsyn.codes import ICD10Code, ProcedureCode, ProgrammeCode
from samsyn.findings import Evidence, Force
from samsyn.guidelines.block import Block
from samsyn.guidelines.consistency import check_complete
from samsyn.guidelines.errors import UnreadableGuideline
from samsyn.guidelines.model import (
    ASKED,
    Amount,
    Condition,
    FollowUpTerms,
    Ground,
    Guideline,
    GuidelineCode,
    InvoiceTerms,
    ListedDiagnosis,
    NotificationTerms,
    NrsModules,
    Role,
    Supplement,
)
from samsyn.guidelines.parameters import REFERRAL_CHECKS, SERIES_CHECKS, TEAM_CHECKS, build_check
from samsyn.guidelines.reading import Sources, choice, label, parsed, period
from samsyn.guidelines.way_reading import clock, criterion, wind_down
from samsyn.kernel import Money


class System(StrEnum):
    """Which code system a guideline code is of."""

    KVA = "kva"
    PROGRAMME = "programme"


_SYSTEMS: Final[dict[System, Callable[[str], ProcedureCode | ProgrammeCode]]] = {
    System.KVA: ProcedureCode.parse,
    System.PROGRAMME: ProgrammeCode.parse,
}


def load_guideline(path: Path) -> Guideline:
    """The guideline in the file; BadGuideline says what is wrong, where, and what to do."""
    content = path.read_bytes()
    return parse_guideline(content, path.name)


def parse_guideline(content: bytes, file: str) -> Guideline:
    """The guideline that the bytes hold. `file` is its name in error texts."""
    try:
        values = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnreadableGuideline(file, "the file", f"it is not readable TOML: {error}.", "Correct it.") from error
    guideline = _Parser(Block(file, "the file", values)).guideline(content)
    check_complete(guideline, file)
    return guideline


class _Parser:
    """Reads one file."""

    def __init__(self, file: Block) -> None:
        self._file = file
        self._sources = Sources(file.table("sources"))

    def guideline(self, content: bytes) -> Guideline:
        file, head = self._file, self._file.table("decision")
        guideline = Guideline(
            id=head.take("id", str),
            programme=head.take("programme", str),
            title=label(head, "title_"),
            reference=head.take("reference", str),
            period=period(head),
            replaces=head.take("replaces", str, ""),
            draft=head.take("draft", bool, False),
            gap_before=head.take("gap_before", str, ""),
            levels=tuple(head.take("levels", list)),
            codes=tuple(self._code(block) for block in file.tables("code")),
            diagnoses=self._diagnoses(),
            conditions=tuple(self._condition(b, SERIES_CHECKS) for b in file.tables("condition")),
            team_conditions=tuple(self._condition(b, TEAM_CHECKS) for b in file.tables("team_condition")),
            amounts=tuple(self._amount(block) for block in file.tables("amount")),
            nrs=self._nrs() if file.has("nrs") else None,
            invoice=self._invoice() if file.has("invoice") else None,
            follow_up=self._follow_up() if file.has("follow_up") else None,
            notification=self._notification() if file.has("notification") else None,
            supplements=tuple(self._supplement(block) for block in file.tables("supplement")),
            referral_conditions=tuple(self._condition(b, REFERRAL_CHECKS) for b in file.tables("referral_condition")),
            clocks=tuple(clock(block, self._sources) for block in file.tables("clock")),
            criteria=tuple(criterion(block, self._sources) for block in file.tables("criterion")),
            wind_down=wind_down(file.table("wind_down"), self._sources) if file.has("wind_down") else None,
            sha256=hashlib.sha256(content).hexdigest(),
            toml=content.decode("utf-8"),
        )
        for block in (head, file):
            block.done()
        return guideline

    def _code(self, block: Block) -> GuidelineCode:
        code = GuidelineCode(
            parsed(block, _SYSTEMS[choice(block, "system", System, System.KVA)], block.take("code", str)),
            choice(block, "role", Role),
            block.take("level", str, ""),
            label(block),
            self._sources.cited(block),
        )
        block.done()
        return code

    def _diagnoses(self) -> tuple[ListedDiagnosis, ...]:
        if not self._file.has("diagnoses"):
            return ()
        block = self._file.table("diagnoses")
        self._sources.cited(block)
        listed = []
        for entry in block.tables("listed"):
            listed.append(ListedDiagnosis(parsed(entry, ICD10Code.parse, entry.take("code", str)), label(entry)))
            entry.done()
        block.done()
        return tuple(listed)

    def _condition(self, block: Block, known: dict[str, type]) -> Condition:
        condition = Condition(
            block.take("id", str),
            build_check(block, known),
            choice(block, "force", Force),
            choice(block, "evidence", Evidence, Evidence.REGISTER),
            self._sources.cited(block),
        )
        block.done()
        return condition

    def _amount(self, block: Block) -> Amount:
        ground = choice(block, "ground", Ground)
        stated = ground is not Ground.NOT_STATED
        amount = Amount(
            block.take("level", str),
            Money.kronor(block.take("kronor", int)) if stated else None,
            ground,
            block.take("product_code", str, "").strip().upper(),
            self._sources.cited(block),
        )
        block.done()
        return amount

    def _nrs(self) -> NrsModules:
        block = self._file.table("nrs")
        decided_by = block.take("decided_by", str)
        if decided_by not in ("care_level", "level"):
            raise block.wrong(f"“decided_by” is “{decided_by}”", "Choose one of: care_level, level.")
        modules = NrsModules(
            "care_level" if decided_by == "care_level" else "level",
            block.take("modules", dict),
            self._sources.cited(block),
        )
        block.done()
        return modules

    def _invoice(self) -> InvoiceTerms:
        block = self._file.table("invoice")
        terms = InvoiceTerms(
            block.take("addressee", str),
            tuple(block.take("address", list, [])),
            block.take("internal_customer_number", str, ""),
            block.take("buyer_reference", str, ""),
            block.take("interval", str),
            self._sources.cited(block),
        )
        block.done()
        return terms

    def _follow_up(self) -> FollowUpTerms:
        block = self._file.table("follow_up")
        terms = FollowUpTerms(period(block), block.take("due", date), self._sources.cited(block))
        block.done()
        return terms

    def _notification(self) -> NotificationTerms:
        block = self._file.table("notification")
        asks = block.take("asks", list)
        for asked in asks:
            if asked not in ASKED:
                raise block.wrong(f"“asks” holds {asked!r}", f"Choose among: {', '.join(ASKED)}.")
        terms = NotificationTerms(tuple(asks), self._sources.cited(block))
        block.done()
        return terms

    def _supplement(self, block: Block) -> Supplement:
        supplement = Supplement(
            block.take("id", str),
            Money.kronor(block.take("kronor", int)),
            block.take("once_per", str),
            block.take("paid_with", str),
            block.take("nrs_module", str, ""),
            self._sources.cited(block),
        )
        block.done()
        return supplement
