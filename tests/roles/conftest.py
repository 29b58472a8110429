"""A small data folder of their own, so that no edit of a shipped role breaks these tests."""

import csv
import os
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.roles.cases import DATA
from tests.roles.subject import Workspace, read_workspace

# The codes of jobs that nobody has, with what their tables say of them; by classification, and
# by table where it is none.
MADE_UP = {
    "isco08": [
        {"isco08": "0001", "name_en": "Moon polishers", "name_nl": "Maanpoetsers"},
        {"isco08": "0002", "name_en": "Comet herders", "name_nl": "Kometenhoeders"},
    ],
    "esco": [
        {
            "esco": f"http://data.europa.eu/esco/occupation/{name.replace(' ', '-')}",
            "isco08": isco08,
            "name_en": name,
        }
        for name, isco08 in (("moon polisher", "0001"), ("comet herder", "0002"))
    ],
    "soc2018": [{"soc2018": "00-0001", "name_en": "Moon Polishers"}],
    "onet": [
        {"onet": "00-0001.00", "name_en": "Moon Polishers"},
        {"onet": "00-0002.00", "name_en": "Comet Herders"},
    ],
    "cbs-titles": [
        {"title": "maan-poetser", "isco08": "0001"},
        {"title": "sikkel poetser", "isco08": "0001 0002"},
        {"title": "kometenpoetser", "isco08": "0002"},
    ],
    "soc2010": [{"soc2010": "00-0001", "name_en": "Moon Polishers"}],
}


@pytest.fixture(scope="session")
def small_data(tmp_path_factory: pytest.TempPathFactory, shipped: Workspace) -> Path:
    """The lists of these tests beside tables in which nothing but made-up codes stands."""
    folder = tmp_path_factory.mktemp("roles") / "data"
    shutil.copytree(DATA, folder)
    shutil.copyfile(ROOT / "data" / "tables.toml", folder / "tables.toml")
    (folder / "figures").mkdir()
    published = shipped.published
    rows = {
        published.systems[key].table if key in published.systems else key: found
        for key, found in MADE_UP.items()
    }
    for table in published.key_columns:
        name = f"{table}.csv"
        header = (ROOT / "data" / "figures" / name).read_text("utf-8").partition("\n")[0]
        with (folder / "figures" / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header.split(","))
            writer.writeheader()
            writer.writerows(rows.get(table, []))
    return folder


@pytest.fixture(autouse=True)
def data(small_data: Path, clean_environment: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test here reads the small data folder, unless it asks for the shipped one."""
    monkeypatch.setenv("CAREERS_DATA", str(small_data))
    return small_data


@pytest.fixture
def lists(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small data folder that a test may change."""
    folder = tmp_path / "lists"
    shutil.copytree(data, folder)
    monkeypatch.setenv("CAREERS_DATA", str(folder))
    return folder


@pytest.fixture(scope="session")
def shipped() -> Workspace:
    """The shipped library, read once a session."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CAREERS_DATA", str(ROOT / "data"))
        patch.setenv("CAREERS_ROLES", os.devnull)
        library = read_workspace()
        assert library.style  # it is read at its first use
    return library
