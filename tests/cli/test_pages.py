"""What users see: whole pages as snapshots, from the program as a process.

Read a snapshot before you accept it: ``pytest --snapshot-update`` writes what the
program prints now, right or wrong.
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

CASES = {
    "show-piped": (["show", "machine-learning-engineer"], PIPED),
    "show-piped-nl": (["show", "machine-learning-engineer", "--lang", "nl"], PIPED),
    "show-80": (["show", "machine-learning-engineer"], DRAWN | {"COLUMNS": "80"}),
    "show-80-nl": (
        ["show", "machine-learning-engineer", "--lang", "nl"],
        DRAWN | {"COLUMNS": "80"},
    ),
    "show-40": (["show", "machine-learning-engineer"], DRAWN | {"COLUMNS": "40"}),
    "show-140": (["show", "machine-learning-engineer"], DRAWN | {"COLUMNS": "140"}),
    "show-80-color": (
        ["show", "machine-learning-engineer", "--section", "salary,ai,vacancies"],
        COLOR | {"COLUMNS": "80"},
    ),
    "show-ascii": (
        ["show", "machine-learning-engineer", "--lang", "nl", "--section", "salary,ai,ladder"],
        DRAWN | {"COLUMNS": "80", "PYTHONIOENCODING": "ascii"},
    ),
    "show-suppressed": (
        ["show", "chief-data-officer", "--section", "salary,career"],
        DRAWN | {"COLUMNS": "80"},
    ),
    "show-regulated-nl": (
        ["show", "hbo-nurse", "--section", "salary,education,career", "--lang", "nl"],
        DRAWN | {"COLUMNS": "80"},
    ),
    "show-no-diploma": (
        ["show", "cleaner", "--section", "education,skills,ladder"],
        DRAWN | {"COLUMNS": "60"},
    ),
    "show-month": (
        ["show", "data-analyst", "--section", "salary", "--per", "month", "--hours", "32"],
        PIPED,
    ),
    "show-md": (["show", "data-engineer", "--format", "md"], PIPED),
    "ladder-80": (["ladder", "machine-learning-engineer"], DRAWN | {"COLUMNS": "80"}),
    "ladder-40-nl": (["ladder", "data-analyst", "--lang", "nl"], DRAWN | {"COLUMNS": "40"}),
    "ladder-piped": (["ladder", "chief-technology-officer"], PIPED),
    "compare-80": (
        ["compare", "data-scientist", "machine-learning-engineer"],
        DRAWN | {"COLUMNS": "80"},
    ),
    "compare-40": (
        ["compare", "data-scientist", "machine-learning-engineer", "head-of-ai"],
        DRAWN | {"COLUMNS": "40"},
    ),
    "compare-piped-nl": (
        ["compare", "data-scientist", "chief-data-officer", "--lang", "nl"],
        PIPED,
    ),
    "list-80": (["list"], DRAWN | {"COLUMNS": "80"}),
    "list-40": (["list", "--level", "lead"], DRAWN | {"COLUMNS": "40"}),
    "list-piped-nl": (["list", "--min-salary", "60000", "--lang", "nl"], PIPED),
    "search-80": (["search", "machin", "lerning"], DRAWN | {"COLUMNS": "80"}),
    "search-piped-nl": (["search", "taaltechnologie", "--lang", "nl"], PIPED),
    "sources-80": (["sources"], DRAWN | {"COLUMNS": "80"}),
    "vacancies-80": (["vacancies", "nlp-engineer"], DRAWN | {"COLUMNS": "80"}),
}


@pytest.mark.parametrize("name", CASES)
def test_page(name: str, run: Run, snapshot: SnapshotAssertion) -> None:
    """The page looks as it did when somebody last read it."""
    arguments, environment = CASES[name]
    done = run(*arguments, **environment)
    assert done.stderr == ""
    assert done.returncode == 0
    # Rich numbers its links at random; terminals only want parts of one link to share a number.
    shown = re.sub(r"8;id=\d+;", "8;id=N;", done.stdout)
    assert shown == snapshot(extension_class=TextFile)


@pytest.mark.parametrize("name", [name for name in CASES if "color" not in name])
def test_no_escape_sequence_without_color(name: str, run: Run) -> None:
    """Without colour not one escape sequence reaches the reader."""
    arguments, environment = CASES[name]
    assert "\x1b" not in run(*arguments, **environment).stdout


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 140, 400])
@pytest.mark.parametrize("command", ["show", "ladder", "compare"])
def test_no_line_is_wider_than_the_terminal(command: str, columns: int, run: Run) -> None:
    """At any width the drawn page fits."""
    roles = ["machine-learning-engineer"] + (["data-analyst"] if command == "compare" else [])
    done = run(command, *roles, **DRAWN, COLUMNS=str(columns))
    assert max(len(row) for row in done.stdout.splitlines()) <= columns
