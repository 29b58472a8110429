"""A list that draws only the lines that can be seen, however long it is."""

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from careercli.render.ascii import to_ascii
from careercli.render.theme import console_on
from careercli.screen import Screen

REST = 0.02  # seconds after which what takes longer follows: a key is answered before


class Lines(ScrollView, can_focus=True):
    """Lines of which one is pointed at; a subclass says how many, and draws each."""

    COMPONENT_CLASSES = {"lines--here", "lines--here-asleep"}
    BINDINGS = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
        Binding("pagedown", "turn(1)", show=False),
        Binding("home", "go(0)", show=False),
        Binding("end", "go(-1)", show=False),
    ]

    here: reactive[int] = reactive(0, repaint=False)

    class Told(Message):
        """Something of these lines."""

        def __init__(self, lines: "Lines") -> None:
            super().__init__()
            self.lines = lines

        @property
        def control(self) -> "Lines":
            """The list that tells it."""
            return self.lines

    class Moved(Told):
        """Another line is pointed at."""

    class Resized(Told):
        """There is another room for lines."""

    class Chosen(Told):
        """A line was chosen."""

    def __init__(self, screen: Screen, *, id: str) -> None:  # noqa: A002 - as Textual has it
        super().__init__(id=id)
        self._painter = console_on(screen)
        self._ascii = screen.ascii_only

    # What a subclass says

    def count(self) -> int:
        """Return how many lines there are."""
        raise NotImplementedError

    def drawn(self, place: int, width: int) -> Text:
        """Return a line, as wide as there is room."""
        raise NotImplementedError

    def can_point(self, place: int) -> bool:  # noqa: ARG002 - of a subclass
        """Return whether a line can be pointed at."""
        return True

    def shown(self, text: str) -> str:
        """Return a text as the terminal can show it."""
        return to_ascii(text) if self._ascii else text

    def cut(self, text: str, room: int) -> str:
        """Return the same as wide as a column: what is too long ends in dots."""
        text, dots = self.shown(text), self.shown("…")
        if cell_len(text) > room:
            text = set_cell_size(text, max(0, room - len(dots))) + dots[: max(0, room)]
        return text + " " * max(0, room - cell_len(text))

    # What all lists do

    def renew(self, here: int | None = None) -> None:
        """Draw everything anew, since there are other lines; ``here`` is pointed at."""
        self.virtual_size = Size(0, self.count())  # as wide as there is room, whatever that is
        if here is not None:
            self.set_reactive(Lines.here, 0)
            self.action_go(here)
            self.call_after_refresh(self._into_view)  # there may be room to scroll only then
        self.refresh()

    def on_resize(self) -> None:
        """Keep what is pointed at in sight."""
        self._into_view()
        self.post_message(self.Resized(self))

    def render_line(self, y: int) -> Strip:
        """Return a line of the screen."""
        place = y + int(self.scroll_offset.y)
        width = self.scrollable_content_region.width
        if place >= self.count():
            return Strip.blank(width, self.rich_style)
        text = self.drawn(place, width)
        ground = self.rich_style
        if place == self.here:
            asleep = "" if self.has_focus else "-asleep"
            ground += self.get_component_rich_style(f"lines--here{asleep}")
        strip = Strip(text.render(self._painter, end="")).adjust_cell_length(width)
        return strip.apply_style(ground)

    def action_move(self, by: int) -> None:
        """Point at the next line that can be pointed at."""
        place = self.here + by
        while 0 <= place < self.count() and not self.can_point(place):
            place += by
        if 0 <= place < self.count():
            self._point(place)

    def action_turn(self, pages: int) -> None:
        """Point a screen further on."""
        self.action_go(max(0, min(self.count() - 1, self.here + pages * (self.size.height - 1))))

    def action_go(self, place: int) -> None:
        """Point at a line, or the nearest to it that can be pointed at; -1 is the last."""
        if not self.count():
            return
        wanted = place % self.count()
        there = filter(self.can_point, range(self.count()))
        found = min(there, key=lambda other: abs(other - wanted), default=None)
        if found is not None:
            self._point(found)

    def _point(self, place: int) -> None:
        before, self.here = self.here, place
        self._into_view()
        self.refresh_line(before)
        self.refresh_line(place)
        self.post_message(self.Moved(self))

    def _into_view(self) -> None:
        height = max(1, self.size.height)
        top = int(self.scroll_offset.y)
        if self.here < top:
            top = self.here if self.here > 1 else 0  # a heading above the first stays in sight
        elif self.here >= top + height:
            top = self.here - height + 1
        if top != int(self.scroll_offset.y):
            self.scroll_to(y=top, animate=False, immediate=True)

    def action_choose(self) -> None:
        """Choose what is pointed at."""
        self.post_message(self.Chosen(self))

    def on_focus(self) -> None:
        """Show that keys go here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that they do no longer."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Point where somebody clicks; a second click chooses."""
        place = event.y + int(self.scroll_offset.y)
        if place < self.count() and self.can_point(place):
            again = place == self.here
            self._point(place)
            if event.chain > 1 or (again and self.chooses_at_once):
                self.post_message(self.Chosen(self))

    chooses_at_once = False
