"""A publisher's download, zip or folder: its files by name, read line by line, without trust.

Nothing is unpacked to the disk. What is not as published is told with file and line.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from careercli.errors import InvalidDataError, UsageError, reason
from careercli.locale import later
from careercli.locale import translate as _
from careercli.names import sanitize
from careercli.progress import Progress, unseen

MAX_FILES = 5000  # in a zip or a folder; the largest published one has sixty
MAX_BYTES = 1_000_000_000  # in one file, unpacked; the largest published one has 40 million
MAX_LINE = 4_000_000  # bytes; ESCO has lines of 140,000
MAX_PACKED = 200  # bytes from one; text is packed twenty to one

_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError)
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class _File(NamedTuple):
    folder: str
    name: str
    where: str
    size: int
    open: Callable[[], Any]


class Download:
    """The files of a download by their bare names, wherever in it they lie."""

    def __init__(self, path: Path, files: Iterable[_File], progress: Progress) -> None:
        self.path = path
        self.progress = progress
        self._unended: set[str] = set()
        self._files: dict[str, _File] = {}
        self._folders: list[str] = []
        for file in files:
            self._folders.append(file.folder)
            known = self._files.setdefault(file.name.casefold(), file)
            if known is not file:
                raise damaged(file.name, _("stands in it twice; import one download at a time"))

    def called(self, pattern: str) -> re.Match[str] | None:
        """Return where its name, or that of a folder in it, has a pattern: maybe the release."""
        names = (self.path.resolve().name, *dict.fromkeys(self._folders))
        return next(filter(None, (re.search(pattern, name) for name in names)), None)

    def remarks(self) -> dict[str, int]:
        """Return what a summary should say of the files that were read, with how many they are."""
        unended = later("files whose last line has no end, and may be cut off")
        return {unended: len(self._unended)} if self._unended else {}

    def find(self, pattern: str) -> list[str]:
        """Return the names of the files that a regular expression matches whole, in any case."""
        match = re.compile(pattern, re.IGNORECASE).fullmatch
        return sorted(file.name for file in self._files.values() if match(file.name))

    def text(self, name: str) -> str:
        """Return the beginning of a text file."""
        with self._opened(name) as file:
            return str(file.read(10_000).decode("utf-8", "replace"))

    @contextmanager
    def lines(self, name: str) -> Iterator[Iterator[str]]:
        """Give the lines of a file with their ends, as UTF-8, with or without a byte order mark."""
        with self._opened(name) as file:
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

    @contextmanager
    def _opened(self, name: str) -> Iterator[Any]:
        file = self._files[name.casefold()]
        if file.size > MAX_BYTES:
            raise damaged(name, _("is far larger than any published file"))
        try:
            raw = file.open()
        except OSError as error:
            raise unreadable(file.where, error) from None
        with raw:
            yield io.BufferedReader(_Counted(raw, file, self.progress), 1 << 18)


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
        try:
            chunk = self._raw.read(len(buffer))
        except OSError as error:
            raise unreadable(self._file.where, error) from None
        buffer[: len(chunk)] = chunk
        self._done += len(chunk)
        self._progress(self._file.name, self._done, self._file.size)
        return len(chunk)


@contextmanager
def open_download(path: Path, progress: Progress = unseen) -> Iterator[Download]:
    """Give the download at a path: a zip or a folder as published.

    Raises UsageError if there is none, InvalidDataError if it is damaged, now or while it is
    read.
    """
    with ExitStack() as stack:
        try:
            yield _found_at(path, progress, stack)
        except _BROKEN_ZIP as error:
            raise damaged(
                path,
                _("is damaged ({error}); download it again").format(
                    error=str(error) or type(error).__name__
                ),
            ) from None


def _found_at(path: Path, progress: Progress, stack: ExitStack) -> Download:
    """Return what lies at a path; ``stack`` closes a zip in the end."""
    try:
        if path.is_dir():
            return Download(path, _in_folder(path), progress)
        if not path.exists():
            raise UsageError(_("{path}: there is no such file or folder").format(path=path))
        if path.is_file() and zipfile.is_zipfile(path):
            archive = stack.enter_context(zipfile.ZipFile(path))
            return Download(path, _in_zip(archive), progress)
    except OSError as error:
        raise unreadable(path, error) from None
    except UnicodeDecodeError:
        raise damaged(path, _("holds a file without a readable name; download it again")) from None
    raise InvalidDataError(
        _(
            "{path}: is neither a folder nor a whole zip; give the download as published, "
            "and if it is a zip, download it again"
        ).format(path=path)
    )


def _in_folder(folder: Path) -> Iterator[_File]:
    """Yield the files of a folder and of those in it: where a zip was unpacked."""
    for count, path in enumerate(sorted((*folder.glob("*"), *folder.glob("*/*")))):
        if count > MAX_FILES:
            raise damaged(folder, _("holds far more files than any download"))
        if path.is_file() and _is_table(path.name):
            yield _File(
                path.parent.name,
                path.name,
                str(path),
                path.stat().st_size,
                partial(path.open, "rb"),
            )


def _in_zip(archive: zipfile.ZipFile) -> Iterator[_File]:
    members = archive.infolist()
    if len(members) > MAX_FILES:
        raise damaged(archive.filename, _("holds far more files than any download"))
    for member in members:
        parts = re.split(r"[/\\]", member.filename)
        if ".." in parts or not parts[0] or ":" in parts[0]:
            raise damaged(
                archive.filename,
                _("holds {name!r}, a name that leads out of it: no publisher made this").format(
                    name=member.filename
                ),
            )
        if member.is_dir() or parts[0] == "__MACOSX" or not _is_table(parts[-1]):
            continue
        where = f"{archive.filename}: {parts[-1]}"
        if member.flag_bits & 1 or member.compress_type not in _PACKED:
            raise damaged(
                where,
                _("is locked or packed in an unusual way; download it again"),
            )
        if member.file_size > 1_000_000 and member.file_size > MAX_PACKED * member.compress_size:
            raise damaged(
                where,
                _("unpacks to more than {times} times its size: no publisher made this").format(
                    times=MAX_PACKED
                ),
            )
        yield _File(
            "/".join(parts[:-1]), parts[-1], where, member.file_size, partial(archive.open, member)
        )


def _is_table(name: str) -> bool:
    return name.casefold().endswith((".csv", ".txt")) and not name.startswith(".")


def damaged(where: object, what: str) -> InvalidDataError:
    """Return the error that tells what is wrong with a download, and where."""
    return InvalidDataError(sanitize(f"{where}: {what}"))


def unreadable(where: object, error: OSError) -> InvalidDataError:
    """Return the error that tells why a file cannot be read: by its rights, or since it is cut."""
    told = reason(error)
    if isinstance(error, PermissionError | FileNotFoundError):
        return damaged(where, _("cannot be read ({error})").format(error=told))
    return damaged(where, _("is damaged ({error}); download it again").format(error=told))
