"""What the parts of a drawn page ask of the page: texts as wide as they may be, and its signs."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from rich.text import Text

from careercli.render.blocks import Line
from careercli.render.signs import Signs


class Canvas(Protocol):
    """The page of ``render/terminal.py``, as its parts know it."""

    signs: Signs

    def text(self, spans: Line) -> Text:
        """Return a line as Text."""
        ...

    def plain(self, text: str, style: str = "") -> Text:
        """Return a text of one meaning as Text."""
        ...

    def wrapped(self, text: Text, width: int) -> list[Text]:
        """Return a text in lines."""
        ...

    def beside(
        self, left: Text, right: Text, column: int, width: int, gap: int = 2
    ) -> Iterator[Text]:
        """Yield two texts side by side."""
        ...

    def facts(
        self, rows: Sequence[tuple[str, Line]], width: int, labels: int = 0
    ) -> Iterator[Text]:
        """Yield labels with what they say."""
        ...
