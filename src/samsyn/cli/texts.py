"""The words of summaries and explanations, Swedish first, English second."""

from typing import Final

from samsyn.cli.options import Language

_TEXTS: Final[dict[str, tuple[str, str]]] = {
    # decisions and outcomes
    "approved": ("Godkänd", "Approved"),
    "denied": ("Nekad", "Denied"),
    "review": ("Granskas", "To be reviewed"),
    "open": ("Pågår", "Open"),
    "met": ("Uppfyllt", "Met"),
    "not_met": ("Inte uppfyllt", "Not met"),
    "unknown": ("Underlag saknas", "Evidence missing"),
    "attested": ("Intygas", "Certified"),
    "must": ("ska", "must"),
    "should": ("bör", "should"),
    "info": ("upplysning", "information"),
    # facts as they are said
    "yes": ("ja", "yes"),
    "no": ("nej", "no"),
    "stated": ("angivet", "stated"),
    "carried-forward": ("hämtat från tidigare period", "carried forward"),
    "not-stated": ("inte angivet", "not stated"),
    "primary": ("primärvård", "primary care"),
    "hospital": ("sjukhus", "hospital"),
    "specialist": ("specialistvård", "specialist care"),
    "physician": ("läkare", "physician"),
    "physiotherapist": ("fysioterapeut", "physiotherapist"),
    "occupational_therapist": ("arbetsterapeut", "occupational therapist"),
    "social_worker": ("kurator", "social worker"),
    "psychologist": ("psykolog", "psychologist"),
    "psychotherapist": ("psykoterapeut", "psychotherapist"),
    "nurse": ("sjuksköterska", "nurse"),
    "rehabilitation_coordinator": ("rehabkoordinator", "rehabilitation coordinator"),
    "other": ("annan", "other"),
    # summary
    "as_of": ("Per dag", "As of"),
    "guidelines": ("Riktlinjer", "Guidelines"),
    "series_by_level": ("Behandlingsserier", "Series of treatment"),
    "level": ("Nivå", "Level"),
    "amount": ("Belopp", "Amount"),
    "total": ("Summa", "Total"),
    "why_not": ("Varför serier nekas eller granskas", "Why series are denied or reviewed"),
    "condition": ("Villkor", "Condition"),
    "clause": ("Källa", "Clause"),
    "series": ("Serier", "Series"),
    "teams": ("Team som inte uppfyller ett krav", "Teams that fail a requirement"),
    "comparison": ("Avstämning mot fakturor, helår", "Reconciliation with invoices, whole years"),
    "year": ("År", "Year"),
    "product": ("Produkt", "Product"),
    "invoiced": ("Fakturerat", "Invoiced"),
    "approved_count": ("Godkänt", "Approved"),
    "repayment": ("Kan återkrävas", "May be reclaimed"),
    "unbilled": ("Inte fakturerat", "Not invoiced"),
    "nothing_claimed": (
        "Ingenting återkrävs av sig självt: en avvikelse kan väcka frågan, och en människa beslutar.",
        "Nothing is claimed by itself: a difference may raise the question, and a person decides.",
    ),
    "unmatched": ("Fakturarader som ingen riktlinje känner", "Invoice lines that no guideline knows"),
    "lines": ("Rader", "Lines"),
    "table": ("Tabell", "Table"),
    "read": ("Lästa", "Read"),
    "used": ("Använda", "Used"),
    "rejected": ("Avvisade", "Rejected"),
    "duplicate": ("Dubbletter", "Duplicates"),
    "ignored": ("Ej berörda", "Not concerned"),
    "sums": (
        "Kodade kontakter {coded} = i serier {in_series} + bedömning eller samordning {assessment_or_coordination} "
        "+ avvisade {rejected} + dubbletter {duplicate}.",
        "Coded contacts {coded} = in series {in_series} + assessment or coordination {assessment_or_coordination} "
        "+ rejected {rejected} + duplicates {duplicate}.",
    ),
    "rejected_rows": ("Avvisade rader", "Rejected rows"),
    "file": ("Fil", "File"),
    "line": ("Rad", "Line"),
    "reason": ("Skäl", "Reason"),
    "detail": ("Vad som stod", "What was written"),
    "notes": ("Att känna till", "Good to know"),
    "count": ("Antal", "Count"),
    "more_rejected": ("… och {count} till.", "… and {count} more."),
    "written": ("Resultatet ligger i {out}.", "The results are in {out}."),
    # explain
    "explained": ("Behandlingsserie {series_id}", "Series of treatment {series_id}"),
    "patient": ("Patient", "Patient"),
    "period": ("Tid", "Time"),
    "unit": ("Enhet", "Unit"),
    "ongoing_since": ("pågår, bedömd som om den avslutades {day}", "open, judged as if completed on {day}"),
    "guideline": ("Riktlinje", "Guideline"),
    "no_guideline": ("ingen känd för dagen", "none known for the day"),
    "decision": ("Beslut", "Decision"),
    "would_be": ("Skulle i dag bli", "Would today be"),
    "contacts": ("Vad som är registrerat", "What is registered"),
    "date": ("Dag", "Date"),
    "codes": ("Koder", "Codes"),
    "diagnoses": ("Diagnoser", "Diagnoses"),
    "profession": ("Yrke", "Profession"),
    "minutes": ("Minuter", "Minutes"),
    "repeated": ("upprepat avslut", "repeated completion"),
    "conditions": ("Villkoren", "The conditions"),
    "observed": ("Vi såg", "We saw"),
    "required": ("Det krävs", "Required"),
    "nothing_seen": ("inget", "nothing"),
    "our_reading": ("Vår tolkning", "Our reading"),
    "to_do": ("Att göra", "What to do"),
    # guidelines
    "packaged": ("Riktlinjer", "Guidelines"),
    "in_force": ("Gäller", "In force"),
    "reference": ("Beslut", "Decision"),
    "force": ("Styrka", "Force"),
    "evidence": ("Underlag", "Evidence"),
    "parameters": ("Värden", "Values"),
    "quote": ("Citat", "Quote"),
    "team_conditions": ("Villkor för team", "Conditions on teams"),
    "referral_conditions": ("Villkor för remisser", "Conditions on referrals"),
    "clocks": ("Väntetider", "Waiting times"),
    "time": ("Tid", "Time"),
    "months": ("{count} kalendermånad(er)", "{count} calendar month(s)"),
    "days": ("{count} dagar", "{count} days"),
    "counted_from": ("Räknas från", "Counted from"),
    "referral-received": ("mottagen remiss", "referral received"),
    "level-decided": ("beslut om nivå", "level decided"),
    "criteria": ("Vad som talar för nivån", "What speaks for the level"),
    "wind_down": ("Avveckling", "Wind-down"),
    "amounts": ("Belopp", "Amounts"),
    "ground": ("Grund", "Ground"),
    "listed_diagnoses": ("Diagnoser som öppnar för behandling", "Diagnoses that open the treatment"),
    "code": ("Kod", "Code"),
    "label": ("Benämning", "Label"),
    "supplements": ("Tillägg", "Supplements"),
    "invoice": ("Faktura", "Invoice"),
    "follow_up": ("Uppföljning", "Follow-up"),
    "notification": ("Anmälan av team", "Notification of teams"),
    "register": ("Modul i NRS", "Module of NRS"),
    "difference": ("Skillnader {a} → {b}", "Differences {a} → {b}"),
    "no_difference": ("Inga skillnader.", "No differences."),
    "draft": ("utkast", "draft"),
    # simulate
    "simulation": ("Simulering {first}–{last}", "Simulation {first}–{last}"),
    "scenario": ("Riktlinje", "Guideline"),
    "now": ("gällande", "in force"),
    "below_volume": ("Team under volymen", "Teams below volume"),
    "changed": ("Beslut som ändras", "Decisions that change"),
    "as_if": (
        "{draft} gäller inga dagar i underlaget; den prövas som om den gällt {period}.",
        "{draft} covers no day of the extract; it is tried as if in force {period}.",
    ),
    "no_change": ("Inget beslut ändras.", "No decision changes."),
    "from": ("Från", "From"),
    "to": ("Till", "To"),
    "because": ("Villkor som skiljer", "Conditions that differ"),
    "per_unit": ("Belopp per enhet", "Amount by unit"),
    "chart": ("Diagram: {file}", "Chart: {file}"),
    # convert
    "converting": ("Konverterar", "Converting"),
    "converted": ("Det konverterade utdraget ligger i {out}.", "The converted extract is in {out}."),
    "files": ("Filer", "Files"),
    "parts": ("Delar", "Parts"),
    # generate, demo
    "generated": ("En påhittad region i {out}", "A made-up region in {out}"),
    "planted": ("Planterade fel (facit i planted.csv)", "Planted faults (the truth is in planted.csv)"),
    "demo": (
        "En påhittad region med {teams} team och {contacts} kontakter, bedömd och avstämd på {seconds} sekunder.",
        "A made-up region with {teams} teams and {contacts} contacts, judged and reconciled in {seconds} seconds.",
    ),
    "look_closer": ("Titta närmare på en serie:", "Look closer at a series:"),
}


def say(key: str, language: Language, **values: object) -> str:
    """The text in the language, with its values put in."""
    return _TEXTS[key][0 if language is Language.SV else 1].format(**values)


def word(value: str, language: Language) -> str:
    """A word of the data in the language, or the word itself where there is none."""
    return say(value, language) if value in _TEXTS else value


def words(text: str, language: Language) -> str:
    """A text of facts with the words of the data in the language: “≥ 3: physician, nurse”."""
    return ", ".join(_lead(part, language) for part in text.split(", "))


def _lead(part: str, language: Language) -> str:
    before, space, last = part.rpartition(" ")
    first, gap, rest = part.partition(" ")
    if first in _TEXTS and rest:
        return f"{word(first, language)}{gap}{rest}"
    return f"{before}{space}{word(last, language)}"


def number(value: int) -> str:
    """A whole number with thin groups of three."""
    return f"{value:,}".replace(",", "\u00a0")


def kronor(ore: int | None) -> str:
    """An amount in whole kronor, empty where there is none."""
    return "" if ore is None else f"{number(ore // 100)}\u00a0kr"
