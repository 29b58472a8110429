"""What published pay is in another period, and what the law asks at least."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.choices import PERIODS
from careercli.figures import HOURS_A_WEEK
from careercli.figures.figures import About, Quartiles
from careercli.figures.pay import (
    LegalMinimum,
    PayRules,
    Week,
    convert,
    leads_others,
)
from careercli.roles.workspace import read_reference_data
from tests.conftest import ROOT

RULES = read_reference_data().pay_rules
FULL_TIME = Week(HOURS_A_WEEK, RULES.paid_weeks)
WORKING_TIME = ROOT / "data" / "figures" / "working-time.csv"

amounts = st.floats(min_value=0, max_value=1e7)
weeks = st.floats(min_value=1, max_value=80).map(lambda hours: Week(hours, RULES.paid_weeks))
periods = st.sampled_from([*PERIODS, "hour-worked"])
regions = st.sampled_from(["NL", "US"])
dutch_periods = st.sampled_from(["year", "month", "hour", "hour-worked"])


def wage(p25: float | None, period: str = "2024", people: int | None = 1000) -> Quartiles:
    """Return the pay of a Dutch group of which a quarter earns less than this."""
    about = About("some", "Some", None, "NL", period, "s", "published")
    return Quartiles(about, p25, 20.0, 30.0, "EUR/hour-worked", people)


@pytest.mark.parametrize("hourly, hours_a_year, month", [(23.14, 1318, 2543), (22.69, 1309, 2474)])
def test_hours_worked_make_the_published_month(
    hourly: float, hours_a_year: float, month: int
) -> None:
    """CBS publishes hour, hours and month of all jobs; only hours without leave fit together."""
    week = Week(hours_a_year / RULES.paid_weeks, RULES.paid_weeks)
    assert convert(hourly, "hour-worked", "month", week) == pytest.approx(month, abs=2)
    assert convert(hourly, "hour", "month", week) > 1.1 * month


def test_the_year_has_the_weeks_that_were_worked() -> None:
    """Hours a year by hours a week, as CBS has them for 2019, are 45.6 weeks."""
    with WORKING_TIME.open(encoding="utf-8", newline="") as file:
        by_year = {row["year"]: row for row in csv.DictReader(file)}
    row = by_year["2019"]
    assert RULES.paid_weeks == 45.6
    assert round(float(row["hours_a_year"]) / float(row["hours_a_week"]), 1) == 45.6


@pytest.mark.parametrize(
    "hourly, a_year, as_shown",
    [(27.0, 46_785.6, 46_800), (34.8, 60_301.44, 60_300), (43.4, 75_203.52, 75_200)],
)
def test_year_of_a_machine_learning_engineer(hourly: float, a_year: float, as_shown: int) -> None:
    """Hourly wage x 38 hours x 45.6 weeks, a month a twelfth of it."""
    found = convert(hourly, "hour-worked", "year", FULL_TIME)
    assert found == pytest.approx(a_year)
    assert round(found, -2) == as_shown
    assert convert(hourly, "hour-worked", "month", FULL_TIME) == pytest.approx(a_year / 12)


@pytest.mark.parametrize(
    "hourly, a_month", [(26.0, 3594), (33.0, 4562), (37.2, 5143)], ids=["p25", "median", "p75"]
)
def test_a_primary_teacher_falls_inside_scale_lb(hourly: float, a_month: int) -> None:
    """The collective agreement's 1,659 hours are paid ones, and its scale LB is 3,463 to 5,277."""
    found = hourly * 1659 / 12
    assert found == pytest.approx(a_month, abs=1)
    assert 3463 <= found <= 5277


@given(amounts, weeks)
def test_an_hour_of_the_payslip_counts_paid_leave(amount: float, week: Week) -> None:
    """It is a year by 52 weeks: about an eighth less than CBS's hour, whatever the week."""
    a_year = convert(amount, "hour-worked", "year", week)
    payslip = convert(amount, "hour-worked", "hour", week)
    assert payslip == pytest.approx(a_year / 52 / week.hours)
    assert payslip == pytest.approx(amount * 45.6 / 52)
    assert payslip == pytest.approx(amount * 0.88, rel=0.005)


