"""What may be concluded from the published figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.figures.derive import is_within_error, sampling_error, trend
from careercli.figures.figures import About, Change

ABOUT = About("some", "Some", None, "NL", "2025", "s", "published")
percents = st.none() | st.floats(min_value=-50, max_value=50)


def projected(percent: float | None) -> Change:
    """Return a projection, which counts nobody."""
    return Change(ABOUT, percent)


def changed(percent: float | None, people: int = 100_000) -> Change:
    """Return the employment of a group of this size after a change."""
    return Change(ABOUT, percent, people, people)


@pytest.mark.parametrize("people, percent", [(400_000, 3.16), (100_000, 6.32), (25_000, 12.65)])
def test_sampling_error_is_that_of_a_count(people: int, percent: float) -> None:
    """One answer stands for 200 people; four times the people halve the error."""
    assert sampling_error(people, people) == pytest.approx(percent, abs=0.01)


@pytest.mark.parametrize(
    "dutch, american, word",
    [
        (None, None, "unknown"),
        (6.4, 33.5, "growing"),
        (6.4, None, "growing"),
        (None, 3.0, "growing"),
        (6.4, 0.0, "growing"),
        (0.0, 33.5, "growing"),
        (6.3, 2.9, "stable"),
        (6.3, None, "stable"),
        (None, -2.9, "stable"),
        (6.4, -3.0, "stable"),
        (-6.4, 33.5, "stable"),
        (-6.3, 33.5, "growing"),
        (-6.4, 0.0, "shrinking"),
        (0.0, -3.0, "shrinking"),
        (-8.0, -9.0, "shrinking"),
        (-6.4, None, "shrinking"),
        (None, -3.0, "shrinking"),
    ],
)
def test_trend(dutch: float | None, american: float | None, word: str) -> None:
    """The outlook word follows from the two changes by the rule in the docstring."""
    assert trend([changed(dutch), projected(american)]) == word


@pytest.mark.parametrize("people, word", [(20_000, "stable"), (400_000, "growing")])
def test_a_small_group_must_change_more(people: int, word: str) -> None:
    """The same percentage is chance in a small group and a change in a large one."""
    assert trend([changed(5.0, people), projected(None)]) == word


@pytest.mark.parametrize(
    "percent, people, within",
    [(6.2, 100_000, True), (-6.2, 100_000, True), (6.4, 100_000, False), (None, 100_000, False)],
)
def test_chance_is_told_from_change(percent: float | None, people: int, within: bool) -> None:
    """A change below the survey's own error may be chance."""
    assert is_within_error(changed(percent, people)) is within


def test_a_group_that_is_empty_shows_no_change() -> None:
    """Without people on either side there is no error to lay the change beside."""
    gone = Change(ABOUT, -100.0, 2000, 0)
    assert trend([gone, projected(None)]) == "stable"


@given(percents, percents)
def test_trend_is_symmetric(dutch: float | None, american: float | None) -> None:
    """Evidence turned round turns growing into shrinking and leaves the others."""
    opposite = {"growing": "shrinking", "shrinking": "growing"}
    word = trend([changed(dutch), projected(american)])
    turned = trend(
        (
            changed(None if dutch is None else -dutch),
            projected(None if american is None else -american),
        )
    )
    assert turned == opposite.get(word, word)
