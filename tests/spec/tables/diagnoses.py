"""Which diagnoses open the programme, and where they must stand. Rules §4."""

from __future__ import annotations

from tests.spec.bases import ASSESSMENT, COMPLETION, FIRST, MMR1, MMR2, SECOND
from tests.spec.changes.contacts import all_diagnosed, diagnosed, visit
from tests.spec.model import SeriesRow, Table

Row = SeriesRow

DIAGNOSIS_CODES = Table(
    "diagnosis-listed",
    "Vilka koder listan omfattar",
    "Which codes the list covers",
    MMR1,
    (
        Row("Listad kod med fyra tecken", "A listed four-character code", (all_diagnosed("M54.5"),), "met", "approved"),
        Row(
            "Underindelning av en listad kod med fyra tecken",
            "A subdivision of a listed four-character code",
            (all_diagnosed("M79.1A"),),
            "met",
            "approved",
        ),
        Row("Listad kod med fem tecken", "A listed five-character code", (all_diagnosed("R52.2A"),), "met", "approved"),
        Row(
            "Den andra listade koden med fem tecken",
            "The other listed five-character code",
            (all_diagnosed("R52.2C"),),
            "met",
            "approved",
        ),
        Row(
            "R52.2 utan femte tecken är inte listad",
            "R52.2 alone is not listed",
            (all_diagnosed("R52.2"),),
            "not_met",
            "denied",
        ),
        Row("R52.2B är inte listad", "R52.2B is not listed", (all_diagnosed("R52.2B"),), "not_met", "denied"),
        Row(
            "En kod med fem tecken omfattar inte sin underindelning",
            "A five-character code does not cover its subdivision",
            (all_diagnosed("R52.2AB"),),
            "not_met",
            "denied",
        ),
        Row(
            "Grannkoden M54.3 är inte listad",
            "The neighbouring code M54.3 is not listed",
            (all_diagnosed("M54.3"),),
            "not_met",
            "denied",
        ),
        Row("Bara kategorin M54", "The category M54 alone", (all_diagnosed("M54"),), "not_met", "denied"),
        Row(
            "Skriven utan punkt och med liten bokstav",
            "Written without its dot and in lower case",
            (all_diagnosed("m545"),),
            "met",
            "approved",
        ),
        Row("Ingen diagnos alls", "No diagnosis at all", (all_diagnosed(),), "not_met", "denied"),
    ),
)

OTHER = all_diagnosed("F32.1")

DIAGNOSIS_PLACES = Table(
    "diagnosis-listed",
    "Var diagnosen får stå",
    "Where the diagnosis may stand",
    MMR2,
    (
        Row("Som bidiagnos", "In second position", (all_diagnosed("F32.1", "M79.7"),), "met", "approved"),
        Row("Bara på ett besök", "On one visit only", (OTHER, diagnosed(SECOND, "M79.7")), "met", "approved"),
        Row("Bara på avslutet", "Only on the completion", (OTHER, diagnosed(COMPLETION, "M79.7")), "met", "approved"),
        Row(
            "Bara på bedömningen",
            "Only on the assessment",
            (OTHER, diagnosed(ASSESSMENT, "M79.7")),
            "not_met",
            "denied",
        ),
        Row(
            "Bara på ett upprepat avslut",
            "Only on a repeated completion",
            (OTHER, visit("2019-04-15", "UV116", diagnoses=("M79.7",))),
            "not_met",
            "denied",
        ),
    ),
)

EVERY_VISIT = Table(
    "diagnosis-every-visit",
    "Vilka besök som ska ha diagnos",
    "Which visits must have a diagnosis",
    MMR1,
    (
        Row("Diagnos på alla besök", "A diagnosis on every visit", (), "met", "approved"),
        Row("Första besöket utan diagnos", "The first visit without one", (diagnosed(FIRST),), "not_met", "denied"),
        Row("Avslutet utan diagnos", "The completion without one", (diagnosed(COMPLETION),), "not_met", "denied"),
        Row(
            "Ett besök med diagnos utanför listan räcker",
            "One visit with an unlisted diagnosis is enough",
            (diagnosed(SECOND, "F32.1"),),
            "met",
            "approved",
        ),
        Row("Bedömningen utan diagnos", "The assessment without one", (diagnosed(ASSESSMENT),), "met", "approved"),
        Row(
            "Upprepat avslut utan diagnos påverkar inte",
            "A repeated completion without one changes nothing",
            (visit("2019-04-15", "UV114", diagnoses=()),),
            "met",
            "approved",
        ),
        Row(
            "Samordnande kontakt utan diagnos",
            "A coordinating contact without one",
            (visit("2019-03-05", "ZV506", diagnoses=()),),
            "met",
            "approved",
        ),
    ),
)

TABLES = (DIAGNOSIS_CODES, DIAGNOSIS_PLACES, EVERY_VISIT)
