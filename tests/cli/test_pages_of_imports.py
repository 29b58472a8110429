"""What users see of imports: pages of occupations as snapshots, from made-up downloads."""

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.test_pages import COLOR, DRAWN, PIPED, TextFile
from tests.conftest import Run
from tests.taxonomies.downloads import esco, keep, zipped
from tests.taxonomies.onet_downloads import onet

CASES = {
    "show-esco-80": (["show", "app mender"], DRAWN | {"COLUMNS": "80"}),
    "show-esco-40-nl": (["show", "app mender", "--lang", "nl"], DRAWN | {"COLUMNS": "40"}),
    "show-onet-80-color": (
        ["show", "computer programmers", "--section", "description,education,skills,ai"],
        COLOR | {"COLUMNS": "80"},
    ),
    "show-onet-piped-nl": (["show", "computer programmers", "--lang", "nl"], PIPED),
    "show-written-80": (["show", "seam-singer", "--section", "skills"], DRAWN | {"COLUMNS": "80"}),
    "compare-80": (
        ["compare", "seam-singer", "welder-esco", "computer programmers"],
        DRAWN | {"COLUMNS": "80"},
    ),
    "ladder-piped": (["ladder", "app mender"], PIPED),
    "list-80-nl": (["list", "--origin", "esco", "--lang", "nl"], DRAWN | {"COLUMNS": "80"}),
    "search-piped": (["search", "welder"], PIPED),
    "import-list-80": (["import", "list"], DRAWN | {"COLUMNS": "80"}),
    "import-list-40-nl": (["import", "list", "--lang", "nl"], DRAWN | {"COLUMNS": "40"}),
    "toml": (["show", "app mender", "--format", "toml"], PIPED),
    "toml-nl": (["show", "computer programmers", "--format", "toml", "--lang", "nl"], PIPED),
}


@pytest.fixture(scope="module")
def market(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Folders into which both made-up downloads were imported, as an environment."""
    home = tmp_path_factory.mktemp("market")
    folders = {"CAREERS_IMPORTS": str(home / "imports"), "CAREERS_CACHE": str(home / "cache")}
    with pytest.MonkeyPatch.context() as patch:
        for name, folder in folders.items():
            patch.setenv(name, folder)
        for name, files in (("esco", esco()), ("onet", onet())):
            keep(name, zipped(files, home / f"{name}.zip"))
    return folders


@pytest.mark.parametrize("name", CASES)
def test_page(name: str, ask: Run, snapshot: SnapshotAssertion, market: dict[str, str]) -> None:
    """The page looks as it did when somebody last read it; days and folders are left out."""
    arguments, environment = CASES[name]
    done = ask(*arguments, **environment | market)
    assert (done.returncode, done.stderr) == (0, "")
    assert lasting(done.stdout) == snapshot(extension_class=TextFile)


def lasting(text: str) -> str:
    """Return the text without what changes from day to day and from machine to machine."""
    text = re.sub(r"\b\d{1,2}\s\w+\s20\d\d", "DAY", text)
    text = re.sub(r"\d{4}-\d\d-\d\d(?=\n|$)", "DATE", text, flags=re.MULTILINE)
    text = re.sub(r"file:///\S+", "SCHEMA", text)
    text = re.sub(r"8;id=\d+;", "8;id=N;", text)  # see test_pages
    # A path may be folded at the edge of a panel, up to the empty line after it.
    return re.sub(r"(From|Uit)\b.*?(?=\n[│ ]*\n)", r"\1 PATH", text, flags=re.DOTALL)
