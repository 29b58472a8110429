"""What may be concluded from the published figures, and no more (docs/figures.md)."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from careercli.figures.figures import Change, Quartiles

WEEKS_A_YEAR = 52
US_HOURS_A_YEAR = 2080  # the BLS makes yearly wages from hourly ones with this number


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


# ISCO-08 groups whose members all lead others: managers; supervisors in production and building,
# in offices, in cleaning, in shops. Their quartiles are those of leaders already.
_LEADERS = ("1", "312", "3341", "5151", "5222")


def quartiles_of(level: Mapping[str, Any], isco08: str) -> Sequence[str]:
    """Return between which quartiles of a group the pay of a level is said to lie.

    ``level`` is its entry in the vocabulary: ``pay``, and ``pay_among_leaders`` where the
    level says something else in a group that consists of leaders.
    """
    among_leaders = level["pay_among_leaders"] if isco08.startswith(_LEADERS) else None
    found: Sequence[str] = among_leaders or level["pay"]
    return found


MIDDLE_HALF = ("p25", "p75")
"""What is said of the pay of a role whose level nobody has judged."""


def indicative_band(quartiles: Sequence[str], wage: Quartiles) -> tuple[float, float | None] | None:
    """Return the pay between which a level is said to lie, in the unit of ``wage``.

    ``quartiles`` come from the vocabulary: ("median", "p75") for senior, ("p75",) for
    lead: from there upwards, so the high end is None. None if nothing is published.
    """
    ends = [getattr(wage, quartile) for quartile in quartiles]
    if any(end is None for end in ends):
        return None
    return (ends[0], ends[1] if len(ends) > 1 else None)


PERSONS_AN_OBSERVATION = 200
"""CBS, Enquête Beroepsbevolking, onderzoeksbeschrijving (2023), 7 Nauwkeurigheid: in a quarter
150 independent observations stand for about 30,000 persons."""

US_STEP = 3.0  # percent in ten years; less than this in a decade is standing still


def sampling_error(before: int, now: int) -> float:
    """Return the standard error, in percent, of the change between two quarters of a survey.

    ``before`` and ``now`` are persons. Each quarter's estimate errs like a count of
    ``persons / PERSONS_AN_OBSERVATION`` answers; that some people answered in both is left out.
    """
    return 100 * math.sqrt(PERSONS_AN_OBSERVATION * (1 / before + 1 / now))


def is_within_error(change: Change) -> bool:
    """Return whether a change, if there is one, is smaller than the survey's own error."""
    return change.percent is not None and bool(change.now) and not _sign(change)


def trend(evidence: Iterable[Change]) -> str:
    """Return the outlook word that the evidence bears: growing, stable, shrinking, unknown.

    Growing needs one source that says so and none against it; shrinking likewise;
    where they contradict each other or hardly move, the word is stable.
    """
    signs = {_sign(change) for change in evidence if change.percent is not None}
    if not signs:
        return "unknown"
    if 1 in signs and -1 not in signs:
        return "growing"
    if -1 in signs and 1 not in signs:
        return "shrinking"
    return "stable"


def _sign(change: Change) -> int:
    """Return 1 for growth, -1 for decline, 0 for less than can be told from standing still.

    A survey (with its persons) can show what exceeds its error; a projection, what is a step.
    """
    percent = change.percent or 0.0
    step = US_STEP if change.now is None else _survey_step(change)
    return 1 if percent >= step else -1 if percent <= -step else 0


def _survey_step(change: Change) -> float:
    """Return the percentage that a survey can tell from chance; none does where a side is empty."""
    before, now = change.before, change.now
    return sampling_error(before, now) if before and now else math.inf
