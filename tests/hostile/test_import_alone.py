"""A damaged import costs itself alone, whether it is the only one or has a whole one beside it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run, always
from tests.taxonomies.downloads import (
    content,
    esco,
    keep,
    last_line,
    other_header,
    rewrite,
    unpacked,
)
from tests.taxonomies.onet_downloads import onet

ESCO = "esco-en.jsonl.gz"
Damage = Callable[[Path], object]


def cut(share: float) -> Damage:
    """Return what leaves a part of the file, as a copy that was broken off does."""
    return lambda path: path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])


def lines_cut(share: float) -> Damage:
    """Return what leaves a part of the lines, in a file that is whole as a file."""
    return lambda path: rewrite(path, lambda lines: lines[: int(len(lines) * share)])


def flipped(share: float) -> Damage:
    """Return what turns a byte around, so far into the file."""

    def damage(path: Path) -> None:
        raw = bytearray(path.read_bytes())
        raw[int(len(raw) * share)] ^= 0xFF
        path.write_bytes(raw)

    return damage


def last_occupation(*values: object) -> Damage:
    """Return what puts a row with these values in the last one's place."""
    codes = {"isco08": "2512", "esco": "x"}
    row = ["x", "", "", codes, "a title", [], "", [], [], [], [], None, []]
    row[: len(values)] = values
    return last_line(row)


DAMAGES: dict[str, Damage] = {
    **{f"cut-at-{share}": cut(share) for share in (0.3, 0.6, 0.9, 0.999)},
    **{f"lines-cut-at-{share}": lines_cut(share) for share in (0.3, 0.6, 0.9, 0.999)},
    **{f"flipped-at-{share}": flipped(share) for share in (0.3, 0.9, 0.999)},
    "empty": cut(0),
    "not-ours": lambda path: path.write_bytes(b"PK\x03\x04 a zip of somebody's"),
    "of-the-future": lambda path: rewrite(path, other_header(format=99)),
    "a-folder": lambda path: (path.unlink(), path.mkdir()),
    "a-word-that-is-none": last_occupation("x", "", "", {"esco": "x"}, "\ud800"),
}
COMMANDS = (
    ["show", "cloud-shepherd"],
    ["list"],
    ["search", "python"],
    ["ladder", "cloud-shepherd"],
    ["compare", "cloud-shepherd", "fog-counter"],
    ["sources"],
    ["vacancies", "cloud-shepherd"],
)
SOME = ("cut-at-0.6", "not-ours", "a-word-that-is-none")
"""One damage of each kind: in the file, from its beginning on, in what a line says."""
WORDS = {"en": "import it again", "nl": "importeer hem opnieuw"}


@pytest.fixture(params=always(["alone"], ["alone", "beside-onet"]))
def folder(request: pytest.FixtureRequest, imports: Path, tmp_path: Path) -> Path:
    """The folder of imports with ESCO in it, alone or beside O*NET, which is whole."""
    keep("esco", unpacked(esco(), tmp_path / "esco"))
    if request.param == "beside-onet":
        keep("onet", unpacked(onet(), tmp_path / "onet"))
    return imports


@pytest.mark.parametrize("name", always(SOME[:1], DAMAGES))
def test_every_command_answers(folder: Path, name: str, ask: Run) -> None:
    """In the language of its reader, with one line that names the import and the mend."""
    DAMAGES[name](folder / ESCO)
    for number, command in enumerate(COMMANDS):
        lang = ("en", "nl")[number % 2]
        done = ask(*command, "--lang", lang)
        assert done.returncode == 0, done.stderr
        assert done.stderr.count("\n") == 1
        for words in (str(folder / ESCO), WORDS[lang], "careers import remove esco"):
            assert words in done.stderr


@pytest.mark.parametrize("name", always(SOME[:1], SOME))
def test_nothing_of_it_is_left(folder: Path, name: str, ask: Run) -> None:
    """Roles, skills and sources are those of a catalogue into which it never came."""
    DAMAGES[name](folder / ESCO)
    questions = (
        ("list", "--format", "json"),
        ("sources", "--format", "json"),
        ("search", "mender", "--format", "json"),
        ("list", "--skill", "mend apps"),
    )
    damaged = [ask(*question) for question in questions]
    assert ask("import", "remove", "esco-en").returncode == 0
    without = [ask(*question) for question in questions]
    assert [done.stdout for done in damaged] == [done.stdout for done in without]
    assert [done.returncode for done in damaged] == [done.returncode for done in without]


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("name", always(SOME[:1], SOME))
def test_commands_that_mend_need_no_catalogue(
    folder: Path, name: str, lang: str, ask: Run, tmp_path: Path
) -> None:
    """``paths`` and ``import list`` say where things are, ``remove`` takes what is damaged away."""
    DAMAGES[name](folder / ESCO)
    no_data = {"CAREERS_DATA": str(tmp_path / "nowhere")}
    done = ask("paths", "--lang", lang, **no_data)
    assert (done.returncode, done.stderr) == (0, "")
    assert str(folder) in done.stdout.replace("\n", "")
    assert ask("import", "list", "--lang", lang, **no_data).returncode == 0
    done = ask("import", "remove", "esco", "--lang", lang, **no_data)
    assert done.returncode == 0, done.stderr
    assert ESCO not in content(folder)
    done = ask("show", "cloud-shepherd", "--lang", lang)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", always(SOME[:1], SOME))
def test_check_tells_it(folder: Path, name: str, ask: Run) -> None:
    """With a line for the import, and 65; a check of one file has nothing to do with it."""
    DAMAGES[name](folder / ESCO)
    done = ask("check")
    assert done.returncode == 65
    (line,) = done.stdout.splitlines()
    assert line.startswith(str(folder / ESCO))
    assert "careers import remove esco" in line


@pytest.mark.skipif(os.name == "nt", reason="names there are text")
def test_a_damaged_file_whose_name_is_no_text(folder: Path, ask: Run) -> None:
    """It is told as far as it can be."""
    (folder / os.fsdecode(b"caf\xe9.jsonl.gz")).touch()
    done = ask("show", "welder")
    assert done.returncode == 0, done.stderr
    assert "import it again" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_damaged_language_leaves_the_others(imports: Path, tmp_path: Path, ask: Run) -> None:
    """Of one classification Dutch is damaged: English is there."""
    keep("esco", unpacked(esco() | esco("nl"), tmp_path / "esco"))
    cut(0.9)(imports / "esco-nl.jsonl.gz")
    done = ask("show", "app-mender")
    assert done.returncode == 0
    assert "careers import remove esco-nl" in done.stderr
    assert done.stderr.count("\n") == 1


FAULTY = """
from careercli.catalogue import occupations

def fails(*_arguments):
    raise KeyError("a key of mine")

occupations._wording = fails
from careercli.cli.app import app
app()
"""


def test_a_fault_of_our_own_costs_the_import_alone(folder: Path) -> None:
    """Whatever is raised while it is written: it is told, and the rest is there."""
    done = subprocess.run(
        [sys.executable, "-c", FAULTY, "show", "cloud-shepherd"],
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Cloud Shepherd")
    assert done.stderr.count("\n") == len(content(folder))
    for words in ("KeyError", str(folder / ESCO), "careers import remove esco"):
        assert words in done.stderr
    assert "Traceback" not in done.stderr
