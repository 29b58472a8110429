"""Machines crash, disks fill up, files change underneath: the next command works, and is right."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from careercli.catalogue.store import catalogue_file
from tests.conftest import SHEPHERD, UNMEASURED, Run, always

COMMAND = [sys.executable, "-m", "careercli", "show", "seam-singer"]
posix_only = pytest.mark.skipif(os.name == "nt", reason="signals and limits of POSIX")


@pytest.fixture
def page(ask: Run, own_roles: Path) -> str:
    """The right page, from a catalogue of the test's own."""
    return ask("show", "seam-singer").stdout


def right(ask: Run, page: str) -> bool:
    """Return whether the next command gives the right page and says nothing else."""
    done = ask("show", "seam-singer")
    return (done.returncode, done.stdout, done.stderr) == (0, page, "")


@posix_only
@pytest.mark.parametrize("moment", always([0.3], [0.05, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.9]))
def test_killed_while_compiling(ask: Run, page: str, moment: float) -> None:
    """A command that is killed leaves the old state or the new one, and no litter for long."""
    catalogue_file().unlink()
    with subprocess.Popen(COMMAND, stdout=subprocess.DEVNULL) as process:
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
    assert right(ask, page)
    assert list(catalogue_file().parent.glob("*.tmp")) == []


@pytest.mark.parametrize("seed", always([0], range(6)))
def test_a_catalogue_with_rubbish_in_it(ask: Run, page: str, seed: int) -> None:
    """A block that went bad, wherever it lies: the page is right all the same."""
    chance = random.Random(seed)
    file = catalogue_file()
    raw = bytearray(file.read_bytes())
    for _ in range(200):
        start = chance.randrange(0, len(raw), 4096)
        raw[start : start + 4096] = chance.randbytes(4096)
    file.write_bytes(raw)
    assert right(ask, page)
    assert right(ask, page)


@pytest.mark.parametrize("share", always([0, 0.5], [0, 0.001, 0.1, 0.5, 0.9, 0.999]))
def test_a_catalogue_that_breaks_off(ask: Run, page: str, share: float) -> None:
    """A catalogue of which only a part is left is compiled anew."""
    file = catalogue_file()
    raw = file.read_bytes()
    file.write_bytes(raw[: int(len(raw) * share)])
    assert right(ask, page)


@posix_only
@pytest.mark.parametrize("size", always([0, 100_000], [0, 1000, 100_000, 1_000_000]))
def test_a_full_disk(page: str, size: int) -> None:
    """Where no file can grow past a size, the catalogue is compiled in memory."""
    import resource

    catalogue_file().unlink()
    done = subprocess.run(
        COMMAND,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | UNMEASURED,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )
    assert (done.returncode, done.stdout) == (0, page)
    assert list(catalogue_file().parent.glob("*.tmp")) == []


@posix_only
def test_no_environment_at_all(own_roles: Path) -> None:
    """Without HOME, PATH, language and encoding there is a page, in what ASCII can say."""
    needed = ("CAREERS_DATA", "CAREERS_CACHE", "PYTHONPATH")  # where things are is no setting
    environment = {name: os.environ[name] for name in needed if name in os.environ}
    done = subprocess.run(COMMAND, env=environment, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"Seam Singer\n")


@pytest.mark.long
def test_files_that_change_while_others_read(run: Run, own_roles: Path) -> None:
    """Whoever reads while a role is written over and over sees one state of it, never half."""
    text = SHEPHERD.read_text(encoding="utf-8")
    states = {
        letter: text.replace("Cloud Shepherd", f"Smith {letter * 9}")
        .replace("Wolkenherder", f"Smid {letter * 9}")
        .replace('"CS herder"', f'"smith {letter}"')
        for letter in "ABC"
    }
    path = own_roles / "smith.toml"

    def write(state: str) -> None:
        fresh = own_roles / "smith.new"
        fresh.write_text(state, encoding="utf-8")
        fresh.replace(path)

    write(states["A"])
    with ThreadPoolExecutor(3) as pool:
        reading = [pool.submit(run, "show", "smith", "--section", "description") for _ in range(4)]
        while not all(done.done() for done in reading):
            for state in states.values():
                write(state)
                time.sleep(0.25)
    for done in (future.result() for future in reading):
        assert done.returncode == 0, done.stderr
        assert sum(f"Smith {letter * 9}" in done.stdout for letter in "ABC") == 1
    write(states["C"])
    assert "Smith CCCCCCCCC" in run("show", "smith").stdout


@pytest.mark.long
def test_a_role_that_goes_while_others_read(run: Run, own_roles: Path) -> None:
    """A role that is taken away and put back is there or not there, and nothing else happens."""
    path = own_roles / "smith.toml"
    text = SHEPHERD.read_text(encoding="utf-8").replace("Cloud Shepherd", "Smith")
    path.write_text(text, encoding="utf-8")
    with ThreadPoolExecutor(3) as pool:
        reading = [pool.submit(run, "show", "smith") for _ in range(6)]
        while not all(done.done() for done in reading):
            path.unlink()
            time.sleep(0.05)
            path.with_suffix(".new").write_text(text, encoding="utf-8")
            path.with_suffix(".new").replace(path)
            time.sleep(0.05)
    for done in (future.result() for future in reading):
        assert done.returncode in (0, 1)
        assert "Traceback" not in done.stderr
        assert ("What does a smith do?" in done.stdout) is (done.returncode == 0)


