"""Reading the published tables of data/figures."""

import shutil
from pathlib import Path

import pytest

from careercli.errors import InvalidDataError
from careercli.figures.tables import TABLES, lookup_in, read_tables
from tests.conftest import ROOT

FIGURES = ROOT / "data" / "figures"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tables that a test may break."""
    return Path(shutil.copytree(FIGURES, tmp_path / "figures"))


def test_every_table_has_rows_under_its_code() -> None:
    """Each table is read whole: as many codes as the file has lines under its header."""
    tables = read_tables(FIGURES)
    for table in TABLES:
        lines = (FIGURES / f"{table.name}.csv").read_text(encoding="utf-8").splitlines()
        assert len(tables[table.name]) == len(lines) - 1 > 0, table.name


def test_no_file_lies_there_that_nobody_reads() -> None:
    """The folder holds the tables of TABLES and nothing else."""
    assert {path.stem for path in FIGURES.iterdir()} == {table.name for table in TABLES}


def test_codes_and_numbers_stay_text() -> None:
    """A code keeps its leading zero and a number its digits."""
    row = read_tables(FIGURES)["cbs-wages-2024"]["0811"]
    assert row == {
        "brc2014": "0811",
        "p25": "27",
        "median": "34.8",
        "p75": "43.4",
        "people": "316000",
    }


def test_accents_survive() -> None:
    """Dutch names are read as UTF-8, whatever the platform's encoding."""
    names = {row["name_nl"] for row in read_tables(FIGURES)["esco"].values()}
    assert "inspiciënt" in names


def test_missing_table_is_named(folder: Path) -> None:
    """Without one of its files the program says which one is missing."""
    (folder / "ilo-genai-2025.csv").unlink()
    with pytest.raises(InvalidDataError, match=r"ilo-genai-2025\.csv: this table is missing"):
        read_tables(folder)


@pytest.mark.parametrize("text", ["group,mean\n2511,0.49\n", "group,mean\n", ""])
def test_missing_code_column_is_named(folder: Path, text: str) -> None:
    """A table without its code column is refused, with rows, without, or empty."""
    (folder / "ilo-genai-2025.csv").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidDataError, match=r"ilo-genai-2025\.csv:1: column isco08 is missing"):
        read_tables(folder)


def test_lookup_answers_by_table_and_code() -> None:
    """A lookup over tables in memory gives the row, or None where the code is not there."""
    lookup = lookup_in({"some": {"1": {"code": "1", "value": "x"}}})
    assert lookup("some", "1") == {"code": "1", "value": "x"}
    assert lookup("some", "2") is None
