"""Roles side by side."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.compare_page import LONGEST_PATH, compare_page, shortest_path
from careercli.catalogue.finding import find
from careercli.pages import ComparePage, RoleRef, Step, Term

MEASURES = (
    *("ilo-2025", "eloundou-gpt4", "eloundou-human"),
    *("microsoft-2025", "anthropic-2026", "felten-2021"),
)
Graph = dict[int, list[int]]

graphs = st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=14).map(
    lambda edges: {n: sorted(upper for lower, upper in edges if lower == n) for n in range(7)}
)


def compared(catalogue: Catalogue, *names: str) -> ComparePage:
    """Return the comparison of these roles."""
    return compare_page(catalogue, [find(catalogue, name) for name in names])


def path_of(graph: Graph, start: int, goal: int) -> list[int] | None:
    """Return the numbers on the shortest path of a graph."""

    def steps_from(number: int) -> list[tuple[int, Step]]:
        return [
            (other, Step(RoleRef(str(other), "role", "", Term("", ""), None, None, False), "move"))
            for other in graph[number]
        ]

    path = shortest_path(SimpleNamespace(steps_from=steps_from), start, goal)
    return None if path is None else [int(step.role.slug) for step in path]


def all_paths(graph: Graph, start: int, goal: int, left: int) -> Iterator[int]:
    """Yield the length of every walk from start to goal of at most ``left`` rungs."""
    if start == goal:
        yield 0
    for other in graph[start] if left else ():
        yield from (1 + length for length in all_paths(graph, other, goal, left - 1))


@given(graphs, st.integers(1, 6))
def test_path_is_the_shortest(graph: Graph, goal: int) -> None:
    """A path is as short as the shortest of all walks, real, and None only where there is none."""
    path = path_of(graph, 0, goal)
    shortest = min(all_paths(graph, 0, goal, LONGEST_PATH), default=None)
    assert (None if path is None else len(path)) == shortest
    if path is not None:
        assert path[-1] == goal
        for lower, upper in zip([0, *path], path, strict=False):
            assert upper in graph[lower]


@pytest.mark.parametrize("goal, found", [(4, [1, 2, 3, 4]), (5, None)])
def test_long_path_is_no_relation(goal: int, found: list[int] | None) -> None:
    """Four rungs are a relation, five are not."""
    assert path_of({n: [n + 1] for n in range(7)}, 0, goal) == found


def test_role_is_no_way_from_itself() -> None:
    """From a role to itself there are no rungs to take."""
    assert path_of({0: [1], 1: [0]}, 0, 0) == []


def test_differences_are_named(catalogue: Catalogue) -> None:
    """What the roles have alike is not named as differing; what neither has, nowhere."""
    page = compared(catalogue, "junior-cloud-shepherd", "cloud-shepherd")
    assert page.differing == ("level", "salary-position", "salary-published")
    facts = ("salary", "education", "outlook", "category", "openings", "bls-wage")
    assert page.alike == (*facts, *MEASURES[:-1])
    assert page.missing == ("tightness", "felten-2021")


def test_all_fields_may_differ(catalogue: Catalogue) -> None:
    """Roles with nothing in common differ in every fact and every figure that is compared."""
    page = compared(catalogue, "moon-polisher", "chief-rain-officer")
    facts = (
        *("salary", "education", "outlook", "tightness", "level", "category"),
        *("salary-position", "openings", "bls-wage"),
    )
    assert (page.differing, page.alike, page.missing) == ((*facts, *MEASURES), (), ())


def test_same_group_and_level_do_not_differ(catalogue: Catalogue) -> None:
    """Two senior roles with the same codes differ in the pay that was published for one alone."""
    page = compared(catalogue, "cloud-shepherd", "rain-reader")
    assert page.differing == ("salary-published",)


def test_what_is_published_for_none_is_named_once(catalogue: Catalogue) -> None:
    """A fact stands in one of the three lists."""
    page = compared(catalogue, "cloud-shepherd", "rain-reader", "wind-nurse")
    names = [*page.differing, *page.alike, *page.missing]
    assert len(set(names)) == len(names)


def test_skills_are_shared_or_of_one_role(catalogue: Catalogue) -> None:
    """Shared skills are asked by every role, a role's own skills by it alone."""
    names = ("mist-weigher", "cloud-shepherd", "fog-counter")
    page = compared(catalogue, *names)
    asked = {role.slug: {skill.id for skill in role.skills} for role in page.roles}
    both = page.skills
    assert {t.id for part in both for t in part.shared} == set.intersection(*asked.values())
    for slug, skills in asked.items():
        others = set().union(*(asked[other] for other in names if other != slug))
        assert {t.id for part in both for t in part.only[slug]} == skills - others
    some = {t.id: t.roles for part in both for t in part.some}
    assert some == {
        skill: whose
        for skill in set().union(*asked.values())
        if len(whose := tuple(slug for slug in names if skill in asked[slug])) == 2
    }


def test_essential_skills_stand_apart(catalogue: Catalogue) -> None:
    """In common are those that all cannot do without; alone, those that the one cannot."""
    page = compared(catalogue, "mist-weigher", "cloud-shepherd")
    needs = {
        role.slug: {skill.id for skill in role.skills if skill.need.id == "essential"}
        for role in page.roles
    }
    essential = page.skills.essential
    assert {t.id for t in essential.shared} == set.intersection(*needs.values())
    for slug, terms in essential.only.items():
        assert {t.id for t in terms} <= needs[slug]
        assert not {t.id for t in page.skills.useful.only[slug]} & needs[slug]


def test_part_of_a_longer_way_is_not_told_again(catalogue: Catalogue) -> None:
    """The way over a rung says how its two halves lie."""
    page = compared(catalogue, "junior-cloud-shepherd", "cloud-shepherd", "lead-cloud-shepherd")
    ways = [(one.start, *(step.role.slug for step in one.path)) for one in page.relations]
    assert ("junior-cloud-shepherd", "cloud-shepherd", "lead-cloud-shepherd") in ways
    assert ("junior-cloud-shepherd", "cloud-shepherd") not in ways


def test_relation_is_the_way_from_one_to_the_other(catalogue: Catalogue) -> None:
    """The ladder between two roles is shown in the direction that it has."""
    page = compared(catalogue, "head-of-weather", "junior-cloud-shepherd")
    (relation,) = page.relations
    assert (relation.start, relation.goal) == ("junior-cloud-shepherd", "head-of-weather")
    assert [step.role.slug for step in relation.path] == ["cloud-shepherd", "head-of-weather"]


def test_roles_keep_their_order_and_share_sources(catalogue: Catalogue) -> None:
    """Roles stand as they were named; the sources are those of all, each once."""
    names = ("rain-reader", "chief-rain-officer", "fog-counter")
    page = compared(catalogue, *names)
    assert tuple(role.slug for role in page.roles) == names
    ids = [source.id for source in page.sources]
    assert set(ids) == {source.id for role in page.roles for source in role.sources}
    assert len(set(ids)) == len(ids)
