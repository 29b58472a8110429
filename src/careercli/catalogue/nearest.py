"""The titles that are most like one that no index has, and how much they say for each group.

They are looked for by pieces of five letters, the rare ones above all, and ranked by BM25
(Robertson and Zaragoza, 2009): a piece of a Dutch compound says as much as a word of its own
(verzuimregisseur, casemanager verzuim). Then each of the best says for its group how like it is, by
runs of three letters, less what others like it have said already: twenty titles that end in
"medewerker" are no twenty witnesses. That is kernel ridge regression (Saunders, Gammerman and Vovk,
1998) among the nearest.

The titles are searched as one text. An index of their pieces would answer in a third of the time,
and take nearly as long to make as all else about titles.
"""

import json
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Set
from heapq import nlargest
from math import log, sqrt
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.schema import GROUPS
from careercli.names import name_key, plain_title, written_out

AMONG = 300  # titles that rank best, of which
ASKED = 60  # those that are most like it are asked
RIDGE = 0.3  # the less, the more one that is nearly the same says alone
SWEEPS = 60  # after which what is left to say is a hundredth or less
K1, B = 1.2, 0.75  # of BM25, as usual
MANY = 3_000  # titles with a piece; it finds none by itself if there is another
_LETTERS = 5
_RUN = 3
_HAS_LETTERS = re.compile(r"[^\W\d_]")


class Alike(NamedTuple):
    """What the titles that are most like one say for the group that counts them, up to about 1."""

    group: str
    weight: float
    titles: tuple[str, ...]


def as_text(keys: Iterable[str]) -> str:
    """Return titles, by their ``name_key``, as the text in which those like another are found."""
    return "\n".join(f" {key} " for key in dict.fromkeys(keys))


def pieces_of(key: str, letters: int = _LETTERS) -> set[str]:
    """Return the pieces of a title by its ``name_key``; where a word begins or ends is one sign."""
    words = [f" {word} " for word in key.split()]
    return {
        word[place : place + letters]
        for word in words
        for place in range(max(1, len(word) - letters + 1))
    }


def alike(catalogue: Catalogue, typed: str) -> list[Alike]:
    """Return what the titles most like one say for each group, who says most first.

    Where somebody works is asked only of a title that says nothing without it.
    """
    plain = written_out(plain_title(typed))
    keys = dict.fromkeys(map(name_key, (plain.partition(" bij ")[0], plain)))
    return next(filter(None, (_alike(catalogue, key) for key in keys)), [])


def _alike(catalogue: Catalogue, typed: str) -> list[Alike]:
    key = " ".join(filter(_HAS_LETTERS.search, typed.split()))
    rows = catalogue.rows("SELECT keys FROM titles WHERE language = :language")
    if not key or not rows:
        return []
    return _groups(catalogue, witnesses(key, _Titles(rows[0]["keys"]).nearest(pieces_of(key))))


def witnesses(key: str, others: Iterable[str]) -> dict[str, float]:
    """Return the titles that are most like one, the nearest first, with what each says of it.

    All are ``name_key`` of titles. Solved by Gauss and Seidel's method: each in turn says what the
    others have left to say.
    """
    typed = pieces_of(key, _RUN)
    found = ((other, pieces_of(other, _RUN)) for other in others)
    asked = nlargest(ASKED, found, key=lambda one: _likeness(typed, one[1]))
    like = [_likeness(typed, runs) for _key, runs in asked]
    between = [[_likeness(one, other) for _other, other in asked] for _key, one in asked]
    said = [0.0] * len(asked)
    for _sweep in range(SWEEPS):
        for place, row in enumerate(between):
            others_said = sum(map(float.__mul__, row, said)) - said[place]
            said[place] = (like[place] - others_said) / (1 + RIDGE)
    return {other: weight for (other, _runs), weight in zip(asked, said, strict=True)}


def _likeness(runs: Set[str], others: Set[str]) -> float:
    """Return the cosine of two titles by their runs of letters."""
    return len(runs & others) / sqrt(len(runs) * len(others))


class _Titles:
    """The titles of a language, a line each."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = [-1, *(end.start() for end in re.finditer("\n", text)), len(text)]
        self._average = len(text) / len(self._ends)
        self._weight: dict[int, float] = defaultdict(float)  # of the pieces that a line has

    def nearest(self, pieces: Iterable[str]) -> list[str]:
        """Return the keys of those with the most of the pieces, the best rank first."""
        found = [(self._places(piece), piece) for piece in sorted(pieces)]
        found.sort(key=lambda one: len(one[0]))
        rare = [one for one in found if len(one[0]) <= MANY] or found[:1]
        for places, _piece in rare:
            rarity = self._rarity(places)
            for line in {bisect_left(self._ends, place) for place in places}:
                self._weight[line] += rarity
        best = nlargest(AMONG, self._weight, key=lambda line: (self._rank(line), -line))
        return [self._key(line).strip() for line in best]

    def _places(self, piece: str) -> list[int]:
        return [found.start() for found in re.finditer(re.escape(piece), self._text)]

    def _key(self, line: int) -> str:
        return self._text[self._ends[line - 1] + 1 : self._ends[line]]

    def _rarity(self, places: list[int]) -> float:
        return log(1 + (len(self._ends) - len(places) + 0.5) / (len(places) + 0.5))

    def _rank(self, line: int) -> float:
        length = self._ends[line] - self._ends[line - 1]
        return self._weight[line] * (K1 + 1) / (1 + K1 * (1 - B + B * length / self._average))


def _groups(catalogue: Catalogue, said: dict[str, float]) -> list[Alike]:
    """Return the groups in which titles are counted, with what these say for each together."""
    rows = catalogue.rows(
        "SELECT counted.key, shown, isco08, MIN(place) FROM counted "
        "JOIN json_each(:keys) AS wanted ON wanted.value = counted.key "
        "WHERE language = :language AND place > :groups AND NOT narrower "
        "GROUP BY counted.key, isco08 ORDER BY wanted.key",
        keys=json.dumps([*said]),
        groups=GROUPS,
    )
    several = Counter(row["key"] for row in rows)
    counted: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for row in rows:
        counted[row["isco08"]].append((said[row["key"]] / several[row["key"]], row["shown"]))
    groups = (
        Alike(
            group, sum(weight for weight, _shown in there), tuple(shown for _weight, shown in there)
        )
        for group, there in counted.items()
    )
    return sorted(groups, key=lambda group: (-group.weight, group.group))
