"""What is registered can be had, and what is laid out says what it means."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from tools import schemas

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.compare_page import compare_page
from careercli.catalogue.finding import find
from careercli.catalogue.ladder_page import ladder_page
from careercli.catalogue.listing import Filters, list_page
from careercli.catalogue.role_page import role_page
from careercli.catalogue.searching import search_page
from careercli.catalogue.vacancies import vacancies_page
from careercli.locale import Numbers
from careercli.render import DRAWN, FORMATS, LAYOUTS, SECTIONS, formats_of, load
from careercli.render.blocks import Document, Hint, Span
from careercli.render.words import Words

PAGES: dict[str, Callable[[Catalogue, int], Any]] = {
    "show": role_page,
    "ladder": lambda catalogue, number: ladder_page(catalogue, number, None),
    "compare": lambda catalogue, number: compare_page(
        catalogue, [number, find(catalogue, "fog-counter")]
    ),
    "list": lambda catalogue, _number: list_page(catalogue, Filters(), "title"),
    "search": lambda catalogue, _number: search_page(catalogue, "cloud", 10),
    "vacancies": lambda catalogue, role: vacancies_page(role_page(catalogue, role)),
}


def laid_out(catalogue: Catalogue, command: str) -> Document:
    """Return the page of a command about cloud shepherds, laid out."""
    page = PAGES[command](catalogue, find(catalogue, "cloud-shepherd"))
    words = Words(Numbers(catalogue.number_style), getattr(page, "sources", ()))
    document: Document = load(LAYOUTS[type(page).__name__])(page, words)
    return document


def parts(value: Any) -> Iterator[Any]:
    """Yield everything that a document consists of, at any depth."""
    yield value
    if isinstance(value, tuple):
        for part in value:
            yield from parts(part)


def test_every_page_has_a_layout() -> None:
    """Each page that a command can show is registered, and nothing else."""
    assert set(LAYOUTS) - {"HelpPage"} == {page.__name__ for page in schemas.PAGES.values()}


@pytest.mark.parametrize(
    "name",
    [
        *LAYOUTS.values(),
        *SECTIONS.values(),
        *(form.renderer for form in (*FORMATS.values(), DRAWN)),
    ],
)
def test_what_is_registered_is_there(name: str) -> None:
    """Every name in a registry leads to a function."""
    assert callable(load(name))


def test_csv_is_for_lists() -> None:
    """A page that is no table has no CSV."""
    assert formats_of("ListPage") == ("text", "json", "md", "html", "svg", "csv")
    assert formats_of("ComparePage") == ("text", "json", "md", "html", "svg", "csv")
    assert formats_of("RolePage") == ("text", "json", "md", "html", "svg")


@pytest.mark.parametrize("command", ["show", "ladder", "compare", "list", "search"])
def test_a_role_in_a_text_knows_its_slug(command: str, catalogue: Catalogue) -> None:
    """Wherever a page names another role, a renderer can link it."""
    spans = [part for part in parts(laid_out(catalogue, command)) if isinstance(part, Span)]
    named = {part.text: part.role for part in spans if part.style in ("role", "here") and part.role}
    assert named
    assert not [part for part in spans if part.style == "role" and part.role is None]
    assert all(catalogue.ref(find(catalogue, slug)).title == text for text, slug in named.items())


@pytest.mark.parametrize("command", ["show", "vacancies"])
def test_what_to_type_is_a_hint(command: str, catalogue: Catalogue) -> None:
    """No command stands in running text, so that a renderer can leave them out."""
    found = list(parts(laid_out(catalogue, command)))
    assert [part.command for part in found if isinstance(part, Hint)]
    assert not [part for part in found if isinstance(part, Span) and part.style == "command"]
