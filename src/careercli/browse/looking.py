"""The first screen: words, filters, the list, and beside it the overview of a job."""

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.css.scalar import Scalar
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from careercli.browse.drawing import Drawn
from careercli.browse.facets import Facet
from careercli.browse.field import Field
from careercli.browse.keys import FILTER_KEYS, LIST_KEYS, SEARCH_KEYS, WITH_MARKS, KeyBar
from careercli.browse.lines import REST, Lines
from careercli.browse.narrowing import in_lines, narrowing
from careercli.browse.panel import Offer, Panel
from careercli.browse.rows import Rows
from careercli.browse.shelf import Listed
from careercli.browse.state import Option, State, after
from careercli.browse.targets import Target
from careercli.browse.view import View
from careercli.browse.visit import Answer, Visit
from careercli.catalogue.choices import GROUP_ORDERS, ORDERS
from careercli.catalogue.role_row import Item
from careercli.locale import translate as _

TINY, LOW = 40, 9  # columns and lines below which what only explains makes room for the list
AT_EASE = 0.4  # seconds after the start, when all that can be seen is drawn
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
        self._answer = Answer(Listed((), 0), "")
        self._is_sought = False  # what is typed, once all letters that are on their way are there
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
            yield Panel(desk.screen, Offer(self._called, self._visit.is_on, self._left))
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
        self.set_timer(AT_EASE, lambda: self._called(""))  # else who asks for filters waits for it

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
        self._answer = self._visit.answer(is_typing=self._is_typing)
        items = self._answer.listed.items
        rows.items, rows.marked, rows.row_of = items, state.marked, shelf.row
        rows.of_groups = state.filters.groups
        rows.way_of = self._way if state.filters.with_diploma else None
        stays = before is not None and not state.query and before in rows.items
        rows.renew(rows.items.index(before) if stays and before is not None else 0)
        self._tell()
        if self._filtering:
            self.query_one(Panel).show(afresh=False)
        self._show_overview()

    @property
    def _is_typing(self) -> bool:
        return self.focused is self.query_one("#query", Field)

    def _way(self, item: Item) -> str:
        desk = self._visit.desk
        return desk.words.way_in(desk.shelf.way(self._visit.state.filters, item))

    def tell_marks(self) -> None:
        """Show what is put aside now."""
        self._rows.marked = self._visit.state.marked
        self._rows.refresh()
        self._tell_keys()
        self._tell()

    def go_on(self) -> None:
        """Point at the next job."""
        self._rows.action_move(1)

    def _tell(self) -> None:
        """Tell how many are left, by what; and if none are, what to do."""
        state, listed = self._visit.state, self._answer.listed
        number = self._visit.desk.words.numbers.number
        told = _("{found} found") if self._answer.query else _("{found} of {total}")
        told = told.format(found=number(len(listed.items)), total=number(listed.total))
        # Each has its place and keeps it: to lay out the screen anew takes longer than all else.
        self.query_one("#found", Static).update(told, layout=False)
        self._tell_chips()
        self.tell_heads()
        nothing = self.query_one("#nothing", Static)
        if nothing.display == bool(listed.items):
            nothing.display = not listed.items
        if not listed.items:
            nothing.update(_nothing(state))

    @on(Lines.Resized, "#rows")
    def tell_heads(self) -> None:
        """Write above each column what it has."""
        heads = self._rows.heads(self._rows.size.width)
        self.query_one("#heads", Static).update(heads, layout=False)

    def _tell_chips(self) -> None:
        """Show what narrows the list, on as many lines as that takes."""
        told = narrowing(self._visit, self._answer)
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
        width, height = self.app.size
        self.set_class(width < TINY, "-tiny")
        self.set_class(height < LOW, "-low")
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
        self._tell_keys()

    def _tell_keys(self) -> None:
        """Tell the keys of what has the keyboard; with marks what these are for, first."""
        bar = self.query_one(KeyBar)
        if self._is_typing:
            bar.tell(SEARCH_KEYS)
        elif self.focused is not self._rows and self._filtering:
            bar.tell(FILTER_KEYS)
        else:
            bar.tell(LIST_KEYS, WITH_MARKS if self._visit.state.marked else ())

    @on(Lines.Moved, "#rows")
    def moved(self) -> None:
        """Show the overview of who is pointed at now."""
        self._show_overview()

    @on(Lines.Chosen, "#rows")
    def action_page(self) -> None:
        """Open the page of who is pointed at."""
        if self.item is not None:
            self.post_message(self.Opened(Target("show", (self.item,))))

    @on(Field.Submitted, "#query")
    def action_into_list(self) -> None:
        """Go on from what is typed into what was found; set the filters that it is called as."""
        was_typing = self._is_typing
        if was_typing:
            self._seek()
        self.set_focus(self._rows)
        answer = self._answer
        if not (was_typing and answer.offered):
            return
        self._visit.accept(answer)
        self._write_words(answer.query)
        self._renew_from_top()
        if answer.left:
            told = _("Not understood: {words}").format(words=answer.left)
            self.app.notify(told, severity="warning", markup=False)

    def action_sort(self) -> None:
        """Show the list in the next order."""
        state = self._visit.state
        orders = [None, *(GROUP_ORDERS if state.filters.groups else ORDERS)]
        self._visit.state = state._replace(sort=after(state.sort, orders))
        self.narrow()
        self._rows.action_go(0)

    def action_groups(self) -> None:
        """Show groups of jobs in place of jobs, or back; the group of the job is pointed at."""
        item = self.item
        self._visit.turn_to_groups()
        catalogue = self._visit.desk.catalogue
        self.narrow(catalogue.role(item)["isco08"] if isinstance(item, int) else None)

    def action_clear(self) -> None:
        """Take out words, filters and order; if there are none what is put aside, then skills."""
        self._visit.clear()
        self._write_words("")
        self.renew()

    def action_back(self) -> None:
        """Close the filters, leave the search, or take the words out."""
        was_typing, has_list = self._is_typing, self.focused is self._rows
        self.set_focus(self._rows)
        if self._filtering:
            self._close_panel()
        elif has_list and self._visit.state.query:
            self._write_words("")
            self.narrow()
        elif was_typing:
            self._seek()

    # Words

    def action_search(self) -> None:
        """Type what to look for."""
        self.app.clear_notifications()
        query = self.query_one("#query", Field)
        self.set_focus(query)
        query.action_select_all()  # who types on begins anew
        if self._visit.state.query:
            self._seek()

    @on(Field.Changed, "#query")
    def search(self, event: Field.Changed) -> None:
        """Find while somebody types."""
        self._visit.state = self._visit.state._replace(query=event.value)
        if not self._is_sought:
            self._is_sought = True
            self.call_after_refresh(self._seek)

    def _seek(self) -> None:
        """Find what was typed."""
        self._is_sought = False
        self.narrow()

    # Filters

    def action_filter(self) -> None:
        """Open the filters, or close them."""
        if self._filtering:
            self.action_back()
            return
        self.app.clear_notifications()
        self.query_one(Panel).open(self._take_words())
        self.query_one("#body").add_class("-filtering")  # of the screen it would style all anew
        self.call_after_refresh(self._fit)

    def _take_words(self) -> str:
        """Return the words that are filters, or that find nothing; they are looked for no more."""
        words = self._visit.state.query
        answer = self._visit.answer(is_typing=True)
        if not answer.offered and answer.listed.items:
            return ""
        self._write_words("")
        self.narrow()
        return words

    def _write_words(self, words: str) -> None:
        """Look for other words from now on, which stand in the line too."""
        self._visit.state = self._visit.state._replace(query=words)
        query = self.query_one("#query", Field)
        with query.prevent(Field.Changed):
            query.value = words

    def _close_panel(self) -> None:
        self.query_one(Panel).shut()
        self.query_one("#body").remove_class("-filtering")
        self.call_after_refresh(self._fit)

    def _called(self, text: str) -> list[Facet]:
        return self._visit.desk.wishes.typed(text, self._visit.state.filters)

    def _left(self, option: Option) -> int:
        return self._visit.desk.shelf_in(option.per).count(self._visit.state, option)

    @on(Panel.Turned)
    def turn_option(self, event: Panel.Turned) -> None:
        """Set options, or take them out."""
        for option in event.options:
            self._visit.turn(option)
        self._renew_from_top()

    def _renew_from_top(self) -> None:
        self.renew()
        self._rows.action_go(0)


def _nothing(state: State) -> str:
    has_filters = any(facet != "groups" for facet in state.filters.given())
    if not state.query:
        return _("No job passes all of these filters. f changes them, x takes them out.")
    if has_filters:
        return _("Nothing found among what passes the filters. Esc and x take out both.")
    return _("Nothing found. Try fewer or other words; Esc and x start afresh.")
