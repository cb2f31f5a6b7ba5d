"""Changes to what is known of the patient: birth, the pain registry, the provider's evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.naive_judge import Evidence, Nrs, Patient
from tests.spec.bases import DAY, PATIENT
from tests.spec.model import Case, Change, Text
from tests.spec.words import WORDS


def with_tables(**tables: object) -> Callable[[Case], Case]:
    """What puts these tables in the place of the case's own."""
    return lambda case: replace(case, tables=replace(case.tables, **tables))  # type: ignore[arg-type]


def born(day: str) -> Change:
    """Another birth date, or an empty cell."""
    said = Text(f"Född {day}", f"Born {day}") if day else Text("Födelsedatum tomt", "Birth date empty")
    return Change(said, with_tables(patients=[Patient(PATIENT, DAY(day) if day else None)]))


def no_patient_row() -> Change:
    """The table of patients does not know the patient."""
    return Change(
        Text("Patienten saknas i patienttabellen", "The patient is not in the table of patients"),
        with_tables(patients=[]),
    )


def _registration(day: str, module: str, unit: str, patient: str) -> tuple[Text, Nrs]:
    name = WORDS[f"module {module}"]
    sv, en = f"Registrerad {day} i {name.sv}", f"Registered {day} in {name.en}"
    if unit != "A":
        sv, en = f"{sv}, enhet ”{unit}”", f"{en}, unit “{unit}”"
    if patient != PATIENT:
        sv, en = f"{sv}, en annan patient", f"{en}, another patient"
    return Text(sv, en), Nrs(patient, unit, module, DAY(day))


def registered(day: str, module: str = "primary", unit: str = "A", patient: str = PATIENT) -> Change:
    """The only registration in the pain registry."""
    said, row = _registration(day, module, unit, patient)
    return Change(said, with_tables(nrs=[row]))


def also_registered(day: str, module: str) -> Change:
    """One more registration in the pain registry."""
    said, row = _registration(day, module, "A", PATIENT)

    def made(case: Case) -> Case:
        return with_tables(nrs=[*(case.tables.nrs or ()), row])(case)

    return Change(Text(f"Även: {said.sv}", f"Also: {said.en}"), made)


def not_registered() -> Change:
    """The registry's table is there and does not hold the patient."""
    return Change(Text("Inte registrerad i NRS", "Not registered in NRS"), with_tables(nrs=[]))


def no_registry_table() -> Change:
    """Nothing was delivered from the registry."""
    return Change(Text("Tabellen nrs saknas helt", "The table nrs is absent altogether"), with_tables(nrs=None))


_SAID = {
    "pain_onset": Text("smärtdebut", "onset of pain"),
    "investigated": Text("utredd", "investigated"),
    "plan": Text("plan", "plan"),
    "physician_at_conference": Text("läkare vid konferensen", "physician at the conference"),
    "choice_signed": Text("valet undertecknat", "choice signed"),
    "screened": Text("screenad", "screened"),
    "copy_sent": Text("journalkopia skickad", "copy sent"),
}


def evidence(level: str = "MMR1", start: str = "2019-02-01", **cells: str) -> Change:
    """What the evidence table says of the series that starts on the day; cells not named are empty."""
    onset = cells.get("pain_onset", "")
    words = {key: value for key, value in cells.items() if key != "pain_onset"}
    row = Evidence(PATIENT, level, DAY(start), DAY(onset) if onset else None, **words)
    return Change(_evidence_said(f"{level} {start}", cells), with_tables(evidence=[row]))


def _evidence_said(of: str, cells: dict[str, str]) -> Text:
    if not cells:
        return Text(f"Underlaget för {of}: alla celler tomma", f"The evidence of {of}: every cell empty")
    sv = ", ".join(f"{_SAID[key].sv} {WORDS[value].sv if value in WORDS else value}" for key, value in cells.items())
    en = ", ".join(f"{_SAID[key].en} {WORDS[value].en if value in WORDS else value}" for key, value in cells.items())
    return Text(f"Underlaget för {of}: {sv}", f"The evidence of {of}: {en}")
