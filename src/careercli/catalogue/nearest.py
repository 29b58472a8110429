"""The titles that are most like one that no index has, and the groups in which they are counted.

Like is who shares the most pieces of five letters, the rare ones above all: a piece of a Dutch
compound says as much as a word of its own (verzuimregisseur, casemanager verzuim). They are ranked
by BM25 (Robertson and Zaragoza, 2009), the better the rank the more a title counts.

The titles are searched as one text. An index of their pieces would answer in a third of the time,
and take nearly as long to make as all else about titles.
"""

import json
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from heapq import nlargest
from math import log
from sqlite3 import Row
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.naming import LONGEST, Called, called
from careercli.catalogue.schema import GROUPS
from careercli.names import name_key, plain_title

NEAREST = 20  # titles that are asked
WEIGHT = 4  # the power of its rank with which a title counts
MOST = 0.6  # of all weight: in that group it is likely counted
SOME = 0.15  # in that group it may be counted
OFFERED = 3  # groups in which it may be,
TOGETHER = 0.5  # if they have that much of the weight
ALIKE = 0.5  # of its pieces, that one of the best few must have; else nothing is like it
K1, B = 1.2, 0.75  # of BM25, as usual
MANY = 3_000  # titles with a piece; it finds none by itself if there is another
AMONG = 300  # of the best so far, that it tells apart
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
    roles: tuple[int, ...] = ()

    @property
    def called(self) -> Called:
        """That role, else the group."""
        return Called(self.roles) if self.roles else Called((), (self.group,))

    @property
    def is_likely(self) -> bool:
        """Whether most of what is like the title is counted there."""
        return self.weight >= MOST


def as_text(keys: Iterable[str]) -> str:
    """Return titles, by their ``name_key``, as the text in which those like another are found."""
    return "\n".join(f" {key} " for key in dict.fromkeys(keys))


def pieces_of(key: str) -> set[str]:
    """Return the pieces of a title by its ``name_key``; where a word begins or ends is one sign."""
    words = [f" {word} " for word in key.split()]
    return {
        word[place : place + _LETTERS]
        for word in words
        for place in range(max(1, len(word) - _LETTERS + 1))
    }


def near_groups(catalogue: Catalogue, typed: str) -> tuple[NearGroup, ...]:
    """Return the group in which most titles are counted that are like one, else those of some.

    Where somebody works is asked only of a title that says nothing without it.
    """
    if len(typed) > LONGEST:
        return ()
    plain = plain_title(typed)
    said = dict.fromkeys(map(name_key, (plain.partition(" bij ")[0], plain)))
    return next(filter(None, (_near(catalogue, key.split()) for key in said)), ())


def _near(catalogue: Catalogue, words: list[str]) -> tuple[NearGroup, ...]:
    pieces = pieces_of(" ".join(filter(_HAS_LETTERS.search, words)))
    nearest = _nearest(catalogue, pieces)
    shared = max((_shared(pieces, key) for key in [*nearest][:_BEST]), default=0)
    if shared < ALIKE:
        return ()
    found = sorted(_groups(catalogue, nearest), key=lambda group: -group.weight)
    told = _that_say_something(found, stands_in_others=shared == 1)
    return tuple(one._replace(roles=_roles_of(catalogue, one)) for one in told)


def _that_say_something(found: list[NearGroup], *, stands_in_others: bool) -> list[NearGroup]:
    """Return the one group that is likely, else some if they say more than any title would."""
    if found[0].is_likely:
        return found[:1]
    if stands_in_others:  # all of it, in titles of everything: a technician of what?
        return []
    some = [group for group in found[:OFFERED] if group.weight >= SOME]
    return some if sum(group.weight for group in some) >= TOGETHER else []


def _shared(pieces: Set[str], key: str) -> float:
    """Return the share of the pieces that a title has."""
    return len(pieces & pieces_of(key)) / len(pieces)


def _nearest(catalogue: Catalogue, pieces: Set[str]) -> dict[str, float]:
    """Return the titles with the most of the pieces, by their keys, the best rank first."""
    rows = catalogue.rows("SELECT keys FROM titles WHERE language = :language")
    return _Titles(rows[0]["keys"]).nearest(pieces) if pieces and rows else {}


class _Titles:
    """The titles of a language, a line each."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = [-1, *(end.start() for end in re.finditer("\n", text)), len(text)]
        self._average = len(text) / len(self._ends)
        self._weight: dict[int, float] = defaultdict(float)  # of the pieces that a line has

    def nearest(self, pieces: Iterable[str]) -> dict[str, float]:
        """Return the keys of those with the most of the pieces, with their rank by BM25."""
        found = [(self._places(piece), piece) for piece in sorted(pieces)]
        found.sort(key=lambda one: len(one[0]))
        rare = [one for one in found if len(one[0]) <= MANY] or found[:1]
        for places, _piece in rare:
            rarity = self._rarity(places)
            for line in {bisect_left(self._ends, place) for place in places}:
                self._weight[line] += rarity
        few = nlargest(AMONG, self._weight, key=lambda line: (self._rank(line), -line))
        for places, piece in found[len(rare) :]:  # it tells apart what the rare ones have found
            rarity = self._rarity(places)
            for line in few:
                if piece in self._key(line):
                    self._weight[line] += rarity
        best = nlargest(NEAREST, few, key=lambda line: (self._rank(line), -line))
        return {self._key(line).strip(): self._rank(line) for line in best}

    def _places(self, piece: str) -> list[int]:
        return [found.start() for found in re.finditer(re.escape(piece), self._text)]

    def _key(self, line: int) -> str:
        return self._text[self._ends[line - 1] + 1 : self._ends[line]]

    def _rarity(self, places: list[int]) -> float:
        return log(1 + (len(self._ends) - len(places) + 0.5) / (len(places) + 0.5))

    def _rank(self, line: int) -> float:
        length = self._ends[line] - self._ends[line - 1]
        return self._weight[line] * (K1 + 1) / (1 + K1 * (1 - B + B * length / self._average))


def _groups(catalogue: Catalogue, nearest: dict[str, float]) -> Iterator[NearGroup]:
    """Yield the groups in which titles are counted, with their share of the weight."""
    best = max(nearest.values())
    counted: defaultdict[str, list[Row]] = defaultdict(list)
    for row in _counted(catalogue, nearest):
        counted[row["isco08"]].append(row)
    weight = {
        group: sum((nearest[row["key"]] / best) ** WEIGHT for row in there)
        for group, there in counted.items()
    }
    altogether = sum(weight.values())
    for group, there in counted.items():
        yield NearGroup(group, weight[group] / altogether, tuple(row["shown"] for row in there))


def _counted(catalogue: Catalogue, keys: Iterable[str]) -> list[Row]:
    """Return the groups in which titles are counted, in the order of the titles."""
    return catalogue.rows(
        "SELECT counted.key, shown, isco08, MIN(place) FROM counted "
        "JOIN json_each(:keys) AS wanted ON wanted.value = counted.key "
        "WHERE language = :language AND place > :groups AND NOT narrower "
        "GROUP BY counted.key, isco08 ORDER BY wanted.key",
        keys=json.dumps([*keys]),
        groups=GROUPS,
    )


def _roles_of(catalogue: Catalogue, near: NearGroup) -> tuple[int, ...]:
    """Return the written role that the nearest title is a name of, if it is counted there."""
    roles = called(catalogue, near.titles[0]).roles
    written = (catalogue.role(role) for role in roles)
    if [(row["kind"], row["isco08"]) for row in written] == [("role", near.group)]:
        return roles
    return ()
