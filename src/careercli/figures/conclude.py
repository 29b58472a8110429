"""What may be concluded from the published figures, and no more (docs/figures.md)."""

from collections.abc import Sequence

from careercli.figures.figures import Quartiles

HOURS_A_WEEK = 38.0  # the usual full-time week in the Netherlands lies between 36 and 40
WEEKS_A_YEAR = 52
US_HOURS_A_YEAR = 2080  # the BLS makes yearly wages from hourly ones with this number
PERIODS = ("hour", "month", "year")


def hours_in(period: str, hours_a_week: float, region: str = "NL") -> float:
    """Return the paid hours in an hour, a month or a year.

    Dutch pay: 52 weeks of ``hours_a_week``, holidays included since they are paid.
    US pay: 2,080 hours a year, the BLS's own convention, whatever ``hours_a_week``.
    """
    a_year = US_HOURS_A_YEAR if region == "US" else WEEKS_A_YEAR * hours_a_week
    return {"hour": 1.0, "month": a_year / 12, "year": a_year}[period]


def convert(amount: float, old: str, new: str, hours_a_week: float, region: str = "NL") -> float:
    """Return an amount per ``old`` period as an amount per ``new`` period (hour, month, year)."""
    if old == new:
        return amount
    return amount * hours_in(new, hours_a_week, region) / hours_in(old, hours_a_week, region)


def indicative_band(quartiles: Sequence[str], wage: Quartiles) -> tuple[float, float | None] | None:
    """Return the pay between which a level is said to lie, in the unit of ``wage``.

    ``quartiles`` come from the vocabulary: ("median", "p75") for senior, ("p75",) for
    lead: from there upwards, so the high end is None. None if nothing is published.
    """
    ends = [getattr(wage, quartile) for quartile in quartiles]
    if any(end is None for end in ends):
        return None
    return (ends[0], ends[1] if len(ends) > 1 else None)


DUTCH_STEP = 1.0  # percent in a year that counts as a change
US_STEP = 3.0  # percent in ten years; less than this in a decade is standing still


def trend(dutch_percent: float | None, us_percent: float | None) -> str:
    """Return the outlook word that the evidence bears: growing, stable, shrinking, unknown.

    Growing needs one source that says so and none against it; shrinking likewise;
    where they contradict each other or hardly move, the word is stable.
    """
    signs = {
        _sign(dutch_percent, DUTCH_STEP),
        _sign(us_percent, US_STEP),
    } - {None}
    if not signs:
        return "unknown"
    if 1 in signs and -1 not in signs:
        return "growing"
    if -1 in signs and 1 not in signs:
        return "shrinking"
    return "stable"


def _sign(percent: float | None, step: float) -> int | None:
    if percent is None:
        return None
    return 1 if percent >= step else -1 if percent <= -step else 0
