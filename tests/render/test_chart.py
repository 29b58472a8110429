"""A table with bars among its columns, as it is drawn, and as it is said where nothing is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.render import markdown, plain
from careercli.render.blocks import Chart, Document, Mark, Rest, Scale, Section, Table, line, span
from careercli.render.chart import LEAST_BAR, MOST_BAR, column_of
from careercli.render.columns import GAP, widths
from careercli.render.terminal import render
from careercli.screen import Screen

RANGES = ((20.0, 40.0), (None, None), (60.0, 100.0))
TICKS = ((0.0, "0"), (50.0, "50"), (100.0, "100"))
SCALE = Scale("bar", 0.0, 100.0, TICKS, tuple(Mark("", (), low, high) for low, high in RANGES))
BRIEF = Table(
    ("Role", "Pay", "Asks", "AI"),
    (
        (line("Baker of bread and rolls"), line("20–40"), line("mbo 2"), line("0.1")),
        (line("Smith"), line("–"), line("hbo"), line("0.2")),
        (line("Head of a school"), line("60–100"), line("wo"), line("0.33")),
    ),
    frozenset({3}),
)
WHOLE = Table(("Role", "In words"), tuple((row[0], line("much")) for row in BRIEF.rows))
CHART = Chart(WHOLE, BRIEF, at=2, stay=2, head="in euros", scale=SCALE, key=line("a key"))


def drawn(chart: Chart, width: int, ascii_only: bool = False) -> list[str]:
    """Return the lines of a chart on a terminal this wide."""
    document = Document(None, (Section("key", "Title", (chart, Rest(line("2 of 3.")))),))
    screen = Screen(width, boxes=True, color=False, ascii_only=ascii_only)
    return "".join(part.text for part in render(document, screen).segments).splitlines()


def test_bars_stand_between_their_figures_and_the_rest() -> None:
    """Under heads and ticks, on one axis, empty for an unknown range; what is left out follows."""
    assert drawn(CHART, 66) == [
        "Role                      Pay     in euros             Asks     AI",
        "                                  0       50      100",
        "─" * 66,
        "Baker of bread and rolls  20–40   ····████···········  mbo 2   0.1",
        "Smith                     –                            hbo     0.2",
        "Head of a school          60–100  ···········████████  wo     0.33",
        "a key",
        "2 of 3.",
    ]


def test_a_chart_in_ascii() -> None:
    """It says the same."""
    rows = drawn(CHART, 66, ascii_only=True)
    assert all(row.isascii() for row in rows)
    assert "....====" in rows[3]


@pytest.mark.parametrize(
    "width, heads",
    [
        (64, ["Role", "Pay", "in euros", "Asks", "AI"]),
        (56, ["Role", "Pay", "in euros", "Asks"]),
        (50, ["Role", "Pay", "in euros"]),
        (44, ["Role", "Pay, in", "Asks", "AI"]),
        (36, ["Role", "Pay, in"]),
    ],
)
def test_the_last_columns_go_first(width: int, heads: list[str]) -> None:
    """Then the bars, whose unit the column before them then has, as far as that fits on a line."""
    cells = drawn(CHART, width)[0].split("  ")
    assert [cell.strip() for cell in cells if cell.strip()] == heads


def test_without_room_for_the_first_columns_it_is_facts() -> None:
    """Of the whole table."""
    assert drawn(CHART, 12)[:3] == ["Baker of", "bread and", "rolls"]
    assert "  In words:" in drawn(CHART, 12)


def test_without_a_range_there_is_no_axis() -> None:
    """The columns have the room alone."""
    rows = drawn(CHART._replace(scale=None), 80)
    assert rows[0].split() == ["Role", "Pay,", "in", "euros", "Asks", "AI"]
    assert "█" not in "".join(rows)


@given(st.integers(20, 300))
def test_no_line_of_a_chart_is_too_long(width: int) -> None:
    """At any width, and the bars neither too short nor too long to be read."""
    rows = drawn(CHART, width)
    assert max(map(len, rows)) <= width
    for row in rows:
        for part in row.split("  "):
            if "█" in part:
                assert LEAST_BAR <= len(part.strip()) <= MOST_BAR


WORDS = st.text("abc ", min_size=1, max_size=40)


@given(
    st.lists(st.lists(WORDS, min_size=2, max_size=4), min_size=1, max_size=5), st.integers(1, 90)
)
def test_no_column_is_narrower_than_its_longest_word(texts: list[list[str]], room: int) -> None:
    """If they fit at all, they take no more than the room, and all of it if they need it."""
    columns = [column_of(*column) for column in texts]
    gaps = GAP * (len(columns) - 1)
    found = widths([c.whole for c in columns], [c.least for c in columns], room - gaps)
    assert bool(found) is (sum(column.least for column in columns) + gaps <= room)
    if found:
        whole = sum(column.whole for column in columns)
        assert sum(found) + gaps == min(room, whole + gaps)
        for width, column in zip(found, texts, strict=True):
            assert width >= max(len(word) for text in column for word in text.split(" "))


def test_columns_as_wide_as_each_other_give_as_much() -> None:
    """None is cut for the others' sake."""
    assert widths([30] * 3, [10] * 3, 60) == [20, 20, 20]


def test_where_nothing_is_drawn_it_is_a_table() -> None:
    """With everything in words, and the rest below it."""
    blocks = (CHART, Rest(line("2 of 3. ", span("More", "command"))))
    document = Document(None, (Section("key", "", blocks),))
    screen = Screen(80, boxes=False, color=False, ascii_only=False)
    assert plain.render(document, screen).splitlines()[-2:] == [
        "Head of a school          much",
        "2 of 3. More",
    ]
    assert markdown.render(document, screen).endswith(
        "| Head of a school | much |\n\n2 of 3. More\n"
    )
