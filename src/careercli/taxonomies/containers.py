"""The tables of a download, whatever it lies in: a folder, a zip, a tar, or one within another.

Who made it is not known, so nothing in it is trusted: no name that leads out, no link, nothing
that unpacks to more than it can be. What must be unpacked to be read at all, a zip in a zip or
a compressed tar, is kept in a nameless temporary file meanwhile.
"""

import bz2
import gzip
import lzma
import re
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, NamedTuple, cast

from careercli.errors import InvalidDataError, UsageError, reason
from careercli.locale import translate as _
from careercli.names import sanitize
from careercli.progress import Progress

MAX_FILES = 5000  # tables of a download; the largest published one has sixty
MAX_ENTRIES = 100_000  # of a folder or a tar that are looked at
MAX_ARCHIVES = 100  # that are open at once; ESCO in every language is thirty
MAX_DEPTH = 3  # archives in one another
MAX_LINE = 4_000_000  # bytes; ESCO has lines of 140,000
MAX_PACKED = 200  # bytes from one; text is packed twenty to one
MAX_KEPT = 4_000_000_000  # bytes in temporary files; ESCO in every language is one billion
_CHUNK = 1 << 20
_SMALL = 1_000_000  # bytes that anything may unpack to

BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError),
    *(tarfile.TarError, lzma.LZMAError),
)
_ZIP_PACKING = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_PACKERS: dict[bytes, Callable[[Any], Any]] = {
    b"\x1f\x8b": gzip.open,
    b"\xfd7zXZ\0": lzma.open,
    b"BZh": bz2.open,
}
_TABLE = re.compile(r"[^.].*\.(?:csv|txt)", re.IGNORECASE)
_PACKED_TABLE = re.compile(rf"({_TABLE.pattern})\.(?:gz|xz|bz2)", re.IGNORECASE)
_ARCHIVE = re.compile(r"[^.].*\.(?:zip|tar(?:\.(?:gz|xz|bz2))?|tgz|txz|tbz2?)", re.IGNORECASE)
WORKBOOK = re.compile(r"[^.~].*\.(?:xls[xmb]?|ods)", re.IGNORECASE)


class File(NamedTuple):
    """A file, wherever it lies: ``folders`` and archives around it, the outermost first.

    ``size`` is what it has, or 0 if that is not known; ``most`` is what it may have.
    """

    folders: tuple[str, ...]
    name: str
    where: str
    size: int
    most: int
    open: Callable[[], AbstractContextManager[Any]]


