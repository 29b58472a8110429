"""How a problem is worded and where it says to stand."""

from typing import Any

import pytest
import tomli
from pydantic import ValidationError

from tests.roles.cases import TEXT
from tests.roles.subject import Loc, Problem, Role, dotted, explain, nearest


def explained(loc: Loc, value: Any) -> list[tuple[Loc, object, str, str]]:
    """Return how the valid role's problems are explained once ``value`` stands at ``loc``."""
    data = tomli.loads(TEXT)
    table: Any = data
    for part in loc[:-1]:
        table = table[part]
    if value is None:
        del table[loc[-1]]
    else:
        table[loc[-1]] = value
    with pytest.raises(ValidationError) as caught:
        Role.model_validate(data)
    return explain(caught.value, Role)


def test_a_problem_is_one_line():
    """A problem reads ``file:line: field: wrong; instead``."""
    assert str(Problem("a.toml", 3, "level", "is missing", "add it")) == (
        "a.toml:3: level: is missing; add it"
    )


def test_problems_sort_by_file_and_line():
    """Problems come in order of file, then of line as a number."""
    a9, a10 = Problem("a", 9, "z", "", ""), Problem("a", 10, "y", "", "")
    b1 = Problem("b", 1, "x", "", "")
    assert sorted([b1, a10, a9]) == [a9, a10, b1]


@pytest.mark.parametrize(
    "loc, path",
    [
        ((), "file"),
        (("level",), "level"),
        (("codes", "isco08"), "codes.isco08"),
        (("skills", 1, "id"), "skills[1].id"),
        (("ladder", "up", 0, "years", 1), "ladder.up[0].years[1]"),
    ],
)
def test_dotted(loc: Loc, path: str):
    """A place is written with dots for keys and brackets for entries."""
    assert dotted(loc) == path


def test_nearest_proposes_the_closest_word():
    """A slip of the pen is answered with the word that was meant."""
    assert nearest("pyhton", ["sql", "python", "r"]) == 'did you mean "python"?'


def test_nearest_lists_the_words_where_none_is_close():
    """Where no word is close, the list is shown in its own order."""
    assert nearest("x", ["mid-level", "junior"]) == "write one of: mid-level, junior"


def test_nearest_shows_a_long_list_in_part():
    """Of a list of more than sixteen words three are shown, as examples."""
    words = [f"word-{letter}" for letter in "abcdefghijklmnopqrst"]
    assert nearest("#", words) == "write one of the 20, for example word-a, word-b, word-c"
    assert nearest("#", words[:16]) == f"write one of: {', '.join(words[:16])}"


def test_nearest_takes_what_is_no_text():
    """A number where a word should stand is answered too."""
    assert nearest(7, ["a"]) == "write one of: a"


@pytest.mark.parametrize(
    "loc, value, wrong, instead",
    [
        (("level",), None, "is missing", 'add for example level = "senior"'),
        (("codes",), None, "is missing", "add the table [codes]"),
        (("reviewed",), None, "is missing", "add for example reviewed = 2026-11-22"),
        (("en", "automates"), None, "is missing", 'add for example automates = ["data prep'),
        (("nl", "career"), None, "is missing", "add career in Dutch"),
        (("nl", "automates"), [], "is empty", "write automates in Dutch, as a list"),
        (("levle",), "x", "is not a key of this table", 'did you mean "level"?'),
        (("salary", "hihg"), 1, "is not a key of this table", 'did you mean "high"?'),
        (("skills", "usefull"), 1, "is not a key of this table", 'did you mean "useful"?'),
        (("training", 0, "moeds"), 1, "is not a key of this table", 'did you mean "modes"?'),
        (("ladder", "up", 0, "roel"), 1, "is not a key of this table", 'did you mean "role"?'),
        (("level",), 7, "7 is not text", 'write for example level = "senior"'),
        (("salary", "low"), "x", '"x" is not a whole number', "write for example low = 55000"),
        (("salary", "low"), True, "True is not a whole number", "write for example low = 55000"),
        (("salary", "low"), 0, "0 is too small", "write for example low = 55000"),
        (("salary", "high"), 10**8, "100000000 is too large", "write for example high = 110000"),
        (("salary", "low"), 70_000, "low is above high", "swap the two amounts"),
        (("salary",), 1, "1 is not a table", "write the table [salary]"),
        (
            ("salary", "region"),
            "US",
            "\"US\" is not one of 'NL'",
            'write for example region = "NL"',
        ),
        (("reviewed",), "x", '"x" is not a date', "write for example reviewed = 2026-11-22"),
        (
            ("codes", "isco08"),
            "1",
            '"1" does not have the right form',
            "write for example isco08 =",
        ),
        (
            ("codes", "esco"),
            "x y",
            '"x y" does not have the right form',
            "write for example esco =",
        ),
        (("en", "title"), "", "is empty", 'write for example title = "Machine Learning Engineer"'),
        (("en", "career"), " \n", "is empty", 'write for example career = "You grow by'),
        (("en", "automates"), [], "is empty", "write for example automates = ["),
        (("en", "automates"), "x", '"x" is not a list', "write for example automates = ["),
        (("en", "automates", 0), "", "is empty", "write for example automates = ["),
        (
            ("ladder", "up", 0, "years"),
            [1, 2, 3],
            "has too many entries",
            "write for example years =",
        ),
        (("ladder", "up", 0, "years"), [5, 2], "years run backwards", "write [from, to], for"),
        (
            ("ladder", "up", 0, "years"),
            [1, 41],
            "41 is too large",
            "write for example years = [3, 6]",
        ),
    ],
)
def test_explain(loc: Loc, value: Any, wrong: str, instead: str):
    """Each kind of mistake is told in plain words, with what to write instead."""
    ((found, _, told, advice),) = explained(loc, value)
    # A rule about two keys is told at their table, a wrong entry at the entry.
    assert found in (loc, loc[:-1], (*loc, 1))
    assert told == wrong
    assert advice.startswith(instead)


def test_a_wrong_entry_does_not_make_a_list_too_short():
    """Where the only entry of a list is wrong, the entry is told and not the list."""
    ((loc, _, wrong, _),) = explained(("skills", "essential"), ["S Q L"])
    assert loc == ("skills", "essential", 0)
    assert wrong == '"S Q L" does not have the right form'


def test_explain_tells_every_problem():
    """Several mistakes are all told."""
    data = tomli.loads(TEXT) | {"level": 1, "reviewed": "x", "colour": 2}
    with pytest.raises(ValidationError) as caught:
        Role.model_validate(data)
    assert {loc for loc, _, _, _ in explain(caught.value, Role)} == {
        ("level",),
        ("reviewed",),
        ("colour",),
    }


@pytest.mark.parametrize("value", ["x" * 500, "\x1b[31m" * 20, ["y" * 99], {"a": "z" * 99}])
def test_a_shown_value_is_short_and_printable(value: Any):
    """A long or unprintable value is shown cut off and escaped."""
    ((_, _, wrong, _),) = explained(("salary", "low"), value)
    assert wrong.isprintable()
    assert len(wrong) <= len("... is not a whole number") + 37


def test_every_example_would_be_accepted():
    """What a missing key should look like is itself a right value for that key."""
    data = tomli.loads(TEXT)
    for table in ("codes", "salary", "outlook", "education", "en"):
        for key in data[table]:
            ((_, _, _, advice),) = explained((table, key), False)
            changed = tomli.loads(TEXT)
            changed[table] |= tomli.loads(advice.removeprefix("write for example "))
            Role.model_validate(changed)
