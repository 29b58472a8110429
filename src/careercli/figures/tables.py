"""The published tables in ``data/figures``: codes, numbers and names of groups."""

import csv
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from careercli.errors import InvalidDataError

Row = Mapping[str, str]
Tables = Mapping[str, Mapping[str, Row]]

Lookup = Callable[[str, str], Row | None]
"""(table, code) -> its row, or None: a dict while checking, SQLite while reading."""


class Table(NamedTuple):
    """A table: the file it is in, the column with its code, the source it is from."""

    name: str
    key: str
    source: str


TABLES = (
    Table("brc2014", "brc2014", "isco-brc"),
    Table("isco08", "isco08", "isco-08"),
    Table("soc2018", "soc2018", "bls-wages-2024"),
    Table("esco", "esco", "esco"),
    Table("cbs-wages-2024", "brc2014", "cbs-wages-2024"),
    Table("cbs-employed-2025q4", "brc2014", "cbs-employed-2025q4"),
    Table("bls-wages-2024", "soc2018", "bls-wages-2024"),
    Table("bls-projections-2024-34", "soc2018", "bls-projections-2024"),
    Table("ilo-genai-2025", "isco08", "ilo-genai-2025"),
    Table("eloundou-2024", "onet", "eloundou-2024"),
    Table("microsoft-2025", "soc2018", "microsoft-2025"),
    Table("anthropic-2026", "soc2018", "anthropic-2026"),
    Table("felten-2021", "soc2010", "felten-2021"),
)


CODES = {
    "isco08": "isco08",
    "esco": "esco",
    "soc2018": "soc2018",
    "onet": "eloundou-2024",
    "soc2010": "felten-2021",
}
"""In which table the codes of a classification are looked up, with their names."""


def read_tables(folder: Path) -> Tables:
    """Return every table of ``folder`` as code -> row; codes and numbers stay text.

    Raises InvalidDataError if a file is missing or lacks its code column.
    """
    return {table.name: _read(folder / f"{table.name}.csv", table.key) for table in TABLES}


def _read(path: Path, key: str) -> dict[str, Row]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            if key not in (reader.fieldnames or ()):
                raise InvalidDataError(f"{path}:1: column {key} is missing; see tools/figures.py")
            return {row[key]: row for row in reader}
    except FileNotFoundError:
        raise InvalidDataError(f"{path}: this table is missing; install careers again") from None


def lookup_in(tables: Tables) -> Lookup:
    """Return a Lookup over tables in memory."""
    return lambda table, code: tables[table].get(code)
