"""What may be concluded from the published figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.figures.derive import clear_change, leading_kinds, trend
from careercli.figures.figures import About, Growth, Interests

ABOUT = About("some", "Some", None, "NL", "2025", "s", "published")


@pytest.mark.parametrize(
    "class_, people, word",
    [
        ("very-high", 12_000, "growing"),
        ("high", 6_000, "growing"),
        ("average", 2_000, "stable"),
        ("average", -1_000, "stable"),
        ("low", 1_000, "stable"),
        ("low", 0, "stable"),
        ("low", -300, "shrinking"),
        ("very-low", -14_000, "shrinking"),
        (None, None, "unknown"),
    ],
)
def test_trend(class_: str | None, people: int | None, word: str) -> None:
    """The outlook word is the forecast's class, and shrinking only where jobs go."""
    assert trend(Growth(ABOUT, people, None, class_)) == word


def test_without_a_forecast_nothing_is_known() -> None:
    """No table with a forecast, no word."""
    assert trend(None) == "unknown"


@pytest.mark.parametrize(
    "before, now, percent",
    [
        (382_000, 400_000, None),
        (100_000, 112_500, None),
        (100_000, 114_000, 14.0),
        (42_000, 29_000, -31.0),
        (93_000, 99_000, None),
        (None, 20_000, None),
        (20_000, None, None),
        (2_000, 0, None),
    ],
)
def test_a_change_is_told_from_chance(
    before: int | None, now: int | None, percent: float | None
) -> None:
    """Only a change that chance alone brings once in twenty times is a change."""
    assert clear_change(before, now) == percent


@pytest.mark.parametrize("before, now", [(15_000, 60_000), (60_000, 15_000)])
def test_fewer_than_eighty_answers_show_nothing(before: int, now: int) -> None:
    """However large the change, one quarter in which too few were asked settles nothing."""
    assert clear_change(before, now) is None
    assert clear_change(max(before, 16_000), max(now, 16_000)) is not None


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_growing_and_shrinking_are_judged_alike(one: int, other: int) -> None:
    """What can be told from chance can be told from it backwards."""
    assert (clear_change(one, other) is None) is (clear_change(other, one) is None)


def interests(letters: str) -> Interests:
    """Return the interests of an occupation of which these letters stand out."""
    return Interests(ABOUT, tuple(letters), None, None, None, None, None, None)


@pytest.mark.parametrize(
    ("occupations", "kinds"),
    [
        ("RC", ""),  # one occupation is no group
        ("RC RCI RIC", "R3/3 C0/3 I0/2"),
        ("SIC SIR IS SIR", "S3/4 I1/4"),
        ("RC RC SA", "R2/2 C0/2"),
        ("IC CI", ""),
        ("RAC CRE EC", ""),
        ("", ""),
    ],
)
def test_kinds_lead_where_most_occupations_agree(occupations: str, kinds: str) -> None:
    """One comes first in more than half of them, or nothing is said; no score is averaged."""
    found = leading_kinds([interests(letters) for letters in occupations.split()])
    assert " ".join(f"{kind.letter}{kind.first}/{kind.among}" for kind in found) == kinds


@given(st.lists(st.permutations("RIASEC").map(lambda all_: "".join(all_[:3])), max_size=9))
def test_what_leads_does_so_in_more_than_half(occupations: list[str]) -> None:
    """Whatever the occupations: the first by its place, each other by standing out."""
    found = leading_kinds([interests(letters) for letters in occupations])
    for place, kind in enumerate(found):
        assert 2 * (kind.among if place else kind.first) > len(occupations)
        assert kind.first <= kind.among <= len(occupations)
