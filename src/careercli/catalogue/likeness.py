"""How like the work of two written roles is: by skills, diplomas, and what O*NET knows of both.

The cosine of their skills, each weighted by how few roles ask for it (tf-idf); how close O*NET has
the titles of their occupations, and the ratings of their work (tools/figures/closeness.py); and
the levels of diploma between them. Of skills and titles it is the root of the cosine that counts:
most pairs have next to none, and without it one title in common would outweigh all else. Each is
standardised over all other roles, and their weighted sum, with a little of how like a role is to
all others, is what roles are ranked by (docs/moves.md). It is judged by the steps that editors have
put on ladders, and by moves that people in the USA made (benchmarks/moves.py).
"""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from math import log, sqrt
from sqlite3 import Row
from statistics import fmean
from typing import NamedTuple, TypeVar

from careercli.catalogue.catalogue import Catalogue

USEFUL = 0.5  # the weight of a skill that is useful, where an essential one has 1
WEIGHTS = {"skills": 1.0, "titles": 1.0, "ratings": 1.0, "diploma": 0.5}
"""The measures in the order in which pages name them, and how much each counts."""
CENTRAL = 0.3
"""How much it counts besides how like a role is to all others: what is like much is moved to most.

It is written with the roles, since it takes all pairs of them.
"""
SIZE = 2.5
"""How much the number of people in work counts besides, where what is common goes first."""

NEAR = "onet-near"

Key = TypeVar("Key")


class Like(NamedTuple):
    """Another role, and what it is ranked by.

    ``likeness`` is the cosine of the skills; ``titles`` and ``ratings`` are those of the O*NET
    occupations of both, None where O*NET has not both. ``compared`` names the measures of
    ``WEIGHTS`` that this pair has; the others count as no more and no less than the mean.
    """

    role: int
    likeness: float
    score: float
    titles: float | None = None
    ratings: float | None = None
    compared: tuple[str, ...] = ("skills",)


