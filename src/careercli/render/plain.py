"""Blocks as plain text: for pipes, screen readers, dumb terminals. Nothing is cut off."""

import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from careercli.render.blocks import (
    Block,
    Bullets,
    Chart,
    Definitions,
    Document,
    Entry,
    Facts,
    Gauge,
    Gist,
    Hint,
    Line,
    Links,
    Node,
    Notes,
    Overview,
    Panel,
    Paragraph,
    Rest,
    Scale,
    Subhead,
    Table,
    Tree,
    stands_apart,
    text_of,
)
from careercli.screen import Screen

ITEMS = 5  # of a list at a glance


def render(document: Document, screen: Screen) -> str:
    """Return the document as text as wide as the screen; only an address may be longer.

    In a pipe a table keeps one line a row, however long.
    """
    width = screen.width
    lines: list[str] = []
    if head := document.headline:
        for spans in (head.title, *head.badges[:1], *head.lines):
            lines += _wrapped(text_of(spans), width)
    if document.overview:
        lines += _overview(document.overview, width)
    for section in document.sections:
        if section.title:
            title = _wrapped(section.title, width)
            lines += ["", *title, "=" * min(width, max(map(len, title)))]
        else:
            lines.append("")
        for before, block in zip((None, *section.blocks), section.blocks, strict=False):
            lines += [""] if stands_apart(before, block) else []
            if isinstance(block, Table | Chart):
                table = block.table if isinstance(block, Chart) else block
                below = block.below if isinstance(block, Chart) else ()
                lines += _table(table, sys.maxsize if screen.piped else width, width, below)
            else:
                lines += _block(block, width)
    return "\n".join(lines).strip("\n") + "\n"


def _overview(overview: Overview, width: int) -> Iterator[str]:
    """Yield each panel as a heading with its lines; what is drawn stands in words there too."""
    for panel in overview.panels:
        yield ""
        yield from _wrapped(" ".join((panel.title, *panel_aside(panel))), width)
        for block in panel.blocks:
            match block:
                case Paragraph(spans) | Gauge(words=spans) if spans:
                    yield from _wrapped(text_of(spans), width, "  ", "    ")
                case Gist() if block.items:
                    yield from _wrapped(gist_words(block), width, "  ", "    ")
    yield ""
    yield from _wrapped(text_of(overview.onward.spans), width)


def panel_aside(panel: Panel) -> tuple[str, ...]:
    """Return what the figures of a panel are, in brackets."""
    return tuple(f"({aside})" for aside in panel.asides[:1])


def gist_words(gist: Gist) -> str:
    """Return a label with its first items, and how many more there are; or all of them."""
    shown = gist.items[:ITEMS] if gist.rest and not gist.whole else gist.items
    more = len(gist.items) - len(shown)
    told = " · ".join(text_of(item) for item in shown)
    told += " " + gist.rest.format(count=more) if more else ""
    return f"{gist.label}: {told}" if gist.label else told


def said_below(block: Gist | Paragraph) -> str:
    """Return what stands under a row of a chart, in words."""
    return gist_words(block) if isinstance(block, Gist) else text_of(block.spans)


def _block(block: Block, width: int) -> Iterator[str]:
    match block:
        case Paragraph() | Rest() | Hint():
            yield from _wrapped(text_of(block.spans), width)
        case Subhead(text, more):
            yield from _wrapped(text + text_of(more), width)
        case Facts(rows):
            yield from _facts(rows, width)
        case Definitions(rows):
            yield from _definitions(rows, width)
        case Scale(rows=rows):
            yield from _facts(((mark.label, mark.words) for mark in rows), width)
        case Bullets(items):
            for item in items:
                yield from _wrapped(text_of(item), width, "- ", "  ")
        case Entry():
            yield from _entry(block, width)
        case Links(items):
            for link in items:
                yield f"{link.name}: {link.address}{link.aside}"
        case Notes(items):
            for number, item in items:
                yield from _wrapped(with_addresses(item), width, f"[{number}] ", "    ")
        case Tree(nodes):
            yield from _tree(nodes, width, 0)


def _entry(entry: Entry, width: int) -> Iterator[str]:
    yield from _wrapped(text_of(entry.head), width)
    for item in entry.lines:
        yield from _wrapped(text_of(item), width, "  ", "  ")


def with_addresses(spans: Line) -> str:
    """Return a line with the whole address in place of each link."""
    return "".join(part.link or part.text for part in spans)


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        max(width, 20),
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _facts(rows: Iterable[tuple[str, Line]], width: int) -> Iterator[str]:
    for label, spans in rows:
        yield from _wrapped(f"{label}: {text_of(spans)}", width, "", "  ")


def _definitions(rows: Sequence[tuple[Line, Line]], width: int) -> Iterator[str]:
    """Yield what may be typed, and beside it what it means; below it if it is long."""
    names = [text_of(name) for name, _words in rows]
    column = definition_column(map(len, names), width)
    for name, (_name, words) in zip(names, rows, strict=True):
        first = f"  {name}".ljust(column)
        if len(name) + 4 > column:
            yield first.rstrip()
            first = " " * column
        yield from _wrapped(text_of(words), width, first, " " * column) or [first.rstrip()]


def definition_column(names: Iterable[int], width: int) -> int:
    """Return where the meanings begin: beside the longest name that leaves them most of a line."""
    room = 2 * width // 5
    return 4 + max((name for name in names if name <= room), default=4)


def _tree(nodes: Iterable[Node], width: int, depth: int) -> Iterator[str]:
    for node in nodes:
        indent = "  " * depth
        yield from _wrapped(text_of(node.words), width, indent, indent + "    ")
        yield from _tree(node.branches, width, depth + 1)


def _table(
    table: Table, room: int, width: int, below: Sequence[Sequence[Gist | Paragraph]] = ()
) -> Iterator[str]:
    """Yield aligned columns where they fit, else each row as facts under its first cell.

    What is said ``below`` a row follows it.
    """
    texts = [[text_of(cell) for cell in row] for row in table.rows]
    widths = [max(len(head), *(len(row[i]) for row in texts)) for i, head in enumerate(table.heads)]
    aligned = sum(widths) + 2 * (len(widths) - 1) <= room
    if aligned:
        yield _cells(table.heads, widths, table.right)
    for row, more in zip(texts, below or [()] * len(texts), strict=True):
        if aligned:
            yield _cells(row, widths, table.right)
        else:
            yield from _wrapped(row[0], width)
            for head, cell in zip(table.heads[1:], row[1:], strict=True):
                if cell:
                    yield from _wrapped(f"{head}: {cell}" if head else cell, width, "  ", "    ")
        for block in more:
            yield from _wrapped(said_below(block), width, "    ", "      ")


def _cells(cells: Sequence[str], widths: Sequence[int], right: frozenset[int]) -> str:
    """Return a line of a table."""
    padded = (
        cell.rjust(widths[i]) if i in right else cell.ljust(widths[i])
        for i, cell in enumerate(cells)
    )
    return "  ".join(padded).rstrip()
