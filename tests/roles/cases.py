"""Role files with a mistake each: what they should be told, and on which line."""

import re
from pathlib import Path

from careercli.roles.workspace import Workspace, read_workspace

FILES = Path(__file__).parent / "files"


def workspace_with(path: Path) -> Workspace:
    """Return the shipped library and one more file."""
    return read_workspace(extra=[path])


def expected(path: Path) -> list[str]:
    """Return the ``# expect:`` lines at the top of a negative file."""
    return re.findall(r"^# expect: (.+)$", path.read_text("latin-1"), re.MULTILINE)


def marked_lines(path: Path) -> set[int]:
    """Return the lines that end in ``# here``, or the first one: where the problems are."""
    lines = path.read_text("latin-1").split("\n")
    return {n for n, line in enumerate(lines, start=1) if line.endswith("# here")} or {1}
