"""Rows on one axis with ticks: bars of pay, dots of scores, beside their words or above them."""

from collections.abc import Iterator
from itertools import groupby

from rich.text import Text

from careercli.render.blocks import Mark, Scale, span
from careercli.render.canvas import Canvas
from careercli.render.columns import longest_word
from careercli.render.signs import Signs

LEAST_BAR = 16  # columns; a shorter axis says nothing
WORDS = 26  # columns beside a strip of scores


class Axis:
    """Rows drawn to scale on one axis, with ticks below."""

    def __init__(self, scale: Scale, canvas: Canvas, signs: Signs) -> None:
        self._scale = scale
        self._canvas = canvas
        self._signs = signs
        self._drawable = [mark for mark in scale.rows if mark.low is not None]

    def lines(self, width: int) -> Iterator[Text]:
        """Yield bars beside their words, or below them where the page is narrow."""
        heads = [self._canvas.plain(mark.label) for mark in self._drawable]
        words = max(self._canvas.text(mark.words).cell_len for mark in self._drawable)
        if self._scale.look == "dot":
            words = max(words, WORDS)  # so that the strips of several scales line up
        labels = max(head.cell_len for head in heads)
        if labels > (room := width - words - 4 - LEAST_BAR):  # a long label goes on below
            most = max(room, *map(longest_word, heads))
            lines = [row for head in heads for row in self._canvas.wrapped(head, most)]
            labels = max(row.cell_len for row in lines)
        room = width - labels - words - 4
        beside = room >= LEAST_BAR
        if beside:
            yield from self._beside(labels, room)
        else:
            yield from self._stacked(width)
        rest = [(mark.label, mark.words) for mark in self._scale.rows if mark.low is None]
        if rest:
            yield from self._canvas.facts(rest, width, labels if beside else 0)

    def alone(self, room: int) -> Iterator[Text]:
        """Yield the ticks, then each row without its words, empty where there is no range."""
        yield self._ticks(room)
        for mark in self._scale.rows:
            yield self._drawn(mark, room) if mark.low is not None else Text()

    def _beside(self, labels: int, room: int) -> Iterator[Text]:
        for mark in self._drawable:
            bar = self._drawn(mark, room).append("  ").append_text(self._canvas.text(mark.words))
            label = self._canvas.plain(mark.label, "label")
            yield from self._canvas.beside(label, bar, labels + 2, labels + 2 + bar.cell_len)
        yield Text(" " * (labels + 2)).append_text(self._ticks(room))

    def _stacked(self, width: int) -> Iterator[Text]:
        for mark in self._drawable:
            words = self._canvas.text((span(f"{mark.label}  ", "label"), *mark.words))
            yield from self._canvas.wrapped(words, width)
            yield self._drawn(mark, width)
        yield self._ticks(width)

    def _column(self, value: float, room: int) -> int:
        share = (value - self._scale.start) / (self._scale.end - self._scale.start)
        return max(0, min(room - 1, round(share * (room - 1))))

    def _drawn(self, mark: Mark, room: int) -> Text:
        """Return one row: a track, the range on it, the mark on that."""
        signs, is_bar = self._signs, self._scale.look == "bar"
        track, fill = ("floor", "block") if is_bar else ("track", "fill")
        cells = [(signs[track], "track")] * room
        low = self._column(mark.low if mark.low is not None else self._scale.start, room)
        end = self._scale.end if mark.high is None else mark.high
        high = self._column(end, room)
        for i in range(low, high + 1):
            cells[i] = (signs[fill], "bar")
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
