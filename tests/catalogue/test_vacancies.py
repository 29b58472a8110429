"""Which vacancy sites a role gets, and its links to them."""

from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from careercli.catalogue import vacancies as module
from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.finding import find
from careercli.catalogue.role_page import role_page
from careercli.catalogue.store import open_catalogue
from careercli.catalogue.vacancies import vacancies, vacancies_page
from careercli.pages import VacanciesPage
from tests.taxonomies.downloads import esco, keep, unpacked

ALL = ["Sky Jobs", "Rain & Works"]


def of(catalogue: Catalogue, slug: str, language: str = "en") -> VacanciesPage:
    """Return the links of a role."""
    catalogue.reader = Reader(language)
    return vacancies_page(role_page(catalogue, find(catalogue, slug)))


def boards(catalogue: Catalogue, slug: str) -> list[str]:
    """Return the names of the sites that a role gets."""
    return [site.board for site in of(catalogue, slug).vacancies]


def row(**values: Any) -> Any:
    """Return a row of a role of which little is known."""
    return {"slug": "x", "category": None, "isco08": None, "vacancy_query": "x"} | values


def test_words_are_quoted(catalogue: Catalogue) -> None:
    """An address that searches has the role's words in it, safely quoted."""
    links = vacancies(catalogue, row(vacancy_query="R&D / c++ één"))
    assert [link.board for link in links] == ALL
    for link in links:
        assert link.searched
        assert urlsplit(link.url).scheme == "https"
        assert "R%26D+%2F+c%2B%2B+%C3%A9%C3%A9n" in link.url


def test_dutch_sites_are_asked_for_the_dutch_title(catalogue: Catalogue) -> None:
    """Whatever the page's language; the page of the role has the same links."""
    found = of(catalogue, "mist-weigher")
    assert found.title == "Mist Weigher"
    assert "Mistweger" in found.vacancies[0].url
    assert found.vacancies == role_page(catalogue, find(catalogue, "mist-weigher")).vacancies


@pytest.mark.parametrize(
    ("slug", "first"),
    [
        ("rain-reader", ["High Mast"]),  # by category
        ("mist-weigher", ["Hives"]),  # by name
        ("wind-nurse", []),  # 2221 does not begin with 2212
        ("fog-counter", []),
    ],
)
def test_a_site_is_for_whom_it_names(catalogue: Catalogue, slug: str, first: list[str]) -> None:
    """Where one field applies comes before where all do, and nobody else is sent there."""
    assert boards(catalogue, slug) == first + ALL


def test_a_group_is_named_by_how_its_code_begins(catalogue: Catalogue) -> None:
    """What matters to an imported occupation, which has no category."""
    for code, first in (("9112", ["Moon Yard"]), ("6123", ["Hives"]), ("2211", []), (None, [])):
        found = vacancies(catalogue, row(isco08=code))
        assert [link.board for link in found] == first + ALL


@pytest.mark.usefixtures("imports")
def test_an_imported_occupation_has_sites_of_its_group(tmp_path: Path) -> None:
    """Its ISCO-08 code, 6123, says which."""
    keep("esco", unpacked(esco(), tmp_path / "esco"))
    with closing(open_catalogue()) as stored:
        assert boards(Catalogue(stored, Reader("en")), "hive-counter") == ["Hives", *ALL]


def test_the_only_place_to_apply_stands_alone(catalogue: Catalogue) -> None:
    """Where only one employer has the job, other sites are a dead end."""
    assert boards(catalogue, "moon-polisher") == ["Moon Yard"]


def test_a_page_without_a_search_says_so(catalogue: Catalogue) -> None:
    """Its address is as it stands in the list; a note is in the reader's language."""
    (mast, *_others) = of(catalogue, "rain-reader").vacancies
    assert (mast.url, mast.searched, mast.note) == ("https://mast.example.org/jobs", False, None)
    notes = [of(catalogue, "moon-polisher", key).vacancies[0].note for key in ("en", "nl")]
    assert notes == ["apply here", "solliciteer hier"]


def test_links_end_somewhere(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """What would be one too many is left out from the end."""
    monkeypatch.setattr(module, "MOST", 2)
    assert boards(catalogue, "rain-reader") == ["High Mast", "Sky Jobs"]
