"""The titles that are most like one that no index has, and what they say for each group."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.nearest import alike, pieces_of, witnesses
from careercli.names import name_key


@given(st.text(), st.integers(min_value=2, max_value=6))
def test_pieces_are_those_of_every_word(typed: str, letters: int) -> None:
    """None is longer than that many letters, and each stands in a word or at an end of it."""
    key = name_key(typed)
    pieces = pieces_of(key, letters)
    assert all(len(piece) <= letters and piece in f" {key} " for piece in pieces)
    assert pieces == {piece for word in key.split() for piece in pieces_of(word, letters)}
    assert bool(pieces) == bool(key)


def test_what_is_like_it_says_most(catalogue: Catalogue) -> None:
    """A part of a compound counts as a word does; titles of another language say nothing."""
    catalogue.reader = Reader("nl")
    first, *_others = alike(catalogue, "hoofdsterrenvegers")
    assert (first.group, first.titles) == ("9112", ("sterrenveger",))
    assert 0 < first.weight < 1
    catalogue.reader = Reader("en")
    assert all(said.weight < 0.1 for said in alike(catalogue, "hoofdsterrenvegers"))


@pytest.mark.parametrize("typed", ["", "12 34", "?!"])
def test_what_has_no_letters_is_like_nothing(typed: str, catalogue: Catalogue) -> None:
    """Nothing is read out of numbers."""
    assert alike(catalogue, typed) == []


@given(st.lists(st.sampled_from(["moon", "dust", "star", "sweeper", "chief", "baker"]), min_size=1))
def test_many_that_are_alike_are_one_witness(words: list[str]) -> None:
    """However many end alike, they say no more together than one that is the same could."""
    copies = [f"{' '.join(words)} {number}" for number in range(30)]
    together = witnesses("moon sweeper", copies)
    (alone,) = witnesses("moon sweeper", copies[:1]).values()
    assert sum(together.values()) <= 1.05
    assert all(weight <= alone + 0.01 for weight in together.values())


def test_who_is_like_it_in_another_way_says_more() -> None:
    """Of three, two that are nearly the same share what one alone would have said."""
    said = witnesses("moon sweeper", ["star sweeper", "sun sweeper", "moon walker"])
    assert min(said.values()) > 0
    both = witnesses("moon sweeper", ["star sweeper", "moon walker"])
    assert both["star sweeper"] > said["star sweeper"]


@pytest.mark.shipped
def test_where_somebody_works_is_set_aside(catalogue: Catalogue) -> None:
    """It says little of the work, and a name of a firm is like anything."""
    catalogue.reader = Reader("nl")
    alone = alike(catalogue, "maanverzuimcoach")
    assert alike(catalogue, "maanverzuimcoach bij een chocoladefabriek") == alone
