"""The lists that roles refer to: nothing unused, nothing twice."""

from pathlib import Path

import pytest

from careercli.roles.lint.lists import UPKEEP, upkeep_problems
from careercli.roles.workspace import read_workspace
from tests.conftest import Run
from tests.roles.cases import FILES

LISTS = FILES / "lists"

# rule -> the list that breaks it, the entries that are told, what is said of them
CASES = {
    "skills_are_used": ("skills-unused", "skills.toml", {"beekeeping"}, "no role asks"),
    "skills_are_distinct": (
        "skills-twice",
        "skills.toml",
        {"transfer-of-patients", "lifting-people", "r-language"},
        "",
    ),
    "sources_are_used": ("sources-unused", "sources.toml", {"almanac-1900"}, "nothing cites"),
}


def test_the_shipped_lists_are_in_order():
    """No shipped skill or source is unused, and no two skills are one."""
    assert upkeep_problems(read_workspace()) == []


def test_every_rule_has_a_failing_list():
    """No rule is without a failing list of its own."""
    assert {rule.__name__ for rule in UPKEEP} == set(CASES)


@pytest.mark.parametrize("rule", UPKEEP, ids=lambda rule: rule.__name__)
def test_a_rule_finds_its_case(rule, data_copy: Path):
    """A list with entries that break one rule is told of these and of no others."""
    case, name, entries, words = CASES[rule.__name__]
    path = data_copy / name
    before = path.read_text("utf-8")
    path.write_text(before + (LISTS / f"{case}.toml").read_text("utf-8"), "utf-8")
    problems = list(rule(read_workspace()))
    assert {problem.field for problem in problems} == entries
    assert all(words in problem.wrong for problem in problems)
    assert all(problem.line > before.count("\n") for problem in problems)
    assert {problem.file for problem in problems} == {str(path)}


def test_lists_are_judged_with_the_whole_only(run: Run, data_copy: Path):
    """Whoever checks one file hears of that file; a bare --strict tells of the lists too."""
    path = data_copy / "skills.toml"
    path.write_text(
        path.read_text("utf-8") + (LISTS / "skills-unused.toml").read_text("utf-8"), "utf-8"
    )
    one = str(data_copy / "roles" / "data-analyst.toml")
    assert run("check", "--strict", one).returncode == 0
    done = run("check", "--strict")
    assert done.returncode == 65
    assert "beekeeping: no role asks for this skill" in done.stdout