class Contents:
    """What lies at a path. ``unread`` are the archives and folders in it that cannot be read.

    Those may be anybody's, so they stop nothing. ``workbooks`` are the names of spreadsheets.
    ``stack`` closes in the end what had to be opened.
    """

    def __init__(self, stack: ExitStack, progress: Progress) -> None:
        self.unread: list[tuple[str, InvalidDataError]] = []
        self.workbooks: list[str] = []
        self._stack = stack
        self._progress = progress
        self._tables = self._archives = self._entries = self._kept = 0

    def tables(self, path: Path) -> list[File]:
        """Return the tables at a path; raises UsageError or InvalidDataError if it has none."""
        try:
            if path.is_dir():
                return list(self._in_folder(path))
            if not path.exists():
                raise UsageError(_("{path}: there is no such file or folder").format(path=path))
            if WORKBOOK.fullmatch(path.name):
                raise damaged(
                    path, _("is a workbook of a spreadsheet; give the download as published")
                )
            if is_table(path.name):
                raise damaged(
                    path,
                    _("is one file of a download; give the folder that it lies in, or the zip"),
                )
            if not path.is_file():
                raise _neither(path)
            return self._in_archive(_plain(path, ()), 1)
        except OSError as error:
            raise unreadable(path, error) from None

    def _in_folder(self, top: Path) -> Iterator[File]:
        """Yield the tables in a folder and in those in it; a link is followed once."""
        seen: set[tuple[int, int]] = set()
        waiting: list[tuple[Path, tuple[str, ...]]] = [(top, (top.resolve().name,))]
        while waiting:
            folder, names = waiting.pop()
            try:
                status = folder.stat()
                paths = [(path, path.is_dir()) for path in sorted(folder.iterdir())]
            except OSError as error:
                if folder == top:
                    raise
                self.unread.append((str(folder), unreadable(folder, error)))
                continue
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            for path, is_folder in paths:
                self._count_entry(top)
                if path.name.startswith(".") or path.name == "__MACOSX":
                    continue
                if is_folder:
                    waiting.append((path, (*names, path.name)))
                elif path.is_file():
                    yield from self._tables_in(_plain(path, names), 0)

    def _count_entry(self, where: object) -> None:
        self._entries += 1
        if self._entries > MAX_ENTRIES:
            raise damaged(where, _("holds far more files than any download"))

    def _tables_in(self, file: File, depth: int) -> Iterator[File]:
        """Yield a file if it is a table, or the tables in it if it is an archive."""
        if is_table(file.name):
            self._tables += 1
            if self._tables > MAX_FILES:
                outer = file.where.rpartition(": ")[0] or Path(file.where).parent
                raise damaged(outer, _("holds far more files than any download"))
            yield _loose(file)
        elif _ARCHIVE.fullmatch(file.name):
            try:
                found = self._in_archive(file, depth + 1)
            except InvalidDataError as error:
                self.unread.append((file.where, error))
            else:
                yield from found
        elif WORKBOOK.fullmatch(file.name):
            self.workbooks.append(file.name)

    def _in_archive(self, file: File, depth: int) -> list[File]:
        """Return the tables in an archive, which stays open if there are any."""
        if depth > MAX_DEPTH or self._archives == MAX_ARCHIVES:
            raise damaged(file.where, _("is one archive too many; unpack it first"))
        try:
            with ExitStack() as own:
                found = list(self._members(file, depth, own))
                if found:
                    self._archives += 1
                    self._stack.enter_context(own.pop_all())
        except OSError as error:
            raise unreadable(file.where, error) from None
        except UnicodeDecodeError:
            raise damaged(
                file.where, _("holds a file without a readable name; download it again")
            ) from None
        except BROKEN as error:
            raise broken(file.where, error) from None
        return found

    def _members(self, file: File, depth: int, stack: ExitStack) -> Iterator[File]:
        raw = stack.enter_context(file.open())
        if isinstance(raw, zipfile.ZipExtFile):  # it can be read from the beginning only
            raw = stack.enter_context(self._unpacked(raw, file, file.most))
        head = raw.read(8)
        raw.seek(0)
        # A tar that ends with a zip looks like one from behind.
        if head.startswith(b"PK") and zipfile.is_zipfile(raw):
            archive = stack.enter_context(zipfile.ZipFile(raw))
            yield from self._in_zip(archive, file, depth)
            return
        raw.seek(0)
        packer = next((open_ for magic, open_ in _PACKERS.items() if head.startswith(magic)), None)
        if packer:
            most = max(_SMALL, MAX_PACKED * file.size)
            raw = stack.enter_context(self._unpacked(stack.enter_context(packer(raw)), file, most))
        try:
            tar = stack.enter_context(tarfile.TarFile(fileobj=cast("Any", _Wary(raw))))
        except tarfile.ReadError:
            raise _neither(file.where) from None
        yield from self._in_tar(tar, file, depth)

    def _unpacked(self, raw: Any, file: File, most: int) -> Any:
        """Return a temporary file with all that can be read from a stream."""
        kept = TemporaryFile()  # noqa: SIM115 - whoever asked closes it
        try:
            while chunk := raw.read(_CHUNK):
                self._kept += len(chunk)
                if kept.tell() + len(chunk) > most:
                    raise _too_large(file.where)
                if self._kept > MAX_KEPT:
                    raise damaged(file.where, _("is far larger than any published file"))
                _write(kept, chunk)
                self._progress(file.name, kept.tell(), max(file.size, kept.tell()))
        except BaseException:
            kept.close()
            raise
        kept.seek(0)
        return kept

    def _in_zip(self, archive: zipfile.ZipFile, file: File, depth: int) -> Iterator[File]:
        members = archive.infolist()
        if len(members) > MAX_ENTRIES:
            raise damaged(file.where, _("holds far more files than any download"))
        for member in members:
            parts = _parts(member.filename, file)
            if member.is_dir() or not _is_wanted(parts):
                continue
            where = f"{file.where}: {parts[-1]}"
            if member.flag_bits & 1 or member.compress_type not in _ZIP_PACKING:
                raise damaged(where, _("is locked or packed in an unusual way; download it again"))
            size = member.file_size
            if size > _SMALL and size > MAX_PACKED * member.compress_size:
                raise _too_large(where)
            yield from self._tables_in(
                _member(file, parts, where, size, partial(archive.open, member)), depth
            )

    def _in_tar(self, tar: tarfile.TarFile, file: File, depth: int) -> Iterator[File]:
        for member in tar:
            self._count_entry(file.where)
            parts = _parts(member.name, file)
            if member.isdir() or not _is_wanted(parts):
                continue
            where = f"{file.where}: {parts[-1]}"
            if not member.isreg() or member.issparse():
                link = damaged(where, _("is a link or no whole file, and is not followed"))
                self.unread.append((where, link))
                continue
            yield from self._tables_in(
                _member(file, parts, where, member.size, partial(tar.extractfile, member)), depth
            )


