"""Region Skåne's programme: the same engine, other data. Rules §6.

Its amount is not known, so a series that fails nothing is reviewed, never approved.
"""

from __future__ import annotations

from tests.spec.bases import MMS, SHORT, TEAM_MMS
from tests.spec.changes.contacts import coded, course, dated, visit, without
from tests.spec.changes.registers import born, evidence
from tests.spec.changes.teams import Person, no_contacts, no_team, roster, treated
from tests.spec.model import SeriesRow, Table, TeamRow

Row = SeriesRow
START = "2018-02-01"


IN_FORCE = Table(
    "in-force",
    "MMS: det som har börjat före sista dagen avslutas enligt samma riktlinje",
    "MMS: what began by the last day is finished under the same guideline",
    MMS,
    (
        Row(
            "MMS under 2018: beloppet är inte känt",
            "MMS in 2018: the amount is not known",
            (),
            "unknown",
            "review",
            guideline="skane-mms",
        ),
        Row(
            "Börjat på sista dagen, avslutat året efter",
            "Begun on the last day, completed the year after",
            (course("2018-12-31", "2019-03-01"),),
            "unknown",
            "review",
            guideline="skane-mms",
        ),
        Row(
            "Börjat dagen efter sista dagen",
            "Begun the day after the last day",
            (course("2019-01-01", "2019-03-01"),),
            "unknown",
            "review",
            guideline="",
        ),
        Row(
            "Börjat i tid, för ung, avslutat året efter: nekas som före stängningen",
            "Begun in time, too young, completed the year after: denied as before the closing",
            (course("2018-12-31", "2019-03-01"), born("2005-01-01")),
            "unknown",
            "denied",
            guideline="skane-mms",
        ),
    ),
)

AGE = Table(
    "age",
    "MMS: 16–70 år på startdagen",
    "MMS: 16–70 years on the first day",
    MMS,
    (
        Row("MMS: fyller 16 på startdagen", "MMS: turns 16 on the first day", (born("2002-02-01"),), "met", "review"),
        Row("MMS: fyller 16 dagen efter", "MMS: turns 16 the day after", (born("2002-02-02"),), "not_met", "denied"),
        Row(
            "MMS: fyller 71 dagen efter",
            "MMS: turns 71 the day after",
            (born("1947-02-02"),),
            "met",
            "review",
            observed="70",
        ),
        Row(
            "MMS: fyller 71 på startdagen", "MMS: turns 71 on the first day", (born("1947-02-01"),), "not_met", "denied"
        ),
    ),
)

LENGTH = Table(
    "programme-length",
    "Minst sex veckor från första besöket till avslutet",
    "At least six weeks from the first visit to the completion",
    MMS,
    (
        Row("Sex veckor på dagen", "Six weeks to the day", (course(START, "2018-03-15"),), "met", "review"),
        Row("En dag för kort", "One day too short", (course(START, "2018-03-14"),), "not_met", "denied"),
        Row("Två månader", "Two months", (), "met", "review", observed="2018-02-01 → 2018-04-01"),
    ),
)

ASSESSED = Table(
    "assessment-coded",
    "MMS: bedömningen bör vara registrerad, av programmet självt",
    "MMS: the assessment should be registered, by the programme itself",
    MMS,
    (
        Row("MMS: bedömd tolv dagar före start", "MMS: assessed twelve days before the start", (), "met", "review"),
        Row(
            "MMS: ingen bedömning nekar inte", "MMS: no assessment denies nothing", (without("1"),), "not_met", "review"
        ),
        Row(
            "MMS: ett annat programs bedömning räknas inte",
            "MMS: another programme's assessment does not count",
            (coded("1", "UV118"),),
            "not_met",
            "review",
        ),
        Row(
            "MMS: bedömd dagen efter start",
            "MMS: assessed the day after the start",
            (dated("1", "2018-02-02"),),
            "not_met",
            "review",
        ),
    ),
)

TEAM = Table(
    "team-accredited",
    "MMS: ett godkänt team alla seriens dagar",
    "MMS: an approved team on every day of the series",
    MMS,
    (Row("MMS: inget godkänt team", "MMS: no accredited team", (no_team(),), "not_met", "denied"),),
)


