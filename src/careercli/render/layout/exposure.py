"""Measures of AI exposure, drawn as dots with their spread on one strip from 0 to 1."""

from collections.abc import Iterable, Iterator, Sequence

from careercli.figures.figures import Exposure
from careercli.locale import translate as _
from careercli.render.blocks import Block, Bullets, Facts, Line, Mark, Paragraph, Scale, line, span
from careercli.render.words import Words


def strip(marks: Sequence[Mark], words: Words) -> Block:
    """Return scores on one axis; only words where nothing is published."""
    if all(mark.low is None for mark in marks):
        return Facts(tuple((mark.label, mark.words) for mark in marks))
    ticks = tuple((tick, words.short(tick)) for tick in (0.0, 0.5, 1.0))
    return Scale("dot", 0.0, 1.0, ticks, tuple(marks))


def mark(label: str, exposure: Exposure, words: Words, *, noted: bool = True) -> Mark:
    """Return one score with its spread; not ``noted`` where a heading has the source."""
    return Mark(
        label,
        words.score(exposure, noted=noted),
        low=exposure.value if exposure.low is None else exposure.low,
        high=exposure.value if exposure.high is None else exposure.high,
        mark=exposure.value,
    )


def brief(exposure: Exposure, words: Words) -> str:
    """Return a score, and in brackets than how many percent of its occupations it is higher."""
    if exposure.value is None:
        score = _("rank {rank} of {ranked}").format(rank=exposure.rank, ranked=exposure.ranked)
    else:
        score = words.numbers.score(exposure.value)
    return score if exposure.rank_percent is None else f"{score} ({exposure.rank_percent}%)"


def caveat(note: str) -> Paragraph:
    """Return what a score is not, and what its rank and its spread are."""
    yardstick = _(
        "The measures ask different questions, and disagree. A percentage is the share of the "
        "occupations in the same measure that score lower. Each score is of a whole group."
    )
    return Paragraph(line(span(f"{note} {yardstick}", "muted")))


def measures(exposures: Iterable[Exposure], words: Words) -> Facts:
    """Return of each measure what it counts and what to beware of, each source once."""
    rows: dict[str, tuple[str, Line]] = {}
    for exposure in exposures:
        source = words.source(exposure.about.source)
        told = span(f"{source.measures}. {source.caveat}", "muted")
        rows.setdefault(source.id, (exposure.about.label.partition(",")[0], line(told)))
    return Facts(tuple(rows.values()))


def groups(exposures: Iterable[Exposure], words: Words) -> tuple[Block, ...]:
    """Return the groups that were measured as a list."""
    bullets = groups_of(exposures, words)
    return (Bullets(bullets),) if bullets else ()


def groups_of(exposures: Iterable[Exposure], words: Words) -> tuple[Line, ...]:
    """Return the groups that were measured, each once, with the measures that are of it."""
    measured: dict[str, list[Exposure]] = {}
    for exposure in exposures:
        if exposure.about.group and exposure.about.status == "published":
            measured.setdefault(words.group(exposure.about.group), []).append(exposure)
    return tuple(_group(name, found, words) for name, found in measured.items())


def _group(name: str, exposures: Iterable[Exposure], words: Words) -> Line:
    return line(f"{name}: ", span("; ".join(_measures(exposures, words)), "muted"))


def _measures(exposures: Iterable[Exposure], words: Words) -> Iterator[str]:
    """Yield the names of measures, each with its spread."""
    for exposure in exposures:
        spread = words.spread(exposure)
        yield f"{exposure.about.label} ({spread})" if spread else exposure.about.label
