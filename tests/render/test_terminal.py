"""Blocks as they are drawn on a terminal: what stands where, at which width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment

from careercli.render.blocks import (
    Block,
    Bullets,
    Document,
    Facts,
    Headline,
    Link,
    Links,
    Mark,
    Node,
    Notes,
    Paragraph,
    Scale,
    Section,
    Table,
    Tree,
    line,
    span,
)
from careercli.render.terminal import NARROW, WIDEST, render
from careercli.screen import Screen

TICKS = ((0.0, "0"), (50.0, "50"), (100.0, "100"))
WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"


def parts(document: Document, width: int, ascii_only: bool = False) -> list[Segment]:
    """Return what is drawn of a document on a terminal this wide."""
    screen = Screen(width, boxes=True, color=True, ascii_only=ascii_only)
    return list(render(document, screen).segments)


def drawn(*blocks: Block, width: int = 80, title: str = "", ascii_only: bool = False) -> list[str]:
    """Return the lines of a section; without a title it has no frame."""
    document = Document(None, (Section("key", title, blocks),))
    text = "".join(part.text for part in parts(document, width, ascii_only))
    return text.rstrip("\n").split("\n")


def scale(*rows: Mark, look: str = "bar") -> Scale:
    """Return rows on an axis from 0 to 100."""
    return Scale(look, 0.0, 100.0, TICKS, rows)


def bar(mark: Mark, look: str = "bar", ascii_only: bool = False) -> str:
    """Return just the drawing of one row, which stands between its label and its words."""
    row = drawn(scale(mark, look=look), ascii_only=ascii_only)[0]
    return row.removeprefix(mark.label).removesuffix(mark.words[0].text).strip()


def pay(low: float | None, high: float | None, mark: float | None = None) -> Mark:
    """Return a row of a scale."""
    return Mark("Pay", line("words"), low, high, mark)


# Bars


def test_a_bar_of_everything_reaches_both_ends() -> None:
    """No track is left where a range is as long as its axis."""
    assert set(bar(pay(0, 100))) == {"█"}


@given(st.floats(0, 100), st.floats(0, 100))
def test_a_bar_stands_where_its_values_are(one: float, other: float) -> None:
    """It is one stretch, and begins and ends within a column of its share of the axis."""
    low, high = sorted((one, other))
    cells = bar(pay(low, high))
    assert set(cells.strip("·")) == {"█"}
    last = len(cells) - 1
    assert cells.index("█") == pytest.approx(low / 100 * last, abs=0.51)
    assert cells.rindex("█") == pytest.approx(high / 100 * last, abs=0.51)


def test_a_bar_without_an_end_runs_on() -> None:
    """To the edge, with a sign that there is more."""
    cells = bar(pay(50, None))
    assert cells.endswith("█▶")
    assert cells.startswith("·")


@pytest.mark.parametrize("look, sign, fill", [("bar", "┃", "█"), ("dot", "●", "━")])
def test_a_mark_stands_on_its_bar(look: str, sign: str, fill: str) -> None:
    """A median in the middle of its quartiles, a score within its spread; each by its sign."""
    cells = bar(pay(40, 60, 50), look)
    left, right = cells.split(sign)
    assert abs(len(left) - len(right)) <= 1
    assert left.endswith(fill)
    assert right.startswith(fill)


def test_a_bar_in_ascii() -> None:
    """It says the same."""
    assert set(bar(pay(20, 80, 50), ascii_only=True)) == {".", "=", "|"}
    assert bar(pay(50, None), ascii_only=True).endswith("=>")


def test_what_cannot_be_drawn_is_said_below() -> None:
    """A row without a figure has its words where the others have their bars."""
    rows = drawn(scale(pay(0, 100), Mark("Tax", line("not known"))))
    assert rows[0].index("█") == rows[2].index("not known")


@pytest.mark.parametrize("width, lines", [(80, 2), (20, 3)])
def test_a_bar_is_never_too_short(width: int, lines: int) -> None:
    """Where it would say nothing beside its words it stands below them, as wide as the page."""
    rows = drawn(scale(pay(0, 100)), width=width)
    assert len(rows) == lines
    if lines == 3:
        assert rows[1] == "█" * width


# Ticks


def test_ticks_stand_below_their_values() -> None:
    """The first at the left end of the bars, the last at the right, one in the middle."""
    bars, ticks = drawn(scale(pay(50, 50)))
    begin, end = bars.index("·"), bars.rindex("·") + 1
    assert ticks.index("0") == begin
    assert len(ticks.rstrip()) == end
    assert abs(ticks.index("50") - bars.index("█")) <= 1


def test_ticks_never_run_into_each_other() -> None:
    """Those for which there is no room are left out, from the left on."""
    crowded = tuple((float(value), f"{value}k") for value in range(101))
    rows = drawn(scale(pay(0, 100))._replace(ticks=crowded))
    labels = rows[-1].split()
    assert labels[0] == "0k"
    assert 5 < len(labels) < 40
    assert set(labels) <= {label for _value, label in crowded}


# Folding


@pytest.mark.parametrize("width", [20, 37, 59, 60, 61, 100, 200])
@pytest.mark.parametrize("title", ["", "A title that is longer than a narrow screen is wide"])
def test_nothing_is_lost_and_nothing_sticks_out(width: int, title: str) -> None:
    """At any width every word arrives, and no line is wider than the screen."""
    blocks = (
        Paragraph(line(WORDS)),
        Facts((("A label of some length", line(WORDS)),)),
        Bullets((line(WORDS),)),
        Tree((Node(line(WORDS), (Node(line(WORDS)),)),)),
    )
    rows = drawn(*blocks, width=width, title=title)
    assert max(map(len, rows)) <= width
    for word in WORDS.split():
        assert sum(word in row.split() for row in rows) == 5


def test_a_word_longer_than_a_line_is_folded() -> None:
    """It goes on below, and can be copied whole."""
    rows = drawn(Paragraph(line("x" * 50)), width=20)
    assert rows == ["x" * 20, "x" * 20, "x" * 10]


def test_an_amount_stays_together() -> None:
    """A line does not break at a space that must not break."""
    rows = drawn(Paragraph(line("from €\N{NO-BREAK SPACE}55.000")), width=12)
    assert rows == ["from", "€\N{NO-BREAK SPACE}55.000"]


def test_prose_is_never_as_wide_as_a_wide_screen() -> None:
    """Long lines tire; a table takes all the room there is."""
    prose = Paragraph(line(WORDS * 5))
    assert max(map(len, drawn(prose, width=200))) <= WIDEST
    wide = Table(("A", "B"), ((line("x" * 90), line("y" * 90)),))
    assert max(map(len, drawn(wide, width=200))) > WIDEST


def test_labels_stand_beside_or_above() -> None:
    """Beside what they say where there is room; above it on a narrow screen."""
    facts = Facts((("Label", line("what it says")),))
    assert drawn(facts, width=NARROW) == ["Label  what it says"]
    assert drawn(facts, width=NARROW - 1) == ["Label", "  what it says"]


def test_a_frame_is_closed_whatever_it_holds() -> None:
    """Letters that take two columns push no side out."""
    rows = drawn(Paragraph(line("データエンジニア and more")), title="データ", width=60)
    assert {cell_len(row) for row in rows} == {60}
    assert [row[0] + row[-1] for row in rows] == ["╭╮", "││", "╰╯"]


def test_a_long_title_is_cut_within_its_frame() -> None:
    """With a sign that there is more."""
    top = drawn(Paragraph(line("x")), title="y" * 100, width=60)[0]
    assert cell_len(top) == 60
    assert "y…" in top


def test_a_badge_stands_beside_the_title() -> None:
    """What sort of thing it is stands beside it where that fits, in fewer words if need be."""
    badges = (line("of a long kind"), line("short"))
    document = Document(Headline(line("Name"), badges, (line("What it is."),)), ())
    text = "".join(part.text for part in parts(document, 60))
    assert text.split("\n")[0].split() == ["Name", "of", "a", "long", "kind"]
    narrow = "".join(part.text for part in parts(document, 18))
    assert narrow.split("\n")[0].split() == ["Name", "short"]


# Trees

TREE = Tree(
    (
        Node(
            line("root"),
            (
                Node(line("one"), (Node(line("one.one"), (Node(line("leaf")),)),)),
                Node(line("two")),
            ),
        ),
    )
)


@pytest.mark.parametrize(
    "width, ascii_only, rows",
    [
        (
            80,
            False,
            ["root", "├── one", "│   └── one.one", "│       └── leaf", "└── two"],
        ),
        (40, False, ["root", "├ one", "│ └ one.one", "│   └ leaf", "└ two"]),
        (
            80,
            True,
            ["root", "+-- one", "|   `-- one.one", "|       `-- leaf", "`-- two"],
        ),
    ],
)
def test_guides_lead_to_the_right_branch(width: int, ascii_only: bool, rows: list[str]) -> None:
    """A line runs on past what lies below a branch, and ends at the last one."""
    assert drawn(TREE, width=width, ascii_only=ascii_only) == rows


def test_a_folded_branch_keeps_its_guide() -> None:
    """What goes on below stands under its own words, beside the line to the next branch."""
    words = line("first second third")
    rows = drawn(Tree((Node(line("root"), (Node(words), Node(line("last")))),)), width=20)
    assert rows == ["root", "├ first second", "│   third", "└ last"]


# Tables and links


def test_numbers_stand_at_the_right() -> None:
    """In the columns that hold them, heads too."""
    table = Table(
        ("Role", "Pay"), ((line("a"), line("5")), (line("b"), line("55"))), frozenset({1})
    )
    assert drawn(table) == ["Role  Pay", "─────────", "a       5", "b      55"]


def test_columns_as_wide_as_each_other_give_up_as_much() -> None:
    """Where there is no room for all, none is cut to a few letters for the others' sake."""
    words = " ".join(["word"] * 5)
    assert drawn(Table(("",) * 3, ((line(words),) * 3,)), width=43)[2:] == [
        "word word      word word      word word",
        "word word      word word      word word",
        "word           word           word",
    ]


