"""The house keeps its shape: arrows point one way, and reading stays light."""

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

SOURCE = ROOT / "src" / "careercli"

# From the ground up: a room may use what stands before it, never what stands after.
ORDER = [
    "ground",
    "figures",
    "taxonomies",
    "roles",
    "pages",
    "catalogue",
    "render",
    "console",
    "cli",
]
ROOMS = {"figures", "taxonomies", "roles", "pages", "catalogue", "render", "cli"}


def room(module: str) -> str:
    """Return the room of a module: careercli.roles.model is in roles."""
    parts = module.split(".")[1:]
    if not parts:
        return "ground"
    if parts[0] in ROOMS or parts[0] == "console":
        return parts[0]
    return "cli" if parts[0] == "__main__" else "ground"


def imports(path: Path) -> set[str]:
    """Return every module of ours that a file imports, inside functions too."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("careercli"):
            module = node.module or ""
            names = [f"{module}.{alias.name}" for alias in node.names]
            found |= set(names) if module == "careercli" else {module}
    return found


FILES = sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_arrows_point_one_way(path: Path) -> None:
    """No module imports from a room above its own; type-only imports count too."""
    relative = path.relative_to(SOURCE.parent).with_suffix("")
    mine = ORDER.index(room(".".join(relative.parts)))
    for module in imports(path):
        # console draws documents, whose type it only names; the drawing comes from render.
        assert ORDER.index(room(module)) <= mine, f"{path.name} imports {module}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_modules_stay_readable(path: Path) -> None:
    """A module has one reason to exist, and fits in one's head."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.shipped
@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "machine-learning-engineer"],
        ["show", "machine-learning-engineer", "--format", "json"],
        ["ladder", "data-analyst"],
        ["compare", "data-analyst", "data-engineer"],
        ["list", "--sort", "salary"],
        ["search", "python"],
        ["vacancies", "data-analyst"],
        ["sources"],
    ],
)
def test_reading_imports_neither_pydantic_nor_tomli(arguments: list[str], run: Run) -> None:
    """With a compiled catalogue, no command that reads pays for the door or the workshop."""
    assert run(*arguments).returncode == 0  # compiled from here on
    done = run(*arguments, PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode == 0
    loaded = {row.rpartition("|")[2].strip() for row in done.stderr.splitlines()}
    assert "sqlite3" in loaded
    heavy = ("pydantic", "tomli", "babel", "filelock", "rapidfuzz", "careercli.roles")
    assert not [name for name in loaded if name.startswith(heavy)]
    if "json" in arguments or arguments[0] == "show":
        assert "rich.console" not in loaded  # piped: nothing is drawn
