"""What a search finds where a written role stands for an occupation, and how hits are shown."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.schema import ROWS
from careercli.catalogue.searching import search_page
from careercli.catalogue.store import open_catalogue
from careercli.errors import NotFoundError
from tests.taxonomies.downloads import esco, keep, unpacked
from tests.taxonomies.onet_downloads import onet


@pytest.fixture
def imported(imports: Path, tmp_path: Path) -> Iterator[Catalogue]:
    """The made-up roles, with small downloads in which the seam singer stands for two occupations.

    All that is said of those two has the word "zymurgy", in which nothing else matches.
    """
    keep("esco", unpacked(esco(), tmp_path / "esco"))
    keep("onet", unpacked(onet(), tmp_path / "onet"))
    stored = open_catalogue()
    copy = sqlite3.connect(":memory:")
    stored.backup(copy)
    stored.close()
    catalogue = Catalogue(copy, Reader())
    for row in catalogue.rows("SELECT id FROM role WHERE superseded_by IS NOT NULL"):
        copy.execute(
            "UPDATE search SET skills = 'zymurgy', prose = 'zymurgy' WHERE rowid BETWEEN ? AND ?",
            (ROWS * row["id"], ROWS * row["id"] + ROWS - 1),
        )
        copy.execute(
            "UPDATE search SET aliases = 'zymurgy' WHERE rowid = ? "
            "AND EXISTS (SELECT 1 FROM role WHERE id = ? AND origin = 'onet')",
            (ROWS * row["id"], row["id"]),
        )
    yield catalogue
    copy.close()


def found(catalogue: Catalogue, words: str, origin: str | None = None) -> list[str]:
    """Return the slugs that a search finds, best first."""
    return [hit.role.slug for hit in search_page(catalogue, words, 10, origin).hits]


@pytest.mark.parametrize("words", ["seam hand", "hand seam", "hot joiner", "caisson weld"])
def test_names_of_a_superseded_occupation_find_the_role(imported: Catalogue, words: str) -> None:
    """Another name of the occupation, whole, turned round or in part, leads to the written role."""
    assert found(imported, words)[0] == "seam-singer"


@pytest.mark.parametrize("words", ["zymurgy", "zymurgy xqzxqz"])
def test_texts_of_a_superseded_occupation_find_nothing(imported: Catalogue, words: str) -> None:
    """Its skills, its text and the jobs that are counted in it are not those of the role."""
    try:
        slugs = found(imported, words)
    except NotFoundError:
        slugs = []
    assert [slug for slug in slugs if slug == "seam-singer" or slug.startswith("welder")] == []


def test_texts_of_a_superseded_occupation_find_it_by_itself(imported: Catalogue) -> None:
    """Whoever asks for roles from that classification alone finds it by what is said of it."""
    assert found(imported, "zymurgy", "esco") == ["welder-esco"]


def test_a_job_that_is_counted_in_an_occupation_finds_that(imported: Catalogue) -> None:
    """A title that O*NET counts in an occupation is no name of the role that stands for it."""
    assert found(imported, "torch hand")[0] == "welders-cutters-solderers-and-brazers-onet"


@pytest.mark.parametrize(
    ("words", "field", "passage"),
    [
        ("weerbaas", "aliases", "⟦weerbaas⟧"),
        ("windnurse", "title", "⟦Wind Nurse⟧"),
        ("hand lamb cloud", "aliases", "⟦lamb⟧ ⟦cloud⟧ ⟦hand⟧"),
    ],
)
def test_a_hit_shows_what_was_found(
    catalogue: Catalogue, words: str, field: str, passage: str
) -> None:
    """A name is shown as it is written; words with what stands around them."""
    hit = search_page(catalogue, words, 1).hits[0]
    assert hit.field == field
    assert passage in hit.passage


def test_few_hits_are_followed_by_roles_with_any_of_the_words(catalogue: Catalogue) -> None:
    """Words around the name of a job do not hide it, though they stand together elsewhere."""
    assert "lead-cloud-shepherd" in set(found(catalogue, "working as a flock captain"))
