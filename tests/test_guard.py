"""The guard over the project's own folders sees what a test may do to them."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.guard import FOLDERS, changed, state

ROLE = Path("data") / "roles" / "x.toml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one file in it."""
    for folder in FOLDERS:
        (tmp_path / folder).mkdir()
    (tmp_path / ROLE).parent.mkdir()
    (tmp_path / ROLE).write_text("x")
    return tmp_path


@pytest.mark.parametrize(
    "meddle",
    [
        lambda path: path.unlink(),
        lambda path: os.utime(path, ns=(1, 1)),
        lambda path: path.rename(path.with_name("y.toml")),
        lambda path: path.with_name("y.toml").touch(),
    ],
    ids=["gone", "written", "renamed", "new"],
)
def test_every_change_is_seen(project: Path, meddle: Callable[[Path], object]) -> None:
    """A file that came, went or was written is named, unless its folder may change."""
    before = state(project)
    meddle(project / ROLE)
    assert set(changed(before, state(project))) & {ROLE, ROLE.with_name("y.toml")}
    assert changed(before, state(project), allowed=["roles"]) == []


def test_what_is_new_at_the_top_is_seen(project: Path) -> None:
    """A folder or a file beside those of the project, but not what tools keep there."""
    before = state(project)
    (project / ".coverage").touch()
    assert changed(before, state(project)) == []
    (project / "public").mkdir()
    (project / "page.html").touch()
    assert changed(before, state(project)) == [Path("page.html"), Path("public")]


def test_what_tools_write_is_no_change(project: Path) -> None:
    """Compiled modules come by themselves."""
    before = state(project)
    (project / "src" / "__pycache__").mkdir()
    (project / "src" / "__pycache__" / "x.pyc").touch()
    assert changed(before, state(project)) == []


def test_it_looks_where_the_files_are() -> None:
    """Of this project it sees roles, modules and tests."""
    seen = {str(path) for path in state(ROOT)}
    assert {"data/skills.toml", "src/careercli/__main__.py", "tests/conftest.py"} <= seen
