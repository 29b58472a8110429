"""Tables of a download: cells as they were written, columns by name, damage told with its line."""

import csv
import io
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from careercli.errors import InvalidDataError
from careercli.taxonomies.download import open_download
from careercli.taxonomies.table import Table
from tests.taxonomies.downloads import batches, changed, esco, unpacked

Rows = list[tuple[str, ...]]
CELLS = st.text(st.characters(codec="utf-8") | st.sampled_from(list('",;\t\r\n \x00')), max_size=20)


def rows_of(path: Path, content: bytes, *columns: str, delimiters: str = ",;\t") -> Rows:
    """Return the rows of the one file of a download."""
    with open_download(unpacked({"table.csv": content}, path)) as download:
        return list(Table(download, "table.csv", delimiters).rows(*columns))


def told(path: Path, content: bytes, *columns: str) -> str:
    """Return what is said of a damaged file."""
    with pytest.raises(InvalidDataError) as error:
        rows_of(path, content, *columns)
    return str(error.value)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(CELLS, CELLS, CELLS)),
    st.sampled_from(",;"),
    st.sampled_from([("\r\n", csv.QUOTE_MINIMAL), ("\r\n", csv.QUOTE_ALL), ("\n", csv.QUOTE_ALL)]),
    st.sampled_from(["utf-8", "utf-8-sig"]),
)
@example([("", "", "")], ",", ("\r\n", csv.QUOTE_MINIMAL), "utf-8")
def test_a_table_comes_back_as_it_was_written(
    tmp_path: Path, rows: Rows, delimiter: str, style: tuple[str, int], encoding: str
) -> None:
    """What csv writes is read cell by cell, whatever the cells hold."""
    out = io.StringIO(newline="")
    end, quoting = style
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting)
    writer.writerows([("first", "second", "third"), *rows])
    assert rows_of(tmp_path, out.getvalue().encode(encoding), "first", "second", "third") == rows


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\t\r\n"), max_size=20)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(CELL, CELL)))
def test_a_table_with_tabs_knows_no_quotes(tmp_path: Path, rows: Rows) -> None:
    """Between tabs a quotation mark is one, and no cell runs on over a line's end."""
    text = "".join("\t".join(row) + "\r\n" for row in [("first", "second"), *rows])
    assert rows_of(tmp_path, text.encode(), "first", "second", delimiters="\t") == rows


PLAIN = st.text(st.sampled_from(list('abc",; é')), min_size=1, max_size=8)


def saved(rows: list[list[str]], *, commas: bool) -> bytes:
    """Return a table with tabs as a spreadsheet saves it: cells in quotation marks where needed."""

    def cell(text: str) -> str:
        needs = '"' in text or (commas and "," in text)
        return '"' + text.replace('"', '""') + '"' if needs else text

    return "".join("\t".join(map(cell, row)) + "\r\n" for row in rows).encode()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(PLAIN, PLAIN), min_size=1), st.booleans())
def test_quotation_marks_of_a_spreadsheet_go(tmp_path: Path, rows: Rows, commas: bool) -> None:
    """Whichever cells it puts them around, what stands in the cells is what stood in them."""
    content = saved([["first", "second"], *map(list, rows)], commas=commas)
    assert rows_of(tmp_path, content, "first", "second", delimiters="\t") == rows


@pytest.mark.parametrize(
    "rows",
    [
        [("1", '"Rodeo Clown"')],
        [("1", '"Rodeo Clown"'), ("2", "Clowns, All Other")],
        [("1", '"Clowns, All Other"'), ("2", "Jugglers, All Other")],
        [("1", '"Clowns, All Other"'), ("2", 'Pull a 6" plough')],
        [("1", 'Know the "why", and tell'), ("2", '"Why, and how"')],
        [("1", '"'), ("2", '""x""')],
    ],
)
def test_quotation_marks_of_the_publisher_stay(tmp_path: Path, rows: Rows) -> None:
    """Where one cell shows that no spreadsheet has saved the table, they are words of it."""
    text = "".join(f"{one}\t{other}\r\n" for one, other in [("a", "b"), *rows])
    assert rows_of(tmp_path, text.encode(), "a", "b", delimiters="\t") == rows


