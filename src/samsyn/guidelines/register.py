"""The guidelines that are in force together, and which of them answers on a day."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Self

from samsyn.guidelines.errors import (
    ConflictingCodes,
    ConflictingLevels,
    DuplicateId,
    Overlap,
    UndeclaredGap,
    UnknownGuideline,
)
from samsyn.guidelines.loader import load_guideline, parse_guideline
from samsyn.guidelines.model import Guideline, Role
from samsyn.kernel import Period

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class GuidelineRegister:
    """Guidelines in order of programme and first day. No day of a programme has two answers."""

    guidelines: tuple[Guideline, ...]

    @classmethod
    def of(cls, guidelines: Iterable[Guideline]) -> Self:
        """The register, verified: ids once, no overlap, no silent gap, one programme a level, one meaning a code."""
        ordered = tuple(sorted(guidelines, key=lambda g: (g.programme, g.period)))
        _check_ids(ordered)
        _check_time(ordered)
        _check_levels(ordered)
        _check_codes(ordered)
        return cls(ordered)

    def in_force(self, level: str, day: date) -> Guideline | None:
        """The guideline that answers for the level on the day, or None where none does."""
        return next((g for g in self.guidelines if day in g.period and level in g.levels), None)

    def touching(self, period: Period) -> tuple[Guideline, ...]:
        """The guidelines in force on some day of the period, earliest first."""
        found = (g for g in self.guidelines if g.period.overlap(period))
        return tuple(sorted(found, key=lambda g: g.period))

    def get(self, guideline_id: str) -> Guideline:
        """The guideline with that id; UnknownGuideline names those there are."""
        for guideline in self.guidelines:
            if guideline.id == guideline_id:
                return guideline
        known = ", ".join(g.id for g in self.guidelines)
        raise UnknownGuideline(f"There is no guideline “{guideline_id}”. There are: {known}.")

    def named(self, ids: Iterable[str]) -> tuple[Guideline, ...]:
        """The guidelines with those ids, in the register's order; an id of none is passed over."""
        wanted = set(ids)
        return tuple(guideline for guideline in self.guidelines if guideline.id in wanted)

    def concerning(self, levels: Iterable[str]) -> "GuidelineRegister":
        """The programmes that have any of the levels, with all their guidelines; all of them where none has."""
        wanted = set(levels)
        programmes = {g.programme for g in self.guidelines if not wanted.isdisjoint(g.levels)}
        return GuidelineRegister(tuple(g for g in self.guidelines if g.programme in programmes)) if programmes else self

    @property
    def levels(self) -> tuple[str, ...]:
        """Every level of every guideline, in order."""
        return tuple(sorted({level for g in self.guidelines for level in g.levels}))

    def codes(self, role: Role, level: str = "") -> tuple[str, ...]:
        """The codes with that role at that level in any guideline that has the level; of all, where none is named."""
        asked = (g for g in self.guidelines if not level or level in g.levels)
        return tuple(sorted({code for guideline in asked for code in guideline.codes_for(role, level)}))

    @property
    def all_codes(self) -> frozenset[str]:
        """Every code that makes a contact coded."""
        return frozenset(c.code.text for g in self.guidelines for c in g.codes)

    def with_draft(self, draft: Guideline) -> "GuidelineRegister":
        """The register as if the draft were decided: on its days it answers instead of the others."""
        kept = [part for g in self.guidelines for part in _outside(g, draft)]
        return GuidelineRegister.of([*kept, draft])


def _outside(guideline: Guideline, draft: Guideline) -> list[Guideline]:
    """The guideline on the days that the draft leaves to it (two parts where the draft falls within)."""
    if guideline.programme != draft.programme or not guideline.period.overlap(draft.period):
        return [guideline]
    parts = []
    if guideline.period.first < draft.period.first:
        parts.append(Period(guideline.period.first, draft.period.first - _DAY))
    if draft.period.last < guideline.period.last:
        parts.append(Period(draft.period.last + _DAY, guideline.period.last))
    suffixes = ("", "+later") if len(parts) > 1 or guideline.id == draft.id else ("",)
    return [
        replace(guideline, period=part, id=guideline.id + suffix) for part, suffix in zip(parts, suffixes, strict=False)
    ]


def _check_ids(guidelines: tuple[Guideline, ...]) -> None:
    seen: set[str] = set()
    for guideline in guidelines:
        if guideline.id in seen:
            raise DuplicateId(f"Two guidelines are called “{guideline.id}”. Give one of them another id.")
        seen.add(guideline.id)


def _check_time(guidelines: tuple[Guideline, ...]) -> None:
    for earlier, later in pairwise(guidelines):
        if earlier.programme != later.programme:
            continue
        if later.period.first <= earlier.period.last:
            raise Overlap(
                f"{earlier.id} ({earlier.period}) and {later.id} ({later.period}) cover the same days. "
                f"End the one before the other begins."
            )
        if later.period.first != earlier.period.last + _DAY and not later.gap_before:
            raise UndeclaredGap(
                f"No guideline covers {earlier.period.last + _DAY}–{later.period.first - _DAY}, "
                f"between {earlier.id} and {later.id}. Change the days, or say why in {later.id} as gap_before."
            )


def _check_levels(guidelines: tuple[Guideline, ...]) -> None:
    programme: dict[str, Guideline] = {}
    for guideline in guidelines:
        for level in guideline.levels:
            first = programme.setdefault(level, guideline)
            if first.programme != guideline.programme:
                raise ConflictingLevels(
                    f"{level} is a level of {first.programme} in {first.id} and of {guideline.programme} in "
                    f"{guideline.id}. A level belongs to one programme; rename it in one of the files."
                )


def _check_codes(guidelines: tuple[Guideline, ...]) -> None:
    meaning: dict[str, tuple[Role, str, str]] = {}
    for guideline in guidelines:
        for code in guideline.codes:
            role, level, where = meaning.setdefault(code.code.text, (code.role, code.level, guideline.id))
            if (role, level) != (code.role, code.level):
                raise ConflictingCodes(
                    f"{code.code} is “{role} {level}” in {where} and “{code.role} {code.level}” in {guideline.id}. "
                    f"A code has one meaning; correct one of the files."
                )


@cache
def packaged_guidelines() -> tuple[Guideline, ...]:
    """The guidelines that come with the program."""
    folder = resources.files("samsyn.guidelines") / "data"
    files = [file for region in folder.iterdir() if region.is_dir() for file in region.iterdir()]
    return tuple(
        parse_guideline(file.read_bytes(), file.name)
        for file in sorted(files, key=lambda f: f.name)
        if file.name.endswith(".toml")
    )


def load_register(folder: Path | None = None) -> GuidelineRegister:
    """The packaged guidelines and an operator's own: an own file with the id of a packaged one replaces it.

    Drafts in the folder are not in force and are left out; `drafts_in` names them.
    """
    own = [guideline for guideline in _in_folder(folder) if not guideline.draft]
    replaced = {guideline.id for guideline in own}
    return GuidelineRegister.of([*(g for g in packaged_guidelines() if g.id not in replaced), *own])


def drafts_in(folder: Path | None) -> tuple[str, ...]:
    """The ids of the drafts in the folder: decided by nobody yet, so not in force."""
    return tuple(guideline.id for guideline in _in_folder(folder) if guideline.draft)


def _in_folder(folder: Path | None) -> list[Guideline]:
    return [load_guideline(path) for path in sorted(folder.glob("*.toml"))] if folder else []
