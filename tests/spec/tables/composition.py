"""Who must be in a team, on every day of the year. Rules §4, the second table."""

from __future__ import annotations

from tests.spec.bases import EXTENDED, SHORT, TEAM1, TEAM2
from tests.spec.changes.contacts import judged_on
from tests.spec.changes.teams import (
    Person,
    accredited,
    no_roster_table,
    roster,
)
from tests.spec.model import Table, TeamRow

Row = TeamRow

PHYSICIAN, PHYSIO, OCCUPATIONAL = Person("physician"), Person("physiotherapist"), Person("occupational_therapist")

SOCIAL, PSYCHOLOGIST = Person("social_worker"), Person("psychologist", SHORT)

UNTRAINED = Person("psychologist")

PHYSICIAN_X, PHYSIO_X = Person("physician", EXTENDED), Person("physiotherapist", EXTENDED)

OCCUPATIONAL_X = Person("occupational_therapist", EXTENDED)

COMPOSITION_1 = Table(
    "composition",
    "MMR1: läkare, minst tre professioner, någon med psykoterapeutisk kompetens",
    "MMR1: a physician, at least three professions, one with psychotherapeutic competence",
    TEAM1,
    (
        Row("Läkare, fysioterapeut, psykolog", "MMR1 physician, physiotherapist, psychologist", (), "met"),
        Row("Läkare saknas", "MMR1 without a physician", (roster(PHYSIO, OCCUPATIONAL, PSYCHOLOGIST),), "not_met"),
        Row("Bara två professioner", "MMR1 with two professions", (roster(PHYSICIAN, PSYCHOLOGIST),), "not_met"),
        Row(
            "Två läkare är en profession",
            "MMR1 with two physicians of one profession",
            (roster(PHYSICIAN, PHYSICIAN, PSYCHOLOGIST),),
            "not_met",
        ),
        Row(
            "Ingen med psykoterapeutisk kompetens",
            "MMR1 without psychotherapeutic competence",
            (roster(PHYSICIAN, PHYSIO, SOCIAL),),
            "not_met",
        ),
        Row(
            "Psykolog utan korttidskompetens",
            "MMR1 with a psychologist without short psychotherapy",
            (roster(PHYSICIAN, PHYSIO, UNTRAINED),),
            "not_met",
        ),
        Row(
            "Läkaren är den med psykoterapi",
            "MMR1 with the physician as the one with psychotherapy",
            (roster(Person("physician", SHORT), PHYSIO, OCCUPATIONAL),),
            "met",
        ),
        Row(
            "En person räknas för en profession",
            "MMR1 where one person counts for one profession",
            (roster(PHYSICIAN, Person("physiotherapist", SHORT)),),
            "not_met",
        ),
        Row(
            "Fysioterapeut med steg 1 tar psykologens plats, en annan sin egen",
            "MMR1 with a step-1 physiotherapist in the psychologist's place, another in their own",
            (roster(PHYSICIAN, PHYSIO, Person("physiotherapist", SHORT)),),
            "met",
        ),
        Row(
            "Psykoterapeut",
            "MMR1 with a psychotherapist",
            (roster(PHYSICIAN, PHYSIO, Person("psychotherapist", SHORT)),),
            "met",
        ),
        Row(
            "Psykolog och psykoterapeut är en profession",
            "MMR1 where psychologist and psychotherapist are one profession",
            (roster(PHYSICIAN, PSYCHOLOGIST, Person("psychotherapist", SHORT)),),
            "not_met",
        ),
        Row(
            "Sjuksköterska med steg 1",
            "MMR1 with a nurse with step 1",
            (roster(PHYSICIAN, PHYSIO, Person("nurse", SHORT)),),
            "met",
        ),
        Row(
            "Sjuksköterska utan steg 1",
            "MMR1 with a nurse without step 1",
            (roster(Person("physician", SHORT), PHYSIO, Person("nurse")),),
            "not_met",
        ),
        Row(
            "Rehabkoordinator räknas inte",
            "MMR1 with a rehabilitation coordinator",
            (roster(PHYSICIAN, PHYSIO, Person("rehabilitation_coordinator", SHORT)),),
            "not_met",
        ),
        Row("Ingen på listan", "MMR1 with nobody on the list", (roster(),), "not_met"),
        Row("Uppgifter om bemanning saknas helt", "MMR1 without a roster table", (no_roster_table(),), "unknown"),
    ),
)

