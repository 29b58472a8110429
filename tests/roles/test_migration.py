"""Role files of format 1: what is told of them, and how they become files of format 2."""

import tomllib
from pathlib import Path

import pytest

from careercli.locale import speak
from careercli.roles.migration import in_format_2, key_of_format_1
from tests.conftest import Run

OLD = """# By me.
category = "sea"
level = "medior"  # for now
reviewed = 2026-11-22

[codes]
isco08 = "0001"  # nearest

[education]
minimum = "hbo"
usual = "hbo"
regulated = "big"
work_based = true

[[skills]]
id = "tides"
need = "useful"

# the one that counts
[[skills]]
id = "patience"
need = "essential"

# Nobody is above me.
[ladder]

[en]
title = "Tide \\"Keeper\\""
studies = ["Tides (hbo)", "Moons"]

[nl]
title = "Getijdenhouder"
studies = ["Getijden (hbo)", "Manen"]
"""


def test_everything_is_carried_over():
    """Skills by need, studies as trainings without a level, and what stays as it is."""
    new = in_format_2(OLD)
    data = tomllib.loads(new)
    assert key_of_format_1(data) is None
    assert data["level"] == "mid-level"
    assert data["skills"] == {"essential": ["patience"], "useful": ["tides"]}
    assert data["training"] == [
        {"en": "Tides (hbo)", "nl": "Getijden (hbo)"},
        {"en": "Moons", "nl": "Manen"},
    ]
    assert data["education"] == {"minimum": "hbo", "usual": "hbo"}
    assert data["en"] == {"title": 'Tide "Keeper"'}
    assert data["ladder"] == {}


def test_comments_are_kept_and_what_cannot_be_known_is_asked():
    """No comment is lost; what the law asked and learning at work are left as questions."""
    new = in_format_2(OLD)
    for comment in ("# By me.", "# for now", "# nearest", "# the one that counts", "# Nobody is"):
        assert comment in new
    assert 'education.regulated was "big"' in new
    assert tomllib.loads(new)["conditions"] == []
    assert "work_based was true" in new


def test_the_questions_are_in_the_readers_language():
    """Whoever reads Dutch finds Dutch comments, and the same file."""
    english = in_format_2(OLD)
    speak("nl")
    dutch = in_format_2(OLD)
    assert tomllib.loads(dutch) == tomllib.loads(english)
    assert '# education.regulated was "big": dat hoort nu bij conditions' in dutch
    assert "zeg dat in de modes van een opleiding" in dutch


def test_a_file_of_format_2_stays_as_it_is():
    """To the last character, however often."""
    new = in_format_2(OLD)
    assert in_format_2(new) == new


@pytest.mark.parametrize(
    "text, key",
    [
        ('level = "medior"', ("level",)),
        ('skills = [{ id = "a", need = "useful" }]', ("skills",)),
        ("[education]\nwork_based = false", ("education", "work_based")),
        ("[nl]\nstudies = []", ("nl", "studies")),
        ("level = 7\nskills = 1\neducation = []", None),
        ('[skills]\nessential = ["a"]', None),
    ],
)
def test_the_first_old_key_is_named(text: str, key: tuple[str, ...] | None):
    """And a file in which nothing is as it should be has none."""
    assert key_of_format_1(tomllib.loads(text)) == key


def test_skills_on_one_line_become_two_keys():
    """Where no table of skills was, none is begun: keys after it would belong to that."""
    text = (
        'skills = [{ id = "a", need = "useful" }, { id = "b", need = "essential" }]\nlevel = "lead"'
    )
    new = tomllib.loads(in_format_2(text))
    assert new == {"skills": {"essential": ["b"], "useful": ["a"]}, "level": "lead"}


def old_role(own_roles: Path, slug: str = "tide-keeper") -> Path:
    """Write a role file of format 1 into one's own folder."""
    path = own_roles / f"{slug}.toml"
    path.write_text(OLD, encoding="utf-8")
    return path


def test_check_tells_once_what_to_do(ask: Run, own_roles: Path):
    """Not a line for every key that is called otherwise now."""
    path = old_role(own_roles)
    done = ask("check", str(path))
    assert done.returncode == 65
    (row,) = done.stdout.splitlines()
    assert f"{path}:15: skills: is written as in format 1; careers check --fix rewrites" in row


def test_fix_rewrites_and_then_checks(ask: Run, own_roles: Path):
    """The file is in the present format, and what is still missing in it is told."""
    path = old_role(own_roles)
    done = ask("check", "--fix")
    assert f"{path}: rewritten in format 2" in done.stderr
    assert path.read_text(encoding="utf-8") == in_format_2(OLD)
    assert "format 1" not in done.stdout
    assert [file.name for file in own_roles.iterdir()] == [path.name]
    assert "rewritten" not in ask("check", "--fix").stderr


def test_fix_leaves_what_it_cannot_rewrite(ask: Run, own_roles: Path):
    """A table within a line has no lines to take out; the file stays as it is, and that is said."""
    path = own_roles / "tide-keeper.toml"
    text = 'education = { minimum = "hbo", regulated = "big" }\n'
    path.write_text(text, encoding="utf-8")
    done = ask("check", "--fix", str(path))
    assert done.returncode == 65
    assert "lines of their own first" in done.stderr
    assert path.read_text(encoding="utf-8") == text
