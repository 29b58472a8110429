"""Whether a run of the tests left the project as it was."""

from collections.abc import Iterable
from pathlib import Path

FOLDERS = ("data", "docs", "schema", "src", "tests")
MADE_BY_TOOLS = {"__pycache__", ".pytest_cache"}

State = dict[Path, int]


def state(root: Path) -> State:
    """Return when each file of the project was last written, and which folders it has."""
    files = (path for folder in FOLDERS for path in (root / folder).rglob("*"))
    kept = {
        path.relative_to(root): path.lstat().st_mtime_ns
        for path in files
        if MADE_BY_TOOLS.isdisjoint(path.parts) and not path.is_dir()
    }
    # Tools keep what is theirs at the top under names with a dot.
    top = (path for path in root.iterdir() if not path.name.startswith("."))
    return kept | {
        path.relative_to(root): 0 if path.is_dir() else path.lstat().st_mtime_ns for path in top
    }


def changed(before: State, after: State, allowed: Iterable[str] = ()) -> list[Path]:
    """Return the files that came, went or were written, but for those in ``allowed`` folders."""
    paths = {path for path, _time in before.items() ^ after.items()}
    return sorted(path for path in paths if set(allowed).isdisjoint(path.parts))