@pytest.mark.long
def test_many_at_once_compile_once(run: Run, page: str) -> None:
    """Sixteen commands with a cold cache: the same page, and one compile between them."""
    catalogue_file().unlink()
    with ThreadPoolExecutor(16) as pool:
        pages = list(pool.map(lambda _: run("show", "seam-singer"), range(16)))
    assert {(done.returncode, done.stdout, done.stderr) for done in pages} == {(0, page, "")}
    assert sorted(path.suffix for path in catalogue_file().parent.iterdir()) == [".lock", ".sqlite"]


def in_shell(words: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell, ``careers`` being this one."""
    line = words.replace("careers", f"{sys.executable} -m careercli")
    return subprocess.run(line, shell=True, capture_output=True, encoding="utf-8", timeout=60)


STREAMS = {
    "careers show seam-singer >/dev/full": 74,
    "careers --help >/dev/full": 74,
    "careers show seam-singer >&-": 74,
    "careers show nobody 2>&-": 1,
    "careers check /nowhere 2>/dev/full": 2,
    "careers show seam-singer >&- 2>&-": 74,
    "careers show seam-singer <&-": 0,
    "careers list --format json | head -c 10": 0,
    # More of the same kinds, for the long run.
    "careers --version >/dev/full": 74,
    "careers show --help >/dev/full": 74,
    "careers list --format csv >/dev/full": 74,
    "careers show nobody 2>/dev/full": 1,
    "careers show 2>&-": 2,
    "careers --help | head -n 1": 0,
}


@posix_only
@pytest.mark.parametrize("line", always(list(STREAMS)[:8], STREAMS))
def test_streams_that_are_closed_or_full(catalogue: object, line: str) -> None:
    """Whatever the streams lead to: the exit code says it, and there is no traceback."""
    done = in_shell(line)
    assert "Traceback" not in done.stderr
    assert done.returncode == STREAMS[line]


@pytest.mark.parametrize(
    "columns", always([20, 33, 60, 79, 400], [20, 24, 33, 40, 59, 60, 79, 100, 133, 200, 400])
)
@pytest.mark.parametrize("drawn", ["", "1"])
def test_every_width(ask: Run, columns: int, drawn: str) -> None:
    """From 20 to 400 columns no line is wider than the screen, and all sections are there."""
    for command in (
        ["show", "seam-singer"],
        ["ladder", "seam-singer"],
        ["compare", "seam-singer", "moon-polisher"],
    ):
        done = ask(*command, COLUMNS=str(columns), FORCE_COLOR=drawn, NO_COLOR="1")
        assert done.returncode == 0
        if drawn:
            assert max(map(len, done.stdout.splitlines())) <= max(columns, 20)


ODD = [
    {"TERM": "dumb"},
    {"LC_ALL": "C"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "latin-1"},
    {"COLUMNS": "0"},
    {"COLUMNS": "-5"},
    {"COLUMNS": "many"},
    {"FORCE_COLOR": "0"},
    {"FORCE_COLOR": "1", "TERM": "dumb"},
    {"LANG": "xx_XX", "CAREERS_LANG": ""},
    {"CAREERS_LANG": "de"},
    {"PYTHONOPTIMIZE": "2"},
    {"PYTHONWARNINGS": "error"},
]


@pytest.mark.parametrize("environment", always(ODD[::3], ODD), ids=str)
def test_odd_terminals(run: Run, environment: dict[str, str]) -> None:
    """Odd settings of the terminal change the look at most."""
    done = run("show", "seam-singer", **environment)
    assert done.returncode == 0, done.stderr
    assert "Seam Singer" in done.stdout
    assert "\x1b" not in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "path", ["C:\\roles\\x.toml", "\\\\server\\share", "~/x", "//x", "x" * 400]
)
def test_paths_of_other_systems(ask: Run, tmp_path: Path, path: str) -> None:
    """A path that means nothing here is told, not tried."""
    done = ask("check", path)
    assert done.returncode == 2
    assert "there is no" in done.stderr or "too long" in done.stderr


Setting = Callable[[Path], dict[str, str]]
SETTINGS: dict[str, Setting] = {
    "a file as the cache": lambda home: {"CAREERS_CACHE": str(SHEPHERD)},
    "a file as the folder of roles": lambda home: {"CAREERS_ROLES": str(SHEPHERD)},
    "a device as the cache": lambda home: {"CAREERS_CACHE": "/dev/null"},
    "an endless name": lambda home: {"CAREERS_CACHE": str(home / ("x" * 300))},
}


@pytest.mark.parametrize("name", SETTINGS)
def test_impossible_folders(ask: Run, tmp_path: Path, name: str) -> None:
    """A folder that cannot be one is done without."""
    done = ask("show", "seam-singer", **SETTINGS[name](tmp_path))
    assert done.returncode == 0
    assert done.stdout.startswith("Seam Singer\n")


@pytest.mark.parametrize("content", [None, "", "x = [", "category = 3"])
def test_broken_shipped_data_are_told(ask: Run, data_copy: Path, content: str | None) -> None:
    """Shipped lists that are gone or broken: exit 65 and the file's name, no traceback."""
    path = data_copy / "skills.toml"
    path.unlink() if content is None else path.write_text(content, encoding="utf-8")
    done = ask("show", "seam-singer")
    assert "Traceback" not in done.stderr
    if content == "":  # no skills at all: every role is set aside
        assert done.returncode == 1
    else:
        assert done.returncode == 65
        assert "skills.toml" in done.stderr
