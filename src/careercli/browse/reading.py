"""The screen on which a page is read: its links lead on, and back again."""

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Static

from careercli.browse.keys import ON_PAGE, PAGE_KEYS, KeyBar
from careercli.browse.targets import Target, command_of
from careercli.browse.view import View
from careercli.browse.visit import Bookmark, Visit
from careercli.catalogue.role_row import Item
from careercli.errors import CareersError
from careercli.locale import translate as _
from careercli.locale import translate_plural as _n


class Reading(Screen[None]):
    """A page, those that were read before it, and those after it."""

    BINDINGS = [Binding(key.key, key.action, show=False) for key in PAGE_KEYS if key.key != "tab"]

    def __init__(self, visit: Visit, target: Target) -> None:
        super().__init__()
        self._visit = visit
        self._before: list[Bookmark] = []
        self._now = target
        self._after: list[Bookmark] = []

    @property
    def target(self) -> Target:
        """The page that is read."""
        return self._now

    @property
    def item(self) -> Item | None:
        """The job that the page is about, if it is about one."""
        return self._now.items[0] if len(self._now.items) == 1 else None

    def compose(self) -> ComposeResult:
        """Lay out the command that shows the page, the page, the keys."""
        yield Static(id="where")
        yield View(id="page")
        yield KeyBar(PAGE_KEYS, ON_PAGE, ascii_only=self._visit.desk.screen.ascii_only)

    def on_mount(self) -> None:
        """Draw the page, and give it the keys."""
        self.set_focus(self.query_one(View))

    def on_resize(self) -> None:
        """Draw the page as wide as the screen is now, once the screen itself stands there."""
        self.call_after_refresh(self._draw, self.query_one(View).top)

    def renew(self) -> None:
        """Draw the page for another reader."""
        self.query_one(KeyBar).renew()
        self._draw(self.query_one(View).top)

    def _draw(self, top: int = 0) -> None:
        width = self.app.size.width - 3  # the sides, and what scrolls
        try:
            page = self._visit.desk.drawn(self._now, width)
        except CareersError as error:
            self.app.notify(str(error), severity="warning", markup=False)
            self._leave_unread()
            return
        self._visit.read = self._now
        self.query_one(View).show(page, top)
        self.tell()

    def tell(self) -> None:
        """Tell which command shows the page, whether its job is put aside, how much is below."""
        line = Text(command_of(self._visit.desk.catalogue, self._now), no_wrap=True)
        if self.item is not None and self.item in self._visit.state.marked:
            line.append("  " + _("put aside"), "bold magenta")
        below = self.query_one(View).below
        told = _n("{count} line more", "{count} lines more", below).format(count=below)
        told = told if below else ""
        where = self.query_one("#where", Static)
        room = where.size.width - 2 - len(told)
        line.truncate(max(0, room - 2), overflow="ellipsis", pad=True)
        where.update(line.append("  " + told, "not bold"), layout=False)

    @on(View.Scrolled)
    def scrolled(self) -> None:
        """Tell how much is below now."""
        self.tell()

    def open(self, target: Target) -> None:
        """Show another page; what was before it can be gone back to."""
        self._before.append(Bookmark(self._now, self.query_one(View).top))
        self._after.clear()
        self._now = target
        self._draw()

    def action_back(self) -> None:
        """Show the page before; before the first one is the list."""
        if not self._before:
            self.dismiss()
            return
        self._turn(self._before, self._after)

    def _leave_unread(self) -> None:
        """Go back from a page that there is not: it is none to go forward to."""
        if self._before:
            mark = self._before.pop()
            self._now = mark.target
            self._draw(mark.top)
        else:
            self.dismiss()

    def action_forward(self) -> None:
        """Show the page that was gone back from."""
        if self._after:
            self._turn(self._after, self._before)

    def _turn(self, source: list[Bookmark], other: list[Bookmark]) -> None:
        other.append(Bookmark(self._now, self.query_one(View).top))
        mark = source.pop()
        self._now = mark.target
        self._draw(mark.top)

    def action_back_to_list(self) -> None:
        """Leave the pages."""
        self.dismiss()

    def action_link(self) -> None:
        """Point at the next link."""
        self.query_one(View).action_link(1)
