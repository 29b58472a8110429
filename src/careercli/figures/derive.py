"""What may be concluded from the published figures, and no more (docs/figures.md)."""

import math
from collections.abc import Iterable

from careercli.figures.figures import Change

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
