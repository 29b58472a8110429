"""Make the ladder of a role: the ways in and the ways on, as trees."""

from collections.abc import Callable

from careercli.catalogue.catalogue import EDITORS, Catalogue
from careercli.catalogue.facts import WrittenText
from careercli.pages import LadderPage, Rung, Step

Neighbours = Callable[[int], list[tuple[int, Step]]]

DEPTH_IN = 2  # rungs below the role, where the reader names no depth
DEPTH_ON = 12  # rungs above it: up to the top


def ladder_page(catalogue: Catalogue, role_id: int, depth: int | None = None) -> LadderPage:
    """Return the ladder of a role, ``depth`` rungs each way (else two in, all the way up)."""
    row, reader = catalogue.role(role_id), catalogue.reader
    is_written = row["kind"] == "role"
    role = catalogue.ref(role_id)
    ways_in = grow(role_id, catalogue.steps_to, depth or DEPTH_IN)
    ways_on = grow(role_id, catalogue.steps_from, depth or DEPTH_ON)
    wages = catalogue.leading("quartiles")
    minimum = catalogue.minimum_for(wages.period, role, ways_in, ways_on)
    years_source = EDITORS if is_written else None
    return LadderPage(
        slug=row["slug"],
        language=reader.language,
        title=row["title"],
        role=role,
        per=reader.per,
        hours_per_week=reader.hours_per_week,
        weeks_per_year=catalogue.pay_rules.paid_weeks,
        minimum=minimum,
        ways_in=ways_in,
        ways_on=ways_on,
        note=WrittenText.load(row["text"]).ladder_note if is_written else None,
        pay_source=wages.source,
        pay_period=wages.period,
        weeks_source=catalogue.weeks_source,
        years_source=years_source,
        sources=catalogue.sources(
            source
            for source in (
                years_source,
                wages.source,
                catalogue.weeks_source,
                minimum and minimum.source,
            )
            if source
        ),
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

    def branches(role_id: int, left: int) -> tuple[Rung, ...]:
        rungs = []
        for other, step in neighbours(role_id) if left else ():
            if step.kind == "up":
                repeated = other in opened
                inner: tuple[Rung, ...] = ()
                if not repeated and trunk[other] == depth - left + 1:
                    opened.add(other)
                    inner = branches(other, left - 1)
                rungs.append(Rung(step.role, step.kind, step.years, repeated, inner))
            elif role_id == start or other not in named:
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
