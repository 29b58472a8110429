"""What published pay is in a year, a month or an hour, and what the law asks at least."""

from typing import NamedTuple

from careercli.figures.figures import Quartiles
from careercli.figures.tables import Tables

WEEKS_A_YEAR = 52
US_HOURS_A_YEAR = 2080  # the BLS makes yearly wages from hourly ones with this number
WORKING_TIME_YEAR = "2019"
"""The last year with a published month that no lockdown changed: 23.14 x 1,318 / 12 = 2,542
against a published 2,543 (CBS StatLine 81463NED)."""


class LegalMinimum(NamedTuple):
    """The statutory minimum of an adult from a day on: EUR for an hour on the payslip."""

    since: str
    an_hour: float


class PayRules(NamedTuple):
    """What pay is converted and judged by, as published.

    ``paid_weeks``: CBS divides by the hours that are worked, without leave and public holidays,
    so a year of its hours has this many weeks. ``minimums`` in the order of their days.
    """

    paid_weeks: float
    minimums: tuple[LegalMinimum, ...]

    def minimum_of(self, period: str) -> LegalMinimum | None:
        """Return the minimum that was in force when a year began; None where none is known."""
        known = [m for m in self.minimums if m.since <= f"{period[:4]}-01-01"]
        return known[-1] if known else None

    def is_below_minimum(self, wage: Quartiles) -> bool:
        """Return whether a quarter of a group earns less than an adult must in that year.

        By the year: CBS's hour leaves out paid leave, and the law's hour is one of a payslip.
        """
        minimum = self.minimum_of(wage.about.period)
        if wage.p25 is None or minimum is None:
            return False
        return wage.p25 * self.paid_weeks < minimum.an_hour * WEEKS_A_YEAR


def pay_rules(tables: Tables) -> PayRules:
    """Return the rules that the published tables give."""
    year = tables["working-time"][WORKING_TIME_YEAR]
    return PayRules(
        paid_weeks=round(float(year["hours_a_year"]) / float(year["hours_a_week"]), 1),
        minimums=tuple(
            LegalMinimum(since, float(row["euro_per_hour"]))
            for since, row in sorted(tables["minimum-wage"].items())
        ),
    )


class Week(NamedTuple):
    """The reader's working week, and how many weeks of worked hours a year has."""

    hours: float
    paid_weeks: float


def convert(amount: float, old: str, new: str, week: Week, region: str = "NL") -> float:
    """Return an amount per ``old`` period as an amount per ``new`` one.

    Periods are year, month, hour (of a payslip, which counts paid leave) and hour-worked (as
    CBS counts). US pay is that of a full-time year of 2,080 hours, whatever the week.
    """
    if old == new:
        return amount
    return amount * _in_a_year(old, week, region) / _in_a_year(new, week, region)


def _in_a_year(period: str, week: Week, region: str) -> float:
    hours = US_HOURS_A_YEAR if region == "US" else WEEKS_A_YEAR * week.hours
    worked = week.paid_weeks * week.hours
    return {"year": 1.0, "month": 12.0, "hour": hours, "hour-worked": worked}[period]


# ISCO-08 groups whose members all lead others: managers; supervisors in production and building,
# in offices, in cleaning, in shops. Their quartiles are those of leaders already.
_LEADERS = ("1", "312", "3341", "5151", "5222")


def leads_others(isco08: str) -> bool:
    """Return whether everyone in a group leads others."""
    return isco08.startswith(_LEADERS)
