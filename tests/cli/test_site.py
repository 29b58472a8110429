"""``careers site``: the command at its door."""

from pathlib import Path

import pytest

from tests.conftest import Run


def test_it_writes_a_site_and_says_where(run: Run, tmp_path: Path) -> None:
    """The folder on stdout, for a script; how many files on stderr, in the reader's language."""
    folder = tmp_path / "public"
    done = run("site", str(folder), "--lang", "nl")
    assert (done.returncode, done.stdout) == (0, f"{folder}\n")
    assert "bestanden geschreven" in done.stderr
    assert (folder / "nl" / "role" / "cloud-shepherd.html").is_file()


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--url", "example.org"], "--url"),
        (["--port", "x"], "--port"),
        (["--format", "html"], "--format"),
    ],
)
def test_what_is_wrong_is_told(more: list[str], told: str, ask: Run, tmp_path: Path) -> None:
    """Before anything is written."""
    done = ask("site", str(tmp_path / "public"), *more)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert not (tmp_path / "public").exists()


def test_another_folder_is_refused(ask: Run, tmp_path: Path) -> None:
    """With what to give instead."""
    (tmp_path / "letter.txt").write_text("dear")
    done = ask("site", str(tmp_path))
    assert done.returncode == 2
    assert "give an empty or a new folder" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_too_long_a_name_is_told(ask: Run, tmp_path: Path) -> None:
    """With the folder that cannot be."""
    done = ask("site", str(tmp_path / ("x" * 300)))
    assert (done.returncode, done.stdout) == (74, "")
    assert "the site cannot be written to" in done.stderr
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize("lacking", ["jinja2", "PIL", "font_source_sans_pro"])
def test_without_its_libraries_it_says_how_to_get_them(
    lacking: str, ask: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are an extra: whoever never makes a site does without."""
    found = "careercli.cli.extras.find_spec"
    monkeypatch.setattr(found, lambda name: None if name == lacking else name)
    done = ask("site", str(tmp_path / "public"))
    assert done.returncode == 2
    assert "pip install 'careercli[site]'" in done.stderr
