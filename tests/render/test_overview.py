"""The first screen of a page: panels, what has room on them, and what is counted instead."""

import pytest

from careercli.render.blocks import Document, Gauge, Gist, Hint, Overview, Panel, Paragraph, line
from careercli.render.terminal import render
from careercli.screen import Screen

NAMES = tuple(line(name) for name in ("alpha", "a rather long second item", "gamma", "delta"))
BAR = Gauge((0.0, "0"), (100.0, "100"), low=25.0, middle=50.0, high=75.0)


def drawn(*panels: Panel, width: int = 80, ascii_only: bool = False) -> list[str]:
    """Return the rows of an overview."""
    document = Document(None, (), Overview(panels, Hint("Further", "careers more x")))
    segments = render(document, Screen(width, True, False, ascii_only)).segments
    return "".join(part.text for part in segments).rstrip("\n").split("\n")


def panel(*blocks: Gauge | Gist | Paragraph, asides: tuple[str, ...] = ()) -> Panel:
    """Return a panel with these lines."""
    return Panel("Title", asides, blocks)


def body(block: Gauge | Gist | Paragraph, width: int = 80) -> list[str]:
    """Return the rows of one block without the sides of its frame."""
    rows = drawn(panel(block), width=width)
    return [row.strip("│ ") for row in rows[1:-1]] if width >= 60 else rows[1:]


def test_panels_share_the_lines_between_them() -> None:
    """One frame, with a line for each title and the commands that lead on in the last."""
    rows = drawn(panel(Paragraph(line("one"))), panel(Paragraph(line("two"))))
    assert [row[0] + row[-1] for row in rows] == ["╭╮", "││", "├┤", "││", "╰╯"]
    assert rows[2].startswith("├─ Title ─")
    assert rows[-1].startswith("╰─ careers more x ─")
    assert {len(row) for row in rows} == {80}


@pytest.mark.parametrize("count, rows", [(2, 3), (3, 5), (4, 5)])
def test_two_by_two_where_there_is_room(count: int, rows: int) -> None:
    """Side by side from 100 columns on, and the line between two ends in the frame."""
    found = drawn(*[panel(Paragraph(line("x")))] * count, width=100)
    assert len(found) == rows
    assert {len(row) for row in found} == {100}
    assert found[0].count("┬") == 1
    assert found[2].count({2: "┴", 3: "┴", 4: "┼"}[count]) == 1


def test_a_narrow_screen_has_rules_in_place_of_frames() -> None:
    """The commands are left to the page below."""
    rows = drawn(panel(Paragraph(line("one"))), width=40)
    assert rows[0] == "─ Title " + "─" * 32
    assert rows[1:] == ["one"]


def test_it_is_no_wider_than_the_eye_takes_in() -> None:
    """However wide the screen is."""
    assert {len(row) for row in drawn(panel(BAR), width=300)} == {160}


@pytest.mark.parametrize("width, aside", [(80, "long long long"), (24, "short"), (15, "")])
def test_the_longest_aside_that_fits_is_shown(width: int, aside: str) -> None:
    """None where not even the shortest has room."""
    head = drawn(panel(Paragraph(line("x")), asides=("long long long", "short")), width=width)[0]
    assert " ".join(head.strip("╭╮").replace("─", " ").split()) == f"Title {aside}".strip()


def test_what_has_no_room_is_counted() -> None:
    """An item that is too long is passed over for one that fits; all others are in the number."""
    assert body(Gist("Label", NAMES, "and {count} more"), 40) == [
        "Label  alpha · gamma · delta and 1 more"
    ]
    (whole,) = body(Gist("Label", NAMES, "and {count} more"))
    assert whole == "Label  alpha · a rather long second item · gamma · delta"


def test_the_number_is_short_where_the_words_would_break_the_line() -> None:
    """A first item that fills its line leaves room for a sign."""
    gist = Gist("Label", (line("x" * 29), *NAMES), "and {count} more")
    assert body(gist, 40) == [f"Label  {'x' * 29} +4"]


def test_without_a_word_for_the_rest_it_is_left_out() -> None:
    """The page below has it."""
    assert body(Gist("", NAMES), 40) == ["alpha · a rather long second item ·", "gamma · delta"]
    (row,) = body(Gist("", (*NAMES, line("z" * 70))))
    assert row == "alpha · a rather long second item · gamma · delta"


def test_what_is_spare_is_not_on_a_narrow_screen() -> None:
    """It is there on a wider one."""
    spare = Gist("Label", NAMES[:1], "and {count} more", spare=True)
    assert body(spare, 40) == []
    assert body(spare, 60) == ["Label  alpha"]


def test_a_range_lies_between_its_ends() -> None:
    """From its low to its high end, with the middle on it."""
    (row,) = body(BAR)
    axis = row.removeprefix("0 ").removesuffix(" 100")
    low, middle, high = axis.index("█"), axis.index("┃"), axis.rindex("█")
    size = len(axis) - 1
    assert [round(at / size, 2) for at in (low, middle, high)] == pytest.approx(
        [0.25, 0.5, 0.75], abs=0.02
    )


@pytest.mark.parametrize("high", [None, 150.0])
def test_what_goes_on_beyond_the_axis_has_an_arrow(high: float | None) -> None:
    """Whether its end is not known or too far off."""
    (row,) = body(BAR._replace(high=high))
    assert row.endswith("█▶ 100")


def test_letters_that_meet_stand_side_by_side() -> None:
    """In the order of their values, and none is lost."""
    points = ((0.5, "B"), (0.501, "C"), (0.499, "A"), (0.0, "Z"), (1.0, "X"), (0.999, "W"))
    (row,) = body(Gauge((0.0, "0"), (1.0, "1"), letters=points))
    assert row.startswith("0 Z")
    assert "·ABC·" in row
    assert row.endswith("WX 1")


def test_letters_are_dots_where_nothing_explains_them() -> None:
    """On a narrow screen, with what they say on the line below."""
    gauge = Gauge((0.0, "0"), (1.0, "1"), letters=((0.2, "A"),), words=line("higher than most"))
    axis, words = body(gauge, 40)
    assert "A" not in axis
    assert "●" in axis
    assert words == "higher than most"


def test_in_ascii_nothing_else_is_drawn() -> None:
    """Frames, bars and dots have other signs there."""
    rows = drawn(panel(BAR, Gist("Label", NAMES[:1])), ascii_only=True)
    assert "".join(rows).isascii()
    assert "|====" in "".join(rows) or "=|=" in "".join(rows)
