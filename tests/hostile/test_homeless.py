"""A user whom the system does not know, without HOME: in containers, under job runners."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from careercli import paths
from tests.conftest import UNMEASURED, Run

pytest.importorskip("pwd", reason="Windows asks the registry")

AS_STRANGER = """
import pwd, runpy
def getpwuid(number):
    raise KeyError(number)
pwd.getpwuid = getpwuid
runpy.run_module("careercli", run_name="__main__", alter_sys=True)
"""


@pytest.fixture
def homeless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing says where the user's folders are."""
    for name in ("CAREERS_ROLES", "CAREERS_IMPORTS", "CAREERS_CACHE"):
        monkeypatch.delenv(name, raising=False)

    def unknown(*_args: object, **_keywords: object) -> str:
        raise RuntimeError("could not determine the home directory")

    monkeypatch.setattr("platformdirs.user_data_dir", unknown)
    monkeypatch.setattr("platformdirs.user_cache_dir", unknown)


@pytest.mark.usefixtures("homeless")
@pytest.mark.parametrize("folder", [paths.user_roles_dir, paths.imports_dir, paths.cache_dir])
def test_nothing_is_anywhere(folder: object) -> None:
    """The folders are where nothing is and nothing can be made."""
    assert callable(folder)
    place = folder()
    assert not place.exists()
    with pytest.raises(OSError):
        place.mkdir(parents=True)


@pytest.mark.usefixtures("homeless")
def test_a_variable_is_enough(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Who has no home may still name a folder."""
    monkeypatch.setenv("CAREERS_ROLES", str(tmp_path))
    assert paths.user_roles_dir() == tmp_path


def ask_as_stranger(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run careers as somebody whom the system does not know, with hardly an environment."""
    return subprocess.run(
        [sys.executable, "-c", AS_STRANGER, *arguments],
        text=True,
        capture_output=True,
        env={"CAREERS_DATA": os.environ["CAREERS_DATA"]} | UNMEASURED | environment,
    )


@pytest.mark.parametrize(
    "command, told",
    [
        ("show seam-singer --brief", "Seam Singer"),
        ("list", "Seam Singer"),
        ("search seam", "Seam Singer"),
        ("check", "no problem"),
        ("paths", "none, for want of a home folder; set HOME"),
        ("import list", "Nothing was imported"),
    ],
)
def test_a_stranger_reads(command: str, told: str) -> None:
    """What is shipped is shown, without a word of complaint."""
    done = ask_as_stranger(*command.split())
    assert done.returncode == 0, done.stderr
    assert told in done.stdout + done.stderr
    assert "fault" not in done.stderr


def test_a_stranger_is_told_how_to_write(tmp_path: Path) -> None:
    """A command that has to write says which variable to set, and heeds it."""
    done = ask_as_stranger("new", "Dog Walker")
    assert done.returncode == 2
    assert "CAREERS_ROLES" in done.stderr
    assert ask_as_stranger("new", "Dog Walker", CAREERS_ROLES=str(tmp_path)).returncode == 0
    assert (tmp_path / "dog-walker.toml").is_file()


def test_a_folder_that_was_asked_for_is_named_itself(tmp_path: Path) -> None:
    """Without a home too, what cannot be written is the folder that was given."""
    folder = tmp_path / "missing" / "roles"
    done = ask_as_stranger("new", "Dog Walker", "--folder", str(folder))
    assert done.returncode == 2
    assert "no folder" in done.stderr
    done = ask_as_stranger("new", "Dog Walker", "--folder", "/dev/null/roles")
    assert done.returncode == 2
    assert "/dev/null/roles" in done.stderr
    assert "home" not in done.stderr


def test_an_import_without_a_home_is_not_read_in_vain(tmp_path: Path) -> None:
    """What cannot be kept is not read: the variables are named at once."""
    done = ask_as_stranger("import", "esco", str(tmp_path))
    assert done.returncode == 2
    assert "set HOME, or CAREERS_IMPORTS and CAREERS_CACHE" in done.stderr


def test_a_folder_that_cannot_be_written_names_its_variable(ask: Run) -> None:
    """So does one that is there and may not be written."""
    done = ask("new", "Dog Walker", CAREERS_ROLES="/dev/null/roles")
    assert done.returncode == 2
    assert "CAREERS_ROLES says where else" in done.stderr
