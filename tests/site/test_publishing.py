"""A site in its folder: whole or not at all, and never in place of anything else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from careercli.errors import OutputError, UsageError
from careercli.site.building import File
from careercli.site.publishing import MARK, publish

OLD = [File("index.html", "old"), File("en/role/a.html", "old")]
NEW = [File("index.html", "new"), File("en/role/b.html", "new")]


def content(folder: Path) -> dict[str, str]:
    """Return every file of a folder but the mark."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file() and path.name != MARK
    }


def test_a_site_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    """With all its files, and none of the old ones; nothing is left beside it."""
    folder = tmp_path / "deep" / "public"
    assert publish(folder, OLD) == 2
    assert publish(folder, NEW) == 2
    assert content(folder) == {file.path: file.content for file in NEW}
    assert [path.name for path in folder.parent.iterdir()] == ["public"]
    assert folder.stat().st_mode & 0o055 == 0o055


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    """Whoever made it first."""
    publish(tmp_path / "public", NEW)
    (tmp_path / "empty").mkdir()
    assert publish(tmp_path / "empty", NEW) == 2


@pytest.mark.parametrize("stop", [RuntimeError("cut off"), KeyboardInterrupt()])
def test_what_is_cut_off_leaves_the_old_one(stop: BaseException, tmp_path: Path) -> None:
    """Whatever stops it, even where half of the new one is written."""

    def halfway() -> Iterator[File]:
        yield NEW[0]
        raise stop

    folder = tmp_path / "public"
    publish(folder, OLD)
    with pytest.raises(type(stop)):
        publish(folder, halfway())
    assert content(folder) == {file.path: file.content for file in OLD}
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_a_full_disk_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And says why."""

    def full(*_given: object, **_more: object) -> int:
        raise OSError(28, "No space left on device")

    folder = tmp_path / "public"
    publish(folder, OLD)
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OutputError, match="No space left"):
        publish(folder, NEW)
    monkeypatch.undo()
    assert content(folder) == {file.path: file.content for file in OLD}


def test_nothing_else_is_replaced(tmp_path: Path) -> None:
    """A folder with other files, or a file, stays as it is."""
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.txt").write_text("one")
    (tmp_path / "file").write_text("two")
    for name in ("thesis", "file"):
        with pytest.raises(UsageError, match=name):
            publish(tmp_path / name, NEW)
    assert (tmp_path / "thesis" / "chapter.txt").read_text() == "one"
    assert (tmp_path / "file").read_text() == "two"