def test_a_table_without_room_becomes_facts() -> None:
    """Each row under its first cell; there is room if each column holds its longest word."""
    heads = ("Role", "Level", "Pay")
    table = Table(heads, (tuple(line(word) for word in ("a", "fairly senior", "5 or so")),))
    assert drawn(table, width=20)[2:] == ["a     fairly  5 or", "      senior  so"]
    longer = table._replace(heads=("Responsibility", *heads[1:]))
    assert drawn(longer, width=20) == ["a", "  Level: fairly", "  senior", "  Pay: 5 or so"]


def test_a_table_that_turns_takes_the_fewer_lines() -> None:
    """Many columns of few rows stand under each other; as they are where that is no longer."""
    short = Table(("", *"abcdef"), ((line("size"), *[line("great")] * 6),), turns=True)
    assert drawn(short, width=30)[0].split() == ["size"]
    assert drawn(short, width=80)[0].split() == [*"abcdef"]
    assert drawn(short._replace(turns=False), width=30)[0] == "size"


@given(
    st.lists(
        st.lists(st.text("ab ", min_size=1, max_size=30), min_size=3, max_size=3),
        min_size=1,
        max_size=4,
    ),
    st.integers(20, 120),
)
def test_no_word_of_a_table_is_broken(cells: list[list[str]], width: int) -> None:
    """Whatever stands in it, at any width at which a word fits a line."""
    first, *others = [tuple(" ".join(cell.split()) or "a" for cell in row) for row in cells]
    table = Table(first, tuple(tuple(line(cell) for cell in row) for row in others))
    rows = drawn(table, width=width)
    assert max(map(len, rows)) <= width
    words = {word for row in (first, *others) for cell in row for word in cell.split()}
    if max(map(len, words)) < width - 4:
        found = {word.rstrip(":") for row in rows for word in row.split() if set(word) != {"─"}}
        assert found <= words


