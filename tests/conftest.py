"""What the tests share: folders of their own, and the program as a real process."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from careercli import paths
from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.store import open_catalogue
from careercli.locale import speak

# Before any test, when modules are collected: nobody's own roles count as ours.
os.environ["CAREERS_ROLES"] = os.devnull
os.environ["CAREERS_IMPORTS"] = os.devnull
os.environ.pop("CAREERS_DATA", None)

# A busy machine is not a bug; and a CI run is the same run every time it is repeated.
settings.register_profile(
    "careers",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("careers")

ROOT = Path(__file__).parents[1]
ROLE = ROOT / "data" / "roles" / "machine-learning-engineer.toml"
SHIPPED = len(list(ROLE.parent.glob("*.toml")))

Run = Callable[..., subprocess.CompletedProcess[str]]

# What a developer's shell may hold and a test must not depend on.
FOREIGN = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder for the whole session: the shipped roles are compiled once a worker."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def clean_environment(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Own folders, no language, no colour settings from outside."""
    for name in (*FOREIGN, "CAREERS_DATA", "CAREERS_LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CAREERS_CACHE", str(cache))
    monkeypatch.setenv("CAREERS_ROLES", str(cache / "no-roles"))
    monkeypatch.setenv("CAREERS_IMPORTS", str(cache / "no-imports"))
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")
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
    """A copy of the shipped data that a test may change, with a cache of its own."""
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "data", folder)
    monkeypatch.setenv("CAREERS_DATA", str(folder))
    monkeypatch.setenv("CAREERS_CACHE", str(tmp_path / "own-cache"))
    return folder


@pytest.fixture
def run() -> Run:
    """Return a function that runs ``careers`` as a process and gives what it printed.

    Keyword arguments are environment variables for that run.
    """

    def careers(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "careercli", *arguments],
            env=os.environ | environment,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            encoding="utf-8",
            timeout=60,
        )

    return careers


@pytest.fixture
def catalogue() -> Iterator[Catalogue]:
    """The shipped catalogue for an English reader."""
    assert paths.data_dir() == ROOT / "data"
    connection = open_catalogue()
    yield Catalogue(connection, Reader("en"))
    connection.close()
