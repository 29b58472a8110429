"""The rules of careers check --strict: one slip after another in a well-written role."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.roles.cases import TEXT, VALID, Case, cases, marked_lines
from tests.roles.subject import (
    REMINDERS,
    STYLE,
    Workspace,
    check,
    read_workspace,
    reminders,
    style_problems,
)

SLIPS = cases("slips")


def with_text(folder: Path, old: str, new: str) -> Workspace:
    """Return a library with the valid role in other words."""
    assert TEXT.count(old) == 1
    path = folder / VALID.name
    path.write_text(TEXT.replace(old, new), "utf-8")
    return read_workspace([path])


def test_the_valid_role_is_well_written():
    """The role that is patched passes every rule."""
    library = read_workspace([VALID])
    assert style_problems(library.to_check, library) == []


@pytest.mark.parametrize("case", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told(case: Case, tmp_path: Path):
    """A file with one slip yields the expected problems, on its line, and ways to mend it."""
    library = read_workspace([case.write(tmp_path)])
    timely = case.check in {rule.__name__ for rule in REMINDERS}
    told = (reminders if timely else style_problems)(library.to_check, library)
    found = sorted(f"{problem.field}: {problem.wrong}" for problem in told)
    assert len(found) == len(case.told), found
    assert all(f.startswith(w) for f, w in zip(found, sorted(case.told), strict=True)), found
    assert {problem.line for problem in told} == marked_lines(case.apply())
    assert all(problem.instead for problem in told)


@pytest.mark.parametrize("case", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_no_untruth(case: Case, tmp_path: Path):
    """Without --strict a slip of style passes."""
    library = read_workspace([case.write(tmp_path)])
    assert check(library.to_check, library) == []


def test_every_rule_has_a_case():
    """A new rule needs a slip that it tells."""
    rules = {rule.__name__ for rule in (*STYLE, *REMINDERS)}
    assert {case.check for case in SLIPS.values()} == rules


@pytest.mark.parametrize("case", SLIPS.values(), ids=SLIPS)
def test_a_rule_finds_its_case(case: Case, tmp_path: Path):
    """The rule that a slip breaks speaks of it when it is run alone."""
    library = read_workspace([case.write(tmp_path)])
    (rule,) = (rule for rule in (*STYLE, *REMINDERS) if rule.__name__ == case.check)
    assert list(rule(library.to_check[0], library))


@pytest.mark.parametrize(
    "days, wrong", [(-2, ["is still to come"]), (0, []), (360, []), (400, ["is over a year ago"])]
)
def test_a_review_holds_a_year(days: int, wrong: list[str], tmp_path: Path):
    """A file that was read within the last year is not to be read again."""
    reviewed = date.today() - timedelta(days)
    library = with_text(tmp_path, "reviewed = 2026-11-22", f"reviewed = {reviewed}")
    told = [problem.wrong for problem in reminders(library.to_check, library)]
    assert told == [f"{reviewed} {words}" for words in wrong]


@pytest.mark.parametrize("word", ["3D", "B2B", "mp3", "European", "C++"])
def test_a_word_with_a_digit_is_no_figure(word: str, tmp_path: Path):
    """Only a number by itself is a figure, and an amount."""
    library = with_text(tmp_path, "None of them holds", f"No {word} holds")
    assert style_problems(library.to_check, library) == []


@pytest.mark.parametrize("figure", ["12", "12,000", "3.5", "40%", "€ 3", "1999", "ten percent"])
def test_a_figure_is_found(figure: str, tmp_path: Path):
    """Numbers, money, shares and years are figures wherever they stand in a sentence."""
    library = with_text(tmp_path, "None of them holds", f"In {figure} of them none holds")
    assert [p.field for p in style_problems(library.to_check, library)] == ["en.ai"]


@pytest.mark.parametrize("asked", ["At 18", "Mbo 4", "2,080 hours of", "In 5 years"])
def test_what_law_and_school_ask_may_be_a_number(asked: str, tmp_path: Path):
    """Ages, levels and lengths of time stand in the text on education, and nowhere else."""
    education = with_text(tmp_path, "A course in knots", f"{asked} a course in knots")
    assert style_problems(education.to_check, education) == []
    elsewhere = with_text(tmp_path, "None of them holds", f"{asked} them none holds")
    assert [p.field for p in style_problems(elsewhere.to_check, elsewhere)] == ["en.ai"]


@pytest.mark.parametrize("figure", ["18.5", "12,000", "40%", "€ 18", "2026", "ten percent"])
def test_other_figures_have_no_place_there(figure: str, tmp_path: Path):
    """Amounts, shares and years of the calendar are figures in the text on education too."""
    library = with_text(tmp_path, "A course in knots", f"For {figure} a course in knots")
    assert [p.field for p in style_problems(library.to_check, library)] == ["en.education"]


def test_strict_is_asked_for(ask: Run, tmp_path: Path):
    """The writing is judged with --strict only; the exit code says so."""
    path = str(SLIPS["phrase"].write(tmp_path))
    assert ask("check", path).returncode == 0
    done = ask("check", "--strict", path)
    assert done.returncode == 65
    assert 'says "passionate"' in done.stdout
    assert "1 problem in 1 of 1 role file" in done.stderr


def test_an_alias_of_another_group_is_told_before(ask: Run, tmp_path: Path):
    """An alias that CBS counts elsewhere is told without --strict too, and fails nothing then."""
    path = str(SLIPS["alias-counted-elsewhere"].write(tmp_path))
    done = ask("check", path)
    assert done.returncode == 0
    assert "warning:" in done.stderr
    assert 'CBS counts "kometenpoetser" in ISCO 0002' in done.stderr
    assert "no problem found" in done.stdout
    assert ask("check", "--strict", path).returncode == 65


def test_an_old_review_fails_nothing(ask: Run, tmp_path: Path):
    """Time alone breaks no build: an old review is told on stderr and the exit code stays 0."""
    done = ask("check", "--strict", str(SLIPS["old-review"].write(tmp_path)))
    assert done.returncode == 0
    assert "reminder:" in done.stderr
    assert "over a year ago" in done.stderr
    assert "no problem found" in done.stdout
