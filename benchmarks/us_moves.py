"""Judge measures of likeness by moves that people made in the USA (CPS ASEC).

    python benchmarks/moves.py --us FIGURES --esco FOLDER --onet FOLDER

FIGURES holds the publishers' tables as ``tools.figures`` reads them, the folders the downloads of
ESCO and of O*NET. Each measure ranks all other groups for those who left a group. R@10 is the share
of them that went to one of the first ten, MRR the mean of one over the place of where they went;
who went to a group that has no rank counts as missed. Both are means over the groups of origin.

Groups of origin are those with FEWEST targets or more, and what may follow them all groups that
ESCO and O*NET both tell something of. HELD_OUT in a hundred are set apart, by the SHA-256 of their
code; how each measure is made was chosen on the others. The weights were not fitted, so all of them
together tell most: two halves of such a sample differ by some 0.02.
"""

import csv
import hashlib
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from math import log
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from tools.figures.closeness import (
    Closeness,
    Vector,
    in_singular,
    rating_vectors,
    tf_idf,
    title_vectors,
)
from tools.figures.csvs import Row, read, read_tabbed
from tools.figures.us_moves import groups_of_onet, moves_in, us_groups

from careercli.catalogue.likeness import CENTRAL, SIZE, centrality, combined, rooted, standardised

FEWEST = 5
"""Targets that a group of origin must have."""
HELD_OUT = 42
"""In a hundred."""
FIRST = 10

USEFUL = 0.5
"""The weight of an optional skill of ESCO, where an essential one has 1."""
STEP_UP = 0.7
"""The weight of a group of skills, where what stands in it has 1."""
COMMON = 0.1
"""Skills and their groups that so many occupations have tell nothing, and take most of the time."""

CHANCE = "chance"
RELATED = "O*NET related occupations"
LIKE_NESTA = "four measures, as Nesta"
SUM = "skills, titles, ratings"
A = "A: these, how central"
B = "B: A, education, size"

ROOTED = ("O*NET titles", "O*NET tasks", "ESCO essential", "ESCO optional", "ESCO skill groups")
"""The cosines of which a sum takes the root, as that of ``careers next`` does."""

Scores = Mapping[str, float]
"""How much is to be said for each group, for those who left one of them."""
Measure = Callable[[str], Scores]

ALIKE = {"ESCO skill groups": 1.0, "O*NET titles": 1.0, "O*NET ratings": 1.0}
WITH_EDUCATION = ALIKE | {"education": 0.5}
NESTA = dict.fromkeys(("ESCO essential", "ESCO optional", "O*NET tasks", "O*NET ratings"), 0.25)


class Score(NamedTuple):
    """How well a measure does."""

    recall: float
    mrr: float


class Folders(NamedTuple):
    """Where the publishers' files are."""

    figures: Path
    esco: Path
    onet: Path


class Truth(NamedTuple):
    """What was observed: the groups that may follow, and the shares of leavers by origin."""

    groups: list[str]
    moves: Mapping[str, Scores]

    def scores(self, measure: Measure) -> dict[str, Score]:
        """Return how well a measure ranks, by origin."""
        return {origin: self._of_one(origin, measure(origin)) for origin in self.moves}

    def _of_one(self, origin: str, scores: Scores) -> Score:
        others = (group for group in self.groups if group != origin)
        order = sorted(others, key=lambda group: (-scores.get(group, float("-inf")), group))
        place = {group: number for number, group in enumerate(order, start=1)}
        shares = {
            place[group]: share for group, share in self.moves[origin].items() if group in place
        }
        return Score(
            sum(share for number, share in shares.items() if number <= FIRST),
            sum(share / number for number, share in shares.items()),
        )


def is_held_out(code: str) -> bool:
    """Return whether a group of origin is set apart, by the last digits of a hash of its code."""
    return int(hashlib.sha256(code.encode()).hexdigest(), 16) % 100 < HELD_OUT


def main(folders: Folders) -> None:
    """Print how well each measure does."""
    truth, measures = observed(folders)
    held_out = sum(map(is_held_out, truth.moves))
    print(f"{len(truth.groups)} groups; {len(truth.moves)} of origin, {held_out} of them held out")
    print(f"{'':28} {'held out':14} {'the others':14} all")
    print(f"{'':28}" + f" R@{FIRST}   MRR  " * 3)
    for name, measure in measures.items():
        means = halves(truth.scores(measure))
        print(f"{name:<28}" + "".join(f" {one.recall:.3f}  {one.mrr:.3f} " for one in means))


def halves(scores: Mapping[str, Score]) -> tuple[Score, Score, Score]:
    """Return the means over the origins that are held out, over the others, and over all."""
    held_out = [score for origin, score in scores.items() if is_held_out(origin)]
    others = [score for origin, score in scores.items() if not is_held_out(origin)]
    return _mean(held_out), _mean(others), _mean(scores.values())


