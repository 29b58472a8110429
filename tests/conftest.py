"""What the tests share: the made-up roles, folders of their own, and the program.

How the program behaves is tested on ``tests/data``: twelve roles that nobody has, which no
edit of ``data`` changes. A test of what is shipped says so: ``@pytest.mark.shipped``.
"""

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest import mock

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings
from typer.testing import CliRunner

from careercli import paths
from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.store import open_catalogue
from careercli.locale import speak
from tests import guard

# Before any test, when modules are collected: nobody's own roles count as ours.
os.environ["CAREERS_ROLES"] = os.devnull
os.environ["CAREERS_IMPORTS"] = os.devnull
os.environ["CAREERS_CONFIG"] = f"{os.devnull}/no-settings"
os.environ.pop("CAREERS_DATA", None)

# A shell starts what runs behind it deaf to Ctrl-C, which the programs we start would inherit.
signal.signal(signal.SIGINT, signal.default_int_handler)

# A busy machine is not a bug; and a CI run is the same run every time it is repeated.
settings.register_profile(
    "long",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("quick", settings.get_profile("long"), max_examples=20)
QUICK = "not long"  # as pyproject.toml asks for

TESTS = Path(__file__).parent
ROOT = TESTS.parent
DATA = TESTS / "data"
SHEPHERD = DATA / "roles" / "cloud-shepherd.toml"  # the made-up role that has everything
ROLES = len(list(SHEPHERD.parent.glob("*.toml")))

ROLE = ROOT / "data" / "roles" / "machine-learning-engineer.toml"
SHIPPED = len(list(ROLE.parent.glob("*.toml")))
# Folders whose tests are about the shipped lists and tables, every one.
ON_SHIPPED = ("figures", "roles")


def load_tool(name: str) -> ModuleType:
    """Return a developer's tool, which is no part of the package, as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


Run = Callable[..., subprocess.CompletedProcess[str]]


def always(kept: Iterable[Any], cases: Iterable[Any]) -> list[Any]:
    """Return the cases as parameters: those that are kept run always, the others if long."""
    kept, cases = list(kept), list(cases)
    assert all(case in cases for case in kept)
    return [case if case in kept else pytest.param(case, marks=pytest.mark.long) for case in cases]


# What a developer's shell may hold and a test must not depend on.
FOREIGN = (
    *("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TERM"),
    *("CAREERS_PAGER", "PAGER", "LESS", "LESSCHARSET"),
    *("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "CAREERS_LANG"),
    *("CAREERS_PER", "CAREERS_HOURS", "CAREERS_PLAIN", "CAREERS_COLOR"),
    "PYTHONDONTWRITEBYTECODE",  # else each of hundreds of processes compiles all that it imports
)

# For processes in which no file may grow, where coverage could not keep its data, and for those
# that get Ctrl-C: one that comes while it holds its own lock would wait for it for ever.
UNMEASURED = {"COVERAGE_PROCESS_START": "", "COVERAGE_PROCESS_CONFIG": ""}

BEFORE = pytest.StashKey[guard.State]()
CHANGED = pytest.StashKey[list[Path]]()


def pytest_configure(config: pytest.Config) -> None:
    """Let chance try little in the quick run, and more in every other."""
    settings.load_profile("quick" if QUICK in config.getoption("markexpr") else "long")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Remember what the project looks like: once, not in every worker."""
    if not hasattr(session.config, "workerinput"):
        session.config.stash[BEFORE] = guard.state(ROOT)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run that wrote into the project's own folders."""
    config = session.config
    if BEFORE not in config.stash:
        return
    allowed = ["__snapshots__"] if config.getoption("update_snapshots", False) else []
    config.stash[CHANGED] = guard.changed(config.stash[BEFORE], guard.state(ROOT), allowed)
    if config.stash[CHANGED]:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Name what the run wrote into the project's own folders."""
    for path in config.stash.get(CHANGED, []):
        terminalreporter.write_line(f"FAILED: {path} changed during the tests", red=True)


@pytest.hookimpl(tryfirst=True)  # before the marks are asked for
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the tests of the folders that are about what is shipped; those of chance run twice."""
    if QUICK not in config.getoption("markexpr"):
        for item in items:
            if is_hypothesis_test(getattr(item, "function", None)):
                item.add_marker("long")
    for module in {item.getparent(pytest.Module) for item in items}:
        if module.path.relative_to(TESTS).parts[0] in ON_SHIPPED:
            module.add_marker("shipped")


def prepare(node: pytest.Module | pytest.Item, patch: pytest.MonkeyPatch) -> None:
    """Set the environment: made-up data, or the shipped ones where that is marked; no settings."""
    for name in FOREIGN:
        patch.delenv(name, raising=False)
    patch.setenv("PYTHONIOENCODING", "utf-8")
    if node.get_closest_marker("shipped"):
        patch.delenv("CAREERS_DATA", raising=False)
    else:
        patch.setenv("CAREERS_DATA", str(DATA))


@pytest.fixture(scope="module", autouse=True)
def environment_of_the_module(request: pytest.FixtureRequest) -> Iterator[None]:
    """The environment of fixtures that a whole module shares."""
    with pytest.MonkeyPatch.context() as patch:
        prepare(request.node, patch)
        yield


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder for the whole run, of all its workers: roles are compiled once."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "cache"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(autouse=True)
def clean_environment(
    cache: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Own folders, no language, no colour settings from outside."""
    prepare(request.node, monkeypatch)
    monkeypatch.setenv("CAREERS_CACHE", str(cache))
    monkeypatch.setenv("CAREERS_ROLES", str(cache / "no-roles"))
    monkeypatch.setenv("CAREERS_IMPORTS", str(cache / "no-imports"))
    speak("en")  # whatever a command in this process spoke before


@pytest.fixture
def own_roles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for the user's own roles, with a cache of its own."""
    folder = tmp_path / "own-roles"
    folder.mkdir()
    monkeypatch.setenv("CAREERS_ROLES", str(folder))
    monkeypatch.setenv("CAREERS_CACHE", str(tmp_path / "own-cache"))
    return folder


@pytest.fixture
def imports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for what a test imports, not there yet, with a cache of its own."""
    folder = tmp_path / "own-imports"
    monkeypatch.setenv("CAREERS_IMPORTS", str(folder))
    monkeypatch.setenv("CAREERS_CACHE", str(tmp_path / "own-cache"))
    return folder


@pytest.fixture
def data_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the data that a test may change, with a cache of its own."""
    folder = tmp_path / "data"
    shutil.copytree(paths.data_dir(), folder)
    monkeypatch.setenv("CAREERS_DATA", str(folder))
    monkeypatch.setenv("CAREERS_CACHE", str(tmp_path / "own-cache"))
    return folder


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``careers`` as a process, with these environment variables too."""
    return subprocess.run(
        [sys.executable, "-m", "careercli", *arguments],
        env=os.environ | environment,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        timeout=60,
    )


@pytest.fixture
def run() -> Run:
    """Return a function that runs ``careers`` as a process and gives what it printed.

    Keyword arguments are environment variables for that run.
    """
    return start


def asked(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``careers`` in this process, with these environment variables too."""
    from careercli.cli.app import app

    # A settings file is read into the environment, which is put back as it was.
    with mock.patch.dict(os.environ, environment):
        done = CliRunner().invoke(app, arguments, prog_name="careers")
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return subprocess.CompletedProcess(arguments, done.exit_code, done.stdout, done.stderr)


@pytest.fixture
def ask() -> Run:
    """Return what does the same in this process, in a tenth of the time.

    For whatever needs no process of its own: not for settings of Python, threads or signals.
    """
    return asked


@pytest.fixture
def catalogue() -> Iterator[Catalogue]:
    """The catalogue for an English reader."""
    connection = open_catalogue()
    yield Catalogue(connection, Reader("en"))
    connection.close()
