"""``careers list --by group``: how many people work in what, and which jobs have a page."""

import csv
import json
from typing import Any

import pytest

from tests.conftest import ROLES, Run


def page(ask: Run, *arguments: str, **environment: str) -> Any:
    """Return what ``careers list --by group`` says as data."""
    done = ask("list", "--by", "group", *arguments, "--format", "json", **environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def roles_of(covered: Any) -> list[Any]:
    """Return the roles of all groups."""
    return [role for group in covered["groups"] for role in group["roles"]]


def test_every_role_stands_in_one_group(ask: Run) -> None:
    """The largest group first; those without a role are there too."""
    whole = page(ask)
    roles = [role["slug"] for role in roles_of(whole)]
    assert len(roles) == len(set(roles)) == ROLES
    people = [group["people"] for group in whole["groups"]]
    assert people == sorted(people, reverse=True)
    written = [group["people"] for group in whole["groups"] if group["roles"]]
    assert whole["found"] == len(whole["groups"]) > whole["with_role"] == len(written)
    assert (whole["people"], whole["covered"]) == (sum(people), sum(written))
    assert [source["id"] for source in whole["sources"]] == [whole["source"], "editors"]


def test_filters_leave_the_groups_of_what_passes(ask: Run) -> None:
    """And the people of those alone are counted as covered."""
    whole, some = page(ask), page(ask, "--level", "senior")
    assert 0 < some["found"] == some["with_role"] < whole["with_role"]
    assert some["covered"] == sum(group["people"] for group in some["groups"])
    assert some["people"] == whole["people"]
    assert {role["level"]["id"] for group in some["groups"] for role in group["roles"]} == {
        "senior"
    }


def test_a_limit_keeps_the_largest_and_the_sums(ask: Run) -> None:
    """What is counted does not depend on how much is shown."""
    whole, cut = page(ask), page(ask, "--limit", "2")
    assert cut["groups"] == whole["groups"][:2]
    assert {**cut, "groups": []} == {**whole, "groups": []}


def test_the_text_names_every_role(ask: Run) -> None:
    """In a pipe nothing is left out, whatever a screen has room for."""
    done = ask("list", "--by", "groep", "--lang", "nl", "--plain")
    titles = [
        role["title"] for group in page(ask, "--lang", "nl")["groups"] for role in group["roles"]
    ]
    told = " ".join(done.stdout.split())
    assert all(title in told for title in titles)
    assert "werkenden van wie het beroep bekend is" in told


def test_a_row_for_each_role_and_each_group_without(ask: Run) -> None:
    """With who counted, and when."""
    done = ask("list", "--by", "group", "--format", "csv")
    rows = list(csv.DictReader(done.stdout.splitlines()))
    empty = [group for group in page(ask)["groups"] if not group["roles"]]
    assert len(rows) == ROLES + len(empty)
    assert sum(not row["slug"] for row in rows) == len(empty)
    assert {row["source"] for row in rows} == {"cbs-employed-2025q4"}


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--groups"], 2, "--by has its own rows"),
        (["--sort", "title"], 2, "--by has its own rows"),
        (["--level", "boss"], 2, "boss"),
        (["--min-salary", "900k"], 1, "No role passes"),
        (["--limit", "3", "--all"], 2, "--limit and --all"),
    ],
)
def test_what_is_wrong_is_told(arguments: list[str], code: int, told: str, ask: Run) -> None:
    """With the exit code of its kind."""
    done = ask("list", "--by", "group", *arguments)
    assert done.returncode == code
    assert told in done.stderr
