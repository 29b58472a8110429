"""Blocks as Rich segments: frames, columns, bars, trees. Never prints.

Rich wraps, measures and colours. The frames and columns are drawn here: Rich's own nest
renderables, which are measured again at every level, and a page then takes twice as long.
"""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style
from rich.text import Text

from careercli.render import blocks, chart, overview
from careercli.render.ascii import to_ascii
from careercli.render.axis import Axis
from careercli.render.blocks import Document, Headline, Line, Node, Scale, Section
from careercli.render.columns import GAP, longest_word, widths
from careercli.render.plain import definition_column
from careercli.render.signs import ASCII, UNICODE
from careercli.render.theme import console_on
from careercli.screen import Screen

WIDEST = 100  # columns; longer lines of prose tire the eye
NARROW = 60  # below it labels stand above what they label, and panels lose their sides
LABELS = 24  # columns for labels at the most
SIDES = 4  # columns that a frame takes
ADDRESSES = (blocks.Links, blocks.Notes)  # never within a frame, which would break them


def render(document: Document, screen: Screen) -> Segments:
    """Return the whole document, as wide as the screen at the most."""
    page = _Page(console_on(screen), screen.ascii_only)
    return Segments([s for row in page.document(document) for s in (*row, Segment.line())])


def rows(document: Document, screen: Screen) -> list[list[Segment]]:
    """Return the same line by line, without the empty lines at the end."""
    found: list[list[Segment]] = [[]]
    for segment in render(document, screen).segments:
        if segment.text == "\n":
            found.append([])
        elif segment.text:
            found[-1].append(segment)
    while found and not found[-1]:
        found.pop()
    return found


Row = Iterable[Segment]


_NO_BREAK = "\N{NO-BREAK SPACE}"
_HELD = "\ue000"  # of private use: stands in no text, and is as wide


