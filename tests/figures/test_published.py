"""The full-size test: every row of data/figures against the tables as published."""

import csv
from pathlib import Path

import pytest

from careercli.roles.workspace import read_reference_data
from tests.conftest import ROOT

PUBLISHED = ROOT.parent / "shared" / "data" / "figures"

pytestmark = pytest.mark.skipif(
    not PUBLISHED.is_dir(), reason=f"the publishers' tables are not here: {PUBLISHED}"
)

# Our table: the publisher's file, its code column, and our column -> the publisher's.
COPIED = {
    "brc2014": (
        "cbs-85517NED-hourly-wage-2024",
        "brc2014",
        {"name_nl": "title_nl"},
    ),
    "cbs-wages-2024": (
        "cbs-85517NED-hourly-wage-2024",
        "brc2014",
        {"p25": "p25", "median": "median", "p75": "p75", "people": "employees"},
    ),
    "cbs-employed-2025q4": (
        "cbs-85276NED-employed-2025q4",
        "brc2014",
        {"before": "jobs_2024q4", "now": "jobs_2025q4"},
    ),
    "bls-wages-2024": (
        "bls-oews-2024",
        "soc2018",
        {"people": "employment"}
        | {q: f"annual_{q}" for q in ("p10", "p25", "median", "p75", "p90")},
    ),
    "bls-projections-2024-34": (
        "bls-projections-2024-34",
        "nem2024",
        {"change": "change_percent", "openings": "openings_per_year_thousand"},
    ),
    "ilo-genai-2025": (
        "ilo-genai-2025",
        "isco08",
        {"mean": "mean_2025", "sd": "sd_2025", "band": "band_2025"},
    ),
    "anthropic-2026": ("anthropic-2026", "soc2018", {"score": "observed_exposure"}),
    "microsoft-2025": ("microsoft-2025", "soc2018", {"score": "ai_applicability_score"}),
    "eloundou-2024": (
        "eloundou-2024",
        "onet_soc",
        {"name_en": "title"}
        | {
            f"{by}_{p}": f"{by}_{p}" for by in ("gpt4", "human") for p in ("alpha", "beta", "gamma")
        },
    ),
    "esco": (
        "esco-occupations-titles",
        "uri",
        {"isco08": "isco08", "name_en": "title_en", "name_nl": "title_nl"},
    ),
}


def ours(name: str) -> dict[str, dict[str, str]]:
    """Return one shipped table."""
    return {code: dict(row) for code, row in read_reference_data().tables[name].items()}


def theirs(name: str) -> list[dict[str, str]]:
    """Return the rows of a publisher's table."""
    with Path(PUBLISHED, f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def same(one: str, other: str) -> bool:
    """Return whether two cells say the same, to four decimals where they are numbers."""
    if one == other.strip():
        return True
    try:
        return abs(float(one) - float(other)) <= 0.000_051
    except ValueError:
        return False


@pytest.mark.parametrize("name", COPIED)
def test_every_row_is_as_published(name: str) -> None:
    """A table has the publisher's codes, all of them and no other, with the publisher's values."""
    file, key, columns = COPIED[name]
    published = {row[key]: row for row in theirs(file)}
    shipped = ours(name)
    assert shipped.keys() == published.keys()
    wrong = [
        (code, mine, row[mine], published[code][other])
        for code, row in shipped.items()
        for mine, other in columns.items()
        if not same(row[mine], published[code][other])
    ]
    assert wrong == []


def test_ranks_follow_the_published_scores() -> None:
    """Felten's ranks run from the highest score to the lowest, one for each occupation."""
    scores = {row["soc2010"]: float(row["aioe"]) for row in theirs("felten-2021")}
    ranks = {code: int(row["rank"]) for code, row in ours("felten-2021").items()}
    assert ranks.keys() == scores.keys()
    assert sorted(ranks.values()) == list(range(1, len(scores) + 1))
    in_order = [scores[code] for code in sorted(ranks, key=lambda code: ranks[code])]
    assert in_order == sorted(scores.values(), reverse=True)
    assert {int(row["ranked"]) for row in ours("felten-2021").values()} == {len(scores)}


def test_isco_groups_are_the_unit_groups() -> None:
    """Every unit group of ISCO-08 with a Dutch group is there, with its names and that group."""
    names = {row["isco08"]: row for row in theirs("isco08-groups")}
    groups = {row["isco08"]: row["brc2014"] for row in theirs("isco08-brc2014")}
    assert ours("isco08") == {
        code: {
            "isco08": code,
            "name_en": names[code]["title_en"].strip(),
            "name_nl": names[code]["title_nl"].strip(),
            "brc2014": group,
        }
        for code, group in groups.items()
    }


def test_every_us_occupation_has_a_name() -> None:
    """Every code of the two tables of the BLS is named as one of them names it."""
    named: dict[str, set[str]] = {}
    for row in theirs("bls-oews-2024"):
        named.setdefault(row["soc2018"], set()).add(row["title"])
    for row in theirs("bls-projections-2024-34"):
        named.setdefault(row["nem2024"], set()).add(row["title"])
    shipped = ours("soc2018")
    assert shipped.keys() == named.keys()
    assert all(row["name_en"] in named[code] for code, row in shipped.items())
