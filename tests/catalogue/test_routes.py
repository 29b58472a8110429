"""Ways between jobs: laws that hold of all of them, and some that an adviser has judged."""

import tomllib
from itertools import islice, permutations
from pathlib import Path

import pytest

from careercli.catalogue import routes
from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.routes import ANY, MOST_STEPS, Found, Limits
from careercli.catalogue.standpoint import Jobs
from tests.conftest import always

JUDGED = tomllib.loads((Path(__file__).parent / "judged" / "moves.toml").read_text("utf-8"))


def slugs(catalogue: Catalogue) -> dict[str, int]:
    """Return the written roles by slug."""
    rows = catalogue.rows("SELECT slug, id FROM role WHERE kind = 'role'")
    return {row["slug"]: row["id"] for row in rows}


EVERY = pytest.mark.parametrize("every", always([4], [4, 1]))
"""The quick run tries a fourth of all the pairs of jobs."""


def told(found: Found) -> list[object]:
    """Return ways by their jobs and what they cost."""
    return [route and ([leg.role for leg in route.legs], route.cost) for route in found]


def find_routes(catalogue: Catalogue, start: int, goal: int, limits: Limits = ANY) -> Found:
    """Return the ways between two of all the jobs of a catalogue."""
    return routes.find_routes(catalogue, Jobs(catalogue), start, goal, limits)


@EVERY
def test_the_laws_of_ways(every: int, catalogue: Catalogue) -> None:
    """Three steps at most, no job twice, never dearer than the direct step; the same in Dutch."""
    dutch = Catalogue(catalogue.connection, Reader("nl"))
    roads = 0
    for start, goal in islice(permutations(slugs(catalogue).values(), 2), None, None, every):
        found = find_routes(catalogue, start, goal)
        assert told(found) == told(find_routes(dutch, start, goal))
        assert found.direct.legs[0].role == goal
        for route in filter(None, (found.best, found.other)):
            roles = [start, *(leg.role for leg in route.legs)]
            assert roles[-1] == goal
            assert len(set(roles)) == len(roles) <= MOST_STEPS + 1
            assert all(leg.cost > 0 for leg in route.legs)
        if found.best:
            roads += 1
            assert found.best.cost <= found.direct.cost + 1e-9
        if found.other:
            assert found.best
            assert found.best.cost <= found.other.cost
            assert not found.best.between & found.other.between
    assert roads > 0


def test_a_step_that_editors_have_is_a_road(catalogue: Catalogue) -> None:
    """With its kind, and the years of the ladder at the least."""
    for start, goal, kind, low in map(
        tuple, catalogue.rows("SELECT lower, upper, kind, years_low FROM edge")
    ):
        found = find_routes(catalogue, start, goal)
        assert found.best
        direct = found.direct.legs[0]
        assert direct.rung
        assert direct.rung.kind == kind
        assert found.direct.years[0] >= (low or 0)


def test_each_step_counts_on_what_the_ones_before_have_given(catalogue: Catalogue) -> None:
    """A skill that was learned on the way is not missing any more, nor a diploma."""
    asked = {
        (row["role"], row["skill"])
        for row in catalogue.rows("SELECT role, skill FROM role_skill WHERE need <> 'rated'")
    }
    longer = 0
    for start, goal in permutations(slugs(catalogue).values(), 2):
        route = find_routes(catalogue, start, goal).best
        had = [start]
        for leg in route.legs if route else ():
            assert all(any((role, skill) in asked for role in had) for skill in leg.gap.have)
            assert not any((role, skill) in asked for role in had for skill in leg.gap.missing)
            had.append(leg.role)
        longer += bool(route and len(route.legs) > 1)
    assert longer > 0


@EVERY
def test_limits_are_kept(every: int, catalogue: Catalogue) -> None:
    """What is asked of a way holds of every way that is shown."""
    ids = list(slugs(catalogue).values())
    for start, goal in islice(permutations(ids, 2), None, None, every):
        free = find_routes(catalogue, start, goal, ANY)
        without = find_routes(catalogue, start, goal, Limits(no_study=True))
        quick = find_routes(catalogue, start, goal, Limits(max_years=2))
        for route in filter(None, (without.best, without.other)):
            assert not any(leg.gap.study_years for leg in route.legs)
        for route in filter(None, (quick.best, quick.other)):
            assert route.years[1] <= 2
        for via in free.best.between if free.best else ():
            through = find_routes(catalogue, start, goal, Limits(via=via)).best
            assert through
            assert via in through.between


@pytest.mark.shipped
@pytest.mark.parametrize("pair", JUDGED["path"], ids=lambda pair: f"{pair['from']}-{pair['to']}")
def test_an_adviser_nods(pair: dict[str, object], catalogue: Catalogue) -> None:
    """The stepping stones that somebody who knows the jobs has named, or no road."""
    ids = slugs(catalogue)
    found = find_routes(catalogue, ids[str(pair["from"])], ids[str(pair["to"])])
    if pair["via"] == "none":
        assert found.best is None
        return
    assert found.best
    ways = [{catalogue.role(role)["slug"] for role in found.best.between}]
    if found.other:
        ways.append({catalogue.role(role)["slug"] for role in found.other.between})
    stones = set(pair["via"])  # type: ignore[call-overload]
    if not stones:
        assert ways[0] == set()
    elif pair["need"] == "all":
        assert any(stones <= way for way in ways)  # the page shows both
    else:
        assert any(stones & way for way in ways)