def _mean(scores: Iterable[Score]) -> Score:
    return Score(*(fmean(values) for values in zip(*scores, strict=True)))


def observed(folders: Folders) -> tuple[Truth, dict[str, Measure]]:
    """Return the truth, and every measure by name."""
    onet = _members(groups_of_onet(folders.figures))
    esco = _members(_groups_of_esco(folders))
    groups = sorted(onet.keys() & esco.keys())
    moves = {
        origin: targets
        for origin, targets in moves_in(folders.figures).items()
        if origin in esco and len(targets.keys() & set(groups)) >= FEWEST
    }
    return Truth(groups, moves), _measures(folders, onet, esco, groups)


def _measures(
    folders: Folders,
    onet: Mapping[str, list[str]],
    esco: Mapping[str, list[str]],
    groups: list[str],
) -> dict[str, Measure]:
    single: dict[str, Measure] = {
        CHANCE: _by_chance(groups),
        "size": _by_size(folders.figures),
        "education": _by_education(folders.onet, onet),
        RELATED: _by_related(folders.onet, onet),
        "O*NET titles": Matches(title_vectors(folders.onet), onet),
        "O*NET ratings": Matches(rating_vectors(folders.onet), onet),
        "O*NET tasks": Matches(_task_vectors(folders.onet), onet),
        "ESCO essential": Matches(_skill_vectors(folders.esco, optional=0), esco),
        "ESCO optional": Matches(_skill_vectors(folders.esco, essential=0), esco),
        "ESCO skill groups": Matches(_skill_vectors(folders.esco, up=STEP_UP), esco),
    }
    alike, with_education = _sum_of(single, ALIKE), _sum_of(single, WITH_EDUCATION)
    return single | {
        LIKE_NESTA: _sum_of(single, NESTA),
        SUM: alike,
        A: _with_central(alike, groups),
        B: _with_size(_with_central(with_education, groups), single["size"]),
    }


def _sum_of(measures: Mapping[str, Measure], weights: Mapping[str, float]) -> Measure:
    """Return the measure that is made of several as ``careers next`` does it."""

    def part(name: str, origin: str) -> Scores:
        others = {group: n for group, n in measures[name](origin).items() if group != origin}
        return rooted(others) if name in ROOTED else others

    return lambda origin: combined({name: part(name, origin) for name in weights}, weights)


def _with_central(measure: Measure, groups: Iterable[str]) -> Measure:
    """Return a measure with how like a group is to all others, as ``careers next`` adds it."""
    central = centrality(measure(group) for group in groups)
    return lambda origin: {
        group: score + CENTRAL * central[group] for group, score in measure(origin).items()
    }


def _with_size(measure: Measure, size: Measure) -> Measure:
    """Return a measure with how many people work in a group, as ``--sort common`` adds it."""

    def scores(origin: str) -> Scores:
        sizes = standardised({group: n for group, n in size(origin).items() if group != origin})
        return {
            group: score + SIZE * sizes.get(group, 0) for group, score in measure(origin).items()
        }

    return scores


class Matches:
    """How close a group is to others: each of its occupations with the best match in the other."""

    def __init__(self, vectors: Mapping[str, Vector], members: Mapping[str, list[str]]) -> None:
        self._near = Closeness(vectors)
        places = {key: place for place, key in enumerate(self._near.keys)}
        self._members = {
            group: present
            for group, keys in members.items()
            if (present := [places[key] for key in keys if key in places])
        }
        self._best: dict[int, list[float]] = {}
        self._known: dict[str, Scores] = {}

    def __call__(self, origin: str) -> Scores:
        """Return the mean over the occupations of the origin; none if none is known."""
        if origin not in self._known and origin in self._members:
            rows = [self._best_of(place) for place in self._members[origin]]
            means = (sum(column) / len(rows) for column in zip(*rows, strict=True))
            self._known[origin] = dict(zip(self._members, means, strict=True))
        return self._known.get(origin, {})

    def _best_of(self, place: int) -> list[float]:
        if place not in self._best:
            near = self._near.of(self._near.keys[place])
            self._best[place] = [
                max([near[one] for one in them]) for them in self._members.values()
            ]
        return self._best[place]


def _by_chance(groups: Iterable[str]) -> Measure:
    chance = random.Random(1)  # noqa: S311 - the same order every time
    order = list(groups)

    def scores(_origin: str) -> Scores:
        chance.shuffle(order)
        return {group: -place for place, group in enumerate(order)}

    return scores


def _by_size(figures: Path) -> Measure:
    sizes = {row["usgroup"]: log(float(row["people"])) for row in us_groups(figures)}
    return lambda _origin: sizes


