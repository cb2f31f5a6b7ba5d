"""Conditions on the patient: age, and how long the pain has lasted. Rules §4."""

from __future__ import annotations

from tests.spec.bases import MMR1
from tests.spec.changes.contacts import course
from tests.spec.changes.registers import born, evidence, no_patient_row
from tests.spec.changes.teams import accredited
from tests.spec.model import ABSENT, SeriesRow, Table

Row = SeriesRow

SINCE_2015 = accredited(("2015-01-01", ""))

AGE = Table(
    "age",
    "Åldern räknas i hela år på startdagen",
    "Age is counted in whole years on the first day",
    MMR1,
    (
        Row("Fyller 16 på startdagen", "Turns 16 on the first day", (born("2003-02-01"),), "met", "approved"),
        Row("Fyller 16 dagen efter start", "Turns 16 the day after", (born("2003-02-02"),), "not_met", "denied"),
        Row(
            "Sista dagen som 15-åring",
            "Last day at 15",
            (born("2003-02-02"), course("2019-02-01", "2019-05-01")),
            "not_met",
            "denied",
            observed="15",
        ),
        Row("Fyller 68 dagen efter start", "Last day at 67", (born("1951-02-02"),), "met", "approved", observed="67"),
        Row("Fyller 68 på startdagen", "Turns 68 on the first day", (born("1951-02-01"),), "not_met", "denied"),
        Row("Fyller 68 under serien", "Turns 68 during the series", (born("1951-03-01"),), "met", "approved"),
        Row("Fyller 16 under serien", "Turns 16 during the series", (born("2003-03-01"),), "not_met", "denied"),
        Row(
            "Född 29 februari, start 28 februari: ännu 18",
            "Born 29 February, starts 28 February: still 18",
            (born("2000-02-29"), course("2019-02-28", "2019-04-30")),
            "met",
            "approved",
            observed="18",
        ),
        Row(
            "Född 29 februari, start 1 mars: 19",
            "Born 29 February, starts 1 March: 19",
            (born("2000-02-29"), course("2019-03-01", "2019-04-30")),
            "met",
            "approved",
            observed="19",
        ),
        Row(
            "Född 29 februari, dagen före 16-årsdagen ett skottår",
            "Born 29 February, the day before turning 16 in a leap year",
            (born("2000-02-29"), course("2016-02-28", "2018-04-01"), SINCE_2015),
            "not_met",
            "denied",
        ),
        Row(
            "Född 29 februari, på 16-årsdagen ett skottår",
            "Born 29 February, turning 16 in a leap year",
            (born("2000-02-29"), course("2016-02-29", "2018-04-01"), SINCE_2015),
            "met",
            "approved",
        ),
        Row(
            "Född 29 februari, dagen före 68-årsdagen ett skottår",
            "Born 29 February, the day before turning 68 in a leap year",
            (born("1948-02-29"), course("2016-02-28", "2018-04-01"), SINCE_2015),
            "met",
            "approved",
        ),
        Row(
            "Född 29 februari, på 68-årsdagen ett skottår",
            "Born 29 February, turning 68 in a leap year",
            (born("1948-02-29"), course("2016-02-29", "2018-04-01"), SINCE_2015),
            "not_met",
            "denied",
        ),
        Row("Födelsedatum saknas", "Birth date missing", (born(""),), "unknown", "review"),
        Row("Patienten saknas i patienttabellen", "The patient has no row", (no_patient_row(),), "unknown", "review"),
        Row(
            "Avslut 2017: riktlinjens åldersvillkor är inte känt",
            "Completed in 2017: no age condition is known",
            (born("2010-01-01"), course("2017-02-01", "2017-04-01")),
            ABSENT,
            "review",
        ),
    ),
)

PAIN = Table(
    "pain-duration",
    "Tre kalendermånader från smärtans debut till start",
    "Three calendar months from the onset of the pain to the first day",
    MMR1,
    (
        Row("Tabellen evidence saknas helt", "The evidence table is absent", (), "attested", "approved"),
        Row(
            "Raden finns men debuten är tom", "The row is there, its onset empty", (evidence(),), "attested", "approved"
        ),
        Row(
            "Underlaget gäller en annan startdag",
            "The evidence is of another first day",
            (evidence(start="2018-02-01", pain_onset="2018-01-31"),),
            "attested",
            "approved",
        ),
        Row("Tre månader på dagen", "Three months to the day", (evidence(pain_onset="2018-11-01"),), "met", "approved"),
        Row("En dag för kort", "One day too short", (evidence(pain_onset="2018-11-02"),), "not_met", "denied"),
        Row(
            "Debut 30 november: tre månader är sista februari",
            "Onset 30 November: three months is the last of February",
            (course("2019-02-28", "2019-04-30"), evidence(start="2019-02-28", pain_onset="2018-11-30")),
            "met",
            "approved",
        ),
        Row(
            "Debut 30 november, start dagen före",
            "Onset 30 November, starting the day before",
            (course("2019-02-27", "2019-04-30"), evidence(start="2019-02-27", pain_onset="2018-11-30")),
            "not_met",
            "denied",
        ),
    ),
)

TABLES = (AGE, PAIN)
