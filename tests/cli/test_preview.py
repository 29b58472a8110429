"""careers show FILE.toml: a role file as it is, with what is wrong with it."""

import json
import re
import shutil
from pathlib import Path

import jsonschema
import pytest

from careercli.catalogue.store import catalogue_file
from tests.conftest import ROOT, SHEPHERD, Run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A role file that holds, in no folder of ours."""
    path = tmp_path / "soap-maker.toml"
    text = SHEPHERD.read_text("utf-8").replace("Cloud Shepherd", "Soap Maker")
    path.write_text(text, "utf-8")
    return path


def test_a_file_that_holds_is_shown(ask: Run, tmp_path: Path):
    """The page is that of the role, and nothing is wrong: exit 0."""
    path = shutil.copy(SHEPHERD, tmp_path)
    done = ask("show", str(path))
    assert (done.returncode, done.stderr) == (0, "")
    page = ask("show", "cloud-shepherd").stdout
    assert done.stdout.partition("\nText last reviewed")[0] == page.partition("\nText last rev")[0]


def test_what_is_wrong_stands_below_the_page(ask: Run, file: Path):
    """A word that is on no list is missing from the page, the rest is there: exit 65."""
    text = file.read_text("utf-8").replace('level = "senior"', 'level = "wizard"')
    file.write_text(text, "utf-8")
    done = ask("show", str(file))
    page, _line, problems = done.stdout.partition("\n\n" + str(file))
    assert done.returncode == 65
    assert page.startswith("Soap Maker\n")
    assert "(missing)" in page.split("\n")[1]
    assert ': level: "wizard" is not in data/vocabulary.toml; ' in problems


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("written", ["", 'level = "lead"', "en = 3", "[codes]\nisco08 = 7"])
def test_what_is_missing_is_said_to_be(ask: Run, tmp_path: Path, written: str, language: str):
    """An empty file has a page too: nothing on it is a guess."""
    path = tmp_path / "Odd name.toml"
    path.write_text(written, "utf-8")
    done = ask("show", str(path), "--lang", language)
    word = "(ontbreekt)" if language == "nl" else "(missing)"
    assert done.returncode == 65
    assert done.stdout.startswith(f"{word}\n")
    page = done.stdout.partition(f"\n{path}:")[0]
    assert not re.search("2511|0000|0001|1 January 1|€", page)


def test_json_is_a_page_and_nothing_else(ask: Run, tmp_path: Path):
    """Beside what a machine reads, the problems go to stderr; the page follows its schema."""
    path = tmp_path / "odd.toml"
    path.write_text('category = "x"', "utf-8")
    done = ask("show", str(path), "--format", "json")
    page = json.loads(done.stdout)
    jsonschema.validate(page, json.loads((ROOT / "schema/output/show.json").read_text()))
    assert (done.returncode, page["slug"], page["codes"]) == (65, "odd", {})
    assert page["reviewed"] == "(missing)"
    assert 'category: "x" is not in data/vocabulary.toml' in done.stderr


def test_what_is_no_toml_has_its_problem_alone(ask: Run, tmp_path: Path):
    """There is nothing to lay out: the problem and exit 65."""
    path = tmp_path / "odd.toml"
    path.write_text("x = = 1", "utf-8")
    done = ask("show", str(path))
    assert (done.returncode, done.stderr) == (65, "")
    assert done.stdout == f"{path}:1: file: is not TOML: Invalid value; mend this line first\n"


def test_a_file_that_is_not_there_is_told(ask: Run):
    """A path that leads nowhere is not looked for among the roles."""
    done = ask("show", "nowhere.toml")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "careers: nowhere.toml: there is no such file\n"


def test_other_commands_do_not_know_of_it(ask: Run, file: Path, own_roles: Path):
    """The catalogue stays as it is, byte for byte."""
    ask("show", "seam-singer")
    before = catalogue_file().read_bytes()
    assert ask("show", str(file)).returncode == 65  # its names are another role's too
    assert catalogue_file().read_bytes() == before
    assert ask("show", "soap-maker").returncode == 1


def test_an_own_file_takes_its_place(ask: Run, own_roles: Path):
    """A file with a shipped role's name, not finished, is previewed in that role's place."""
    path = own_roles / "fog-counter.toml"
    path.write_text('[en]\ntitle = "Mine"\n', "utf-8")
    assert ask("show", "fog-counter").stdout.startswith("Fog Counter\n")
    page = json.loads(ask("show", str(path), "--format", "json").stdout)
    assert (page["title"], page["replaces_shipped"]) == ("Mine", True)


def test_its_own_text_comes_back(ask: Run, file: Path):
    """--format toml gives the file as it was written."""
    assert "Soap Maker" in ask("show", str(file), "--format", "toml").stdout


def test_a_file_of_format_1_is_shown_in_the_new_way(ask: Run, tmp_path: Path):
    """What it calls studies stands among the ways in, and the problem is told below."""
    path = tmp_path / "cloud-shepherd.toml"
    text = SHEPHERD.read_text("utf-8").replace('nl = "Luchtkunde', 'nl = "Wolkenkunde')
    new = text.replace("[en]\n", '[en]\nstudies = ["Old clouds"]\n', 1)
    path.write_text(new.replace("[nl]\n", '[nl]\nstudies = ["Oude wolken"]\n', 1), "utf-8")
    done = ask("show", str(path))
    assert done.returncode == 65
    assert "Old clouds" in done.stdout
    assert "careers check --fix" in done.stdout
