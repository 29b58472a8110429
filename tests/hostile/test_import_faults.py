"""An import that is interrupted or has no room: what was there before stays, whole."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from careercli.catalogue.store import catalogue_file
from careercli.taxonomies import layers
from tests.conftest import SHEPHERD, UNMEASURED, Run, always
from tests.taxonomies.downloads import (
    JOBS,
    LINKS,
    content,
    csv_file,
    esco,
    keep,
    occupation,
    unpacked,
)

posix_only = pytest.mark.skipif(os.name == "nt", reason="signals and limits of POSIX")
MANY = 6000


def command(path: Path) -> list[str]:
    """Return the command that imports a download of ESCO."""
    return [sys.executable, "-m", "careercli", "import", "esco", "--force", str(path)]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A download in two languages, large enough that somebody may lose patience."""
    jobs = [JOBS[1]._replace(uri=occupation(number)) for number in range(100, 100 + MANY)]
    files = esco(jobs=jobs) | esco("nl", jobs=jobs)
    columns = ["occupationUri", "relationType", "skillType", "skillUri"]
    skills = [link[3] for link in LINKS[:4]] * 5
    links = csv_file(
        columns,
        (
            dict(zip(columns, (job.uri, "essential", "", uri), strict=True))
            for job in jobs
            for uri in skills
        ),
    )
    for language in ("en", "nl"):
        files[f"occupationSkillRelations_{language}.csv"] = links
    return unpacked(files, tmp_path_factory.mktemp("large"))


@pytest.fixture
def before(imports: Path, tmp_path: Path) -> dict[str, bytes]:
    """What an earlier import left."""
    keep("esco", unpacked(esco(), tmp_path / "earlier"))
    return content(imports)


def started(large: Path) -> subprocess.Popen[str]:
    """Return an import that runs."""
    return subprocess.Popen(
        command(large),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | UNMEASURED,
    )


def half_way(process: subprocess.Popen[str], folder: Path, being_written: str = ".*.tmp") -> None:
    """Wait until a file of that name is being written: the first language, for one."""
    while process.poll() is None and not list(folder.glob(being_written)):
        time.sleep(0.005)


def interrupted(imports: Path, large: Path, number: int, moment: float | None) -> tuple[int, str]:
    """Return exit code and stderr of an import that gets a signal, half way if not told when."""
    with started(large) as process:
        if moment is None:
            half_way(process, imports)
        else:
            time.sleep(moment)
        process.send_signal(number)
        _out, told = process.communicate(timeout=60)
    return process.returncode, told


@posix_only
@pytest.mark.parametrize("moment", always([None], [None, 0.2, 0.4, 0.6]))
def test_ctrl_c_changes_nothing(
    imports: Path, before: dict[str, bytes], large: Path, moment: float | None
) -> None:
    """Byte for byte, and no temporary file is left; 130 says why."""
    code, told = interrupted(imports, large, signal.SIGINT, moment)
    if moment is None:
        assert code == 130
    if code == 130:
        assert "Traceback" not in told
    if code == 0:  # it was quicker
        assert set(content(imports)) == {"esco-en.jsonl.gz", "esco-nl.jsonl.gz"}
    else:
        assert content(imports) == before


@posix_only
@pytest.mark.parametrize("moment", always([None], [None, 0.2, 0.4]))
def test_killed_while_importing(
    imports: Path, before: dict[str, bytes], large: Path, moment: float | None, ask: Run
) -> None:
    """No half of a layer is ever taken for one; the next command is as before."""
    code, _told = interrupted(imports, large, signal.SIGKILL, moment)
    assert code == -signal.SIGKILL
    after = content(imports)
    assert {name: raw for name, raw in after.items() if not name.startswith(".")} == before
    assert [layer.name for layer in layers.layers()] == ["esco-en"]
    done = ask("show", "app-mender", "--section", "skills")
    assert (done.returncode, done.stderr) == (0, "")
    again = ask("import", "list")
    assert (again.returncode, again.stderr) == (0, "")
    assert "occupations: 6" in again.stdout


