"""What a page consists of, by meaning: a renderer decides how each of these looks.

Texts are in the reader's language and sanitize already; styles are meanings
(``label``, ``note``, ``muted`` ...) that a theme gives colours to.
"""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from careercli.names import sanitize


class Span(NamedTuple):
    """A run of text with one meaning, and maybe a link, or the slug of the role that it names."""

    text: str
    style: str = ""
    link: str | None = None
    role: str | None = None


Line = tuple[Span, ...]


def span(text: str, style: str = "", link: str | None = None) -> Span:
    """Return a span whose text cannot steer the terminal; links other than http(s) are dropped."""
    safe = link if link and link.startswith(("http://", "https://")) else None
    return Span(sanitize(text), style, safe)


class Named(Protocol):
    """A role, in whatever record a page has it."""

    @property
    def slug(self) -> str:
        """Its slug."""
        ...

    @property
    def title(self) -> str:
        """Its title."""
        ...


def role_span(role: Named, style: str = "role", text: str | None = None) -> Span:
    """Return the name of a role, or ``text`` for it, as a span that a renderer may link."""
    return span(role.title if text is None else text, style)._replace(role=role.slug)


def line(*parts: str | Span) -> Line:
    """Return a line of texts and spans; empty parts are left out."""
    spans = (span(part) if isinstance(part, str) else part for part in parts)
    return tuple(part for part in spans if part.text)


def text_of(spans: Iterable[Span]) -> str:
    """Return the bare text of a line."""
    return "".join(part.text for part in spans)


class Headline(NamedTuple):
    """The name of the page, what sort of thing it is, and what a reader wants to know first.

    ``badges`` say what sort of thing, the longest first: the first that fits beside the title is
    shown, else the longest below it.
    """

    title: Line
    badges: tuple[Line, ...] = ()
    lines: tuple[Line, ...] = ()


class Paragraph(NamedTuple):
    """Running text."""

    spans: Line


class Hint(NamedTuple):
    """What a command shows, and the command; only somebody at a prompt can use it."""

    what: str
    command: str

    @property
    def spans(self) -> Line:
        """What and command as running text."""
        return line(span(f"{self.what}: ", "muted"), span(self.command, "command"))


class Subhead(NamedTuple):
    """A heading inside a section, and ``more`` that is said beside it."""

    text: str
    more: Line = ()


class Facts(NamedTuple):
    """Labels with what they say."""

    rows: tuple[tuple[str, Line], ...]


class Definitions(NamedTuple):
    """What may be typed, each with what it means: commands, options, words."""

    rows: tuple[tuple[Line, Line], ...]


class Bullets(NamedTuple):
    """A list of short lines."""

    items: tuple[Line, ...]


class Entry(NamedTuple):
    """One of a list of things that take more than a line: its name, and what is said of it."""

    head: Line
    lines: tuple[Line, ...]


class Mark(NamedTuple):
    """One row of a scale: from low to high, with a mark, and the figures in words.

    ``low`` is None where there is nothing to draw; without ``high`` it runs on upwards.
    """

    label: str
    words: Line
    low: float | None = None
    high: float | None = None
    mark: float | None = None

    @property
    def open_ended(self) -> bool:
        """Whether the range has a beginning and no end."""
        return self.low is not None and self.high is None


class Scale(NamedTuple):
    """Rows drawn on one axis. ``look`` is "bar" (ranges of pay) or "dot" (scores)."""

    look: str
    start: float
    end: float
    ticks: tuple[tuple[float, str], ...]
    rows: tuple[Mark, ...]


class Node(NamedTuple):
    """A node of a tree."""

    words: Line
    branches: tuple["Node", ...] = ()


class Tree(NamedTuple):
    """A tree without a root: its nodes stand side by side."""

    nodes: tuple[Node, ...]


