"""Compiling roles and tables into a catalogue."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.compiling import number_style
from careercli.catalogue.finding import find
from careercli.catalogue.role_page import role_page
from careercli.catalogue.store import open_catalogue
from careercli.errors import InvalidDataError
from tests.conftest import DATA, ROLES, SHEPHERD


@pytest.fixture
def opened() -> Iterator[object]:
    """Return a function that opens the catalogue as it is now; closed at the end."""
    catalogues: list[Catalogue] = []

    def open_now() -> Catalogue:
        catalogues.append(Catalogue(open_catalogue(), Reader("en")))
        return catalogues[-1]

    yield open_now
    for catalogue in catalogues:
        catalogue._db.close()


def add(folder: Path, slug: str, **changed: str) -> Path:
    """Add a role of the user's own: the shepherd with some texts changed."""
    text = SHEPHERD.read_text(encoding="utf-8")
    for old, new in {"Cloud Shepherd": "Soap Maker", **changed}.items():
        assert old in text
        text = text.replace(old, new)
    path = folder / f"{slug}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_roles_all_hold(catalogue: Catalogue) -> None:
    """No role is set aside: every file is in the catalogue."""
    assert catalogue.set_aside == {}
    slugs = {row["slug"] for row in catalogue.rows("SELECT slug FROM role")}
    assert slugs == {path.stem for path in SHEPHERD.parent.glob("*.toml")}


def test_every_rung_of_a_ladder_is_an_edge(catalogue: Catalogue) -> None:
    """Each promotion and move that a role names leads somewhere."""
    page = role_page(catalogue, find(catalogue, "cloud-shepherd"))
    assert [step.role.slug for step in page.body.ladder.up] == ["lead-cloud-shepherd"]
    assert page.body.ladder.up[0].years == (3, 6)
    assert len(page.body.ladder.leads_to) == 4


def test_own_role_is_one_of_the_roles(own_roles: Path, opened) -> None:
    """A user's own role is found by its slug and its title, and says where it comes from."""
    path = add(own_roles, "soap-maker")
    catalogue = opened()
    number = find(catalogue, "soap maker")
    page = role_page(catalogue, number)
    assert (page.slug, page.origin, page.body.file) == ("soap-maker", "user", str(path))
    assert not page.body.replaces_shipped


def test_own_role_replaces_a_shipped_one(own_roles: Path, opened) -> None:
    """A user's role with a shipped slug stands in its place, and says so."""
    add(own_roles, "fog-counter")
    catalogue = opened()
    page = role_page(catalogue, find(catalogue, "fog-counter"))
    assert (page.title, page.origin, page.body.replaces_shipped) == ("Soap Maker", "user", True)
    assert catalogue.rows("SELECT COUNT(*) FROM role")[0][0] == ROLES


def test_broken_replacement_leaves_the_shipped_role(own_roles: Path, opened) -> None:
    """A user's role with a shipped slug that does not hold leaves the shipped one in place."""
    (own_roles / "fog-counter.toml").write_text("category = 1\n", encoding="utf-8")
    catalogue = opened()
    page = role_page(catalogue, find(catalogue, "fog-counter"))
    assert (page.title, page.origin, page.body.replaces_shipped) == (
        "Fog Counter",
        "shipped",
        False,
    )
    assert catalogue.set_aside == {"fog-counter": str(own_roles / "fog-counter.toml")}


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"this is no TOML",
        b'category = "nonsense"\n',
        b"\xff\xfe\x00",
        b"[[[[",
    ],
)
def test_bad_role_is_set_aside(own_roles: Path, opened, text: bytes) -> None:
    """A file that is no role is left out; the good one beside it and the shipped ones work."""
    (own_roles / "bad.toml").write_bytes(text)
    add(own_roles, "soap-maker")
    catalogue = opened()
    assert catalogue.rows("SELECT COUNT(*) FROM role")[0][0] == ROLES + 1
    assert list(catalogue.set_aside) == ["bad"]


@pytest.mark.parametrize(
    "changed",
    [
        {'level = "senior"': 'level = "wizard"'},
        {'essential = ["python"': 'essential = ["alchemy"'},
        {'source = "almanac-2026"': 'source = "hearsay"'},
        {'"maps"': '"python"'},
    ],
)
def test_role_with_an_unknown_word_is_set_aside(
    own_roles: Path, opened, changed: dict[str, str]
) -> None:
    """A level, skill or source that is on no list, or a skill named twice, bars a role."""
    add(own_roles, "soap-maker", **changed)
    catalogue = opened()
    assert len(catalogue.set_aside) == 1
    assert catalogue.rows("SELECT COUNT(*) FROM role")[0][0] == ROLES


def test_rung_to_nowhere_is_left_out(own_roles: Path, opened) -> None:
    """A ladder that names a role which does not exist, or itself, keeps its other rungs."""
    add(
        own_roles,
        "soap-maker",
        **{'"rain-reader"': '"nobody"', '"mist-weigher"': '"soap-maker"'},
    )
    catalogue = opened()
    page = role_page(catalogue, find(catalogue, "soap-maker"))
    slugs = [step.role.slug for step in page.body.ladder.leads_to]
    assert len(slugs) == 2
    assert {"nobody", "soap-maker"}.isdisjoint(slugs)


def test_broken_shipped_list_is_refused(data_copy: Path) -> None:
    """Without a sound list of skills there is no catalogue, and the message names the file."""
    (data_copy / "skills.toml").write_text("[python]\n", encoding="utf-8")
    with pytest.raises(InvalidDataError, match=r"skills\.toml"):
        open_catalogue()


def test_median_is_that_of_the_group(catalogue: Catalogue) -> None:
    """Every role has its group's, as published, whatever its level; None where it is kept back."""
    found = {
        (row["level"], row["pay_median"])
        for row in catalogue.rows("SELECT * FROM role WHERE isco08 IN ('2511', '1330')")
    }
    assert found >= {(level, 34.8) for level in ("junior", "mid-level", "senior", "lead")}
    assert ("executive", None) in found


def test_published_tables_are_kept_whole(catalogue: Catalogue) -> None:
    """A published row is in the catalogue as it stands in its table."""
    rows = catalogue.rows("SELECT code, data FROM published WHERE name = 'ilo-genai-2025'")
    with (DATA / "figures" / "ilo-genai-2025.csv").open(encoding="utf-8", newline="") as file:
        table = {row["isco08"]: row for row in csv.DictReader(file)}
    assert {row["code"]: json.loads(row["data"]) for row in rows} == table


@pytest.mark.parametrize(
    "language, decimal, group, gap, dollar",
    [("en", ".", ",", "", "US$"), ("nl", ",", ".", "\N{NO-BREAK SPACE}", "US$")],
)
def test_number_style(language: str, decimal: str, group: str, gap: str, dollar: str) -> None:
    """Numbers and money are written as British and Dutch readers do, and it survives JSON."""
    style = json.loads(json.dumps(number_style(language)))
    assert style == {
        "decimal": decimal,
        "group": group,
        "currency_gap": gap,
        "currencies": {"EUR": "€", "USD": dollar},
    }
