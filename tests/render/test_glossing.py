"""The gloss of a Dutch word behind its first use, and nowhere else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.pages import Gloss
from careercli.render.blocks import (
    Block,
    Bullets,
    Document,
    Entry,
    Facts,
    Headline,
    Overview,
    Panel,
    Paragraph,
    Section,
    Subhead,
    line,
    span,
    text_of,
)
from careercli.render.glossing import glossed

MBO = Gloss("mbo", ("mbo", "mbo school"), "secondary vocational")
BBL = Gloss("bbl", ("bbl",), "beside a job")


def told(*blocks: Block, glosses: tuple[Gloss, ...] = (MBO, BBL)) -> tuple[Block, ...]:
    """Return the blocks of a section with the glosses in them."""
    document = glossed(Document(None, (Section("x", "An mbo", blocks),)), glosses)
    assert document.sections[0].title == "An mbo"
    return document.sections[0].blocks


def paragraph(text: str) -> str:
    """Return what becomes of a text."""
    (block,) = told(Paragraph(line(text)))
    assert isinstance(block, Paragraph)
    return text_of(block.spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By mbo or not.", "By mbo (secondary vocational) or not."),
        ("A school (mbo) and a job (bbl) too", "A school (mbo) and a job (bbl) too"),
        ("mbo, then mbo again", "mbo (secondary vocational), then mbo again"),
        ("mbo and bbl", "mbo (secondary vocational) and bbl (beside a job)"),
        ("An mbo level 4 course", "An mbo level 4 course (mbo: secondary vocational)"),
        ("An mbo 4 course", "An mbo 4 course (mbo: secondary vocational)"),
        ("An mbo school", "An mbo school (secondary vocational)"),
        # explained there already, or no place for it; then the next one is explained
        ("mbo (as it is called)", "mbo (as it is called)"),
        ("a course (mbo or so)", "a course (mbo or so)"),
        ("(mbo), then mbo", "(mbo), then mbo"),
        ("the mbo's own course, then", "the mbo's own course (mbo: secondary vocational), then"),
        ("mbo, a school", "mbo, a school"),
        ("an mbo course that pays", "an mbo course (mbo: secondary vocational) that pays"),
        ("a mbo one two three four", "a mbo one two three four"),
        # part of another word or name
        ("an mbo-school", "an mbo-school"),
        ("pre-mbo", "pre-mbo"),
        ("mbo/hbo", "mbo/hbo"),
        ("mbo bachelor", "mbo bachelor"),
        ("mbos and MBO", "mbos and MBO"),
        ("nothing of the sort", "nothing of the sort"),
        ("", ""),
    ],
)
def test_a_word_is_explained_where_it_is_first_used(text: str, expected: str) -> None:
    """Once, never in brackets, and never within another word."""
    assert paragraph(text) == expected


def test_a_word_in_brackets_needs_no_gloss_later() -> None:
    """What the text explains itself is not explained again."""
    (first, second) = told(Paragraph(line("mbo (a school)")), Paragraph(line("mbo again")))
    assert "secondary" not in text_of(first.spans) + text_of(second.spans)  # type: ignore[union-attr]


def test_all_running_text_has_glosses() -> None:
    """Paragraphs, bullets, facts and entries; once in all of them together."""
    blocks = (
        Subhead("mbo"),
        Bullets((line("by bbl"), line("by mbo"))),
        Facts((("mbo", line("by mbo")),)),
        Entry(line("bbl"), (line("by bbl"),)),
    )
    subhead, bullets, facts, entry = told(*blocks)
    assert (subhead, facts, entry) == (blocks[0], blocks[2], blocks[3])
    assert isinstance(bullets, Bullets)
    assert [text_of(item) for item in bullets.items] == [
        "by bbl (beside a job)",
        "by mbo (secondary vocational)",
    ]


def test_a_fact_and_an_entry_are_running_text() -> None:
    """But their labels and names are not."""
    facts, entry = told(Facts((("mbo", line("by mbo")),)), Entry(line("bbl"), (line("by bbl"),)))
    assert isinstance(facts, Facts)
    ((label, value),) = facts.rows
    assert (label, text_of(value)) == ("mbo", "by mbo (secondary vocational)")
    assert isinstance(entry, Entry)
    assert (text_of(entry.head), *map(text_of, entry.lines)) == ("bbl", "by bbl (beside a job)")


def test_the_first_screen_and_headings_have_none() -> None:
    """They have no room."""
    overview = Overview((Panel("mbo", (), (Paragraph(line("by mbo")),)),), None)  # type: ignore[arg-type]
    document = Document(Headline(line("mbo"), (), (line("by mbo"),)), (), overview)
    assert glossed(document, (MBO,)) == document


def test_links_stay_as_they_are() -> None:
    """A gloss within an address's name would be a part of the link."""
    link = Paragraph((span("mbo", link="https://example.org/"),))
    assert told(link) == (link,)


@given(st.lists(st.sampled_from(["mbo", "bbl", "a", ",", "(", ")", "4", "mbo school"])))
def test_a_text_loses_nothing(words: list[str]) -> None:
    """Without the glosses it is what it was; each stands at most once."""
    text = " ".join(words)
    after = paragraph(text)
    for gloss in (MBO, BBL):
        told = re.compile(rf" \((?:[a-z ]+: )?{gloss.gloss}\)")
        assert len(told.findall(after)) <= 1
        after = told.sub("", after)
    assert after == text
