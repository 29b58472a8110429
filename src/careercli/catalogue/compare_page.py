"""Make the comparison of two to five roles."""

from collections import deque
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.role_page import role_page
from careercli.figures.figures import Exposure, Openings, Tightness
from careercli.pages import (
    ComparedSkills,
    ComparePage,
    Outlook,
    Pay,
    Relation,
    RolePage,
    Skill,
    SkillComparison,
    SkillOfSome,
    Step,
    Term,
    Written,
)

OWN_FACTS = (
    *("salary", "education", "yours", "outlook", "tightness", "level"),
    *("category", "salary-position", "salary-published", "openings"),
)
"""What is compared, in the order of a page, before the figures that go by their series."""

LONGEST_PATH = 4  # rungs; a longer way is no relation that helps anybody

MOST = 5
"""Roles that can be laid side by side."""


def compare_page(catalogue: Catalogue, role_ids: list[int]) -> ComparePage:
    """Return roles side by side: what differs, whose skills, how they lie on the ladder."""
    roles = tuple(role_page(catalogue, role_id) for role_id in role_ids)
    reader = catalogue.reader
    found = _compared(roles)
    return ComparePage(
        language=reader.language,
        per=reader.per,
        hours_per_week=reader.hours_per_week,
        weeks_per_year=catalogue.pay_rules.paid_weeks,
        **found._asdict(),
        roles=roles,
        skills=_skills(roles),
        relations=_relations(catalogue, role_ids, roles),
        sources=catalogue.sources(source.id for role in roles for source in role.sources),
    )


class _Compared(NamedTuple):
    differing: tuple[str, ...]
    alike: tuple[str, ...]
    missing: tuple[str, ...]


def _compared(roles: Sequence[RolePage]) -> _Compared:
    """Return which facts differ, which are alike, and of which there is a figure for none.

    A figure goes by the name of its series.
    """
    told = [_facts(role) for role in roles]
    names = dict.fromkeys(name for facts in told for name in facts)
    in_order = sorted(names, key=lambda name: (*OWN_FACTS, name).index(name))
    values = {name: [facts.get(name) for facts in told] for name in in_order}
    known = {name: found for name, found in values.items() if any(v is not None for v in found)}
    return _Compared(
        differing=tuple(name for name, found in known.items() if len(set(found)) > 1),
        alike=tuple(name for name, found in known.items() if len(set(found)) == 1),
        missing=tuple(name for name in values if name not in known),
    )


def _facts(role: RolePage) -> dict[str, object]:
    """Return what is compared of a role, by name; None where a figure of it is not published."""
    pay, body = role.salary, role.body
    facts = {**_outlook(role.outlook), "salary": _pay(pay.group)}
    if pay.published:
        facts["salary-published"] = pay.published.shown
    if pay.position:
        facts["salary-position"] = pay.position
    if isinstance(body, Written):
        diplomas = body.education.minimum, body.education.usual
        facts |= {"category": body.category, "level": body.level, "education": diplomas}
        if body.yours:
            facts["yours"] = body.yours
    facts |= {pay.about.series: pay.shown.median for pay in pay.references}
    return facts | {found.about.series: _score(found) for found in role.ai_impact.exposures}


def _outlook(outlook: Outlook) -> dict[str, object]:
    facts: dict[str, object] = {}
    if grown := outlook.growth:
        told = outlook.trend, grown.percent, grown.about.period
        facts["outlook"] = told if grown.about.status == "published" else None
    named: dict[str, Openings | Tightness | None] = {
        "openings": outlook.openings,
        "tightness": outlook.tightness,
    }
    for name, found in named.items():
        if found:
            facts[name] = found[1:] if found.about.status == "published" else None
    return facts


def _pay(pay: Pay | None) -> object:
    return pay and pay.shown.median and (pay.shown, pay.about.period)


def _score(found: Exposure) -> object:
    published = found.about.status == "published"
    return (found.value, found.low, found.high, found.rank) if published else None


def _skills(roles: tuple[RolePage, ...]) -> SkillComparison:
    # What O*NET rates of every occupation is not asked by one more than by another.
    asked: dict[str, dict[str, Skill]] = {}
    for role in roles:
        for skill in role.skills:
            if skill.importance is None:
                asked.setdefault(skill.id, {})[role.slug] = skill
    slugs = [role.slug for role in roles]
    found = [(by_role, _is_essential(by_role, len(slugs))) for by_role in asked.values()]
    return SkillComparison(
        essential=_of(slugs, [by_role for by_role, is_essential in found if is_essential]),
        useful=_of(slugs, [by_role for by_role, is_essential in found if not is_essential]),
    )


def _is_essential(by_role: dict[str, Skill], roles: int) -> bool:
    """Return whether a skill is essential: to all if all ask for it, else to one of those who do.

    So what is essential in common is essential to each, and what one role cannot do without is
    not among what is only useful because another can.
    """
    needs = [skill.need.id == "essential" for skill in by_role.values()]
    return all(needs) if len(needs) == roles else any(needs)


def _of(slugs: Sequence[str], asked: Iterable[dict[str, Skill]]) -> ComparedSkills:
    """Return skills, each with the roles that ask it, by whose they are."""
    shared: list[Term] = []
    some: list[SkillOfSome] = []
    only: dict[str, list[Term]] = {slug: [] for slug in slugs}
    for by_role in asked:
        skill = next(iter(by_role.values()))
        if len(by_role) == len(slugs):
            shared.append(Term(skill.id, skill.name))
        elif len(by_role) > 1:
            some.append(SkillOfSome(skill.id, skill.name, tuple(by_role)))
        else:
            only[next(iter(by_role))].append(Term(skill.id, skill.name))
    return ComparedSkills(
        tuple(shared), tuple(some), {slug: tuple(terms) for slug, terms in only.items()}
    )


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
    return tuple(one for one in found if not any(_is_part(one, other) for other in found))


def _is_part(one: Relation, other: Relation) -> bool:
    """Return whether a way is a part of a longer one."""
    rungs, longer = _rungs(one), _rungs(other)
    starts = range(len(longer) - len(rungs) + 1)
    return len(rungs) < len(longer) and any(
        longer[start : start + len(rungs)] == rungs for start in starts
    )


def _rungs(relation: Relation) -> list[str]:
    return [relation.start, *(step.role.slug for step in relation.path)]


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
