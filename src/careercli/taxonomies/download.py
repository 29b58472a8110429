"""A publisher's download, zip or folder: its tables, read row by row and without trust.

Nothing is unpacked to the disk. What is not as published is told with file and line.
"""

import csv
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from careercli.errors import InvalidDataError, UsageError
from careercli.locale import translate as _
from careercli.names import harmless
from careercli.progress import Progress, unseen

MAX_FILES = 5000  # in a zip or a folder; the largest published one has sixty
MAX_BYTES = 1_000_000_000  # in one file, unpacked; the largest published one has 40 million
MAX_LINE = 4_000_000  # bytes; ESCO has lines of 140,000
MAX_PACKED = 200  # bytes from one; text is packed twenty to one
BAD_ROWS = 0.01  # a larger share of rows that cannot be read means that the file is damaged

_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class _File(NamedTuple):
    name: str
    size: int
    open: Callable[[], Any]


class Download:
    """The files of a download by their bare names, wherever in it they lie."""

    def __init__(self, path: Path, files: Iterable[_File], progress: Progress) -> None:
        self.path = path
        self.progress = progress
        self._files: dict[str, _File] = {}
        for file in files:
            known = self._files.setdefault(file.name.casefold(), file)
            if known is not file:
                raise _damaged(file.name, _("stands in it twice; import one download at a time"))

    def find(self, pattern: str) -> list[str]:
        """Return the names of the files that a regular expression matches whole, in any case."""
        match = re.compile(pattern, re.IGNORECASE).fullmatch
        return sorted(file.name for file in self._files.values() if match(file.name))

    def table(self, name: str, delimiters: str) -> "Table":
        """Return the table of a file; raises InvalidDataError if it has no head row."""
        return Table(self, name, delimiters)

    def text(self, name: str) -> str:
        """Return the beginning of a text file."""
        with self._files[name.casefold()].open() as file:
            return str(file.read(10_000).decode("utf-8", "replace"))

    @contextmanager
    def lines(self, name: str) -> Iterator[Iterator[str]]:
        """Give the lines of a file with their ends, as UTF-8, with or without a byte order mark."""
        file = self._files[name.casefold()]
        if file.size > MAX_BYTES:
            raise _damaged(name, _("is far larger than any published file"))
        with file.open() as raw:
            counted: Any = io.BufferedReader(_Counted(raw, file, self.progress), 1 << 18)
            yield _lines(counted, name)


class _Counted(io.RawIOBase):
    """Tells how far a file has been read."""

    def __init__(self, raw: Any, file: _File, progress: Progress) -> None:
        self._raw = raw
        self._file = file
        self._progress = progress
        self._done = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        chunk = self._raw.read(len(buffer))
        buffer[: len(chunk)] = chunk
        self._done += len(chunk)
        self._progress(self._file.name, self._done, self._file.size)
        return len(chunk)


def _lines(raw: BinaryIO, name: str) -> Iterator[str]:
    """Yield the lines; decoded one by one, so that what is no text is told with its line."""
    for number, line in enumerate(iter(partial(raw.readline, MAX_LINE), b""), start=1):
        if len(line) == MAX_LINE:
            raise _damaged(f"{name}:{number}", _("has a line without an end"))
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise _damaged(
                f"{name}:{number}",
                _("is not UTF-8 text; download it again, and do not save it from a spreadsheet"),
            ) from None


@contextmanager
def open_download(path: Path, progress: Progress = unseen) -> Iterator[Download]:
    """Give the download at a path: a zip or a folder as published.

    Raises UsageError if there is none, InvalidDataError if it is damaged, now or while it is
    read.
    """
    try:
        if path.is_dir():
            yield Download(path, _in_folder(path), progress)
        elif not path.exists():
            raise UsageError(_("{path}: there is no such file or folder").format(path=path))
        elif not path.is_file() or not zipfile.is_zipfile(path):
            raise InvalidDataError(
                _(
                    "{path}: is neither a folder nor a whole zip; give the download as published, "
                    "and if it is a zip, download it again"
                ).format(path=path)
            )
        else:
            with zipfile.ZipFile(path) as archive:
                yield Download(path, _in_zip(archive), progress)
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        NotImplementedError,
    ) as error:
        raise _damaged(
            path, _("is damaged ({error}); download it again").format(error=error)
        ) from None
    except OSError as error:
        raise _damaged(
            path, _("cannot be read ({error})").format(error=error.strerror or error)
        ) from None


def _in_folder(folder: Path) -> Iterator[_File]:
    """Yield the files of a folder and of those in it: where a zip was unpacked."""
    for count, path in enumerate(sorted((*folder.glob("*"), *folder.glob("*/*")))):
        if count > MAX_FILES:
            raise _damaged(folder, _("holds far more files than any download"))
        if path.is_file() and _is_table(path.name):
            yield _File(path.name, path.stat().st_size, partial(path.open, "rb"))


def _in_zip(archive: zipfile.ZipFile) -> Iterator[_File]:
    members = archive.infolist()
    if len(members) > MAX_FILES:
        raise _damaged(archive.filename, _("holds far more files than any download"))
    for member in members:
        parts = re.split(r"[/\\]", member.filename)
        if ".." in parts or not parts[0] or ":" in parts[0]:
            raise _damaged(
                archive.filename,
                _("holds {name!r}, a name that leads out of it: no publisher made this").format(
                    name=member.filename
                ),
            )
        if member.is_dir() or parts[0] == "__MACOSX" or not _is_table(parts[-1]):
            continue
        if member.flag_bits & 1 or member.compress_type not in _PACKED:
            raise _damaged(
                f"{archive.filename}: {parts[-1]}",
                _("is locked or packed in an unusual way; download it again"),
            )
        if member.file_size > 1_000_000 and member.file_size > MAX_PACKED * member.compress_size:
            raise _damaged(
                f"{archive.filename}: {parts[-1]}",
                _("unpacks to more than {times} times its size: no publisher made this").format(
                    times=MAX_PACKED
                ),
            )
        yield _File(parts[-1], member.file_size, partial(archive.open, member))


def _is_table(name: str) -> bool:
    return name.casefold().endswith((".csv", ".txt")) and not name.startswith(".")


def _damaged(where: object, what: str) -> InvalidDataError:
    return InvalidDataError(harmless(f"{where}: {what}"))


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
                raise _damaged(f"{self.name}:1", _("is not a table of text"))
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
            raise _damaged(
                f"{self.name}:1",
                _("column {columns} is missing; download the file again").format(
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
                raise _damaged(
                    self._first_bad,
                    _(
                        "{bad} of {count} rows cannot be read; are columns swapped? "
                        "Download the file again"
                    ).format(bad=self.bad, count=count),
                )

    def _check_width(self, row: list[str], width: int) -> None:
        if len(row) < width or any(row[width:]):
            raise _damaged(
                self._here(),
                _("has {count} cells where the head row has {width}; download it again").format(
                    count=len(row), width=width
                ),
            )
        del row[width:]

    def _cut_off(self, line: int, error: csv.Error) -> InvalidDataError:
        return _damaged(
            f"{self.name}:{line}", _("is cut off or damaged ({error})").format(error=error)
        )

    def _line(self) -> int:
        return int(self._reader.line_num) + 1  # the reader begins after the head row

    def _here(self) -> str:
        return f"{self.name}:{self._line()}"

    def wrong(self, column: str, value: str) -> None:
        """Note that the row just read cannot be what it should; a few are passed over."""
        self.bad += 1
        self._first_bad = self._first_bad or f"{self._here()}: {column}: {value[:60]!r}"
