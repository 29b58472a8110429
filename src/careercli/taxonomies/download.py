"""A publisher's download: its files by name, read line by line, without trust.

What is not as published is told with file and line. Where the files lie, in a folder, in a zip,
is no matter here (``containers.py``).
"""

import io
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import Any, BinaryIO

from careercli.errors import InvalidDataError
from careercli.locale import later
from careercli.locale import translate as _
from careercli.names import sanitize
from careercli.progress import Progress, unseen
from careercli.taxonomies.containers import (
    BROKEN,
    MAX_LINE,
    Contents,
    File,
    broken,
    damaged,
    too_large,
    unreadable,
)

MAX_BYTES = 1_000_000_000  # in one file, unpacked; the largest published one has 40 million
_CHUNK = 1 << 18
_NAMED = 8  # of the tables and spreadsheets there are, in a message


class Download:
    """The files of a download by their bare names, wherever in it they lie.

    Only files that are asked for matter: others may be anything, and be there twice.
    """

    def __init__(
        self, path: Path, files: Iterable[File], contents: Contents, progress: Progress
    ) -> None:
        self.path = path
        self.progress = progress
        self._contents = contents
        self._unended: set[str] = set()
        self._files: dict[str, list[File]] = {}
        for file in files:
            self._files.setdefault(file.name.casefold(), []).append(file)

    def called(self, pattern: str, name: str) -> re.Match[str] | None:
        """Return where the names around a file have a pattern, the nearest first: the release."""
        folders = reversed(self._files[name.casefold()][0].folders)
        return next(filter(None, (re.search(pattern, folder) for folder in folders)), None)

    def remarks(self) -> dict[str, int]:
        """Return what a summary should say of the files that were read, with how many they are."""
        unended = later("files whose last line has no end, and may be cut off")
        unread = later("archives and folders that cannot be read")
        counts = {unended: len(self._unended), unread: len(self._contents.unread)}
        return {what: count for what, count in counts.items() if count}

    def places(self) -> dict[str, str]:
        """Return where the first of what ``remarks`` counts is."""
        unread = [where for where, _error in self._contents.unread]
        return {later("archives and folders that cannot be read"): unread[0]} if unread else {}

    def lacks(self, message: str) -> InvalidDataError:
        """Return the error of what is missing, with what is there in its place."""
        if self._contents.unread:
            return InvalidDataError(f"{message}. {self._contents.unread[0][1]}")
        names = [*self.find(".*"), *self._contents.workbooks]
        if not names:
            return InvalidDataError(message)
        more = ", ..." if len(names) > _NAMED else ""
        there = _("It has {names}").format(names=", ".join(names[:_NAMED]) + more)
        return InvalidDataError(sanitize(f"{message}. {there}"))

    def find(self, pattern: str) -> list[str]:
        """Return the names of the files that a regular expression matches whole, in any case."""
        match = re.compile(pattern, re.IGNORECASE).fullmatch
        return sorted(files[0].name for files in self._files.values() if match(files[0].name))

    def texts(self, pattern: str) -> Iterator[str]:
        """Yield the beginnings of the text files with such a name, every one."""
        for name in self.find(pattern):
            for file in self._files[name.casefold()]:
                with self._reading(file) as raw:
                    yield str(raw.read(10_000).decode("utf-8", "replace"))

    @contextmanager
    def lines(self, name: str) -> Iterator[Iterator[str]]:
        """Give the lines of a file with their ends, as UTF-8, with or without a byte order mark."""
        with self._reading(self._only(name)) as file:
            yield self._lines(file, name)

    def _lines(self, raw: BinaryIO, name: str) -> Iterator[str]:
        """Yield the lines; decoded one by one, so that what is no text is told with its line."""
        line = b"\n"
        for number, line in enumerate(iter(partial(raw.readline, MAX_LINE), b""), start=1):
            if len(line) == MAX_LINE:
                raise damaged(f"{name}:{number}", _("has a line without an end"))
            try:
                yield line.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError:
                no_text = _(
                    "is not UTF-8 text; download it again (a spreadsheet may have changed it)"
                )
                raise damaged(f"{name}:{number}", no_text) from None
        if not line.endswith((b"\n", b"\r")):
            self._unended.add(name)

    def _only(self, name: str) -> File:
        """Return the file of a name, one of them if all say the same; raises InvalidDataError."""
        first, *others = self._files[name.casefold()]
        for other in others:
            if not self._is_same(first, other):
                raise damaged(
                    name,
                    _(
                        "stands in it twice, and the two differ: {one} and {other}; "
                        "import one download at a time"
                    ).format(one=first.where, other=other.where),
                )
        self._files[name.casefold()] = [first]
        return first

    def _is_same(self, one: File, other: File) -> bool:
        if one.size and other.size and one.size != other.size:
            return False
        with self._reading(one) as first, self._reading(other) as second:
            parts = (iter(partial(raw.read, _CHUNK), b"") for raw in (first, second))
            return all(here == there for here, there in zip_longest(*parts))

    @contextmanager
    def _reading(self, file: File) -> Iterator[Any]:
        if file.size > MAX_BYTES:
            raise damaged(file.name, _("is far larger than any published file"))
        with ExitStack() as stack:
            try:
                raw = stack.enter_context(file.open())
            except OSError as error:
                raise unreadable(file.where, error) from None
            except BROKEN as error:
                raise broken(file.where, error) from None
            yield io.BufferedReader(_Counted(raw, file, self.progress), _CHUNK)


class _Counted(io.RawIOBase):
    """Tells how far a file has been read, and ends when there is more than there can be."""

    def __init__(self, raw: Any, file: File, progress: Progress) -> None:
        self._raw = raw
        self._file = file
        self._most = min(file.most, MAX_BYTES)
        self._progress = progress
        self._done = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            chunk = self._raw.read(len(buffer))
        except OSError as error:
            raise unreadable(self._file.where, error) from None
        except BROKEN as error:
            raise broken(self._file.where, error) from None
        buffer[: len(chunk)] = chunk
        self._done += len(chunk)
        if self._done > self._most:
            raise too_large(self._file)
        self._progress(self._file.name, self._done, max(self._file.size, self._done))
        return len(chunk)


@contextmanager
def open_download(path: Path, progress: Progress = unseen) -> Iterator[Download]:
    """Give the download at a path: a folder or an archive, as published or as passed on.

    Raises UsageError if there is none, InvalidDataError if it is damaged, now or while it is
    read.
    """
    with ExitStack() as stack:
        contents = Contents(stack, progress)
        yield Download(path, contents.tables(path), contents, progress)
