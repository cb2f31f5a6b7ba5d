"""The same job in plain pandas: what an analyst would write for one region and two years, codes and prices in place.

`python -m bench.pandas_script EXTRACT OUT` reads a Parquet extract and writes series, findings, payments and
reconciliation as CSV. Nothing is validated, no reason or clause is told, and teams are not judged.
"""

import sys
from pathlib import Path
from typing import Any, Final

import pandas as pd

ONGOING: Final = {"MMR1": "UV110", "MMR2": "UV115"}
COMPLETION: Final = {"MMR1": "UV114", "MMR2": "UV116"}
ASSESSMENT: Final = "UV118"
COORDINATION: Final = ("GC001", "ZV506", "ZV502")
CODES: Final = (*ONGOING.values(), *COMPLETION.values(), ASSESSMENT, *COORDINATION)
LISTED: Final = (
    *("F454", "M530", "M531", "M542", "M544", "M545", "M546", "M549", "M751", "M759"),
    *("M779", "M791", "M797", "R522A", "R522C", "R529", "S134", "T918"),
)
COVERING: Final = tuple(code for code in LISTED if len(code) == 4)
PRICED_YEARS: Final = (2018, 2019)
PRICES: Final = {"MMR1": 35_000, "MMR2": 55_000}
CARE_LEVEL: Final = {"MMR1": "primary", "MMR2": "hospital"}
MODULE: Final = {"MMR1": "primary", "MMR2": "specialist", "primary": "primary", "hospital": "specialist"}
HOURS: Final = {"MMR1": (32, 48), "MMR2": (75, 100)}
TEAM: Final = {
    "MMR1": (3, {"physician", "physiotherapist", "occupational_therapist", "social_worker", "psychologist"}),
    "MMR2": (4, {"physician", "physiotherapist", "occupational_therapist", "psychologist"}),
}
COLUMNS: Final = ("contact_id", "patient_id", "unit", "date", "diagnoses", "procedures", "profession", "minutes")
SHOULD: Final = ("care-level", "hours", "multiprofessional", "price-basis", "work-contact", "duplicate-completion")
ATTESTED: Final = ("pain-duration", "investigated", "rehab-plan", "physician-at-conference")
KEY: Final = ["unit", "level", "product_code", "period"]


# --- Reading -----------------------------------------------------------------------------------------------------


def plain(codes: Any) -> Any:
    """Codes without spaces, dots or case."""
    return codes.str.replace(r"[\s.\-]", "", regex=True).str.upper()


def read_coded(path: Path) -> tuple[Any, Any]:
    """The contacts with a guideline code, and the last day of all contacts. One part at a time, to spare memory."""
    found, last = [], []
    for part in sorted(path.glob("*.parquet")) if path.is_dir() else [path]:
        contacts = pd.read_parquet(part, columns=list(COLUMNS))
        last.append(contacts["date"].max())
        codes = plain(contacts["procedures"].explode().dropna())
        found.append(contacts.loc[codes.index[codes.isin(CODES)].unique()])
    return clean(pd.concat(found, ignore_index=True)), pd.Timestamp(max(last))


def clean(coded: Any) -> Any:
    """One spelling of everything; the same row twice counts once, one id with two contents not at all."""
    for column in ("diagnoses", "procedures"):
        joined = coded[column].map(lambda codes: ",".join(codes))
        coded[column] = plain(joined).map(lambda text: tuple(text.split(",")) if text else ())
    coded["unit"] = coded["unit"].str.strip().str.upper()
    coded["date"] = pd.to_datetime(coded["date"])
    coded = coded.drop_duplicates()
    return coded[~coded["contact_id"].duplicated(keep=False)]


def read_other(extract: Path, name: str) -> Any:
    """One of the small tables, days as days."""
    table = pd.read_parquet(extract / f"{name}.parquet")
    days = [c for c in table if c in ("birth_date", "date", "start", "pain_onset") or "_from" in c or "_to" in c]
    for column in days:
        table[column] = pd.to_datetime(table[column], errors="coerce")
    if "unit" in table:
        table["unit"] = table["unit"].str.strip().str.upper()
    return table


