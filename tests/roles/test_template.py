"""The file that careers new writes: everything is in it, and it can be filled in."""

import re
from pathlib import Path

import pytest
import tomli

from tests.roles.cases import TEXT
from tests.roles.subject import (
    Codes,
    Education,
    Known,
    Outlook,
    Role,
    Text,
    Workspace,
    check,
    propose,
    read_workspace,
    style_problems,
    template,
)


def made(
    title: str = "Moon Polisher", language: str = "en", library: Workspace | None = None
) -> str:
    """Return the file for a title."""
    library = library or read_workspace()
    return template(
        title,
        Known(texts={language: {"title": title}}),
        "role.json",
        propose(title, library),
        library,
    )


@pytest.mark.parametrize("language, other", [("en", "nl"), ("nl", "en")])
def test_the_title_stands_in_its_language(language: str, other: str):
    """The title is filled in where it belongs; the other language is for the author."""
    data = tomli.loads(made("Maanpoetser", language))
    assert data[language]["title"] == "Maanpoetser"
    assert data[other]["title"] == ""


def test_every_key_is_there():
    """No key of the model is missing, be it filled in, empty or behind a comment sign."""
    text = made()
    for model in (Codes, Outlook, Education, Text):
        for key in model.model_fields:
            assert re.search(rf"^(# )?{key} = ", text, re.MULTILINE), key
    for key in Role.model_fields:
        assert re.search(rf"^(# )?\[*{key}\b", text, re.MULTILINE), key


def test_what_a_salary_is_stands_above_it():
    """The table that most authors take out says when to keep it."""
    assert "# A pay range that somebody published for this very job" in made()


def test_no_code_is_chosen_for_the_author():
    """Proposals are comments: a code that nobody chose cannot slip in."""
    text = made("Moon polisher")
    assert tomli.loads(text)["codes"] == {}
    assert '# isco08 = "0001"  # Moon polishers / Maanpoetsers' in text


def test_comments_with_all_choices_are_right(shipped: Workspace):
    """Taking the comment sign away from a proposal gives a code that the tables have."""
    proposed = re.findall(
        r'^# ((isco08|esco|soc2018|onet|soc2010) = "[^"].*)$',
        made("Civil engineer", library=shipped),
        re.MULTILINE,
    )
    assert {system for _, system in proposed} == {"isco08", "esco", "soc2018", "onet", "soc2010"}
    for line, system in proposed:
        assert tomli.loads(line)[system] in shipped.tables[shipped.published.systems[system].table]


def test_every_problem_of_a_new_file_says_what_to_do(tmp_path: Path):
    """A file as written is not valid yet, and check says of each gap what belongs there."""
    path = tmp_path / "moon-polisher.toml"
    path.write_text(made(), "utf-8")
    library = read_workspace([path])
    problems = check(library.to_check, library)
    assert {"category", "level", "codes.isco08", "en.summary", "nl.title"} <= {
        problem.field for problem in problems
    }
    assert all(problem.instead for problem in problems)
    assert len({(problem.line, problem.field, problem.wrong) for problem in problems}) == len(
        problems
    )


def test_filling_it_in_makes_a_role(tmp_path: Path):
    """With the texts of a finished role in its gaps the file passes the strict check."""
    text = made()
    for gap, filled in (
        ('category = ""', 'category = "sky"'),
        ('level = ""', 'level = "mid-level"'),
        ('# isco08 = "0001"', 'isco08 = "0001"'),
        ('minimum = ""', 'minimum = "hbo"'),
        ('usual = ""', 'usual = "wo"'),
        ("leads_to = []", 'leads_to = ["tide-keeper"]'),
        ("work = []", 'work = ["nights"]'),
    ):
        assert f"\n{gap}" in text
        text = text.replace(f"\n{gap}", f"\n{filled}")
    head, _, rest = text.partition("[skills]")
    skills = TEXT[TEXT.index("[skills]") : TEXT.index("[ladder]")]
    ladder = rest[rest.index("[ladder]") : rest.index("\n[en]")]
    path = tmp_path / "moon-polisher.toml"
    path.write_text(head + skills + ladder + TEXT[TEXT.index("\n[en]") :], "utf-8")
    library = read_workspace([path])
    assert check(library.to_check, library) == []
    assert style_problems(library.to_check, library) == []
