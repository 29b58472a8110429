"""A classification that nobody has heard of yet runs through every command: the contract."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCE = """
[rome-download]
name = "Nobody's list"
authors = "Nobody"
title = "A made-up classification"
year = 2026
region = "world"
link = "https://example.org"
licence = "CC0"

[rome-download.en]
measures = "Jobs that nobody has."
caveat = "None of it is true."

[rome-download.nl]
measures = "Beroepen die niemand heeft."
caveat = "Niets ervan is waar."
"""
ROWS = "A1;7212;soudeur de lune;souder\nA2;;peintre de vent;peindre\nA3;2511;rêveur;rêver\n"
PAGE = ("text", "json", "md")
LIST = (*PAGE, "csv")
ROLE = (*PAGE, "toml")
COMMANDS = {
    ("show", "soudeur-de-lune"): ROLE,
    ("show", "peintre de vent"): ROLE,
    ("show", "cloud-shepherd", "--per", "hour"): ROLE,
    ("ladder", "rêveur"): PAGE,
    ("compare", "soudeur de lune", "cloud-shepherd"): PAGE,
    ("compare", "rêveur", "peintre de vent"): PAGE,
    ("list",): LIST,
    ("list", "--origin", "rome", "--sort", "exposure"): LIST,
    ("search", "soudeur"): PAGE,
    ("search", "peindre", "--origin", "rome"): PAGE,
    ("vacancies", "rêveur"): PAGE,
    ("sources",): PAGE,
    ("sources", "soudeur-de-lune"): PAGE,
    ("paths",): PAGE,
    ("import", "list"): PAGE,
}


def careers(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run careers as it is with the fourth taxonomy."""
    return subprocess.run(
        [sys.executable, "-m", "tests.taxonomies.fourth", *arguments],
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), *sys.path))},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


@pytest.fixture
def imported(data_copy: Path, imports: Path, tmp_path: Path) -> Path:
    """The folder of a download that was imported, with its source in the bibliography."""
    with (data_copy / "sources.toml").open("a", encoding="utf-8") as sources:
        sources.write(SOURCE)
    folder = tmp_path / "rome"
    folder.mkdir()
    (folder / "rome.txt").write_text(ROWS, encoding="utf-8")
    done = careers("import", "rome", str(folder))
    assert (done.returncode, done.stderr) == (0, "")
    assert "ROME" in done.stdout
    return folder


@pytest.mark.long
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_it_runs_through_every_command(imported: Path, lang: str) -> None:
    """In both languages and all forms: each answers, and says nothing on stderr."""
    for command, forms in COMMANDS.items():
        for form in forms:
            done = careers(*command, "--format", form, "--lang", lang)
            assert (done.returncode, done.stderr) == (0, ""), (command, form, lang)
            assert done.stdout


def test_its_roles_are_roles(imported: Path) -> None:
    """They have the figures of their group, stand in lists and name where they are from."""
    listed = json.loads(careers("list", "--origin", "rome", "--format", "json").stdout)["roles"]
    assert {role["slug"] for role in listed} == {"soudeur-de-lune", "peintre-de-vent", "reveur"}
    page = json.loads(careers("show", "soudeur de lune", "--format", "json").stdout)
    assert page["codes"] == {"rome": "A1", "isco08": "7212"}
    assert [figure for figure in page["figures"] if figure["value"] is not None]
    assert "rome-download" in [source["id"] for source in page["sources"]]


def test_it_is_checked_and_removed(imported: Path, tmp_path: Path) -> None:
    """``check`` and ``new`` do not mind it; removed, nothing of it is left."""
    assert careers("check").returncode == 0
    assert careers("new", "Moon Welder", "--folder", str(tmp_path)).returncode == 0
    done = careers("import", "remove", "rome")
    assert (done.returncode, done.stderr) == (0, "")
    assert careers("show", "soudeur de lune").returncode == 1
    assert "rome-download" not in careers("sources", "--format", "json").stdout