def _by_education(onet: Path, members: Mapping[str, list[str]]) -> Measure:
    """Return the distance of the mean level of education that jobs of two groups ask for."""
    levels: dict[str, float] = defaultdict(float)
    for row in read_tabbed(onet / "Education, Training, and Experience.txt"):
        if row["Scale ID"] == "RL":
            levels[row["O*NET-SOC Code"]] += int(row["Category"]) * float(row["Data Value"]) / 100
    means = {
        group: fmean(known)
        for group, codes in members.items()
        if (known := [levels[code] for code in codes if code in levels])
    }
    return lambda origin: (
        {group: -abs(level - means[origin]) for group, level in means.items()}
        if origin in means
        else {}
    )


def _by_related(onet: Path, members: Mapping[str, list[str]]) -> Measure:
    """Return the nearest place in the lists of O*NET, of which each has twenty."""
    related: dict[str, dict[str, float]] = defaultdict(dict)
    for row in read_tabbed(onet / "Related Occupations.txt"):
        related[row["O*NET-SOC Code"]][row["Related O*NET-SOC Code"]] = 21 - float(row["Index"])

    def scores(origin: str) -> Scores:
        lists = [related[code] for code in members[origin] if code in related]
        return {
            group: fmean(max(one.get(code, 0) for code in codes) for one in lists)
            for group, codes in members.items()
            if lists
        }

    return scores


def _task_vectors(onet: Path) -> dict[str, Vector]:
    words: dict[str, Vector] = defaultdict(dict)
    for row in read_tabbed(onet / "Task Statements.txt"):
        words[row["O*NET-SOC Code"]] |= dict.fromkeys(in_singular(row["Task"]), 1.0)
    return tf_idf(words, COMMON)


def _skill_vectors(
    esco: Path, essential: float = 1, optional: float = USEFUL, up: float = 0
) -> dict[str, Vector]:
    """Return the skills of each occupation, and with ``up`` the groups that they stand in.

    Skills that an occupation has not are near to those that it has where they stand in one group;
    the groups of skills are those of ESCO's own hierarchy, the pillar of skills.
    """
    above = _Pillar(esco, up)
    vectors: dict[str, Vector] = defaultdict(lambda: defaultdict(float))
    weights = {"essential": essential, "optional": optional}
    for row in _rows(esco / "occupationSkillRelations_en.csv"):
        if weight := weights[row["relationType"]]:
            vector = vectors[row["occupationUri"]]
            for concept, share in above.of(row["skillUri"]).items():
                vector[concept] += weight * share
    return tf_idf(vectors, COMMON)


class _Pillar:
    """What each skill stands in, and in what that stands."""

    def __init__(self, esco: Path, up: float) -> None:
        self._up = up
        self._broader: dict[str, list[str]] = defaultdict(list)
        if up:
            for row in _rows(esco / "broaderRelationsSkillPillar_en.csv"):
                self._broader[row["conceptUri"]].append(row["broaderUri"])
            for upper, lower in _hierarchy(esco):
                if upper not in self._broader[lower]:
                    self._broader[lower].append(upper)
        self._known: dict[str, Scores] = {}

    def of(self, skill: str) -> Scores:
        """Return a skill and all that is above it, each with its weight by the shortest way."""
        if skill not in self._known:
            found, weight, level = {skill: 1.0}, 1.0, [skill]
            while level:
                weight *= self._up
                level = [one for below in level for one in self._broader[below] if one not in found]
                found |= dict.fromkeys(level, weight)
            self._known[skill] = found
        return self._known[skill]


def _hierarchy(esco: Path) -> Iterator[tuple[str, str]]:
    """Yield each group of skills and one that stands in it."""
    for row in _rows(esco / "skillsHierarchy_en.csv"):
        way = [row[f"Level {level} URI"] for level in range(4)]
        yield from pairwise(group for group in way if group)


def _groups_of_esco(folders: Folders) -> dict[str, set[str | None]]:
    """Return the groups of each occupation of ESCO: of all of O*NET that the crosswalk links."""
    groups = groups_of_onet(folders.figures)
    linked: dict[str, set[str | None]] = defaultdict(set)
    for row in read(folders.figures / "esco-onet2019.csv"):
        linked[row["esco_code"]] |= groups.get(row["onet_soc2019"], set())
    occupations = _rows(folders.esco / "occupations_en.csv")
    return {row["conceptUri"]: linked.get(row["code"].strip(), set()) for row in occupations}


def _members(groups: Mapping[str, Iterable[str | None]]) -> dict[str, list[str]]:
    """Return the occupations of each group; one of several counts in all of them."""
    found: dict[str, list[str]] = defaultdict(list)
    for code, of in groups.items():
        for group in of:
            if group:
                found[group].append(code)
    return dict(sorted(found.items()))


def _rows(path: Path) -> list[Row]:
    csv.field_size_limit(10_000_000)  # ESCO's longest cell has more than Python's own limit
    return read(path)
