"""Finding the compiled catalogue, or compiling it."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from careercli.catalogue import compiling, fingerprint, store
from careercli.catalogue.fingerprint import Fingerprint
from tests.conftest import DATA, ROLES, SHEPHERD, Run

ROLES = ROLES


@pytest.fixture
def compiled(own_roles: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Spy on the compiler, with a cold cache: one entry for each time that it ran."""
    times: list[str] = []
    compile_roles = compiling.compile_roles

    def spy(connection: sqlite3.Connection, stamps: Fingerprint, watch: Any, lists: Any) -> None:
        times.append(str(stamps))
        compile_roles(connection, stamps, watch, lists)

    monkeypatch.setattr(compiling, "compile_roles", spy)
    return times


def slugs() -> set[str]:
    """Return the roles of the catalogue as a command would open it now."""
    with closing(store.open_catalogue()) as connection:
        return {row[0] for row in connection.execute("SELECT slug FROM role")}


def database() -> str:
    """Return the file of the open catalogue, empty for one in memory."""
    with closing(store.open_catalogue()) as connection:
        return str(connection.execute("PRAGMA database_list").fetchone()[2])


def add(folder: Path, slug: str) -> Path:
    """Add a role of the user's own."""
    path = folder / f"{slug}.toml"
    path.write_text(SHEPHERD.read_text(encoding="utf-8"), encoding="utf-8")
    return path


def test_second_open_reads_what_the_first_compiled(compiled: list[str]) -> None:
    """The catalogue is compiled once and read from the file after that."""
    assert len(slugs()) == ROLES
    assert len(slugs()) == ROLES
    assert len(compiled) == 1
    assert Path(database()) == store.catalogue_file()


def test_catalogue_follows_the_users_roles(own_roles: Path, compiled: list[str]) -> None:
    """A role that is added is there, one that is removed is gone, each with one compile."""
    before = slugs()
    path = add(own_roles, "soap-maker")
    assert slugs() - before == {"soap-maker"}
    path.unlink()
    assert slugs() == before
    assert len(compiled) == 3


def test_edit_is_read(own_roles: Path) -> None:
    """An edit of a role shows at once."""
    path = add(own_roles, "soap-maker")
    slugs()
    text = path.read_text(encoding="utf-8").replace('"CS herder"', '"soap boiler"')
    path.write_text(text, encoding="utf-8")
    with closing(store.open_catalogue()) as connection:
        found = connection.execute("SELECT 1 FROM name WHERE key = 'soap boiler'").fetchall()
    assert len(found) == 1


def test_dangling_link_is_survived(own_roles: Path) -> None:
    """A link to a role that is gone bars nobody from the others."""
    (own_roles / "gone.toml").symlink_to(own_roles / "nowhere.toml")
    assert len(slugs()) == ROLES


