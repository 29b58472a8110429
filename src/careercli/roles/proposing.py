"""Propose codes for a title: the groups and occupations whose names come nearest."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rapidfuzz.fuzz import ratio, token_set_ratio

from careercli.figures.tables import Row
from careercli.names import name_key
from careercli.roles.workspace import ReferenceData

LEAST = 65.0  # of 100; below this a name has little to do with the title
BESIDE_BEST = 0.7  # what is further off than this share of the best is no choice


class Proposal(NamedTuple):
    """A code with the name that it has in its classification, and how near that comes, 0 to 100."""

    code: str
    name: str
    nearness: float


class Proposals(NamedTuple):
    """The codes to choose from, nearest first; a list is empty where nothing comes near."""

    isco08: tuple[Proposal, ...]
    esco: tuple[Proposal, ...]
    soc2018: tuple[Proposal, ...]
    onet: tuple[Proposal, ...]
    soc2010: tuple[Proposal, ...]


def propose(title: str, reference: ReferenceData, most: int = 5) -> Proposals:
    """Return the codes whose names come nearest to a title, in either language.

    The ISCO groups of the nearest ESCO occupations come first: ESCO knows far more names.
    The US classifications are in English, so they are searched with the English name of
    the nearest occupation too.
    """
    tables, systems = reference.tables, reference.published.systems
    occupations = _nearest([title], tables["esco"], most)
    groups: dict[str, Proposal] = {}
    for found in occupations:
        code = tables["esco"][found.code]["isco08"]
        groups.setdefault(code, Proposal(code, _name(tables["isco08"][code]), found.nearness))
    for found in _nearest([title], tables["isco08"], most, beside_best=0):
        groups.setdefault(found.code, found)
    american = [title, *(tables["esco"][found.code]["name_en"] for found in occupations[:1])]
    return Proposals(
        isco08=tuple(groups.values())[:most],
        esco=occupations,
        **{
            system: _nearest(american, tables[systems[system].table], most)
            for system in ("soc2018", "onet", "soc2010")
        },
    )


def _nearest(
    titles: Iterable[str],
    table: Mapping[str, Row],
    most: int,
    beside_best: float = BESIDE_BEST,
) -> tuple[Proposal, ...]:
    wanted = [name_key(title) for title in titles]
    found = [
        Proposal(code, _name(row), max(_nearness(title, row) for title in wanted))
        for code, row in table.items()
    ]
    found.sort(key=lambda proposal: (-proposal.nearness, proposal.name))
    least = max(LEAST, beside_best * found[0].nearness)
    return tuple(proposal for proposal in found[:most] if proposal.nearness >= least)


def _nearness(title: str, row: Row) -> float:
    """Return how near a name comes: shared words count, the whole name decides between equals."""
    return max(
        0.6 * ratio(title, key) + 0.4 * token_set_ratio(title, key)
        for column in ("name_en", "name_nl")
        for key in _called(row.get(column, ""))
    )


def _called(name: str) -> set[str]:
    """Return a group's name, and each job in it by itself: plumber, pipefitter, steamfitter."""
    jobs = {name_key(job).removesuffix("s") for job in re.split(r",|/|\band\b|\ben\b", name)}
    return {name_key(name), *jobs}


def _name(row: Row) -> str:
    names = [row[column] for column in ("name_en", "name_nl") if row.get(column)]
    return " / ".join(names)