# --- Series ------------------------------------------------------------------------------------------------------


def carries(contacts: Any, *codes: str) -> Any:
    """Whether each contact has one of the codes."""
    return contacts["procedures"].map(lambda found: any(code in found for code in codes)).astype(bool)


def visits_of(coded: Any) -> Any:
    """Ongoing and completion contacts, each with the number of its series."""
    levels = [
        coded.assign(
            level=level,
            is_ongoing=carries(coded, ONGOING[level]),
            is_completion=carries(coded, COMPLETION[level]),
        )
        for level in ONGOING
    ]
    visits = pd.concat(levels)
    visits = visits[visits["is_ongoing"] | visits["is_completion"]]
    visits = visits.sort_values(["patient_id", "level", "date", "is_completion", "contact_id"], ignore_index=True)
    group = visits["patient_id"] + ":" + visits["level"]
    first = group != group.shift()
    closed = visits["is_completion"].shift(fill_value=True)
    visits["series"] = (first | (visits["is_ongoing"] & closed)).cumsum()
    visits["is_duplicate"] = ~first & closed & ~visits["is_ongoing"]
    return visits


def series_of(visits: Any) -> Any:
    """One row a series, numbered as the visits are."""
    series = visits.groupby("series").agg(
        patient_id=("patient_id", "first"),
        level=("level", "first"),
        start=("date", "first"),
        start_unit=("unit", "first"),
        contacts=("date", "size"),
        ongoing=("is_ongoing", "sum"),
        duplicates=("is_duplicate", "sum"),
        last_day=("date", "max"),
    )
    completions = visits[visits["is_completion"] & ~visits["is_duplicate"]].groupby("series")
    series = series.join(completions.agg(end=("date", "first"), completion_unit=("unit", "first")))
    series["last_day"] = series["end"].fillna(series["last_day"])
    series["previous_end"] = series.groupby(["patient_id", "level"])["end"].shift()
    n = (series.groupby(["patient_id", "level", "start"]).cumcount() + 1).astype(str)
    series["series_id"] = (
        series["patient_id"] + ":" + series["level"] + ":" + series["start"].dt.strftime("%Y%m%d") + ":" + n
    )
    return series


# --- Conditions: one nullable truth a series, missing where the evidence is missing --------------------------------


def on_patient(series: Any, own: Any, patients: Any) -> dict[str, Any]:
    """Age and diagnoses; `own` are the series' visits without duplicates of the completion."""
    born = series["patient_id"].map(patients.drop_duplicates("patient_id").set_index("patient_id")["birth_date"])
    start = series["start"].dt
    before_birthday = start.month * 100 + start.day < born.dt.month * 100 + born.dt.day
    age = start.year - born.dt.year - before_birthday
    codes = own.set_index("series")["diagnoses"].explode().dropna()
    listed = codes[codes.isin(LISTED) | codes.str[:4].isin(COVERING)].index
    undiagnosed = own.loc[own["diagnoses"].map(len) == 0, "series"]
    return {
        "ongoing-coded": series["ongoing"] >= 1,
        "age": age.between(16, 67).astype("boolean").mask(born.isna()),
        "diagnosis-listed": series.index.isin(listed),
        "diagnosis-every-visit": ~series.index.isin(undiagnosed),
    }


def on_evidence(series: Any, evidence: Any) -> dict[str, Any]:
    """What the provider attests; missing rows and cells stay missing."""
    found = series[["patient_id", "level", "start"]].merge(evidence, on=["patient_id", "level", "start"], how="left")
    found.index = series.index
    word = {"yes": True, "no": False}
    long_enough = found["pain_onset"] + pd.DateOffset(months=3) <= found["start"]
    return {
        "pain-duration": long_enough.astype("boolean").mask(found["pain_onset"].isna()),
        "investigated": found["investigated"].map(word).astype("boolean"),
        "rehab-plan": found["plan"].map(word).astype("boolean"),
        "physician-at-conference": found["physician_at_conference"].map(word).astype("boolean"),
    }


