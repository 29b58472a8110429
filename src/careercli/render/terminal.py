"""Blocks as Rich renderables: panels, bars, trees. Returns renderables; never prints."""

from collections.abc import Iterable

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.panel import Panel
from rich.style import Style
from rich.table import Table as RichTable
from rich.text import Text
from rich.theme import Theme
from rich.tree import Tree as RichTree

from careercli.render import blocks
from careercli.render.ascii import to_ascii
from careercli.render.blocks import Document, Headline, Line, Mark, Node, Scale, Section

WIDEST = 100  # columns; longer lines of prose tire the eye
NARROW = 60  # below it labels stand above what they label, and panels lose their sides

# Sixteen-colour names only: they follow the reader's own palette, dark or light.
THEME = Theme(
    {
        "title": "bold cyan",
        "badge": "bold",
        "panel": "cyan",
        "panel.title": "bold cyan",
        "label": "cyan",
        "subhead": "bold",
        "value": "bold",
        "note": "dim",
        "muted": "dim",
        "role": "bold",
        "here": "bold reverse cyan",
        "up": "green",
        "move": "magenta",
        "trend.growing": "bold green",
        "trend.stable": "bold blue",
        "trend.shrinking": "bold red",
        "trend.unknown": "dim",
        "bar": "cyan",
        "bar.mark": "bold magenta",
        "track": "dim",
        "link": "underline blue",
        "command": "green",
        "match": "bold magenta",
        "tree": "dim",
    },
    inherit=False,
)

Signs = dict[str, str]
UNICODE: Signs = {"fill": "━", "mark": "┃", "dot": "●", "track": "┄", "open": "▶", "bullet": "•"}
ASCII: Signs = {"fill": "=", "mark": "|", "dot": "o", "track": ".", "open": ">", "bullet": "-"}


def renderable(document: Document, *, ascii_only: bool = False) -> RenderableType:
    """Return the whole document for a console with ``THEME``."""
    return _Page(document, ascii_only)


class _Page:
    """A document that knows its width only when the console asks."""

    def __init__(self, document: Document, ascii_only: bool) -> None:
        self._document = document
        self._ascii = ascii_only
        self._signs = ASCII if ascii_only else UNICODE

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        self._narrow = options.max_width < NARROW
        tables = any(
            isinstance(block, blocks.Table)
            for section in self._document.sections
            for block in section.blocks
        )
        width = options.max_width if tables else min(options.max_width, WIDEST)
        options = options.update(width=width)
        if self._document.headline:
            yield from console.render(self._headline(self._document.headline), options)
        for section in self._document.sections:
            yield from console.render(self._section(section), options)

    def text(self, spans: Line, style: str = "") -> Text:
        """Return a line as Text: never through markup, links only where they are meant."""
        out = Text(style=style)
        for part in spans:
            shown = to_ascii(part.text) if self._ascii else part.text
            out.append(shown, part.style or None)
            if part.link:
                out.stylize(Style(link=part.link), len(out) - len(shown), len(out))
        return out

    def _plain(self, text: str, style: str = "") -> Text:
        return self.text((blocks.span(text),), style)

    def _box(self) -> box.Box:
        return box.ASCII if self._ascii else box.ROUNDED

    def _headline(self, head: Headline) -> RenderableType:
        lines = [self.text(spans) for spans in head.lines]
        if self._narrow:
            return Padding(Group(*lines), (0, 0, 1, 0))
        heavy = box.ASCII if self._ascii else box.HEAVY
        return Panel(Group(*lines), box=heavy, border_style="panel", padding=(0, 2))

    def _section(self, section: Section) -> RenderableType:
        pairs = zip((None, *section.blocks), section.blocks, strict=False)
        body = Group(*(self._spaced(before, block) for before, block in pairs))
        if not section.title:
            return Padding(body, (0, 1))
        title = self._plain(section.title, "panel.title")
        if self._narrow:
            rule = ("-" if self._ascii else "─") * len(title)
            return Padding(Group(title, Text(rule, "panel"), body), (0, 0, 1, 0))
        return Panel(
            body,
            title=title,
            title_align="left",
            box=self._box(),
            border_style="panel",
            padding=(0, 1),
        )

    def _spaced(self, before: blocks.Block | None, block: blocks.Block) -> RenderableType:
        above = 1 if blocks.stands_apart(before, block) else 0
        return Padding(self._block(block), (above, 0, 0, 0))

    def _block(self, block: blocks.Block) -> RenderableType:
        match block:
            case blocks.Paragraph(spans):
                return self.text(spans)
            case blocks.Subhead(text):
                return self._plain(text, "subhead")
            case blocks.Facts(rows):
                return self._facts(rows)
            case blocks.Bullets(items):
                return self._bullets((self._signs["bullet"], item) for item in items)
            case blocks.Notes(items):
                return self._bullets((f"[{number}]", item) for number, item in items)
            case blocks.Links(items):
                return self._links(items)
            case blocks.Tree(nodes):
                return Group(*(self._tree(node) for node in nodes))
            case blocks.Table():
                return self._table(block)
            case Scale():
                return _Axis(block, self)

    def _facts(self, rows: Iterable[tuple[str, Line]]) -> RenderableType:
        if self._narrow:
            return Group(
                *(
                    Group(self._plain(label, "label"), Padding(self.text(spans), (0, 0, 0, 2)))
                    for label, spans in rows
                )
            )
        grid = RichTable.grid(padding=(0, 2))
        grid.add_column(max_width=24)
        grid.add_column(ratio=1)
        for label, spans in rows:
            grid.add_row(self._plain(label, "label"), self.text(spans))
        return grid

    def _bullets(self, items: Iterable[tuple[str, Line]]) -> RenderableType:
        grid = RichTable.grid(padding=(0, 1))
        grid.add_column(no_wrap=True, justify="right")
        grid.add_column(ratio=1)
        for sign, spans in items:
            grid.add_row(Text(sign, "note"), self.text(spans))
        return grid

    def _links(self, items: Iterable[tuple[str, str, str]]) -> RenderableType:
        grid = RichTable.grid(padding=(0, 2))
        grid.add_column()
        grid.add_column(ratio=1, overflow="fold")
        for name, address, short in items:
            shown = blocks.span(short, "link", address)
            grid.add_row(self._plain(name, "role"), self.text((shown,)))
        return grid

    def _tree(self, node: Node) -> RichTree:
        tree = RichTree(self.text(node.words), guide_style="tree")
        for branch in node.branches:
            tree.children.append(self._tree(branch))
        return tree

    def _table(self, table: blocks.Table) -> RenderableType:
        return _Columns(table, self)


