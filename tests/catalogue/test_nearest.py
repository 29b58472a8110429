"""The titles that are like one that no index has, and where they are counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.nearest import ALIKE, MOST, OFFERED, SOME, near_groups, pieces_of
from careercli.names import name_key


@given(st.text())
def test_pieces_are_those_of_every_word(typed: str) -> None:
    """None is longer than five letters, and each stands in a word or at an end of it."""
    key = name_key(typed)
    pieces = pieces_of(key)
    assert all(len(piece) <= 5 and piece in f" {key} " for piece in pieces)
    assert pieces == {piece for word in key.split() for piece in pieces_of(word)}
    assert bool(pieces) == bool(key)


def test_what_is_like_it_is_told_the_nearest_first(catalogue: Catalogue) -> None:
    """A part of a compound counts as a word does; the page of the nearest is named."""
    catalogue.reader = Reader("nl")
    (near,) = near_groups(catalogue, "hoofdsterrenvegers")
    assert (near.group, near.titles, near.weight) == ("9112", ("sterrenveger",), 1)
    assert near.is_likely
    assert near.called.groups == ("9112",)
    catalogue.reader = Reader("en")
    assert near_groups(catalogue, "hoofdsterrenvegers") == ()  # a title of another language


@pytest.mark.parametrize("typed", ["", "12 34", "?!", "zzzzz", "whisper " * 100])
def test_what_is_like_nothing_has_no_group(typed: str, catalogue: Catalogue) -> None:
    """Nor is anything read out of numbers, or of a text as long as a page."""
    assert near_groups(catalogue, typed) == ()


@pytest.mark.shipped
@pytest.mark.parametrize(
    ("typed", "lang", "group"),
    [
        ("maanverzuimcoach", "nl", "2423"),
        ("Cheese Cave Affineur", "en", "7513"),
        ("payroll guru 2", "en", "4313"),
    ],
)
def test_most_of_what_is_like_it(typed: str, lang: str, group: str, catalogue: Catalogue) -> None:
    """Then that group stands alone, with the titles that are counted there."""
    catalogue.reader = Reader(lang)
    (near,) = near_groups(catalogue, typed)
    assert near.group == group
    assert near.weight >= MOST
    assert near.titles


@pytest.mark.shipped
def test_where_somebody_works_is_set_aside(catalogue: Catalogue) -> None:
    """It says little of the work, and a name of a firm is like anything."""
    catalogue.reader = Reader("nl")
    alone = near_groups(catalogue, "maanverzuimcoach")
    assert near_groups(catalogue, "maanverzuimcoach bij een chocoladefabriek") == alone


@pytest.mark.shipped
def test_where_it_differs_some_groups_are_told(catalogue: Catalogue) -> None:
    """The one with the most weight first, none with hardly any."""
    catalogue.reader = Reader("nl")
    found = near_groups(catalogue, "dakpanlegger")
    assert 1 < len(found) <= OFFERED
    weights = [near.weight for near in found]
    assert weights == sorted(weights, reverse=True)
    assert all(SOME <= weight < MOST for weight in weights)


@pytest.mark.shipped
@pytest.mark.parametrize("typed", ["technician", "Consultant", "12 Technician"])
def test_a_word_of_titles_everywhere_says_nothing(typed: str, catalogue: Catalogue) -> None:
    """Of what would a technician be one? Anything."""
    assert near_groups(catalogue, typed) == ()


@pytest.mark.shipped
@pytest.mark.parametrize("typed", ["May Hiring Events!", "asdfgh"])
def test_little_in_common_says_nothing(typed: str, catalogue: Catalogue) -> None:
    """Fewer than half of its pieces, even of the nearest."""
    assert ALIKE > 0
    assert near_groups(catalogue, typed) == ()
