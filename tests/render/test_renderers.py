"""Blocks as plain text, Markdown and ASCII."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from careercli.names import is_control
from careercli.render import markdown, plain
from careercli.render.ascii import to_ascii
from careercli.render.blocks import (
    Bullets,
    Document,
    Facts,
    Headline,
    Hint,
    Link,
    Links,
    Node,
    Notes,
    Paragraph,
    Section,
    Subhead,
    Table,
    Tree,
    line,
    span,
)
from careercli.screen import Screen
from tests.conftest import ROLES, Run

WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"


def screen(width: int = 80, *, piped: bool = False) -> Screen:
    """Return a screen without boxes."""
    return Screen(width, boxes=False, color=False, ascii_only=False, piped=piped)


def page(*blocks: object) -> Document:
    """Return a document with one section."""
    return Document(Headline(line("Name")), (Section("key", "Title", tuple(blocks)),))  # type: ignore[arg-type]  # any blocks


EVERYTHING = page(
    Paragraph(line(WORDS)),
    Hint("All of it", "careers list"),
    Subhead("Under"),
    Facts((("Label", line(WORDS)),)),
    Bullets((line(WORDS),)),
    Links((Link("Site", "https://example.org/?q=a+b", "example.org", "apply here"),)),
    Notes(((1, line(WORDS)),)),
    Tree((Node(line("root"), (Node(line("leaf")),)),)),
    Table(("A", "B"), ((line("first"), line("1")), (line("second"), line("22")))),
)


def test_plain_text_loses_nothing() -> None:
    """Every word arrives, wrapped at the width, addresses whole."""
    out = plain.render(EVERYTHING, screen(40))
    assert out.count("fourteen") == 4
    assert "All of it: careers list\n" in out
    assert "Site: https://example.org/?q=a+b (apply here)\n" in out
    assert all(len(row) <= 40 for row in out.splitlines() if "https" not in row)


def test_a_table_that_does_not_fit_becomes_facts() -> None:
    """Narrow: a row is headed by its first cell; in a pipe it stays one line."""
    table = Table(("Role", "Level"), ((line("x" * 30), line("y" * 30)),))
    narrow = plain.render(page(table), screen(40))
    assert f"{'x' * 30}\n  Level: {'y' * 30}\n" in narrow
    wide = plain.render(page(table), screen(40, piped=True))
    assert f"{'x' * 30}  {'y' * 30}\n" in wide


def test_markdown_has_headings_lists_links_and_tables() -> None:
    """Each block becomes its Markdown counterpart."""
    out = markdown.render(EVERYTHING, screen())
    for part in ("# Name", "## Title", "### Under", "- **Label**: one", "| A | B |", "  - leaf"):
        assert part in out
    assert "[Site](https://example.org/?q=a+b) (apply here)" in out


def test_text_is_not_markdown() -> None:
    """What a role file writes with stars or brackets stays as written."""
    assert r"\*not bold\* \[x\]" in markdown.render(
        page(Paragraph(line("*not bold* [x]"))), screen()
    )


@given(st.text())
def test_a_span_never_steers(text: str) -> None:
    """Whatever a file holds, a span holds no steering character."""
    assert not any(is_control(char) for char in span(text).text)


@given(st.text())
def test_only_web_links_are_links(link: str) -> None:
    """javascript:, file: and nonsense are dropped."""
    made = span("x", link=link).link
    assert made is None or made.startswith(("http://", "https://"))


@given(st.text())
def test_ascii_is_ascii(text: str) -> None:
    """Any text can be said in ASCII."""
    assert to_ascii(text).isascii()


def test_ascii_reads_well() -> None:
    """Signs are spelled and accents dropped, rather than turned into question marks."""
    assert to_ascii("€55,000 – één coördinator → β") == "EUR 55,000 - een coordinator -> beta"


def test_csv_has_a_row_a_role(ask: Run) -> None:
    """--format csv parses, with a header and every role."""
    rows = list(csv.DictReader(io.StringIO(ask("list", "--format", "csv").stdout)))
    assert len(rows) == ROLES
    assert {"slug", "pay_low", "pay_unit", "ilo_exposure"} <= set(rows[0])
    by_slug = {row["slug"]: row for row in rows}
    assert by_slug["cloud-shepherd"]["pay_low"] == "46785.6"
    assert by_slug["chief-rain-officer"]["pay_low"] == ""
