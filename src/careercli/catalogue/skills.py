"""Which skills a phrase names, as people write them on a CV or type them.

A phrase is read as a name or it is not: words that it shares with a name say too little (brand
protection is no brand management).
"""

import json
import re
from collections.abc import Iterator
from sqlite3 import Row
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.schema import IMPORTED
from careercli.catalogue.spelling import CLOSE, FIRST, SHORTEST
from careercli.locale import LANGUAGES
from careercli.names import name_key

_LONGEST = 500  # characters; what is longer is a text

_PARTINGS = (
    re.compile(r"[()\[\],;|•·]"),  # Python (programming language), Cloud services (AWS, Azure)
    # Agile/Scrum, C/C++, sales & marketing; but not R&D, A/R
    re.compile(r"(?<=[\w+#]{2})\s?[/&]\s?|\s?[/&]\s?(?=[\w+#]{2})"),
)
"""What parts the names in a phrase that is no name as a whole, one after another."""

_RULES = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"^(knowledge of|skills? in|experience (with|in)|kennis van|ervaring met) ", ""),
        (r" (skills?|knowledge|experience|vaardigheden|vaardigheid|kennis|ervaring)$", ""),
        (r"^ms ", "microsoft "),
        (r"^(microsoft|adobe|google|amazon|apache|oracle|ibm) ", ""),
        (r"( v?\d+)+( x)?$", ""),  # Python 3, PHP 7.4, Laravel 5.x
        (r"(?<=[a-z]{3})\d+$", ""),  # HTML5; but not S3
        (r"(?<=\w) ?js$", " js"),  # ReactJS, React.js
        (r"(?<=\w) ?js$", "js"),
        (r"(?<=\w) ?js$", ""),
    )
)
"""What is written otherwise, or left out, in the key of a name that is known without it."""


class Called(NamedTuple):
    """What was read of a phrase, and the skills that are called so.

    There may be several: ours, and those that imports have of the same name.
    """

    said: str
    skills: tuple[int, ...]


def skills_called(catalogue: Catalogue, phrase: str) -> list[Called]:
    """Return the skills that a phrase names, each once: as a whole, else in its parts."""
    if len(phrase) > _LONGEST:
        return []
    found: dict[tuple[int, ...], Called] = {}
    for called in _read(catalogue, phrase, _PARTINGS):
        found.setdefault(called.skills, called)
    return list(found.values())


def _read(
    catalogue: Catalogue, phrase: str, partings: tuple[re.Pattern[str], ...]
) -> Iterator[Called]:
    if skills := _of_name(catalogue, phrase):
        yield Called(phrase.strip(), skills)
    elif partings:
        for part in partings[0].split(phrase):
            yield from _read(catalogue, part, partings[1:])


def skills_inside(catalogue: Catalogue, phrase: str) -> list[Called]:
    """Return the skills of ours of which a name stands in a phrase that is none: Excel for experts.

    The longest names first. A single word must be a tool, a language or a field of knowledge:
    others are words of any text. Of a long phrase, or one that says what is lacking, nothing.
    """
    words = name_key(phrase).split()
    if len(words) > _MOST_WORDS or not _LACKING.isdisjoint(words):
        return []
    spans = [
        (start, end)
        for size in range(min(len(words), _MOST_IN_NAME), 0, -1)
        for start in range(len(words) - size + 1)
        for end in (start + size,)
    ]
    rows = catalogue.rows(
        "SELECT key, skill, kind FROM skill_name JOIN skill ON number = skill "
        "WHERE rank < :imported AND key IN (SELECT value FROM json_each(:keys)) ORDER BY rank DESC",
        keys=json.dumps([" ".join(words[start:end]) for start, end in spans]),
        imported=IMPORTED,
    )
    known = {row["key"]: row for row in rows if " " in row["key"] or row["kind"] in _TELLING}
    found: dict[int, Called] = {}
    free = [True] * len(words)
    for start, end in spans:
        key = " ".join(words[start:end])
        if key in known and all(free[start:end]):
            free[start:end] = [False] * (end - start)
            found.setdefault(known[key]["skill"], Called(key, (known[key]["skill"],)))
    return list(found.values())


_MOST_WORDS = 8  # of a phrase; a longer one is a sentence, in which a word may say anything
_MOST_IN_NAME = 5
_TELLING = ("tool", "language", "knowledge")
_LACKING = frozenset(("no", "not", "without", "geen", "niet", "zonder"))


def _of_name(catalogue: Catalogue, name: str) -> tuple[int, ...]:
    """Return our skill of that name, and what was imported under it.

    A name that imports have besides their own may be that of several: it counts where no other
    is known, and means what most roles ask for.
    """
    rows = catalogue.rows(
        "SELECT skill, rank, skill_name.key, reading.key AS place "
        "FROM json_each(:readings) AS reading "
        "CROSS JOIN skill_name ON skill_name.key = reading.value "
        "JOIN skill ON number = skill ORDER BY place, rank, roles DESC",
        readings=json.dumps(_readings(name)),
    )
    ours = next((row for row in rows if row["rank"] < IMPORTED), None)
    if ours:
        rows = [row for row in rows if row["place"] <= ours["place"]]
    imported = [row for row in rows if row["rank"] == IMPORTED]
    same = [row for row in imported if row["key"] == imported[0]["key"]]
    meant = ([ours] if ours else []) + same or rows[:1]
    return tuple(dict.fromkeys(row["skill"] for row in meant))


def _readings(name: str) -> list[str]:
    """Return the keys under which a name may be known, the nearest to what was written first."""
    readings = [name_key(name.replace("&", sign)) for sign in ("&", " and ", " en ")]
    for reading in readings:  # which grows
        for pattern, instead in _RULES:
            other = pattern.sub(instead, reading)
            if other not in readings:
                readings.append(other)
    return [reading for reading in readings if reading]


def skills_near(catalogue: Catalogue, typed: str) -> list[str]:
    """Return the skills from a name of which what was typed differs by a slip, by that name.

    What is short is near too many (HPLC, PLC), and who slips seldom begins otherwise.
    """
    wanted = name_key(typed)
    if not SHORTEST <= len(wanted) <= _LONGEST:
        return []
    from rapidfuzz import process  # only a miss needs it
    from rapidfuzz.distance import OSA

    rows = catalogue.rows(
        "SELECT key, skill, en, nl FROM skill_name JOIN skill ON number = skill "
        "WHERE substr(key, 1, 1) IN (:first, :second) ORDER BY rank DESC",
        first=wanted[0],
        second=wanted[FIRST - 1],
    )
    named = {row["key"]: row for row in rows}  # ours, which come last
    slips = process.extract(wanted, [*named], scorer=OSA.normalized_similarity, score_cutoff=CLOSE)
    near: dict[int, str] = {}
    for key, _likeness, _place in slips:
        near.setdefault(named[key]["skill"], _written(named[key]))
    return list(near.values())


def _written(row: Row) -> str:
    """Return a name as it is written where it is one of the two that pages show, else its key."""
    names = (str(row[code]) for code in LANGUAGES if name_key(row[code]) == row["key"])
    return next(names, str(row["key"]))
