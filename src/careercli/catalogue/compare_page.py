"""Make the comparison of two to five roles."""

from collections import deque
from collections.abc import Sequence

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.role_page import role_page
from careercli.pages import ComparePage, Relation, RolePage, SkillComparison, Step, Term, Written

OWN_FACTS = (
    *("category", "level", "outlook", "openings", "tightness"),
    *("salary", "salary-published"),
)
LONGEST_PATH = 4  # rungs; a longer way is no relation that helps anybody


def compare_page(catalogue: Catalogue, role_ids: list[int]) -> ComparePage:
    """Return roles side by side: what differs, whose skills, how they lie on the ladder."""
    roles = tuple(role_page(catalogue, role_id) for role_id in role_ids)
    reader = catalogue.reader
    differs = _differs(roles, catalogue.leading("score").id)
    return ComparePage(
        language=reader.language,
        per=reader.per,
        hours_per_week=reader.hours_per_week,
        weeks_per_year=catalogue.pay_rules.paid_weeks,
        differing=tuple(name for name, is_so in differs.items() if is_so),
        alike=tuple(name for name, is_so in differs.items() if not is_so),
        roles=roles,
        skills=_skills(roles),
        relations=_relations(catalogue, role_ids, roles),
        sources=catalogue.sources(source.id for role in roles for source in role.sources),
    )


def _differs(roles: Sequence[RolePage], measure: str) -> dict[str, bool]:
    """Return by name whether the roles differ in a fact; what is told of none is not there.

    A figure goes by the name of its series; of the measures of exposure only one is compared.
    """
    told = [_facts(role, measure) for role in roles]
    abroad = dict.fromkeys(pay.about.series for role in roles for pay in role.salary.references)
    names = (*OWN_FACTS, *abroad, "education", measure)
    return {
        name: len({facts.get(name) for facts in told}) > 1
        for name in names
        if any(facts.get(name) for facts in told)
    }


def _facts(role: RolePage, measure: str) -> dict[str, object]:
    pay, body = role.salary, role.body
    own = pay.group
    facts: dict[str, object] = {
        "outlook": (role.outlook.trend, role.outlook.growth and role.outlook.growth.percent),
        "openings": role.outlook.openings and role.outlook.openings[1:],
        "tightness": role.outlook.tightness and role.outlook.tightness[1:],
        "salary": own and (own.shown, own.about.period, own.about.status),
        "salary-published": pay.published and pay.published.shown,
    }
    if isinstance(body, Written):
        diplomas = body.education.minimum, body.education.usual
        facts |= {"category": body.category, "level": body.level, "education": diplomas}
    facts |= {p.about.series: (p.shown.median, p.about.status) for p in pay.references}
    exposures = (e for e in role.ai_impact.exposures if e.about.series == measure)
    return facts | {e.about.series: (e.value, e.low, e.high, e.about.status) for e in exposures}


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
    catalogue: Catalogue, role_ids: list[int], roles: tuple[RolePage, ...]
) -> tuple[Relation, ...]:
    slug = {role_id: role.slug for role_id, role in zip(role_ids, roles, strict=True)}
    found = []
    for start in role_ids:
        for goal in role_ids:
            path = shortest_path(catalogue, start, goal) if start != goal else None
            if path:
                found.append(Relation(slug[start], slug[goal], path))
    return tuple(found)


def shortest_path(catalogue: Catalogue, start: int, goal: int) -> tuple[Step, ...] | None:
    """Return the fewest steps from one role to another, or None if the ladder has no way."""
    came: dict[int, tuple[Step, ...]] = {start: ()}
    waiting = deque([start])
    while waiting:
        role_id = waiting.popleft()
        if role_id == goal:
            return came[role_id]
        if len(came[role_id]) == LONGEST_PATH:
            continue
        for other, step in catalogue.steps_from(role_id):
            if other not in came:
                came[other] = (*came[role_id], step)
                waiting.append(other)
    return None