def on_codes(series: Any, coded: Any) -> dict[str, Any]:
    """Assessment, unit of the completion, coordination and duplicates."""
    assessed = coded.loc[carries(coded, ASSESSMENT), ["patient_id", "date"]].sort_values("date")
    ordered = series.reset_index().sort_values("start")
    last = pd.merge_asof(ordered, assessed, left_on="start", right_on="date", by="patient_id").set_index("series")
    assessed_on = last["date"].reindex(series.index)
    coordinating = coded.loc[carries(coded, *COORDINATION), ["patient_id", "date"]]
    pairs = series.reset_index().merge(coordinating, on="patient_id")
    between = pairs[(pairs["start"] <= pairs["date"]) & (pairs["date"] <= pairs["end"])]
    after_previous = series["previous_end"].isna() | (assessed_on > series["previous_end"])
    return {
        "assessment-coded": assessed_on.notna() & after_previous,
        "completion-unit": series["completion_unit"] == series["start_unit"],
        "work-contact": series.index.isin(between["series"]),
        "duplicate-completion": (series["duplicates"] > 0).astype("boolean").where(series["duplicates"] > 0),
    }


def periods_of(teams: Any) -> Any:
    """Unbroken days of accreditation of each team."""
    by = ["team_id", "unit", "level"]
    rows = teams.assign(to=teams["accredited_to"].fillna(pd.Timestamp("2262-01-01"))).sort_values(
        [*by, "accredited_from"]
    )
    reached = rows.groupby(by)["to"].cummax().groupby([rows[c] for c in by]).shift()
    block = (reached.isna() | (rows["accredited_from"] > reached + pd.Timedelta(days=1))).cumsum().rename("block")
    return rows.groupby([*by, block]).agg(first=("accredited_from", "min"), last=("to", "max")).reset_index()


def on_teams(series: Any, teams: Any, nrs: Any, as_of: Any) -> dict[str, Any]:
    """Accreditation, registry and care level."""
    keys = ["team_id", "unit", "level"]
    pairs = series.reset_index().rename(columns={"start_unit": "unit"}).merge(periods_of(teams), on=["unit", "level"])
    pairs = pairs[(pairs["first"] <= pairs["start"]) & (pairs["end"] <= pairs["last"])]
    members = pairs[["series", "level", "end", *keys[:2]]].drop_duplicates().merge(teams, on=keys)
    members["needed"] = members["care_level"].where(members["end"].dt.year != 2018, members["level"]).map(MODULE)
    joined = members[members["nrs_connected_from"] <= members["end"]][["series", "team_id", "nrs_module"]]
    both = members[["series", "team_id", "needed"]].merge(joined, on=["series", "team_id"])
    connected = both[(both["nrs_module"] == both["needed"]) | (both["nrs_module"] == "both")]
    has_team = pd.Series(series.index.isin(pairs["series"]), index=series.index)
    right = members[members["care_level"] == members["level"].map(CARE_LEVEL)]
    right_level = pd.Series(series.index.isin(right["series"]), index=series.index, dtype="boolean")
    return {
        "team-accredited": has_team,
        "nrs-connected": series.index.isin(connected["series"]),
        "nrs-registered": series.index.isin(registered(series, members, nrs, as_of)),
        "care-level": right_level.where(has_team),
    }


