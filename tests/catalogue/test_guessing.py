"""Where a title that nothing is called is likely counted: by its head and by titles like it."""

import pytest

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.guessing import LEAST, NO_GUESS, OFFERED, SOME, guess


def test_titles_like_it_tell_a_group(catalogue: Catalogue) -> None:
    """Where no title ends so, those that are most like it are told, and it stands alone."""
    catalogue.reader = Reader("nl")
    found = guess(catalogue, "hoofdsterrenvegers")
    (near,) = found.near
    assert (near.group, near.titles, near.is_likely) == ("9112", ("sterrenveger",), True)
    assert found.first == near
    assert near.called.groups == ("9112",)
    catalogue.reader = Reader("en")
    assert guess(catalogue, "hoofdsterrenvegers") == NO_GUESS  # a title of another language


@pytest.mark.parametrize("typed", ["", "12 34", "?!", "zzzzz", "whisper " * 100])
def test_what_is_like_nothing_has_no_guess(typed: str, catalogue: Catalogue) -> None:
    """Nor is anything read out of numbers, or of a text as long as a page."""
    assert guess(catalogue, typed) == NO_GUESS


@pytest.mark.shipped
@pytest.mark.parametrize(
    ("typed", "lang", "group"),
    [
        ("Cheese Cave Affineur", "en", "7513"),
        ("payroll guru 2", "en", "4313"),
    ],
)
def test_most_of_what_is_like_it(typed: str, lang: str, group: str, catalogue: Catalogue) -> None:
    """Then that group stands alone, with the titles that are counted there."""
    catalogue.reader = Reader(lang)
    (near,) = guess(catalogue, typed).near
    assert (near.group, near.is_likely) == (group, True)
    assert near.titles


@pytest.mark.shipped
@pytest.mark.parametrize(
    ("typed", "lang", "head", "group"),
    [
        ("maanlichtlasser", "nl", "lasser", "7212"),
        ("Moonward RN", "en", "registered nurse", "2221"),
    ],
)
def test_a_head_is_told_where_titles_like_it_do_not_contradict(
    typed: str, lang: str, head: str, group: str, catalogue: Catalogue
) -> None:
    """How many titles end so is said more shortly than which are like it."""
    catalogue.reader = Reader(lang)
    found = guess(catalogue, typed)
    assert found.likely is not None
    assert (found.likely.head, found.likely.group, found.near) == (head, group, ())


@pytest.mark.shipped
def test_where_a_head_is_contradicted_both_groups_are_told(catalogue: Catalogue) -> None:
    """Nearly all titles that end in "lineman" are of power lines; one of telephones is none."""
    found = guess(catalogue, "Aerial Telecom Lineman")
    assert found.first is None
    assert {"7413", "7422"} <= {near.group for near in found.near}


@pytest.mark.shipped
@pytest.mark.parametrize(
    ("typed", "lang"), [("magazijnmanager en orderpicker", "nl"), ("Therapy Assistant", "en")]
)
def test_where_it_differs_some_groups_are_told(typed: str, lang: str, catalogue: Catalogue) -> None:
    """The one that most is said for first, none that hardly anything is said for."""
    catalogue.reader = Reader(lang)
    found = guess(catalogue, typed).near
    assert 1 < len(found) <= OFFERED
    weights = [near.weight for near in found]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] >= LEAST
    assert all(weight >= SOME * weights[0] for weight in weights)
    assert not any(near.is_likely for near in found)


@pytest.mark.shipped
@pytest.mark.parametrize("typed", ["technician", "Consultant", "12 Technician"])
def test_a_word_of_titles_everywhere_says_nothing(typed: str, catalogue: Catalogue) -> None:
    """Of what would a technician be one? Anything."""
    assert guess(catalogue, typed) == NO_GUESS


@pytest.mark.shipped
@pytest.mark.parametrize("typed", ["May Hiring Events!", "asdfgh", "xqz blorp", "deputy manager"])
def test_little_in_common_says_nothing(typed: str, catalogue: Catalogue) -> None:
    """Where no group has two fifths of what can be said."""
    assert guess(catalogue, typed) == NO_GUESS
