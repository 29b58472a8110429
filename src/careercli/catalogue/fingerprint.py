"""What the data folders looked like when they were compiled: enough to see a change since."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from careercli import __version__, paths
from careercli.catalogue.schema import SCHEMA_VERSION

_TICK = 20_000_000  # nanoseconds: file systems keep time in steps of up to 10 ms
_DATA = (".toml", ".csv", ".jsonl", ".jsonl.gz")


class Fingerprint(dict[str, object]):
    """Of every data folder the stamps of its files by name, and under ``version`` our own.

    A dict, since it is kept as JSON in the catalogue.
    """

    def of_base(self) -> dict[str, object]:
        """Return the part that tells of what lies below the written roles."""
        roles = {str(paths.data_dir() / "roles"), str(paths.user_roles_dir())}
        return {folder: stamps for folder, stamps in self.items() if folder not in roles}

    def is_current(self) -> bool:
        """Return whether the folders still look like this."""
        return self == _now()


def take_fingerprint() -> Fingerprint:
    """Return what the folders look like now.

    Waits for the clock of the file system to move on if a file has just been written: a
    second change within the same tick would have the same stamp.
    """
    while True:
        taken = _now()
        age = time.time_ns() - max(_times(taken), default=0)
        if not 0 <= age < _TICK:
            return taken
        time.sleep((_TICK - age) / 1e9)


def _now() -> Fingerprint:
    folders = {str(folder): _stamps(folder) for folder in _folders()}
    return Fingerprint(version=f"{SCHEMA_VERSION} {__version__}", **folders)


def _folders() -> Iterator[Path]:
    data = paths.data_dir()
    yield from (data, data / "roles", data / "figures", paths.user_roles_dir(), paths.imports_dir())


def _stamps(folder: Path) -> dict[str, str]:
    try:
        entries = [entry for entry in os.scandir(folder) if entry.name.endswith(_DATA)]
    except OSError:
        return {}
    return {entry.name: _stamp(entry) for entry in entries}


def _stamp(entry: os.DirEntry[str]) -> str:
    """Return what changes when a file changes."""
    try:
        status = entry.stat()
    except OSError:  # a dangling link; the compile will tell of it
        return "-"
    # The last time says when even a change that sets the other back was made.
    return f"{status.st_size} {status.st_ino} {status.st_mtime_ns} {status.st_ctime_ns}"


def _times(fingerprint: Fingerprint) -> Iterator[int]:
    for stamps in fingerprint.values():
        if isinstance(stamps, dict):
            for stamp in stamps.values():
                yield from map(int, stamp.split()[2:])
