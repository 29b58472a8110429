"""Ways from one job to another in at most three steps: over ladders, and between jobs alike.

Each step is looked at from what the ones before it have given: skills, diplomas, registers. What
a step costs is a number without a unit, for the order of ways alone (docs/moves.md).
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.likeness import Likeness
from careercli.catalogue.schooling import Years
from careercli.catalogue.standpoint import Gap, Jobs, Standpoint

MOST_STEPS = 3  # without a limit two jobs drawn at random are five steps apart, which is no plan
NEAR = 10  # of the jobs most like one that are looked at

ROADS = ("near", "within-reach")
"""How far a step may be that no ladder has."""

STEP = 0.3  # what changing jobs costs at all
RISE = 0.2  # a level up for which no ladder has a step
STUDY = 0.15  # a year of study
REGISTER = 0.6  # a register or a title that one has not yet
SLACK = 1.5  # times what the best way costs, for one that is shown beside it
LADDER = 0.6  # of the cost, where editors have the step on a ladder


class Rung(NamedTuple):
    """A step that editors have on a ladder: up or move, with the years that it usually takes."""

    kind: str
    years: Years


class Leg(NamedTuple):
    """One step of a way: to which job, what lies between, and its rung where a ladder has it."""

    role: int
    rung: Rung | None
    gap: Gap
    reach: str
    cost: float

    @property
    def on_ladder(self) -> bool:
        """Whether editors have it on a ladder."""
        return self.rung is not None

    @property
    def years(self) -> Years:
        """The years that it takes: those of the rung, or of the study where that is longer."""
        rung = self.rung.years if self.rung else (0, 0)
        study = (self.gap.way.years if self.gap.way else None) or (0, 0)
        return max(rung[0], study[0]), max(rung[1], study[1])


class Route(NamedTuple):
    """A way, and what it costs altogether."""

    legs: tuple[Leg, ...]

    @property
    def cost(self) -> float:
        """The sum of its steps."""
        return sum(leg.cost for leg in self.legs)

    @property
    def years(self) -> Years:
        """The years that all its steps take."""
        return sum(leg.years[0] for leg in self.legs), sum(leg.years[1] for leg in self.legs)

    @property
    def between(self) -> frozenset[int]:
        """The jobs on the way."""
        return frozenset(leg.role for leg in self.legs[:-1])


class Limits(NamedTuple):
    """What a way must be like: through a job, without study, in so many years at the most.

    All that its steps take counts, each at its longest.
    """

    via: int | None = None
    no_study: bool = False
    max_years: int | None = None


ANY = Limits()


class Found(NamedTuple):
    """The best way and another one, if there are any, and the step from one end to the other."""

    best: Route | None
    other: Route | None
    direct: Route


def find_routes(
    catalogue: Catalogue, jobs: Jobs, start: int, goal: int, limits: Limits = ANY
) -> Found:
    """Return the ways between two written roles that cost least.

    A way that costs more than one step from end to end is none, unless it is asked for by a limit.
    Another way is shown if it costs little more, and has other jobs in it.
    """
    network = _Network(catalogue, jobs)
    here = Standpoint.of_role(catalogue, jobs, start)
    direct = Route((network.leg(start, here, goal),))
    roads = list(network.routes(start, here, goal))
    if network.is_road(direct.legs[0]) and direct not in roads:  # not among the nearest
        roads.append(direct)
    ways = sorted(
        (route for route in roads if _is_within(route, limits)),
        key=lambda route: (route.cost, len(route.legs), [leg.role for leg in route.legs]),
    )
    best = next(iter(ways), None)
    if best is None or (limits == ANY and best.cost > direct.cost):
        return Found(None, None, direct)
    others = (route for route in ways[1:] if not route.between & best.between)
    other = next((route for route in others if route.cost <= best.cost * SLACK), None)
    return Found(best, other, direct)


def _is_within(route: Route, limits: Limits) -> bool:
    if limits.via is not None and limits.via not in route.between:
        return False
    if limits.no_study and any(leg.gap.study_years for leg in route.legs):
        return False
    return limits.max_years is None or route.years[1] <= limits.max_years


class _Network:
    """The written roles, and the steps between them that are a road."""

    def __init__(self, catalogue: Catalogue, jobs: Jobs) -> None:
        self._jobs = jobs
        self._likeness = Likeness(catalogue)
        self._ladders: dict[int, dict[int, Rung]] = {}
        for row in catalogue.rows("SELECT * FROM edge"):
            rung = Rung(row["kind"], (row["years_low"] or 0, row["years_high"] or 0))
            self._ladders.setdefault(row["lower"], {})[row["upper"]] = rung
        self._near = cache(self._nearest)

    def _nearest(self, role: int) -> tuple[int, ...]:
        """Return where one may go from a role: up its ladder, to what is like it."""
        like = (one.role for one in self._likeness.of(role)[:NEAR])
        return tuple(dict.fromkeys((*self._ladders.get(role, ()), *like)))

    def leg(self, start: int, here: Standpoint, role: int) -> Leg:
        """Return the step from a job to another one, seen from what one has by then."""
        gap = here.gap(role)
        on_ladder = role in self._ladders.get(start, ())
        rise = self._jobs.levels[role] - self._jobs.levels[start]
        reach = self._jobs.reach(gap, rise)
        register = REGISTER * self._jobs.is_protected(gap.law)
        cost = STEP + (1 - gap.coverage) ** 2 + STUDY * gap.study_years + register
        if on_ladder:
            return Leg(role, self._ladders[start][role], gap, reach, cost * LADDER)
        return Leg(role, None, gap, reach, cost + RISE * max(0, rise))

    @staticmethod
    def is_road(leg: Leg) -> bool:
        """Return whether a step may be made: editors have it, or it is no great one."""
        return leg.on_ladder or leg.reach in ROADS

    def routes(self, start: int, here: Standpoint, goal: int) -> Iterator[Route]:
        """Yield the ways of at most three steps, none twice through a job."""

        def onward(legs: tuple[Leg, ...], at: int, now: Standpoint) -> Iterator[Route]:
            left = MOST_STEPS - len(legs)
            known = {start, *(leg.role for leg in legs)}
            for role in self._near(at):
                if role in known or (left == 1 and role != goal):
                    continue
                leg = self.leg(at, now, role)
                if not self.is_road(leg):
                    continue
                if role == goal:
                    yield Route((*legs, leg))
                elif left > 1:
                    yield from onward((*legs, leg), role, now.after(role))

        yield from onward((), start, here)
