"""What may be concluded from the published figures."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.figures import HOURS_A_WEEK, PERIODS
from careercli.figures.derive import (
    convert,
    hours_in,
    indicative_band,
    is_within_error,
    quartiles_of,
    sampling_error,
    trend,
)
from careercli.figures.figures import About, Change, Quartiles

amounts = st.floats(min_value=0, max_value=1e7)
hours = st.floats(min_value=1, max_value=60)
periods = st.sampled_from(PERIODS)
regions = st.sampled_from(["NL", "US"])
ABOUT = About("some", "Some", None, "NL", "2025", "s", "published")
percents = st.none() | st.floats(min_value=-50, max_value=50)


def wage(p25: float | None, median: float | None, p75: float | None) -> Quartiles:
    """Return Dutch pay with these quartiles."""
    return Quartiles(ABOUT, p25, median, p75, "EUR/hour", 1000)


@pytest.mark.parametrize("hourly", [27.0, 34.8, 43.4])
def test_year_is_52_weeks(hourly: float) -> None:
    """A Dutch year is 52 weeks of the hours asked for, a month a twelfth of it."""
    assert convert(hourly, "hour", "year", 38) == pytest.approx(hourly * 52 * 38)
    assert convert(hourly, "hour", "month", 36) == pytest.approx(hourly * 52 * 36 / 12)


def test_american_year_is_2080_hours() -> None:
    """The BLS's year has 2,080 hours, whatever the Dutch week."""
    assert convert(112_590, "year", "hour", 32, "US") == pytest.approx(112_590 / 2080)
    assert hours_in("year", 32, "US") == hours_in("year", 40, "US") == 2080


def test_the_conventions_of_the_publishers_and_the_week() -> None:
    """The usual Dutch week."""
    assert HOURS_A_WEEK == 38


@given(amounts, periods, periods, hours, regions)
def test_there_and_back(amount: float, old: str, new: str, week: float, region: str) -> None:
    """An amount converted and converted back is the same amount."""
    there = convert(amount, old, new, week, region)
    assert convert(there, new, old, week, region) == pytest.approx(amount)


@given(amounts, periods, periods, periods, hours, regions)
def test_a_detour_changes_nothing(
    amount: float, old: str, via: str, new: str, week: float, region: str
) -> None:
    """Converting by way of a third period gives what the direct way gives."""
    detour = convert(convert(amount, old, via, week, region), via, new, week, region)
    assert detour == pytest.approx(convert(amount, old, new, week, region))


@given(amounts, periods, hours)
def test_same_period_is_left_alone(amount: float, period: str, week: float) -> None:
    """Nothing is computed, nor rounded, where the period stays."""
    assert convert(amount, period, period, week) == amount


@pytest.mark.parametrize(
    "quartiles, band",
    [
        (("p25", "median"), (27.0, 34.8)),
        (("p25", "p75"), (27.0, 43.4)),
        (("median", "p75"), (34.8, 43.4)),
        (("p75",), (43.4, None)),
    ],
)
def test_band_lies_between_the_quartiles_of_the_level(
    quartiles: tuple[str, ...], band: tuple[float, float | None]
) -> None:
    """The band of a level runs between its quartiles, with one from there upwards."""
    assert indicative_band(quartiles, wage(27.0, 34.8, 43.4)) == band


@pytest.mark.parametrize("quartiles", [("p25", "median"), ("p25", "p75"), ("p75",)])
def test_no_band_without_pay(quartiles: tuple[str, ...]) -> None:
    """Where pay is suppressed no level has a band."""
    assert indicative_band(quartiles, wage(None, None, None)) is None


def test_no_band_with_half_of_it() -> None:
    """A band with one known end of two is no band."""
    assert indicative_band(("median", "p75"), wage(27.0, 34.8, None)) is None


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


LEAD = {"pay": ["p75"], "pay_among_leaders": ["p25", "p75"]}
SENIOR = {"pay": ["median", "p75"], "pay_among_leaders": None}


@pytest.mark.parametrize(
    "level, isco08, quartiles",
    [
        (LEAD, "2512", ["p75"]),
        (LEAD, "1342", ["p25", "p75"]),
        (LEAD, "3123", ["p25", "p75"]),
        (LEAD, "3112", ["p75"]),
        (LEAD, "5151", ["p25", "p75"]),
        (SENIOR, "1330", ["median", "p75"]),
    ],
)
def test_a_lead_among_leaders_earns_what_the_group_earns(
    level: dict[str, Any], isco08: str, quartiles: list[str]
) -> None:
    """In a group of managers or supervisors everyone leads, so a lead is no exception there."""
    assert quartiles_of(level, isco08) == quartiles