COMPOSITION_DAYS = Table(
    "composition",
    "Varje dag teamet är godkänt under året",
    "Every day of accreditation in the year",
    TEAM1,
    (
        Row(
            "Läkarbyte dag på dag",
            "One physician after another, day on day",
            (
                roster(
                    Person("physician", last="2019-06-30"),
                    Person("physician", first="2019-07-01"),
                    PHYSIO,
                    PSYCHOLOGIST,
                ),
            ),
            "met",
        ),
        Row(
            "En dag utan läkare",
            "One day without a physician",
            (
                roster(
                    Person("physician", last="2019-06-30"),
                    Person("physician", first="2019-07-02"),
                    PHYSIO,
                    PSYCHOLOGIST,
                ),
            ),
            "not_met",
        ),
        Row(
            "En dag utan läkare, då teamet inte är godkänt",
            "One day without a physician, on which the team is not accredited",
            (
                roster(
                    Person("physician", last="2019-06-30"),
                    Person("physician", first="2019-07-02"),
                    PHYSIO,
                    PSYCHOLOGIST,
                ),
                accredited(("2018-01-01", "2019-06-30"), ("2019-07-02", "")),
            ),
            "met",
        ),
        Row(
            "Psykologen börjar dagen efter godkännandet",
            "The psychologist begins the day after accreditation",
            (
                accredited(("2019-01-15", "")),
                roster(PHYSICIAN, PHYSIO, Person("psychologist", SHORT, first="2019-01-16")),
            ),
            "not_met",
        ),
        Row(
            "Läkaren slutar på nyårsafton: året är fullt",
            "The physician leaves on New Year's Eve: the year is full",
            (roster(Person("physician", last="2019-12-31"), PHYSIO, PSYCHOLOGIST),),
            "met",
        ),
        Row(
            "Läkaren slutar dagen före nyårsafton",
            "The physician leaves the day before New Year's Eve",
            (roster(Person("physician", last="2019-12-30"), PHYSIO, PSYCHOLOGIST),),
            "not_met",
        ),
        Row(
            "Dagar efter bedömningsdagen prövas inte",
            "Days after the day of judgement are not judged",
            (roster(Person("physician", last="2019-06-30"), PHYSIO, PSYCHOLOGIST), judged_on("2019-06-30")),
            "met",
        ),
    ),
)

COMPOSITION_2 = Table(
    "composition",
    "MMR2: alla fyra, med fördjupad kompetens",
    "MMR2: all four, with extended competence",
    TEAM2,
    (
        Row("Alla fyra professionerna", "MMR2 with all four", (), "met"),
        Row(
            "Psykoterapeut i stället för psykolog",
            "MMR2 with a psychotherapist for the psychologist",
            (roster(PHYSICIAN_X, Person("psychotherapist", SHORT), PHYSIO_X, OCCUPATIONAL_X),),
            "met",
        ),
        Row("Utan läkare", "MMR2 without a physician", (roster(PSYCHOLOGIST, PHYSIO_X, OCCUPATIONAL_X),), "not_met"),
        Row(
            "Utan psykolog", "MMR2 without a psychologist", (roster(PHYSICIAN_X, PHYSIO_X, OCCUPATIONAL_X),), "not_met"
        ),
        Row(
            "Utan fysioterapeut",
            "MMR2 without a physiotherapist",
            (roster(PHYSICIAN_X, PSYCHOLOGIST, OCCUPATIONAL_X),),
            "not_met",
        ),
        Row(
            "Utan arbetsterapeut",
            "MMR2 without an occupational therapist",
            (roster(PHYSICIAN_X, PSYCHOLOGIST, PHYSIO_X),),
            "not_met",
        ),
        Row(
            "Läkare utan fördjupad kompetens",
            "MMR2 with a physician not extended",
            (roster(PHYSICIAN, PSYCHOLOGIST, PHYSIO_X, OCCUPATIONAL_X),),
            "not_met",
        ),
        Row(
            "Fysioterapeut utan fördjupad kompetens",
            "MMR2 with a physiotherapist not extended",
            (roster(PHYSICIAN_X, PSYCHOLOGIST, PHYSIO, OCCUPATIONAL_X),),
            "not_met",
        ),
        Row(
            "Arbetsterapeut utan fördjupad kompetens",
            "MMR2 with an occupational therapist not extended",
            (roster(PHYSICIAN_X, PSYCHOLOGIST, PHYSIO_X, OCCUPATIONAL),),
            "not_met",
        ),
        Row(
            "Psykolog utan psykoterapeutisk kompetens",
            "MMR2 with a psychologist without psychotherapy",
            (roster(PHYSICIAN_X, Person("psychologist", EXTENDED), PHYSIO_X, OCCUPATIONAL_X),),
            "not_met",
        ),
        Row(
            "Sjuksköterska med steg 1 ersätter inte psykologen",
            "MMR2 with a nurse with step 1 for the psychologist",
            (roster(PHYSICIAN_X, Person("nurse", SHORT), PHYSIO_X, OCCUPATIONAL_X),),
            "not_met",
        ),
        Row("Uppgifter om bemanning saknas (MMR2)", "MMR2 without a roster table", (no_roster_table(),), "unknown"),
    ),
)

TABLES = (COMPOSITION_1, COMPOSITION_DAYS, COMPOSITION_2)
