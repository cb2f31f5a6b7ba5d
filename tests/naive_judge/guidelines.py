"""The three guidelines of VGR and the one of Skåne as constants (rules §3, §4, §5, §6)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

LEVELS = ("MMR1", "MMR2")
MMS = "MMS"
EVERY_LEVEL = (*LEVELS, MMS)
ONGOING = {"MMR1": "UV110", "MMR2": "UV115", MMS: "MMSVISIT"}
COMPLETION = {"MMR1": "UV114", "MMR2": "UV116", MMS: "MMSFINISH"}
ASSESSMENT = "UV118"
ASSESSMENTS = {"MMR1": ASSESSMENT, "MMR2": ASSESSMENT, MMS: "MMSASSESS"}
COORDINATION = frozenset({"GC001", "ZV506", "ZV502"})
CARE_LEVEL = {"MMR1": "primary", "MMR2": "hospital"}
MODULE_OF_CARE_LEVEL = {"primary": "primary", "hospital": "specialist"}
MODULE_OF_LEVEL = {"MMR1": "primary", "MMR2": "specialist"}
HOURS = {"MMR1": (32, 48), "MMR2": (75, 100)}
DIAGNOSES = (
    "F454",
    "M530",
    "M531",
    "M542",
    "M544",
    "M545",
    "M546",
    "M549",
    "M751",
    "M759",
    "M779",
    "M791",
    "M797",
    "R522A",
    "R522C",
    "R529",
    "S134",
    "T918",
)


@dataclass(frozen=True)
class Guideline:
    """One guideline: its days, its money, and how far its conditions are known."""

    id: str
    first_day: dt.date
    last_day: dt.date
    amounts: dict[str, int | None]
    product_codes: dict[str, str | None]
    amount_stated: dict[str, bool]
    nrs_module_by: str
    all_conditions: bool

    def module_needed(self, level: str, care_level: str) -> str:
        """Return the NRS module a team needs: rules §4 nrs-connected."""
        if self.nrs_module_by == "level":
            return MODULE_OF_LEVEL[level]
        return MODULE_OF_CARE_LEVEL[care_level]

    def product_code(self, level: str) -> str:
        """Return the level's product code, or the level's own name where none is stated."""
        return self.product_codes[level] or level


REHABGARANTI_2015 = Guideline(
    id="vgr-rehabgaranti-2015",
    first_day=dt.date(2015, 1, 1),
    last_day=dt.date(2017, 12, 31),
    amounts={"MMR1": None, "MMR2": None},
    product_codes={"MMR1": None, "MMR2": None},
    amount_stated={"MMR1": False, "MMR2": False},
    nrs_module_by="level",
    all_conditions=False,
)
MMR_2018 = Guideline(
    id="vgr-mmr-2018",
    first_day=dt.date(2018, 1, 1),
    last_day=dt.date(2018, 12, 31),
    amounts={"MMR1": 35_000, "MMR2": 55_000},
    product_codes={"MMR1": None, "MMR2": None},
    amount_stated={"MMR1": True, "MMR2": True},
    nrs_module_by="level",
    all_conditions=True,
)
MMR_2019 = Guideline(
    id="vgr-mmr-2019",
    first_day=dt.date(2019, 1, 1),
    last_day=dt.date(2019, 12, 31),
    amounts={"MMR1": 35_000, "MMR2": 55_000},
    product_codes={"MMR1": None, "MMR2": "90158"},
    amount_stated={"MMR1": False, "MMR2": True},
    nrs_module_by="care_level",
    all_conditions=True,
)
SKANE_MMS = Guideline(
    id="skane-mms",
    first_day=dt.date(2009, 1, 1),
    last_day=dt.date(2018, 12, 31),
    amounts={MMS: None},
    product_codes={MMS: None},
    amount_stated={MMS: False},
    nrs_module_by="",
    all_conditions=True,
)
GUIDELINES = (REHABGARANTI_2015, MMR_2018, MMR_2019, SKANE_MMS)


def guideline_on(day: dt.date, level: str = "MMR1") -> Guideline | None:
    """Return the guideline in force for the level on a day, if any (rules §3, last paragraph)."""
    for guideline in GUIDELINES:
        if guideline.first_day <= day <= guideline.last_day and level in guideline.amounts:
            return guideline
    return None


def guideline_of(level: str, start: dt.date, closing: dt.date) -> Guideline | None:
    """Return the guideline of a series: the one in force when it closes, or the one it was begun under (rules §6)."""
    found = guideline_on(closing, level)
    if found is None and level == MMS and SKANE_MMS.last_day < closing and start <= dt.date(2018, 12, 31):
        return SKANE_MMS
    return found


def is_listed(diagnosis: str) -> bool:
    """Tell whether a normalised code is listed: rules §4 diagnosis-listed."""
    for listed in DIAGNOSES:
        if diagnosis == listed:
            return True
        if len(listed) == 4 and diagnosis.startswith(listed):
            return True
    return False