def registered(series: Any, members: Any, nrs: Any, as_of: Any) -> Any:
    """The series whose patient the unit registered in time, in a module that a team needs."""
    rows = series.reset_index().rename(columns={"start_unit": "unit"}).merge(nrs, on=["patient_id", "unit"])
    in_time = (rows["date"] >= rows["start"] - pd.Timedelta(days=180)) & (rows["date"] <= as_of)
    rows = rows[in_time].merge(members[["series", "needed"]].drop_duplicates(), on="series", how="left")
    no_team = ~rows["series"].isin(members["series"])
    return rows.loc[no_team | (rows["module"] == "both") | (rows["module"] == rows["needed"]), "series"]


def on_treatment(series: Any, own: Any, everything: Any) -> dict[str, Any]:
    """The gap since earlier series, hours and professions."""
    minutes = own.groupby("series")["minutes"].sum(min_count=1).reindex(series.index)
    low, high = (series["level"].map({level: 60 * bounds[i] for level, bounds in HOURS.items()}) for i in (0, 1))
    seen = own["profession"].replace("psychotherapist", "psychologist")
    professions = seen.groupby(own["series"]).agg(lambda found: frozenset(found.dropna())).reindex(series.index)
    enough = [len(p & TEAM[level][1]) >= TEAM[level][0] for p, level in zip(professions, series["level"], strict=True)]
    return {
        "treatment-gap": ~series.index.isin(too_soon(series, everything)),
        "hours": minutes.between(low, high).astype("boolean").mask(minutes.isna()),
        "multiprofessional": pd.Series(enough, series.index, dtype="boolean").mask(professions.map(len) == 0),
        "price-basis": (series["level"] == "MMR2") | (series["end"].dt.year == 2018),
    }


def too_soon(series: Any, everything: Any) -> Any:
    """The series that an earlier one of the patient, finished or not, forbids."""
    earlier = everything[["patient_id", "level", "series_id", "start", "end", "last_day"]]
    pairs = series.reset_index().merge(earlier, on="patient_id", suffixes=("", "_before"))
    same_day = pairs["start_before"] == pairs["start"]
    before = (pairs["start_before"] < pairs["start"]) | (same_day & (pairs["series_id_before"] < pairs["series_id"]))
    pairs = pairs[before]
    allowed = (pairs["level_before"] == "MMR1") & (pairs["level"] == "MMR2") & (pairs["end_before"] <= pairs["start"])
    over = pairs["last_day_before"] + pd.DateOffset(months=6)
    return pairs.loc[~allowed & (pairs["start"] < over), "series"]


# --- Decisions and money -----------------------------------------------------------------------------------------


def decide(series: Any, conditions: dict[str, Any]) -> Any:
    """Any must not met: denied; else any must missing: review; else approved. Years without a price: review."""
    must = [name for name in conditions if name not in SHOULD]
    held = pd.DataFrame({name: conditions[name] for name in must}, index=series.index).astype("boolean")
    failed = (held == False).fillna(False).any(axis=1)  # noqa: E712 - a column of truths, not one
    missing = held.drop(columns=list(ATTESTED)).isna().any(axis=1)
    decision = pd.Series("approved", index=series.index).mask(missing, "review").mask(failed, "denied")
    return decision.where(series["end"].dt.year.isin(PRICED_YEARS), "review")


def findings_of(series: Any, conditions: dict[str, Any]) -> Any:
    """One row a series and condition. Attested where a provider's word is all there is."""
    wide = pd.DataFrame(conditions, index=series.index).astype("boolean").assign(**{"in-force": True})
    wide = wide[series["end"].dt.year.isin(PRICED_YEARS)].set_index(series.loc[wide.index, "series_id"])
    long = wide.melt(var_name="condition", value_name="met", ignore_index=False).reset_index()
    long["outcome"] = long["met"].map({True: "met", False: "not_met"})
    long["outcome"] = long["outcome"].mask(long["met"].isna(), "unknown")
    long.loc[long["met"].isna() & long["condition"].isin(ATTESTED), "outcome"] = "attested"
    return long[(long["condition"] != "duplicate-completion") | long["met"].notna()].drop(columns="met")


