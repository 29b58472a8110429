"""CBS's open data (OData v4): observations of one number each, and codes for every dimension.

A download is a folder with Observations, MeasureCodes, PeriodenCodes and BeroepCodes: CSV with
semicolons and decimal commas, or JSON as the service answers.
"""

import json
import re
from pathlib import Path

from tools.figures.csvs import OUT, Row, read, write

MEASURES = {
    "p25": ("25e percentiel", "euro"),
    "median": ("50e percentiel", "euro"),
    "p75": ("75e percentiel", "euro"),
    "people": ("werknemer", "x 1 000"),
}
"""Our column -> how the title of the measure begins, and the unit that it must have."""


def open_data(folder: Path, name: str) -> list[Row]:
    """Return one file of a download, CSV or JSON; refuse one that is missing or incomplete."""
    if (path := folder / f"{name}.csv").is_file():
        return read(path, delimiter=";")
    if not (path := folder / f"{name}.json").is_file():
        raise SystemExit(f"{folder}: {name}.csv or {name}.json is missing")
    page = json.loads(path.read_text(encoding="utf-8-sig"))
    if "@odata.nextLink" in page:
        raise SystemExit(f"{path}: this is one page of more; download all rows")
    return [
        {key: "" if value is None else str(value) for key, value in row.items()}
        for row in page["value"]
    ]


def measures_in(folder: Path) -> dict[str, str]:
    """Return our column for each measure's code."""
    listed = open_data(folder, "MeasureCodes")
    found = {}
    for column, (title, unit) in MEASURES.items():
        codes = [
            row["Identifier"]
            for row in listed
            if row["Title"].casefold().startswith(title) and row["Unit"].casefold() == unit
        ]
        if len(codes) != 1:
            raise SystemExit(
                f"{folder}: {len(codes)} measures called “{title} …” in {unit}; need one"
            )
        found[codes[0]] = column
    return found


def period_in(folder: Path, year: str | None) -> Row:
    """Return the period of a year, the last one if none is asked for."""
    years = {row["Identifier"]: row for row in open_data(folder, "PeriodenCodes")}
    annual = sorted(code for code in years if code.endswith("JJ00"))
    wanted = f"{year}JJ00" if year else annual[-1] if annual else "a year"
    if wanted not in years:
        raise SystemExit(f"{folder}: {wanted} is missing; there is {', '.join(annual) or 'none'}")
    return years[wanted]


def observations_in(folder: Path, dimension: str) -> list[Row]:
    """Return the observations of a table that has one dimension beside the period."""
    rows = open_data(folder, "Observations")
    known = {"Id", "Measure", "ValueAttribute", "Value", "StringValue", "Perioden", dimension}
    if more := sorted({column for row in rows for column in row} - known):
        raise SystemExit(f"{folder}: Observations is by {', '.join(more)} too: download one value")
    return rows


def cell(column: str, row: Row) -> str:
    """Return one observation as a cell: empty where CBS gives a reason in place of a number."""
    if row["ValueAttribute"] not in ("None", "") or not row["Value"]:
        return ""
    value = float(row["Value"].replace(",", "."))
    return str(round(1000 * value)) if column == "people" else f"{value:g}"


def quartiles_in(folder: Path, period: str) -> dict[str, Row]:
    """Return the quartiles of a period for each group, segment and class, by its BRC code."""
    lists = [path.stem for path in folder.iterdir() if re.fullmatch("Beroep.*Codes", path.stem)]
    if not lists:
        raise SystemExit(f"{folder}: the list of occupations (BeroepCodes) is missing")
    brc = {row["Identifier"]: row["Title"].split()[0] for row in open_data(folder, lists[0])}
    rows = {code: dict.fromkeys(MEASURES, "") for code in brc.values() if code.isdigit()}
    measures, dimension = measures_in(folder), lists[0].removesuffix("Codes")
    empty = True
    for row in observations_in(folder, dimension):
        code, column = brc[row[dimension]], measures.get(row["Measure"])
        if row["Perioden"] == period and column and code in rows:
            rows[code][column] = cell(column, row)
            empty = False
    if empty:
        raise SystemExit(f"{folder}: Observations has nothing for {period}")
    return rows


def make_wages(folder: Path, year: str | None, out: Path) -> None:
    """Write the wages of groups and of segments in a year from a download of CBS's open data.

    The key is the edition of the groups: that of 2014, unless a code is not in that one.
    """
    period = period_in(folder, year)
    rows = quartiles_in(folder, period["Identifier"])
    year = period["Identifier"][:4]
    groups = {code for code in rows if len(code) == 4}
    old = groups <= {row["brc2014"] for row in read(OUT / "brc2014.csv")}
    key = "brc2014" if old else "brc2014ed2025"
    write(out / f"cbs-wages-{year}.csv", ({key: code} | rows[code] for code in groups))
    if parts := {code for code in rows if len(code) == 3}:
        write(out / f"cbs-segments-{year}.csv", ({"segment": code} | rows[code] for code in parts))
    print(f"{year}: {period.get('Status') or 'status not given'}; key {key}")
