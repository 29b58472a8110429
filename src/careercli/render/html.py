"""Blocks as HTML: real headings, tables and lists, and figures as SVG beside their words."""

from collections.abc import Callable, Iterable, Iterator
from html import escape
from importlib.resources import files
from itertools import takewhile

from careercli.locale import spoken
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
    Headline,
    Hint,
    Line,
    Links,
    Mark,
    Node,
    Notes,
    Panel,
    Paragraph,
    Rest,
    Scale,
    Section,
    Span,
    Subhead,
    Table,
    Tree,
    text_of,
)
from careercli.render.plain import gist_words
from careercli.screen import Screen

Address = Callable[[str], str | None]
"""Where the page of a slug is, if there is one."""

TALL = 10  # units of a bar; its width is in percent, so that it takes the room that it is given


def render(document: Document, _screen: Screen) -> str:
    """Return the document as a page of its own, which links to no other page of ours."""
    title = escape(text_of(document.headline.title)) if document.headline else "careers"
    return (
        f'<!doctype html>\n<html lang="{spoken()}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{stylesheet()}</style>\n</head>\n<body>\n<main>\n"
        f"{fragment(document, lambda _slug: None)}</main>\n</body>\n</html>\n"
    )


def stylesheet() -> str:
    """Return how such a page looks, light or dark, on a screen or on paper."""
    return files("careercli.render").joinpath("html.css").read_text("utf-8")


def fragment(document: Document, address: Address) -> str:
    """Return a document as what stands within a page; hints for a prompt are left out."""
    return "".join(_Writer(address).document(document))


