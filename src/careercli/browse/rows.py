"""The list: a line for each job or group, with a bar of its pay."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from rich.text import Text

from careercli.browse.lines import Lines
from careercli.catalogue.role_row import Item
from careercli.locale import translate as _
from careercli.pages import RoleRow
from careercli.render.signs import ASCII, UNICODE
from careercli.render.words import NOTHING, Words
from careercli.screen import Screen

ROOMY = 50  # columns in which pay stands in figures too, and the exposure to AI
_WIDE = 70  # columns from which bars have more of them
_AMPLE = 88  # columns in which there is room for pay in figures beside the way in
_SIGNS = 4  # columns for what stands before the title
_BAR = 11  # columns at the least
_FIGURES = 9  # columns of pay in figures, with a star where it is below the minimum
_AI = 5
_WAY, _SHORT_WAY = 23, 18  # an associate degree and its years; most others
_TITLE = 22  # columns that a title needs before the way in gets more


RowOf = Callable[[tuple[Item, ...], int], RoleRow]
"""Gives the line of one of the items."""


def _no_row(_items: tuple[Item, ...], place: int) -> RoleRow:
    raise IndexError(place)


WayOf = Callable[[Item], str]
"""Gives the way to a job from what the reader has."""


class Room(NamedTuple):
    """The columns for each part of a line; none for what it has no room for."""

    title: int
    figures: int = 0
    bar: int = 0
    score: int = 0
    way: int = 0


class Axis(NamedTuple):
    """The ends between which bars of pay are drawn, the same for all lists of one period."""

    low: float
    high: float


class Rows(Lines):
    """Jobs, of which one is pointed at and some are put aside."""

    def __init__(self, screen: Screen, words: Words, axis: Axis) -> None:
        super().__init__(screen, id="rows")
        self.items: tuple[Item, ...] = ()
        self.marked: Collection[Item] = ()
        self.row_of: RowOf = _no_row
        self.way_of: WayOf | None = None
        self.of_groups = False  # all of them are groups of jobs: none needs a sign
        self.words, self.axis = words, axis
        self.explained = True  # what a score of AI is not: it stands in the overview beside it
        self._signs = ASCII if screen.ascii_only else UNICODE

    def count(self) -> int:
        """Return how many jobs there are."""
        return len(self.items)

    @property
    def item(self) -> Item | None:
        """What is pointed at."""
        return self.items[self.here] if self.here < len(self.items) else None

    def drawn(self, place: int, width: int) -> Text:
        """Return a job: signs, its title, what its group earns, and the way in if that is asked."""
        row, room = self.row_of(self.items, place), self._room(width)
        line = Text(no_wrap=True)
        line.append(self._pointer(place), "bar.mark")
        line.append(self._signs["dot"] if self.items[place] in self.marked else " ", "bar.mark")
        trend = self.words.trend(row.outlook.id, "", row.arrow, row.arrow_ascii)
        line.append(self.shown(trend.text) + " ", trend.style)
        is_group = row.kind == "group" and not self.of_groups
        title = f"{self._signs['group']} {row.title}" if is_group else row.title
        line.append(self.cut(title, room.title), "bold" if row.kind == "role" else "")
        if room.figures:
            line.append(self.shown(self._figures(row)).rjust(room.figures) + " ", "value")
        if room.bar:
            line.append(" ")
        for sign, style in self._bar(row, room.bar) if room.bar else ():
            line.append(sign, style)
        if room.score:
            score = NOTHING if row.exposure is None else self.words.numbers.score(row.exposure)
            line.append(self.shown(score).rjust(room.score))
        if room.way and self.way_of:
            line.append("  " + self.cut(self.way_of(self.items[place]), room.way - 2))
        return line

    def heads(self, width: int) -> Text:
        """Return the heads of the columns, with the ends of the axis."""
        room = self._room(width)
        line = Text(" " * _SIGNS, no_wrap=True)
        line.append(self.cut(_("Job"), room.title), "cyan")
        if room.figures:
            line.append(_("Pay").rjust(room.figures) + " ", "cyan")
        if room.bar:
            low, high = self.words.tick(self.axis.low), self.words.tick(self.axis.high)
            line.append(" " + low + high.rjust(room.bar - len(low)), "dim")
        if room.score:
            line.append(_("AI").rjust(room.score), "cyan")
        if room.way:
            line.append("  " + self.cut(_("Way in"), room.way - 2), "cyan")
        return line

    def _room(self, width: int) -> Room:
        """Return what each part of a line has room for."""
        is_tight = self.way_of and width < _AMPLE
        bar, left = _BAR if is_tight else _bar_room(width), width - _SIGNS
        if left < 2 * _BAR:
            return Room(left)
        left -= bar + 1
        if width < ROOMY:
            return Room(left, bar=bar)
        if self.way_of:
            figures = 0 if is_tight else _FIGURES
            left -= figures + 1 if figures else 0
            way = _WAY if left - _WAY >= _TITLE else _SHORT_WAY
            return Room(left - way, figures, bar, way=way)
        left -= _FIGURES + 1
        return Room(left - _AI, _FIGURES, bar, _AI) if self.explained else Room(left, _FIGURES, bar)

    def _pointer(self, place: int) -> str:
        return (">" if self._ascii else "▸") if place == self.here else " "

    def _figures(self, row: RoleRow) -> str:
        """Return between what the middle half of the group earns; the overview has its median."""
        pay = row.pay and row.pay._replace(median=None)
        return self.words.thousands_of(row._replace(pay=pay))

    def _bar(self, row: RoleRow, room: int) -> list[tuple[str, str]]:
        """Return the signs of a bar: where the middle half of the group earns."""
        low, high = self.axis
        if row.pay is None:
            return [(self.shown(NOTHING), "muted"), (" " * (room - 1), "")]
        cells = [(self._signs["floor"], "track")] * room

        def place(amount: float) -> int:
            return max(0, min(room - 1, int((amount - low) / (high - low) * room)))

        if row.pay.low is not None:
            end = row.pay.high if row.pay.high is not None else high
            for at in range(place(row.pay.low), place(end) + 1):
                cells[at] = (self._signs["block"], "bar")
            if row.pay.high is None or end > high:
                cells[-1] = (self._signs["open"], "bar")
        return cells


def _bar_room(width: int) -> int:
    return max(_BAR, width // (4 if width < _WIDE else 3))