@pytest.mark.long
@posix_only
@pytest.mark.parametrize("number", always([signal.SIGKILL], [signal.SIGINT, signal.SIGKILL]))
def test_interrupted_while_compiling(
    imports: Path, before: dict[str, bytes], large: Path, ask: Run, number: int
) -> None:
    """Ctrl-C puts the imports back; killed, the new ones are there, whole, and nothing between."""
    cache = catalogue_file().parent
    with started(large) as process:
        half_way(process, cache, "*.sqlite.*.tmp")
        process.send_signal(number)
        _out, told = process.communicate(timeout=60)
    assert "Traceback" not in told
    if number == signal.SIGINT:
        assert process.returncode == 130
        assert content(imports) == before
    else:
        assert [layer.occupations for layer in layers.layers()] == [MANY, MANY]
    done = ask("list", "--source", "esco")
    assert (done.returncode, done.stderr) == (0, "")
    assert list(cache.glob("*.tmp")) == []


@posix_only
@pytest.mark.parametrize("size", [0, 1000])
def test_a_full_disk_changes_nothing(
    imports: Path, before: dict[str, bytes], tmp_path: Path, size: int
) -> None:
    """It is told where there was no room, which is not where the download lies."""
    import resource

    path = unpacked(esco("nl") | esco(), tmp_path / "new")
    done = subprocess.run(
        command(path),
        capture_output=True,
        encoding="utf-8",
        env=os.environ | UNMEASURED,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "cannot be kept" in done.stderr
    assert str(path) not in done.stderr
    assert done.stderr.count("\n") == 1
    assert content(imports) == before


NO_FOLDERS = [str(SHEPHERD), str(SHEPHERD / "in-a-file"), "/dev/null"]


@pytest.mark.parametrize("folder", always(NO_FOLDERS[:1], NO_FOLDERS))
def test_a_folder_that_cannot_be_one(folder: str, tmp_path: Path, ask: Run) -> None:
    """Told by its name; reading commands do without it."""
    path = unpacked(esco(), tmp_path / "new")
    done = ask("import", "esco", str(path), CAREERS_IMPORTS=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert folder in done.stderr
    assert str(path) not in done.stderr
    for arguments in (["show", "seam-singer"], ["import", "list"]):
        done = ask(*arguments, CAREERS_IMPORTS=folder, CAREERS_CACHE=str(tmp_path / "cache"))
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.long
def test_many_at_once(imports: Path, tmp_path: Path, run: Run) -> None:
    """Two downloads of one language, imported at once and more than once: one of them stands."""
    paths = [unpacked(esco(jobs=JOBS[:n]), tmp_path / str(n)) for n in (2, 5)] * 3
    with ThreadPoolExecutor(6) as pool:
        codes = {done.returncode for done in pool.map(lambda p: run(*command(p)[3:]), paths)}
    assert codes == {0}
    assert set(content(imports)) == {"esco-en.jsonl.gz"}
    (layer,) = layers.layers()
    assert layer.occupations in (2, 5)
    assert run("list", "--origin", "esco").stderr == ""


def states(folder: Path) -> Iterator[Path]:
    """Yield two downloads of one language, turn by turn."""
    paths = [unpacked(esco(jobs=JOBS[:n]), folder / str(n)) for n in (2, 5)]
    for _ in range(4):
        yield from paths


@pytest.mark.long
def test_imports_that_come_while_others_read(imports: Path, tmp_path: Path, run: Run) -> None:
    """Whoever reads meanwhile sees one state or the other, whole."""
    keep("esco", next(states(tmp_path)))
    with ThreadPoolExecutor(2) as pool:
        reading = [pool.submit(run, "list", "--origin", "esco") for _ in range(4)]
        for path in states(tmp_path):
            assert run(*command(path)[3:]).returncode == 0
            time.sleep(1)
    for done in (future.result() for future in reading):
        assert (done.returncode, done.stderr) == (0, "")
        assert "2 roles of" in done.stdout or "5 roles of" in done.stdout
