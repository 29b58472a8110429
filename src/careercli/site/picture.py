"""Draw what a page says at a glance, as the picture that stands beside a link to it.

1200 by 630, as Open Graph wants it: the colours of the stylesheet on its paper. Letters come
with the font that is installed beside it, so the same card gives the same bytes.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from itertools import accumulate

from PIL import Image, ImageChops, ImageDraw, ImageFont

from careercli.render.blocks import Gauge, Line, line, span
from careercli.render.html import stylesheet
from careercli.site.card import Card

WIDE, TALL = 1200, 630
MARGIN = 72
ROOM = WIDE - 2 * MARGIN
SMALL, TEXT, AMOUNTS, NO_AMOUNTS = 22, 30, 56, 40
"""Sizes of letters: the small print, what is said, the pay, and that there is none."""
TITLE = range(88, 31, -2)
"""Sizes of a title: the first in which it has room."""
LINES = 4
"""That many of a title at most."""
LEADING = 1.16
"""From line to line of a title, in its size."""
INKS = ("ink", "soft", "line", "accent", "range", "middle", "up", "down")
"""Those colours of the stylesheet that are drawn with."""
LEVELS = 3
"""Steps from the paper to an ink: the edges of letters are soft."""
LOOKS = {
    "value": ("Semibold", "ink"),
    "title": ("Semibold", "ink"),
    "trend.growing": ("Semibold", "up"),
    "trend.stable": ("Semibold", "ink"),
    "trend.shrinking": ("Semibold", "down"),
    "muted": ("Regular", "soft"),
    "note": ("Regular", "soft"),
    "badge": ("Regular", "soft"),
    "home": ("Semibold", "accent"),
}
"""Weight and ink of each meaning; what is not here is plain text."""
PLAIN = ("Regular", "ink")


def picture(card: Card) -> bytes:
    """Return a card drawn, as a PNG file; the title has the room that everything else leaves."""
    sheet = _Sheet()
    sheet.box("accent", 0, 0, WIDE, 12)
    sheet.write(card.kind, 44, TEXT)
    bottom = _foot(sheet, card.sources)
    bottom = _facts(sheet, card.facts, bottom)
    bottom = _pay(sheet, card, bottom)
    _title(sheet, card.title, 88, bottom - 12)
    return sheet.saved()


@cache
def font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    """Return the font of a weight, Semibold or Regular, in a size."""
    path = files("font_source_sans_pro").joinpath("files", f"SourceSansPro-{weight}.ttf")
    # The other engine is there on some computers only, and sets letters otherwise.
    basic = ImageFont.Layout.BASIC
    return ImageFont.truetype(BytesIO(path.read_bytes()), size, layout_engine=basic)


@cache
def _palette() -> list[int]:
    """Return the paper, then each ink in steps, as the light stylesheet has them."""
    found = dict(re.findall(r"--(\w+): #(\w+);", stylesheet().partition("@media")[0]))
    paper = _rgb(found["paper"])
    mixed = list(paper)
    for ink in INKS:
        for level in range(1, LEVELS + 1):
            share = level / LEVELS
            pairs = zip(paper, _rgb(found[ink]), strict=True)
            mixed += [round(start + share * (end - start)) for start, end in pairs]
    return mixed


def _rgb(digits: str) -> tuple[int, int, int]:
    """Return the three parts of a colour: of d5d9dc, or of fff."""
    whole = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    red, green, blue = (int(whole[place : place + 2], 16) for place in (0, 2, 4))
    return red, green, blue


@cache
def _steps(ink: str) -> list[int]:
    """Return for each share of an ink, 0 to 255, its place in the palette."""
    first = INKS.index(ink) * LEVELS
    levels = (round(share * LEVELS / 255) for share in range(256))
    return [first + level if level else 0 for level in levels]


class _Sheet:
    """The paper, and what draws on it: each dot is a place in the palette."""

    def __init__(self) -> None:
        self._image = Image.new("L", (WIDE, TALL))
        self._draw = ImageDraw.Draw(self._image)

    def box(self, ink: str, left: float, top: int, width: float, height: int) -> None:
        """Fill a box."""
        end = (round(left + width) - 1, top + height - 1)
        self._draw.rectangle(((round(left), top), end), fill=_steps(ink)[255])

    def write(self, spans: Line, top: int, size: int, left: float = MARGIN) -> None:
        """Write a line, each meaning in its look; ``top`` is that of the line's full height."""
        for part in spans:
            weight, ink = LOOKS.get(part.style, PLAIN)
            self.stamp(_run(part.text, weight, size, ink), round(left), top)
            left += _length(part.text, weight, size)

    def stamp(self, drawn: Image.Image, left: int, top: int) -> None:
        """Put on the paper what was drawn in places of the palette."""
        box = (left, top, left + drawn.width, top + drawn.height)
        # The paper is 0, so that letters whose boxes overlap leave one another whole.
        self._image.paste(ImageChops.lighter(self._image.crop(box), drawn), box)

    def saved(self) -> bytes:
        """Return the sheet as a PNG file."""
        self._image.putpalette(_palette())
        written = BytesIO()
        self._image.save(written, "PNG", optimize=False, compress_level=6)
        return written.getvalue()