class _Columns:
    """A table where it fits; else each row becomes facts under its first cell."""

    def __init__(self, table: blocks.Table, page: _Page) -> None:
        self._table = table
        self._page = page

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        page, table = self._page, self._table
        least = 14 * len(table.heads)
        if options.max_width < least:
            yield from console.render(self._stacked(), options)
            return
        grid = RichTable(
            box=box.ASCII2 if page._ascii else box.SIMPLE_HEAD,
            header_style="label",
            border_style="track",
            pad_edge=False,
            show_lines=False,
        )
        for i, head in enumerate(table.heads):
            first = i == 0
            grid.add_column(
                page._plain(head, "label"),
                justify="right" if i in table.right else "left",
                min_width=8 if first else None,
            )
        for row in table.rows:
            grid.add_row(*(page.text(cell) for cell in row))
        yield from console.render(grid, options)

    def _stacked(self) -> RenderableType:
        page, table = self._page, self._table
        groups = []
        for row in table.rows:
            pairs = zip(table.heads[1:], row[1:], strict=True)
            lines = [page._plain(f"{head}: ", "label") + page.text(cell) for head, cell in pairs]
            groups.append(Group(page.text(row[0]), Padding(Group(*lines), (0, 0, 0, 2))))
        return Group(*groups)


class _Axis:
    """Rows drawn to scale on one axis, with ticks below."""

    def __init__(self, scale: Scale, page: _Page) -> None:
        self._scale = scale
        self._page = page
        self._signs = page._signs

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = options.max_width
        rows = self._scale.rows
        labels = max(len(mark.label) for mark in rows)
        words = max(sum(len(part.text) for part in mark.words) for mark in rows if mark.low is not None)
        room = width - labels - words - 4
        if room < 16:  # no room beside the words: draw below them
            yield from console.render(self._stacked(width), options)
            return
        grid = RichTable.grid(padding=(0, 2))
        grid.add_column(width=labels)
        grid.add_column(width=room)
        grid.add_column(ratio=1)
        for mark in rows:
            if mark.low is None:
                continue
            grid.add_row(
                self._page._plain(mark.label, "label"),
                self._drawn(mark, room),
                self._page.text(mark.words),
            )
        grid.add_row("", self._ticks(room), "")
        yield from console.render(Group(grid, *self._undrawn()), options)

    def _undrawn(self) -> list[RenderableType]:
        rows = [(mark.label, mark.words) for mark in self._scale.rows if mark.low is None]
        return [self._page._facts(rows)] if rows else []

    def _stacked(self, width: int) -> RenderableType:
        parts: list[RenderableType] = []
        for mark in self._scale.rows:
            if mark.low is None:
                continue
            label = self._page._plain(mark.label + "  ", "label")
            parts += [label + self._page.text(mark.words), self._drawn(mark, width)]
        return Group(*parts, self._ticks(width), *self._undrawn())

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
        return Text.assemble(*cells)

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
