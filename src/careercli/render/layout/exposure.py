"""Measures of AI exposure, drawn as dots with their spread on one strip from 0 to 1."""

from collections.abc import Sequence

from careercli.figures.figures import Exposure
from careercli.render.blocks import Block, Facts, Mark, Scale
from careercli.render.words import Words


def strip(marks: Sequence[Mark], words: Words) -> Block:
    """Return scores on one axis; only words where nothing is published."""
    if all(mark.low is None for mark in marks):
        return Facts(tuple((mark.label, mark.words) for mark in marks))
    ticks = tuple((tick, words.short(tick)) for tick in (0.0, 0.5, 1.0))
    return Scale("dot", 0.0, 1.0, ticks, tuple(marks))


def mark(label: str, exposure: Exposure, words: Words) -> Mark:
    """Return one score with its spread."""
    return Mark(
        label,
        words.score(exposure),
        low=exposure.value if exposure.low is None else exposure.low,
        high=exposure.value if exposure.high is None else exposure.high,
        mark=exposure.value,
    )