@given(amounts, dutch_periods, dutch_periods, weeks)
def test_there_and_back(amount: float, old: str, new: str, week: Week) -> None:
    """An amount converted and converted back is the same amount."""
    there = convert(amount, old, new, week)
    assert convert(there, new, old, week) == pytest.approx(amount)


@given(amounts, st.sampled_from(PERIODS), st.sampled_from(PERIODS), weeks)
def test_there_and_back_in_the_united_states(amount: float, old: str, new: str, week: Week) -> None:
    """And so it is with pay in dollars."""
    there = convert(amount, old, new, week, "US")
    assert convert(there, new, old, week, "US") == pytest.approx(amount)


@given(amounts, dutch_periods, dutch_periods, dutch_periods, weeks)
def test_a_detour_changes_nothing(amount: float, old: str, via: str, new: str, week: Week) -> None:
    """Converting by way of a third period gives what the direct way gives."""
    detour = convert(convert(amount, old, via, week), via, new, week)
    assert detour == pytest.approx(convert(amount, old, new, week))


@given(amounts, periods, weeks, regions)
def test_same_period_is_left_alone(amount: float, period: str, week: Week, region: str) -> None:
    """Nothing is computed, nor rounded, where the period stays."""
    assert convert(amount, period, period, week, region) == amount


@given(amounts, st.sampled_from(PERIODS), st.sampled_from(PERIODS), weeks, weeks)
def test_american_pay_is_that_of_a_full_time_year(
    amount: float, old: str, new: str, one: Week, other: Week
) -> None:
    """2,080 hours, as the BLS has it, whatever week the reader asks for."""
    assert convert(amount, old, new, one, "US") == convert(amount, old, new, other, "US")
    assert convert(2080.0, "year", "hour", one, "US") == pytest.approx(1.0)


def test_the_usual_dutch_week() -> None:
    """Pay is shown for 38 hours unless the reader says otherwise."""
    assert HOURS_A_WEEK == 38


@pytest.mark.parametrize(
    "period, since",
    [
        ("2024", "2024-01-01"),
        ("2024-05", "2024-01-01"),
        ("2025", "2025-01-01"),
        ("2022", "2022-01-01"),
    ],
)
def test_minimum_is_the_one_when_the_year_began(period: str, since: str) -> None:
    """A rise in July is not held against a figure of the whole year."""
    assert RULES.minimum_of(period).since == since


def test_no_minimum_is_known_before_the_table() -> None:
    """Then nothing is said of it."""
    assert RULES.minimum_of("2021") is None
    assert not RULES.is_below_minimum(wage(1.0, "2021"))


@pytest.mark.parametrize(
    "p25, period, is_below",
    [
        (15.13, "2024", True),
        (15.14, "2024", False),
        (13.4, "2024", True),
        (11.95, "2022", True),
        (11.96, "2022", False),
        (None, "2024", False),
    ],
)
def test_minimum_is_compared_by_the_year(p25: float | None, period: str, is_below: bool) -> None:
    """13.27 an hour on the payslip for 52 weeks is 15.13 an hour worked for 45.6."""
    assert RULES.is_below_minimum(wage(p25, period)) is is_below


def test_rules_are_only_what_they_are_made_of() -> None:
    """Other weeks and another minimum give another answer."""
    rules = PayRules(52, (LegalMinimum("2024-01-01", 10.0),))
    assert not rules.is_below_minimum(wage(10.0))
    assert rules.is_below_minimum(wage(9.99))


@pytest.mark.parametrize(
    "isco08, leads",
    [
        ("1342", True),
        ("3123", True),
        ("3341", True),
        ("5151", True),
        ("5222", True),
        ("3112", False),
        ("2512", False),
        ("5221", False),
    ],
)
def test_in_some_groups_everyone_leads(isco08: str, leads: bool) -> None:
    """Managers and supervisors: there a lead is no exception."""
    assert leads_others(isco08) is leads
