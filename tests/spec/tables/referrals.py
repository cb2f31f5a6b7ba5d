"""Conditions on a referral. Rules §6 for Region Skåne; §4 where a series has the same rule."""

from __future__ import annotations

from tests.spec.referrals import MMR, MMS, ReferralRow, ReferralTable

Row = ReferralRow

AGE = ReferralTable(
    "age",
    "16–67 år den dag remissen prövas",
    "16–67 years on the day the referral is judged",
    MMR,
    (
        Row("Fyller 16 samma dag", "Turns 16 that day", {"birth_date": "2003-05-01"}, "met", "16"),
        Row("Fyller 16 dagen efter", "Turns 16 the day after", {"birth_date": "2003-05-02"}, "not_met", "15"),
        Row("Fyller 68 dagen efter", "Turns 68 the day after", {"birth_date": "1951-05-02"}, "met", "67"),
        Row("Fyller 68 samma dag", "Turns 68 that day", {"birth_date": "1951-05-01"}, "not_met", "68"),
        Row("Födelsedatum saknas", "No birth date", {"birth_date": ""}, "unknown"),
    ),
)
AGE_MMS = ReferralTable(
    "age",
    "MMS: 16–70 år den dag remissen prövas",
    "MMS: 16–70 years on the day the referral is judged",
    MMS,
    (
        Row("MMS: fyller 16 samma dag", "MMS: turns 16 that day", {"birth_date": "2002-05-01"}, "met", "16"),
        Row("MMS: fyller 16 dagen efter", "MMS: turns 16 the day after", {"birth_date": "2002-05-02"}, "not_met", "15"),
        Row("MMS: fyller 71 dagen efter", "MMS: turns 71 the day after", {"birth_date": "1947-05-02"}, "met", "70"),
        Row("MMS: fyller 71 samma dag", "MMS: turns 71 that day", {"birth_date": "1947-05-01"}, "not_met", "71"),
    ),
)
PAIN = ReferralTable(
    "pain-duration",
    "Tre kalendermånader sedan smärtan började",
    "Three calendar months since the pain began",
    MMR,
    (
        Row("Tre månader på dagen", "Three months to the day", {"pain_onset": "2019-02-01"}, "met"),
        Row("En dag för kort", "One day too short", {"pain_onset": "2019-02-02"}, "not_met"),
        Row("Började 30 november, prövas sista februari", "Began 30 November, judged on the last of February",
            {"pain_onset": "2018-11-30", "day": "2019-02-28"}, "met"),
        Row("Remissen säger inte när", "The referral does not say when", {"pain_onset": ""}, "unknown"),
    ),
)  # fmt: skip
LISTED = ReferralTable(
    "diagnosis-listed",
    "Den preliminära diagnosen är en av riktlinjens",
    "The preliminary diagnosis is one of the guideline's",
    MMR,
    (
        Row("En listad diagnos", "A listed diagnosis", {}, "met", "M54.5"),
        Row("En underkod till en listad fyrställig kod", "A subdivision of a listed four-character code",
            {"diagnosis": "M791A"}, "met", "M79.1A"),
        Row("En annan diagnos", "Another diagnosis", {"diagnosis": "M540"}, "not_met", "M54.0"),
        Row("Ingen diagnos", "No diagnosis", {"diagnosis": ""}, "not_met"),
    ),
)  # fmt: skip
INVESTIGATED = ReferralTable(
    "investigated",
    "Remittenten säger om patienten är färdigutredd",
    "The referrer says whether the patient is fully investigated",
    MMR,
    (
        Row("Färdigutredd", "Fully investigated", {}, "met", "yes"),
        Row("Inte färdigutredd", "Not fully investigated", {"investigated": "no"}, "not_met", "no"),
        Row("Remissen säger inget", "The referral says nothing", {"investigated": ""}, "unknown"),
    ),
)
CHOSEN = ReferralTable(
    "chosen-by-patient",
    "Teamet är patientens eget val",
    "The team is the patient's own choice",
    MMR,
    (
        Row("Patienten har valt", "The patient has chosen", {}, "met", "yes"),
        Row("Valet är inte angivet", "The choice is not given", {"chosen_by_patient": "no"}, "not_met", "no"),
    ),
)
GIVEN = ReferralTable(
    "diagnosis-given",
    "En preliminär diagnos, vilken som helst",
    "A preliminary diagnosis, whichever",
    MMS,
    (
        Row("En diagnos utanför alla listor", "A diagnosis on no list", {"diagnosis": "M540"}, "met", "yes"),
        Row("Diagnosen saknas", "The diagnosis is missing", {"diagnosis": ""}, "not_met", "no"),
    ),
)
LINTON = ReferralTable(
    "linton-given",
    "Summan och vilken form den gäller",
    "The sum, and which form it is of",
    MMS,
    (
        Row("Summan av den korta formen", "The sum of the short form", {}, "met", "42 short"),
        Row("Summan noll är också en summa", "A sum of nought is a sum too", {"linton_sum": "0"}, "met", "0 short"),
        Row("Summan utan form", "The sum without its form", {"linton_form": ""}, "not_met", "42"),
        Row("Ingen summa", "No sum", {"linton_sum": ""}, "not_met"),
    ),
)
ABOVE = ReferralTable(
    "linton-above",
    "Över 50 poäng tas ställning till vårdnivå; precis 50 räknas inte",
    "Above 50 points a stand on the care level is taken; exactly 50 does not count",
    MMS,
    (
        Row("Precis 50", "Exactly 50", {"linton_sum": "50"}, "met", "50 short"),
        Row("51 utan ställningstagande", "51 without a stand", {"linton_sum": "51"}, "not_met", "51 short"),
        Row("51 med ställningstagande", "51 with a stand",
            {"linton_sum": "51", "level_considered": "MMS räcker"}, "met", "51 short"),
        Row("51, bara mellanslag som ställningstagande", "51, nothing but a space for a stand",
            {"linton_sum": "51", "level_considered": " "}, "not_met"),
        Row("120 på den långa formen: gränsen gäller inte den", "120 on the full form: the bound is not of that",
            {"linton_sum": "120", "linton_form": "full"}, "unknown", "120 full"),
        Row("Ingen summa alls", "No sum at all", {"linton_sum": ""}, "unknown"),
    ),
)  # fmt: skip
SICK_LEAVE = ReferralTable(
    "long-sick-leave",
    "Efter tolv månaders sjukskrivning tas ställning till vårdnivå",
    "After twelve months of sick leave a stand on the care level is taken",
    MMS,
    (
        Row("Inte sjukskriven", "Not on sick leave", {}, "met"),
        Row("Tolv månader på dagen", "Twelve months to the day",
            {"sick_leave_share": "50", "sick_leave_since": "2017-05-01"}, "not_met", "50 % 2017-05-01"),
        Row("En dag mindre", "A day less",
            {"sick_leave_share": "100", "sick_leave_since": "2017-05-02"}, "met", "100 % 2017-05-02"),
        Row("Lång, med ställningstagande", "Long, with a stand",
            {"sick_leave_share": "25", "sick_leave_since": "2015-05-01", "level_considered": "MMS räcker"}, "met"),
        Row("Sjukskriven sedan okänd dag", "On sick leave since an unknown day", {"sick_leave_share": "50"}, "unknown"),
        Row("Sjukskrivningen är inte känd", "The sick leave is not known", {"sick_leave_share": ""}, "unknown"),
    ),
)  # fmt: skip
EARLIER = ReferralTable(
    "earlier-treatment",
    "Det som har prövats har inte räckt: ställning tas till vårdnivå",
    "What has been tried has not been enough: a stand on the care level is taken",
    MMS,
    (
        Row("Prövat, med ställningstagande", "Tried, with a stand",
            {"tried": "Fysioterapi", "level_considered": "MMS räcker"}, "met", "yes"),
        Row("Prövat, utan ställningstagande", "Tried, without a stand", {"tried": "Fysioterapi"}, "not_met", "yes"),
        Row("Remissen säger inte vad som har prövats", "The referral does not say what has been tried", {}, "unknown"),
    ),
)  # fmt: skip
CODE = ReferralTable(
    "referral-code",
    "Remisskoden är angiven",
    "The referral code is given",
    MMS,
    (
        Row("Kod angiven", "Code given", {}, "met", "R-17"),
        Row("Kod saknas", "Code missing", {"referral_code": " "}, "not_met"),
    ),
)
QUESTION = ReferralTable(
    "question-asked",
    "Frågeställningen framgår",
    "The question is clear",
    MMS,
    (
        Row("En fråga ställs", "A question is asked", {}, "met", "yes"),
        Row("Ingen fråga ställs", "No question is asked", {"question": ""}, "not_met", "no"),
    ),
)

TABLES: tuple[ReferralTable, ...] = (
    AGE,
    AGE_MMS,
    LISTED,
    PAIN,
    INVESTIGATED,
    CHOSEN,
    GIVEN,
    LINTON,
    ABOVE,
    SICK_LEAVE,
    EARLIER,
    CODE,
    QUESTION,
)
