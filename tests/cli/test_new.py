"""careers new: what is written where, and what is refused."""

import re
import shlex
from pathlib import Path

import pytest
import tomli

from tests.conftest import ROOT, Run
from tests.dutch import english_in


def test_it_writes_into_the_folder_for_own_roles(ask: Run, own_roles: Path):
    """Stdout is the path and nothing else; what to do next is on stderr."""
    done = ask("new", "Dental Hygienist")
    path = own_roles / "dental-hygienist.toml"
    assert (done.returncode, done.stdout) == (0, f"{path}\n")
    assert f"careers check {path}" in done.stderr
    assert path.read_text("utf-8").startswith(f"#:schema {(ROOT / 'schema').as_uri()}/role.json\n")


def test_the_schema_of_a_file_in_a_checkout_is_relative(run: Run, tmp_path: Path):
    """Within a checkout the schema line is the one that all role files have."""
    for name in ("src", "schema"):
        (tmp_path / name).symlink_to(ROOT / name)
    folder = tmp_path / "data" / "roles"
    folder.parent.mkdir()
    done = run("new", "Imker", "--folder", str(folder), PYTHONPATH=str(tmp_path / "src"))
    assert done.returncode == 0
    assert (
        (folder / "imker.toml").read_text("utf-8").startswith("#:schema ../../schema/role.json\n")
    )


def test_a_folder_is_made(ask: Run, tmp_path: Path):
    """A folder that is not there yet is made."""
    folder = tmp_path / "a"
    assert ask("new", "Imker", "--folder", str(folder), "--lang", "nl").returncode == 0
    assert 'title = "Imker"' in (folder / "imker.toml").read_text("utf-8")


def test_only_the_last_folder_is_made(ask: Run, tmp_path: Path):
    """A folder whose parent is not there is likely a slip of the pen: exit 2, nothing is made."""
    done = ask("new", "Beekeeper", "--folder", str(tmp_path / "a" / "b"))
    assert done.returncode == 2
    assert f"there is no folder {tmp_path / 'a'}" in done.stderr
    assert not (tmp_path / "a").exists()


def test_the_own_folder_is_made_with_its_parents(ask: Run, tmp_path: Path):
    """The folder for own roles is made wherever it is to be."""
    folder = tmp_path / "a" / "b"
    assert ask("new", "Beekeeper", CAREERS_ROLES=str(folder)).returncode == 0
    assert (folder / "beekeeper.toml").exists()


def test_what_to_do_next_can_be_done(ask: Run, tmp_path: Path):
    """The commands that are named work as they stand, wherever the file is."""
    folder = tmp_path / "my roles"
    told = ask("new", "Beekeeper", "--folder", str(folder)).stderr
    named = re.findall(r"careers (check|show) ('[^']+')", told)
    assert [command for command, _path in named] == ["check", "show"]
    for command, path in named:
        assert ask(command, *shlex.split(path)).returncode == 65  # there, and unfinished


def test_nothing_is_overwritten(ask: Run, own_roles: Path):
    """A file that is there already stays as it is."""
    path = own_roles / "beekeeper.toml"
    path.write_text("mine", "utf-8")
    done = ask("new", "Beekeeper")
    assert done.returncode == 2
    assert "is there already" in done.stderr
    assert path.read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    "title",
    [
        "",
        " ",
        "!!!",
        "x" * 81,
        "CON",
        "Ελ",
        "a\x1b[31mb",
        'a "quoted" job',
        "back\\slash",
        "\u202eabc",
    ],
)
def test_what_is_no_title_is_refused(ask: Run, own_roles: Path, title: str):
    """Without letters, too long, or with characters that do harm: exit 2, and no file."""
    done = ask("new", title)
    assert done.returncode == 2
    assert "a title has letters" in done.stderr
    assert list(own_roles.iterdir()) == []


@pytest.mark.parametrize(
    "title", ["../../etc/passwd", "C++ developer", "Fünf & Söhne", "UX/UI, web"]
)
def test_odd_titles_stay_in_the_folder(ask: Run, own_roles: Path, title: str):
    """Whatever a title holds, its file lies in the folder, under a slug."""
    assert ask("new", title).returncode == 0
    (path,) = own_roles.iterdir()
    assert path.parent == own_roles
    assert path.stem.replace("-", "").isalnum()
    assert path.stem.isascii()


def test_a_name_of_another_role_is_told(ask: Run, own_roles: Path):
    """Whoever takes another role's alias hears of it, and gets the file all the same."""
    done = ask("new", "CS herder")
    assert done.returncode == 0
    assert "cloud-shepherd" in done.stderr


def test_a_folder_that_cannot_be_made_is_told(ask: Run, tmp_path: Path):
    """A file where a folder should be: exit 2 and a reason, no traceback."""
    (tmp_path / "file").write_text("", "utf-8")
    done = ask("new", "Beekeeper", "--folder", str(tmp_path / "file" / "roles"))
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_is_no_folder(ask: Run, tmp_path: Path):
    """A file given as the folder is told as what it is."""
    (tmp_path / "file").write_text("", "utf-8")
    done = ask("new", "Beekeeper", "--folder", str(tmp_path / "file"))
    assert done.returncode == 2
    assert "is not a folder" in done.stderr


def test_replacing_a_shipped_role_is_told(ask: Run, own_roles: Path):
    """Whoever writes a file by a shipped role's name hears what that means."""
    assert "place of the shipped role" in ask("new", "Fog Counter").stderr


def test_what_is_not_filled_in_is_set_aside(ask: Run, own_roles: Path):
    """Looking for a new file too early says in one line how to look at it as it is."""
    path = ask("new", "Bee keeper, senior").stdout.strip()
    for name in ("bee-keeper-senior", "Bee Keeper, senior"):
        done = ask("show", name)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == (
            f'careers: The file of "{name}" is not finished; look at it as it is: '
            f"careers show {path}\n"
        )


def test_it_speaks_dutch(ask: Run, own_roles: Path):
    """The messages are in the reader's language."""
    assert "geschreven" in ask("new", "Imker", "--lang", "nl").stderr
    assert "bestaat al" in ask("new", "Imker", "--lang", "nl").stderr


KEY = re.compile(r'(# )?(\[|\w+ = |""")')  # a line to fill in, be it behind a comment sign


def rows_for(lang: str, ask: Run, folder: Path) -> tuple[list[str], list[str]]:
    """Return the lines to fill in of the file that a reader of a language gets, and the others."""
    done = ask("new", "Imker", "--folder", str(folder / lang), LANG=f"{lang}_XX.UTF-8")
    assert done.returncode == 0
    text = (folder / lang / "imker.toml").read_text("utf-8")
    assert tomli.loads(text)[lang].pop("title") == "Imker"
    _schema, *rows = text.replace('"Imker"', '""').splitlines()
    return [row for row in rows if KEY.match(row)], [row for row in rows if not KEY.match(row)]


def test_its_comments_are_dutch(ask: Run, tmp_path: Path):
    """A Dutch reader's file has Dutch comments; its keys and ids are those of an English one."""
    (keys, english), (same_keys, dutch) = (rows_for(lang, ask, tmp_path) for lang in ("en", "nl"))
    assert same_keys == keys
    begun = [{row for row in rows if ": " in row} for rows in (english, dutch)]
    assert begun[0] & begun[1] == set()
    assert [row for row in dutch if english_in(row)] == []
    assert len([row for row in english if english_in(row)]) > 20
