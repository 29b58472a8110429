"""A table of a download: cells by the names of their columns, checked as they are read."""

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from operator import itemgetter
from typing import Any

from careercli.errors import InvalidDataError
from careercli.locale import translate as _
from careercli.taxonomies.download import MAX_LINE, Download, damaged

_SHOWN = 60  # characters of a cell that cannot be
BAD_ROWS = 0.01  # a larger share of rows that cannot be read means that the file is damaged


class _Quoted(csv.excel):
    """RFC 4180; what breaks it is an error."""

    strict = True


class _Tabs(csv.excel_tab):
    """Cells between tabs, in which a quotation mark is one."""

    quoting = csv.QUOTE_NONE


def _column_key(name: str) -> str:
    return re.sub("[^a-z0-9]", "", name.casefold())


class Table:
    """A table with a head row; columns are asked for by name, in any case and order."""

    def __init__(self, download: Download, name: str, delimiters: str) -> None:
        self.name = name
        self._download = download
        with self.opened(delimiters) as (_rows, head):
            self.columns = {_column_key(column): place for place, column in enumerate(head)}
        self._delimiters = delimiters
        self.bad = 0
        self._first_bad = ""

    @contextmanager
    def opened(self, delimiters: str) -> Iterator[tuple[Any, list[str]]]:
        """Give the reader after the head row, and the head row."""
        with self._download.lines(self.name) as lines:
            first = next(lines, "")
            if "\0" in first:
                raise damaged(f"{self.name}:1", _("is not a table of text"))
            delimiter = max(delimiters, key=first.count)
            csv.field_size_limit(MAX_LINE)
            dialect = _Tabs if delimiter == "\t" else _Quoted
            reader = partial(csv.reader, dialect=dialect, delimiter=delimiter)
            try:
                head = next(reader([first]), [])
            except csv.Error as error:
                raise self._cut_off(1, error) from None
            yield reader(lines), head

    def has(self, column: str) -> bool:
        """Return whether there is such a column."""
        return _column_key(column) in self.columns

    def need(self, *columns: str) -> None:
        """Raise InvalidDataError that names the columns of these that are missing."""
        missing = [column for column in columns if not self.has(column)]
        if missing:
            raise damaged(
                f"{self.name}:1",
                _("has no column {columns}; download the file again").format(
                    columns=", ".join(missing)
                ),
            )

    def rows(self, *columns: str) -> Iterator[tuple[str, ...]]:
        """Yield the cells of these columns, row by row; a column that is not there is empty.

        Raises InvalidDataError if a row is cut off, or if too many were told to be ``wrong``.
        """
        with self.opened(self._delimiters) as (reader, head):
            width = len(head)
            places = [self.columns.get(_column_key(column), width) for column in columns]
            pick = itemgetter(*places) if len(places) > 1 else lambda row: (row[places[0]],)
            self._reader = reader
            count = 0
            try:
                for row in reader:
                    if not row:
                        continue
                    if len(row) != width:
                        self._check_width(row, width)
                    row.append("")
                    count += 1
                    yield pick(row)
            except csv.Error as error:
                raise self._cut_off(self._line(), error) from None
            if self.bad > BAD_ROWS * count:
                raise damaged(
                    self._first_bad,
                    _(
                        "{bad} of {count} rows cannot be read; are columns swapped? "
                        "Download the file again"
                    ).format(bad=self.bad, count=count),
                )

    def _check_width(self, row: list[str], width: int) -> None:
        if len(row) < width or any(row[width:]):
            raise damaged(
                self._here(),
                _("has {count} of {width} cells; download the file again").format(
                    count=len(row), width=width
                ),
            )
        del row[width:]

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
        self._first_bad = self._first_bad or f"{self._here()}: {column}: {shown!r}"
