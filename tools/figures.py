"""Make data/figures/ from the published tables.

    python tools/figures.py PATH_TO_PUBLISHED_CSVS

Reads one tidy CSV for each published table and writes the part that careers uses:
codes, numbers and names of groups, no prose. The names of the files that it reads
are the ones in INPUTS; run it again when a publisher brings out a new year.
"""

import csv
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
OUT = ROOT / "data" / "figures"
NAMES = Path(__file__).with_name("brc2014-names.csv")  # English names are ours: CBS has Dutch ones

Row = dict[str, str]


def read(path: Path) -> list[Row]:
    """Return the rows of a CSV; codes stay text."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(name: str, rows: Iterable[Row]) -> None:
    """Write one table, sorted by its first column, with LF line ends."""
    rows = list(rows)
    key = next(iter(rows[0]))
    with (OUT / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda row: row[key]))
    print(f"{name}: {len(rows)} rows")


def pick(row: Row, **columns: str) -> Row:
    """Return new column names with the values of the old ones."""
    return {new: row[old].strip() for new, old in columns.items()}


def rounded(row: Row, digits: int = 4) -> Row:
    """Return the row with long decimals cut to what anybody can read."""

    def shorter(value: str) -> str:
        try:
            return f"{round(float(value), digits):g}" if "." in value else value
        except ValueError:
            return value

    return {key: shorter(value) if i else value for i, (key, value) in enumerate(row.items())}


def ranked(rows: list[Row]) -> Iterable[Row]:
    """Yield the AIOE scores as ranks, 1 for the most exposed: their size means nothing."""
    by_score = sorted(rows, key=lambda row: -float(row["aioe"]))
    for rank, row in enumerate(by_score, start=1):
        yield {
            "soc2010": row["soc2010"],
            "rank": str(rank),
            "ranked": str(len(rows)),
            "name_en": row["title"],
        }


def names_of_soc2018(source: Path) -> Iterable[Row]:
    """Yield every SOC 2018 code with a name, from the two tables of the BLS."""
    wages = read(source / "bls-oews-2024.csv")
    named = {row["soc2018"]: row["title"] for row in wages}
    for row in read(source / "bls-projections-2024-34.csv"):
        named.setdefault(row["nem2024"], row["title"])
    for code, name in named.items():
        yield {"soc2018": code, "name_en": name}


def groups_of_isco08(source: Path) -> Iterable[Row]:
    """Yield the 436 unit groups with their names and the CBS group that each belongs to."""
    to_brc = {row["isco08"]: row["brc2014"] for row in read(source / "isco08-brc2014.csv")}
    for row in read(source / "isco08-groups.csv"):
        if row["isco08"] in to_brc:
            yield pick(row, isco08="isco08", name_en="title_en", name_nl="title_nl") | {
                "brc2014": to_brc[row["isco08"]]
            }


def main(source: Path) -> None:
    """Write every table of data/figures from the CSVs in ``source``."""
    OUT.mkdir(parents=True, exist_ok=True)
    english = {row["brc2014"]: row["name_en"] for row in read(NAMES)}
    wages = read(source / "cbs-85517NED-hourly-wage-2024.csv")
    write(
        "brc2014.csv",
        (
            pick(row, brc2014="brc2014", name_nl="title_nl") | {"name_en": english[row["brc2014"]]}
            for row in wages
        ),
    )
    write("isco08.csv", groups_of_isco08(source))
    write("soc2018.csv", names_of_soc2018(source))
    write(
        "cbs-wages-2024.csv",
        (
            pick(row, brc2014="brc2014", p25="p25", median="median", p75="p75", people="employees")
            for row in wages
        ),
    )
    write(
        "cbs-employed-2025q4.csv",
        (
            pick(row, brc2014="brc2014", now="jobs_2025q4", before="jobs_2024q4")
            for row in read(source / "cbs-85276NED-employed-2025q4.csv")
        ),
    )
    write(
        "bls-wages-2024.csv",
        (
            pick(
                row,
                soc2018="soc2018",
                people="employment",
                p10="annual_p10",
                p25="annual_p25",
                median="annual_median",
                p75="annual_p75",
                p90="annual_p90",
            )
            for row in read(source / "bls-oews-2024.csv")
        ),
    )
    write(
        "bls-projections-2024-34.csv",
        (
            pick(
                row,
                soc2018="nem2024",
                change="change_percent",
                openings="openings_per_year_thousand",
            )
            for row in read(source / "bls-projections-2024-34.csv")
        ),
    )
    write(
        "ilo-genai-2025.csv",
        (
            pick(row, isco08="isco08", mean="mean_2025", sd="sd_2025", band="band_2025")
            for row in read(source / "ilo-genai-2025.csv")
        ),
    )
    eloundou = {f"{by}_{part}": f"{by}_{part}" for by in ("gpt4", "human") for part in _PARTS}
    write(
        "eloundou-2024.csv",
        (
            rounded(pick(row, onet="onet_soc", **eloundou, name_en="title"))
            for row in read(source / "eloundou-2024.csv")
        ),
    )
    write(
        "microsoft-2025.csv",
        (
            rounded(pick(row, soc2018="soc2018", score="ai_applicability_score"))
            for row in read(source / "microsoft-2025.csv")
        ),
    )
    write(
        "anthropic-2026.csv",
        (
            pick(row, soc2018="soc2018", score="observed_exposure")
            for row in read(source / "anthropic-2026.csv")
        ),
    )
    write("felten-2021.csv", ranked(read(source / "felten-2021.csv")))
    write(
        "esco.csv",
        (
            pick(row, esco="uri", isco08="isco08", name_en="title_en", name_nl="title_nl")
            for row in read(source / "esco-occupations-titles.csv")
        ),
    )


_PARTS = ("alpha", "beta", "gamma")

if __name__ == "__main__":
    main(Path(sys.argv[1]))
