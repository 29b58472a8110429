"""Make the ladder of a role: the ways in and the ways on, as trees."""

import json
from collections.abc import Callable

from careercli.catalogue.catalogue import Catalogue
from careercli.pages import LadderPage, Rung, Step

Neighbours = Callable[[int], list[tuple[int, Step]]]

DEPTH_IN = 2  # rungs below the role, where the reader names no depth
DEPTH_ON = 12  # rungs above it: up to the top


def ladder_page(catalogue: Catalogue, number: int, depth: int | None = None) -> LadderPage:
    """Return the ladder of a role, ``depth`` rungs each way (else two in, all the way up)."""
    row, reader = catalogue.role(number), catalogue.reader
    return LadderPage(
        slug=row["slug"],
        language=reader.language,
        title=row["title"],
        role=catalogue.ref(number),
        per=reader.per,
        hours_per_week=reader.hours_per_week,
        ways_in=grow(number, catalogue.steps_to, depth or DEPTH_IN),
        ways_on=grow(number, catalogue.steps_from, depth or DEPTH_ON),
        note=json.loads(row["text"]).get("ladder_note"),
        sources=catalogue.sources(["cbs-wages-2024", *(["editors"] if row["level"] else [])]),
    )


def grow(start: int, neighbours: Neighbours, depth: int) -> tuple[Rung, ...]:
    """Return the tree of rungs that are reached from ``start``.

    Promotions are followed for ``depth`` rungs, each role opened once, where it is nearest to
    ``start``; where it turns up after that it is marked as repeated, so that a graph with
    cycles still makes a finite tree.
    Moves are leaves: all of those from ``start``, from further rungs only new ones.
    """
    trunk = _promotions(start, neighbours, depth)
    named = {start, *trunk} | {other for other, _step in neighbours(start)}
    opened = {start}

    def branches(number: int, left: int) -> tuple[Rung, ...]:
        rungs = []
        for other, step in neighbours(number) if left else ():
            if step.kind == "up":
                repeated = other in opened
                inner: tuple[Rung, ...] = ()
                if not repeated and trunk[other] == depth - left + 1:
                    opened.add(other)
                    inner = branches(other, left - 1)
                rungs.append(Rung(step.role, step.kind, step.years, repeated, inner))
            elif number == start or other not in named:
                named.add(other)
                rungs.append(Rung(step.role, step.kind, step.years, other in trunk, ()))
        return tuple(rungs)

    return branches(start, depth)


def _promotions(start: int, neighbours: Neighbours, depth: int) -> dict[int, int]:
    """Return every role within ``depth`` promotions of ``start``, with how many it takes."""
    found: dict[int, int] = {}
    edge = {start}
    for rungs in range(1, depth + 1):
        edge = {o for n in edge for o, step in neighbours(n) if step.kind == "up"} - found.keys()
        found |= dict.fromkeys(edge, rungs)
    return found
