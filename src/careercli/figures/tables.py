"""The published tables in ``data/figures``, and what ``data/tables.toml`` says of each."""

import csv
import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple, Self

from careercli.errors import InvalidDataError
from careercli.locale import translate as _

Row = Mapping[str, str]
Tables = Mapping[str, Mapping[str, Row]]
"""Rows by code, by the name of their table."""

Lookup = Callable[[str, str], Row | None]
"""(table, code) -> its row, or None: a dict while checking, SQLite while reading."""


INTERESTS = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")
"""Holland's six kinds of interest, in the order of his hexagon."""

KIND_OF = {kind[0].upper(): kind for kind in INTERESTS}
"""The kind for which a letter stands: R, I, A, S, E, C."""

SHAPES = {
    "quartiles": ("median", "p25", "p75", "people"),
    "growth": ("growth_class", "growth_people", "growth_percent"),
    "openings": (
        "openings_class",
        *("openings_people", "openings_percent"),
        *("growth_people", "growth_percent"),
        *("replacement_people", "replacement_percent"),
    ),
    "bottleneck": ("bottleneck_class", "bottleneck"),
    "tightness": ("tightness_class", "tightness", "direction"),
    "counts": ("now", "before"),
    "change": ("change",),
    "score": ("value",),
    "rank": ("rank", "ranked"),
    "interests": ("first", "second", "third", *INTERESTS),
}
"""The cells that a row of each shape has; the first says whether there is a figure."""


class CodeSystem(NamedTuple):
    """A classification: the table in which its codes have names, and the source of that.

    ``via`` names the system beside whose codes this one's stand, if a role has none of its own.
    ``combined`` names the lookup table that says together with which codes one is counted.
    """

    label: str
    table: str
    source: str
    via: str | None = None
    combined: str | None = None


class LookupTable(NamedTuple):
    """A table that no series reads: the column of its keys, and its source."""

    key: str
    source: str


class Series(NamedTuple):
    """One series of published figures: where it stands, what it is of, how a row is read.

    ``labels`` is what pages call it, by language. ``columns``, ``marks``, ``top`` and ``shape``
    are explained in data/tables.toml. ``spread`` says what lies between low and high,
    ``letter`` what stands for a measure where there is room for one;
    ``left_out``, how codes begin that the publisher's table has and our copy has not.
    """

    id: str
    shape: str
    table: str
    code: str
    region: str
    period: str
    source: str
    labels: Mapping[str, str]
    unit: str | None = None
    columns: Mapping[str, str] = {}
    marks: Mapping[str, str] = {}
    top: Mapping[str, float] = {}
    spread: str | None = None
    letter: str | None = None
    instead_of: str | None = None
    left_out: Sequence[str] = ()

    def column(self, name: str) -> str:
        """Return the column of the CSV that holds what the shape calls ``name``."""
        return self.columns.get(name, name)

    def mark(self, cell: str) -> str | None:
        """Return why a cell has no figure; a number is a mark in whatever form it is written."""
        found = (self.marks[mark] for mark in self.marks if mark in (cell, _plain(cell)))
        return next(found, None)


def _plain(cell: str) -> str:
    """Return a number in its shortest form: 0 for 0.0 and for 0.000."""
    try:
        return f"{float(cell):g}"
    except ValueError:
        return cell


class Published(NamedTuple):
    """Everything that data/tables.toml says: classifications by id, series in order."""

    systems: Mapping[str, CodeSystem]
    series: tuple[Series, ...]
    lookups: Mapping[str, LookupTable] = {}

    @classmethod
    def load(cls, text: str) -> Self:
        """Return what JSON (of these records as arrays) says."""
        systems, series, lookups = json.loads(text)
        return cls(
            systems={key: CodeSystem(*system) for key, system in systems.items()},
            series=tuple(Series(*one) for one in series),
            lookups={name: LookupTable(*table) for name, table in lookups.items()},
        )

    def root_of(self, system: str) -> str:
        """Return the classification of which a role's own code leads to this one."""
        via = self.systems[system].via
        return system if via is None else self.root_of(via)

    @property
    def own_systems(self) -> dict[str, CodeSystem]:
        """The classifications of which a role may have a code itself."""
        return {key: system for key, system in self.systems.items() if system.via is None}

    @property
    def sources(self) -> set[str]:
        """The sources of all tables."""
        systems, lookups = self.systems.values(), self.lookups.values()
        return {table.source for tables in (systems, lookups, self.series) for table in tables}

    @property
    def key_columns(self) -> dict[str, str]:
        """The column with the codes of every table."""
        by_system = {system.table: key for key, system in self.systems.items()}
        by_key = {name: table.key for name, table in self.lookups.items()}
        return by_system | by_key | {series.table: series.code for series in self.series}


def read_tables(folder: Path, published: Published) -> Tables:
    """Return every table of ``folder`` as code -> row; codes and numbers stay text.

    Raises InvalidDataError if a file is missing or lacks a column.
    """
    columns = {table: {key} for table, key in published.key_columns.items()}
    for series in published.series:
        columns[series.table] |= {series.column(cell) for cell in SHAPES[series.shape]}
        columns[series.table] |= set(series.columns.values())
    for system in published.systems.values():
        if system.combined:
            columns[system.combined].add("combined")
    keys = published.key_columns
    return {
        name: dict(read_table(folder / f"{name}.csv", keys[name], columns[name])) for name in keys
    }


def read_table(path: Path, key: str, columns: Collection[str]) -> Iterator[tuple[str, Row]]:
    """Yield the rows of a CSV with their code; raises InvalidDataError as ``read_tables``."""
    rows = read_rows(path, columns)
    names = next(rows)
    for cells in rows:  # DictReader takes three times as long
        row = dict(zip_longest(names, cells))
        yield row[key], row


def read_rows(path: Path, columns: Collection[str]) -> Iterator[list[str]]:
    """Yield the heads of a CSV, then its rows; raises InvalidDataError as ``read_tables``."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            names = next(reader, [])
            for missing in sorted(set(columns) - set(names)):
                raise InvalidDataError(
                    _("{path}:1: column {column} is missing; see data/tables.toml").format(
                        path=path, column=missing
                    )
                )
            yield names
            yield from filter(None, reader)
    except FileNotFoundError:
        raise InvalidDataError(
            _("{path}: this table is missing; install careers again").format(path=path)
        ) from None


def lookup_in(tables: Tables) -> Lookup:
    """Return a Lookup over tables in memory."""
    return lambda table, code: tables[table].get(code)
