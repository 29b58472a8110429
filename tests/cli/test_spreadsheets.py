"""Pages as CSV: every figure leaves the program with its provenance."""

import csv
import io
import json
from typing import Any

import pytest

from tests.conftest import Run

ABOUT = ("status", "group_system", "group_code", "region", "period", "source")
COMPARED = ("compare", "cloud-shepherd", "wind-nurse")


def rows(ask: Run, *asked: str) -> list[dict[str, str]]:
    """Return the rows of a page as CSV."""
    done = ask(*asked, "--format", "csv")
    assert (done.returncode, done.stderr) == (0, "")
    return list(csv.DictReader(io.StringIO(done.stdout)))


def about(row: dict[str, str], prefix: str) -> list[str]:
    """Return what the figure of a row is about."""
    return [row[prefix + name] for name in ABOUT]


def test_list_says_what_its_figures_are_about(ask: Run) -> None:
    """Status, group, region, period and source of pay and exposure; hours; outlook's source."""
    found = {row["slug"]: row for row in rows(ask, "list", "--hours", "36")}
    row = found["cloud-shepherd"]
    assert about(row, "pay_") == [
        *("published", "BRC 2014", "0811", "NL", "2024", "cbs-wages-2024"),
    ]
    assert about(row, "ilo_exposure_") == [
        *("published", "ISCO-08", "2511", "world", "2025", "ilo-genai-2025"),
    ]
    assert (row["kind"], row["origin"], row["pay_hours_per_week"]) == ("role", "shipped", "36.0")
    page: Any = json.loads(ask("show", row["slug"], "--format", "json").stdout)
    for prefix, figure in (("outlook", "growth"), ("tightness", "tightness")):
        told = page["outlook"][figure]
        assert [row[f"{prefix}_{key}"] for key in ("period", "source", "status", "group_code")] == [
            *(told[key] for key in ("period", "source", "status")),
            told["group"]["code"],
        ]
    assert found["chief-rain-officer"]["pay_status"] == "suppressed"


def test_search_says_what_its_figures_are_about(ask: Run) -> None:
    """A hit has the columns of a list, and where it was found."""
    (found, *_others) = rows(ask, "search", "cloud")
    (listed, *_others) = rows(ask, "list")
    assert set(found) == {*listed, "by", "field"}
    assert found["pay_hours_per_week"] == "38.0"


def test_compare_has_every_figure_of_json(ask: Run) -> None:
    """A row for each figure as published, with the same value and the same provenance."""
    pages: Any = json.loads(ask(*COMPARED, "--format", "json").stdout)["roles"]
    found = {
        (row["slug"], row["fact"]): row for row in rows(ask, *COMPARED) if not row["converted"]
    }
    for page in pages:
        for figure in page["figures"]:
            row = found[page["slug"], figure["id"]]
            assert row["value"] == ("" if figure["value"] is None else str(figure["value"]))
            assert row["group_code"] == (figure["group"] or {"code": ""})["code"]
            keys = ("unit", "status", "region", "period", "source")
            assert {key: row[key] for key in keys} == {key: figure[key] for key in keys}


def test_compare_says_the_hours_of_what_it_converted(ask: Run) -> None:
    """Pay in the period asked for, at those hours; pay abroad is not scaled by them."""
    found = [r for r in rows(ask, *COMPARED, "--per", "month", "--hours", "32") if r["converted"]]
    assert {row["unit"] for row in found} >= {"EUR/month", "USD/month"}
    hours = {row["source"]: row["hours_per_week"] for row in found}
    assert (hours["cbs-wages-2024"], hours["bls-wages-2024"]) == ("32.0", "")


def test_compare_says_what_is_a_lower_bound(ask: Run) -> None:
    """A quartile of which only "this or more" is published is no amount like the others."""
    notes = {
        row["fact"]: row["note"]
        for row in rows(ask, "compare", "chief-rain-officer", "wind-nurse")
        if row["slug"] == "chief-rain-officer" and row["fact"].startswith("bls-wage")
    }
    assert notes["bls-wage-p25"] == ""
    assert notes["bls-wage-median"] == notes["bls-wage-p75"] == "this or more"


def test_compare_says_its_hours_on_the_page(ask: Run) -> None:
    """Amounts mean little without the hours of the week that they are for."""
    assert "32 hours a week" in ask(*COMPARED, "--hours", "32").stdout


@pytest.mark.shipped
def test_amounts_below_the_legal_minimum_say_why(ask: Run) -> None:
    """No list and no comparison gives them without the youth wages that they come from."""
    listed: Any = json.loads(ask("list", "--format", "json").stdout)["roles"]
    below = {role["slug"] for role in listed if role["below_minimum"]}
    assert below == {row["slug"] for row in rows(ask, "list") if "youth wages" in row["pay_note"]}
    notes = {
        row["slug"]
        for row in rows(ask, "compare", "warehouse-worker", "hbo-nurse")
        if row["fact"] == "cbs-wage-p25" and "youth wages" in row["note"]
    }
    assert notes == {"warehouse-worker"} <= below


def test_a_list_by_diploma_has_the_way_in(ask: Run) -> None:
    """As JSON has it; a list by anything else does not have the columns."""
    found = {row["slug"]: row for row in rows(ask, "list", "--with-diploma", "mbo-4", "--study")}
    page: Any = json.loads(
        ask("list", "--with-diploma", "mbo-4", "--study", "--format", "json").stdout
    )
    assert found
    for role in page["roles"]:
        way, row = role["way"], found[role["slug"]]
        assert row["way_study"] == (way["study"]["id"] if way["study"] else "")
        assert row["way_years_high"] == (str(way["years"][1]) if way["years"] else "")
        assert row["way_in_its_field"] == str(way["in_its_field"])
    assert "way_study" not in rows(ask, "list")[0]
