"""Unfinished role files are told of once a day, to somebody who looks."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from careercli import console
from careercli.catalogue.store import catalogue_file
from careercli.cli.session import _is_first_today
from tests.conftest import Run

TOLD = "careers: 1 role file of yours is not finished: beekeeper. careers check\n"


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody looks at stderr."""
    monkeypatch.setattr(console, "is_watched", lambda: True)


@pytest.fixture
def unfinished(own_roles: Path) -> None:
    """A role file of one's own, just begun."""
    (own_roles / "beekeeper.toml").write_text('level = "lead"', "utf-8")


def day(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Make it another day."""
    monkeypatch.setattr("time.strftime", lambda *_: name)


def test_scripts_hear_nothing(ask: Run, unfinished: None):
    """In a pipe no command says a word of it, and none uses up the day's reminder."""
    assert ask("list").stderr == ""
    assert not _notes()


def test_it_is_told_once_a_day(
    ask: Run, unfinished: None, watched: None, monkeypatch: pytest.MonkeyPatch
):
    """One line from the first command of a day; a clock that went back makes it one more."""
    said = []
    for date in ("2026-01-01", "2026-01-01", "2026-01-02", "2026-01-01"):
        day(monkeypatch, date)
        said.append(ask("show", "seam-singer").stderr)
    assert said == [TOLD, "", TOLD, TOLD]
    assert len(_notes()) == 1


def test_it_is_told_in_dutch(ask: Run, unfinished: None, watched: None):
    """The reminder is in the reader's language."""
    assert "1 beroepsbestand van jou is niet af: beekeeper." in ask("list", "--lang", "nl").stderr


def test_nothing_unfinished_is_nothing_told(ask: Run, own_roles: Path, watched: None):
    """Who has no such file hears nothing."""
    assert ask("list").stderr == ""
    assert not _notes()


def test_where_nothing_can_be_noted_nothing_is_told(
    ask: Run, unfinished: None, watched: None, tmp_path: Path
):
    """Without a cache to write to, the reminder would come with every command: it is left out."""
    (tmp_path / "file").write_text("")
    done = ask("list", CAREERS_CACHE=str(tmp_path / "file" / "cache"))
    assert (done.returncode, done.stderr) == (0, "")


def test_of_many_at_once_one_tells(own_roles: Path):
    """However many commands start together, one of them is the first."""
    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(lambda _: _is_first_today(), range(40))) == 1


def test_the_own_folder_is_left_alone(ask: Run, unfinished: None, watched: None, own_roles: Path):
    """What was told is noted beside the catalogue, never among the reader's files."""
    ask("list")
    assert [path.name for path in own_roles.iterdir()] == ["beekeeper.toml"]


def _notes() -> list[Path]:
    return list(catalogue_file().parent.glob("*.told-*"))
