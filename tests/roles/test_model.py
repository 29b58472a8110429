"""What the model accepts, refuses and tidies."""

from datetime import date
from typing import Any

import pytest
import tomli
from pydantic import ValidationError

from tests.roles.cases import TEXT
from tests.roles.subject import Board, Level, Role, Skill, Source, read_workspace, role_schema


def role_with(table: str, **values: Any) -> Role:
    """Return the valid role with other values in one of its tables ("" is the top)."""
    data = tomli.loads(TEXT)
    (data[table] if table else data).update(values)
    return Role.model_validate(data)


def test_a_role_is_read():
    """A file becomes a role with typed values."""
    role = role_with("")
    assert role.reviewed == date(2026, 11, 22)
    assert role.salary is not None
    assert (role.salary.low, role.salary.high) == (40_000, 60_000)
    assert role.ladder.up[0].years == (3, 6)
    assert role.nl.title == "Maanpoetser"


def test_a_role_cannot_be_changed():
    """A validated role is frozen."""
    role = role_with("")
    with pytest.raises(ValidationError):
        role.level = "lead"


def test_a_line_is_folded():
    """A title that spans lines becomes one line with single spaces."""
    assert role_with("en", title=" A\n  long\ttitle\u2028too ").en.title == "A long title too"


def test_prose_keeps_its_paragraphs():
    """Lines are joined within a paragraph; empty lines, however many, part two of them."""
    prose = role_with("en", career="\nOne\n two.\n\n \n\nThree.\n").en.career
    assert prose == "One two.\n\nThree."


@pytest.mark.parametrize(
    "table, values",
    [
        ("salary", {"low": 60_000, "high": 60_000}),
        ("salary", {"low": 1, "high": 10_000_000}),
        ("ladder", {"up": [{"role": "x", "years": [0, 0]}]}),
        ("ladder", {"up": [{"role": "x", "years": [0, 40]}]}),
        ("ladder", {"up": [], "leads_to": []}),
        ("education", {"profiles": [], "subjects": [], "subjects_helpful": []}),
        ("en", {"aliases": []}),
        ("codes", {"isco08": "0110"}),
        ("", {"vacancy_query": "AI researcher"}),
        ("", {"level": "a-1"}),
    ],
)
def test_the_edges_of_what_is_right(table: str, values: dict[str, Any]):
    """Values at the very edge of a rule are accepted."""
    assert role_with(table, **values)


@pytest.mark.parametrize(
    "table, values",
    [
        ("salary", {"low": 60_001}),
        ("salary", {"low": 0}),
        ("salary", {"high": 10_000_001}),
        ("salary", {"low": 40_000.0}),
        ("salary", {"low": True}),
        ("salary", {"currency": "USD"}),
        ("ladder", {"up": [{"role": "x", "years": [2, 1]}]}),
        ("ladder", {"up": [{"role": "x", "years": [0, 41]}]}),
        ("ladder", {"up": [{"role": "x", "years": [-1, 2]}]}),
        ("ladder", {"up": [{"role": "Lead X", "years": [1, 2]}]}),
        ("ladder", {"leads_to": ["-x"]}),
        ("codes", {"isco08": 2511}),
        ("codes", {"isco08": "25111"}),
        ("codes", {"isco08": "2511\n"}),
        ("codes", {"esco": "ftp://x"}),
        ("codes", {"esco": "http://x\n"}),
        ("codes", {"soc2018": "15-205"}),
        ("codes", {"onet": "15-2051"}),
        ("", {"reviewed": "2026-11-22"}),
        ("", {"reviewed": 20261122}),
        ("", {"level": "a--b"}),
        ("", {"level": "A"}),
        ("", {"level": "a\n"}),
        ("", {"skills": []}),
        ("", {"skills": {"essential": []}}),
        ("", {"training": [{"en": "x"}]}),
        ("", {"training": [{"en": "x", "nl": "y", "years": [2, 1]}]}),
        ("", {"conditions": "vog"}),
        ("", {"vacancy_query": " "}),
        ("nl", {"summary": "\u2028"}),
    ],
)
def test_what_is_refused(table: str, values: dict[str, Any]):
    """Values just beyond a rule, or of another type, are refused."""
    with pytest.raises(ValidationError) as caught:
        role_with(table, **values)
    assert caught.value.error_count() == 1


@pytest.mark.parametrize("pay", [[], ["p25", "median", "p75"], ["p50"]])
def test_a_level_has_one_or_two_quartiles(pay: list[str]):
    """The pay of a level lies between two quartiles or above one."""
    with pytest.raises(ValidationError):
        Level.model_validate({"en": "x", "nl": "x", "pay": pay})


@pytest.mark.parametrize(
    "url",
    [
        "http://x.nl/?q={query}",
        "https://x.nl/ {query}",
        "javascript:{query}",
        "https://x.nl/?q={words}",
        "https://x.nl/?q={query}&r={query}",
        "https://{query}",
    ],
)
def test_a_board_is_reached_over_https(url: str):
    """A vacancy site has an https address, with one place for the words or none."""
    good = {"name": "x", "region": "NL", "url": "https://x.nl/?q={query}"}
    assert Board.model_validate(good)
    assert Board.model_validate(good | {"url": "https://x.nl/jobs"})
    with pytest.raises(ValidationError):
        Board.model_validate(good | {"url": url})


@pytest.mark.parametrize(
    "whom", [{"isco08": ["25120"]}, {"isco08": ["ICT"]}, {"roles": ["A role"]}, {"sole": "nurse"}]
)
def test_a_board_is_for_groups_and_roles(whom: dict[str, object]):
    """Codes of ISCO-08 or their beginnings, and ids; nothing that could never fit."""
    site = {"name": "x", "region": "NL", "url": "https://x.nl/"}
    assert Board.model_validate(site | {"isco08": ["2", "2512"], "roles": ["nurse"]})
    with pytest.raises(ValidationError):
        Board.model_validate(site | whom)


def test_a_skill_may_do_without_a_concept():
    """A skill for which ESCO has none leaves the link out."""
    assert Skill.model_validate({"en": "x", "nl": "y", "kind": "tool"}).esco is None


@pytest.mark.parametrize("year", [1899, 2101, "2026", 2026.0])
def test_a_source_has_a_plausible_year(year: object):
    """A source's year is a whole number between 1900 and 2100."""
    text = {"measures": "x", "caveat": "y"}
    source = {"name": "n", "authors": "a", "title": "t", "year": 2026, "region": "NL"}
    source |= {"link": "https://x.nl", "licence": "l", "en": text, "nl": text}
    assert Source.model_validate(source)
    with pytest.raises(ValidationError):
        Source.model_validate(source | {"year": year})


def test_every_field_of_a_role_is_described():
    """An editor can explain every key of a role file but the tables, which explain themselves."""
    schema = Role.model_json_schema()
    for name, part in schema["$defs"].items():
        assert part["description"], name
        for key, entry in part["properties"].items():
            assert entry.get("description"), f"{name}.{key}"


def test_the_schema_holds_the_closed_lists():
    """The schema for editors offers the levels, skills and sources of this moment."""
    library = read_workspace()
    schema = role_schema(library)
    assert schema["properties"]["level"]["enum"] == list(library.vocabulary.levels)
    for need in ("essential", "useful"):
        skills = schema["$defs"]["Skills"]["properties"][need]["items"]
        assert skills["enum"] == list(library.skills)
    for key in ("conditions", "work"):
        assert schema["properties"][key]["items"]["enum"] == list(getattr(library.vocabulary, key))
    assert schema["$defs"]["Salary"]["properties"]["source"]["enum"] == list(library.sources)
