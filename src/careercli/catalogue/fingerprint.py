"""What the data folders looked like when they were compiled: enough to see a change since.

A small folder is remembered file by file. Looking at 100,000 files would take longer than
everything else together, so of a large folder only the folder's own stamp is kept: it
changes when a file comes, goes or is replaced. A file that is edited in place is noticed
when its role is asked for: the catalogue keeps the file's stamp with the role.
"""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from careercli import __version__, paths
from careercli.catalogue.schema import FORMAT

LARGE = 1000  # files; more of them are not looked at one by one
_TICK = 20_000_000  # nanoseconds: file systems keep time in steps of up to 10 ms

Folder = dict[str, str] | str
"""The stamps of a small folder by name, or the stamp of a large one."""


class Fingerprint(dict[str, Folder]):
    """The stamps of every data folder by its path, and under ``version`` our own.

    A dict, since it is kept as JSON in the catalogue.
    """

    def of_file(self, path: Path) -> str | None:
        """Return the stamp of a file in a large folder; None in a small one, which has it here."""
        return file_fingerprint(path) if isinstance(self.get(str(path.parent)), str) else None

    def below_roles(self) -> dict[str, Folder]:
        """Return the stamps of what lies below the written roles: lists, tables, imports."""
        roles = {str(paths.data_dir() / "roles"), str(paths.user_roles_dir())}
        return {folder: stamp for folder, stamp in self.items() if folder not in roles}

    def are_current(self) -> bool:
        """Return whether the folders still look like this."""
        folders = {str(folder): _now(folder, self.get(str(folder))) for folder in _folders()}
        return self == {"version": _version(), **folders}


def take_fingerprint() -> Fingerprint:
    """Return what the folders look like now.

    Waits for the clock of the file system to move on if a file has just been written: a
    second change within the same tick would have the same stamp.
    """
    while True:
        taken = Fingerprint(version=_version(), **{str(f): _now(f, None) for f in _folders()})
        age = time.time_ns() - max(_times(taken), default=0)
        if not 0 <= age < _TICK:
            return taken
        time.sleep((_TICK - age) / 1e9)


def file_fingerprint(path: str | Path) -> str | None:
    """Return what changes when a file changes; None if it is not there."""
    try:
        return _stamp(Path(path).stat())
    except OSError:
        return None


def _version() -> str:
    return f"{FORMAT} {__version__}"


def _folders() -> Iterator[Path]:
    data = paths.data_dir()
    yield from (data, data / "roles", data / "figures", paths.user_roles_dir(), paths.imports_dir())


def _now(folder: Path, known: Folder | None) -> Folder:
    """Return the stamp of a folder; if it is known to be large, without looking into it."""
    if isinstance(known, str):
        return file_fingerprint(folder) or ""
    try:
        entries = [e for e in os.scandir(folder) if e.name.endswith((".toml", ".csv", ".jsonl"))]
    except OSError:
        return {}
    if len(entries) > LARGE:
        return file_fingerprint(folder) or ""
    return {entry.name: _entry_stamp(entry) for entry in sorted(entries, key=lambda e: e.name)}


def _entry_stamp(entry: os.DirEntry[str]) -> str:
    try:
        return _stamp(entry.stat())
    except OSError:  # a dangling link; the compile will tell of it
        return "-"


def _stamp(status: os.stat_result) -> str:
    # The last time says when even a change that sets the other back was made.
    return f"{status.st_size} {status.st_ino} {status.st_mtime_ns} {status.st_ctime_ns}"


def _times(stamps: Fingerprint) -> Iterator[int]:
    for folder in stamps.values():
        for stamp in folder.values() if isinstance(folder, dict) else (folder,):
            yield from map(int, stamp.split()[2:])