class _Wary:
    """A tar as its reader sees it; what is read at once is never more than a line may have.

    The head of a member says how long its name is, and that much would be read into memory.
    """

    def __init__(self, raw: Any) -> None:
        self.seek = raw.seek
        self.tell = raw.tell
        self.seekable = raw.seekable
        self._read = raw.read

    def read(self, size: int) -> Any:
        if size > MAX_LINE:
            raise tarfile.ReadError(f"header of {size} bytes")
        return self._read(size)


def is_table(name: str) -> bool:
    """Return whether a file is a table by its name, packed by itself or not."""
    return bool(_TABLE.fullmatch(name) or _PACKED_TABLE.fullmatch(name))


def _is_wanted(parts: list[str]) -> bool:
    return parts[0] != "__MACOSX" and any(
        (is_table(parts[-1]), _ARCHIVE.fullmatch(parts[-1]), WORKBOOK.fullmatch(parts[-1]))
    )


def _plain(path: Path, folders: tuple[str, ...]) -> File:
    size = path.stat().st_size
    return File(folders, path.name, str(path), size, size, partial(path.open, "rb"))


def _member(
    file: File, parts: Iterable[str], where: str, size: int, open_: Callable[[], Any]
) -> File:
    *folders, name = parts
    return File((*file.folders, file.name, *folders), name, where, size, size, open_)


def _loose(file: File) -> File:
    """Return a table as it is when it is unpacked, if it was packed by itself."""
    found = _PACKED_TABLE.fullmatch(file.name)
    if not found:
        return file
    most = max(_SMALL, MAX_PACKED * file.size)
    return file._replace(name=found[1], size=0, most=most, open=partial(_unpacking, file))


@contextmanager
def _unpacking(file: File) -> Iterator[Any]:
    with file.open() as packed:
        head = packed.read(8)
        packed.seek(0)
        for magic, opened in _PACKERS.items():
            if head.startswith(magic):
                with opened(packed) as raw:
                    yield raw
                return
        raise broken(file.where, EOFError(_("it is not packed as its name says")))


def _parts(name: str, file: File) -> list[str]:
    """Return the folders and the name of a member; raises InvalidDataError if it leads out."""
    parts = re.split(r"[/\\]", name)
    if ".." in parts or not parts[0] or ":" in parts[0]:
        raise damaged(
            file.where,
            _("holds {name!r}, a name that leads out of it: no publisher made this").format(
                name=name
            ),
        )
    return [part for part in parts if part not in ("", ".")] or [""]


def _write(kept: Any, chunk: bytes) -> None:
    try:
        kept.write(chunk)
        kept.flush()
    except OSError as error:
        raise InvalidDataError(
            _("there is no room to unpack the download ({reason}); TMPDIR says where else").format(
                reason=reason(error)
            )
        ) from None


def _neither(where: object) -> InvalidDataError:
    return damaged(
        where,
        _(
            "is neither a folder nor a whole zip or tar; give the download as published, "
            "and if it is a zip, download it again"
        ),
    )


def _too_large(where: object) -> InvalidDataError:
    return damaged(
        where,
        _("unpacks to more than {times} times its size: no publisher made this").format(
            times=MAX_PACKED
        ),
    )


def too_large(file: File) -> InvalidDataError:
    """Return the error of a file that goes on after it should have ended."""
    return _too_large(file.where)


def broken(where: object, error: Exception) -> InvalidDataError:
    """Return the error that tells that an archive is not whole."""
    told = str(error) or type(error).__name__
    return damaged(where, _("is damaged ({error}); download it again").format(error=told))


def damaged(where: object, what: str) -> InvalidDataError:
    """Return the error that tells what is wrong with a download, and where."""
    return InvalidDataError(sanitize(f"{where}: {what}"))


def unreadable(where: object, error: OSError) -> InvalidDataError:
    """Return the error that tells why a file cannot be read: by its rights, or since it is cut."""
    told = reason(error)
    if isinstance(error, PermissionError | FileNotFoundError):
        return damaged(where, _("cannot be read ({error})").format(error=told))
    return damaged(where, _("is damaged ({error}); download it again").format(error=told))
