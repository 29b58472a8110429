"""Blocks as Rich segments: frames, columns, bars, trees. Never prints.

Rich wraps, measures and colours. The frames and columns are drawn here: Rich's own nest
renderables, which are measured again at every level, and a page then takes twice as long.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style
from rich.text import Text

from careercli.render import blocks, columns
from careercli.render.ascii import to_ascii
from careercli.render.blocks import Document, Line, Mark, Node, Scale, Section
from careercli.render.signs import ASCII, UNICODE, Signs
from careercli.render.theme import console_on
from careercli.screen import Screen

WIDEST = 100  # columns; longer lines of prose tire the eye
NARROW = 60  # below it labels stand above what they label, and panels lose their sides
LABELS = 24  # columns for labels at the most
LEAST_BAR = 16  # columns; a shorter axis says nothing
WORDS = 26  # columns beside a strip of scores
GAP = 2  # columns between those of a table
SIDES = 4  # columns that a frame takes


def render(document: Document, screen: Screen) -> Segments:
    """Return the whole document, as wide as the screen at the most."""
    page = _Page(console_on(screen), screen.ascii_only)
    return Segments([s for row in page.document(document) for s in (*row, Segment.line())])


Row = Iterable[Segment]


_NO_BREAK = "\N{NO-BREAK SPACE}"
_HELD = "\ue000"  # of private use: stands in no text, and is as wide


class _Page:
    """Draws on one console, in Unicode or ASCII."""

    def __init__(self, console: Console, ascii_only: bool) -> None:
        self._console = console
        self._ascii = ascii_only
        self._signs = ASCII if ascii_only else UNICODE
        self._narrow = console.width < NARROW
        self._border = console.get_style("panel")

    def document(self, document: Document) -> Iterator[Row]:
        blocks_of = [block for section in document.sections for block in section.blocks]
        tables = [block for block in blocks_of if isinstance(block, blocks.Table)]
        widest = max(WIDEST, *(self._natural(table) + SIDES for table in tables), 0)
        width = min(self._console.width, widest)
        if document.headline:
            body = [self.text(spans) for spans in document.headline.lines]
            if self._narrow or not document.headline.framed:
                yield from self._bare([row for spans in body for row in self.wrapped(spans, width)])
            else:
                inner = [row for spans in body for row in self.wrapped(spans, width - 6)]
                yield from self._framed(inner, width, "heavy", padding=2)
        for section in document.sections:
            yield from self._section(section, width)

    def _section(self, section: Section, width: int) -> Iterator[Row]:
        title = self.plain(section.title, "panel.title")
        if section.title and not self._narrow:
            yield from self._framed([*self._body(section, width - SIDES)], width, "frame", title)
            return
        if section.title:
            yield from (row.render(self._console) for row in self.wrapped(title, width))
            yield (Segment(self._signs["frame"][1] * min(len(title), width), self._border),)
        yield from self._bare([*self._body(section, width)])

    def _bare(self, body: Iterable[Text]) -> Iterator[Row]:
        yield from (row.render(self._console) for row in body)
        yield ()

    def _framed(
        self,
        body: Sequence[Text],
        width: int,
        frame: str,
        title: Text | None = None,
        padding: int = 1,
    ) -> Iterator[Row]:
        top_left, flat, top_right, side, low_left, low_right = tuple(self._signs[frame])
        inner = width - 2
        if title:
            title.truncate(inner - 4, overflow="ellipsis")
            rest = flat * (inner - 3 - title.cell_len) + top_right
            ends = Segment(f"{top_left}{flat} ", self._border), Segment(f" {rest}", self._border)
            yield (ends[0], *title.render(self._console), ends[1])
        else:
            yield (Segment(top_left + flat * inner + top_right, self._border),)
        left = Segment(side + " " * padding, self._border)
        for row in body:
            gap = max(0, inner - padding - row.cell_len)
            yield (left, *row.render(self._console), Segment(" " * gap + side, self._border))
        yield (Segment(low_left + flat * inner + low_right, self._border),)

    def text(self, spans: Line) -> Text:
        """Return a line as Text: never through markup, links only where they are meant."""
        out = Text()
        for part in spans:
            shown = to_ascii(part.text) if self._ascii else part.text
            out.append(shown, part.style or None)
            if part.link:
                out.stylize(Style(link=part.link), len(out) - len(shown), len(out))
        return out

    def plain(self, text: str, style: str = "") -> Text:
        return self.text((blocks.span(text, style),))

    def wrapped(self, text: Text, width: int) -> list[Text]:
        """Return the text in lines; a word longer than a line is folded, never cut off."""
        if text.cell_len <= width:
            return [text]
        text.plain = text.plain.replace(_NO_BREAK, _HELD)  # Rich would break there
        rows = list(text.wrap(self._console, width, overflow="fold"))
        for row in rows:
            row.rstrip()
            row.plain = row.plain.replace(_HELD, _NO_BREAK)
        return rows

    def beside(
        self, left: Text, right: Text, column: int, width: int, gap: int = 2
    ) -> Iterator[Text]:
        """Yield two texts side by side, the right one from ``column`` on."""
        lefts = self.wrapped(left, column - gap)
        rights = self.wrapped(right, width - column)
        for i in range(max(len(lefts), len(rights))):
            row = lefts[i] if i < len(lefts) else Text()
            if i < len(rights):
                row.append(" " * (column - row.cell_len))
                row.append_text(rights[i])
            yield row

    def _body(self, section: Section, width: int) -> Iterator[Text]:
        pairs = zip((None, *section.blocks), section.blocks, strict=False)
        for before, block in pairs:
            if blocks.stands_apart(before, block):
                yield Text()
            is_table = isinstance(block, blocks.Table)
            yield from self._block(block, width if is_table else min(width, WIDEST - SIDES))

    def _block(self, block: blocks.Block, width: int) -> Iterator[Text]:
        match block:
            case blocks.Paragraph(spans):
                yield from self.wrapped(self.text(spans), width)
            case blocks.Hint():
                yield from self.wrapped(self.text(block.spans), width)
            case blocks.Subhead(text, more):
                head = self.plain(text, "subhead").append_text(self.text(more))
                yield from self.wrapped(head, width)
            case blocks.Facts(rows):
                yield from self.facts(rows, width)
            case blocks.Bullets(items):
                yield from self._bullets([(self._signs["bullet"], item) for item in items], width)
            case blocks.Notes(items):
                yield from self._bullets([(f"[{number}]", item) for number, item in items], width)
            case blocks.Links(items):
                yield from self._links(items, width)
            case blocks.Tree(nodes):
                for node in nodes:
                    yield from self._tree(node, width, "", "")
            case blocks.Table():
                yield from self._table(block, width)
            case Scale():
                yield from _Axis(block, self, self._signs).lines(width)

    def facts(
        self, rows: Sequence[tuple[str, Line]], width: int, labels: int = 0
    ) -> Iterator[Text]:
        heads = [self.plain(label) for label, _spans in rows]
        longest = max(labels, *(head.cell_len for head in heads))
        word = max(map(_longest_word, heads))
        column = max(min(max(LABELS, labels, width // 3), longest), word) + 2
        for label, spans in rows:
            if self._narrow or column > width // 2:
                yield from self.wrapped(self.plain(label, "label"), width)
                yield from self.beside(Text(), self.text(spans), 2, width)
            else:
                yield from self.beside(self.plain(label, "label"), self.text(spans), column, width)

    def _bullets(self, items: Sequence[tuple[str, Line]], width: int) -> Iterator[Text]:
        column = max(len(sign) for sign, _spans in items) + 1
        for sign, spans in items:
            left = self.plain(sign.rjust(column - 1), "note")
            yield from self.beside(left, self.text(spans), column, width, gap=1)

    def _links(self, items: Iterable[tuple[str, str, str]], width: int) -> Iterator[Text]:
        for name, address, short in items:
            link = self.text((blocks.span(short, "link", address),))
            if short == address or self._narrow:  # on lines of its own, to be copied
                yield from self.wrapped(self.plain(name, "role"), width)
                yield from self.wrapped(link, width)
            else:
                yield from self.beside(self.plain(name, "role"), link, LABELS, width)

    def _tree(self, node: Node, width: int, first: str, rest: str) -> Iterator[Text]:
        rows = self.wrapped(self.text(node.words), width - len(first) - 2)
        for i, row in enumerate(rows):
            guide = first if i == 0 else rest + ("  " if i else "")
            yield Text().append(guide, "tree").append_text(row)
        fork, last, through = (self._signs["tree"][i : i + 4] for i in (0, 4, 8))
        step = 4 if not self._narrow else 2
        for i, branch in enumerate(node.branches):
            is_last = i == len(node.branches) - 1
            yield from self._tree(
                branch,
                width,
                rest + (last if is_last else fork)[: step - 1] + " ",
                rest + (" " * step if is_last else through[:step]),
            )

    def _table(self, table: blocks.Table, width: int) -> Iterator[Text]:
        """Yield a table where each column holds its longest word; else its rows as facts.

        What may be turned stands as it takes fewer lines.
        """
        cells = self._texts(table)
        ways = [cells, _turned(cells)] if table.turns else [cells]
        drawn = [grid for way in ways if (grid := self._grid(way, table.right, width))]
        yield from min(drawn, key=len) if drawn else self._rows_as_facts(table, width)

    def _rows_as_facts(self, table: blocks.Table, width: int) -> Iterator[Text]:
        """Yield each row as facts under its first cell."""
        for row in table.rows:
            yield from self.wrapped(self.text(row[0]), width)
            for head, cell in zip(table.heads[1:], row[1:], strict=True):
                fact = self.text((blocks.span(f"{head}: ", "label"), *cell))
                yield from self.beside(Text(), fact, 2, width)

    def _texts(self, table: blocks.Table) -> list[Sequence[Text]]:
        heads = [self.plain(head, "label") for head in table.heads]
        return [heads, *([*map(self.text, row)] for row in table.rows)]

    def _natural(self, table: blocks.Table) -> int:
        """Return how wide a table is that breaks no line."""
        return sum(_natural_widths(self._texts(table))) + GAP * (len(table.heads) - 1)

    def _grid(
        self, cells: Sequence[Sequence[Text]], right: frozenset[int], width: int
    ) -> list[Text] | None:
        """Return a table in columns, or None without room for the longest word of each.

        Rich's own takes seconds for some thousand rows.
        """
        heads, *rows = cells
        gaps = GAP * (len(heads) - 1)
        widths = _widths(cells, width - gaps)
        if widths is None:
            return None
        drawn = [*self._cells(heads, widths, right)]
        drawn.append(Text(self._signs["frame"][1] * (sum(widths) + gaps), "track"))
        for row in rows:
            drawn += self._cells(row, widths, right)
        return drawn

    def _cells(
        self, cells: Sequence[Text], widths: Sequence[int], right: frozenset[int]
    ) -> Iterator[Text]:
        wrapped = [self.wrapped(cell, room) for cell, room in zip(cells, widths, strict=True)]
        for i in range(max(map(len, wrapped))):
            row = Text()
            for column, (lines, room) in enumerate(zip(wrapped, widths, strict=True)):
                cell = lines[i] if i < len(lines) else Text()
                gap = " " * (room - cell.cell_len)
                if column in right:
                    row.append(gap).append_text(cell)
                else:
                    row.append_text(cell).append(gap)
                row.append(" " * GAP)
            row.rstrip()
            yield row


def _turned(rows: Sequence[Sequence[Text]]) -> list[Sequence[Text]]:
    """Return a table with its columns as rows."""
    return [*zip(*rows, strict=True)]


def _natural_widths(rows: Sequence[Sequence[Text]]) -> list[int]:
    return [max(cell.cell_len for cell in column) for column in zip(*rows, strict=True)]


def _widths(rows: Sequence[Sequence[Text]], room: int) -> list[int] | None:
    words = [max(map(_longest_word, column)) for column in zip(*rows, strict=True)]
    return columns.widths(_natural_widths(rows), words, room)


def _longest_word(text: Text) -> int:
    """Return how wide a text must be so that no word of it is broken."""
    return max(cell_len(word) for word in text.plain.split(" "))


class _Axis:
    """Rows drawn to scale on one axis, with ticks below."""

    def __init__(self, scale: Scale, page: _Page, signs: Signs) -> None:
        self._scale = scale
        self._page = page
        self._signs = signs
        self._drawable = [mark for mark in scale.rows if mark.low is not None]

    def lines(self, width: int) -> Iterator[Text]:
        """Yield bars beside their words, or below them where the page is narrow."""
        heads = [self._page.plain(mark.label) for mark in self._drawable]
        words = max(self._page.text(mark.words).cell_len for mark in self._drawable)
        if self._scale.look == "dot":
            words = max(words, WORDS)  # so that the strips of several scales line up
        labels = max(head.cell_len for head in heads)
        if labels > (room := width - words - 4 - LEAST_BAR):  # a long label goes on below
            most = max(room, *map(_longest_word, heads))
            lines = [row for head in heads for row in self._page.wrapped(head, most)]
            labels = max(row.cell_len for row in lines)
        room = width - labels - words - 4
        beside = room >= LEAST_BAR
        if beside:
            yield from self._beside(labels, room)
        else:
            yield from self._stacked(width)
        rest = [(mark.label, mark.words) for mark in self._scale.rows if mark.low is None]
        if rest:
            yield from self._page.facts(rest, width, labels if beside else 0)

    def _beside(self, labels: int, room: int) -> Iterator[Text]:
        for mark in self._drawable:
            bar = self._drawn(mark, room).append("  ").append_text(self._page.text(mark.words))
            label = self._page.plain(mark.label, "label")
            yield from self._page.beside(label, bar, labels + 2, labels + 2 + bar.cell_len)
        yield Text(" " * (labels + 2)).append_text(self._ticks(room))

    def _stacked(self, width: int) -> Iterator[Text]:
        for mark in self._drawable:
            words = self._page.text((blocks.span(f"{mark.label}  ", "label"), *mark.words))
            yield from self._page.wrapped(words, width)
            yield self._drawn(mark, width)
        yield self._ticks(width)

    def _column(self, value: float, room: int) -> int:
        share = (value - self._scale.start) / (self._scale.end - self._scale.start)
        return max(0, min(room - 1, round(share * (room - 1))))

    def _drawn(self, mark: Mark, room: int) -> Text:
        """Return one row: a track, the range on it, the mark on that."""
        signs = self._signs
        cells = [(signs["track"], "track")] * room
        low = self._column(mark.low if mark.low is not None else self._scale.start, room)
        end = self._scale.end if mark.high is None else mark.high
        high = self._column(end, room)
        for i in range(low, high + 1):
            cells[i] = (signs["fill"], "bar")
        if mark.open_ended:
            cells[high] = (signs["open"], "bar")
        if mark.mark is not None:
            sign = signs["dot"] if self._scale.look == "dot" else signs["mark"]
            cells[self._column(mark.mark, room)] = (sign, "bar.mark")
        runs = groupby(cells, key=lambda cell: cell[1])
        return Text.assemble(*(("".join(sign for sign, _ in run), style) for style, run in runs))

    def _ticks(self, room: int) -> Text:
        """Return the tick labels below the axis, those that fit."""
        out = [" "] * room
        free = 0
        for value, label in self._scale.ticks:
            at = self._column(value, room) - len(label) // 2
            at = max(0, min(room - len(label), at))
            if at >= free:
                out[at : at + len(label)] = label
                free = at + len(label) + 1
        return Text("".join(out), "muted")
