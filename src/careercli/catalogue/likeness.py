"""How like the work of two written roles is: by the skills that they ask for, and their diplomas.

The cosine of their skills, each weighted by how few roles ask for it (tf-idf), standardised over
all roles, and half as much weight for the levels of diploma between them. Of the steps that
editors have put on ladders, three in four are among the ten nearest by this
(benchmarks/moves.py); no cleverer measure of skills does better.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from math import log, sqrt
from sqlite3 import Row
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


class Share(NamedTuple):
    """How much of the weight of a role's skills somebody has, 0 to 1, and what it is ranked by.

    That is the cosine but for the length of one's own list, which is the same for every role: so
    one more skill never lowers a match.
    """

    share: float
    rank: float


class Likeness:
    """The skills and diplomas of roles, read once, and how like they are."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._skills = _weighed(
            catalogue.rows(
                "SELECT role, skill, need FROM role_skill JOIN role ON role.id = role "
                "WHERE role.kind = 'role' AND need <> 'rated'"
            )
        )
        self._levels = _levels(catalogue)
        self._lengths = {role: _length(skills) for role, skills in self._skills.items()}

    def of(self, role_id: int) -> list[Like]:
        """Return the other roles that share a skill with one, the most like it first."""
        mine = self._skills.get(role_id, {})
        cosines = {
            role: self._cosine(role_id, role, mine) for role in self._skills if role != role_id
        }
        if not cosines:
            return []
        level = self._levels.get(role_id, 0)
        steps = {role: -abs(level - self._levels.get(role, 0)) for role in cosines}
        by_skills, by_diploma = standardised(cosines), standardised(steps)
        found = [
            Like(role, cosine, by_skills[role] + DIPLOMA * by_diploma[role])
            for role, cosine in cosines.items()
            if cosine
        ]
        return sorted(found, key=lambda one: (-one.score, one.role))

    def _cosine(self, one: int, other: int, mine: Mapping[int, float]) -> float:
        theirs = self._skills[other]
        dot = sum(mine[skill] * theirs[skill] for skill in mine.keys() & theirs.keys())
        return dot / (self._lengths[one] * self._lengths[other]) if dot else 0.0

    def shares(self, skills: Collection[int]) -> dict[int, Share]:
        """Return of each role that asks for one of the skills which share of it they are."""
        had = frozenset(skills)
        found: dict[int, Share] = {}
        for role, asked in self._skills.items():
            if weight := sum(asked[skill] ** 2 for skill in asked.keys() & had):
                length = self._lengths[role]
                found[role] = Share(weight / length**2, weight / length)
        return found


def like(catalogue: Catalogue, role_id: int) -> list[Like]:
    """Return the other written roles that share a skill with one, the most like it first."""
    return Likeness(catalogue).of(role_id)


def like_imported(catalogue: Catalogue, role_id: int) -> list[Like]:
    """Return the occupations of one's own classification with the most skills in common.

    The cosine of all skills would read those of thousands: it is of the few hundred that have most
    of the rare skills in common. Where a written role stands for one, it is that.
    """
    near = catalogue.rows(
        "SELECT other.role FROM role_skill AS mine "
        "JOIN role_skill AS other ON other.skill = mine.skill AND other.role <> mine.role "
        "JOIN role ON role.id = other.role JOIN skill ON number = mine.skill "
        "WHERE mine.role = :role AND mine.need <> 'rated' AND other.need <> 'rated' "
        "AND origin = (SELECT origin FROM role WHERE id = :role) "
        "GROUP BY other.role ORDER BY SUM(1.0 / roles) DESC LIMIT :most",
        role=role_id,
        most=_NEAR,
    )
    rows = catalogue.rows(
        "SELECT role, skill, need FROM role_skill WHERE need <> 'rated' "
        "AND role IN (SELECT value FROM json_each(:roles))",
        roles=json.dumps([role_id, *(row["role"] for row in near)]),
    )
    skills = _weighed(rows)
    mine = skills.pop(role_id, {})
    standing = _standing_for(catalogue, skills)
    found: dict[int, Like] = {}
    for role, theirs in skills.items():
        dot = sum(mine[skill] * theirs[skill] for skill in mine.keys() & theirs.keys())
        if dot:
            cosine = dot / (_length(mine) * _length(theirs))
            found.setdefault(standing[role], Like(standing[role], cosine, cosine))
    return sorted(found.values(), key=lambda one: (-one.score, one.role))


_NEAR = 300


def _standing_for(catalogue: Catalogue, roles: Iterable[int]) -> dict[int, int]:
    """Return the role that is shown for each: the written one that stands for it, or itself."""
    rows = catalogue.rows(
        "SELECT id, COALESCE(superseded_by, id) AS shown FROM role "
        "WHERE id IN (SELECT value FROM json_each(:roles))",
        roles=json.dumps(list(roles)),
    )
    return {row["id"]: row["shown"] for row in rows}


def _weighed(rows: Collection[Row]) -> dict[int, dict[int, float]]:
    """Return the weight of each skill of roles: rare ones, among these, have more."""
    found: dict[int, dict[int, float]] = defaultdict(dict)
    total = len({row["role"] for row in rows})
    askers = Counter(row["skill"] for row in rows)
    for row in rows:
        need = 1.0 if row["need"] == "essential" else USEFUL
        found[row["role"]][row["skill"]] = need * log(total / askers[row["skill"]])
    return found


def _levels(catalogue: Catalogue) -> dict[int, int]:
    rows = catalogue.rows("SELECT id, nlqf FROM role WHERE kind = 'role'")
    return {row["id"]: row["nlqf"] or 0 for row in rows}


def _length(skills: Mapping[int, float]) -> float:
    return sqrt(sum(weight * weight for weight in skills.values()))


def standardised(values: Mapping[int, float]) -> dict[int, float]:
    """Return each value as its distance from the mean, in standard deviations."""
    mean, spread = fmean(values.values()), pstdev(values.values())
    return {key: (value - mean) / spread if spread else 0.0 for key, value in values.items()}
