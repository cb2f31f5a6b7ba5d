"""What each kind of condition is called, and what to do where it is not met, in Swedish and English.

The guideline's own words are never repeated here: findings show its clause and quote beside these.
"""

from dataclasses import dataclass
from typing import Final

from samsyn.guidelines import Condition, checks


@dataclass(frozen=True)
class Wording:
    """Texts by language: what the condition asks, and what would have to be registered to change the outcome."""

    title: dict[str, str]
    remedy: dict[str, str]


def wording(condition: Condition) -> Wording:
    """The texts of the condition's kind, for a series or a team."""
    if isinstance(condition.check, checks.Attested):
        return _ATTESTED[condition.check.column]
    kind = type(condition.check)
    return _OF_REFERRALS[kind] if kind in _OF_REFERRALS else _BY_CHECK[kind]


def referral_wording(condition: Condition) -> Wording:
    """The texts of the condition's kind, for a referral: what it shares with a series has a remedy of its own there."""
    return _IN_REFERRAL.get(type(condition.check)) or wording(condition)


def _w(title_sv: str, title_en: str, remedy_sv: str, remedy_en: str) -> Wording:
    return Wording({"sv": title_sv, "en": title_en}, {"sv": remedy_sv, "en": remedy_en})


_BY_CHECK: Final[dict[type, Wording]] = {
    checks.InForce: _w(
        "En riktlinje gäller och anger ett belopp",
        "A guideline is in force and states an amount",
        "Regionen behöver ange den riktlinje och det belopp som gäller dagen för avslut; tills dess granskas serien.",
        "The region must state the guideline and the amount for the day of completion; until then it is reviewed.",
    ),
    checks.OngoingCoded: _w(
        "Pågående behandling är kodad",
        "Ongoing treatment is coded",
        "Registrera koden för pågående behandling på varje besök i serien.",
        "Register the code for ongoing treatment at every visit of the series.",
    ),
    checks.Age: _w(
        "Patientens ålder vid start",
        "The patient's age at the start",
        "Åldern kan inte ändras. Saknas födelsedatum: komplettera patientens uppgifter.",
        "Age cannot be changed. Where the birth date is missing: complete the patient's data.",
    ),
    checks.DiagnosisListed: _w(
        "En av riktlinjens diagnoser finns",
        "One of the guideline's diagnoses is there",
        "Kontrollera diagnosen. Är någon av de listade riktig: registrera den på minst ett besök.",
        "Check the diagnosis. If a listed one is correct: register it at one visit at least.",
    ),
    checks.DiagnosisEveryVisit: _w(
        "Diagnos vid varje besök",
        "A diagnosis at every visit",
        "Komplettera diagnos på de besök som saknar den.",
        "Add the diagnosis to the visits without one.",
    ),
    checks.PainDuration: _w(
        "Smärtan har varat tillräckligt länge",
        "The pain has lasted long enough",
        "Kontrollera smärtans debut i underlaget; serien började för tidigt om den stämmer.",
        "Check the onset of the pain in the evidence; if it is right, the series began too early.",
    ),
    checks.AssessmentCoded: _w(
        "Bedömning är kodad före start",
        "The assessment is coded before the start",
        "Registrera bedömningskoden på det besök där bedömningen gjordes, senast på startdagen.",
        "Register the assessment code at the visit where the assessment was made, on the first day at the latest.",
    ),
    checks.CompletionUnit: _w(
        "Avslutad vid samma enhet som startade",
        "Completed at the unit that started",
        "Avslutskoden ska registreras av den enhet som registrerade den första pågående koden.",
        "The completion code must be registered by the unit that registered the first ongoing code.",
    ),
    checks.TeamAccredited: _w(
        "Ett godkänt team under hela serien",
        "An approved team throughout the series",
        "Kontrollera teamets godkännande: samma team ska vara godkänt för nivån från första till sista dagen.",
        "Check the team's approval: one team must be approved for the level from the first day to the last.",
    ),
    checks.NrsConnected: _w(
        "Teamet är anslutet till rätt modul i NRS",
        "The team has joined the right module of NRS",
        "Anslut teamet till den modul i smärtregistret som krävs, och meddela regionen från vilken dag.",
        "Join the required module of the pain registry and tell the region from which day.",
    ),
    checks.NrsRegistered: _w(
        "Patienten är registrerad i NRS",
        "The patient is registered in NRS",
        "Registrera patienten i registret vid den enhet som behandlar.",
        "Register the patient in the registry at the treating unit.",
    ),
    checks.TreatmentGap: _w(
        "Tillräcklig tid sedan tidigare serie",
        "Enough time since an earlier series",
        "Ersättning ges inte för serier i rad. Är den tidigare serien felkodad: rätta den.",
        "Series in a row are not paid. If the earlier series is wrongly coded: correct it.",
    ),
    checks.CareLevel: _w(
        "Rätt vårdnivå för nivån",
        "The right care level for the level",
        "Nivån ges huvudsakligen på en annan vårdnivå; motivera valet i journalen.",
        "The level is mainly given at another care level; give the reason in the record.",
    ),
    checks.Hours: _w(
        "Behandlingens omfattning i timmar",
        "Hours of treatment",
        "Registrera tid på besöken; avviker omfattningen, anteckna skälet.",
        "Register minutes on the visits; where the extent differs, note the reason.",
    ),
    checks.Multiprofessional: _w(
        "Flera professioner har medverkat",
        "Several professions have taken part",
        "Registrera yrke på besöken; saknas en profession, anteckna skälet.",
        "Register the profession on the visits; where one is missing, note the reason.",
    ),
    checks.ProgrammeLength: _w(
        "Programmet är tillräckligt långt",
        "The programme is long enough",
        "Avsluta inte förrän programmets veckor har gått; kontrollera seriens första och sista dag.",
        "Do not complete before the weeks of the programme have passed; check the first and last day of the series.",
    ),
    checks.PriceBasis: _w(
        "Beloppet är angivet för perioden",
        "The amount is stated for the period",
        "Beloppet är hämtat från en tidigare period; regionen behöver bekräfta det.",
        "The amount is carried over from an earlier period; the region should confirm it.",
    ),
    checks.WorkContact: _w(
        "Kontakt med arbetsgivare eller Arbetsförmedlingen",
        "Contact with employer or employment service",
        "Registrera samordningskoden när kontakten tas, under seriens gång.",
        "Register the coordination code when the contact is made, during the series.",
    ),
    checks.SameYear: _w(
        "Ytterligare serie samma år",
        "A further series in the same year",
        "Upplysning: undantaget för ytterligare en serie samma år används.",
        "For information: the exception for a further series in the same year is used.",
    ),
    checks.DuplicateCompletion: _w(
        "Avslutskoden är registrerad mer än en gång",
        "The completion code is registered more than once",
        "Upplysning: den senare avslutskoden räknas till samma serie.",
        "For information: the later completion code belongs to the same series.",
    ),
    checks.Composition: _w(
        "Teamets sammansättning",
        "The team's composition",
        "Komplettera teamets bemanning med de professioner och den kompetens som saknas.",
        "Complete the roster with the professions and the competence that are missing.",
    ),
    checks.Volume: _w(
        "Tillräckligt många patienter under året",
        "Enough patients in the year",
        "Nekar ingen serie; teamet tas upp till granskning.",
        "Denies no series; the team is taken up for review.",
    ),
    checks.TeamNrsConnected: _w(
        "Teamet är anslutet till NRS",
        "The team has joined NRS",
        "Anslut teamet till den modul som krävs.",
        "Join the required module.",
    ),
    checks.FollowUpReport: _w(
        "Uppföljningen är inlämnad i tid",
        "The follow-up report is handed in on time",
        "Lämna in rapporten.",
        "Hand in the report.",
    ),
}

