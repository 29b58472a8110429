"""Reading the published tables of data/figures."""

import shutil
from pathlib import Path

import pytest

from careercli.errors import InvalidDataError
from careercli.figures.join import READERS
from careercli.figures.tables import SHAPES, lookup_in, read_tables
from careercli.roles.workspace import read_reference_data
from tests.conftest import ROOT

FIGURES = ROOT / "data" / "figures"
PUBLISHED = read_reference_data().published


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tables that a test may break."""
    return Path(shutil.copytree(FIGURES, tmp_path / "figures"))


def test_every_table_has_rows_under_its_code() -> None:
    """Each table is read whole: as many codes as the file has lines under its header."""
    tables = read_tables(FIGURES, PUBLISHED)
    assert len(tables) >= 10
    for name, rows in tables.items():
        lines = (FIGURES / f"{name}.csv").read_text(encoding="utf-8").splitlines()
        assert len(rows) == len(lines) - 1 > 0, name


def test_no_file_lies_there_that_nobody_reads() -> None:
    """The folder holds the tables of data/tables.toml and nothing else."""
    assert {path.stem for path in FIGURES.iterdir()} == set(PUBLISHED.key_columns)


def test_every_shape_has_a_reader() -> None:
    """What data/tables.toml may say of a table's shape, the join can read."""
    assert SHAPES.keys() == READERS.keys()


@pytest.mark.parametrize("cell", ["0", "0.0", "0.000"])
def test_a_number_is_a_mark_in_whatever_form(cell: str) -> None:
    """Anthropic's zero means that nothing was measured, however many digits it has."""
    anthropic = next(series for series in PUBLISHED.series if series.id == "anthropic-2026")
    assert anthropic.mark(cell) == "not-measured"
    assert anthropic.mark("0.01") is None


def test_missing_column_of_a_series_is_named(folder: Path) -> None:
    """A column that data/tables.toml names and the table lacks is no silent gap."""
    (folder / "ilo-genai-2025.csv").write_text(
        "isco08,mean,band,tasks,rank_percent\n2511,0.49,x,7,87\n"
    )
    with pytest.raises(InvalidDataError, match=r"ilo-genai-2025\.csv:1: column sd is missing"):
        read_tables(folder, PUBLISHED)


def test_codes_and_numbers_stay_text() -> None:
    """A code keeps its leading zero and a number its digits."""
    row = read_tables(FIGURES, PUBLISHED)["cbs-wages-2024"]["0811"]
    assert row == {
        "brc2014": "0811",
        "p25": "27",
        "median": "34.8",
        "p75": "43.4",
        "people": "316000",
    }


def test_accents_survive() -> None:
    """Dutch names are read as UTF-8, whatever the platform's encoding."""
    names = {row["name_nl"] for row in read_tables(FIGURES, PUBLISHED)["esco"].values()}
    assert "inspiciënt" in names


def test_missing_table_is_named(folder: Path) -> None:
    """Without one of its files the program says which one is missing."""
    (folder / "ilo-genai-2025.csv").unlink()
    with pytest.raises(InvalidDataError, match=r"ilo-genai-2025\.csv: this table is missing"):
        read_tables(folder, PUBLISHED)


@pytest.mark.parametrize("text", ["group,mean,sd,band\n2511,0.49,0.1,x\n", "group,mean,sd,band\n"])
def test_missing_code_column_is_named(folder: Path, text: str) -> None:
    """A table without its code column is refused, with rows, without, or empty."""
    (folder / "ilo-genai-2025.csv").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidDataError, match=r"ilo-genai-2025\.csv:1: column isco08 is missing"):
        read_tables(folder, PUBLISHED)


def test_lookup_answers_by_table_and_code() -> None:
    """A lookup over tables in memory gives the row, or None where the code is not there."""
    lookup = lookup_in({"some": {"1": {"code": "1", "value": "x"}}})
    assert lookup("some", "1") == {"code": "1", "value": "x"}
    assert lookup("some", "2") is None
