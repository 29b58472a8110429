"""Files in the folder of imports that are no imports: warned of, and the rest works."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from careercli.names import is_control
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


def header(**changes: object) -> Damage:
    """Return what changes the first line."""
    return lambda path: rewrite(path, other_header(**changes))


def cut(share: float) -> Damage:
    """Return what leaves only a part of the lines."""
    return lambda path: rewrite(path, lambda lines: lines[: int(len(lines) * share)])


# How the layer of ESCO is damaged.
DAMAGES: dict[str, Damage] = {
    "empty": cut(0),
    "cut-in-the-header": cut(0.0005),
    "cut-in-the-skills": cut(0.01),
    "cut-at-a-third": cut(0.3),
    "cut-at-two-thirds": cut(0.6),
    "cut-in-the-occupations": cut(0.9),
    "cut-near-the-end": cut(0.999),
    "rubbish": lambda path: path.write_bytes(bytes(range(256)) * 10),
    "no-table": lambda path: path.write_bytes(b"[1, 2]\n"),
    "nested": lambda path: path.write_bytes(b"[" * 100_000),
    "of-the-future": header(format=99),
    "without-a-title": last_line(
        ["x", "", "", {"isco08": "2512", "esco": "x"}, None, [], "", [], [], [], [], None, []]
    ),
    "without-codes": last_line(["x", "", "", {}, "a title", [], "", [], [], [], [], None, []]),
    "with-odd-codes": last_line(["x", "", "", 7, "a title", [], "", [], [], [], [], None, []]),
    "with-odd-needs": last_line(
        ["x", "", "", {"esco": "x"}, "a title", [], "", [], [[0, "adored"]], [], [], None, []]
    ),
    "with-an-odd-day": header(imported="yesterday"),
    "with-an-odd-count": header(occupations="many"),
    "with-odd-counts": header(came_in=["occupations"]),
    "with-an-odd-language": header(language=3),
    "a-folder": lambda path: (path.unlink(), path.mkdir()),
    "a-link-to-itself": lambda path: (path.unlink(), path.symlink_to(path.name)),
}


BESIDE = pytest.mark.parametrize("beside", [False, True], ids=["alone", "beside-onet"])
MENDABLE = [name for name in DAMAGES if name != "a-folder"]


def take_in(home: Path, beside: bool) -> None:
    """Import ESCO, and O*NET too if it is to lie beside it."""
    keep("esco", unpacked(esco(), home / "esco"))
    if beside:
        keep("onet", unpacked(onet(), home / "onet"))


@pytest.fixture
def both(imports: Path, tmp_path: Path) -> Path:
    """The folder of imports with ESCO and O*NET in it."""
    take_in(tmp_path, beside=True)
    return imports


@pytest.fixture
def damaged(name: str, beside: bool, imports: Path, tmp_path: Path) -> Path:
    """The folder of imports in which ESCO is damaged, alone or with O*NET, whole, beside it."""
    take_in(tmp_path, beside)
    DAMAGES[name](imports / ESCO)
    return imports


@BESIDE
@pytest.mark.parametrize("name", always(["cut-at-a-third", "a-folder"], DAMAGES))
def test_a_damaged_import_is_told_and_the_rest_works(
    damaged: Path, name: str, beside: bool, ask: Run
) -> None:
    """Commands answer, with one warning that names the file; what is whole is there."""
    for arguments in (
        ["show", "seam-singer"],
        ["search", "python"],
        *([["show", "computer-programmers"]] if beside else []),
    ):
        done = ask(*arguments)
        assert done.returncode == 0, done.stderr
        assert done.stderr.count("set aside") == 1
        assert str(damaged / ESCO) in done.stderr


@pytest.mark.parametrize("name", always(["cut-at-a-third", "a-folder"], DAMAGES))
def test_what_is_whole_can_be_listed_and_removed(both: Path, name: str, ask: Run) -> None:
    """A damaged one in the same folder is in nobody's way."""
    DAMAGES[name](both / ESCO)
    done = ask("import", "list")
    assert done.returncode == 0, done.stderr
    assert "O*NET, English" in done.stdout.splitlines()
    done = ask("import", "remove", "onet")
    assert done.returncode == 0, done.stderr
    assert not (both / "onet-en.jsonl.gz").exists()


@BESIDE
@pytest.mark.parametrize("name", ["rubbish", "cut-in-the-occupations", "of-the-future"])
def test_what_is_damaged_is_listed_and_can_be_removed(damaged: Path, name: str, ask: Run) -> None:
    """The warning says to remove it: then that must be possible."""
    done = ask("import", "list")
    if name != "cut-in-the-occupations":  # of which the first line says nothing
        assert str(damaged / ESCO) in done.stdout + done.stderr
    done = ask("import", "remove", "esco-en")
    assert done.returncode == 0, done.stderr
    assert not (damaged / ESCO).exists()
    done = ask("show", "seam-singer")
    assert (done.returncode, done.stderr) == (0, "")


@BESIDE
@pytest.mark.parametrize("name", always(["cut-at-a-third", "rubbish"], MENDABLE))
def test_importing_again_mends_it(damaged: Path, tmp_path: Path, name: str, ask: Run) -> None:
    """The warning says so; a folder in its place is for whoever put it there."""
    done = ask("import", "esco", str(tmp_path / "esco"))
    assert (done.returncode, done.stderr) == (0, "")
    done = ask("show", "app-mender")
    assert (done.returncode, done.stderr) == (0, "")


@BESIDE
@pytest.mark.parametrize("name", ["cut-in-the-occupations"])
def test_no_half_of_a_damaged_import_is_shown(
    damaged: Path, name: str, beside: bool, ask: Run
) -> None:
    """All of an import or nothing: whoever counts its roles is not misled."""
    roles = json.loads(ask("list", "--format", "json").stdout)["roles"]
    assert not [role for role in roles if role["origin"]["id"] == "esco"]


@pytest.mark.parametrize(
    "name",
    ["esco-en (1)", "--help", "\x1b[31mrood", "new\nline", "é"],
)
def test_a_file_with_a_strange_name(both: Path, name: str, ask: Run) -> None:
    """What it says of itself counts; its name steers nothing, and it can be removed."""
    (both / ESCO).rename(both / f"{name}.jsonl.gz")
    for arguments in (["show", "app-mender"], ["import", "list"]):
        done = ask(*arguments)
        assert (done.returncode, done.stderr) == (0, "")
        assert not any(map(is_control, done.stdout))
    assert ask("import", "remove", "esco-en").returncode == 0
    assert set(content(both)) == {"onet-en.jsonl.gz"}


def test_a_damaged_file_with_a_strange_name_steers_nothing(both: Path, ask: Run) -> None:
    """Its name reaches the screen without what could move the cursor."""
    (both / "\x1b[31mrood.jsonl").write_text("rubbish")
    done = ask("show", "seam-singer")
    assert done.returncode == 0
    assert "rood.jsonl" in done.stderr
    assert not any(map(is_control, done.stderr))


@pytest.mark.long
def test_more_languages_than_there_are(imports: Path, tmp_path: Path, ask: Run) -> None:
    """ESCO has 28; somebody who makes forty up harms nobody."""
    files = esco()
    for number in range(40):
        code = f"x{chr(97 + number // 26)}{chr(97 + number % 26)}"
        files |= {name.replace("_en", f"_{code}"): raw for name, raw in esco().items()}
    ask("import", "esco", str(unpacked(files, tmp_path / "x")))
    for arguments in (["show", "seam-singer"], ["show", "app-mender"], ["search", "mender"]):
        done = ask(*arguments)
        assert done.returncode == 0, done.stderr
