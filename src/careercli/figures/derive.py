"""What may be concluded from the published figures, and no more (docs/figures.md)."""

import math
from collections import Counter
from collections.abc import Sequence

from careercli.figures.figures import Growth, Interests, LeadingKind


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


def leading_kinds(found: Sequence[Interests]) -> tuple[LeadingKind, ...]:
    """Return the kinds of interest that stand out in most of several occupations, if they agree.

    They agree if one kind comes first in more than half of them, of two at least: one is no group.
    There are three at most, as of one occupation. Scores are not averaged: the mean of a welder
    and a salesman is the work of neither.
    """
    first = Counter(one.letters[0] for one in found)
    among = Counter(letter for one in found for letter in one.letters)
    kinds = [
        LeadingKind(letter, first[letter], count)
        for letter, count in among.items()
        if count > len(found) / 2
    ]
    kinds.sort(key=lambda kind: (-kind.first, -kind.among))
    agree = len(found) > 1 and kinds and kinds[0].first > len(found) / 2
    return tuple(kinds[:3]) if agree else ()
