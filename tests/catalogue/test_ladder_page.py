"""The ladder of a role as two trees."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.finding import find
from careercli.catalogue.ladder_page import grow, ladder_page
from careercli.pages import RoleRef, Rung, Step, Term

Graph = dict[int, list[tuple[int, Step]]]

pairs = st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] != pair[1])
depths = st.integers(1, 8)


def graph_of(edges: dict[tuple[int, int], str]) -> Graph:
    """Return the neighbours of each number as a catalogue gives them, promotions first."""
    graph: Graph = {number: [] for number in range(7)}
    for (lower, upper), kind in sorted(edges.items(), key=lambda edge: edge[1] == "move"):
        ref = RoleRef(str(upper), "role", f"Role {upper}", Term("lead", "lead"), None, None, False)
        graph[lower].append((upper, Step(ref, kind, (1, 2) if kind == "up" else None)))
    return graph


graphs = st.dictionaries(pairs, st.sampled_from(["up", "move"]), max_size=20).map(graph_of)


def walk(rungs: tuple[Rung, ...], height: int = 1) -> Iterator[tuple[Rung, int]]:
    """Yield every rung in reading order, with its height."""
    for rung in rungs:
        yield rung, height
        yield from walk(rung.branches, height + 1)


def within(graph: Graph, start: int, depth: int) -> set[str]:
    """Return the roles within so many promotions of the start, by plain search."""
    reached = {start}
    for _ in range(depth):
        reached |= {o for n in reached for o, step in graph[n] if step.kind == "up"}
    return {str(number) for number in reached}


@given(graphs, depths)
def test_tree_is_finite(graph: Graph, depth: int) -> None:
    """Each edge is a rung at most once for each place of its lower role, which is opened once."""
    rungs = list(walk(grow(0, graph.__getitem__, depth)))
    assert len(rungs) <= sum(len(steps) for steps in graph.values())
    assert max((height for _, height in rungs), default=0) <= depth


@given(graphs, depths)
def test_each_role_is_opened_once(graph: Graph, depth: int) -> None:
    """No role has branches twice, and the start has none: it is the root."""
    opened = [r.role.slug for r, _ in walk(grow(0, graph.__getitem__, depth)) if r.branches]
    assert len(opened) == len(set(opened))
    assert "0" not in opened


@given(graphs, depths)
def test_direct_neighbours_stand_at_the_root(graph: Graph, depth: int) -> None:
    """Every direct neighbour is a rung at the root, in the catalogue's order."""
    rungs = grow(0, graph.__getitem__, depth)
    near = [(step.role, step.kind, step.years) for _, step in graph[0]]
    assert [(r.role, r.kind, r.years) for r in rungs] == near


@given(graphs, depths)
def test_all_promotions_within_the_depth_are_shown(graph: Graph, depth: int) -> None:
    """A role that can be reached by promotions within the depth is on the page."""
    shown = {r.role.slug for r, _ in walk(grow(0, graph.__getitem__, depth))}
    assert within(graph, 0, depth) <= shown | {"0"}


@given(graphs, depths)
def test_repeated_promotions_stand_above(graph: Graph, depth: int) -> None:
    """A promotion that is marked as repeated has stood above it unmarked, or is the root."""
    above = {"0"}
    for rung, _ in walk(grow(0, graph.__getitem__, depth)):
        if rung.kind == "up" and rung.repeated:
            assert rung.role.slug in above
            assert rung.branches == ()
        elif rung.kind == "up":
            above.add(rung.role.slug)


@given(graphs, depths)
def test_moves_are_leaves(graph: Graph, depth: int) -> None:
    """A move has no branches, and from further rungs only one to a role not named yet is shown."""
    rungs = list(walk(grow(0, graph.__getitem__, depth)))
    moves = [(r.role.slug, height) for r, height in rungs if r.kind == "move"]
    assert all(r.branches == () for r, _ in rungs if r.kind == "move")
    further = [slug for slug, height in moves if height > 1]
    near = {step.role.slug for _, step in graph[0]} | within(graph, 0, depth)
    assert len(further) == len(set(further))
    assert near.isdisjoint(further)


def test_cycle_ends_at_the_root() -> None:
    """A promotion back to the start is shown once, marked, and not followed."""
    graph = graph_of({(0, 1): "up", (1, 2): "up", (2, 0): "up"})
    assert [
        (r.role.slug, r.repeated, height) for r, height in walk(grow(0, graph.__getitem__, 12))
    ] == [("1", False, 1), ("2", False, 2), ("0", True, 3)]


def test_short_way_is_not_cut_off_by_a_long_one() -> None:
    """A role at the edge of the depth on one way is opened where another way leaves room."""
    graph = graph_of({(0, 1): "up", (1, 2): "up", (0, 2): "up", (2, 3): "up"})
    slugs = [(r.role.slug, height) for r, height in walk(grow(0, graph.__getitem__, 2))]
    assert slugs == [("1", 1), ("2", 2), ("2", 1), ("3", 2)]


@pytest.mark.parametrize("slug", ["junior-cloud-shepherd", "cloud-shepherd"])
def test_way_on_leads_to_the_top(catalogue: Catalogue, slug: str) -> None:
    """Without a depth the way on reaches the highest rung."""
    page = ladder_page(catalogue, find(catalogue, slug))
    ups = [rung.role.slug for rung, _ in walk(page.ways_on) if rung.kind == "up"]
    assert "head-of-weather" in ups


def test_way_in_is_two_rungs(catalogue: Catalogue) -> None:
    """Without a depth the ways in are two rungs deep."""
    page = ladder_page(catalogue, find(catalogue, "head-of-weather"))
    assert max(height for _, height in walk(page.ways_in)) == 2


@pytest.mark.parametrize("depth", [1, 2])
def test_depth_holds_both_ways(catalogue: Catalogue, depth: int) -> None:
    """A depth that the reader names holds for the ways in and the ways on."""
    page = ladder_page(catalogue, find(catalogue, "lead-cloud-shepherd"), depth)
    for ways in (page.ways_in, page.ways_on):
        assert max(height for _, height in walk(ways)) == depth


def test_page_of_a_role(catalogue: Catalogue) -> None:
    """The page has the role with its group's pay, both ways, the editor's note, its sources."""
    page = ladder_page(catalogue, find(catalogue, "cloud-shepherd"))
    assert page.role.pay is not None
    assert page.role.pay.median == round(34.8 * 45.6 * 38, 2)
    assert (page.pay_period, page.weeks_per_year) == ("2024", 45.6)
    assert "junior-cloud-shepherd" in [rung.role.slug for rung in page.ways_in]
    assert page.note is not None
    assert page.note.startswith("One way on")
    assert (page.years_source, page.pay_source) == ("editors", "cbs-wages-2024")
    assert page.weeks_source == "cbs-working-time"
    ids = [source.id for source in page.sources]
    assert ids == ["editors", "cbs-wages-2024", "cbs-working-time"]
