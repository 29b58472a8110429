"""A page as the terminal draws it, as a picture: small, with no font to fetch, light or dark.

It follows what the reader's system prefers; the letters are any monospaced ones that are there.
"""

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from careercli.render import terminal
from careercli.render.blocks import Document, text_of
from careercli.screen import Screen

if TYPE_CHECKING:
    from rich.segment import Segment  # noqa: TID251 - a name only
    from rich.style import Style  # noqa: TID251 - likewise

WIDE, TALL = 8.4, 18  # of a cell, in units of the picture
MARGIN = 12
LOOKS = """
text { font: 14px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre;
  fill: #1b1d1f; }
.paper { fill: #ffffff; }
.bold { font-weight: 700; }
.dim { fill: #5f666c; }
.cyan { fill: #00637c; }
.green { fill: #1b6b2f; }
.magenta { fill: #9c1d7a; }
.blue { fill: #1f4fbf; }
.red { fill: #a3261b; }
.back { fill: #00637c; }
.reverse { fill: #ffffff; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6e8ea; }
  .paper { fill: #16181a; }
  .dim { fill: #a6adb3; }
  .cyan { fill: #6cc7de; }
  .green { fill: #7fcf93; }
  .magenta { fill: #ee8fd0; }
  .blue { fill: #8fb4ff; }
  .red { fill: #f09a8f; }
  .back { fill: #6cc7de; }
  .reverse { fill: #16181a; }
}
"""


def render(document: Document, screen: Screen) -> str:
    """Return the drawn page as an SVG picture, as wide as the screen."""
    rows = terminal.rows(document, screen._replace(boxes=True, color=True, ascii_only=False))
    columns = max((sum(segment.cell_length for segment in row) for row in rows), default=0)
    width, height = 2 * MARGIN + columns * WIDE, 2 * MARGIN + len(rows) * TALL
    title = escape(text_of(document.headline.title)) if document.headline else "careers"
    body = "".join(part for place, row in enumerate(rows) for part in _drawn(row, place))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.5g} {height}" role="img" '
        f'aria-label="{title}">\n<title>{title}</title>\n<style>{LOOKS}</style>\n'
        f'<rect class="paper" width="100%" height="100%" rx="8"/>\n{body}</svg>\n'
    )


def _drawn(row: "list[Segment]", place: int) -> Iterator[str]:
    """Yield what stands in a line, each run at its own column, so that none moves another."""
    column = 0
    top = MARGIN + place * TALL
    for segment in row:
        cells = segment.cell_length
        left, length = MARGIN + column * WIDE, cells * WIDE
        column += cells
        if not segment.text.strip():
            continue
        names = _names(segment.style)
        if "reverse" in names:
            place_of = f'x="{left:.5g}" y="{top}" width="{length:.5g}" height="{TALL}"'
            yield f'<rect class="back" {place_of}/>\n'
        looks = f' class="{" ".join(names)}"' if names else ""
        yield (
            f'<text x="{left:.5g}" y="{top + 14}" textLength="{length:.5g}"{looks}>'
            f"{escape(segment.text)}</text>\n"
        )


def _names(style: "Style | None") -> list[str]:
    """Return the classes of a style: its colour, and whether it is bold, dim or turned round."""
    if style is None:
        return []
    told = [name for name in ("bold", "dim", "reverse") if getattr(style, name)]
    if style.color and "reverse" not in told and "dim" not in told:
        told.append(style.color.name)
    return told
