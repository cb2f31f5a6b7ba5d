"""The handbook's own words."""

from __future__ import annotations

from tests.spec.model import Text

TITLE = Text("Regelhandbok för multimodal smärtrehabilitering", "Rule handbook for multimodal pain rehabilitation")
PART = Text("På svenska", "In English")
GENERATED = (
    "<!-- Written by tests/spec/handbook.py from tests/spec/tables and the packaged guidelines. "
    "Do not edit; run `make docs`. -->"
)
LEAD = Text(
    """\
Här står varje regel som Samsyn prövar en behandlingsserie mot: hur bindande den är, var den står, hur vi läser den och
vad den ger i exempel. Exemplen är räknade för hand ur reglerna. Varje gång programmet byggs prövas alla exempel av
programmet och av en andra, fristående domare; skiljer sig något svar från handboken stannar bygget.""",
    """\
Here is every rule that Samsyn holds a series of treatment against: how binding it is, where it stands, how we read it,
and what it gives in examples. The examples are worked out by hand from the rules. Each time the program is built, all
of them are judged by the program and by a second, independent judge; if an answer differs from this handbook, the
build stops.""",
)
CONTENTS = Text("Innehåll", "Contents")
HOW = Text("Så läser du handboken", "How to read the handbook")
HOW_TEXT = Text(
    """\
**Styrka.** *Ska* är ett krav och avgör beslutet. *Bör* är en avvikelse som visas men aldrig nekar. *Upplysning* görs
bara känd.

**Utfall.** ✔ Uppfyllt · ✘ Inte uppfyllt · ? Underlag saknas (ett register borde ha uppgiften, men den finns inte) ·
○ Intygas (inget register har uppgiften; utföraren intygar den genom att fakturera) · – Visas inte (upplysningen är inte
aktuell, eller riktlinjen har inget sådant villkor).

**Beslut.** Brister något krav: *Nekad*. Annars, saknas underlag för något krav: *Granskas*. Annars: *Godkänd*. En serie
utan avslut *pågår*. Alla villkor visas alltid, inte bara det första som brister.

**Exempel.** Varje tabell utgår från ett [utgångsfall]({cases}). Kolumnen *Registrerat* säger vad som skiljer
exemplet från det; allt annat är lika. Citaten är källans egna ord. *Vår läsning* är vår tolkning där texten tiger; den
kan ifrågasättas, och skrivs därför alltid ut.""",
    """\
**Force.** *Must* is a requirement and decides. *Should* is a deviation that is shown but never denies. *Information* is
only made known.

**Outcome.** ✔ Met · ✘ Not met · ? Evidence missing (a register should hold it, and does not) · ○ Certified (no register
holds it; the provider certifies it by invoicing) · – Not shown (the information does not apply, or the guideline has no
such condition).

**Decision.** If any requirement fails: *Denied*. Else, if evidence is missing for any requirement: *To be reviewed*.
Else: *Approved*. A series without completion is *open*. All conditions are always shown, not only the first that
fails.

**Examples.** Each table starts from a [base case]({cases}). The column *Registered* says how the example differs
from it; all else is equal. Quotes are the source's own words, in Swedish. *Our reading* is our interpretation where the
text is silent; it can be questioned, and is therefore always written out.""",
)
GUIDELINES = Text("Riktlinjerna", "The guidelines")
NONE_LATER = Text(
    "`{programme}`: före {first} och efter {last} är ingen riktlinje känd. En serie som avslutas då *granskas*.",
    "`{programme}`: before {first} and after {last} no guideline is known. A series completed then is *reviewed*.",
)
CODES = Text("Koderna", "The codes")
DIAGNOSES = Text("Diagnoserna", "The diagnoses")
SUPPLEMENTS = Text("Tillägg utöver serien", "Supplements beside the series")
CASES = Text("Utgångsfallen", "The base cases")
CASES_TEXT = Text(
    "Patient P1 är född 1980-05-05. Alla besök är vid enhet A och har diagnosen M54.5. Tabellerna `evidence` och "
    "`roster` saknas om inget annat sägs. Bedömningsdagen är 2019-12-31.",
    "Patient P1 is born 1980-05-05. All visits are at unit A and carry the diagnosis M54.5. The tables `evidence` and "
    "`roster` are absent unless said otherwise. The day of judgement is 2019-12-31.",
)
SERIES_PART = Text("Från besök till serie", "From visits to series")
SERIES_TEXT = Text(
    """\
En serie är en patients behandling på en nivå, från det första besöket med koden för pågående behandling till avslutet.
Besöken tas i ordning efter dag; samma dag kommer besök med enbart pågående kod först, därefter avgör `contact_id`,
jämförd som text. Ett uppehåll delar aldrig en serie. Seriens namn är patient, nivå, startdag och löpnummer.""",
    """\
A series is one patient's treatment at one level, from the first visit with the code for ongoing treatment to the
completion. Visits are taken by day; on the same day those with the ongoing code alone come first, then `contact_id`
decides, compared as text. A pause never splits a series. A series is named by patient, level, first day and number.""",
)
CONDITIONS_PART = Text("Villkor på en serie", "Conditions on a series")
DECISION_PART = Text("Från villkor till beslut", "From conditions to a decision")
DECISION_TEXT = Text(
    "Tabellerna visar alla villkor som inte är uppfyllda eller saknar underlag, och hur många som prövades.",
    "The tables show every condition that is not met or lacks evidence, and how many were judged.",
)
TEAM_PART = Text("Villkor på ett team", "Conditions on a team")
TEAM_TEXT = Text(
    """\
Ett team prövas för varje kalenderår som det är godkänt under, enligt riktlinjen som gäller 31 december (eller på
bedömningsdagen, om den kommer före). Teamets villkor nekar ingen serie: de tar upp teamet till granskning.""",
    """\
A team is judged for each calendar year in which it is accredited, under the guideline in force on 31 December (or on
the day of judgement, if earlier). Conditions on a team deny no series: they take the team up for review.""",
)
REFERRAL_PART = Text("Remiss, väntan och nivå", "Referral, waiting and level")
REFERRAL_TEXT = Text(
    """\
En remiss prövas medan den skrivs och när den tas emot. Den avvisas aldrig av sig själv: den som skriver ser vad som
brister, och den som tar emot beslutar. Regler som också gäller en serie är samma regler; startdagen är här den dag
remissen prövas. Det som inte står i remissen saknar underlag.

Dagar räknas som kalenderdagar, och dagen då klockan startar räknas inte. En dag då klockan står still räknas inte
heller. Att patienten själv vill vänta räknas först när en tid är erbjuden, patienten är informerad och önskan är
antecknad.""",
    """\
A referral is judged while it is written and when it is received. It is never refused by itself: who writes sees what
fails, and who receives decides. Rules that hold for a series too are the same rules; the first day is here the day on
which the referral is judged. What the referral does not say is missing evidence.

Days are calendar days, and the day on which the clock starts is not counted. A day on which it stands still is not
counted either. That the patient wishes to wait counts only once a visit has been offered, the patient has been
informed and the wish is noted.""",
)
IN_REFERRAL = Text("I remissen", "In the referral")
GOOD_LETTER = Text(
    "Utgår från en fullständig remiss enligt `{guideline}`, prövad {day}.",
    "Starts from a complete referral under `{guideline}`, judged {day}.",
)
WRITTEN = Text("I remissen", "In the referral")
CLOCKS, CLOCK = Text("Hur länge patienten får vänta", "How long the patient may wait"), Text("Klocka", "Clock")
TIME, COUNTED_FROM = Text("Tid", "Time"), Text("Räknas från", "Counted from")
CRITERIA, CRITERION = Text("Vad som talar för nivån", "What speaks for the level"), Text("Talar för", "Speaks for")
MONEY_PART = Text("Pengar", "Money")
PAID_PART = Text("Vad som betalas", "What is paid")
PAID_TEXT = Text(
    "Godkända serier räknas till enheten som började serien och till månaden för avslutet. Där ingen produktkod är "
    "angiven används nivåns eget namn.",
    "Approved series count for the unit that began them and the month of completion. Where no product code is stated, "
    "the level's own name is used.",
)
RECONCILED_PART = Text("Avstämning mot fakturor", "Reconciliation with invoices")
RECONCILED_TEXT = Text(
    "Avvikelsen är fakturerat minus godkänt. Pengar visas bara på helår: avvikelser mellan månader som tar ut varandra "
    "inom året visas men krävs inte. Ingenting återkrävs av sig självt; en människa beslutar.",
    "The difference is invoiced minus approved. Money is shown on whole years only: differences between months that "
    "cancel within the year are shown, not claimed. Nothing is claimed by itself; a person decides.",
)
WEB_ONLY = Text(
    "Prövas där rapporten lämnas in, på webben. Inget utdrag innehåller den, så här finns inga exempel.",
    "Judged where the report is handed in, on the web. No extract holds it, so there are no examples here.",
)
FORCE, EVIDENCE, IN = Text("Styrka", "Force"), Text("Underlag", "Evidence"), Text("Riktlinje", "Guideline")
VALUES, CLAUSE, QUOTE = Text("Värden", "Values"), Text("Källa", "Clause"), Text("Citat", "Quote")
READING, REMEDY = Text("Vår läsning", "Our reading"), Text("Om det brister", "If it fails")
STARTS_FROM = Text("Utgår från", "Starts from")
CONDITION, OUTCOME, DECISION = Text("Villkor", "Condition"), Text("Utfall", "Outcome"), Text("Beslut", "Decision")
EXAMPLE, REGISTERED = Text("Exempel", "Example"), Text("Registrerat", "Registered")
NOT_MET, UNKNOWN = Text("Inte uppfyllt", "Not met"), Text("Underlag saknas", "Evidence missing")
JUDGED, VISITS, SERIES = Text("Prövade", "Judged"), Text("Besök", "Visits"), Text("Serier", "Series")
NO_SERIES, CONTACTS = Text("ingen serie", "no series"), Text("besök", "visits")
OPEN, YEAR, UNIT = Text("pågår", "open"), Text("År", "Year"), Text("Enhet", "Unit")
LEVEL, PRODUCT, MONTH = Text("Nivå", "Level"), Text("Produkt", "Product"), Text("Månad", "Month")
COUNT, AMOUNT, PERIOD = Text("Antal", "Quantity"), Text("Belopp", "Amount"), Text("Period", "Period")
INVOICED, APPROVED, DIFFERENCE = (
    Text("Fakturerat", "Invoiced"),
    Text("Godkänt", "Approved"),
    Text("Avvikelse", "Difference"),
)
REPAYMENT, UNBILLED = Text("Kan återkrävas", "May be reclaimed"), Text("Inte fakturerat", "Not invoiced")
NOTHING = Text("ingenting betalas", "nothing is paid")
UNKNOWN_LINE = Text("rad {line}: ingen riktlinje känner den", "line {line}: no guideline knows it")
GROUND, REFERENCE, DAYS = Text("Grund", "Ground"), Text("Beslut", "Decision"), Text("Gäller", "In force")
CODE, LABEL, TITLE_COLUMN = Text("Kod", "Code"), Text("Betydelse", "Meaning"), Text("Titel", "Title")
DAY, CODE_COLUMN, PROFESSION = Text("Dag", "Day"), Text("Koder", "Codes"), Text("Yrke", "Profession")
MINUTES = Text("Minuter", "Minutes")
TEAM_LINE = Text(
    "Team {id}: {level}, {care}, godkänt {since} –, anslutet till {module} {joined}",
    "Team {id}: {level}, {care}, accredited {since} –, joined {module} {joined}",
)
NRS_LINE = Text("Registrering: {module}, enhet {unit}, {day}", "Registration: {module}, unit {unit}, {day}")
ROSTER_LINE = Text("I teamet sedan {since}: {people}", "In the team since {since}: {people}")
ONCE = {"patient": Text("en gång per patient", "once a patient"), "unit": Text("en gång per enhet", "once a unit")}
WITH = {
    "completion": Text("vid avslut", "at completion"),
    "first-payment": Text("med första betalningen", "with the first payment"),
}
SUPPLEMENT = {
    "work-contact": Text(
        "Kontakt med arbetsgivare eller Arbetsförmedlingen", "Contact with employer or employment service"
    ),
    "nrs-primary": Text("Anslutning till NRS primärvård", "Joining NRS primary"),
    "nrs-specialist": Text("Anslutning till NRS specialistvård", "Joining NRS specialist"),
}
