"""One series explained: what was looked at, every finding with its clause and reading, and what would change it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import polars as pl

from samsyn.adjudication import Judgement
from samsyn.adjudication.wording import wording
from samsyn.cli.failures import WrongCall
from samsyn.findings import Outcome
from samsyn.guidelines import Guideline, GuidelineRegister
from samsyn.kernel.money import ORE_PER_KRONA
from samsyn.records import Records

ASKS_FOR_ACTION = (Outcome.NOT_MET.value, Outcome.UNKNOWN.value)


@dataclass(frozen=True)
class Explanation:
    """A series, its contacts and its findings, as plain data."""

    series: dict[str, Any]
    guideline: Guideline | None
    contacts: list[dict[str, Any]]
    findings: list[dict[str, Any]]
    as_of: date

    def data(self, language: str) -> dict[str, Any]:
        """The explanation as plain data, with the texts in the language."""
        return {
            "series": self.series,
            "as_of": self.as_of,
            "contacts": self.contacts,
            "findings": [{**finding, **self.texts(finding, language)} for finding in self.findings],
        }

    def texts(self, finding: dict[str, Any], language: str) -> dict[str, str]:
        """Title, quoted words, our reading and the remedy of a finding."""
        if self.guideline is None:
            return {"title": finding["condition"], "quote": "", "reading": "", "remedy": ""}
        condition = self.guideline.condition(finding["condition"])
        told = wording(condition)
        remedy = told.remedy[language] if finding["outcome"] in ASKS_FOR_ACTION else ""
        return {
            "title": told.title[language],
            "quote": condition.citation.quote,
            "reading": condition.citation.reading.get(language, ""),
            "remedy": remedy,
        }


def patient_of(series_id: str) -> str:
    """The patient that a series_id names; WrongCall where the text is none."""
    parts = series_id.rsplit(":", 3)
    if len(parts) != 4:
        raise WrongCall(
            f"”{series_id}” är inget series_id. Det skrivs patient:nivå:start:n, som i filen series.",
            f"“{series_id}” is not a series_id. It reads patient:level:start:n, as in the file “series”.",
        )
    return parts[0]


def only_patient(records: Records, patient_id: str) -> Records:
    """The records that concern the patient; teams and rosters as they are."""

    def own(table: pl.DataFrame) -> pl.DataFrame:
        return table.filter(pl.col("patient_id") == patient_id)

    return replace(
        records,
        contacts=own(records.contacts),
        patients=own(records.patients),
        nrs=None if records.nrs is None else own(records.nrs),
        evidence=None if records.evidence is None else own(records.evidence),
    )


def explanation(judgement: Judgement, register: GuidelineRegister, series_id: str, as_of: date) -> Explanation:
    """The explanation of one series; WrongCall, naming the patient's series, where it is not there."""
    found = judgement.series.filter(pl.col("series_id") == series_id)
    if found.is_empty():
        raise _not_found(judgement.series, series_id)
    series = found.row(0, named=True)
    ore = series.pop("amount_ore")
    visits = judgement.visits.filter(pl.col("series_id") == series_id).sort("date", "is_completion", "contact_id")
    findings = judgement.findings.filter(pl.col("series_id") == series_id)
    return Explanation(
        {**series, "amount": None if ore is None else ore // ORE_PER_KRONA},
        register.get(series["guideline"]) if series["guideline"] else None,
        visits.drop("patient_id", "level", "series_id").to_dicts(),
        findings.drop("series_id").to_dicts(),
        as_of,
    )


def _not_found(series: pl.DataFrame, series_id: str) -> WrongCall:
    there = ", ".join(series["series_id"])
    return WrongCall(
        f"Serien {series_id} finns inte i utdraget. "
        + (f"Patientens serier: {there}." if there else "Patienten har ingen kodad serie där."),
        f"There is no series {series_id} in the extract. "
        + (f"The patient's series: {there}." if there else "The patient has no coded series there."),
    )
