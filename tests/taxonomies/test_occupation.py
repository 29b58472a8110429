"""Texts of others, tidied: on one line, nothing unseen in them, each name once."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careercli.names import control_characters_in, name_key
from careercli.taxonomies.occupation import one_line, other_names, paragraphs

ODD = st.sampled_from(list(" \t\n\r\v\f\x00\x1b\x85\u00a0\u00ad\u200b\u2028\u202e\ufeffaé漢☃"))
TEXTS = st.text() | st.text(ODD)


def tidy(line: str) -> bool:
    """Return whether a line has single plain spaces, inside only, and nothing that steers."""
    return line == " ".join(line.split()) and not control_characters_in(line) and "\n" not in line


@given(TEXTS)
@example("a \x00 b")
@example("a\u2029b")
def test_one_line_is_tidy(text: str) -> None:
    """Whatever comes in, one line comes out: no steering characters, no double spaces."""
    assert tidy(one_line(text))


@given(TEXTS)
def test_one_line_of_a_tidy_line_is_that_line(text: str) -> None:
    """Tidying twice changes nothing."""
    assert one_line(one_line(text)) == one_line(text)


@given(TEXTS)
@example("a\x00\n\x00\nb")
def test_paragraphs_are_tidy(text: str) -> None:
    """Each paragraph is one tidy line; none is empty."""
    tidied = paragraphs(text)
    assert tidied == "" or all(part and tidy(part) for part in tidied.split("\n\n"))


@given(st.lists(TEXTS), TEXTS)
def test_other_names_are_tidy_and_differ(names: list[str], title: str) -> None:
    """No name twice, none that is the title's, none without a letter."""
    kept = other_names(names, title)
    keys = [name_key(title), "", *map(name_key, kept)]
    assert all(map(tidy, kept))
    assert len(set(keys[1:])) == len(keys[1:])
    assert name_key(title) not in keys[2:]


@pytest.mark.parametrize(
    "text, line",
    [
        ("bee\u00a0 keeper ", "bee keeper"),
        ("wel\u00adder", "welder"),
        ("\ufefffirst", "first"),
        ("one\u2028two", "one two"),
        ("a\u200bb\u202ec", "abc"),
        ("\x1b[31mred", "[31mred"),
        ('the "hot" one', 'the "hot" one'),
        ("", ""),
    ],
)
def test_one_line_of(text: str, line: str) -> None:
    """Spaces of all kinds are one plain space; hyphens that nobody sees go, quotes stay."""
    assert one_line(text) == line


def test_paragraphs_of() -> None:
    """Lines become paragraphs, with an empty line between two."""
    assert paragraphs(" One  line.\r\nNext.\n\n\n \nLast. ") == "One line.\n\nNext.\n\nLast."


def test_other_names_of() -> None:
    """Case, accents and spaces make no other name; the first spelling stays."""
    names = ["Smith", "smith ", "WELDER", "", "  ", "black\u00a0smith", "Blacksmith", "Smïth"]
    assert other_names(names, "welder") == ("Smith", "black smith", "Blacksmith")
