"""What the data folders looked like, and whether they still do."""

import json
import os
import time
from pathlib import Path

import pytest

from careercli.catalogue import fingerprint
from careercli.catalogue.fingerprint import Fingerprint, file_fingerprint, take_fingerprint
from tests.conftest import SHEPHERD, Run


def add(folder: Path, slug: str) -> Path:
    """Add a role of the user's own."""
    path = folder / f"{slug}.toml"
    path.write_text(SHEPHERD.read_text(encoding="utf-8"), encoding="utf-8")
    return path


def kept() -> Fingerprint:
    """Return stamps as the catalogue keeps them."""
    return Fingerprint(json.loads(json.dumps(take_fingerprint())))


def test_nothing_changed(own_roles: Path) -> None:
    """Fingerprint of folders that nobody touched are current."""
    add(own_roles, "soap-maker")
    assert kept().are_current()


@pytest.mark.parametrize("large", [False, True])
def test_every_change_shows(own_roles: Path, monkeypatch: pytest.MonkeyPatch, large: bool) -> None:
    """Adding, renaming and removing a role shows, in a small folder and in a large one."""
    monkeypatch.setattr(fingerprint, "LARGE", 0 if large else 1000)
    before = kept()
    path = add(own_roles, "soap-maker")
    assert not before.are_current()
    before = kept()
    path = path.rename(own_roles / "soap-boiler.toml")
    assert not before.are_current()
    before = kept()
    path.unlink()
    assert not before.are_current()


def test_an_edit_shows(own_roles: Path) -> None:
    """A change of content, size, time, or of content with size and time set back shows."""
    path = add(own_roles, "soap-maker")
    text = path.read_text(encoding="utf-8")
    before = kept()
    path.write_text(text + "# more", encoding="utf-8")
    assert not before.are_current()
    before = kept()
    os.utime(path, ns=(1, 1))
    assert not before.are_current()
    before = kept()
    path.write_text(text + "# less", encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert not before.are_current()


def test_two_changes_within_a_tick_both_show(own_roles: Path) -> None:
    """A fingerprint waits until the clock of the file system has moved on since the last write."""
    path = add(own_roles, "soap-maker")
    for letter in "abcdefghij":
        path.write_text(letter, encoding="utf-8")
        before = kept()
        path.write_text(letter.upper(), encoding="utf-8")
        assert not before.are_current()


def test_a_file_just_written_gets_a_tick(own_roles: Path) -> None:
    """Fingerprint are never of a file that the same tick of the clock may still change: 10 ms."""
    path = add(own_roles, "soap-maker")
    take_fingerprint()
    assert time.time_ns() - path.stat().st_mtime_ns >= 10_000_000


def test_a_file_from_the_future_makes_nobody_wait(own_roles: Path) -> None:
    """A time that is still to come, as after a clock was set back, is a stamp like any other."""
    ahead = time.time_ns() + 10**15
    os.utime(add(own_roles, "soap-maker"), ns=(ahead, ahead))
    began = time.monotonic()
    assert kept().are_current()
    assert time.monotonic() - began < 5


def test_the_shipped_data_are_covered(data_copy: Path) -> None:
    """A change of a list, a shipped role or a table shows."""
    for name in ("skills.toml", "roles/fog-counter.toml", "figures/isco08.csv"):
        before = kept()
        os.utime(data_copy / name, ns=(1, 1))
        assert not before.are_current(), name


def test_other_files_do_not_count(own_roles: Path) -> None:
    """An editor's backup or a note between the roles is no change."""
    before = kept()
    (own_roles / "soap-maker.toml~").write_text("x")
    (own_roles / "README.md").write_text("x")
    assert before.are_current()


def test_an_edit_in_a_large_folder_shows_with_its_role(
    own_roles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a large folder each file's stamp is kept with its role."""
    monkeypatch.setattr(fingerprint, "LARGE", 0)
    path = add(own_roles, "soap-maker")
    taken = take_fingerprint()
    before = taken.of_file(path)
    assert before == file_fingerprint(path)
    os.utime(path, ns=(1, 1))
    assert taken.are_current()
    assert file_fingerprint(path) != before
    assert taken.of_file(own_roles / "gone.toml") is None


def test_an_edit_among_a_thousand_files_is_read(run: Run, own_roles: Path) -> None:
    """Editing a file in place shows on its page at once, in a folder of any size."""
    path = add(own_roles, "soap-maker")
    for number in range(fingerprint.LARGE + 1):
        (own_roles / f"note-{number}.toml").touch()
    assert run("show", "soap-maker").returncode == 0
    text = path.read_text(encoding="utf-8")
    with path.open("r+", encoding="utf-8") as file:
        file.write(text.replace("Cloud Shepherd", "Boiler of Soap and Fat   "))
        file.truncate()
    assert "Boiler of Soap and Fat" in run("show", "soap-maker").stdout
    assert "Boiler of Soap and Fat" in run("search", "soap boiler").stdout