@lru_cache(maxsize=200)  # many runs stand on every page
def _run(text: str, weight: str, size: int, ink: str) -> Image.Image:
    """Return a run of letters, drawn in places of the palette."""
    face = font(weight, size)
    drawn = Image.new("L", (round(face.getlength(text)) + 4, sum(face.getmetrics())))
    ImageDraw.Draw(drawn).text((0, 0), text, fill=255, font=face)
    return drawn.point(_steps(ink))


@lru_cache(maxsize=50_000)  # the same words stand on many pages
def _length(text: str, weight: str, size: int) -> float:
    return font(weight, size).getlength(text)


def _width(spans: Line, size: int) -> float:
    return sum(_length(part.text, LOOKS.get(part.style, PLAIN)[0], size) for part in spans)


def _fitting(spans: Line, size: int, room: float = ROOM) -> int:
    """Return the largest size up to this one in which a line has room."""
    width = _width(spans, size)
    size = size if width <= room else int(size * room / width)
    # Small letters are a little wider than their size says: they keep to whole dots.
    while size > 1 and _width(spans, size) > room:
        size -= 1
    return max(1, size)


def _foot(sheet: _Sheet, sources: str) -> int:
    """Write the small print, and who made it; return where these begin."""
    top = TALL - 64
    name = (span("careers", "home"),)
    left = WIDE - MARGIN - _width(name, TEXT)
    sheet.write(name, top - 8, TEXT, left)
    sheet.stamp(_icon(), round(left) - 44, top - 4)
    said = (span(sources, "note"),)
    sheet.write(said, top, _fitting(said, SMALL, left - 64 - MARGIN))
    sheet.box("line", MARGIN, top - 20, ROOM, 2)
    return top - 20


@cache
def _icon() -> Image.Image:
    """Return the steps of the site's icon, drawn large and made small: its edges are soft."""
    scale, side = 16, 32
    large = Image.new("L", (16 * scale, 16 * scale))
    draw = ImageDraw.Draw(large)
    draw.rounded_rectangle(((0, 0), (16 * scale - 1, 16 * scale - 1)), 3 * scale, fill=255)
    for left, top, right, bottom in (
        *((2, 9, 4, 12), (2, 8, 7, 10), (5, 5, 7, 10), (5, 5, 10, 7)),
        *((8, 2, 10, 7), (8, 2, 13, 4)),
    ):
        ends = (right * scale - 1, bottom * scale - 1)
        draw.rectangle(((left * scale, top * scale), ends), fill=0)
    return large.resize((side, side), Image.Resampling.BOX).point(_steps("accent"))


def _facts(sheet: _Sheet, rows: Sequence[tuple[Line, ...]], bottom: int) -> int:
    """Write outlook and diploma, a row each; return where they begin."""
    step = 40
    top = bottom - 24 - step * len(rows)
    for place, items in enumerate(rows):
        said = _row(items, TEXT)
        sheet.write(said, top + place * step, _fitting(said, TEXT))
    return top


