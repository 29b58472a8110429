"""A comparison as it is read, and as data: the same facts differ, the same are alike."""

import json
import random
import re
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROLE, SHEPHERD, Run
from tests.taxonomies.downloads import esco, keep, unpacked
from tests.taxonomies.onet_downloads import onet

FACTS = {
    "category": "Category",
    "level": "Level",
    "outlook": "Growth to 2030",
    "openings": "Places that open up",
    "tightness": "Vacancies a seeker",
    "salary": "Salary, gross a year",
    "salary-position": "The level in that pay",
    "salary-published": "One site says",
    "education": "Education",
}
"""What a page calls a fact of which nobody publishes a series."""

MADE_UP = sorted(path.stem for path in SHEPHERD.parent.glob("*.toml"))
SHIPPED = sorted(path.stem for path in ROLE.parent.glob("*.toml"))
SAMPLE = random.Random(2026).sample(list(combinations(SHIPPED, 2)), 60)


def groups(salary: Any) -> list[Any]:
    """Return what the tables have of a role's groups, as JSON has it."""
    told = [salary["kept_back"], salary["group"], *salary["references"]]
    return [pay for pay in told if pay]


def shown(ask: Run, form: str, *slugs: str) -> str:
    """Return a comparison in some format."""
    done = ask("compare", *slugs, "--format", form)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def labels(page: Any) -> dict[str, str]:
    """Return what the page calls each fact and series, by the name that it has in JSON."""
    known = dict(FACTS)
    for role in page["roles"]:
        known |= {pay["series"]: pay["label"] for pay in groups(role["salary"])}
        for exposure in role["ai_impact"]["exposures"]:
            known[exposure["series"]] = exposure["label"]
    return known


def named(text: str, known: dict[str, str]) -> list[str]:
    """Return the facts whose names stand at the beginning of these, without AI exposure in it."""
    bare = text.removeprefix("AI exposure, ")
    return [name for name, label in known.items() if bare.startswith(label)]


def check(ask: Run, *slugs: str) -> None:
    """Check that the page has the rows that its data name, in that order."""
    page = json.loads(shown(ask, "json", *slugs))
    written = shown(ask, "md", *slugs)
    facts = written.partition("\n## Skills\n")[0]
    known = labels(page)
    heads = re.findall(r"^(?:\| |### )(\w[^|\[;]*?)(?: \\\[| \||;|$)", facts, re.MULTILINE)
    told = dict.fromkeys(name for head in heads for name in named(head, known))
    assert {*told} == {*page["differing"]}
    assert in_lists("The same", facts, known) == sorted(page["alike"])
    assert in_lists("Published for none", facts, known) == sorted(page["missing"])


def in_lists(what: str, text: str, known: dict[str, str]) -> list[str]:
    """Return the facts in the lines of what is the same, or of what nobody publishes."""
    rows = re.findall(rf"^- \*\*{what}\*\*: (.*)$", text, re.MULTILINE)
    return sorted(name for row in rows for part in row.split(" · ") for name in named(part, known))


@pytest.mark.long
@pytest.mark.parametrize("slug", MADE_UP)
def test_rows_are_the_differences(slug: str, ask: Run) -> None:
    """Of every pair: what differs has a row or a strip, what is alike stands in a line, once."""
    for other in MADE_UP:
        if other != slug:
            check(ask, slug, other)


@pytest.mark.long
@pytest.mark.shipped
def test_rows_are_the_differences_of_shipped_roles(ask: Run) -> None:
    """The same holds for those that come with the program."""
    for pair in SAMPLE:
        check(ask, *pair)


def test_rows_are_the_differences_of_occupations(ask: Run, imports: Path, tmp_path: Path) -> None:
    """And where a classification says nothing of what a role has."""
    keep("esco", unpacked(esco(), tmp_path / "esco"))
    keep("onet", unpacked(onet(), tmp_path / "onet"))
    slugs = ("seam-singer", "welder-esco", "app-mender", "computer-programmers")
    for pair in combinations(slugs, 2):
        check(ask, *pair)
    check(ask, *slugs)
