"""The lists that roles refer to: nothing unused, nothing twice."""

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.roles.cases import VALID, Case, cases, marked_lines
from tests.roles.subject import UPKEEP, read_workspace, upkeep_problems

UNKEMPT = cases("unkempt")


def spoil(case: Case, folder: Path) -> set[int]:
    """Patch a list in a data folder, and return the lines that must be told."""
    base = (folder / case.file).read_text("utf-8")
    case.write(folder, base)
    return marked_lines(case.apply(base))


def test_lists_in_order_have_no_problem():
    """The lists that are patched are in order while the valid role uses them."""
    assert upkeep_problems(read_workspace([VALID])) == []


def test_every_rule_has_a_case():
    """A new rule needs a list that breaks it."""
    assert {case.check for case in UNKEMPT.values()} == {rule.__name__ for rule in UPKEEP}


@pytest.mark.parametrize("case", UNKEMPT.values(), ids=UNKEMPT)
def test_a_rule_finds_its_case(case: Case, lists: Path):
    """A list with entries that break one rule is told of these and of no others."""
    lines = spoil(case, lists)
    (rule,) = (rule for rule in UPKEEP if rule.__name__ == case.check)
    problems = list(rule(read_workspace([VALID])))
    assert sorted(f"{problem.field}: {problem.wrong}" for problem in problems) == sorted(case.told)
    assert {problem.line for problem in problems} == lines
    assert {problem.file for problem in problems} == {str(lists / case.file)}


def test_lists_are_judged_with_the_whole_only(ask: Run, lists: Path):
    """Whoever checks one file hears of that file; a bare --strict tells of the lists too."""
    spoil(UNKEMPT["skill-unused"], lists)
    assert ask("check", "--strict", str(VALID)).returncode == 0
    done = ask("check", "--strict")
    assert done.returncode == 65
    assert UNKEMPT["skill-unused"].told[0] in done.stdout
