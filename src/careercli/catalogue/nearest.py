"""The titles that are most like one that no index has, and the groups in which they are counted.

Like is who shares the most pieces of five letters, the rare ones above all: a piece of a Dutch
compound says as much as a word of its own (verzuimregisseur, casemanager verzuim). They are ranked
by BM25 (Robertson and Zaragoza, 2009), the better the rank the more a title counts.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Set
from sqlite3 import Row
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.naming import LONGEST, Called, called
from careercli.names import name_key, plain_title

NEAREST = 20  # titles that are asked
WEIGHT = 4  # the power of its rank with which a title counts
MOST = 0.6  # of all weight: in that group it is likely counted
SOME = 0.15  # in that group it may be counted
OFFERED = 3  # groups in which it may be,
TOGETHER = 0.5  # if they have that much of the weight
ALIKE = 0.5  # of its pieces, that one of the best few must have; else nothing is like it
_BEST = 3
_LETTERS = 5
_HAS_LETTERS = re.compile(r"[^\W\d_]")


class NearGroup(NamedTuple):
    """A group that counts some of the titles most like one, with their share of the weight.

    ``titles`` are those, the nearest first. ``roles`` has the written role that the nearest is a
    name of, if it is one.
    """

    group: str
    weight: float
    titles: tuple[str, ...]
    roles: tuple[int, ...]

    @property
    def called(self) -> Called:
        """That role, else the group."""
        return Called(self.roles) if self.roles else Called((), (self.group,))

    @property
    def is_likely(self) -> bool:
        """Whether most of what is like the title is counted there."""
        return self.weight >= MOST


def pieces_of(key: str) -> str:
    """Return the words under which a title is found by its pieces, from its ``name_key``."""
    return " ".join(map(_pieces, key.split()))


@functools.cache  # titles say the same words again and again
def _pieces(word: str) -> str:
    marked = f"_{word}_"
    places = range(max(1, len(marked) - _LETTERS + 1))
    return " ".join(marked[place : place + _LETTERS] for place in places)


def near_groups(catalogue: Catalogue, typed: str) -> tuple[NearGroup, ...]:
    """Return the group in which most titles are counted that are like one, else those of some.

    Where somebody works is asked only of a title that says nothing without it.
    """
    if len(typed) > LONGEST:
        return ()
    plain = plain_title(typed)
    said = (name_key(title).split() for title in (plain.partition(" bij ")[0], plain))
    return next(filter(None, (_near(catalogue, words) for words in said)), ())


def _near(catalogue: Catalogue, words: list[str]) -> tuple[NearGroup, ...]:
    pieces = {*pieces_of(" ".join(filter(_HAS_LETTERS.search, words))).split()}
    rows = _nearest(catalogue, pieces)
    shared = max((_shared(pieces, row["key"]) for row in rows[:_BEST]), default=0)
    if shared < ALIKE:
        return ()
    found = sorted(_groups(catalogue, rows), key=lambda group: -group.weight)
    if found[0].is_likely:
        return (found[0],)
    if shared == 1:  # all of it stands in titles of everything: a technician of what?
        return ()
    some = tuple(group for group in found[:OFFERED] if group.weight >= SOME)
    return some if sum(group.weight for group in some) >= TOGETHER else ()


def _nearest(catalogue: Catalogue, pieces: Set[str]) -> list[Row]:
    """Return the titles with the most of the pieces, the best rank first."""
    if not pieces:
        return []
    return catalogue.rows(
        "SELECT key, shown, isco08, -rank AS likeness FROM alike "
        "JOIN counted ON counted.rowid = alike.rowid "
        "WHERE alike MATCH :wanted AND language = :language ORDER BY rank, key LIMIT :most",
        wanted=" OR ".join(f'"{piece}"' for piece in sorted(pieces)),
        most=NEAREST,
    )


def _shared(pieces: Set[str], key: str) -> float:
    """Return the share of the pieces that a title has."""
    return len(pieces & {*pieces_of(key).split()}) / len(pieces)


def _groups(catalogue: Catalogue, rows: list[Row]) -> Iterator[NearGroup]:
    counted: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        counted[row["isco08"]].append(row)
    weight = {
        group: sum((row["likeness"] / rows[0]["likeness"]) ** WEIGHT for row in there)
        for group, there in counted.items()
    }
    for group, there in counted.items():
        titles = tuple(dict.fromkeys(row["shown"] for row in there))
        share = weight[group] / sum(weight.values())
        yield NearGroup(group, share, titles, _role_of(catalogue, titles[0], group))


def _role_of(catalogue: Catalogue, title: str, group: str) -> tuple[int, ...]:
    """Return the written role of which a title is a name, if it is counted in the group."""
    roles = called(catalogue, title).roles
    written = (catalogue.role(role) for role in roles)
    if [(row["kind"], row["isco08"]) for row in written] == [("role", group)]:
        return roles
    return ()
