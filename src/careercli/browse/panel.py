"""The filters: all that can be set with how many each leaves, narrowed by what is typed."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from rich.text import Text
from textual.binding import Binding

from careercli.browse.facets import Facet
from careercli.browse.lines import Lines, cut
from careercli.browse.state import Option
from careercli.locale import translate as _
from careercli.render.ascii import to_ascii
from careercli.screen import Screen


class Entry(NamedTuple):
    """A line of the panel: a heading, or an option."""

    text: str
    option: Option | None = None


class Options(Lines):
    """Options under their headings."""

    BINDINGS = [Binding("space,enter", "choose", show=False)]
    chooses_at_once = True

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen, id="options")
        self._ascii = screen.ascii_only
        self._entries: list[Entry] = []
        self._is_on: Callable[[Option], bool] = bool
        self._left: Callable[[Option], int] = len

    def show(
        self,
        facets: list[Facet],
        is_on: Callable[[Option], bool],
        count: Callable[[Option], int],
        *,
        afresh: bool,
    ) -> None:
        """Show what can be set; ``afresh`` points at the first, else the pointer stays."""
        self._is_on, self._left = is_on, cache(count)  # counted when it comes into sight
        self._entries = [
            entry
            for facet in facets
            for entry in (
                Entry(facet.title),
                *(Entry(one.label, one) for one in facet.options),
            )
        ]
        if not self._entries:
            self._entries = [Entry(_("No filter is called so."))]
        self.renew(0 if afresh else min(self.here, max(0, len(self._entries) - 1)))

    @property
    def option(self) -> Option | None:
        """The option that is pointed at."""
        return self._entries[self.here].option if self.here < len(self._entries) else None

    def count(self) -> int:
        """Return how many lines there are."""
        return len(self._entries)

    def can_point(self, place: int) -> bool:
        """Return whether it is an option."""
        return self._entries[place].option is not None

    def drawn(self, place: int, width: int) -> Text:
        """Return a heading, or an option with its box and its count."""
        entry = self._entries[place]
        if entry.option is None:
            return Text(no_wrap=True).append(self._cut(entry.text, width), "label")
        is_on, left = self._is_on(entry.option), self._left(entry.option)
        box, count = "[x] " if is_on else "[ ] ", str(left)
        room = width - len(box) - len(count) - 2
        line = Text(no_wrap=True).append(box, "bar.mark" if is_on else "muted")
        style = "value" if is_on else "" if left else "muted"
        return line.append(self._cut(entry.text, room), style).append(f" {count} ", "muted")

    def _cut(self, text: str, room: int) -> str:
        shown = to_ascii(text) if self._ascii else text
        return cut(shown, room, ascii_only=self._ascii)
