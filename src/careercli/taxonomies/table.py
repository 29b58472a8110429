"""A table of a download: cells by the names of their columns, checked as they are read."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from operator import itemgetter
from typing import Any

from careercli.errors import InvalidDataError
from careercli.locale import later
from careercli.locale import translate as _
from careercli.taxonomies.containers import MAX_LINE, damaged
from careercli.taxonomies.download import Download

_HEAD = 300  # characters of a head row in a message
_SHOWN = 60  # characters of a cell that cannot be
BAD_ROWS = 0.01  # a larger share of rows that cannot be read means that the file is damaged


class _Quoted(csv.excel):
    """RFC 4180; what breaks it is an error."""

    strict = True


class _Tabs(csv.excel_tab):
    """Cells between tabs, in which a quotation mark is one."""

    quoting = csv.QUOTE_NONE


class _QuotedTabs(csv.excel_tab):
    """Cells between tabs as a spreadsheet saves them."""

    strict = True


_SHUT = re.compile('"(?:[^"]|"")*"')


def is_from_a_spreadsheet(lines: Iterable[str]) -> bool:
    """Return whether the quotation marks in a table with tabs are those of a spreadsheet.

    A spreadsheet puts them around a cell in which there is one, which it doubles, and mostly around
    one with a comma. If one cell has them otherwise, they are the publisher's own.
    """
    doubled = comma = bare = False
    for line in lines:
        if '"' not in line:
            bare = bare or "," in line
            continue
        for cell in line.rstrip("\r\n").split("\t"):
            if '"' not in cell:
                bare = bare or "," in cell
            elif not _SHUT.fullmatch(cell):
                return False
            else:
                doubled = doubled or '"' in cell[1:-1]
                comma = comma or "," in cell
    return doubled or (comma and not bare)


def _column_key(name: str) -> str:
    return re.sub("[^a-z0-9]", "", name.casefold())


class Table:
    """A table with a head row; columns are asked for by name, in any case and order.

    ``also`` has other names that a column is known to have, and what we call it.
    """

    def __init__(
        self, download: Download, name: str, delimiters: str, also: Mapping[str, str] | None = None
    ) -> None:
        self.name = name
        self._download = download
        self._dialect, self._delimiter = self._form(delimiters)
        with self.opened() as (_rows, head):
            self._head = [column.strip() for column in head]
        self.columns = {_column_key(column): place for place, column in enumerate(self._head)}
        for other, column in (also or {}).items():
            if _column_key(other) in self.columns:
                self.columns.setdefault(_column_key(column), self.columns[_column_key(other)])
        self.bad = 0
        self.first_bad = ""
        self._short: InvalidDataError | None = None  # the first bad row is, or is too long

    def _form(self, delimiters: str) -> tuple[type[csv.Dialect], str]:
        """Return how cells are parted: by the sign that the head row has most."""
        with self._download.lines(self.name) as lines:
            first = next(lines, "")
            if "\0" in first:
                raise damaged(f"{self.name}:1", _("is not a table of text"))
            delimiter = max(delimiters, key=first.count)
            if delimiter != "\t":
                return _Quoted, delimiter
            quoted = is_from_a_spreadsheet(chain([first], lines))
            return _QuotedTabs if quoted else _Tabs, delimiter

    @contextmanager
    def opened(self) -> Iterator[tuple[Any, list[str]]]:
        """Give the reader after the head row, and the head row."""
        with self._download.lines(self.name) as lines:
            csv.field_size_limit(MAX_LINE)
            try:
                head: list[str] = next(self._reader_of([next(lines, "")]), [])
            except csv.Error as error:
                raise self._cut_off(1, error) from None
            yield self._reader_of(lines), head

    def _reader_of(self, lines: Iterable[str]) -> Any:
        return csv.reader(lines, dialect=self._dialect, delimiter=self._delimiter)

    def has(self, column: str) -> bool:
        """Return whether there is such a column."""
        return _column_key(column) in self.columns

    def knows_all(self, columns: Iterable[str]) -> bool:
        """Return whether every column of it is one of these."""
        return self.columns.keys() <= set(map(_column_key, columns)) | {""}

    def need(self, *columns: str) -> None:
        """Raise InvalidDataError that names the columns of these that are missing."""
        missing = [column for column in columns if not self.has(column)]
        if missing:
            raise damaged(
                f"{self.name}:1",
                _("has no column {columns}; it has {present}; download the file again").format(
                    columns=", ".join(missing),
                    present=", ".join(filter(None, self._head))[:_HEAD] or _("none"),
                ),
            )

    def rows(self, *columns: str) -> Iterator[tuple[str, ...]]:
        """Yield the cells of these columns, row by row; a column that is not there is empty.

        Raises InvalidDataError if a row is cut off, or if too many were told to be ``wrong``.
        """
        with self.opened() as (reader, head):
            width = len(head)
            places = [self.columns.get(_column_key(column), width) for column in columns]
            pick = itemgetter(*places) if len(places) > 1 else lambda row: (row[places[0]],)
            self._reader = reader
            count = 0
            try:
                for row in reader:
                    if not row:
                        continue
                    if len(row) != width and not self._has_width(row, width):
                        count += 1
                        continue
                    row.append("")
                    count += 1
                    yield pick(row)
            except csv.Error as error:
                raise self._cut_off(self._line(), error) from None
            if self.bad > BAD_ROWS * count:
                raise self._short or damaged(
                    self.first_bad,
                    _(
                        "{bad} of {count} rows cannot be read; are columns swapped? "
                        "Download the file again"
                    ).format(bad=self.bad, count=count),
                )

    def _has_width(self, row: list[str], width: int) -> bool:
        """Return whether a row has all of its cells; note it if not."""
        if len(row) < width or any(row[width:]):
            told = _("has {count} of {width} cells; download the file again")
            if not self.bad:
                told = told.format(count=len(row), width=width)
                self._short = damaged(self._here(), told)
            self.bad += 1
            self.first_bad = self.first_bad or self._here()
            return False
        del row[width:]
        return True

    def _cut_off(self, line: int, error: csv.Error) -> InvalidDataError:
        return damaged(
            f"{self.name}:{line}", _("is cut off or damaged ({error})").format(error=error)
        )

    def _line(self) -> int:
        return int(self._reader.line_num) + 1  # the reader begins after the head row

    def _here(self) -> str:
        return f"{self.name}:{self._line()}"

    def wrong(self, column: str, value: str) -> None:
        """Note that the row just read cannot be what it should; a few are passed over."""
        self.bad += 1
        shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
        self.first_bad = self.first_bad or f"{self._here()}: {column}: {shown!r}"


def passed_over(tables: Iterable[Table]) -> tuple[dict[str, int], dict[str, str]]:
    """Return how many rows were passed over, and where the first one stands."""
    bad = [table for table in tables if table.bad]
    what = later("rows that cannot be read")
    if not bad:
        return {}, {}
    return {what: sum(table.bad for table in bad)}, {what: bad[0].first_bad}
