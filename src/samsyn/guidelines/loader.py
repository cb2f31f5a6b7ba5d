"""From a guideline file (TOML) to a `Guideline`, refusing everything that is not understood."""

import hashlib
import tomllib
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from samsyn.codes import ICD10Code, ProcedureCode
from samsyn.findings import Citation, Evidence, Force
from samsyn.guidelines.block import Block
from samsyn.guidelines.consistency import check_complete
from samsyn.guidelines.errors import Uncited, UnreadableGuideline
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
from samsyn.guidelines.parameters import SERIES_CHECKS, TEAM_CHECKS, build_check
from samsyn.kernel import Money, Period

_LANGUAGES = ("sv", "en")
_Choice = TypeVar("_Choice", bound=StrEnum)
_Code = TypeVar("_Code", ICD10Code, ProcedureCode)


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
    """Reads one file; holds the documents that its citations name."""

    def __init__(self, file: Block) -> None:
        self._file = file
        sources = file.table("sources")
        self._references = {
            name: Block(sources.file, f"[sources.{name}]", value) for name, value in sources.rest().items()
        }
        self._reference = {name: block.take("reference", str) for name, block in self._references.items()}

    def guideline(self, content: bytes) -> Guideline:
        file, head = self._file, self._file.table("decision")
        guideline = Guideline(
            id=head.take("id", str),
            programme=head.take("programme", str),
            title=_label(head, "title_"),
            reference=head.take("reference", str),
            period=_period(head),
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
            sha256=hashlib.sha256(content).hexdigest(),
            toml=content.decode("utf-8"),
        )
        for block in (head, file):
            block.done()
        return guideline

    def _citation(self, block: Block) -> Citation:
        source = block.take("source", str, "guideline")
        if source not in self._reference:
            raise block.wrong(f"the source “{source}” is not listed", "Add it under [sources].")
        section, quote = block.take("section", str, " "), block.take("quote", str, " ")
        if not section.strip() or not quote.strip():
            raise Uncited(
                block.file,
                block.place,
                "it does not say where it is stated.",
                "Add section = … and a few quoted words as quote = ….",
            )
        return Citation(self._reference[source], section, quote, _reading(block))

    def _code(self, block: Block) -> GuidelineCode:
        code = GuidelineCode(
            _parsed(block, ProcedureCode.parse, block.take("code", str)),
            _choice(block, "role", Role),
            block.take("level", str, ""),
            _label(block),
            self._citation(block),
        )
        block.done()
        return code

    def _diagnoses(self) -> tuple[ListedDiagnosis, ...]:
        if not self._file.has("diagnoses"):
            return ()
        block = self._file.table("diagnoses")
        self._citation(block)
        listed = []
        for entry in block.tables("listed"):
            listed.append(ListedDiagnosis(_parsed(entry, ICD10Code.parse, entry.take("code", str)), _label(entry)))
            entry.done()
        block.done()
        return tuple(listed)

    def _condition(self, block: Block, known: dict[str, type]) -> Condition:
        condition = Condition(
            block.take("id", str),
            build_check(block, known),
            _choice(block, "force", Force),
            _choice(block, "evidence", Evidence, Evidence.REGISTER),
            self._citation(block),
        )
        block.done()
        return condition

    def _amount(self, block: Block) -> Amount:
        ground = _choice(block, "ground", Ground)
        stated = ground is not Ground.NOT_STATED
        amount = Amount(
            block.take("level", str),
            Money.kronor(block.take("kronor", int)) if stated else None,
            ground,
            block.take("product_code", str, "").strip().upper(),
            self._citation(block),
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
            self._citation(block),
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
            self._citation(block),
        )
        block.done()
        return terms

    def _follow_up(self) -> FollowUpTerms:
        block = self._file.table("follow_up")
        terms = FollowUpTerms(_period(block), block.take("due", date), self._citation(block))
        block.done()
        return terms

    def _notification(self) -> NotificationTerms:
        block = self._file.table("notification")
        asks = block.take("asks", list)
        for asked in asks:
            if asked not in ASKED:
                raise block.wrong(f"“asks” holds {asked!r}", f"Choose among: {', '.join(ASKED)}.")
        terms = NotificationTerms(tuple(asks), self._citation(block))
        block.done()
        return terms

    def _supplement(self, block: Block) -> Supplement:
        supplement = Supplement(
            block.take("id", str),
            Money.kronor(block.take("kronor", int)),
            block.take("once_per", str),
            block.take("paid_with", str),
            block.take("nrs_module", str, ""),
            self._citation(block),
        )
        block.done()
        return supplement


def _reading(block: Block) -> dict[str, str]:
    """Our interpretation, in every language or in none."""
    if not any(block.has(f"reading_{language}") for language in _LANGUAGES):
        return {}
    return {language: block.take(f"reading_{language}", str) for language in _LANGUAGES}


def _label(block: Block, prefix: str = "") -> dict[str, str]:
    return {language: block.take(f"{prefix}{language}", str) for language in _LANGUAGES}


def _period(block: Block) -> Period:
    first, last = block.take("first_day", date), block.take("last_day", date)
    if last < first:
        raise block.wrong(f"the period ends on {last}, before its first day {first}", "Swap or correct the days.")
    return Period(first, last)


def _choice(block: Block, key: str, kind: type[_Choice], default: _Choice | None = None) -> _Choice:
    written = block.take(key, str, None if default is None else default.value)
    try:
        return kind(written)
    except ValueError as error:
        raise block.wrong(f"“{key}” is “{written}”", f"Choose one of: {', '.join(kind)}.") from error


def _parsed(block: Block, parse: Callable[[str], _Code], written: str) -> _Code:
    try:
        return parse(written)
    except ValueError as error:
        raise block.wrong(str(error).rstrip("."), "Correct the code.") from error
