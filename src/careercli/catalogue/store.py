"""Find the compiled catalogue, or compile it: atomically, once, in memory if need be."""

import gc
import json
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from careercli import paths
from careercli.catalogue.fingerprint import Fingerprint, take_fingerprint
from careercli.progress import Watch

_LOCK_SECONDS = 600  # a lock ends with the process that has it
_TRIES = 3  # compiles, if data files change while they are read


def catalogue_file() -> Path:
    """Return where the catalogue of these folders lies; two checkouts do not share one."""
    folders = f"{paths.data_dir()}\n{paths.user_roles_dir()}\n{paths.imports_dir()}"
    return paths.cache_dir() / f"catalogue-{zlib.crc32(folders.encode()):08x}.sqlite"


def _nobody_minds() -> None:
    """Wait in silence."""


def open_catalogue(
    watch: Watch = iter, waiting: Callable[[], None] = _nobody_minds
) -> sqlite3.Connection:
    """Return a connection to a catalogue that matches the data folders as they are now.

    Compiles it if a data file changed: under a lock, into a temporary file that replaces
    the old one. Where nothing can be written, the catalogue is compiled in memory.
    ``watch`` is shown the roles as they are compiled; ``waiting`` is called once if another
    command is at it for over a second.
    Raises InvalidDataError if the shipped lists or tables are broken.
    """
    file = catalogue_file()
    return _open_if_current(file) or _renew(file, watch, waiting)


def throw_away_catalogue() -> None:
    """Delete a catalogue that turned out to be damaged: the next open makes a new one.

    Where it cannot be deleted it stays, and so does its trouble.
    """
    try:
        catalogue_file().unlink(missing_ok=True)
    except OSError:
        return


def _open(file: Path) -> sqlite3.Connection | None:
    try:
        # immutable: the file is replaced as a whole, never written in place.
        return sqlite3.connect(f"file:{_quoted(file)}?mode=ro&immutable=1", uri=True)
    except sqlite3.Error:  # not there
        return None


def _open_if_current(file: Path) -> sqlite3.Connection | None:
    return _open_if(file, Fingerprint.is_current)


def _open_if(file: Path, holds: Callable[[Fingerprint], bool]) -> sqlite3.Connection | None:
    """Open a catalogue if its fingerprint is as it should be."""
    connection = _open(file)
    if connection is None:
        return None
    try:
        row = connection.execute("SELECT value FROM meta WHERE key = 'fingerprint'").fetchone()
        if row and holds(Fingerprint(json.loads(row[0]))):
            return connection
    except (sqlite3.Error, ValueError, TypeError):  # not ours, damaged
        pass
    connection.close()
    return None


def _quoted(file: Path) -> str:
    text = file.absolute().as_posix()
    for char in "%?#":
        text = text.replace(char, f"%{ord(char):02x}")
    return text if text.startswith("/") else f"/{text}"


def _renew(file: Path, watch: Watch, waiting: Callable[[], None]) -> sqlite3.Connection:
    from filelock import Timeout

    lock = file.with_name(f"{file.name}.lock")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if lock.is_symlink():  # whoever put it there wants something else written to
            lock.unlink()
        with _held(lock, waiting):
            opened = _open_if_current(file)  # another command was quicker
            if opened is None:
                _compile_into(file, watch)
                _clear_of_gone_installs(file)
                opened = _open(file)  # current, or as near as files that keep changing allow
    except (OSError, sqlite3.Error, NotImplementedError, Timeout):
        opened = None
    return opened or _compiled(":memory:", watch)


@contextmanager
def _held(lock: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold a lock file; raises filelock.Timeout if another process does not let go of it."""
    from filelock import FileLock, Timeout

    mutex = FileLock(lock)
    try:
        mutex.acquire(timeout=min(1, _LOCK_SECONDS))
    except Timeout:
        waiting()
        mutex.acquire(timeout=_LOCK_SECONDS)
    try:
        yield
    finally:
        mutex.release()


def _compile_into(file: Path, watch: Watch) -> None:
    """Compile beside a file, then put the result in its place. The lock must be held."""
    for left in file.parent.glob(f"{file.name}.*.tmp"):  # by a process that was killed
        left.unlink(missing_ok=True)
    temporary = file.with_name(f"{file.name}.{os.getpid()}.tmp")
    try:
        _compiled(temporary, watch).close()
        _reach_the_disk(temporary)
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)


def _clear_of_gone_installs(own: Path) -> None:
    """Delete the catalogues of installs whose data folder is gone, and what lies beside them.

    Nobody else will: an install that is removed does not know of its cache.
    """
    for file in own.parent.glob("catalogue-*.sqlite"):
        if file != own and not _is_of_an_install(file):
            for left in (file, *own.parent.glob(f"{file.stem}.*")):
                with suppress(OSError):  # another process has it open, on Windows
                    left.unlink(missing_ok=True)


def _is_of_an_install(file: Path) -> bool:
    """Return whether the data folder of a catalogue is there; one that nobody can read has none."""
    connection = _open(file)
    if connection is None:
        return True
    with closing(connection):
        try:
            row = connection.execute("SELECT value FROM meta WHERE key = 'fingerprint'").fetchone()
            folders = [name for name in json.loads(row[0]) if name != "version"]
        except (sqlite3.Error, ValueError, TypeError):
            return False
    return Path(folders[0]).is_dir() if folders else False


def _reach_the_disk(file: Path) -> None:
    """Wait until a file is written: after a power cut there is the old one or this one."""
    descriptor = os.open(file, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _compiled(where: Path | str, watch: Watch, tries: int = _TRIES) -> sqlite3.Connection:
    """Return a catalogue of the folders as they were at one moment.

    If a file changes meanwhile, everything is read again; the last try is taken as it is.
    """
    gc.enable()
    fingerprint = take_fingerprint()
    connection = _laid_over_present(where, fingerprint, watch) or _made(where, fingerprint, watch)
    if tries == 1 or fingerprint.is_current():
        return connection
    connection.close()
    _clear(where)
    return _compiled(where, watch, tries - 1)


def _laid_over_present(
    where: Path | str, fingerprint: Fingerprint, watch: Watch
) -> sqlite3.Connection | None:
    """Return a catalogue made from the present one, if only role files have changed since."""
    base = fingerprint.of_base()
    present = _open_if(catalogue_file(), lambda kept: kept.of_base() == base)
    if present is None:
        return None
    try:
        with closing(present):
            return _made(where, fingerprint, watch, present)
    except sqlite3.DatabaseError:  # it is damaged somewhere
        _clear(where)
        return None


def _made(
    where: Path | str,
    fingerprint: Fingerprint,
    watch: Watch,
    present: sqlite3.Connection | None = None,
) -> sqlite3.Connection:
    """Return a new catalogue, with the base of the present one if it is given."""
    # Imported here: it brings Pydantic and tomli, which a reading command does without.
    from careercli.catalogue.compiling import compile_base, compile_roles

    connection = sqlite3.connect(where, isolation_level=None)
    try:
        # A half-written temporary file is thrown away, never repaired; in memory, the journal
        # is for what is left out half-way.
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("PRAGMA synchronous = OFF")
        if present is not None:
            present.backup(connection)
        reference = None if present is not None else compile_base(connection, watch)
        compile_roles(connection, fingerprint, watch, reference)
    except BaseException:
        connection.close()
        raise
    return connection


def _clear(where: Path | str) -> None:
    if isinstance(where, Path):
        where.unlink(missing_ok=True)
