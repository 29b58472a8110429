"""What filters leave, and how many each would: the same as careers list says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.browse.desk import Desk
from careercli.browse.facets import LISTS, facets
from careercli.browse.shelf import Shelf
from careercli.browse.state import Option, State, is_on, turned
from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.listing import Filters, list_page
from careercli.screen import Screen

SCREEN = Screen(80, boxes=True, color=True, ascii_only=False)
FACETS = (*LISTS, "skill", "tight", "min_salary", "origin")


@pytest.mark.shipped
def test_every_count_is_what_the_list_then_holds(catalogue: Catalogue) -> None:
    """Of each option that is offered, with another filter set and without."""
    desk = Desk(catalogue, SCREEN)
    for filters in (Filters(), Filters(outlook=("growing",), with_diploma=("hbo",))):
        for facet in facets(catalogue, desk.words, Filters()):
            for option in facet.options:
                asked = turned(filters._replace(**{option.facet: _nothing(option)}), option)
                found = list_page(catalogue, asked).found
                assert desk.shelf.count(State(filters=filters), option) == found, option


def _nothing(option: Option) -> object:
    return {"tight": False, "min_salary": None}.get(option.facet, ())


@pytest.mark.shipped
def test_the_list_is_that_of_careers_list(catalogue: Catalogue) -> None:
    """In every order, jobs and groups alike."""
    shelf = Shelf(catalogue)
    for filters in (Filters(category=("health-care",)), Filters(groups=True, tight=True)):
        for sort in (None, "salary", "outlook"):
            items = shelf.listed(State(filters=filters, sort=sort)).items
            rows = [shelf.row(items, place) for place in range(len(items))]
            page = list_page(catalogue, filters, sort)
            assert [row.slug for row in rows] == [role.slug for role in page.roles]


def test_words_and_filters_go_together(catalogue: Catalogue) -> None:
    """What is found by words keeps its order, of what the filters leave."""
    shelf = Shelf(catalogue)
    found = shelf.listed(State(query="cloud"))
    assert [shelf.row(found.items, i).slug for i in range(3)] == [
        "cloud-shepherd",
        "lead-cloud-shepherd",
        "junior-cloud-shepherd",
    ]
    kept = shelf.listed(State(query="cloud", filters=Filters(level=("junior",))))
    assert [shelf.row(kept.items, i).slug for i in range(len(kept.items))] == [
        "junior-cloud-shepherd"
    ]
    assert not kept.is_guess


def test_a_guess_is_told(catalogue: Catalogue) -> None:
    """A slip finds what may be meant, and is no answer."""
    listed = Shelf(catalogue).listed(State(query="cloud shepard"))
    assert listed.items
    assert listed.is_guess


def test_nothing_is_found_of_nonsense(catalogue: Catalogue) -> None:
    """Whatever signs are typed."""
    shelf = Shelf(catalogue)
    for words in ('"', "((", "OR", "a OR", "\x1b[2J", "'; DROP", "*", "x" * 5000, "   "):
        shelf.listed(State(query=words))


OPTIONS = st.builds(
    Option, st.sampled_from(FACETS), st.sampled_from(["a", "b", "c"]), st.just("label")
)


@given(st.lists(OPTIONS, max_size=8), OPTIONS)
def test_an_option_that_is_turned_twice_is_off(before: list[Option], option: Option) -> None:
    """Whatever else is set; and what excludes it is off while it is on."""
    filters = Filters()
    for one in before:
        filters = turned(filters, one._replace(value="tight") if one.facet == "tight" else one)
    if option.facet == "tight":
        option = option._replace(value="tight")
    off = turned(filters, option) if is_on(filters, option) else filters
    on = turned(off, option)
    assert is_on(on, option)
    assert not is_on(turned(on, option), option)
    if option.facet in ("work", "without"):
        opposite = "without" if option.facet == "work" else "work"
        assert not is_on(on, option._replace(facet=opposite))


def test_a_reader_of_another_period_has_the_same_shelf(catalogue: Catalogue) -> None:
    """A least pay a month leaves what the same leaves of a list with pay a month."""
    desk = Desk(catalogue, SCREEN)
    option = Option("min_salary", "3000", "", "month")
    monthly = Catalogue(catalogue.connection, Reader("en", "month"))
    found = list_page(monthly, Filters(min_salary="3000")).found
    assert desk.shelf_in("month").count(State(), option) == found
