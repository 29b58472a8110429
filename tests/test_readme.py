"""Every example in the README and the docs runs."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, always

pytestmark = pytest.mark.shipped

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def examples() -> list[tuple[str, str]]:
    """Return (page, command) for every line in a sh block that begins with ``careers``."""
    found = []
    for page in PAGES:
        for block in re.findall(r"```sh\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
            found += [(page.name, row) for row in block.splitlines() if row.startswith("careers ")]
    return found


@pytest.fixture
def bin_folder(tmp_path: Path) -> Path:
    """A folder with ``careers`` in it: the program named by CAREERS_BIN, or this checkout's."""
    program = os.environ.get("CAREERS_BIN") or shlex.join([sys.executable, "-m", "careercli"])
    script = tmp_path / "bin" / "careers"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec {program} "$@"\n')
    script.chmod(0o755)
    return script.parent


def test_there_are_examples() -> None:
    """The README shows more than a handful of commands."""
    assert len([command for page, command in examples() if page == "README.md"]) >= 10


README = [example for example in examples() if example[0] == "README.md"]


@pytest.mark.parametrize("example", always(README[::3], examples()), ids=": ".join)
def test_example(example: tuple[str, str], bin_folder: Path) -> None:
    """The command line stands as written, and succeeds."""
    _, command = example
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=ROOT,
        env=os.environ | {"PATH": f"{bin_folder}:{os.environ['PATH']}", "BROWSER": "true"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout or "--open" in command
