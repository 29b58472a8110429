"""Pages as HTML: whatever a text holds is text, and every kind of block has its element."""

import pytest

from careercli.render.blocks import (
    Bullets,
    Chart,
    Definitions,
    Document,
    Entry,
    Facts,
    Gist,
    Headline,
    Hint,
    Link,
    Links,
    Mark,
    Node,
    Notes,
    Paragraph,
    Rest,
    Scale,
    Section,
    Subhead,
    Table,
    Tree,
    line,
    span,
)
from careercli.render.html import fragment
from tests.conftest import Run
from tests.site.reading import Page

WILD = "<b onclick='x'>&amp; \"5\" > 3</b>"
SCALE = Scale(
    "bar", 0, 10, ((0, "0"), (10, "10")), (Mark(WILD, line(WILD), 2, 4, 3), Mark("n", ()))
)
TABLE = Table((WILD, "n"), ((line(WILD), line("1")), (line("b"), line("2"))), frozenset({1}))
BELOW = ((Gist(WILD, (line(WILD),)),), ())
BLOCKS = {
    Paragraph(line(WILD)): "p",
    Rest(line(WILD)): "p",
    Subhead(WILD): "h3",
    Facts(((WILD, line(WILD)),)): "dl",
    Definitions(((line(WILD), line(WILD)),)): "dl",
    Bullets((line(WILD),)): "ul",
    Entry(line(WILD), (line(WILD),)): "ul",
    SCALE: "svg",
    Tree((Node(line(WILD), (Node(line(WILD)),)),)): "ul",
    Links((Link(WILD, "https://example.org/?a=1&b=2", "example.org", WILD),)): "a",
    Notes(((1, line(WILD)),)): "ol",
    TABLE: "table",
    Chart(
        TABLE, TABLE, 2, 2, "", SCALE, line(WILD), below=((Gist(WILD, (line(WILD),)),), ())
    ): "svg",
}


@pytest.mark.parametrize(("block", "element"), BLOCKS.items(), ids=lambda it: type(it).__name__)
def test_a_block_is_its_element_and_text_is_text(block: object, element: str) -> None:
    """Whole, and nothing that a text holds becomes an element."""
    document = Document(Headline(line(WILD)), (Section("one", WILD, (block,)),))  # type: ignore[arg-type]
    text = fragment(document, lambda _slug: None)
    page = Page(text)
    assert page.faults == []
    assert page.all(element)
    assert not page.all("b")
    assert not [more for _tag, more in page.tags if "onclick" in more]
    assert "&lt;b onclick=" in text


def test_hints_for_a_prompt_are_left_out() -> None:
    """With the section that has nothing else."""
    hint = Section("discover", "Discover", (Hint("Compare", "careers compare a b"),))
    assert fragment(Document(None, (hint,)), lambda _slug: None) == ""


def test_a_role_is_a_link_where_it_has_a_page() -> None:
    """And text where it has none."""
    named = span("Welder", "role")._replace(role="welder")
    document = Document(None, (Section("x", "X", (Paragraph((named,)),)),))
    assert Page(fragment(document, lambda slug: f"../{slug}.html")).all("a") == [
        {"href": "../welder.html"}
    ]
    assert not Page(fragment(document, lambda _slug: None)).all("a")


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_a_page_alone_is_a_page(lang: str, ask: Run) -> None:
    """With its language, its looks and no link to a page that is not there."""
    done = ask("show", "cloud-shepherd", "--format", "html", "--lang", lang)
    page = Page(done.stdout)
    assert page.faults == []
    assert page.all("html") == [{"lang": lang}]
    assert len(page.all("style")) == 1
    addresses = [more["href"] for more in page.all("a")]
    assert all(address.startswith(("#", "https://")) for address in addresses)


@pytest.mark.parametrize(
    "command",
    ["next cloud-shepherd", "match python sql", "compare cloud-shepherd fog-counter", "list"],
)
def test_a_table_has_a_name(command: str, ask: Run) -> None:
    """Its section's, or the page's where the section has none."""
    page = Page(ask(*command.split(), "--format", "html").stdout)
    assert page.all("table")
    assert page.faults == []
