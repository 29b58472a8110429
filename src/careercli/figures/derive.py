"""What may be concluded from the published figures, and no more (docs/figures.md)."""

import math

from careercli.figures.figures import Growth


def trend(growth: Growth | None) -> str:
    """Return the outlook word of a forecast: growing, stable, shrinking, unknown.

    A class compares a group with the others. So a low one means shrinking only where jobs go.
    """
    if growth is None or growth.class_ is None:
        return "unknown"
    if growth.class_ in ("high", "very-high"):
        return "growing"
    # Counted in people: 300 jobs fewer may be 0%.
    if growth.class_ in ("low", "very-low") and (growth.people or 0) < 0:
        return "shrinking"
    return "stable"


VERY_TIGHT = 4.0
"""Vacancies for each person who looks, from which the page says very tight."""

PERSONS_AN_OBSERVATION = 200
"""CBS, Enquête Beroepsbevolking, onderzoeksbeschrijving (2023), 7 Nauwkeurigheid: in a quarter
150 independent observations stand for about 30,000 persons."""

FEWEST_OBSERVATIONS = 80
"""ROA shows nothing of a group of which fewer were asked."""

Z_95 = 1.96  # standard errors that chance alone exceeds once in twenty times


def clear_change(before: int | None, now: int | None) -> float | None:
    """Return the change between two quarters of a survey, in percent; None if it may be chance.

    ``before`` and ``now`` are persons. Each quarter's estimate errs like a count of
    ``persons / PERSONS_AN_OBSERVATION`` answers, the logarithm of their ratio by both together;
    that some people answered in both is left out.
    """
    fewest = FEWEST_OBSERVATIONS * PERSONS_AN_OBSERVATION
    if before is None or now is None or min(before, now) < fewest:
        return None
    error = math.sqrt(PERSONS_AN_OBSERVATION * (1 / before + 1 / now))
    if abs(math.log(now / before)) <= Z_95 * error:
        return None
    return round(100 * (now - before) / before, 1)
