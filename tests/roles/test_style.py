"""The rules of careers check --strict: a folder of role files that break one each."""

from pathlib import Path

import pytest

from careercli.roles.lint.facts import check
from careercli.roles.lint.prose import REMINDERS, STYLE, reminders, style_problems
from careercli.roles.workspace import read_workspace
from tests.conftest import Run
from tests.roles.cases import FILES, expected, workspace_with

VALID = FILES / "valid" / "beekeeper.toml"
CASES = sorted((FILES / "style").glob("*.toml"))
REMINDED = ("beekeeper-old-review", "beekeeper-review-to-come")

# A failing file for each rule; a new rule needs one too.
CASE_OF = {
    "languages_are_complete": "beekeeper-left-in-english",
    "texts_have_a_sensible_length": "beekeeper-too-short",
    "prose_holds_no_figure": "beekeeper-figure",
    "no_phrase_is_banned": "beekeeper-cliche",
    "no_sentence_is_said_twice": "beekeeper-sentence-of-another",
    "no_passage_is_shared": "beekeeper-passage-of-another",
    "skills_are_enough": "beekeeper-few-skills",
    "ladder_is_connected": "beekeeper-alone",
    "review_is_recent": "beekeeper-old-review",
}


def test_the_valid_role_is_well_written():
    """The role that the failing files are made from passes everything."""
    library = workspace_with(VALID)
    assert check(library.to_check, library) == []
    assert style_problems(library.to_check, library) == []
    assert reminders(library.to_check, library) == []


def test_the_shipped_roles_are_well_written():
    """Every shipped role passes every rule of style."""
    library = read_workspace()
    assert style_problems(library.drafts.values(), library) == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_slip_is_told(path: Path):
    """A file with one slip yields the expected problems, each with a way to mend it."""
    library = workspace_with(path)
    told = (reminders if path.stem in REMINDED else style_problems)(library.to_check, library)
    wanted = sorted(expected(path))
    found = sorted(f"{problem.field}: {problem.wrong}" for problem in told)
    assert len(found) == len(wanted), found
    assert all(f.startswith(w) for f, w in zip(found, wanted, strict=True)), found
    assert all(problem.instead for problem in told)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_slip_is_no_untruth(path: Path):
    """Without --strict a slip of style passes."""
    library = workspace_with(path)
    others = [p for p in check(library.to_check, library) if "of similar length" not in p.wrong]
    assert others == [] or path.stem == "beekeeper-alone"


@pytest.mark.parametrize("rule", [*STYLE, *REMINDERS], ids=lambda rule: rule.__name__)
def test_a_rule_finds_its_case(rule):
    """A rule, run alone, is silent on the valid role and speaks on its failing file."""
    path = FILES / "style" / f"{CASE_OF[rule.__name__]}.toml"
    wrong, right = workspace_with(path), workspace_with(VALID)
    assert list(rule(wrong.drafts[path.stem], wrong))
    assert not list(rule(right.drafts["beekeeper"], right))


@pytest.mark.parametrize("word", ["3D", "B2B", "mp3", "European", "C++"])
def test_a_word_with_a_digit_is_no_figure(word: str, tmp_path: Path):
    """Only a number by itself is a figure, and an amount."""
    path = tmp_path / "beekeeper.toml"
    text = VALID.read_text("utf-8")
    path.write_text(text.replace("None of it opens", f"No {word} opens"), "utf-8")
    library = workspace_with(path)
    assert style_problems(library.to_check, library) == []


@pytest.mark.parametrize("figure", ["12", "12,000", "3.5", "40%", "€ 3", "1999", "ten percent"])
def test_a_figure_is_found(figure: str, tmp_path: Path):
    """Numbers, money, shares and years are figures wherever they stand in a sentence."""
    path = tmp_path / "beekeeper.toml"
    text = VALID.read_text("utf-8")
    path.write_text(text.replace("None of it opens", f"In {figure} of them none opens"), "utf-8")
    library = workspace_with(path)
    assert [p.field for p in style_problems(library.to_check, library)] == ["en.ai"]


def test_a_phrase_over_a_line_end_is_found(tmp_path: Path):
    """A banned phrase does not hide behind a line break, nor behind capitals."""
    path = tmp_path / "beekeeper.toml"
    text = VALID.read_text("utf-8").replace(
        "None of it opens", "No Win-\nwin or Team\nplayer opens"
    )
    path.write_text(text, "utf-8")
    library = workspace_with(path)
    assert [p.wrong for p in style_problems(library.to_check, library)] == ['says "team player"']


def test_strict_is_asked_for(run: Run):
    """The writing is judged with --strict only; the exit code says so."""
    path = str(FILES / "style" / "beekeeper-cliche.toml")
    assert run("check", path).returncode == 0
    done = run("check", "--strict", path)
    assert done.returncode == 65
    assert 'says "passionate"' in done.stdout
    assert "1 problem in 1 of 1 role files" in done.stderr


def test_an_old_review_fails_nothing(run: Run):
    """Time alone breaks no build: an old review is told on stderr and the exit code stays 0."""
    done = run("check", "--strict", str(FILES / "style" / "beekeeper-old-review.toml"))
    assert done.returncode == 0
    assert "reminder:" in done.stderr
    assert "over a year ago" in done.stderr
    assert "no problem found" in done.stdout
