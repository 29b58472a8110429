"""Find the compiled catalogue, or compile it: atomically, once, in memory if need be."""

import gc
import os
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path

from careercli import __version__, paths
from careercli.catalogue.schema import FORMAT

_LOCK_SECONDS = 30  # a compile takes about one; whoever waits longer compiles for itself


def fingerprint() -> str:
    """Return a text that differs as soon as a data file differs in name, size or time."""
    stamps = [f"{FORMAT} {__version__}"]
    data = paths.data_dir()
    for folder in (data, data / "roles", data / "figures", paths.user_roles_dir()):
        stamps += sorted(_stamps(folder))
    return "\n".join(stamps)


def _stamps(folder: Path) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.endswith((".toml", ".csv")):
            try:
                status = entry.stat()
            except OSError:  # a dangling link; the compile will tell of it
                yield f"{entry.path} -"
            else:
                yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"


def catalogue_file() -> Path:
    """Return where the catalogue of these folders lies; two checkouts do not share one."""
    folders = f"{paths.data_dir()}\n{paths.user_roles_dir()}"
    return paths.cache_dir() / f"catalogue-{zlib.crc32(folders.encode()):08x}.sqlite"


def open_catalogue() -> sqlite3.Connection:
    """Return a connection to a catalogue that matches the data folders as they are now.

    Compiles it if a data file changed: under a lock, into a temporary file that replaces
    the old one. Where nothing can be written, the catalogue is compiled in memory.
    Raises InvalidDataError if the shipped lists or tables are broken.
    """
    current = fingerprint()
    file = catalogue_file()
    return _open_if_current(file, current) or _renew(file, current)


def _open_if_current(file: Path, current: str) -> sqlite3.Connection | None:
    try:
        # immutable: the file is replaced as a whole, never written in place.
        uri = f"file:{_quoted(file)}?mode=ro&immutable=1"
        connection = sqlite3.connect(uri, uri=True)
    except sqlite3.Error:  # not there
        return None
    try:
        row = connection.execute("SELECT value FROM meta WHERE key = 'fingerprint'").fetchone()
    except sqlite3.Error:  # not ours, damaged
        row = None
    if row and row[0] == current:
        return connection
    connection.close()
    return None


def _quoted(file: Path) -> str:
    text = file.absolute().as_posix()
    for char in "%?#":
        text = text.replace(char, f"%{ord(char):02x}")
    return text if text.startswith("/") else f"/{text}"


def _renew(file: Path, current: str) -> sqlite3.Connection:
    from filelock import FileLock, Timeout

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{file}.lock", timeout=_LOCK_SECONDS):
            opened = _open_if_current(file, current)  # another command was quicker
            if opened is None:
                _compile_into(file, current)
                opened = _open_if_current(file, current)
    except (OSError, sqlite3.Error, NotImplementedError, Timeout):
        opened = None
    return opened or _compile_in_memory(current)


def _compile_into(file: Path, current: str) -> None:
    temporary = file.with_name(f"{file.name}.{os.getpid()}.tmp")
    try:
        temporary.unlink(missing_ok=True)  # left by a killed process that had our number
        connection = sqlite3.connect(temporary)
        try:
            # No journal: a half-written temporary file is thrown away, never repaired.
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            _compile(connection, current)
        finally:
            connection.close()
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)


def _compile_in_memory(current: str) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    _compile(connection, current)
    return connection


def _compile(connection: sqlite3.Connection, current: str) -> None:
    # Imported here: it brings Pydantic and tomli, which a reading command does without.
    from careercli.catalogue.compiling import compile_catalogue

    gc.enable()
    compile_catalogue(connection, current)