class Link(NamedTuple):
    """A named link; ``short`` is what a narrow place shows instead of the whole address."""

    name: str
    address: str
    short: str
    note: str = ""

    @property
    def aside(self) -> str:
        """What follows it: the note in brackets."""
        return f" ({self.note})" if self.note else ""


class Links(NamedTuple):
    """Named links, one below the other."""

    items: tuple[Link, ...]


class Notes(NamedTuple):
    """Numbered notes that figures point to."""

    items: tuple[tuple[int, Line], ...]


class Table(NamedTuple):
    """Rows under column heads. ``right`` names the columns with numbers.

    One that ``turns`` reads as well with its rows as columns. Where it is too wide, a row becomes
    a small list of facts headed by its first cell.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    right: frozenset[int] = frozenset()
    turns: bool = False


class Gauge(NamedTuple):
    """One axis to be read from afar, on one line: a range with its middle, or letters on a strip.

    What it shows stands in ``words`` or beside it, so only a screen draws it. ``high`` is None
    for a range that runs on upwards.
    """

    start: tuple[float, str]
    end: tuple[float, str]
    low: float | None = None
    middle: float | None = None
    high: float | None = None
    letters: tuple[tuple[float, str], ...] = ()
    words: Line = ()


class Gist(NamedTuple):
    """A label and its most important items on one line; how many more there are is said.

    ``rest`` is what stands in place of the items that have no room, with ``{count}``; where it
    is empty they are left out, since the page tells them further down. ``spare`` is what a
    narrow screen does without. Where nothing is drawn a ``whole`` one tells them all.
    """

    label: str
    items: tuple[Line, ...]
    rest: str = ""
    spare: bool = False
    whole: bool = False


class Panel(NamedTuple):
    """A part of the overview: title, what its figures are, and a few lines.

    ``asides`` say what the figures are, the longest first: the first that has room is shown.
    """

    title: str
    asides: tuple[str, ...]
    blocks: tuple["Gauge | Gist | Paragraph", ...]


class Overview(NamedTuple):
    """What a page says at a glance, made to fit one screen, and the commands that lead on."""

    panels: tuple[Panel, ...]
    onward: Hint


class Chart(NamedTuple):
    """A table of which a range in each row is drawn on one axis: ``scale`` has a mark a row.

    Where nothing is drawn it is ``table``, with everything in words. Drawn it is ``brief``, with
    the bars under ``head`` as its column ``at``, and ``key``, what its signs are, below. Of its
    columns the first ones ``stay``, and the others as far as there is room. ``scale`` is None where
    no row has a range. The column before the bars is ``worded`` if it has the amounts too. What
    ``below`` says of each row stands on lines of its own under it.
    """

    table: Table
    brief: Table
    at: int
    stay: int
    head: str
    scale: Scale | None
    key: Line = ()
    worded: bool = True
    below: tuple[tuple[Gist | Paragraph, ...], ...] = ()


class Rest(NamedTuple):
    """How much of a list is shown, and how to see the rest: it belongs to what stands above."""

    spans: Line


Block = (
    Paragraph
    | Hint
    | Subhead
    | Facts
    | Definitions
    | Bullets
    | Entry
    | Scale
    | Tree
    | Links
    | Notes
    | Table
    | Chart
    | Rest
)


def stands_apart(before: Block | None, block: Block) -> bool:
    """Return whether an empty line parts a block from the one before it.

    Running text, headings and facts stand apart; whatever a heading is about follows closely.
    """
    if before is None or isinstance(before, Subhead):
        return False
    return isinstance(block, Paragraph | Hint | Subhead | Facts | Scale | Table)


class Section(NamedTuple):
    """A titled part of a page; ``key`` is its name in ``--section``."""

    key: str
    title: str
    blocks: tuple[Block, ...]


class Document(NamedTuple):
    """A page laid out; ``overview`` is its first screen, where it has one."""

    headline: Headline | None
    sections: tuple[Section, ...]
    overview: Overview | None = None