class Likeness:
    """The skills, diplomas and O*NET codes of roles, read once, and how like they are."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._skills = _weighed(
            catalogue.rows(
                "SELECT role, skill, need FROM role_skill JOIN role ON role.id = role "
                "WHERE role.kind = 'role' AND need <> 'rated'"
            )
        )
        rows = catalogue.rows(
            "SELECT id, nlqf, json_extract(codes, '$.onet') AS onet, central "
            "FROM role WHERE kind = 'role'"
        )
        self._central = {row["id"]: row["central"] for row in rows}
        self._levels = {row["id"]: row["nlqf"] or 0 for row in rows}
        self._codes = {row["id"]: row["onet"] for row in rows}
        self._catalogue = catalogue
        self._lengths = {role: _length(skills) for role, skills in self._skills.items()}

    def of(self, role_id: int) -> list[Like]:
        """Return the other roles that share a skill with one, the most like it first."""
        measures = self._measures(role_id)
        scores = _scores(measures)
        found = [
            Like(
                role,
                likeness=cosine,
                score=scores[role] + CENTRAL * self._central[role],
                titles=measures["titles"].get(role),
                ratings=measures["ratings"].get(role),
                compared=tuple(name for name in WEIGHTS if role in measures[name]),
            )
            for role, cosine in measures["skills"].items()
            if cosine
        ]
        return sorted(found, key=lambda one: (-one.score, one.role))

    def central(self) -> dict[int, float]:
        """Return how like each role is to all others."""
        return centrality(_scores(self._measures(role)) for role in self._skills)

    def _measures(self, role_id: int) -> dict[str, dict[int, float]]:
        mine = self._skills.get(role_id, {})
        cosines = {
            role: self._cosine(role_id, role, mine) for role in self._skills if role != role_id
        }
        return {
            "skills": cosines,
            "diploma": self._steps(role_id, cosines),
            **self._near(role_id, cosines),
        }

    def _steps(self, role_id: int, others: Iterable[int]) -> dict[int, float]:
        """Return the levels between the diplomas of a role and of others, none being most."""
        level = self._levels.get(role_id, 0)
        return {role: -float(abs(level - self._levels.get(role, 0))) for role in others}

    def _near(self, role_id: int, others: Collection[int]) -> dict[str, dict[int, float]]:
        """Return how close O*NET has the occupation of a role to those of others, by measure."""
        near = _near(self._catalogue, self._codes.get(role_id))
        return {
            name: {role: of[code] for role in others if (code := self._codes[role]) in of}
            for name, of in near.items()
        }

    def _cosine(self, one: int, other: int, mine: Mapping[int, float]) -> float:
        dot = _dot(mine, self._skills[other])
        return dot / (self._lengths[one] * self._lengths[other]) if dot else 0.0

    def shares(self, skills: Collection[int]) -> dict[int, float]:
        """Return which share of each role's skills these are, by weight, 0 to 1; none that is 0.

        The square of the weight counts, as in a cosine. One more skill never lowers it. It finds
        the steps of ladders as well as the cosine does. What every role asks weighs nothing, and
        where they ask nothing else, none is told apart.
        """
        had = frozenset(skills)
        found = {
            role: sum(asked[skill] ** 2 for skill in asked.keys() & had) / self._lengths[role] ** 2
            for role, asked in self._skills.items()
            if self._lengths[role] and not had.isdisjoint(asked)
        }
        return {role: share for role, share in found.items() if share}


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
        if dot := _dot(mine, theirs):
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


def _dot(mine: Mapping[int, float], theirs: Mapping[int, float]) -> float:
    return sum(mine[skill] * theirs[skill] for skill in mine.keys() & theirs.keys())


def _length(skills: Mapping[int, float]) -> float:
    return sqrt(sum(weight * weight for weight in skills.values()))


def combined(
    measures: Mapping[str, Mapping[Key, float]], weights: Mapping[str, float]
) -> dict[Key, float]:
    """Return the weighted sum of standardised measures, for everything that any of them has.

    What a measure has not counts as its mean: it takes no part. ``weights`` names the measures that
    count, by the same names as ``measures``.
    """
    found: dict[Key, float] = {key: 0.0 for name in weights for key in measures[name]}
    for name, weight in weights.items():
        for key, value in standardised(measures[name]).items():
            found[key] += weight * value
    return found


def centrality(rankings: Iterable[Mapping[Key, float]]) -> dict[Key, float]:
    """Return how like each is to all others: the mean of its scores, where each ranks the others.

    Of what is moved to it says something that no pair of two says: much is like some jobs (an
    office manager, a production manager), and many people come to them.
    """
    scores: dict[Key, list[float]] = defaultdict(list)
    for ranking in rankings:
        for key, score in ranking.items():
            scores[key].append(score)
    return {key: fmean(values) for key, values in scores.items()}


def standardised(values: Mapping[Key, float]) -> dict[Key, float]:
    """Return each value as its distance from the mean, in standard deviations."""
    if not values:
        return {}
    mean = fmean(values.values())
    # pstdev is exact, which takes six times as long; all pairs are ranked when roles are written.
    spread = sqrt(fmean((value - mean) ** 2 for value in values.values()))
    return {key: (value - mean) / spread if spread else 0.0 for key, value in values.items()}


def rooted(cosines: Mapping[Key, float]) -> dict[Key, float]:
    """Return the square root of each cosine of two lists of words or skills."""
    return {key: sqrt(value) for key, value in cosines.items()}


def _scores(measures: Mapping[str, Mapping[int, float]]) -> dict[int, float]:
    roots = {name: rooted(measures[name]) for name in ("skills", "titles")}
    return combined({**measures, **roots}, WEIGHTS)


def _near(catalogue: Catalogue, code: str | None) -> dict[str, dict[str, float]]:
    """Return how close others are to an O*NET occupation, by titles and by ratings."""
    near: dict[str, dict[str, float]] = {"titles": {}, "ratings": {}}
    row = catalogue.published_row(NEAR, code) if code else None
    for cell in row["near"].split() if row else ():
        other, *values = cell.split(":")
        for of, value in zip(near.values(), values, strict=True):
            if value:
                of[other] = float(value)
    return near