def test_a_table_is_no_wider_than_it_need_be() -> None:
    """On a wide screen a frame ends where the widest table of the page does."""
    table = Table(("A", "B"), ((line("x" * 70), line("y" * 50)),))
    assert {len(row) for row in drawn(table, title="T", width=200)} == {70 + 2 + 50 + 4}


def test_a_label_is_never_broken_inside_a_word() -> None:
    """Beside a bar and beside a fact it goes on below, or what it labels does."""
    long = "Machine Learning Engineering Manager"
    rows = drawn(scale(pay(0, 100)._replace(label=long, words=line("x" * 40))), width=80)
    assert rows[0].startswith("Machine Learning     █")
    assert rows[1] == "Engineering Manager"
    rows = drawn(Facts((("Arbeidsmarktvoorlichtingsmedewerker", line("yes")),)), width=62)
    assert rows == ["Arbeidsmarktvoorlichtingsmedewerker", "  yes"]


@pytest.mark.parametrize("width, lines", [(80, 1), (40, 2)])
def test_a_link_leads_where_it_says(width: int, lines: int) -> None:
    """The short name is what is shown, the whole address where a click goes; nothing else is."""
    links = Links((Link("Site", "https://example.org/long", "example.org"),))
    document = Document(None, (Section("key", "", (links,)),))
    linked = [part for part in parts(document, width) if part.style and part.style.link]
    assert [(part.text, part.style.link) for part in linked if part.style] == [
        ("example.org", "https://example.org/long")
    ]
    assert len(drawn(links, width=width)) == lines


def test_an_address_stays_whole() -> None:
    """On a line of its own, however long: what is copied from it leads there."""
    address = "https://example.org/" + "x" * 60
    rows = drawn(Notes(((1, line("Who said it, ", span(address, "link", address))),)), width=40)
    assert rows == ["[1] Who said it,", f"    {address}"]