def same_year(series: Any) -> Any:
    """The finding on series with an earlier approved one at the level that ended in the same year."""
    approved = series.loc[series["decision"] == "approved", ["patient_id", "level", "series_id", "start", "end"]]
    done = series[series["end"].dt.year.isin(PRICED_YEARS)]
    pairs = done.merge(approved, on=["patient_id", "level"], suffixes=("", "_before"))
    same_day = pairs["start_before"] == pairs["start"]
    before = (pairs["start_before"] < pairs["start"]) | (same_day & (pairs["series_id_before"] < pairs["series_id"]))
    used = pairs[before & (pairs["end_before"].dt.year == pairs["end"].dt.year)]
    return pd.DataFrame({"series_id": used["series_id"].unique(), "condition": "same-year", "outcome": "met"})


def product_codes(level: Any, year: Any) -> Any:
    """90158 for MMR2 in 2019, else the level's own name."""
    return level.mask((level == "MMR2") & (year == 2019), "90158")


def payments_of(series: Any) -> Any:
    """Approved series by unit, product and month."""
    paid = series[series["decision"] == "approved"].rename(columns={"start_unit": "unit"})
    paid["product_code"] = product_codes(paid["level"], paid["end"].dt.year)
    paid["period"] = paid["end"].dt.strftime("%Y-%m")
    paid["amount"] = paid["level"].map(PRICES)
    return paid.groupby(KEY).agg(approved=("amount", "size"), amount=("amount", "sum")).reset_index()


def reconcile(invoices: Any, payments: Any) -> Any:
    """Invoiced against approved, by month and by year, with what it is worth on years."""
    year = invoices["month"].str[:4].astype(int)
    lines = [
        invoices[invoices["product_code"] == product_codes(pd.Series(level, invoices.index), year)].assign(level=level)
        for level in PRICES
    ]
    invoiced = pd.concat(lines).rename(columns={"month": "period", "quantity": "invoiced"})
    months = invoiced.groupby(KEY)["invoiced"].sum().to_frame().join(payments.set_index(KEY)["approved"], how="outer")
    months = months.fillna(0).astype(int).reset_index()
    years = months.assign(period=months["period"].str[:4]).groupby(KEY).sum().reset_index()
    price = years["level"].map(PRICES).where(years["period"].astype(int).isin(PRICED_YEARS))
    years["repayment"] = (years["invoiced"] - years["approved"]).clip(lower=0) * price
    years["unbilled"] = (years["approved"] - years["invoiced"]).clip(lower=0) * price
    rows = pd.concat([months, years])
    return rows.assign(difference=rows["invoiced"] - rows["approved"]).sort_values(KEY)


def run(extract: Path, out: Path) -> None:
    """The whole job."""
    coded, as_of = read_coded(extract / "contacts.parquet")
    tables = {name: read_other(extract, name) for name in ("patients", "teams", "nrs", "evidence", "invoices")}
    visits = visits_of(coded)
    everything = series_of(visits)
    series = everything[everything["end"].notna()]
    own = visits[visits["series"].isin(series.index) & ~visits["is_duplicate"]]
    conditions = {
        **on_patient(series, own, tables["patients"]),
        **on_evidence(series, tables["evidence"]),
        **on_codes(series, coded),
        **on_teams(series, tables["teams"], tables["nrs"], as_of),
        **on_treatment(series, own, everything),
    }
    everything["decision"] = decide(series, conditions).reindex(everything.index, fill_value="open")
    payments = payments_of(everything)
    results = {
        "series": everything.drop(columns=["last_day", "previous_end"]).sort_values("series_id"),
        "findings": pd.concat([findings_of(series, conditions), same_year(everything)]).sort_values("series_id"),
        "payments": payments,
        "reconciliation": reconcile(tables["invoices"], payments),
    }
    out.mkdir(parents=True, exist_ok=True)
    for name, table in results.items():
        table.to_csv(out / f"{name}.csv", index=False)


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]))
