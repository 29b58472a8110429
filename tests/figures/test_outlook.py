"""The outlook of every shipped role, by the rule and from the tables, counted anew here."""

import csv
import math
from typing import Any

import pytest
import tomli

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.finding import find
from careercli.catalogue.role_page import role_page
from careercli.pages import RolePage
from tests.conftest import ROOT

pytestmark = pytest.mark.shipped

FIGURES = ROOT / "data" / "figures"
ROLES = sorted((ROOT / "data" / "roles").glob("*.toml"))


def table(name: str) -> dict[str, dict[str, str]]:
    """Return the rows of a shipped table by their first column."""
    with (FIGURES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return {next(iter(row.values())): row for row in csv.DictReader(file)}


GROUPS, FORECAST = table("isco08"), table("roa-outlook-2030")
EMPLOYED = table("cbs-employed-2025q4")


def isco08(slug: str) -> str:
    """Return the group that a role file names."""
    path = ROOT / "data" / "roles" / f"{slug}.toml"
    return str(tomli.loads(path.read_text(encoding="utf-8"))["codes"]["isco08"])


def expected(row: dict[str, str]) -> str:
    """Return the word that a row of ROA's bears."""
    if not row["growth_class"]:
        return "unknown"
    if row["growth_class"] in ("high", "very-high"):
        return "growing"
    falls = int(row["growth_people"]) < 0 and row["growth_class"].endswith("low")
    return "shrinking" if falls else "stable"


def page(catalogue: Catalogue, slug: str) -> RolePage:
    """Return the page of a shipped role."""
    return role_page(catalogue, find(catalogue, slug))


EACH = {isco08(path.stem): path.stem for path in ROLES}
"""A role of each group: what is published of a group is the same for all of its roles."""


def test_the_outlook_is_what_roa_says(catalogue: Catalogue) -> None:
    """Word, numbers and the change of a year are those of the groups that CBS counts it in."""
    assert len(EACH) > 100
    for code, slug in EACH.items():
        outlook = page(catalogue, slug).outlook
        row = FORECAST[GROUPS[code]["brc2014ed2025"]]
        assert outlook.trend == expected(row), slug
        told = {
            "growth_people": outlook.growth.people,
            "growth_percent": outlook.growth.percent,
            "openings_people": outlook.openings.people,
            "openings_percent": outlook.openings.percent,
            "replacement_people": outlook.openings.replacement.people,
            "replacement_percent": outlook.openings.replacement.percent,
            "bottleneck": outlook.bottleneck.itkb,
            "tightness": outlook.tightness.value,
        }
        assert told == {name: float(row[name]) if row[name] else None for name in told}, slug
        assert outlook.growth.about.group.code == row["brc2014ed2025"], slug
        check_change_of_a_year(outlook.evidence[0], EMPLOYED[GROUPS[code]["brc2014"]], slug)


def check_change_of_a_year(told: Any, row: dict[str, str], slug: str) -> None:
    """Check that it stands there only where fewer than one in twenty such changes is chance."""
    before, now = float(row["before"]), float(row["now"])
    clear = (
        min(before, now) >= 16_000
        and abs(math.log(now / before)) / math.sqrt(200 / before + 200 / now) > 1.96
    )
    assert told.percent == (round(100 * (now - before) / before, 1) if clear else None), slug
    assert (told.before, told.now) == (before, now), slug


def test_shrinking_and_finding_work_are_two_answers(catalogue: Catalogue) -> None:
    """Jobs of electrical engineers go, and for each who looks 14 vacancies stand open."""
    outlook = page(catalogue, "electrical-engineer").outlook
    assert (outlook.trend, outlook.growth.percent) == ("shrinking", -14)
    assert (outlook.tightness.class_, outlook.tightness.value) == ("tight", 13.99)


def test_only_a_source_for_the_very_job_stands_in_a_role_file() -> None:
    """No shipped role has an outlook of the editors' own."""
    files = {path.stem: tomli.loads(path.read_text(encoding="utf-8")) for path in ROLES}
    own = {slug: data["outlook"] for slug, data in files.items() if "outlook" in data}
    assert own == {"machine-learning-engineer": {"trend": "growing", "source": "findmino-2026"}}
