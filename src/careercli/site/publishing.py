"""Put a site in a folder: whole, or not at all."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from careercli.errors import OutputError, UsageError, reason
from careercli.locale import translate as _
from careercli.site.building import File

MARK = "careers-site.json"
"""The file by which a folder is known as a site of ours, which may be replaced."""


def publish(folder: Path, made: Iterable[File]) -> int:
    """Write a site into a folder in place of the one that was there; return how many files.

    The new one is written beside it and takes its place at the end, so that whatever stops the
    writing leaves the old one. Raises UsageError for a folder that holds anything else, and
    OutputError where nothing can be written.
    """
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 - a link stays the link that was given
    refuse_what_is_not_ours(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as beside:
            fresh = Path(beside) / "site"
            count = _write(fresh, made)
            _swap(fresh, folder, Path(beside) / "before")
    except OSError as error:
        raise _cannot(folder, error) from error
    return count


def refuse_what_is_not_ours(folder: Path) -> None:
    """Raise UsageError for what is no folder, or one that is neither empty nor a site of ours.

    And OutputError where that cannot be seen.
    """
    try:
        there, is_folder = folder.exists(), folder.is_dir()
        is_free = not is_folder or (folder / MARK).is_file() or not any(folder.iterdir())
    except OSError as error:
        raise _cannot(folder, error) from error
    if not is_free:
        told = _("{folder} holds other files and no site of careers; give an empty or a new folder")
        raise UsageError(told.format(folder=folder))
    if there and not is_folder:
        raise UsageError(_("{folder} is no folder").format(folder=folder))


def _cannot(folder: Path, error: OSError) -> OutputError:
    told = _("the site cannot be written to {folder}: {reason}")
    return OutputError(told.format(folder=folder, reason=reason(error)))


def _write(folder: Path, made: Iterable[File]) -> int:
    """Write every file, then the mark, with which the site is whole."""
    folder.mkdir()
    known: set[Path] = set()
    count = 0
    for file in made:
        path = folder / file.path
        if path.parent not in known:
            path.parent.mkdir(parents=True, exist_ok=True)
            known.add(path.parent)
        path.write_bytes(file.data)
        count += 1
    (folder / MARK).write_text(json.dumps({"files": count}) + "\n", encoding="utf-8")
    return count


def _swap(fresh: Path, folder: Path, before: Path) -> None:
    """Let the new folder take the place of the old one, which is put back if that fails."""
    fresh.chmod(0o755)  # that of a temporary folder is for its owner alone
    if folder.exists():
        folder.rename(before)
    try:
        fresh.rename(folder)
    except OSError:
        if before.exists():
            before.rename(folder)
        raise
    shutil.rmtree(before, ignore_errors=True)
