"""The overview as rows: panels in one frame whose lines they share, two by two where there is room.

Without frames each panel has a rule above it. What has no room on a line is counted.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from rich.text import Text

from careercli.render.blocks import Gauge, Gist, Line, Overview, Panel, Paragraph, span
from careercli.render.canvas import Canvas

TWO_BY_TWO = 100  # columns
WIDEST = 160  # columns; a longer bar says no more
ROOMY = 52  # columns in which what a panel says fits on one line; below that on two

NARROW = 40 + 1  # columns; below that only what decides

_BOTTOM, _TOP, _BOTH, _FLAT, _SIDE = range(2, 7)


def rows(overview: Overview, canvas: Canvas, width: int, *, framed: bool) -> Iterator[Text]:
    """Yield the rows of an overview, ``width`` columns wide at the most."""
    if framed:
        yield from _Frame(canvas, min(width, WIDEST)).rows(overview)
        return
    for panel in overview.panels:
        yield _rule(canvas, panel, width)
        yield from _body(canvas, panel, width)


class _Frame:
    """Panels in one frame."""

    def __init__(self, canvas: Canvas, width: int) -> None:
        self._canvas = canvas
        self._width = width
        self._corners, self._lines = canvas.signs["corners"], canvas.signs["grid"]

    def rows(self, overview: Overview) -> Iterator[Text]:
        at_once = 2 if self._width >= TWO_BY_TWO else 1
        panels = overview.panels
        grid = [panels[i : i + at_once] for i in range(0, len(panels), at_once)]
        yield self._border((), grid[0])
        for above, below in pairwise((*grid, ())):
            yield from self._cells(above)
            yield (
                self._border(above, below) if below else self._floor(above, overview.onward.command)
            )

    def _rooms(self, row: Sequence[Panel]) -> list[int]:
        """Return how wide the panels of a row are between their sides."""
        room = self._width - 1 - len(row)
        return [room - room // len(row) * (len(row) - 1), *[room // len(row)] * (len(row) - 1)]

    def _border(self, above: Sequence[Panel], below: Sequence[Panel]) -> Text:
        """Return the line between two rows, with the titles of those below it."""
        ends = self._lines if above else self._corners
        cross = self._lines[_BOTH] if len(above) == len(below) else self._lines[_TOP]
        parts = [
            _rule(self._canvas, panel, room)
            for panel, room in zip(below, self._rooms(below), strict=True)
        ]
        joined = _drawn(cross).join(parts)
        if len(above) > len(below):
            self._meet(joined, above)
        return _drawn(ends[0]).append_text(joined).append(ends[1], "panel")

    def _floor(self, above: Sequence[Panel], command: str) -> Text:
        """Return the last line, with the commands that lead on."""
        told = self._canvas.text((span(command, "command"),))
        row = _drawn(self._lines[_FLAT] + " ").append_text(told)
        row.truncate(self._width - 4, overflow="ellipsis")
        row.append(" ", "panel")
        row.append(self._lines[_FLAT] * (self._width - 2 - row.cell_len), "panel")
        if len(above) > 1:
            self._meet(row, above)
        return _drawn(self._corners[2]).append_text(row).append(self._corners[3], "panel")

    def _meet(self, row: Text, above: Sequence[Panel]) -> None:
        """Let the side between two panels above end in a line, unless words stand there."""
        at = self._rooms(above)[0]
        plain = row.plain
        if plain[at] == self._lines[_FLAT]:
            row.plain = plain[:at] + self._lines[_BOTTOM] + plain[at + 1 :]

    def _cells(self, row: Sequence[Panel]) -> Iterator[Text]:
        side = _drawn(self._lines[_SIDE])
        rooms = self._rooms(row)
        bodies = [
            list(_body(self._canvas, panel, room - 2))
            for panel, room in zip(row, rooms, strict=True)
        ]
        for texts in zip_longest(*bodies):
            out = _drawn(self._lines[_SIDE])
            for text, room in zip(texts, rooms, strict=True):
                cell = Text(" ").append_text(text or Text())
                cell.append(" " * (room - cell.cell_len))
                out.append_text(cell).append_text(side)
            yield out


def _drawn(signs: str) -> Text:
    """Return a part of the frame; what is appended to it keeps its own style."""
    return Text().append(signs, "panel")


def _rule(canvas: Canvas, panel: Panel, width: int) -> Text:
    """Return a rule with the title, and at its end what the figures are if that has room."""
    flat = canvas.signs["grid"][_FLAT]
    head = canvas.text((span(panel.title, "panel.title"),))
    row = _drawn(f"{flat} ").append_text(head).append(" ")
    rest = width - row.cell_len
    for told in panel.asides:
        aside = canvas.text((span(told, "muted"),))
        if rest >= aside.cell_len + 4:
            row.append(flat * (rest - aside.cell_len - 3) + " ", "panel")
            return row.append_text(aside).append(f" {flat}", "panel")
    return row.append(flat * rest, "panel")


def _body(canvas: Canvas, panel: Panel, width: int) -> Iterator[Text]:
    labels = [block.label for block in panel.blocks if isinstance(block, Gist) and block.label]
    column = max((len(label) for label in labels), default=-2) + 2
    for block in panel.blocks:
        match block:
            case Paragraph(spans):
                yield from canvas.wrapped(canvas.text(spans), width)
            case Gauge():
                yield from _gauge(block, canvas, width)
            case Gist() if block.items and not (block.spare and width < NARROW):
                yield from gist_lines(block, canvas, width, column if block.label else 0)


def gist_lines(gist: Gist, canvas: Canvas, width: int, column: int) -> Iterator[Text]:
    """Yield a label and as many of its items as have room, with the number of the others."""
    room = width - column
    lines = 1 if width >= ROOMY or (width < NARROW and gist.rest) else 2

    def laid_out(items: Sequence[Line], rest: str = gist.rest) -> list[Text]:
        return canvas.wrapped(_joined(gist, canvas, items, rest), room)

    shown = list(gist.items[:1])
    for item in gist.items[1:]:
        if len(laid_out([*shown, item])) <= lines:
            shown.append(item)
    told = laid_out(shown)
    if len(told) > lines and gist.rest:
        told = laid_out(shown, "+{count}")
    for place, row in enumerate(told):
        label = gist.label if place == 0 else ""
        head = canvas.text((span(label, "label"),))
        head.append(" " * (column - head.cell_len))
        yield head.append_text(row)


def _joined(gist: Gist, canvas: Canvas, items: Sequence[Line], rest: str) -> Text:
    joint = canvas.text((span(" · ", "muted"),))
    out = joint.join([canvas.text(item) for item in items])
    if (more := len(gist.items) - len(items)) and rest:
        out.append_text(canvas.text((span(f" {rest.format(count=more)}", "muted"),)))
    return out


def _gauge(gauge: Gauge, canvas: Canvas, width: int) -> Iterator[Text]:
    """Yield an axis between its ends with a range or letters on it; its words beside or below."""
    tail = canvas.text(gauge.words)
    beside = tail.cell_len + 2 if tail and width >= ROOMY else 0
    axis = _axis(gauge, canvas, width - beside)
    if beside:
        yield axis.append("  ").append_text(tail)
        return
    yield axis
    if tail:
        yield from canvas.wrapped(tail, width)


def _axis(gauge: Gauge, canvas: Canvas, width: int) -> Text:
    first, last = (canvas.text((span(end[1], "muted"),)) for end in (gauge.start, gauge.end))
    room = width - first.cell_len - last.cell_len - 2
    cells = [(canvas.signs["floor"], "track")] * room
    start, end = gauge.start[0], gauge.end[0]

    def place(value: float) -> int:
        return max(0, min(room - 1, round((value - start) / (end - start) * (room - 1))))

    if gauge.low is not None:
        high = end if gauge.high is None else gauge.high
        for at in range(place(gauge.low), place(high) + 1):
            cells[at] = (canvas.signs["block"], "bar")
        if gauge.high is None or gauge.high > end:
            cells[-1] = (canvas.signs["open"], "bar")
    if gauge.middle is not None:
        cells[place(gauge.middle)] = (canvas.signs["mark"], "bar.mark")
    letters = sorted(gauge.letters)
    for at, (_value, letter) in zip(
        _apart([place(v) for v, _ in letters], room), letters, strict=True
    ):
        sign = letter if width >= NARROW else canvas.signs["dot"]  # nothing explains letters there
        cells[at] = (sign, "bar.mark")
    row = first.append(" ")
    for sign, style in cells:
        row.append(sign, style)
    return row.append(" ").append_text(last)


def _apart(places: Sequence[int], room: int) -> list[int]:
    """Return rising places, each its own: those that meet stand side by side."""
    found: list[int] = []
    for place in places:
        found.append(max(place, found[-1] + 1 if found else 0))
    return [min(place, room - len(found) + i) for i, place in enumerate(found)]
