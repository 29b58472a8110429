"""``careers export``: all roles at once, in each form."""

import csv
import json
import sqlite3
from pathlib import Path

import pytest

from careercli.export.texts import MOST
from tests.conftest import ROLES, Run


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_a_line_is_what_show_has(lang: str, ask: Run) -> None:
    """Key for key; one line a role, by slug."""
    done = ask("export", "--lang", lang)
    assert (done.returncode, done.stderr) == (0, "")
    lines = [json.loads(row) for row in done.stdout.splitlines()]
    assert [page["slug"] for page in lines] == sorted(page["slug"] for page in lines)
    assert len(lines) == ROLES
    (shepherd,) = (page for page in lines if page["slug"] == "cloud-shepherd")
    shown = ask("show", "cloud-shepherd", "--lang", lang, "--format", "json")
    assert shepherd == json.loads(shown.stdout)


def test_rows_are_those_of_compare_with_the_codes(ask: Run) -> None:
    """Under one head, each figure with its source."""
    rows = list(csv.DictReader(ask("export", "--format", "csv").stdout.splitlines()))
    assert len({row["slug"] for row in rows}) == ROLES
    ours = [row for row in rows if row["slug"] == "cloud-shepherd"]
    codes = {row["fact"]: row["value"] for row in ours if row["fact"].startswith("code-")}
    page = json.loads(ask("show", "cloud-shepherd", "--format", "json").stdout)
    assert codes == {f"code-{system}": code for system, code in page["codes"].items() if code}
    compared = ask("compare", "cloud-shepherd", "fog-counter", "--format", "csv").stdout
    others = [
        row for row in csv.DictReader(compared.splitlines()) if row["slug"] == "cloud-shepherd"
    ]
    assert [row for row in ours if not row["fact"].startswith("code-")] == others


def test_the_database_holds_together(ask: Run, tmp_path: Path) -> None:
    """Every key leads to a row; its text can be searched; a second run takes its place."""
    path = tmp_path / "careers.db"
    for _time in range(2):
        done = ask("export", "--format", "sqlite", "--out", str(path))
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert db.execute("SELECT COUNT(*) FROM role").fetchone() == (ROLES,)
    rows = list(csv.DictReader(ask("export", "--format", "csv").stdout.splitlines()))
    facts = sum(not row["fact"].startswith("code-") for row in rows)
    assert db.execute("SELECT COUNT(*) FROM fact").fetchone() == (facts,)
    page = json.loads(ask("show", "cloud-shepherd", "--format", "json").stdout)
    had = db.execute("SELECT skill FROM role_skill WHERE role = 'cloud-shepherd' ORDER BY place")
    assert [skill for (skill,) in had] == [skill["id"] for skill in page["skills"]]
    found = db.execute(
        "SELECT slug FROM role WHERE rowid IN "
        "(SELECT rowid FROM role_search WHERE role_search MATCH ?)",
        (f'"{page["title"]}"',),
    )
    assert ("cloud-shepherd",) in found.fetchall()
    (made,) = db.execute("SELECT sql FROM sqlite_master WHERE name = 'role_search'").fetchone()
    assert 'content="role"' in made  # so written, Datasette finds it by itself
    assert db.execute("SELECT COUNT(*) FROM step").fetchone()[0] > 0
    db.close()
    assert [path.name for path in tmp_path.iterdir()] == ["careers.db"]


def test_a_text_for_an_assistant(ask: Run, tmp_path: Path) -> None:
    """What it is first, then every role; the full one with sources."""
    assert ask("export", "--format", "llms", "--out", str(tmp_path), "--lang", "nl").returncode == 0
    index, full = ((tmp_path / name).read_text("utf-8") for name in MOST)
    assert index.startswith("# careers\n\n> ")
    assert index.count("\n- ") == ROLES
    assert full.count("\n---\n") == ROLES
    assert "## Bronnen" in full


@pytest.mark.long
@pytest.mark.shipped
def test_a_text_for_an_assistant_has_its_size(ask: Run, tmp_path: Path) -> None:
    """With the roles that are shipped, in either language."""
    done = ask(
        "export", "--format", "llms", "--out", str(tmp_path), "--lang", "nl", CAREERS_DATA=""
    )
    assert done.returncode == 0, done.stderr
    for name, most in MOST.items():
        assert most / 10 < (tmp_path / name).stat().st_size < most


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--format", "sqlite"], 2, "--out"),
        (["--format", "llms"], 2, "--out"),
        (["--format", "xml"], 2, "jsonl, csv, sqlite, llms"),
        (["--out", "/dev/null/x"], 74, "/dev/null/x"),
        (["--format", "sqlite", "--out", "/dev/null/x"], 74, "/dev/null/x"),
        (["--format", "llms", "--out", "/dev/null/x"], 74, "/dev/null/x"),
    ],
)
def test_what_is_wrong_is_told(arguments: list[str], code: int, told: str, ask: Run) -> None:
    """With the exit code of its kind."""
    done = ask("export", *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert told in done.stderr


@pytest.mark.parametrize("out", ["", ".", "/", "folder", "x" * 300])
@pytest.mark.parametrize("form", ["jsonl", "csv", "sqlite"])
def test_no_file_to_write_is_told(
    form: str, out: str, ask: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder, nothing, or a name that is too long; nothing is left there."""
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    done = ask("export", "--format", form, "--out", out)
    assert (done.returncode, done.stdout) == (74, "")
    assert "cannot be written" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_what_cannot_be_written_leaves_the_old_file(
    ask: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing half done beside it."""
    path = tmp_path / "roles.jsonl"
    path.write_text("old")

    def stop(_page: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("careercli.export.streams.to_json_line", stop)
    done = ask("export", "--out", str(path))
    assert done.returncode == 74
    assert "No space left on device" in done.stderr
    assert path.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["roles.jsonl"]
