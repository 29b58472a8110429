"""Read the layers of one taxonomy together: merged by the occupations' ids.

So languages may be imported in any order, from different releases too.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from heapq import merge
from itertools import groupby
from typing import Any, NamedTuple

from careercli.locale import LANGUAGES
from careercli.taxonomies import taxonomy
from careercli.taxonomies.damage import DamagedError
from careercli.taxonomies.layers import Layer, opened
from careercli.taxonomies.occupation import (
    KINDS,
    NEEDS,
    REUSE,
    Occupation,
    Share,
    Skill,
    SkillRequirement,
)


class MergedSkill(NamedTuple):
    """A skill with its names in the languages of readers; ``others`` are other names of it.

    What it is called in other languages is of no use: ``facts`` has its name in one of them.
    """

    facts: Skill
    names: dict[str, str]
    others: dict[str, tuple[str, ...]]


class MergedOccupation(NamedTuple):
    """An occupation with what each language says of it; ``facts`` is the leading layer's."""

    facts: Occupation
    wordings: dict[str, Occupation]


def merged_skills(layers: Iterable[Layer]) -> dict[str, MergedSkill]:
    """Return the skills of the layers of one taxonomy by id; raises DamagedError."""
    merged: dict[str, MergedSkill] = {}
    for layer in layers:
        with _read_through(layer) as lines:
            for skill in _skills(next(lines)):
                known = merged.setdefault(skill.id, MergedSkill(skill, {}, {}))
                if layer.language in LANGUAGES:
                    known.names[layer.language] = skill.name
                    known.others[layer.language] = skill.aliases
    return merged


def merged_occupations(
    layers: Iterable[Layer], skill_ids: Mapping[str, str]
) -> Iterator[MergedOccupation]:
    """Yield the occupations of the layers of one taxonomy, merged by id, one at a time.

    ``skill_ids`` says what the skills are called from here on.
    Raises DamagedError if a file is damaged.
    """
    streams = (_ranked(rank, layer, skill_ids) for rank, layer in enumerate(layers))
    for _id, group in groupby(merge(*streams), key=lambda item: item[0]):
        same = {language: occupation for _id, _rank, language, occupation in group}
        yield MergedOccupation(next(iter(same.values())), same)


def _ranked(
    rank: int, layer: Layer, skill_ids: Mapping[str, str]
) -> Iterator[tuple[str, int, str, Occupation]]:
    for occupation in _occupations(layer, skill_ids):
        yield occupation.id, rank, layer.language, occupation


@contextmanager
def _read_through(layer: Layer) -> Iterator[Iterator[str]]:
    """Give the lines after the header; whatever goes wrong in reading them is damage."""
    try:
        with opened(layer.file) as lines:
            next(lines)
            yield lines
    except Exception:
        raise DamagedError(layer.name, layer.file) from None


def _skills(line: str) -> list[Skill]:
    skills = [Skill(*row) for row in json.loads(line)]
    if not all(s.kind in KINDS and (s.reuse is None or s.reuse in REUSE) for s in skills):
        raise ValueError
    if not all(isinstance(alias, str) for skill in skills for alias in skill.aliases):
        raise ValueError
    return [skill._replace(aliases=tuple(skill.aliases)) for skill in skills]


def _occupations(layer: Layer, skill_ids: Mapping[str, str]) -> Iterator[Occupation]:
    count, code = 0, taxonomy(layer.taxonomy).code
    with _read_through(layer) as lines:
        ids = [skill_ids[skill.id] for skill in _skills(next(lines))]
        for line in lines:
            count += 1
            yield _occupation(json.loads(line), ids, code)
        if count != layer.occupations:
            raise ValueError


def _occupation(row: list[Any], ids: list[str], code: str) -> Occupation:
    """Return a line of a layer as an occupation; raises ValueError if it cannot be one."""
    read = Occupation(*row)
    needs: Any = read.needs
    texts = (read.id, read.code, read.link, read.title, read.description, read.codes.get(code, ""))
    lists = (read.aliases, read.tasks, read.broader, read.related, read.hidden, read.codes.values())
    if (
        not read.title
        or not read.codes
        or not all(
            isinstance(text, str) for text in (*texts, *(text for texts in lists for text in texts))
        )
    ):
        raise ValueError
    if {need[1] for need in needs} - NEEDS:
        raise ValueError
    return read._replace(
        needs=tuple([SkillRequirement(ids[need[0]], *need[1:]) for need in needs]),
        diplomas=tuple(Share(*share) for share in read.diplomas),
    )
