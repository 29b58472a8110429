"""Blocks as Markdown, for notes, wikis and reports."""

import re
from collections.abc import Iterable, Iterator

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
    Panel,
    Paragraph,
    Rest,
    Scale,
    Span,
    Subhead,
    Table,
    Tree,
    line,
    span,
    text_of,
)
from careercli.render.plain import gist_words, panel_aside, said_below
from careercli.screen import Screen

_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")


def render(document: Document, _screen: Screen) -> str:
    """Return the document as Markdown."""
    parts: list[str] = []
    if head := document.headline:
        parts += [f"# {_text(head.title)}", *map(_text, (*head.badges[:1], *head.lines))]
    if document.overview:
        parts += [_panel(panel) for panel in document.overview.panels]
        parts.append(_text(document.overview.onward.spans))
    for section in document.sections:
        parts += [f"## {_escaped(section.title)}"] if section.title else []
        parts += [_block(block) for block in section.blocks]
    return "\n\n".join(part for part in parts if part) + "\n"


def _panel(panel: Panel) -> str:
    rows = [" ".join((f"**{_escaped(panel.title)}**", *panel_aside(panel))), ""]
    for block in panel.blocks:
        match block:
            case Paragraph(spans) | Gauge(words=spans) if spans:
                rows.append(f"- {_text(spans)}")
            case Gist() if block.items:
                rows.append(f"- {_escaped(gist_words(block))}")
    return "\n".join(rows)


def _block(block: Block) -> str:
    match block:
        case Paragraph(spans) | Rest(spans):
            return _text(spans)
        case Hint():
            return _text(block.spans)
        case Subhead(text, more):
            return f"### {_escaped(text)}{_text(more)}"
        case Facts(rows):
            return _facts(rows)
        case Definitions(rows):
            return "\n".join(f"- `{text_of(name)}`: {_text(words)}" for name, words in rows)
        case Scale(rows=rows):
            return _facts((mark.label, mark.words) for mark in rows)
        case Bullets(items):
            return "\n".join(f"- {_text(item)}" for item in items)
        case Entry(head, lines):
            return "\n".join((f"- {_text(head)}", *(f"  - {_text(item)}" for item in lines)))
        case Links(items):
            return "\n".join(
                f"- [{_escaped(link.name)}]({link.address}){_escaped(link.aside)}" for link in items
            )
        case Notes(items):
            return "\n".join(f"{number}. {_text(item)}" for number, item in items)
        case Tree(nodes):
            return "\n".join(_tree(nodes, 0))
        case Table() | Chart():
            return "\n".join(_table(block if isinstance(block, Table) else _in_words(block)))


def _in_words(chart: Chart) -> Table:
    """Return a chart as a table; what is said below a row is its last cell."""
    heads, rows, right, _turns = chart.table
    if chart.below:
        heads = (*heads, "")
        told = [line(span("; ".join(map(said_below, each)))) for each in chart.below]
        rows = tuple((*row, more) for row, more in zip(rows, told, strict=True))
    return Table(heads, rows, right)


def _facts(rows: Iterable[tuple[str, Line]]) -> str:
    return "\n".join(f"- **{_escaped(label)}**: {_text(spans)}" for label, spans in rows)


def _tree(nodes: Iterable[Node], depth: int) -> Iterator[str]:
    for node in nodes:
        yield f"{'  ' * depth}- {_text(node.words)}"
        yield from _tree(node.branches, depth + 1)


def _table(table: Table) -> Iterator[str]:
    heads, rows, right, _turns = table
    yield f"| {' | '.join(_escaped(head) for head in heads)} |"
    yield f"|{'|'.join('--:' if i in right else '---' for i in range(len(heads)))}|"
    for row in rows:
        yield f"| {' | '.join(_text(cell) for cell in row)} |"


def _text(spans: Line) -> str:
    return "".join(_link(part) if part.link else _escaped(part.text) for part in spans)


def _link(part: Span) -> str:
    return f"<{part.text}>" if part.link == part.text else f"[{_escaped(part.text)}]({part.link})"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
