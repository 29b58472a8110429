"""The first screen: words, filters, the list, and beside it the overview of a job."""

from collections.abc import Iterable

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.css.scalar import Scalar
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from careercli.browse.desk import Visit
from careercli.browse.drawing import Drawn
from careercli.browse.facets import Facet
from careercli.browse.field import Field
from careercli.browse.keys import FILTER_KEYS, LIST_KEYS, SEARCH_KEYS, Key, KeyBar
from careercli.browse.lines import REST, Lines
from careercli.browse.narrowing import in_lines, narrowing
from careercli.browse.panel import Offer, Panel
from careercli.browse.rows import Rows
from careercli.browse.shelf import Listed
from careercli.browse.state import Option, after, is_on
from careercli.browse.targets import Target
from careercli.browse.view import View
from careercli.catalogue.choices import GROUP_ORDERS, ORDERS
from careercli.catalogue.role_row import Item
from careercli.locale import translate as _

SMALL, WIDE = 64, 150  # columns: below the first no overview, from the second filters beside it


class Looking(Screen[None]):
    """Type, narrow, look, put aside."""

    class Opened(Message):
        """Somebody wants to read a page."""

        def __init__(self, target: Target) -> None:
            super().__init__()
            self.target = target

    BINDINGS = [
        *(Binding(key.key, key.action, show=False) for key in LIST_KEYS),
        Binding("escape", "back", show=False),
        Binding("down", "into_list", show=False),  # from a line that is typed in
    ]

    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self._visit = visit
        self._listed = Listed((), 0)
        self._is_due = False  # an overview of who is pointed at then

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        desk = self._visit.desk
        with Horizontal(id="top"):
            yield Static("careers", id="name")
            yield Field(id="query", select_on_focus=False)
            yield Static(id="found")
        yield Static(id="chips")
        with Horizontal(id="body"):
            yield Panel(desk.screen, Offer(self._called, self._is_on, self._left))
            with Vertical(id="list"):
                yield Static(id="heads")
                yield Static(id="nothing")
                yield Rows(desk.screen, desk.words, desk.axis)
            yield View(id="overview")
        yield KeyBar(LIST_KEYS, ascii_only=desk.screen.ascii_only)

    def on_mount(self) -> None:
        """Show everything that there is."""
        self.set_focus(self._rows)
        self.renew()

    @property
    def _rows(self) -> Rows:
        return self.query_one(Rows)

    @property
    def item(self) -> Item | None:
        """The job that is pointed at."""
        return self._rows.item

    @property
    def _filtering(self) -> bool:
        return bool(self.query_one(Panel).display)

    # Showing

    def renew(self, here: Item | None = None) -> None:
        """Show everything anew: for another reader, or after a change underneath.

        ``here`` is who is pointed at, where numbers may be others' now.
        """
        self.query_one("#query", Field).placeholder = _(
            "/ a job, or: outdoors, mbo 3, 2800 a month"
        )
        self.query_one(Panel).speak()
        self.query_one(KeyBar).renew()
        rows, desk = self._rows, self._visit.desk
        rows.words, rows.axis = desk.words, desk.axis
        self.narrow(here)

    def narrow(self, here: Item | None = None) -> None:
        """Show what words and filters leave; who is pointed at stays so if it is among them."""
        rows, before = self._rows, here or self.item
        shelf, state = self._visit.desk.shelf, self._visit.state
        self._listed = shelf.listed(state)
        rows.items, rows.marked, rows.row_of = self._listed.items, state.marked, shelf.row
        rows.way_of = self._way if state.filters.with_diploma else None
        stays = before is not None and not state.query and before in rows.items
        rows.renew(rows.items.index(before) if stays and before is not None else 0)
        self._tell()
        if self._filtering:
            self.query_one(Panel).show(afresh=False)
        self._show_overview()

    def _way(self, item: Item) -> str:
        desk = self._visit.desk
        return desk.words.way_in(desk.shelf.way(self._visit.state.filters, item))

    def tell_marks(self) -> None:
        """Show what is put aside now."""
        self._rows.marked = self._visit.state.marked
        self._rows.refresh()
        self._tell()

    def _tell(self) -> None:
        """Tell how many are left, by what; and if none are, what to do."""
        state, listed = self._visit.state, self._listed
        number = self._visit.desk.words.numbers.number
        told = _("{found} of {total}").format(
            found=number(len(listed.items)), total=number(listed.total)
        )
        # Each has its place and keeps it: to lay out the screen anew takes longer than all else.
        self.query_one("#found", Static).update(told, layout=False)
        self._tell_chips()
        heads = self._rows.heads(self._rows.size.width)
        self.query_one("#heads", Static).update(heads, layout=False)
        nothing = self.query_one("#nothing", Static)
        if nothing.display == bool(listed.items):
            nothing.display = not listed.items
        if not listed.items:
            nothing.update(_nothing(has_words=bool(state.query)))

    def _tell_chips(self) -> None:
        """Show what narrows the list, on as many lines as that takes."""
        is_typing = self.query_one("#query", Field).has_focus
        offered = self._as_filters() if is_typing else ()
        told = narrowing(self._visit.desk, self._visit.state, self._listed, offered)
        lines = in_lines(told, self.app.size.width - 2)
        chips = self.query_one("#chips", Static)
        grows = chips.styles.height != Scalar.from_number(len(lines))
        if grows:
            chips.styles.height = len(lines)
        chips.update(Text("\n").join(lines), layout=grows)

    def _show_overview(self) -> None:
        """Show the overview once the list stands there: who goes on does not wait for it."""
        if not self._is_due:
            self._is_due = True
            self.set_timer(REST, self._draw_overview)

    def _draw_overview(self) -> None:
        self._is_due = False
        view = self.query_one("#overview", View)
        if not view.display or not view.size.width:
            return
        if self.item is None:
            view.show(Drawn())
            return
        target = Target("show", (self.item,))
        view.show(self._visit.desk.drawn(target, view.size.width - 2, brief=True))

    def on_resize(self) -> None:
        """Give each part the room that there is."""
        width = self.app.size.width
        self.set_class(width < SMALL, "-small")
        self.set_class(SMALL <= width < WIDE, "-medium")
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        self._rows.explained = bool(self.query_one("#overview").display)
        self._rows.refresh()
        self._tell()
        self._show_overview()

    # The list

    def on_descendant_focus(self) -> None:
        """Tell the keys of what has the keyboard now."""
        keys: tuple[Key, ...] = LIST_KEYS
        if self.query_one("#query", Field).has_focus:
            keys = SEARCH_KEYS
        elif not self._rows.has_focus and self._filtering:
            keys = FILTER_KEYS
        self.query_one(KeyBar).tell(keys)
        self._tell()

    @on(Lines.Moved, "#rows")
    def moved(self) -> None:
        """Show the overview of who is pointed at now."""
        self._show_overview()

    @on(Lines.Chosen, "#rows")
    def action_page(self) -> None:
        """Open the page of who is pointed at."""
        if self.item is not None:
            self.post_message(self.Opened(Target("show", (self.item,))))

    def action_into_list(self) -> None:
        """Go on from what is typed into what was found."""
        self.set_focus(self._rows)

    @on(Field.Submitted, "#query")
    def answer(self) -> None:
        """Set the filters that are called as typed; then go on into the list."""
        if options := self._as_filters():
            self._forget_words()
            self._turn([option for option in options if not self._is_on(option)])
        self.set_focus(self._rows)

    def action_sort(self) -> None:
        """Show the list in the next order."""
        state = self._visit.state
        orders = [None, *(GROUP_ORDERS if state.filters.groups else ORDERS)]
        self._visit.state = state._replace(sort=after(state.sort, orders))
        self.narrow()
        self._rows.action_go(0)

    def action_groups(self) -> None:
        """Show groups of jobs in place of jobs, or back."""
        self._visit.turn_to_groups()
        self.narrow()

    def action_clear(self) -> None:
        """Take out words, filters and order."""
        self._visit.clear()
        self._forget_words()
        self.narrow()

    def action_back(self) -> None:
        """Close the filters, leave the search, or take the words out."""
        if self._filtering:
            self._close_panel()
        elif self._rows.has_focus and self._visit.state.query:
            self.query_one("#query", Field).value = ""
        self.set_focus(self._rows)

    # Words

    def action_search(self) -> None:
        """Type what to look for."""
        self.set_focus(self.query_one("#query", Field))

    @on(Field.Changed, "#query")
    def search(self, event: Field.Changed) -> None:
        """Find while somebody types."""
        self._visit.state = self._visit.state._replace(query=event.value)
        self.narrow()

    # Filters

    def action_filter(self) -> None:
        """Open the filters, or close them."""
        if self._filtering:
            self.action_back()
            return
        self.query_one(Panel).open(self._take_words())
        self.add_class("-filtering")
        self.call_after_refresh(self._fit)

    def _take_words(self) -> str:
        """Return the words that are filters, or that find nothing; they are looked for no more."""
        words = self._visit.state.query
        if self._listed.items and not self._as_filters():
            return ""
        self._forget_words()
        self.narrow()
        return words

    def _as_filters(self) -> tuple[Option, ...]:
        """Return which filters are called as what was typed to be looked for, all of it."""
        state = self._visit.state
        is_code = self._listed.named and state.query.strip().isdigit()
        if not state.query or self._listed.has_job or is_code:
            return ()
        meant = self._visit.desk.wishes.meant(state.query, state.filters)
        return meant.options if meant and not meant.left else ()

    def _forget_words(self) -> None:
        self._visit.state = self._visit.state._replace(query="")
        query = self.query_one("#query", Field)
        with query.prevent(Field.Changed):
            query.value = ""

    def _close_panel(self) -> None:
        self.query_one(Panel).shut()
        self.remove_class("-filtering")
        self.call_after_refresh(self._fit)

    def _called(self, text: str) -> list[Facet]:
        return self._visit.desk.wishes.typed(text, self._visit.state.filters)

    def _is_on(self, option: Option) -> bool:
        same_pay = option.per in (None, self._visit.desk.reader.per)
        return same_pay and is_on(self._visit.state.filters, option)

    def _left(self, option: Option) -> int:
        return self._visit.desk.shelf_in(option.per).count(self._visit.state, option)

    @on(Panel.Turned)
    def turn_option(self, event: Panel.Turned) -> None:
        """Set options, or take them out."""
        self._turn(event.options)

    def _turn(self, options: Iterable[Option]) -> None:
        for option in options:
            self._visit.turn(option)
        self.renew()
        self._rows.action_go(0)


def _nothing(*, has_words: bool) -> str:
    if has_words:
        return _("Nothing is found so. Try fewer or other words; x takes words and filters out.")
    return _("No job passes all of these filters. f changes them, x takes them out.")
