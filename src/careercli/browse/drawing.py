"""Pages as a terminal draws them, in lines of which the links are known."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from careercli.render import laid_out, terminal
from careercli.render.blocks import Span
from careercli.screen import Screen

_ROLE = "role:"


class Link(NamedTuple):
    """Where something stands that can be followed: a role by its slug, or an address."""

    row: int
    start: int
    end: int
    target: str

    @property
    def slug(self) -> str | None:
        """The slug of the role; None of an address."""
        return self.target.removeprefix(_ROLE) if self.target.startswith(_ROLE) else None


class Drawn(NamedTuple):
    """A page in lines."""

    lines: tuple[Strip, ...] = ()
    links: tuple[Link, ...] = ()


def drawn(page: Any, screen: Screen, style: Mapping[str, Any], **choices: Any) -> Drawn:
    """Return a page as wide as the screen at the most; ``choices`` are its layout's own."""
    rows = terminal.rows(_linked(laid_out(page, screen, lambda: style, **choices)), screen)
    links = [link for place, row in enumerate(rows) for link in _links(row, place)]
    return Drawn(tuple(Strip(map(_bare, row)) for row in rows), tuple(_whole(links)))


def _linked(value: Any) -> Any:
    """Return a document in which the name of a role is a link to it."""
    if isinstance(value, Span):
        return value._replace(link=f"{_ROLE}{value.role}") if value.role else value
    if isinstance(value, tuple):
        parts = [_linked(part) for part in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return value


def _links(row: list[Segment], place: int) -> Iterator[Link]:
    column = 0
    for segment in row:
        end = column + segment.cell_length
        if segment.style and segment.style.link:
            yield Link(place, column, end, segment.style.link)
        column = end


def _whole(links: list[Link]) -> Iterator[Link]:
    """Yield links, of those that are parts of one name on a line one."""
    before: Link | None = None
    for link in links:
        if before and (before.row, before.end, before.target) == (
            link.row,
            link.start,
            link.target,
        ):
            before = before._replace(end=link.end)
            continue
        if before:
            yield before
        before = link
    if before:
        yield before


def _bare(segment: Segment) -> Segment:
    """Return a segment of which a link to a role is none that the terminal would follow."""
    style = segment.style
    if style and style.link and style.link.startswith(_ROLE):
        return Segment(segment.text, style.update_link(None) + Style(underline=True))
    return segment
