"""The file that careers new writes: everything is in it, and it can be filled in."""

import re
from pathlib import Path

import pytest
import tomli

from careercli.roles.lint.facts import check
from careercli.roles.lint.prose import style_problems
from careercli.roles.model import Codes, Education, Outlook, Role, Text
from careercli.roles.proposing import propose
from careercli.roles.template import Known, template
from careercli.roles.workspace import read_workspace
from tests.roles.cases import FILES, workspace_with

LIBRARY = read_workspace()


def made(title: str = "Beekeeper", language: str = "en") -> str:
    """Return the file for a title."""
    return template(
        title,
        Known(texts={language: {"title": title}}),
        "role.json",
        propose(title, LIBRARY.tables),
        LIBRARY,
    )


@pytest.mark.parametrize("language, other", [("en", "nl"), ("nl", "en")])
def test_the_title_stands_in_its_language(language: str, other: str):
    """The title is filled in where it belongs; the other language is for the author."""
    data = tomli.loads(made("Imker", language))
    assert data[language]["title"] == "Imker"
    assert data[other]["title"] == ""


def test_every_key_is_there():
    """No key of the model is missing, be it filled in, empty or behind a comment sign."""
    text = made()
    for model in (Codes, Outlook, Education, Text):
        for key in model.model_fields:
            if (model, key) != (Outlook, "source"):
                assert re.search(rf"^(# )?{key} = ", text, re.MULTILINE), key
    for key in Role.model_fields:
        assert re.search(rf"^(# )?\[*{key}\b", text, re.MULTILINE) or key == "vacancy_query", key


def test_what_a_salary_is_stands_above_it():
    """The table that most authors take out says when to keep it."""
    assert "# A pay range that somebody published for this very job" in made()


def test_no_code_is_chosen_for_the_author():
    """Proposals are comments: a code that nobody chose cannot slip in."""
    text = made("Plumber")
    assert tomli.loads(text)["codes"] == {}
    assert '# isco08 = "7126"  # Plumbers and pipe fitters / Loodgieters' in text


def test_comments_with_all_choices_are_right():
    """Taking the comment sign away from a proposal gives a code that the tables have."""
    lines = made("Civil engineer").split("\n")
    for line in lines:
        if re.match(r"# (isco08|esco|soc2018|onet|soc2010) = \"[^\"]", line):
            assert tomli.loads(line[2:])


def test_every_problem_of_a_new_file_says_what_to_do(tmp_path: Path):
    """A file as written is not valid yet, and check says of each gap what belongs there."""
    path = tmp_path / "beekeeper.toml"
    path.write_text(made(), "utf-8")
    library = workspace_with(path)
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
    finished = (FILES / "valid" / "beekeeper.toml").read_text("utf-8")
    text = made()
    text = text.replace('category = ""', 'category = "nature-agriculture"')
    text = text.replace('level = ""', 'level = "medior"')
    text = re.sub(r'^# (isco08 = "6123")', r"\1", text, count=1, flags=re.MULTILINE)
    text = text.replace('trend = "unknown"', 'trend = "stable"')
    text = text.replace('minimum = ""', 'minimum = "none"').replace('usual = ""', 'usual = "mbo-2"')
    head, _, rest = text.partition("[[skills]]")
    skills = finished[finished.index("[[skills]]") : finished.index("[ladder]")]
    ladder = rest[rest.index("[ladder]") : rest.index("\n[en]")]
    ladder = ladder.replace("leads_to = []", 'leads_to = ["data-analyst"]')
    path = tmp_path / "beekeeper.toml"
    path.write_text(head + skills + ladder + finished[finished.index("\n[en]") :], "utf-8")
    library = workspace_with(path)
    assert check(library.to_check, library) == []
    assert style_problems(library.to_check, library) == []