def _certified(condition: str, column: str, sv: str, en: str, *, no: str = "denied") -> Table[SeriesRow]:
    return Table(
        condition,
        f"MMS: {sv}",
        f"MMS: {en}",
        MMS,
        (
            Row(
                "MMS: underlaget säger ja",
                "MMS: the evidence says yes",
                (evidence("MMS", START, **{column: "yes"}),),
                "met",
                "review",
            ),
            Row(
                "MMS: underlaget säger nej",
                "MMS: the evidence says no",
                (evidence("MMS", START, **{column: "no"}),),
                "not_met",
                no,
            ),
            Row("MMS: cellen är tom", "MMS: the cell is empty", (evidence("MMS", START),), "attested", "review"),
            Row("MMS: underlag saknas helt", "MMS: no evidence at all", (), "attested", "review"),
        ),
    )


DUPLICATE = Table(
    "duplicate-completion",
    "MMS: ett avslut som registrerats igen",
    "MMS: a completion registered again",
    MMS,
    (
        Row(
            "MMS: avslutet igen dagen efter",
            "MMS: the completion again the day after",
            (visit("2018-04-02", "MMSFINISH"),),
            "met",
            "review",
        ),
    ),
)

SERIES: tuple[Table[SeriesRow], ...] = (
    IN_FORCE,
    AGE,
    LENGTH,
    ASSESSED,
    TEAM,
    _certified("screened", "screened", "screeningen intygas", "the screening is certified"),
    _certified("choice-signed", "choice_signed", "det undertecknade valet intygas", "the signed choice is certified"),
    _certified(
        "copy-sent",
        "copy_sent",
        "journalkopian intygas och nekar inte",
        "the copy is certified and denies nothing",
        no="review",
    ),
    DUPLICATE,
)

PHYSICIAN, PHYSIOTHERAPIST = Person("physician"), Person("physiotherapist")

COMPOSITION = Table(
    "composition",
    "MMS: läkare, KBT steg 1 och fysisk rehabilitering, tre personer",
    "MMS: physician, CBT step 1 and physical rehabilitation, three people",
    TEAM_MMS,
    (
        TeamRow("MMS: kurator med steg 1", "MMS: a social worker with step 1", (), "met", year=2018),
        TeamRow(
            "MMS: psykolog räknas för KBT",
            "MMS: a psychologist counts for CBT",
            (roster(PHYSICIAN, PHYSIOTHERAPIST, Person("psychologist")),),
            "met",
            year=2018,
        ),
        TeamRow(
            "MMS: läkaren kan inte också vara den med KBT",
            "MMS: the physician cannot also be the one with CBT",
            (roster(Person("physician", SHORT), PHYSIOTHERAPIST),),
            "not_met",
            year=2018,
        ),
        TeamRow(
            "MMS: två läkare, en med steg 1",
            "MMS: two physicians, one with step 1",
            (roster(PHYSICIAN, Person("physician", SHORT), PHYSIOTHERAPIST),),
            "met",
            year=2018,
        ),
        TeamRow(
            "MMS: ingen fysioterapeut",
            "MMS: no physiotherapist",
            (roster(PHYSICIAN, Person("psychologist"), Person("occupational_therapist")),),
            "not_met",
            year=2018,
        ),
        TeamRow(
            "MMS: kurator utan steg 1",
            "MMS: a social worker without step 1",
            (roster(PHYSICIAN, PHYSIOTHERAPIST, Person("social_worker")),),
            "not_met",
            year=2018,
        ),
    ),
)

VOLUME = Table(
    "volume",
    "MMS: minst 20 patienter under året",
    "MMS: at least 20 patients in the year",
    TEAM_MMS,
    (
        TeamRow(
            "MMS: 20 patienter",
            "MMS: 20 patients",
            (no_contacts(), treated(20, "MMSVISIT", day="2018-05-02")),
            "met",
            year=2018,
        ),
        TeamRow(
            "MMS: 19 patienter",
            "MMS: 19 patients",
            (no_contacts(), treated(19, "MMSVISIT", day="2018-05-02")),
            "not_met",
            year=2018,
        ),
    ),
)

TEAMS: tuple[Table[TeamRow], ...] = (COMPOSITION, VOLUME)