def _row(items: Iterable[Line], size: int) -> Line:
    """Return as many items of a row as have room, the first in any case."""
    first, *rest = items
    dot = span(" · ", "muted")
    rows = list(accumulate(rest, lambda row, item: (*row, dot, *item), initial=first))
    return next((row for row in reversed(rows) if _width(row, size) <= ROOM), first)


def _pay(sheet: _Sheet, card: Card, bottom: int) -> int:
    """Draw the pay, with its bar if there is one, and whose it is; return where it begins."""
    remarks = bottom - 24 - 40 * len(card.remarks)
    for place, said in enumerate(card.remarks):
        sheet.write(said, remarks + 40 * place, _fitting(said, TEXT))
    bar = remarks - 66 if card.bar else remarks - 8
    if card.bar:
        _bar(sheet, card.bar, bar)
    return _amounts(sheet, card, bar - 10)


def _amounts(sheet: _Sheet, card: Card, bottom: int) -> int:
    """Write the amounts and per what they are, or that there are none; return where they begin."""
    per = line(*(part._replace(style="muted") for part in card.per))
    size = _fitting(card.pay, AMOUNTS if per else NO_AMOUNTS, ROOM - _width(per, TEXT) - 24)
    top = bottom - round(1.3 * size)
    sheet.write(card.pay, top, size)
    if per:
        sheet.write(per, top + _drop(size, TEXT), TEXT, MARGIN + _width(card.pay, size) + 24)
    return top


def _drop(large: int, small: int) -> int:
    """Return how much lower small letters begin to stand on one line with large ones."""
    return font("Regular", large).getmetrics()[0] - font("Regular", small).getmetrics()[0]


def _bar(sheet: _Sheet, gauge: Gauge, top: int) -> None:
    """Draw a range on its track between the ends of the scale, with its middle."""
    start, end = gauge.start[0], gauge.end[0]

    def at(value: float) -> float:
        return MARGIN + ROOM * max(0.0, min(1.0, (value - start) / (end - start)))

    sheet.box("line", MARGIN, top, ROOM, 20)
    if gauge.low is not None:
        right = at(end if gauge.high is None else gauge.high)
        sheet.box("range", at(gauge.low), top, max(8.0, right - at(gauge.low)), 20)
    if gauge.middle is not None:
        sheet.box("middle", at(gauge.middle) - 4, top, 8, 20)
    low, high = ((span(label, "muted"),) for _value, label in (gauge.start, gauge.end))
    sheet.write(low, top + 23, SMALL)
    sheet.write(high, top + 23, SMALL, WIDE - MARGIN - _width(high, SMALL))


def _title(sheet: _Sheet, title: str, top: int, bottom: int) -> None:
    """Write the title as large as it has room for between two heights."""
    size, rows = fitted(title, bottom - top)
    for place, row in enumerate(rows):
        said = line(span(row, "title"))
        sheet.write(said, top + round(place * size * LEADING), _fitting(said, size))


def fitted(title: str, room: int) -> tuple[int, list[str]]:
    """Return the size in which a title has room in a height, and its lines.

    One that has no room in the smallest is cut.
    """
    for size in TITLE:
        rows = _wrapped(title, size)
        widest = max(_length(row, "Semibold", size) for row in rows)
        if len(rows) * size * LEADING <= room and len(rows) <= LINES and widest <= ROOM:
            return size, rows
    least = TITLE[-1]
    rows = _wrapped(title, least)
    shown = max(1, min(LINES, int(room / (least * LEADING))))
    return least, rows if len(rows) <= shown else [*rows[: shown - 1], f"{rows[shown - 1]}…"]


def _wrapped(text: str, size: int) -> list[str]:
    """Return a text in lines that have room, broken between words."""
    rows: list[str] = []
    width, gap = 0.0, _length(" ", "Semibold", size)
    for word in text.split():
        longer = width + gap + _length(word, "Semibold", size)
        if rows and longer <= ROOM:
            rows[-1], width = f"{rows[-1]} {word}", longer
        else:
            rows.append(word)
            width = _length(word, "Semibold", size)
    return rows
