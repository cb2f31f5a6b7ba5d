"""Conditions on the treatment: how much, and by whom. Rules §4."""

from __future__ import annotations

from tests.spec.bases import MMR1, MMR2
from tests.spec.changes.contacts import (
    lasting,
    no_minutes,
    professions,
    visit,
)
from tests.spec.model import SeriesRow, Table

Row = SeriesRow

HOURS_1 = Table(
    "hours",
    "MMR1: 32–48 timmar",
    "MMR1: 32–48 hours",
    MMR1,
    (
        Row("Exakt 32 timmar", "Exactly 32 hours", (lasting(32),), "met", "approved"),
        Row("En minut under 32 timmar", "One minute below 32 hours", (lasting(31, 59),), "not_met", "approved"),
        Row("Exakt 48 timmar", "Exactly 48 hours", (lasting(48),), "met", "approved"),
        Row("En minut över 48 timmar", "One minute above 48 hours", (lasting(48, 1),), "not_met", "approved"),
        Row("Inga minuter på något besök", "No minutes on any visit", (no_minutes(),), "unknown", "approved"),
        Row(
            "Minuter på bedömningen räknas inte",
            "Minutes of the assessment do not count",
            (no_minutes(), visit("2019-01-21", "UV118", minutes=2400)),
            "unknown",
            "approved",
        ),
        Row(
            "Minuter på ett upprepat avslut räknas inte",
            "Minutes of a repeated completion do not count",
            (lasting(48), visit("2019-04-15", "UV114", minutes=60)),
            "met",
            "approved",
        ),
        Row(
            "Båda koderna på ett besök: minuterna räknas en gång",
            "Both codes on one visit: its minutes count once",
            (lasting(47), visit("2019-03-31", "UV110", "UV115", minutes=60)),
            "met",
            "approved",
        ),
    ),
)

HOURS_2 = Table(
    "hours",
    "MMR2: 75–100 timmar",
    "MMR2: 75–100 hours",
    MMR2,
    (
        Row("Exakt 75 timmar", "Exactly 75 hours", (lasting(75),), "met", "approved"),
        Row("En minut under 75 timmar", "One minute below 75 hours", (lasting(74, 59),), "not_met", "approved"),
        Row("Exakt 100 timmar", "Exactly 100 hours", (lasting(100),), "met", "approved"),
        Row("En minut över 100 timmar", "One minute above 100 hours", (lasting(100, 1),), "not_met", "approved"),
    ),
)

PROFESSIONS_1 = Table(
    "multiprofessional",
    "MMR1: minst tre av fem professioner",
    "MMR1: at least three of five professions",
    MMR1,
    (
        Row("Läkare, fysioterapeut, psykolog", "Physician, physiotherapist, psychologist", (), "met", "approved"),
        Row(
            "Tre utan läkare",
            "Three without a physician",
            (professions("physiotherapist", "occupational_therapist", "social_worker"),),
            "met",
            "approved",
        ),
        Row(
            "Psykoterapeut i psykologens ställe",
            "A psychotherapist instead of the psychologist",
            (professions("physician", "physiotherapist", "psychotherapist"),),
            "met",
            "approved",
        ),
        Row(
            "Psykolog och psykoterapeut räknas som en",
            "Psychologist and psychotherapist count as one",
            (professions("physician", "psychologist", "psychotherapist"),),
            "not_met",
            "approved",
        ),
        Row(
            "Två professioner",
            "Two professions",
            (professions("physician", "physiotherapist", "physician"),),
            "not_met",
            "approved",
        ),
        Row(
            "Sjuksköterska räknas inte",
            "A nurse does not count",
            (professions("physician", "physiotherapist", "nurse"),),
            "not_met",
            "approved",
        ),
        Row(
            "Ett yrke utanför listan räknas inte",
            "A profession off the list does not count",
            (professions("physician", "physiotherapist", "dietitian"),),
            "not_met",
            "approved",
        ),
        Row(
            "Bara yrken utanför listan: ifyllt, alltså inte okänt",
            "Only professions off the list: filled in, so not unknown",
            (professions("dietitian"),),
            "not_met",
            "approved",
        ),
        Row("Inget yrke ifyllt", "No profession filled in", (professions(),), "unknown", "approved"),
        Row(
            "Yrket på bedömningen räknas inte",
            "The profession of the assessment does not count",
            (professions("physician", "physiotherapist"), visit("2019-01-21", "UV118", profession="psychologist")),
            "not_met",
            "approved",
        ),
        Row(
            "Yrket på ett upprepat avslut räknas inte",
            "The profession of a repeated completion does not count",
            (professions("physician", "physiotherapist"), visit("2019-04-15", "UV114", profession="psychologist")),
            "not_met",
            "approved",
        ),
    ),
)

PROFESSIONS_2 = Table(
    "multiprofessional",
    "MMR2: alla fyra professionerna",
    "MMR2: all four professions",
    MMR2,
    (
        Row("Alla fyra", "All four", (), "met", "approved"),
        Row(
            "Psykoterapeut i psykologens ställe (MMR2)",
            "A psychotherapist for the psychologist (MMR2)",
            (professions("physician", "psychotherapist", "physiotherapist", "occupational_therapist"),),
            "met",
            "approved",
        ),
        Row(
            "Kurator ersätter inte arbetsterapeut",
            "A social worker does not replace the occupational therapist",
            (professions("physician", "psychologist", "physiotherapist", "social_worker"),),
            "not_met",
            "approved",
        ),
        Row(
            "Ingen läkare",
            "No physician",
            (professions("social_worker", "psychologist", "physiotherapist", "occupational_therapist"),),
            "not_met",
            "approved",
        ),
    ),
)

TABLES = (HOURS_1, HOURS_2, PROFESSIONS_1, PROFESSIONS_2)