class _Writer:
    """Writes one document: it knows which notes were pointed to."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._pointed: set[str] = set()
        self._title = ""

    def document(self, document: Document) -> Iterator[str]:
        """Yield the parts of a document in their order."""
        if document.headline:
            self._title = text_of(document.headline.title)
            yield from self._headline(document.headline)
        if document.overview:
            yield '<div class="overview">\n'
            for panel in document.overview.panels:
                yield from self._panel(panel)
            yield "</div>\n"
        for section in document.sections:
            yield from self._section(section)

    def _headline(self, head: Headline) -> Iterator[str]:
        yield f"<header>\n<h1>{self._text(head.title)}</h1>\n"
        if head.badges:
            yield f'<p class="badge">{self._text(head.badges[0])}</p>\n'
        for spans in head.lines:
            yield f"<p>{self._text(spans)}</p>\n"
        yield "</header>\n"

    def _panel(self, panel: Panel) -> Iterator[str]:
        aside = f" <small>{escape(panel.asides[0])}</small>" if panel.asides else ""
        yield f'<section class="panel">\n<h2>{escape(panel.title)}{aside}</h2>\n'
        for block in panel.blocks:
            match block:
                case Gauge():
                    yield _gauge(block)
                    yield f"<p>{self._text(block.words)}</p>\n" if block.words else ""
                case Gist():
                    yield self._gist(block)
                case Paragraph(spans):
                    yield f"<p>{self._text(spans)}</p>\n"
        yield "</section>\n"

    def _gist(self, gist: Gist) -> str:
        if not gist.items:
            return ""
        items = ' <span class="muted">·</span> '.join(map(self._text, gist.items))
        label = f'<span class="label">{escape(gist.label)}</span> ' if gist.label else ""
        return f"<p>{label}{items}</p>\n"

    def _section(self, section: Section) -> Iterator[str]:
        shown = [block for block in section.blocks if not isinstance(block, Hint)]
        if not shown:
            return
        name = "section" if section.title else "div"  # a section has a heading
        yield f'<{name} id="{escape(section.key)}">\n'
        if section.title:
            yield f"<h2>{escape(section.title)}</h2>\n"
        title = whole = section.title or self._title
        for block in shown:
            if isinstance(block, Subhead):
                title = f"{whole}: {block.text}"
            yield from self._block(block, title)
        yield f"</{name}>\n"

    def _block(self, block: Block, title: str) -> Iterator[str]:
        match block:
            case Paragraph(spans):
                yield f"<p>{self._text(spans)}</p>\n"
            case Rest(spans):  # how many there are; what to type for more is for a prompt
                told = takewhile(lambda part: part.style != "command", spans)
                yield f"<p>{self._text(tuple(told))}</p>\n"
            case Subhead(text, more):
                yield f"<h3>{escape(text)}{self._text(more)}</h3>\n"
            case Facts(rows):
                yield from self._pairs((escape(label), spans) for label, spans in rows)
            case Definitions(rows):
                yield from self._pairs((self._text(name), spans) for name, spans in rows)
            case Scale():
                yield from self._scale(block)
            case Bullets(items):
                yield from self._listed(map(self._text, items))
            case Entry(head, lines):
                yield f"<p>{self._text(head)}</p>\n"
                yield from self._listed(map(self._text, lines))
            case Links(items):
                yield from self._listed(
                    f"{_anchor(link.address, link.name)}{escape(link.aside)}" for link in items
                )
            case Notes(items):
                yield from self._notes(items)
            case Tree(nodes):
                yield from self._tree(nodes)
            case Table():
                yield from self._table(block, title)
            case Chart():
                yield from self._chart(block, title)

    def _pairs(self, rows: Iterable[tuple[str, Line]]) -> Iterator[str]:
        yield "<dl>\n"
        for name, spans in rows:
            yield f"<div><dt>{name}</dt><dd>{self._text(spans)}</dd></div>\n"
        yield "</dl>\n"

    def _listed(self, items: Iterable[str]) -> Iterator[str]:
        yield "<ul>\n"
        for item in items:
            yield f"<li>{item}</li>\n"
        yield "</ul>\n"

    def _notes(self, items: Iterable[tuple[int, Line]]) -> Iterator[str]:
        """Yield the notes that are pointed to; each leads back to where it is first."""
        yield '<ol class="notes">\n'
        for number, spans in items:
            back = ""
            if str(number) in self._pointed:
                back = f' <a href="#ref-{number}" class="back" aria-label="↑ [{number}]">↑</a>'
            yield f'<li id="note-{number}" value="{number}">{self._text(spans)}{back}</li>\n'
        yield "</ol>\n"

    def _tree(self, nodes: Iterable[Node]) -> Iterator[str]:
        yield '<ul class="tree">\n'
        for node in nodes:
            yield f"<li>{self._text(node.words)}"
            if node.branches:
                yield "\n"
                yield from self._tree(node.branches)
            yield "</li>\n"
        yield "</ul>\n"

    def _scale(self, scale: Scale) -> Iterator[str]:
        """Yield the rows of an axis, each in words with its bar, and the ticks below them."""
        drawn = [mark for mark in scale.rows if mark.low is not None]
        rest = [(escape(mark.label), mark.words) for mark in scale.rows if mark.low is None]
        if drawn:
            yield f'<div class="scale {scale.look}">\n'
            for mark in drawn:
                label = f'<span class="label">{escape(mark.label)}</span>'
                yield f"<p>{label} {self._text(mark.words)}</p>\n{_bar(scale, mark)}"
            yield f"{_ticks(scale)}</div>\n"
        if rest:
            yield from self._pairs(rest)

    def _table(self, table: Table, title: str) -> Iterator[str]:
        yield from self._rows(table, title, [""] * len(table.rows), [()] * len(table.rows))

    def _chart(self, chart: Chart, title: str) -> Iterator[str]:
        """Yield a table in words with a bar in each row, and below it what is said of the row."""
        scale = chart.scale
        bars = [_bar(scale, mark) for mark in scale.rows] if scale else [""] * len(chart.table.rows)
        told = chart.below or [()] * len(chart.table.rows)
        yield from self._rows(chart.table, title, bars, told)
        yield f'<p class="muted">{self._text(chart.key)}</p>\n' if chart.key else ""

    def _rows(
        self,
        table: Table,
        title: str,
        bars: Iterable[str],
        told: Iterable[tuple[Gist | Paragraph, ...]],
    ) -> Iterator[str]:
        bars = list(bars)
        has_bars = any(bars)
        yield f'<div class="scroll" role="region" aria-label="{escape(title)}" tabindex="0">\n'
        yield f'<table>\n<caption class="unseen">{escape(title)}</caption>\n<thead><tr>'
        for place, head in enumerate(table.heads):
            named = f'<th scope="col"{_right(table, place)}>{escape(head)}</th>'
            yield named if head else "<td></td>"
        unseen = f'<span class="unseen">{escape(title)}</span>'
        yield f'<th scope="col">{unseen}</th>' if has_bars else ""
        yield "</tr></thead>\n<tbody>\n"
        for row, bar, below in zip(table.rows, bars, told, strict=True):
            yield f'<tr><th scope="row">{self._text(row[0])}</th>'
            for place, cell in enumerate(row[1:], start=1):
                yield f"<td{_right(table, place)}>{self._text(cell)}</td>"
            yield f'<td class="drawn">{bar}</td>' if has_bars else ""
            yield "</tr>\n"
            if below:
                words = "<br>".join(map(self._said, below))
                yield f'<tr class="below"><td colspan="{len(row) + has_bars}">{words}</td></tr>\n'
        yield "</tbody>\n</table>\n</div>\n"

    def _said(self, block: Gist | Paragraph) -> str:
        if isinstance(block, Paragraph):
            return self._text(block.spans)
        if not block.whole:
            return escape(gist_words(block))
        label = f"{escape(block.label)}: " if block.label else ""
        return label + " · ".join(map(self._text, block.items))

    def _text(self, spans: Line) -> str:
        return "".join(map(self._span, spans))

    def _span(self, part: Span) -> str:
        if part.style == "note":
            return self._note(part.text)
        text = escape(part.text)
        address = self._address(part.role) if part.role else None
        if part.link:
            text = _anchor(part.link, part.text)
        elif address:
            text = f'<a href="{escape(address)}">{text}</a>'
        if part.style == "command":
            return f"<code>{text}</code>"
        name = part.style.replace(".", "-")
        return f'<span class="{name}">{text}</span>' if name and name != "link" else text

    def _note(self, text: str) -> str:
        """Return a mark that leads to its note; the first of each can be led back to."""
        number = text.strip(" []")
        if not number.isdigit():
            return escape(text)
        name = "" if number in self._pointed else f' id="ref-{number}"'
        self._pointed.add(number)
        return f'<sup><a href="#note-{number}"{name}>[{number}]</a></sup>'


def _anchor(address: str, text: str) -> str:
    return f'<a href="{escape(address)}" rel="noopener">{escape(text)}</a>'


def _right(table: Table, place: int) -> str:
    return ' class="number"' if place in table.right else ""


def _share(scale: Scale, value: float) -> float:
    """Return where a value stands on an axis, in percent."""
    share = (value - scale.start) / (scale.end - scale.start)
    return 100 * max(0.0, min(1.0, share))


def _bar(scale: Scale, mark: Mark) -> str:
    """Return a range on its track; the words beside it say the same."""
    if mark.low is None:
        return ""
    return _drawn("bar", TALL, _ranged(scale, mark.low, mark.high, mark.mark))


def _ranged(scale: Scale, low: float, high: float | None, middle: float | None) -> list[str]:
    """Return a track with a range on it, to the end where it has no upper bound."""
    left = _share(scale, low)
    right = 100.0 if high is None else _share(scale, high)
    parts = [_box("track", 0, 100), _box("range", left, max(right - left, 0.8))]
    if middle is not None:
        parts.append(_box("middle", _share(scale, middle) - 0.4, 0.8))
    return parts


def _ticks(scale: Scale) -> str:
    """Return the ends and steps of an axis, as words where they stand."""
    parts = [
        f'<text x="{_share(scale, value):.4g}%" y="11" text-anchor="{_towards(scale, value)}">'
        f"{escape(label)}</text>"
        for value, label in scale.ticks
    ]
    return _drawn("ticks", 14, parts)


def _towards(scale: Scale, value: float) -> str:
    share = _share(scale, value)
    return "start" if share < 1 else "end" if share > 99 else "middle"


def _gauge(gauge: Gauge) -> str:
    """Return one axis between its ends: a range with its middle, or letters."""
    start, end = gauge.start[0], gauge.end[0]
    scale = Scale("bar", start, end, (gauge.start, gauge.end), ())
    if gauge.low is None:
        parts = [_box("track", 0, 100)]
    else:
        parts = _ranged(scale, gauge.low, gauge.high, gauge.middle)
    parts += [_box("middle", _share(scale, place) - 0.6, 1.2) for place, _name in gauge.letters]
    names = [
        f'<text x="{_share(scale, place):.4g}%" y="11" text-anchor="middle">{escape(name)}</text>'
        for place, name in gauge.letters
    ]
    above = _drawn("ticks", 14, names) if names else ""
    return f'<div class="scale">{above}{_drawn("bar", TALL, parts)}{_ticks(scale)}</div>\n'


def _box(name: str, left: float, width: float) -> str:
    return f'<rect class="{name}" x="{left:.4g}%" width="{width:.4g}%" height="{TALL}"/>'


def _drawn(name: str, height: int, parts: Iterable[str]) -> str:
    """Return a drawing as wide as its place; words beside it say the same, so it is not read."""
    inside = "".join(parts)
    return f'<svg class="{name}" width="100%" height="{height}" aria-hidden="true">{inside}</svg>\n'
