"""Where a title that no index has is likely counted, and what that rests on."""

import pytest

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.guessing import likely


@pytest.mark.shipped
@pytest.mark.parametrize(
    ("typed", "lang", "head", "at_end", "group"),
    [
        ("maanlichtlasser", "nl", "lasser", True, "7212"),
        ("Winkelier in keukens/badkamers", "nl", "winkelier", True, "5221"),
        ("Moonward Registered Nurse", "en", "registered nurse", True, "2221"),
        ("Flexibele psychiater klinieken", "nl", "psychiater", False, "2212"),
        ("Doktersassistente maanpraktijk", "nl", "doktersassistente", False, "3256"),
        ("Security Officer Armed", "en", "security officer", True, "5414"),
        ("Band 6 - Lunar Physiotherapist - London", "en", "physiotherapist", True, "2264"),
        ("Scaffolder Moon 2", "en", "scaffolder", True, "7119"),
    ],
)
def test_most_titles_with_the_same_head(
    typed: str, lang: str, head: str, at_end: bool, group: str, catalogue: Catalogue
) -> None:
    """The end goes before another part, the longest before others; the count is told."""
    catalogue.reader = Reader(lang)
    found = likely(catalogue, typed)
    assert found is not None
    assert (found.head, found.at_end, found.group) == (head, at_end, group)
    assert 0 < found.there <= found.titles


@pytest.mark.shipped
def test_a_page_that_is_called_so_is_the_guess(catalogue: Catalogue) -> None:
    """Though other titles that begin so are counted anywhere; a short word may lead anything."""
    catalogue.reader = Reader("nl")
    found = likely(catalogue, "Productiemedewerker B maanstof 5-ploegendienst")
    assert found is not None
    assert (found.head, found.there, found.titles) == ("productiemedewerker", 1, 1)
    assert [catalogue.ref(role).slug for role in found.called.roles] == ["production-operator"]
    assert likely(catalogue, "Chef maanzaken") is None
    turned = likely(catalogue, "Planner logistiek Maanstad")  # no title begins so
    assert turned is not None
    assert [catalogue.ref(role).slug for role in turned.called.roles] == ["logistics-planner"]
    catalogue.reader = Reader("en")
    assert likely(catalogue, "Production operator moon") is None


@pytest.mark.shipped
@pytest.mark.parametrize(
    ("typed", "lang"),
    [
        ("deputy manager", "en"),
        ("xqz operator", "en"),
        ("medewerker gebakken lucht", "nl"),
        ("2512.4", "en"),
        ("May Hiring Events!", "en"),
        ("", "en"),
    ],
)
def test_where_titles_do_not_agree_nothing_is_said(
    typed: str, lang: str, catalogue: Catalogue
) -> None:
    """A manager of what? Nor is anything made of digits, or of no title at all."""
    catalogue.reader = Reader(lang)
    assert likely(catalogue, typed) is None


@pytest.mark.shipped
def test_the_role_of_the_head_is_named(catalogue: Catalogue) -> None:
    """A reader may want the page of a welder."""
    catalogue.reader = Reader("nl")
    found = likely(catalogue, "maanlichtlasser")
    assert found is not None
    assert [catalogue.ref(role).slug for role in found.called.roles] == ["welder"]
