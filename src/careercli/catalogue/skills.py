"""Which skills a phrase names, as people write them on a CV or type them.

A phrase is read as a name or it is not: words that it shares with a name say too little (brand
protection is no brand management). What a resume says around a name is read in phrases.py.
"""

import json
import re
from collections.abc import Iterable, Iterator
from sqlite3 import Row
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.phrases import MAKERS, says_no_more
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
        (
            r"^(knowledge of|skills? in|experience (with|in)|(basis)?kennis( van)?|ervaring met) ",
            "",
        ),
        (r" (skills?|knowledge|experience|vaardigheden|vaardigheid|kennis|ervaring)$", ""),
        (r"^ms ", "microsoft "),
        (rf"^({MAKERS}) ", ""),
        (r" (en|of|and|or) (hoger|higher|up)$", ""),  # Office 2016 en hoger
        (r"( v?\d+)+( x)?$", ""),  # Python 3, PHP 7.4, Laravel 5.x
        (r"(?<=[a-z]{3})\d+$", ""),  # HTML5; but not S3
        (r"(?<=[a-z]) s$", "s"),  # API's
        (r"(?<=[a-z]{4})s$", ""),  # one of what has a name as several, or several of one
        (r"(?<=[a-z]{4})(?<!s)$", "s"),
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


def left_over(phrase: str, said: Iterable[str]) -> list[str]:
    """Return the parts of a phrase of which none was read, and that say more than how well.

    Initials in brackets behind what they stand for say no more either: value stream mapping (VSM).
    """
    read = {name_key(one) for one in said}
    if name_key(phrase) in read:
        return []
    parts = re.split(r"\s+(?:and|en)\s+|" + "|".join(p.pattern for p in _PARTINGS), phrase)
    return [
        part.strip()
        for part in parts
        if part
        and (key := name_key(part))
        and key not in read
        and not says_no_more(key.split())
        and not _is_short_for(part.strip(), phrase)
    ]


def _is_short_for(part: str, phrase: str) -> bool:
    """Return whether a part in brackets has the initials of the words before it."""
    before, bracket, _behind = phrase.partition(f"({part})")
    initials = "".join(word[0] for word in name_key(before).split())
    return bool(bracket) and part.isupper() and initials.endswith(part.lower())


def _read(
    catalogue: Catalogue, phrase: str, partings: tuple[re.Pattern[str], ...]
) -> Iterator[Called]:
    if skills := _of_name(catalogue, phrase):
        yield Called(phrase.strip(), skills)
    elif partings:
        for part in partings[0].split(phrase):
            yield from _read(catalogue, part, partings[1:])


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


def skills_begun(catalogue: Catalogue, typed: str, limit: int) -> list[tuple[str, str]]:
    """Return the skills of ours with a name of which a word begins as typed: id and label.

    What is called just so comes first, then what most jobs ask for.
    """
    key = name_key(typed)
    rows = catalogue.rows(
        f"SELECT id, {catalogue.reader.language} AS label FROM skill_name "  # noqa: S608 - one of LANGUAGES
        "JOIN skill ON number = skill WHERE rank < :imported "
        "AND instr(' ' || key, ' ' || :key) GROUP BY number "
        "ORDER BY MAX(key = :key) DESC, roles DESC, id LIMIT :limit",
        key=key,
        imported=IMPORTED,
        limit=limit,
    )
    return [(row["id"], row["label"]) for row in rows] if key else []


def skill_label(catalogue: Catalogue, skill: str) -> str:
    """Return what a skill of ours is called; a word that is no id is its own label."""
    rows = catalogue.rows(
        f"SELECT {catalogue.reader.language} AS label FROM skill WHERE id = :skill",  # noqa: S608 - one of LANGUAGES
        skill=skill,
    )
    return str(rows[0]["label"]) if rows else skill


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
