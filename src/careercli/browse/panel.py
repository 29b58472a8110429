"""The filters: all that can be set with how many each leaves, narrowed by what is typed."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message

from careercli.browse.facets import Facet
from careercli.browse.field import Field
from careercli.browse.lines import REST, Lines
from careercli.browse.state import Option
from careercli.locale import translate as _
from careercli.screen import Screen


class Offer(NamedTuple):
    """Where the panel has it from: what is called as typed, what is set, how many one leaves."""

    called: Callable[[str], list[Facet]]
    is_on: Callable[[Option], bool]
    left: Callable[[Option], int]


class Entry(NamedTuple):
    """A line of the panel: a heading, or an option."""

    text: str
    option: Option | None = None


def _entries(facet: Facet) -> Iterator[Entry]:
    yield Entry(facet.title)
    yield from (Entry(option.label, option) for option in facet.options)
    if facet.left:
        yield Entry(_("Not understood: {words}").format(words=facet.left))


class Options(Lines):
    """Options under their headings."""

    class Typed(Message):
        """A letter was typed that is for the line; or none, to go there."""

        def __init__(self, key: str, character: str | None) -> None:
            super().__init__()
            self.key, self.character = key, character

    BINDINGS = [Binding("space,enter", "choose", show=False)]
    chooses_at_once = True

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen, id="options")
        self._entries: list[Entry] = []
        self._together: tuple[Option, ...] = ()
        self._is_on: Callable[[Option], bool] = bool
        self._left: Callable[[Option], int] = len
        self._counts = False  # once the options stand there: counting takes longer at first

    def show(self, offer: Offer, facets: list[Facet], *, afresh: bool) -> None:
        """Show what can be set; ``afresh`` points at the first, else the pointer stays."""
        self._is_on, self._left = offer.is_on, cache(offer.left)  # asked when it comes into sight
        if afresh and not self._counts:
            self.set_timer(REST, self._count)
        self._entries = [entry for facet in facets for entry in _entries(facet)]
        self._together = facets[0].options if facets and facets[0].together else ()
        if not self._entries:
            self._entries = [
                Entry(_("No filter is called so.")),
                Entry(_("Esc, then / finds jobs.")),
            ]
        self.renew(0 if afresh else min(self.here, max(0, len(self._entries) - 1)))

    def _count(self) -> None:
        self._counts = True
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Give a letter back to the line above: who types there looks for something else."""
        if event.is_printable and event.key != "space":
            event.stop()
            event.prevent_default()
            self.post_message(self.Typed(event.key, event.character))

    def action_move(self, by: int) -> None:
        """Point at the next option; above the first one is the line."""
        if by < 0 and not any(map(self.can_point, range(self.here))):
            self.post_message(self.Typed("", None))
            return
        super().action_move(by)

    @property
    def chosen(self) -> tuple[Option, ...]:
        """The option that is pointed at; of a sentence all that are not set, or else all."""
        if self._together:
            return tuple(one for one in self._together if not self._is_on(one)) or self._together
        here = self._entries[self.here].option if self.here < len(self._entries) else None
        return (here,) if here else ()

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
            return Text(no_wrap=True).append(self.cut(entry.text, width), "label")
        is_on = self._is_on(entry.option)
        left = self._left(entry.option) if self._counts else None
        box, count = "[x] " if is_on else "[ ] ", "" if left is None else str(left)
        room = width - len(box) - len(count) - 2
        line = Text(no_wrap=True).append(box, "bar.mark" if is_on else "muted")
        style = "value" if is_on else "muted" if left == 0 else ""
        return line.append(self.cut(entry.text, room), style).append(f" {count} ", "muted")


class Panel(Vertical):
    """A line to type in, and below it the options that are called so; shut at first."""

    class Turned(Message):
        """Options are to be set, or taken out."""

        def __init__(self, options: tuple[Option, ...]) -> None:
            super().__init__()
            self.options = options

    BINDINGS = [Binding("down", "into_options", show=False)]

    def __init__(self, screen: Screen, offer: Offer) -> None:
        super().__init__(id="panel")
        self._screen, self._offer = screen, offer
        self._called: list[Facet] = []
        self.display = False

    def compose(self) -> ComposeResult:
        """Lay out the line and the options."""
        yield Field(id="narrow", select_on_focus=False)
        yield Options(self._screen)

    @property
    def _line(self) -> Field:
        return self.query_one(Field)

    def open(self, text: str = "") -> None:
        """Show the options, and give the line the keyboard at once: the next letter is for it."""
        self.display = True
        self._type(text)
        self.screen.set_focus(self._line)
        self.show(afresh=True)

    def shut(self) -> None:
        """Put the panel away."""
        self._type("")
        self.display = False

    def speak(self) -> None:
        """Say in the reader's language what may be typed."""
        self._line.placeholder = _("type outdoors, or mbo 3, or 2800")

    def show(self, *, afresh: bool) -> None:
        """Show the options that are called as typed; ``afresh`` points at the first."""
        self._called = self._offer.called(self._line.value)
        self.query_one(Options).show(self._offer, self._called, afresh=afresh)

    def _type(self, text: str) -> None:
        """Write in the line what stands there from now on."""
        with self._line.prevent(Field.Changed):
            self._line.value = text
        self._line.cursor_position = len(text)

    def action_into_options(self) -> None:
        """Go on from the line to the options."""
        self.screen.set_focus(self.query_one(Options))

    def on_input_changed(self, event: Field.Changed) -> None:
        """Show the options that are called so."""
        event.stop()
        self.show(afresh=True)

    @on(Options.Typed)
    def back_to_the_line(self, event: Options.Typed) -> None:
        """Go on typing."""
        event.stop()
        self.screen.set_focus(self._line)
        self._line.cursor_position = len(self._line.value)
        if event.key:
            self._line.post_message(events.Key(event.key, event.character))

    @on(Lines.Chosen)
    @on(Field.Submitted)
    def turn(self, event: Message) -> None:
        """Tell which options are to be turned, and show all options again."""
        event.stop()
        options = self.query_one(Options).chosen
        if not options:
            return
        if self._line.value:
            self._type(self._called[0].left)
            self.show(afresh=True)
        self.post_message(self.Turned(options))