def test_folders_do_not_share_a_catalogue(
    own_roles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another folder of roles has a catalogue file of its own."""
    one = store.catalogue_file()
    monkeypatch.setenv("CAREERS_ROLES", str(tmp_path / "others"))
    assert store.catalogue_file() != one


@pytest.mark.parametrize("damage", ["empty", "garbage", "truncated", "other-database"])
def test_damaged_catalogue_is_replaced(compiled: list[str], damage: str) -> None:
    """A catalogue file that cannot be read is compiled anew, whole."""
    slugs()
    file = store.catalogue_file()
    whole = file.read_bytes()
    if damage == "other-database":
        file.unlink()
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("CREATE TABLE other (x)")
    else:
        file.write_bytes(
            {"empty": b"", "garbage": b"x" * 5000, "truncated": whole[: len(whole) // 2]}[damage]
        )
    assert len(slugs()) == ROLES
    assert len(slugs()) == ROLES
    assert len(compiled) == 2
    assert file.stat().st_size == len(whole)


def test_catalogue_of_an_older_version_is_replaced(
    compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an upgrade the catalogue is compiled anew."""
    slugs()
    monkeypatch.setattr(fingerprint, "__version__", "99.0")
    slugs()
    assert len(compiled) == 2


def test_leftover_of_a_killed_compile_is_cleared(compiled: list[str]) -> None:
    """A half-written temporary file with our process number does no harm and is gone afterwards."""
    file = store.catalogue_file()
    file.parent.mkdir()
    temporary = file.with_name(f"{file.name}.{os.getpid()}.tmp")
    temporary.write_bytes(b"half a catalogue" * 100)
    assert Path(database()) == file
    assert not temporary.exists()


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_impossible_cache_folder_means_memory(
    own_roles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """Where the cache folder cannot be one, everything works in memory."""
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("CAREERS_CACHE", str(tmp_path / place))
    assert database() == ""
    assert len(slugs()) == ROLES


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only to root"
)
def test_read_only_cache_folder_means_memory(
    own_roles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the cache folder may not be written to, everything works in memory."""
    folder = tmp_path / "read-only"
    folder.mkdir(mode=0o555)
    monkeypatch.setenv("CAREERS_CACHE", str(folder))
    assert database() == ""
    assert list(folder.iterdir()) == []


def test_folder_in_the_catalogues_place_means_memory(own_roles: Path) -> None:
    """Where a folder lies in the catalogue's place, all works in memory and nothing is left."""
    store.catalogue_file().mkdir(parents=True)
    assert database() == ""
    assert list(store.catalogue_file().parent.glob("*.tmp")) == []


def test_nobody_waits_for_ever(own_roles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that waited long enough for another's compile goes on in memory."""
    monkeypatch.setattr(store, "_LOCK_SECONDS", 0.05)
    store.catalogue_file().parent.mkdir()
    with FileLock(f"{store.catalogue_file()}.lock"):
        assert database() == ""


def test_whoever_waits_is_told_once(own_roles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that waits for another's compile says so, once, and then reads its catalogue."""
    told: list[str] = []
    store.catalogue_file().parent.mkdir()
    lock = FileLock(f"{store.catalogue_file()}.lock")
    lock.acquire()

    def waiting() -> None:
        told.append("waiting")
        lock.release()

    with closing(store.open_catalogue(waiting=waiting)) as connection:
        assert connection.execute("SELECT COUNT(*) FROM role").fetchone()[0] == ROLES
    assert told == ["waiting"]


def test_leftovers_of_other_processes_are_cleared(compiled: list[str]) -> None:
    """What commands that were killed left behind is gone after the next compile."""
    file = store.catalogue_file()
    file.parent.mkdir()
    for number in range(5):
        file.with_name(f"{file.name}.{10**7 + number}.tmp").write_bytes(b"half")
    assert Path(database()) == file
    assert sorted(path.suffix for path in file.parent.iterdir()) == [".lock", ".sqlite"]


def test_catalogues_of_installs_that_are_gone_are_cleared(
    own_roles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A compile takes those away whose data folder is not there any more, and no other."""
    slugs()
    kept = store.catalogue_file()
    for name in ("gone", "there"):
        shutil.copytree(DATA, tmp_path / name)
        monkeypatch.setenv("CAREERS_DATA", str(tmp_path / name))
        slugs()
    there = store.catalogue_file()
    shutil.rmtree(tmp_path / "gone")
    (kept.parent / "catalogue-00000000.sqlite").write_bytes(b"no catalogue")
    (tmp_path / "there" / "skills.toml").touch()
    slugs()
    assert set(kept.parent.glob("*.sqlite")) == {kept, there}
    names = {path.name.partition(".")[0] for path in kept.parent.iterdir()}
    assert names == {kept.stem, there.stem}


@pytest.mark.parametrize("name", ["", ".lock"])
def test_a_link_in_the_cache_is_not_followed(own_roles: Path, tmp_path: Path, name: str) -> None:
    """A link to a file of the user's, in the catalogue's or the lock's place, leaves it whole."""
    mine = tmp_path / "mine.txt"
    mine.write_text("my own words")
    file = store.catalogue_file()
    file.parent.mkdir()
    file.with_name(file.name + name).symlink_to(mine)
    assert len(slugs()) == ROLES
    assert mine.read_text() == "my own words"
    assert not file.is_symlink()


def after_each_compile(monkeypatch: pytest.MonkeyPatch, meddle: Callable[[], object]) -> None:
    """Do something each time that the compiler has run."""
    compile_roles = compiling.compile_roles

    def meddled(
        connection: sqlite3.Connection, stamps: Fingerprint, watch: Any, lists: Any
    ) -> None:
        compile_roles(connection, stamps, watch, lists)
        meddle()

    monkeypatch.setattr(compiling, "compile_roles", meddled)


def test_a_file_that_changes_meanwhile_is_read_again(
    own_roles: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A role that changes while it is compiled is compiled once more, as it is then."""
    path = add(own_roles, "soap-maker")

    def rename_once() -> None:
        if len(compiled) == 1:
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace('"CS herder"', '"soap boiler"'), encoding="utf-8")

    after_each_compile(monkeypatch, rename_once)
    with closing(store.open_catalogue()) as connection:
        found = connection.execute("SELECT 1 FROM name WHERE key = 'soap boiler'").fetchall()
    assert len(found) == 1
    assert len(compiled) == 2


def test_a_file_that_never_rests_is_taken_as_it_is(
    own_roles: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody compiles for ever: after a few tries the last state that was read is shown."""
    path = add(own_roles, "soap-maker")
    after_each_compile(
        monkeypatch,
        lambda: path.write_text(path.read_text(encoding="utf-8") + "# more\n", encoding="utf-8"),
    )
    with closing(store.open_catalogue()) as connection:
        assert connection.execute("SELECT 1 FROM role WHERE slug = 'soap-maker'").fetchall()
    assert len(compiled) == 3


def test_failed_compile_leaves_no_file(own_roles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A compile that breaks off half-way leaves neither a catalogue nor a temporary file."""

    def fail(connection: sqlite3.Connection, stamps: Fingerprint, watch: Any, lists: Any) -> None:
        connection.execute("CREATE TABLE half (x)")
        raise KeyboardInterrupt

    monkeypatch.setattr(compiling, "compile_roles", fail)
    with pytest.raises(KeyboardInterrupt):
        store.open_catalogue()
    assert list(store.catalogue_file().parent.glob("*.sqlite*[!k]")) == []


@pytest.mark.parametrize("name", ["odd # 100% name?", "naïve ünïcode", "with space"])
def test_any_folder_name_will_do(
    own_roles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A cache folder may have signs in its name that mean something in an address."""
    monkeypatch.setenv("CAREERS_CACHE", str(tmp_path / name))
    assert Path(database()) == store.catalogue_file()
    assert store.catalogue_file().is_file()


def test_many_at_once_with_a_cold_cache(own_roles: Path, run: Run) -> None:
    """Four commands that start together give the same page, and one catalogue is left."""
    with ThreadPoolExecutor(4) as pool:
        runs = list(pool.map(lambda _: run("show", "fog-counter"), range(4)))
    assert {(done.returncode, done.stderr) for done in runs} == {(0, "")}
    assert len({done.stdout for done in runs}) == 1
    assert "Fog Counter" in runs[0].stdout
    left = {path.name for path in store.catalogue_file().parent.iterdir()}
    assert left - {f"{store.catalogue_file().name}.lock"} == {store.catalogue_file().name}


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "fog-counter"),
        ("list", "--sort", "salary"),
        ("ladder", "fog-counter"),
        ("compare", "fog-counter", "mist-weigher"),
        ("search", "weather"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_reading_commands_stay_light(catalogue: object, arguments: tuple[str, ...]) -> None:
    """With a warm cache a reading command imports neither Pydantic nor tomli nor Babel."""
    code = (
        "import sys\n"
        "from careercli.cli.app import app\n"
        "try:\n"
        "    app()\n"
        "except SystemExit as end:\n"
        "    assert not end.code, end.code\n"
        "names = {name.partition('.')[0] for name in sys.modules}\n"
        "print(*sorted(names), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, encoding="utf-8", timeout=60
    )
    assert done.returncode == 0, done.stderr
    modules = set(done.stderr.split())
    assert "careercli" in modules
    assert modules & {"pydantic", "pydantic_core", "tomli", "babel"} == set()