class _Page:
    """Draws on one console, in Unicode or ASCII."""

    def __init__(self, console: Console, ascii_only: bool) -> None:
        self._console = console
        self._ascii = ascii_only
        self.signs = ASCII if ascii_only else UNICODE
        self._narrow = console.width < NARROW
        self._border = console.get_style("panel")

    def document(self, document: Document) -> Iterator[Row]:
        blocks_of = [block for section in document.sections for block in section.blocks]
        tables = [block for block in blocks_of if isinstance(block, blocks.Table)]
        widest = max(WIDEST, *(self._natural(table) + SIDES for table in tables), 0)
        if any(isinstance(block, blocks.Chart) for block in blocks_of):
            widest = self._console.width
        width = min(self._console.width, widest)
        if document.headline:
            widest = overview.WIDEST if document.overview else width
            framed = not any(isinstance(block, blocks.Definitions) for block in blocks_of)
            yield from self._headline(
                document.headline, min(self._console.width, widest), framed=framed
            )
        if document.overview:
            told = overview.rows(
                document.overview, self, self._console.width, framed=not self._narrow
            )
            yield from (row.render(self._console) for row in told)
        if document.sections and (document.headline or document.overview):
            yield ()
        for section in document.sections:
            yield from self._section(section, width, last=section is document.sections[-1])

    def _headline(self, headline: Headline, width: int, *, framed: bool) -> Iterator[Row]:
        """Yield the title with its badge at the end of the line, then what follows.

        It stands as far in as the text of frames below it.
        """
        indent = "" if self._narrow or not framed else " "
        title = self.text(headline.title)
        badges = [self.text(badge) for badge in headline.badges]
        room = width - len(indent) - title.cell_len - GAP
        if fitting := next((badge for badge in badges if badge.cell_len <= room), None):
            title.append(" " * (room + GAP - fitting.cell_len)).append_text(fitting)
        heads = [title] if fitting else [title, *badges[:1]]
        for text in (*heads, *map(self.text, headline.lines)):
            for row in self.wrapped(text, width - len(indent)):
                yield (Segment(indent), *row.render(self._console))

    def _section(self, section: Section, width: int, *, last: bool) -> Iterator[Row]:
        if any(isinstance(block, blocks.Chart) for block in section.blocks):  # has its own heads
            yield from (row.render(self._console) for row in self._body(section, width))
            return
        title = self.plain(section.title, "panel.title")
        if any(isinstance(block, blocks.Definitions) for block in section.blocks):  # stand free
            if section.title:
                yield title.render(self._console)
            yield from (row.render(self._console) for row in self._body(section, width))
            yield from [()] if not last else []
            return
        addresses = any(isinstance(block, ADDRESSES) for block in section.blocks)
        if section.title and not self._narrow and not addresses:
            yield from self._framed([*self._body(section, width - SIDES)], width, title)
            return
        if section.title:
            yield from self._ruled(title, width)
        yield from self._bare([*self._body(section, width)])

    def _ruled(self, title: Text, width: int) -> Iterator[Row]:
        """Yield a rule with a title in it, which goes on below if it is longer."""
        flat = self.signs["grid"][-2]
        first, *more = self.wrapped(title, width - 4)
        rest = flat * (width - 3 - first.cell_len)
        ends = Segment(f"{flat} ", self._border), Segment(f" {rest}", self._border)
        yield (ends[0], *first.render(self._console), ends[1])
        for row in more:
            yield (Segment("  "), *row.render(self._console))

    def _bare(self, body: Iterable[Text]) -> Iterator[Row]:
        yield from (row.render(self._console) for row in body)
        yield ()

    def _framed(self, body: Sequence[Text], width: int, title: Text) -> Iterator[Row]:
        top_left, flat, top_right, side, low_left, low_right = tuple(self.signs["frame"])
        inner = width - 2
        title.truncate(inner - 4, overflow="ellipsis")
        rest = flat * (inner - 3 - title.cell_len) + top_right
        ends = Segment(f"{top_left}{flat} ", self._border), Segment(f" {rest}", self._border)
        yield (ends[0], *title.render(self._console), ends[1])
        left = Segment(side + " ", self._border)
        for row in body:
            gap = max(0, inner - 1 - row.cell_len)
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
        before, _space, last = text.plain.rpartition(" ")
        if "://" in last and len(last) > width:  # whole, to be copied: a terminal breaks it itself
            return [
                *(self.wrapped(text[: len(before)], width) if before else ()),
                text[-len(last) :],
            ]
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
            is_wide = isinstance(block, blocks.Table | blocks.Chart)
            yield from self._block(block, width if is_wide else min(width, WIDEST - SIDES))

    def _block(self, block: blocks.Block, width: int) -> Iterator[Text]:
        match block:
            case blocks.Paragraph() | blocks.Rest() | blocks.Hint():
                yield from self.wrapped(self.text(block.spans), width)
            case blocks.Subhead(text, more):
                head = self.plain(text, "subhead").append_text(self.text(more))
                path = not more and " " not in text  # which stays whole, to be copied
                yield from [head] if path else self.wrapped(head, width)
            case blocks.Facts(rows):
                yield from self.facts(rows, width)
            case blocks.Definitions(rows):
                yield from self._definitions(rows, width)
            case blocks.Bullets(items):
                yield from self._bullets([(self.signs["bullet"], item) for item in items], width)
            case blocks.Entry():
                yield from self._entry(block, width)
            case blocks.Notes(items):
                yield from self._bullets([(f"[{number}]", item) for number, item in items], width)
            case blocks.Links(items):
                yield from self._links(items, width)
            case blocks.Tree(nodes):
                for node in nodes:
                    yield from self._tree(node, width, "", "")
            case blocks.Table():
                yield from self.table(block, width)
            case blocks.Chart():
                yield from chart.lines(block, self, width)
            case Scale():
                yield from Axis(block, self, self.signs).lines(width)

    def _entry(self, entry: blocks.Entry, width: int) -> Iterator[Text]:
        yield from self.wrapped(self.text(entry.head), width)
        for spans in entry.lines:
            yield from self.beside(Text(), self.text(spans), 2, width)

    def facts(
        self, rows: Sequence[tuple[str, Line]], width: int, labels: int = 0
    ) -> Iterator[Text]:
        if not rows:
            return
        heads = [self.plain(label) for label, _spans in rows]
        longest = max(labels, *(head.cell_len for head in heads))
        word = max(map(longest_word, heads))
        column = max(min(max(LABELS, labels, width // 3), longest), word) + 2
        for label, spans in rows:
            if self._narrow or column > width // 2:
                yield from self.wrapped(self.plain(label, "label"), width)
                yield from self.beside(Text(), self.text(spans), 2, width)
            else:
                yield from self.beside(self.plain(label, "label"), self.text(spans), column, width)

    def _definitions(self, rows: Sequence[tuple[Line, Line]], width: int) -> Iterator[Text]:
        names = [self.text(name) for name, _words in rows]
        column = definition_column((name.cell_len for name in names), width)
        for name, (_name, spans) in zip(names, rows, strict=True):
            left, words = Text("  ").append_text(name), self.text(spans)
            beside = left.cell_len + 2 <= column
            if not beside:
                yield left
            if longest_word(words) > width - column:
                yield from [left] if beside else []
                if " " in words.plain:
                    yield from self.beside(Text(), words, 4, width)
                else:  # a path, to be copied whole
                    yield Text("    ").append_text(words)
            else:
                yield from self.beside(left if beside else Text(), words, column, width)

    def _bullets(self, items: Sequence[tuple[str, Line]], width: int) -> Iterator[Text]:
        column = max(len(sign) for sign, _spans in items) + 1
        for sign, spans in items:
            left = self.plain(sign.rjust(column - 1), "note")
            yield from self.beside(left, self.text(spans), column, width, gap=1)

    def _links(self, items: Iterable[blocks.Link], width: int) -> Iterator[Text]:
        for item in items:
            name, aside = blocks.span(item.name, "role"), blocks.span(item.aside, "muted")
            link = blocks.span(item.short, "link", item.address)
            # On a line of its own an address is whole, to be copied.
            if item.short == item.address or self._narrow:
                yield from self.wrapped(self.text((name, aside)), width)
                yield self.text((link,))
            else:
                yield from self.beside(self.text((name,)), self.text((link, aside)), LABELS, width)

    def _tree(self, node: Node, width: int, first: str, rest: str) -> Iterator[Text]:
        rows = self.wrapped(self.text(node.words), width - len(first) - 2)
        for i, row in enumerate(rows):
            guide = first if i == 0 else rest + ("  " if i else "")
            yield Text().append(guide, "tree").append_text(row)
        fork, last, through = (self.signs["tree"][i : i + 4] for i in (0, 4, 8))
        step = 4 if not self._narrow else 2
        for i, branch in enumerate(node.branches):
            is_last = i == len(node.branches) - 1
            yield from self._tree(
                branch,
                width,
                rest + (last if is_last else fork)[: step - 1] + " ",
                rest + (" " * step if is_last else through[:step]),
            )

    def table(self, table: blocks.Table, width: int) -> Iterator[Text]:
        """Yield a table where each column holds its longest word; else its rows as facts.

        What may be turned stands as it takes fewer lines.
        """
        cells = self._texts(table)
        ways = [cells, _turned(cells)] if table.turns else [cells]
        drawn = [grid for way in ways if (grid := self._grid(way, table.right, width))]
        yield from min(drawn, key=len) if drawn else self.rows_as_facts(table, width)

    def rows_as_facts(self, table: blocks.Table, width: int) -> Iterator[Text]:
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
        given = _widths(cells, width - GAP * (len(heads) - 1))
        if given is None:
            return None
        drawn = [*self.cells(heads, given, right), self.rule(given)]
        for row in rows:
            drawn += self.cells(row, given, right)
        return drawn

    def bars(self, scale: Scale, room: int) -> Iterator[Text]:
        """Yield the ticks of an axis, then each row of blocks, empty where there is no range."""
        yield from Axis(scale, self, self.signs).alone(room)

    def rule(self, widths: Sequence[int]) -> Text:
        return Text(self.signs["frame"][1] * (sum(widths) + GAP * (len(widths) - 1)), "track")

    def cells(
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
    words = [max(map(longest_word, column)) for column in zip(*rows, strict=True)]
    return widths(_natural_widths(rows), words, room)