_OF_REFERRALS: Final[dict[type, Wording]] = {
    checks.DiagnosisGiven: _w(
        "Preliminär diagnos är angiven",
        "A preliminary diagnosis is given",
        "Ange den preliminära diagnosen i remissen.",
        "Give the preliminary diagnosis in the referral.",
    ),
    checks.LintonGiven: _w(
        "Summan enligt Lintons skattningsskala är angiven",
        "The sum of Linton's form is given",
        "Låt patienten fylla i formuläret. Ange summan och om det är den korta eller den långa formen.",
        "Let the patient fill in the form. Give the sum, and say whether it is the short form or the full one.",
    ),
    checks.LintonAbove: _w(
        "Ställning är tagen till vårdnivå vid hög Lintonsumma",
        "A stand on the care level is taken where the Linton sum is high",
        "Skriv i remissen vilken vårdnivå som är aktuell och varför.",
        "Write in the referral which care level is right, and why.",
    ),
    checks.ReferralCodeGiven: _w(
        "Remisskod är angiven",
        "The referral code is given",
        "Ange remisskoden.",
        "Give the referral code.",
    ),
    checks.ChosenByPatient: _w(
        "Teamet är patientens eget val",
        "The team is the patient's own choice",
        "Berätta vilka team som finns, låt patienten välja och ange valet i remissen.",
        "Tell the patient which teams there are, let the patient choose, and give the choice in the referral.",
    ),
    checks.LongSickLeave: _w(
        "Ställning är tagen till vårdnivå vid lång sjukskrivning",
        "A stand on the care level is taken where sick leave is long",
        "Ange hur mycket och sedan när. Är sjukskrivningen lång: skriv om specialistmottagning är rätt, och varför.",
        "Say how much and since when. If the sick leave is long: write whether a specialist clinic is right, and why.",
    ),
    checks.EarlierTreatment: _w(
        "Ställning är tagen till vårdnivå där behandling redan har prövats",
        "A stand on the care level is taken where treatment has been tried",
        "Skriv vad som har prövats. Har det inte hjälpt: skriv om specialistmottagning är rätt, och varför.",
        "Write what has been tried. If it did not help: write whether a specialist clinic is right, and why.",
    ),
    checks.QuestionAsked: _w(
        "Frågeställningen framgår",
        "The question is clear",
        "Skriv vad teamet ska ta ställning till.",
        "Write what the team is asked.",
    ),
}

