"""Make the comparison of two to five roles."""

from collections import deque

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.role_page import role_page
from careercli.pages import ComparePage, Relation, RolePage, SkillComparison, Step, Term

FIELDS = ("category", "level", "outlook", "salary", "education", "exposure")
LONGEST_PATH = 4  # rungs; a longer way is no relation that helps anybody


def compare_page(catalogue: Catalogue, numbers: list[int]) -> ComparePage:
    """Return roles side by side: what differs, whose skills, how they lie on the ladder."""
    roles = tuple(role_page(catalogue, number) for number in numbers)
    reader = catalogue.reader
    return ComparePage(
        language=reader.language,
        per=reader.per,
        hours_per_week=reader.hours_per_week,
        differing=tuple(name for name in FIELDS if len({_fact(role, name) for role in roles}) > 1),
        roles=roles,
        skills=_skills(roles),
        relations=_relations(catalogue, numbers, roles),
        sources=catalogue.sources(source.id for role in roles for source in role.sources),
    )


def _fact(role: RolePage, name: str) -> object:
    """Return what decides whether roles differ in a field."""
    match name:
        case "salary":
            pay = role.salary
            return (
                pay.published and pay.published.shown,
                pay.indicative and pay.indicative.shown,
                pay.group.shown,
                pay.us.shown,
            )
        case "education":
            return role.education and (role.education.minimum, role.education.usual)
        case "outlook":
            return role.outlook.trend
        case "exposure":
            return role.ai_impact.exposures
        case _:
            return getattr(role, name)


def _skills(roles: tuple[RolePage, ...]) -> SkillComparison:
    # What O*NET rates of every occupation is not asked by one more than by another.
    asked = {
        role.slug: {skill.id: skill.name for skill in role.skills if skill.importance is None}
        for role in roles
    }
    in_all = set.intersection(*(set(skills) for skills in asked.values()))
    only = {}
    for role in roles:
        others = {skill for slug, skills in asked.items() if slug != role.slug for skill in skills}
        only[role.slug] = tuple(
            Term(skill, name) for skill, name in asked[role.slug].items() if skill not in others
        )
    first = asked[roles[0].slug]
    shared = tuple(Term(skill, name) for skill, name in first.items() if skill in in_all)
    return SkillComparison(shared=shared, only=only)


def _relations(
    catalogue: Catalogue, numbers: list[int], roles: tuple[RolePage, ...]
) -> tuple[Relation, ...]:
    slug = {number: role.slug for number, role in zip(numbers, roles, strict=True)}
    found = []
    for start in numbers:
        for goal in numbers:
            path = shortest_path(catalogue, start, goal) if start != goal else None
            if path:
                found.append(Relation(slug[start], slug[goal], path))
    return tuple(found)


def shortest_path(catalogue: Catalogue, start: int, goal: int) -> tuple[Step, ...] | None:
    """Return the fewest steps from one role to another, or None if the ladder has no way."""
    came: dict[int, tuple[Step, ...]] = {start: ()}
    waiting = deque([start])
    while waiting:
        number = waiting.popleft()
        if number == goal:
            return came[number]
        if len(came[number]) == LONGEST_PATH:
            continue
        for other, step in catalogue.steps_from(number):
            if other not in came:
                came[other] = (*came[number], step)
                waiting.append(other)
    return None
