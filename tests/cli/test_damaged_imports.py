"""Files in the folder of imports that are no imports: warned of, and the rest works."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from careercli.names import is_control
from tests.conftest import Run
from tests.taxonomies.downloads import (
    content,
    esco,
    keep,
    other_header,
    other_last_line,
    rewrite,
    unpacked,
)
from tests.taxonomies.onet_downloads import onet

ESCO = "esco-en.jsonl.gz"
Damage = Callable[[Path], object]


def last_line(line: object) -> Damage:
    """Return what puts another line in place of the last one."""
    return lambda path: rewrite(path, other_last_line(json.dumps(line).encode() + b"\n"))


def header(**changes: object) -> Damage:
    """Return what changes the first line."""
    return lambda path: rewrite(path, other_header(**changes))


def cut(share: float) -> Damage:
    """Return what leaves only a part of the lines."""
    return lambda path: rewrite(path, lambda lines: lines[: int(len(lines) * share)])


# How the layer of ESCO is damaged; the one of O*NET beside it is whole.
DAMAGES: dict[str, Damage] = {
    "empty": cut(0),
    "cut-in-the-header": cut(0.0005),
    "cut-in-the-skills": cut(0.01),
    "cut-in-the-occupations": cut(0.9),
    "rubbish": lambda path: path.write_bytes(bytes(range(256)) * 10),
    "no-table": lambda path: path.write_bytes(b"[1, 2]\n"),
    "nested": lambda path: path.write_bytes(b"[" * 100_000),
    "of-the-future": header(format=3),
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


@pytest.fixture
def both(imports: Path, tmp_path: Path) -> Path:
    """The folder of imports with ESCO and O*NET in it."""
    keep("esco", unpacked(esco(), tmp_path / "esco"))
    keep("onet", unpacked(onet(), tmp_path / "onet"))
    return imports


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_import_is_told_and_the_rest_works(both: Path, name: str, run: Run) -> None:
    """Reading commands answer, with one warning that names the file; what is whole is there."""
    DAMAGES[name](both / ESCO)
    for arguments in (["show", "welder"], ["show", "computer-programmers"], ["search", "python"]):
        done = run(*arguments)
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr
        assert done.stderr.count("set aside") == 1
        assert str(both / ESCO) in done.stderr


@pytest.mark.parametrize("name", DAMAGES)
def test_what_is_whole_can_be_listed_and_removed(both: Path, name: str, run: Run) -> None:
    """A damaged one in the same folder is in nobody's way."""
    DAMAGES[name](both / ESCO)
    done = run("import", "list")
    assert done.returncode == 0, done.stderr
    assert "O*NET, English" in done.stdout.splitlines()
    done = run("import", "remove", "onet")
    assert done.returncode == 0, done.stderr
    assert not (both / "onet-en.jsonl.gz").exists()


@pytest.mark.parametrize("name", ["rubbish", "cut-in-the-occupations", "of-the-future"])
def test_what_is_damaged_is_listed_and_can_be_removed(both: Path, name: str, run: Run) -> None:
    """The warning says to remove it: then that must be possible."""
    DAMAGES[name](both / ESCO)
    done = run("import", "list")
    if name != "cut-in-the-occupations":  # of which the first line says nothing
        assert str(both / ESCO) in done.stdout + done.stderr
    done = run("import", "remove", "esco-en")
    assert done.returncode == 0, done.stderr
    assert not (both / ESCO).exists()
    done = run("show", "welder")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", DAMAGES)
def test_importing_again_mends_it(both: Path, tmp_path: Path, name: str, run: Run) -> None:
    """The warning says so."""
    if name in ("a-folder",):
        pytest.skip("that is for whoever put a folder there")
    DAMAGES[name](both / ESCO)
    done = run("import", "esco", str(tmp_path / "esco"))
    assert (done.returncode, done.stderr) == (0, "")
    done = run("show", "app-mender")
    assert (done.returncode, done.stderr) == (0, "")


def test_no_half_of_a_damaged_import_is_shown(both: Path, run: Run) -> None:
    """All of an import or nothing: whoever counts its roles is not misled."""
    DAMAGES["cut-in-the-occupations"](both / ESCO)
    roles = json.loads(run("list", "--format", "json").stdout)["roles"]
    assert not [role for role in roles if role["source"]["id"] == "esco"]


@pytest.mark.parametrize(
    "name",
    ["esco-en (1)", "--help", "\x1b[31mrood", "new\nline", "é"],
)
def test_a_file_with_a_strange_name(both: Path, name: str, run: Run) -> None:
    """What it says of itself counts; its name steers nothing, and it can be removed."""
    (both / ESCO).rename(both / f"{name}.jsonl.gz")
    for arguments in (["show", "app-mender"], ["import", "list"]):
        done = run(*arguments)
        assert (done.returncode, done.stderr) == (0, "")
        assert not any(map(is_control, done.stdout))
    assert run("import", "remove", "esco-en").returncode == 0
    assert set(content(both)) == {"onet-en.jsonl.gz"}


def test_a_damaged_file_with_a_strange_name_steers_nothing(both: Path, run: Run) -> None:
    """Its name reaches the screen without what could move the cursor."""
    (both / "\x1b[31mrood.jsonl").write_text("rubbish")
    done = run("show", "welder")
    assert done.returncode == 0
    assert "rood.jsonl" in done.stderr
    assert not any(map(is_control, done.stderr))


def test_more_languages_than_there_are(imports: Path, tmp_path: Path, run: Run) -> None:
    """ESCO has 28; somebody who makes forty up harms nobody."""
    files = esco()
    for number in range(40):
        code = f"x{chr(97 + number // 26)}{chr(97 + number % 26)}"
        files |= {name.replace("_en", f"_{code}"): raw for name, raw in esco().items()}
    run("import", "esco", str(unpacked(files, tmp_path / "x")))
    for arguments in (["show", "welder"], ["show", "app-mender"], ["search", "mender"]):
        done = run(*arguments)
        assert done.returncode == 0, done.stderr
