"""The manual is made of the texts of help, in both languages."""

import re
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

from careercli.cli.commands import COMMANDS
from tests.conftest import ROOT, load_tool

pytestmark = pytest.mark.shipped


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The developer's tool that writes the manual."""
    return load_tool("manpages")


def test_the_manual_is_current(tool: ModuleType) -> None:
    """What stands in man/ is what the texts of help make today."""
    manuals = tool.manuals()
    assert {path.relative_to(ROOT / "man").as_posix() for path in manuals} == {
        "careers.1",
        "nl/careers.1",
    }
    for path, text in manuals.items():
        assert path.read_text(encoding="utf-8") == text, "run tools/manpages.py"


@pytest.mark.parametrize("page", ["careers.1", "nl/careers.1"])
def test_man_shows_it(page: str) -> None:
    """Every command has a section; man finds nothing wrong with it."""
    if not shutil.which("man"):
        pytest.skip("man is not installed")
    done = subprocess.run(
        ["man", "--warnings", "-l", str(ROOT / "man" / Path(page))],
        capture_output=True,
        encoding="utf-8",
        env={"PATH": "/usr/bin:/bin", "MANWIDTH": "80", "LC_ALL": "C.UTF-8"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    heads = re.findall(r"^CAREERS (\w+)", done.stdout, re.MULTILINE)
    assert list(dict.fromkeys(head.lower() for head in heads)) == list(COMMANDS)


def test_the_wheel_has_it() -> None:
    """Where man looks beside the program."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert '"man/nl/careers.1" = "share/man/nl/man1/careers.1"' in text
