"""How close occupations of O*NET are: by their titles, and by the ratings of their work.

Both are the cosine of two vectors, which are of unit length. ``benchmarks/us_moves.py`` judges them
by moves that people made; what is chosen here did best on those that it does not hold out.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from math import log, sqrt
from pathlib import Path
from statistics import fmean
from typing import Generic, TypeVar

from careercli.names import name_key
from tools.figures.csvs import Row, read_tabbed

Vector = dict[str, float]
Key = TypeVar("Key", bound=Hashable)

ENDINGS = (("ies", "y"), ("men", "man"), ("ss", "ss"), ("s", ""))
"""How a word in the plural ends, and in the singular; the first that fits counts."""


class Closeness(Generic[Key]):
    """The cosines of vectors of unit length, by way of the terms that two have in common."""

    def __init__(self, vectors: Mapping[Key, Vector]) -> None:
        self.keys = list(vectors)
        self._vectors = vectors
        self._holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, vector in enumerate(vectors.values()):
            for term, weight in vector.items():
                self._holders[term].append((place, weight))

    def of(self, key: Key) -> list[float]:
        """Return the cosine of one with each, in the order of ``keys``."""
        found = [0.0] * len(self.keys)
        for term, weight in self._vectors[key].items():
            for place, other in self._holders[term]:
                found[place] += weight * other
        return found


def title_vectors(folder: Path) -> dict[str, Vector]:
    """Return of each occupation of a download of O*NET the words of its titles.

    A word weighs the root of the number of titles that have it, times the logarithm of how few
    occupations do (tf-idf).
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for file, column in (
        ("Occupation Data.txt", "Title"),
        ("Alternate Titles.txt", "Alternate Title"),
    ):
        for row in read_tabbed(folder / file):
            title = row[column].partition(" (")[0]  # behind it stands a short form
            counts[row["O*NET-SOC Code"]].update(set(in_singular(title)))
    return tf_idf({code: _roots(words) for code, words in counts.items()})


def _roots(counts: Mapping[str, int]) -> Vector:
    return {word: sqrt(count) for word, count in counts.items() if len(word) > 1}


def rating_vectors(folder: Path) -> dict[str, Vector]:
    """Return of each rated occupation how important each skill and field of knowledge is.

    Less the mean of the occupation, so that the cosine of two is their correlation. The levels that
    O*NET rates besides say nearly the same, and add nothing.
    """
    ratings: dict[str, Vector] = defaultdict(dict)
    for file in ("Skills.txt", "Knowledge.txt"):
        for row in read_tabbed(folder / file):
            if row["Scale ID"] == "IM":
                ratings[row["O*NET-SOC Code"]][row["Element ID"]] = float(row["Data Value"])
    return {code: _centred(values) for code, values in ratings.items()}


def _centred(values: Vector) -> Vector:
    mean = fmean(values.values())
    return in_unit({key: value - mean for key, value in values.items()})


def tf_idf(vectors: Mapping[Key, Vector], most: float = 1) -> dict[Key, Vector]:
    """Return vectors of unit length, each term weighed by how few have it.

    Terms that ``most`` of the vectors or more have are left out.
    """
    total = len(vectors)
    holders = Counter(term for vector in vectors.values() for term in vector)
    weights = {term: log(total / n) for term, n in holders.items() if n < most * total}
    return {
        key: in_unit({term: v * weights[term] for term, v in vector.items() if term in weights})
        for key, vector in vectors.items()
    }


def in_unit(vector: Vector) -> Vector:
    """Return a vector of length 1; one without any length as it is."""
    length = sqrt(sum(value * value for value in vector.values()))
    return {key: value / length for key, value in vector.items()} if length else vector


def in_singular(title: str) -> list[str]:
    """Return the words of a title, by which titles are compared."""
    return [
        next((word.removesuffix(end) + one for end, one in ENDINGS if word.endswith(end)), word)
        for word in name_key(title).split()
    ]


def onet_near(folder: Path, codes: Iterable[str]) -> Iterable[Row]:
    """Yield for each of these codes how close each of them is, by titles and by ratings.

    A cell has ``code:titles:ratings`` for each, by spaces; without ratings where O*NET has none of
    one of the two. A code that O*NET has not is left out.
    """
    titles, ratings = title_vectors(folder), rating_vectors(folder)
    known = sorted(set(codes) & titles.keys())
    by_titles, by_ratings = _cosines(titles, known), _cosines(ratings, known)
    for one in known:
        cells = (
            f"{other}:{_short(by_titles.get((one, other)))}:{_short(by_ratings.get((one, other)))}"
            for other in known
        )
        yield {"onet": one, "near": " ".join(cells)}


def _cosines(vectors: Mapping[str, Vector], codes: Iterable[str]) -> dict[tuple[str, str], float]:
    near = Closeness({code: vectors[code] for code in codes if code in vectors})
    return {
        (one, other): value
        for one in near.keys
        for other, value in zip(near.keys, near.of(one), strict=True)
    }


def _short(value: float | None) -> str:
    return "" if value is None else f"{round(value, 3) + 0:g}"
