"""How like the work of two written roles is: by the skills that they ask for, and their diplomas.

The cosine of their skills, each weighted by how few roles ask for it (tf-idf), standardised over
all roles, and half as much weight for the levels of diploma between them. Of the steps that
editors have put on ladders, three in four are among the ten nearest by this
(benchmarks/moves.py); no cleverer measure of skills does better.
"""

from collections import defaultdict
from collections.abc import Mapping
from math import log, sqrt
from statistics import fmean, pstdev
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue

USEFUL = 0.5  # the weight of a skill that is useful, where an essential one has 1
DIPLOMA = 0.5  # the weight of the diploma, where the skills have 1


class Like(NamedTuple):
    """Another role: the cosine of its skills, and what it is ranked by."""

    role: int
    likeness: float
    score: float


def like(catalogue: Catalogue, role_id: int) -> list[Like]:
    """Return the other written roles that share a skill with one, the most like it first."""
    skills = _skills(catalogue)
    mine = skills.pop(role_id, {})
    levels = _levels(catalogue)
    cosines = {role: _cosine(mine, theirs) for role, theirs in skills.items()}
    if not cosines:
        return []
    steps = {role: -abs(levels.get(role_id, 0) - levels.get(role, 0)) for role in cosines}
    by_skills, by_diploma = _standardised(cosines), _standardised(steps)
    found = [
        Like(role, cosine, by_skills[role] + DIPLOMA * by_diploma[role])
        for role, cosine in cosines.items()
        if cosine
    ]
    return sorted(found, key=lambda one: (-one.score, one.role))


def _skills(catalogue: Catalogue) -> dict[int, dict[int, float]]:
    """Return the weight of each skill of every written role."""
    rows = catalogue.rows(
        "SELECT role, skill, need FROM role_skill JOIN role ON role.id = role "
        "WHERE role.kind = 'role' AND need <> 'rated'"
    )
    found: dict[int, dict[int, float]] = defaultdict(dict)
    total = len({row["role"] for row in rows})
    askers: dict[int, int] = defaultdict(int)
    for row in rows:
        askers[row["skill"]] += 1
    for row in rows:
        need = 1.0 if row["need"] == "essential" else USEFUL
        found[row["role"]][row["skill"]] = need * log(total / askers[row["skill"]])
    return found


def _levels(catalogue: Catalogue) -> dict[int, int]:
    rows = catalogue.rows("SELECT id, nlqf FROM role WHERE kind = 'role'")
    return {row["id"]: row["nlqf"] or 0 for row in rows}


def _cosine(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    dot = sum(weight * other.get(skill, 0) for skill, weight in one.items())
    return dot / (_length(one) * _length(other)) if dot else 0.0


def _length(skills: Mapping[int, float]) -> float:
    return sqrt(sum(weight * weight for weight in skills.values()))


def _standardised(values: Mapping[int, float]) -> dict[int, float]:
    """Return each value as its distance from the mean, in standard deviations."""
    mean, spread = fmean(values.values()), pstdev(values.values())
    return {key: (value - mean) / spread if spread else 0.0 for key, value in values.items()}
