"""The shape of the shipped tables, whatever is in them: it needs no publisher's file."""

import csv
import re

import pytest
import tomli

from careercli.names import name_key
from tests.conftest import ROOT

FIGURES = ROOT / "data" / "figures"
pytestmark = pytest.mark.shipped

LEVELS = {"very-low", "low", "average", "high", "very-high"}
CLASSES = {
    "growth_class": LEVELS,
    "openings_class": LEVELS,
    "bottleneck_class": {"none", "hardly-any", "some", "large", "very-large"},
    "tightness_class": {"average", "tight"},
    "direction": {
        "tightening-further",
        "stays-tight",
        "tightening",
        "balanced",
        "towards-balance",
        "easing",
    },
}


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a shipped table."""
    with (FIGURES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", sorted(path.stem for path in FIGURES.iterdir()))
def test_keys_are_unique_sorted_and_never_empty(name: str) -> None:
    """A table can be looked up by its first column, and its differences can be read."""
    text = (FIGURES / f"{name}.csv").read_bytes()
    assert b"\r" not in text
    assert text.endswith(b"\n")
    keys = [next(iter(row.values())) for row in rows(name)]
    assert all(keys)
    assert keys == sorted(set(keys))


def test_the_outlook_has_no_class_that_is_not_known() -> None:
    """A class is one of a closed set, or empty together with its number."""
    numbers = {"growth": "percent", "openings": "percent", "bottleneck": "", "tightness": ""}
    for row in rows("roa-outlook-2030"):
        for column, known in CLASSES.items():
            assert row[column] in known | {""}, (row["brc2014ed2025"], column)
        for what, part in numbers.items():
            number = row["_".join(filter(None, (what, part)))]
            assert bool(number) == bool(row[f"{what}_class"]), (row["brc2014ed2025"], what)
        assert bool(row["tightness"]) == bool(row["direction"])
        assert not row["tightness"] or 0 < float(row["tightness"]) <= 16


def test_openings_are_growth_and_replacement() -> None:
    """People add up (to the hundred); a shrinking group has the openings of replacement alone."""
    for row in rows("roa-outlook-2030"):
        if row["openings_people"]:
            growth, replacement = int(row["growth_people"]), int(row["replacement_people"])
            assert abs(int(row["openings_people"]) - replacement - max(growth, 0)) <= 100
            assert int(row["growth_percent"]) * growth >= 0


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("ilo-genai-2025", "rank_percent"),
        ("eloundou-2024", "gpt4_rank_percent"),
        ("eloundou-2024", "human_rank_percent"),
        ("microsoft-2025", "rank_percent"),
        ("anthropic-2026", "rank_percent"),
        ("felten-2021", "rank_percent"),
    ],
)
def test_a_rank_is_a_percentage_below_a_hundred(name: str, column: str) -> None:
    """Nothing scores higher than all occupations, itself included; the middle is the middle."""
    ranks = [int(row[column]) for row in rows(name) if row[column]]
    assert min(ranks) >= 0
    assert max(ranks) < 100
    assert 48 <= sum(ranks) / len(ranks) <= 50


@pytest.mark.parametrize("name", ["cbs-wages-2024", "cbs-segments-2022"])
def test_quartiles_are_in_order_or_all_empty(name: str) -> None:
    """A quarter earns less than the first quartile, and so on up; suppressed is suppressed."""
    for row in rows(name):
        cells = [row[q] for q in ("p25", "median", "p75")]
        assert not any(cells) or 0 < float(cells[0]) <= float(cells[1]) <= float(cells[2])


def test_every_key_of_a_group_names_a_group() -> None:
    """What one table calls a group or a segment has a name in another."""
    groups = {row["brc2014"]: row["segment"] for row in rows("brc2014")}
    new = {row["brc2014ed2025"] for row in rows("brc2014ed2025")}
    assert set(groups.values()) == {row["segment"] for row in rows("segments")}
    assert {row["brc2014ed2025"] for row in rows("roa-outlook-2030")} == new
    for row in rows("isco08"):
        assert row["brc2014"] in groups.keys() | {""}
        assert row["brc2014ed2025"] in new | {""}
        assert row["how"] in {"", "by-name", "by-cbs"}
        assert bool(row["how"]) == (row["brc2014ed2025"] not in {row["brc2014"], ""})


@pytest.mark.parametrize("name", ["brc2014", "brc2014ed2025", "segments"])
def test_a_name_of_a_group_fits_on_a_line(name: str) -> None:
    """Names are whole: no sentence, none over 70 characters in English."""
    for row in rows(name):
        assert 0 < len(row["name_en"]) <= 70, row
        assert row["name_nl"]
        assert not re.match("Dit |Deze ", row["name_nl"])


@pytest.mark.parametrize("table", ["cbs-titles", "onet-titles"])
def test_titles_lead_to_unit_groups(table: str) -> None:
    """Each title has one unit group of ISCO-08, or more parted by a space."""
    known = {row["isco08"] for row in rows("isco08")}
    for row in rows(table):
        assert set(row["isco08"].split(" ")) <= known, row["title"]


def test_the_editors_titles_add_to_the_indexes() -> None:
    """Each has a unit group and a language, stands once, and is none that CBS counts."""
    with (ROOT / "data" / "titles.csv").open(encoding="utf-8") as file:
        titles = list(csv.DictReader(file))
    keys = [(row["isco08"], row["language"], name_key(row["title"])) for row in titles]
    assert len(set(keys)) == len(keys) > 10_000
    assert {row["isco08"] for row in titles} <= {row["isco08"] for row in rows("isco08")}
    assert {row["language"] for row in titles} == {"en", "nl"}
    cbs = {name_key(row["title"]) for row in rows("cbs-titles")}
    assert [key for _code, language, key in keys if language == "nl" and key in cbs] == []


def test_what_a_group_is_linked_to_is_known() -> None:
    """Comparable groups have names, and others than itself; O*NET occupations names and scores."""
    groups = {row["brc2014ed2025"] for row in rows("brc2014ed2025")}
    for row in rows("roa-similar-2030"):
        similar = row["similar"].split(" ")
        assert len(set(similar)) == 5
        assert set(similar) | {row["brc2014ed2025"]} <= groups
        assert row["brc2014ed2025"] not in similar
    units = {row["isco08"] for row in rows("isco08")}
    named = {row["onet"] for row in rows("eloundou-2024")}
    scored = {row["onet"] for row in rows("onet-interests")}
    for row in rows("isco08-onet"):
        assert row["isco08"] in units
        assert set(row["onet"].split(" ")) <= named & scored, row["isco08"]


NOT_RATED = {
    *("11-1031.00", "13-1082.00", "13-2054.00", "15-1255.00", "15-2051.00", "29-2043.00"),
}
"""The codes of roles that O*NET 30.1 has not rated."""


def test_every_role_is_among_those_that_onet_compares() -> None:
    """Each O*NET code of a role has a row, which has all of them, the same both ways.

    A title is compared with every other, ratings wherever O*NET has rated both.
    """
    files = sorted((ROOT / "data" / "roles").glob("*.toml"))
    codes = {tomli.loads(path.read_text(encoding="utf-8"))["codes"].get("onet") for path in files}
    codes -= {None}
    near = {
        (row["onet"], other): values
        for row in rows("onet-near")
        for other, *values in (cell.split(":") for cell in row["near"].split(" "))
    }
    assert len(codes) >= 70
    assert near.keys() == {(one, other) for one in codes for other in codes}, (
        "run: python -m tools.figures"
    )
    rated = {one for one in codes if near[one, one][1]}
    assert codes - rated <= NOT_RATED
    for (one, other), values in near.items():
        assert near[other, one] == values
        assert 0 <= float(values[0]) <= 1
        assert (values[1] != "") == (one in rated and other in rated)
        assert one != other or values[0] == "1"


def test_moves_are_those_of_which_enough_was_seen() -> None:
    """Of 20 destinations or more the 20 largest from one percent on, each a group with a name."""
    groups = {row["usgroup"]: row for row in rows("us-groups")}
    moves = rows("us-moves")
    enough = {code for code, row in groups.items() if int(row["destinations"]) >= 20}
    assert {row["usgroup"] for row in moves} == enough
    for row in moves:
        targets = dict(cell.split(":") for cell in row["targets"].split(" "))
        shares = [float(share) for share in targets.values()]
        assert targets.keys() <= groups.keys() - {row["usgroup"]}
        assert shares == sorted(shares, reverse=True)
        assert 0 < len(shares) <= 20
        assert 0.01 <= shares[-1] <= sum(shares) <= 1
    assert {row["usgroup"] for row in rows("onet-us-group")} <= groups.keys()


def test_a_paid_year_gives_the_published_month() -> None:
    """Hourly wage x hours a year / 12 is CBS's own monthly wage: the hour is without leave."""
    for row in rows("working-time"):
        if row["month_wage"]:
            month = float(row["hourly_wage"]) * int(row["hours_a_year"]) / 12
            assert abs(month - int(row["month_wage"])) <= 2


def test_the_minimum_wage_rises() -> None:
    """Dates are dates, and no half-year lowered the minimum."""
    amounts = [float(row["euro_per_hour"]) for row in rows("minimum-wage")]
    assert amounts == sorted(amounts)
    assert all(re.fullmatch(r"20\d\d-0[17]-01", row["from"]) for row in rows("minimum-wage"))