_IN_REFERRAL: Final[dict[type, Wording]] = {
    checks.Age: _w(
        "Patientens ålder",
        "The patient's age",
        "Patienten är utanför programmets åldrar och behöver en annan behandling. Saknas födelsedatum: komplettera.",
        "The patient is outside the ages and needs another treatment. If the birth date is missing, add it.",
    ),
    checks.DiagnosisListed: _w(
        "Den preliminära diagnosen är en av riktlinjens",
        "The preliminary diagnosis is one of the guideline's",
        "Kontrollera diagnosen. Är ingen av de listade riktig gäller programmet inte.",
        "Check the diagnosis. If none of the listed ones is right, the programme does not apply.",
    ),
    checks.PainDuration: _w(
        "Smärtan har varat tillräckligt länge",
        "The pain has lasted long enough",
        "Ange när smärtan började. Har den inte varat tillräckligt länge: vänta med remissen.",
        "Say when the pain began. If it has not lasted long enough: wait with the referral.",
    ),
    checks.Attested: _w(
        "Patienten är färdigutredd",
        "The patient is fully investigated",
        "Ange om patienten är färdigutredd, och annars vad som återstår.",
        "Say whether the patient is fully investigated, and if not what remains.",
    ),
}

_ATTESTED: Final[dict[str, Wording]] = {
    "investigated": _w(
        "Utredd och bedömd som lämplig",
        "Investigated and judged suitable",
        "Intygas av utföraren. Är patienten utredd: rätta underlaget.",
        "Certified by the provider. If the patient is investigated: correct the evidence.",
    ),
    "plan": _w(
        "Rehabiliteringsplan finns",
        "There is a rehabilitation plan",
        "Intygas av utföraren. Finns en plan som följts upp: rätta underlaget.",
        "Certified by the provider. If there is a plan that was followed up: correct the evidence.",
    ),
    "physician_at_conference": _w(
        "Läkare vid avslutande teamkonferens",
        "A physician at the closing team conference",
        "Intygas av utföraren. Medverkade läkaren: rätta underlaget.",
        "Certified by the provider. If the physician took part: correct the evidence.",
    ),
    "choice_signed": _w(
        "Patienten har skrivit under sitt val av behandlare",
        "The patient has signed the choice of provider",
        "Intygas av utföraren. Skrev patienten under vid första besöket: rätta underlaget. Spara blanketten.",
        "Certified by the provider. If the patient signed at the first visit: correct the evidence. Keep the form.",
    ),
    "screened": _w(
        "Svår depression och ångest är efterfrågade",
        "Severe depression and anxiety were looked for",
        "Intygas av utföraren. Gjordes screeningen: rätta underlaget.",
        "Certified by the provider. If the screening was made: correct the evidence.",
    ),
    "copy_sent": _w(
        "Journalkopia är skickad till vårdcentralen",
        "A copy of the record is sent to the health centre",
        "Fråga patienten om medgivande och skicka kopian. Avböjer patienten: anteckna det.",
        "Ask the patient's consent and send the copy. If the patient declines: note it.",
    ),
}
