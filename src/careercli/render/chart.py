"""A chart on a terminal: which columns there is room for, how wide, and the bars among them."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from careercli.render.blocks import Chart, Gist, text_of
from careercli.render.columns import GAP, widths
from careercli.render.overview import gist_lines

if TYPE_CHECKING:
    from rich.text import Text  # noqa: TID251 - a name only

    from careercli.render.terminal import _Page

COMFORT = 22  # what a column of words keeps, so that few of its cells are folded
LEAST_BAR = 16  # a shorter axis says nothing
INDENT = 2  # columns of what stands under a row
MOST_BAR = 60  # a longer one takes the eye from the words behind it


def lines(chart: Chart, page: "_Page", width: int) -> Iterator["Text"]:
    """Yield columns with bars among them, as many as fit; facts where not even the first ones do.

    Without bars their head stands with the column before them, since it has the unit.
    """
    heads, at = list(chart.brief.heads), chart.at
    given = _beside_bars(chart, heads, width) if chart.scale else []
    barred = bool(given)
    if not barred:
        heads[at - 1] += f", {chart.head}" if chart.worded else ""
        given = _first_that_fits(_columns(chart, heads), chart.stay, width)
    if not given:
        yield from _as_facts(chart, page, width)
        return
    rows = [[page.plain(head, "label") for head in heads]]
    rows += [[page.text(cell) for cell in row] for row in chart.brief.rows]
    right = chart.brief.right
    if chart.scale and barred:
        rows.insert(1, [page.plain("")] * len(heads))
        bars = [page.plain(chart.head, "label"), *page.bars(chart.scale, given[at])]
        rows = [[*row[:at], bar, *row[at:]] for row, bar in zip(rows, bars, strict=True)]
        right = frozenset(i + (i >= at) for i in right)
    heads_end = len(rows) - len(chart.brief.rows)
    for i, row in enumerate(rows):
        if i == heads_end:
            yield page.rule(given)
        yield from page.cells(row[: len(given)], given, right)
        if i >= heads_end:
            yield from _below(chart, i - heads_end, page, width)
    yield from page.wrapped(page.text(chart.key), width) if chart.key else ()


def _as_facts(chart: Chart, page: "_Page", width: int) -> Iterator["Text"]:
    """Yield each row in words, where there is no room for columns."""
    if not chart.below:
        yield from page.table(chart.table, width)
        return
    for place, row in enumerate(chart.table.rows):
        yield from page.rows_as_facts(chart.table._replace(rows=(row,)), width)
        yield from _below(chart, place, page, width)


def _below(chart: Chart, row: int, page: "_Page", width: int) -> Iterator["Text"]:
    """Yield what is said under a row, a little further in."""
    room = width - INDENT
    for block in chart.below[row] if chart.below else ():
        if isinstance(block, Gist):
            lines = _gist(block, page, room)
        else:
            lines = iter(page.wrapped(page.text(block.spans), room))
        yield from (page.plain(" " * INDENT).append_text(line) for line in lines)


def _gist(gist: Gist, page: "_Page", room: int) -> Iterator["Text"]:
    """Yield a label with the items that fit beside it; below it if that leaves no room for one."""
    label = f"{gist.label} · " if gist.label else ""
    first = len(text_of(gist.items[0])) + len(gist.rest)
    if len(label) + first <= room:
        yield from gist_lines(gist._replace(label=label), page, room, len(label))
    else:
        yield from page.wrapped(page.plain(gist.label, "label"), room)
        yield from gist_lines(gist._replace(label=""), page, room, 0)


class Column(NamedTuple):
    """How wide a column is where there is room, and how narrow it may become."""

    whole: int
    least: int


def column_of(head: str, *cells: str) -> Column:
    """Return the column that holds these texts: no narrower than its longest word.

    Of short cells none is folded; a head may be folded at any space.
    """
    whole = max(map(len, cells), default=0)
    words = [len(word) for text in (head, *cells) for word in text.split(" ")]
    return Column(max(whole, len(head)), max(min(whole, COMFORT), *words))


def _free(columns: Sequence[object], room: int) -> int:
    """Return what is left of a room for columns when there are gaps between them."""
    return room - GAP * (len(columns) - 1)


def _columns(chart: Chart, heads: Sequence[str]) -> list[Column]:
    texts = zip(heads, *(map(text_of, row) for row in chart.brief.rows), strict=True)
    return [column_of(*column) for column in texts]


def _first_that_fits(columns: Sequence[Column], stay: int, room: int) -> list[int]:
    """Return the widths of as many columns as fit, if those that ``stay`` do."""
    for kept in range(len(columns), stay - 1, -1):
        whole, least = zip(*columns[:kept], strict=True)
        if given := widths(whole, least, _free(whole, room)):
            return given
    return []


def _beside_bars(chart: Chart, heads: Sequence[str], room: int) -> list[int]:
    """Return the same with a bar among them, which takes what room is left."""
    columns, least = _columns(chart, heads), max(LEAST_BAR, room // 4)
    columns.insert(chart.at, Column(least, least))
    given = _first_that_fits(columns, chart.stay + 1, room)
    if given:
        given[chart.at] = min(MOST_BAR, least + _free(given, room) - sum(given))
    return given
