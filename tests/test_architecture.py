"""The packages keep their shape: who may import whom, where SQL stands, what reading loads."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run, always

SOURCE = ROOT / "src" / "careercli"

# The modules beside the packages that any of them may use, and that use none of them.
GROUND = {
    "choices",
    "errors",
    "locale",
    "names",
    "pager",
    "paths",
    "progress",
    "screen",
    "settings",
}

# Which package may import from which others; a new package or module has to be named here.
ALLOWED = {
    "ground": set(),
    "figures": {"ground"},
    "pages": {"figures"},
    "taxonomies": {"ground"},
    "resumes": {"ground"},
    "roles": {"figures", "taxonomies", "ground"},
    "catalogue": {"pages", "roles", "taxonomies", "figures", "ground"},
    "render": {"pages", "figures", "ground"},
    "site": {"catalogue", "pages", "render", "ground"},
    "export": {"pages", "render", "ground"},
    "assistant": {"catalogue", "render", "ground"},
    "browse": {"catalogue", "pages", "render", "ground"},
    "console": {"render", "ground"},
    "cli": {
        "assistant",
        "browse",
        "catalogue",
        "console",
        "export",
        "figures",
        "pages",
        "render",
        "resumes",
        "roles",
        "site",
        "taxonomies",
        "ground",
    },
    "__main__": {"cli", "ground"},
}

# Of a package that may import another, the modules that do: Pydantic and TOML stay with those
# that compile, check or write role files, and what an import holds with those that read it.
ONLY = {
    ("catalogue", "roles"): {
        "compiling",
        "index",
        "occupations",
        "previewing",
        "writing",
        "written",
    },
    ("catalogue", "taxonomies"): {
        "catalogue",
        "compiling",
        "import_page",
        "occupations",
        "precedence",
        "record",
        "written",
    },
    ("cli", "roles"): {"checking", "commands.check", "commands.new", "preview", "role_file"},
    ("cli", "taxonomies"): {"checking", "commands.check", "commands.importing", "role_file"},
    ("roles", "taxonomies"): {"lint.lists"},
}

SQL = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|PRAGMA|ATTACH|WITH|BEGIN)\b")


def name_of(path: Path) -> str:
    """Return a file's module as the lists above call it: without careercli."""
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


def package_of(module: str) -> str:
    """Return the package of a module: roles.model is in roles, paths on the ground."""
    first = module.partition(".")[0]
    return "ground" if first in GROUND | {"__init__", "__version__"} else first


@cache
def tree_of(path: Path) -> ast.Module:
    """Return a file as it is parsed."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> set[str]:
    """Return every module that a file imports, inside functions and for types only too."""
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports by a relative name"
            module = node.module or ""
            top = module == "careercli"
            found |= {f"careercli.{alias.name}" for alias in node.names} if top else {module}
    return found


def ours(path: Path) -> set[str]:
    """Return every module of ours that a file imports."""
    found = {module for module in imports(path) if module.partition(".")[0] == "careercli"}
    return {module.removeprefix("careercli.") for module in found}


FILES = sorted(SOURCE.rglob("*.py"))


@cache
def imported() -> set[tuple[str, str]]:
    """Return every module with each package, not its own, from which it imports."""
    return {
        (name_of(path), package_of(module))
        for path in FILES
        for module in ours(path)
        if package_of(module) != package_of(name_of(path))
    }


def test_a_package_imports_what_it_may() -> None:
    """No module imports from a package that its own may not use, nor is one without a rule."""
    packages = {package_of(name_of(path)) for path in FILES}
    assert packages <= set(ALLOWED), "say in ALLOWED what a new package may import"
    forbidden = {
        (name, package) for name, package in imported() if package not in ALLOWED[package_of(name)]
    }
    assert forbidden == set()


def test_no_permission_is_left_over() -> None:
    """What may be imported is imported somewhere: a permission that nobody needs goes."""
    allowed = {(mine, other) for mine, others in ALLOWED.items() for other in others}
    assert allowed - {(package_of(name), package) for name, package in imported()} == set()


@pytest.mark.parametrize("pair", ONLY, ids=" imports ".join)
def test_a_few_modules_import_for_their_package(pair: tuple[str, str]) -> None:
    """Role files and imports are read by the modules named here, and by no other."""
    mine = pair[0]
    found = {name for name, package in imported() if (package_of(name), package) == pair}
    assert found == {f"{mine}.{module}" for module in ONLY[pair]}


def test_sql_stands_in_the_catalogue() -> None:
    """Nobody else words a query or opens a database."""
    found = {name_of(path) for path in FILES if "sqlite3" in imports(path) or holds_sql(path)}
    assert {package_of(name) for name in found} == {"catalogue"}


def holds_sql(path: Path) -> bool:
    """Return whether a text in a file begins as a statement of SQL does."""
    texts = (node.value for node in ast.walk(tree_of(path)) if isinstance(node, ast.Constant))
    return any(isinstance(text, str) and SQL.match(text) for text in texts)


READING = [
    ["show", "machine-learning-engineer"],
    ["show", "machine-learning-engineer", "--format", "json"],
    ["next", "data-analyst"],
    ["path", "data-analyst", "cook"],
    ["match", "python", "sql"],
    ["list", "--sort", "salary"],
    ["ladder", "data-analyst"],
    ["compare", "data-analyst", "data-engineer"],
    ["search", "python"],
    ["vacancies", "data-analyst"],
    ["sources"],
]


def test_modules_stay_readable() -> None:
    """A module has one reason to exist, and fits in one's head."""
    lines = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {name: count for name, count in lines.items() if count > 400} == {}


@pytest.mark.shipped
@pytest.mark.parametrize("arguments", always(READING[2:5], READING))
def test_reading_imports_neither_pydantic_nor_tomli(
    arguments: list[str], run: Run, ask: Run
) -> None:
    """With a compiled catalogue, no command that reads pays for what compiles, checks or exports.

    Nor for what an extra brings. What is not tried in the quick run, catalogue/test_store.py tries
    there on the made-up roles.
    """
    assert ask(*arguments).returncode == 0  # compiled from here on
    done = run(*arguments, PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode == 0
    loaded = {row.rpartition("|")[2].strip() for row in done.stderr.splitlines()}
    assert "sqlite3" in loaded
    heavy = ("pydantic", "tomli", "babel", "filelock", "rapidfuzz", "careercli.roles")
    heavy += ("careercli.site", "careercli.assistant", "careercli.export", "jinja2", "PIL", "mcp")
    heavy += ("careercli.browse", "textual")
    assert not [name for name in loaded if name.startswith(heavy)]
    if "json" in arguments or arguments[0] == "show":
        assert "rich.console" not in loaded  # piped: nothing is drawn