def test_columns_go_by_name(tmp_path: Path) -> None:
    """In any order, case and spelling; one that is not there is empty."""
    content = b"Concept URI,preferredlabel\r\nx,y\r\n"
    assert rows_of(tmp_path, content, "preferredLabel", "code", "conceptUri") == [("y", "", "x")]


def test_empty_lines_and_empty_cells_at_the_end_are_passed_over(tmp_path: Path) -> None:
    """A spreadsheet leaves such behind; nothing is lost with them."""
    assert rows_of(tmp_path, b"a,b\n\n1,2,,\n\n3,4\n", "a", "b") == [("1", "2"), ("3", "4")]


def test_the_last_line_needs_no_end(tmp_path: Path) -> None:
    """A whole row without a line end after it counts."""
    assert rows_of(tmp_path, b"a,b\n1,2", "a", "b") == [("1", "2")]


@pytest.mark.parametrize(
    "content, place, words",
    [
        (b"a,b\n1,2\n3\n", "table.csv:3", "1 of 2 cells"),
        (b"a,b\n1,2,3\n", "table.csv:2", "3 of 2 cells"),
        (b'a,b\n1,"2\n3,4\n', "table.csv:3", "cut off or damaged"),
        (b'a,b\n1,"2"x\n', "table.csv:2", "cut off or damaged"),
        (b"a,b\n1,2\n\xff,4\n", "table.csv:3", "is not UTF-8"),
        ("a,b\n1,2\n".encode("utf-16"), "table.csv:1", "is not UTF-8"),
        ("a,b\n1,2\n".encode("utf-16-le"), "table.csv:1", "is not a table of text"),
        (b"a,b\n1," + b"x" * 5_000_000, "table.csv:2", "without an end"),
        (b'a,b\n1,"' + b"x\n" * 2_500_000, "table.csv:", "cut off or damaged"),
        (b'"a,b\n1,2\n', "table.csv:1", "damaged"),
    ],
)
def test_damage_is_told_with_its_line(
    tmp_path: Path, content: bytes, place: str, words: str
) -> None:
    """The file, the line, and what is wrong there."""
    said = told(tmp_path, content, "a", "b")
    assert said.startswith(place)
    assert words in said


def test_missing_columns_are_named(tmp_path: Path) -> None:
    """All of them, not the first only."""
    with (
        open_download(unpacked({"t.csv": b"a,b\n"}, tmp_path)) as download,
        pytest.raises(InvalidDataError, match=r"t\.csv:1: has no column c, d"),
    ):
        Table(download, "t.csv", ",").need("a", "c", "d")


@pytest.mark.parametrize("wrong, passes", [(0, True), (2, True), (3, False), (200, False)])
def test_few_odd_rows_pass_and_many_do_not(tmp_path: Path, wrong: int, passes: bool) -> None:
    """One row in a hundred may be odd; more mean that the file is not what it should be."""
    content = "a\n" + "odd\n" * wrong + "even\n" * (200 - wrong)

    def read(table: Table) -> int:
        for (cell,) in table.rows("a"):
            if cell == "odd":
                table.wrong("a", cell)
        return table.bad

    with open_download(unpacked({"t.csv": content.encode()}, tmp_path)) as download:
        table = Table(download, "t.csv", ",")
        if passes:
            assert read(table) == wrong
        else:
            with pytest.raises(InvalidDataError, match=f"t.csv:2: a: 'odd': {wrong} of 200 rows"):
                read(table)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["occupations_en.csv", "skills_en.csv", "occupationSkillRelations_en.csv"]),
    st.integers(0, 20_000),
    st.binary(max_size=6) | st.sampled_from([b'"', b",", b"\r\n", b'""', b"\xef\xbb\xbf"]),
    st.integers(0, 40),
)
def test_no_damage_to_a_table_breaks_the_house(
    tmp_path: Path, name: str, place: int, more: bytes, less: int
) -> None:
    """Bytes that came, went or changed: read as far as it goes, or told."""
    files = changed(esco(), "occupations_en.csv", "word " * 20_000, "")
    raw = files[name]
    place %= len(raw)
    files[name] = raw[:place] + more + raw[place + less :]
    with suppress(InvalidDataError):
        batches("esco", unpacked(files, tmp_path / "x"))
