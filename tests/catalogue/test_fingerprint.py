"""What the data folders looked like, and whether they still do."""

import json
import os
import time
from pathlib import Path

import pytest

from careercli.catalogue import fingerprint
from careercli.catalogue.fingerprint import Fingerprint, take_fingerprint
from tests.conftest import SHEPHERD

TICK = 10_000_000  # nanoseconds, as ext4 had it for long


def add(folder: Path, slug: str) -> Path:
    """Add a role of the user's own."""
    path = folder / f"{slug}.toml"
    path.write_text(SHEPHERD.read_text(encoding="utf-8"), encoding="utf-8")
    return path


def kept() -> Fingerprint:
    """Return a fingerprint as the catalogue keeps it."""
    return Fingerprint(json.loads(json.dumps(take_fingerprint())))


def test_nothing_changed(own_roles: Path) -> None:
    """A fingerprint of folders that nobody touched is current."""
    add(own_roles, "soap-maker")
    assert kept().is_current()


def test_every_change_shows(own_roles: Path) -> None:
    """Adding, renaming and removing a role shows."""
    before = kept()
    path = add(own_roles, "soap-maker")
    assert not before.is_current()
    before = kept()
    path = path.rename(own_roles / "soap-boiler.toml")
    assert not before.is_current()
    before = kept()
    path.unlink()
    assert not before.is_current()


def test_an_edit_shows(own_roles: Path) -> None:
    """A change of content, size, time, or of content with size and time set back shows."""
    path = add(own_roles, "soap-maker")
    text = path.read_text(encoding="utf-8")
    before = kept()
    path.write_text(text + "# more", encoding="utf-8")
    assert not before.is_current()
    before = kept()
    os.utime(path, ns=(1, 1))
    assert not before.is_current()
    before = kept()
    path.write_text(text + "# less", encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert not before.is_current()


def test_two_changes_within_a_tick_both_show(
    own_roles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the file system keeps time in steps: no fingerprint is taken within one."""
    stamp = fingerprint._stamp

    def coarse(entry: os.DirEntry[str]) -> str:
        size, inode, *times = stamp(entry).split()
        return " ".join((size, inode, *(str(int(t) // TICK * TICK) for t in times)))

    monkeypatch.setattr(fingerprint, "_stamp", coarse)
    path = add(own_roles, "soap-maker")
    for letter in "abcdefghij":
        path.write_text(letter, encoding="utf-8")
        before = kept()
        path.write_text(letter.upper(), encoding="utf-8")
        assert not before.is_current()


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
    assert kept().is_current()
    assert time.monotonic() - began < 5


def test_the_shipped_data_are_covered(data_copy: Path) -> None:
    """A change of a list, a shipped role or a table shows."""
    for name in ("skills.toml", "roles/fog-counter.toml", "figures/isco08.csv"):
        before = kept()
        os.utime(data_copy / name, ns=(1, 1))
        assert not before.is_current(), name


def test_other_files_do_not_count(own_roles: Path) -> None:
    """An editor's backup or a note between the roles is no change."""
    before = kept()
    (own_roles / "soap-maker.toml~").write_text("x")
    (own_roles / "README.md").write_text("x")
    assert before.is_current()
