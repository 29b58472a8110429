"""The full-size test: every row of data/figures against the tables as published."""

import csv
import math
from pathlib import Path

import pytest
from tools.figures.__main__ import main
from tools.figures.tables import DUTCH_NAMES

from tests.conftest import ROOT

FIGURES = ROOT / "data" / "figures"
PUBLISHED = ROOT.parent / "shared" / "data" / "figures"

pytestmark = pytest.mark.skipif(
    not PUBLISHED.is_dir(), reason=f"the publishers' tables are not here: {PUBLISHED}"
)

# Our table: the publisher's file, its code column, and our column -> the publisher's.
COPIED = {
    "brc2014": (
        "cbs-85517NED-hourly-wage-2024",
        "brc2014",
        {"segment": "segment"},
    ),
    "brc2014ed2025": ("roa-ais-2030-outlook", "brc2014_ed2025", {"name_nl": "name_nl"}),
    "working-time": (
        "cbs-81463NED-working-time",
        "year",
        {
            "hours_a_week": "hours_a_week_excl_overtime",
            "hours_a_year": "hours_a_year",
            "hourly_wage": "hourly_wage_eur",
            "month_wage": "month_wage_excl_overtime_eur",
        },
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
        {"mean": "mean_2025", "sd": "sd_2025", "band": "band_2025", "tasks": "tasks"},
    ),
    "us-groups": (
        "us-cps-asec-groups",
        "soc2010",
        {"name_en": "title", "people": "employment", "destinations": "destinations_observed"},
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
    """Return one shipped table by its first column."""
    with (FIGURES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return {next(iter(row.values())): row for row in csv.DictReader(file)}


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
    """Every unit group of ISCO-08 with a Dutch group is there, with its names and both groups."""
    names = {row["isco08"]: row for row in theirs("isco08-groups")}
    groups = {row["isco08"]: row["brc2014"] for row in theirs("isco08-brc2014")}
    new = {row["isco08"]: row for row in theirs("isco08-brc2014-ed2025")}
    how = {"by name of the group": "by-name", "CBS 2025 edition, seen for 5312": "by-cbs"}
    assert ours("isco08") == {
        code: {
            "isco08": code,
            "name_en": names[code]["title_en"].strip(),
            "name_nl": DUTCH_NAMES.get(code, names[code]["title_nl"].strip()),
            "brc2014": "" if group == "1311" else group,  # CBS could not code those
            "brc2014ed2025": new[code]["brc2014_ed2025"],
            "how": how.get(new[code]["how"], ""),
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


CUT_OFF = {"1211", "1311"}
"""Groups whose Dutch name the table of wages spoils: ours is ROA's, and a short one."""


@pytest.mark.parametrize(
    ("name", "column", "dutch"),
    [("brc2014", "brc2014", "title_nl"), ("segments", "segment", "segment_nl")],
)
def test_dutch_names_are_the_publishers(name: str, column: str, dutch: str) -> None:
    """A group is called what CBS calls it, but for names that its own table cuts off."""
    published = {row[column]: row[dutch] for row in theirs("cbs-85517NED-hourly-wage-2024")}
    shipped = {code: row["name_nl"] for code, row in ours(name).items()}
    assert shipped.keys() == published.keys()
    other = {code for code in shipped if shipped[code] != published[code]}
    assert other <= CUT_OFF | {"131"}


def test_segments_have_the_quartiles_of_2022() -> None:
    """Every segment of CBS's table is there, people in whole numbers; total and classes are not."""
    published = {
        row["brc2014"]: row
        for row in theirs("cbs-85517NED-2022-segments")
        if len(row["brc2014"]) == 3
    }
    shipped = ours("cbs-segments-2022")
    assert shipped.keys() == published.keys() <= ours("segments").keys()
    for code, row in shipped.items():
        there = published[code]
        assert [row[q] for q in ("p25", "median", "p75")] == [
            there[q] for q in ("p25", "median", "p75")
        ]
        assert int(row["people"]) == 1000 * int(there["employees_thousand"])


def test_every_title_of_cbs_leads_to_its_groups() -> None:
    """The index has all of CBS's pairs of title and group and no other."""
    pairs = {
        (title, code) for title, row in ours("cbs-titles").items() for code in row["isco08"].split()
    }
    assert pairs == {(row["title_nl"], row["isco08"]) for row in theirs("cbs-beroepen-isco08")}


def test_comparable_groups_are_roas_in_its_order() -> None:
    """Five a group, the nearest first, and no other."""
    pairs = [
        (code, str(rank), similar)
        for code, row in ours("roa-similar-2030").items()
        for rank, similar in enumerate(row["similar"].split(), start=1)
    ]
    columns = ("brc2014_ed2025", "rank", "similar_brc2014_ed2025")
    published = theirs("roa-ais-2030-similar-groups")
    assert sorted(pairs) == sorted(tuple(row[column] for column in columns) for row in published)


def test_a_unit_group_has_what_the_crosswalk_links_to_itself() -> None:
    """All its O*NET occupations with interests, and none of those of its ESCO occupations."""
    pairs = {
        (code, onet) for code, row in ours("isco08-onet").items() for onet in row["onet"].split()
    }
    published = {(row["esco_code"], row["onet_soc2019"]) for row in theirs("esco-onet2019")}
    groups, scored = ours("isco08"), ours("onet-interests")
    assert pairs == {(code, onet) for code, onet in published if code in groups and onet in scored}
    assert ("5120", "29-1031.00") not in pairs, "a dietitian is no cook"


def test_moves_are_the_largest_that_were_observed() -> None:
    """With the published shares, to four decimals; no larger one is left out."""
    published: dict[str, dict[str, float]] = {}
    for row in theirs("us-cps-asec-moves"):
        share = float(row["share_of_movers"])
        published.setdefault(row["from_soc2010"], {})[row["to_soc2010"]] = share
    for code, row in ours("us-moves").items():
        targets = dict(cell.split(":") for cell in row["targets"].split())
        there = published[code]
        assert all(f"{there[to]:.4f}" == share for to, share in targets.items()), code
        left_out = [share for to, share in there.items() if to not in targets]
        least = min(there[to] for to in targets)
        assert all(share <= least and (share < 0.01 or len(targets) == 20) for share in left_out)


ROA_WORDS = {
    "very-low": "erg laag",
    "low": "laag",
    "average": "gemiddeld",
    "high": "hoog",
    "very-high": "erg hoog",
    "none": "geen",
    "hardly-any": "vrijwel geen",
    "some": "enige",
    "large": "groot",
    "very-large": "zeer groot",
    "tight": "krap",
    "tightening-further": "verdere verkrapping",
    "stays-tight": "blijft krap",
    "tightening": "verkrapping",
    "balanced": "evenwicht",
    "towards-balance": "richting evenwicht",
    "easing": "verruiming",
}
ROA_COLUMNS = {
    "growth_percent": "growth_pct",
    "replacement_percent": "replacement_pct",
    "openings_percent": "openings_pct",
    "bottleneck": "bottleneck_itkb",
    "tightness": "tightness_2026q1",
}


def test_the_outlook_is_what_roa_and_uwv_say() -> None:
    """Every number and word of the outlook is the published one, but for a group of zeros."""
    published = {row["brc2014_ed2025"]: row for row in theirs("roa-ais-2030-outlook")}
    shipped = ours("roa-outlook-2030")
    assert shipped.keys() == published.keys()
    wrong = [
        (code, column, cell)
        for code, row in shipped.items()
        for column, cell in list(row.items())[1:]
        if ROA_WORDS.get(cell, cell) != published[code][ROA_COLUMNS.get(column, column)]
    ]
    assert {code for code, _, _ in wrong} == {"0551"}
    assert {cell for _, _, cell in wrong} == {""}


RANKED = {
    "ilo-genai-2025": [("rank_percent", "mean")],
    "eloundou-2024": [("gpt4_rank_percent", "gpt4_beta"), ("human_rank_percent", "human_beta")],
    "microsoft-2025": [("rank_percent", "score")],
    "anthropic-2026": [("rank_percent", "score")],
}


def percent_below(score: float, scores: list[float]) -> int:
    """Return the share that scores lower, ties by half, rounded down."""
    lower = sum(other < score for other in scores)
    same = sum(other == score for other in scores)
    return int(100 * (lower + same / 2) / len(scores))


@pytest.mark.parametrize("name", RANKED)
def test_a_rank_follows_from_the_scores_of_its_own_measure(name: str) -> None:
    """The percentage is the share of the measure's own occupations that score lower.

    By the scores as published: rounding them first makes ties.
    """
    file, key, columns = COPIED[name]
    for column, of in RANKED[name]:
        scores = {row[key]: float(row[columns[of]]) for row in theirs(file)}
        measured = [s for s in scores.values() if s or name != "anthropic-2026"]
        for code, row in ours(name).items():
            known = scores[code] or name != "anthropic-2026"
            expected = str(percent_below(scores[code], measured)) if known else ""
            assert row[column] == expected, (code, column)


def test_the_rank_of_felten_in_percent_follows_its_rank() -> None:
    """Rank 1 of 774 is higher than 99 percent of them, the last one than none."""
    for row in ours("felten-2021").values():
        below = int(row["ranked"]) - int(row["rank"])
        assert row["rank_percent"] == str(int(100 * (below + 0.5) / int(row["ranked"])))


def test_combined_codes_stand_for_what_the_bls_does_not_publish_alone() -> None:
    """An occupation with a combined code is in SOC 2018 and in none of the three tables itself."""
    soc2018 = {row["2018 SOC Code"].strip() for row in theirs("soc2010-soc2018")}
    tables = [
        {row[key] for row in theirs(file)}
        for file, key in (
            ("bls-oews-2024", "soc2018"),
            ("bls-projections-2024-34", "nem2024"),
            ("microsoft-2025", "soc2018"),
        )
    ]
    shipped = {code: row["combined"] for code, row in ours("soc2018-combined").items()}
    assert len(shipped) == 28
    assert shipped["31-1121"] == "31-1120"
    for code, combined in shipped.items():
        assert code in soc2018
        assert combined not in soc2018
        assert all(code not in table and combined in table for table in tables)


def test_the_minimum_wage_is_the_one_of_the_regulation() -> None:
    """Each date has the amount that both lists of facts of the law have, where they have it."""
    laws = PUBLISHED.parent / "law" / "numbers.csv"
    with laws.open(encoding="utf-8", newline="") as file:
        known = {
            row["period"]: row["value"]
            for row in csv.DictReader(file)
            if (row["name"], row["detail"]) == ("minimum wage", "21 and over")
        }
    listed = {row["from"]: row["euro_per_hour"] for row in theirs("minimum-wage-nl")}
    shipped = {date: row["euro_per_hour"] for date, row in ours("minimum-wage").items()}
    assert float(shipped.pop("2022-01-01")) == math.ceil(1_725.00 * 12 / 52 / 38 * 100) / 100
    assert shipped == known
    assert all(listed.get(date, euro) == euro for date, euro in shipped.items())
    assert "2026-07-01" not in shipped, "no official text of this amount was seen"


@pytest.mark.long
def test_the_tool_makes_what_is_shipped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every file of data/figures is, byte for byte, what tools/figures makes of the tables."""
    main([str(PUBLISHED), "--out", str(tmp_path)])
    capsys.readouterr()
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in FIGURES.iterdir()}
