"""A page that can be scrolled, and of which the links can be followed."""

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from careercli.browse.drawing import Drawn, Link


class View(ScrollView, can_focus=True):
    """Shows a page in lines; Tab goes from link to link."""

    COMPONENT_CLASSES = {"view--link"}
    BINDINGS = [
        Binding("up,k", "scroll_up", show=False),
        Binding("down,j", "scroll_down", show=False),
        Binding("pageup,b", "page_up", show=False),
        Binding("pagedown,f", "page_down", show=False),
        Binding("home", "scroll_home", show=False),
        Binding("end", "scroll_end", show=False),
        Binding("tab", "link(1)", show=False),
        Binding("shift+tab", "link(-1)", show=False),
        Binding("enter", "follow", show=False),
    ]

    class Followed(Message):
        """Somebody wants to see what a link leads to."""

        def __init__(self, link: Link) -> None:
            super().__init__()
            self.link = link

    class Scrolled(Message):
        """Other lines are in sight."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - as Textual has it
        super().__init__(id=id)
        self._page = Drawn()
        self._at: int | None = None

    def show(self, page: Drawn, top: int = 0) -> None:
        """Show a page from a line on."""
        self._page, self._at = page, None
        self.virtual_size = Size(
            max((s.cell_length for s in page.lines), default=0), len(page.lines)
        )
        self.scroll_to(y=top, animate=False, immediate=True)
        self.refresh()
        self.post_message(self.Scrolled())

    @property
    def below(self) -> int:
        """How many lines there are below those in sight."""
        return max(0, len(self._page.lines) - self.top - self.size.height)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that other lines are in sight."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Scrolled())

    @property
    def link(self) -> Link | None:
        """The link that is pointed at."""
        return None if self._at is None else self._page.links[self._at]

    @property
    def top(self) -> int:
        """The first line that can be seen."""
        return int(self.scroll_offset.y)

    def render_line(self, y: int) -> Strip:
        """Return a line of the screen."""
        place, width = y + self.top, self.size.width
        if place >= len(self._page.lines):
            return Strip.blank(width, self.rich_style)
        strip = self._page.lines[place]
        if (link := self.link) and link.row == place:
            strip = self._lit(strip, link)
        return strip.adjust_cell_length(width).apply_style(self.rich_style)

    def _lit(self, strip: Strip, link: Link) -> Strip:
        before, within, after = strip.divide([link.start, link.end, strip.cell_length])
        lit = self.get_component_rich_style("view--link")
        marked = Strip([Segment(part.text, lit) for part in within], within.cell_length)
        return Strip.join([before, marked, after])

    def action_link(self, by: int) -> None:
        """Point at the next link, the first of those in sight first; beyond the last, leave."""
        links = self._page.links
        if not links:
            self._leave(by)
            return
        if self._at is None:
            ahead = [i for i, link in enumerate(links) if link.row >= self.top]
            at = ahead[0] if ahead and by > 0 else len(links) - 1
        else:
            at = self._at + by
        if not 0 <= at < len(links):
            self._at = None
            self.refresh()
            self._leave(by)
            return
        self._at = at
        row = links[at].row
        if not self.top <= row < self.top + self.size.height:
            self.scroll_to(y=max(0, row - self.size.height // 3), animate=False, immediate=True)
        self.refresh()

    def _leave(self, by: int) -> None:
        self.screen.focus_next() if by > 0 else self.screen.focus_previous()

    def action_follow(self) -> None:
        """Follow the link that is pointed at."""
        if self.link:
            self.post_message(self.Followed(self.link))

    def on_click(self, event: events.Click) -> None:
        """Follow the link that is clicked."""
        row = event.y + self.top
        for link in self._page.links:
            if link.row == row and link.start <= event.x < link.end:
                self.post_message(self.Followed(link))

    def action_page_up(self) -> None:
        """Go a screen up."""
        self.scroll_to(y=self.top - self.size.height + 1, animate=False)

    def action_page_down(self) -> None:
        """Go a screen down."""
        self.scroll_to(y=self.top + self.size.height - 1, animate=False)
