"""What users see: whole pages as snapshots, some from the program as a process.

Read a snapshot before you accept it: ``pytest --snapshot-update`` writes what the program
prints now, right or wrong. The roles are made up (``tests/data``): what is checked is how
they are shown.
"""

import re

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tests.conftest import Run


class TextFile(SingleFileSnapshotExtension):
    """One readable text file a snapshot."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


PIPED: dict[str, str] = {}
DRAWN = {"FORCE_COLOR": "1", "NO_COLOR": "1"}
COLOR = {"FORCE_COLOR": "1"}

WIDE = DRAWN | {"COLUMNS": "80"}
NARROW = DRAWN | {"COLUMNS": "40"}

CASES = {
    "show-piped": (["show", "cloud-shepherd"], PIPED),
    "show-piped-nl": (["show", "cloud-shepherd", "--lang", "nl"], PIPED),
    "show-80": (["show", "cloud-shepherd"], WIDE),
    "show-80-nl": (["show", "cloud-shepherd", "--lang", "nl"], WIDE),
    "show-40": (["show", "cloud-shepherd"], NARROW),
    "show-140": (["show", "cloud-shepherd"], DRAWN | {"COLUMNS": "140"}),
    "show-80-color": (
        ["show", "cloud-shepherd", "--section", "salary,ai,vacancies"],
        COLOR | {"COLUMNS": "80"},
    ),
    "show-ascii": (
        ["show", "cloud-shepherd", "--lang", "nl", "--section", "salary,ai,ladder"],
        WIDE | {"PYTHONIOENCODING": "ascii"},
    ),
    # Kept back in the Netherlands, top-coded in the US.
    "show-suppressed": (["show", "chief-rain-officer", "--section", "salary,career"], WIDE),
    "show-regulated-nl": (
        ["show", "wind-nurse", "--section", "salary,education,career", "--lang", "nl"],
        WIDE,
    ),
    "show-no-diploma": (
        ["show", "moon-polisher", "--section", "education,skills,ladder"],
        DRAWN | {"COLUMNS": "60"},
    ),
    # No code but ISCO's, and signs that mean something elsewhere.
    "show-odd-signs-nl": (["show", "puddle-keeper", "--lang", "nl"], WIDE),
    "show-month": (
        ["show", "fog-counter", "--section", "salary", "--per", "month", "--hours", "32"],
        PIPED,
    ),
    "show-md": (["show", "puddle-keeper", "--format", "md"], PIPED),
    "ladder-80": (["ladder", "cloud-shepherd"], WIDE),
    "ladder-40-nl": (["ladder", "fog-counter", "--lang", "nl"], NARROW),
    "ladder-piped": (["ladder", "chief-rain-officer"], PIPED),
    "compare-80": (["compare", "mist-weigher", "cloud-shepherd"], WIDE),
    "compare-40": (["compare", "mist-weigher", "cloud-shepherd", "head-of-weather"], NARROW),
    "compare-piped-nl": (
        ["compare", "mist-weigher", "chief-rain-officer", "--lang", "nl"],
        PIPED,
    ),
    "list-80": (["list"], WIDE),
    "list-40": (["list", "--level", "lead"], NARROW),
    "list-piped-nl": (["list", "--min-salary", "60000", "--lang", "nl"], PIPED),
    "search-80": (["search", "cloud", "shepherd"], WIDE),
    "search-piped-nl": (["search", "barometer", "--lang", "nl"], PIPED),
    "sources-80": (["sources"], WIDE),
    "vacancies-80": (["vacancies", "rain-reader"], WIDE),
}


IN_A_PROCESS = {"show-piped", "show-80-color", "show-ascii"}
"""One of each kind, and the one for which Python itself is set otherwise."""


@pytest.mark.parametrize("name", CASES)
def test_page(name: str, run: Run, ask: Run, snapshot: SnapshotAssertion) -> None:
    """The page looks as it did when somebody last read it; without colour nothing steers."""
    arguments, environment = CASES[name]
    done = (run if name in IN_A_PROCESS else ask)(*arguments, **environment)
    assert done.stderr == ""
    assert done.returncode == 0
    assert ("\x1b" in done.stdout) is ("color" in name)
    # Rich numbers its links at random; terminals only want parts of one link to share a number.
    shown = re.sub(r"8;id=\d+;", "8;id=N;", done.stdout)
    assert shown == snapshot(extension_class=TextFile)


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 140, 400])
@pytest.mark.parametrize("command", ["show", "ladder", "compare"])
def test_no_line_is_wider_than_the_terminal(command: str, columns: int, ask: Run) -> None:
    """At any width the drawn page fits."""
    roles = ["cloud-shepherd"] + (["fog-counter"] if command == "compare" else [])
    done = ask(command, *roles, **DRAWN, COLUMNS=str(columns))
    assert max(len(row) for row in done.stdout.splitlines()) <= columns
