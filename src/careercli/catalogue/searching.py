"""Search: who is called so, who has the words in a name, asks for such a skill, mentions it.

What was found so is an answer, in that order. What only may be meant is a guess, kept apart: where
titles are counted that end as this one, names that differ by a slip, pages with some of the words.
"""

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from sqlite3 import Row
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.guessing import Likely, likely
from careercli.catalogue.hits import FIELDS, Found, hits_of
from careercli.catalogue.naming import Called, called, written_among
from careercli.catalogue.query import Query, parse
from careercli.catalogue.schema import ROWS
from careercli.catalogue.spelling import meant_by
from careercli.errors import NotFoundError
from careercli.locale import LANGUAGES
from careercli.locale import translate as _
from careercli.names import name_key, sanitize
from careercli.pages import LikelyGroup, SearchPage, Term

WAYS = ("name", "group", "skill", "text")
"""How a role may be found, what is most sure first."""
GUESSED = 5  # pages that are offered as a guess

Step = Callable[[Catalogue, Query], Iterable[Found]]


class _Meant(NamedTuple):
    """What may be meant: words of which those that were typed are slips, roles, groups."""

    corrected: str | None = None
    roles: tuple[Found, ...] = ()
    groups: tuple[str, ...] = ()


NOTHING = _Meant()


def search_page(
    catalogue: Catalogue, typed: str, limit: int | None = None, origin: str | None = None
) -> SearchPage:
    """Return what was found, up to a limit; if no name and no skill was, what may be meant.

    ``a OR b`` finds both. ``origin`` keeps to roles from there. Raises NotFoundError if there is
    neither.
    """
    found, groups = _found(catalogue, typed, origin)
    answered = groups or any(hit.by != "text" for hit in found)
    guess = None if answered or origin else likely(catalogue, typed)
    known = {hit.role for hit in found}
    meant = NOTHING if answered else _guesses(catalogue, typed, origin, known)
    if not (found or groups or guess or any(meant)):
        nothing = _('Nothing found for "{words}".').format(words=sanitize(typed)[:80])
        raise NotFoundError(f"{nothing} {_('Try fewer or other words, or careers list.')}")
    hits = tuple(hits_of(catalogue, found[:limit]))
    guessed = tuple(hits_of(catalogue, meant.roles))
    year = catalogue.leading("quartiles").period
    return SearchPage(
        language=catalogue.reader.language,
        query=typed,
        corrected=meant.corrected,
        per=catalogue.reader.per,
        hours_per_week=catalogue.reader.hours_per_week,
        minimum=catalogue.minimum_for(year, hits, guessed),
        pay_period=year,
        found=len(found),
        exposure_note=catalogue.exposure_note,
        hits=hits,
        groups=_named(catalogue, groups),
        likely=None if guess is None else _likely_group(catalogue, guess),
        guesses=guessed,
        guessed_groups=_named(catalogue, meant.groups),
    )


def _named(catalogue: Catalogue, groups: Iterable[str]) -> tuple[Term, ...]:
    return tuple(Term(code, catalogue.group_name(code)) for code in groups)


def _found(catalogue: Catalogue, typed: str, origin: str | None) -> tuple[list[Found], list[str]]:
    """Return what was found of everything that is asked for at once: roles, and groups by name."""
    found: dict[int, Found] = {}
    groups: list[str] = []
    for part in _parts(catalogue, typed, origin):
        query = parse(catalogue, part, origin)
        name = called(catalogue, part, origin)
        groups += name.groups
        for hit in (*_called_so(catalogue, part, query, name), *_by_words(catalogue, query)):
            found.setdefault(hit.role, hit)
        if name.groups and not any(hit.by == "name" for hit in found.values()):
            found = {hit.role: hit for hit in _written_in(catalogue, query, name.groups)} | found
    ordered = sorted(found.values(), key=lambda hit: WAYS.index(hit.by))
    return ordered, list(dict.fromkeys(groups))


def _parts(catalogue: Catalogue, typed: str, origin: str | None) -> list[str]:
    """Return what is asked for at once: parted by OR, or by commas if each part is a name."""
    parts = [part for part in re.split(r"\s+OR\s+", typed) if part.strip()]
    listed = [part for part in typed.split(",") if part.strip()]
    if len(parts) == 1 < len(listed) and not any(called(catalogue, typed, origin)):
        each_is_a_name = all(any(called(catalogue, part, origin)) for part in listed)
        return listed if each_is_a_name else parts
    return parts


# By the name as a whole


def _called_so(catalogue: Catalogue, typed: str, query: Query, name: Called) -> Iterator[Found]:
    """Yield the roles that are called so, with the name where it is another than the title.

    A name that many occupations have besides their own says too little to put them first.
    """
    roles = name.roles if len(name.roles) == 1 else written_among(catalogue, name.roles)
    for role in roles:
        rows = catalogue.rows(
            "SELECT shown FROM name JOIN role ON role.id = name.role "
            "WHERE key IN (:key, :joined) AND rank > 0 AND :role IN (role.id, superseded_by) "
            "ORDER BY language <> :language, rank LIMIT 1",
            key=name_key(typed),
            joined=name_key(typed).replace(" ", ""),
            role=role,
        )
        yield Found(role, "name", query, FIELDS[:2], rows[0]["shown"] if rows else None)


def _written_in(catalogue: Catalogue, query: Query, groups: Iterable[str]) -> Iterator[Found]:
    """Yield the roles that somebody wrote of jobs in these groups."""
    rows = catalogue.rows(
        "SELECT id FROM role WHERE kind = 'role' "
        "AND isco08 IN (SELECT value FROM json_each(:codes)) ORDER BY level_place, slug",
        codes=json.dumps(list(groups)),
    )
    return (Found(row["id"], "group", query, FIELDS[:1]) for row in rows)


# By words


def _by_words(catalogue: Catalogue, query: Query) -> Iterator[Found]:
    """Yield what the steps find, in their order."""
    for step in STEPS if query.words else ():
        yield from step(catalogue, query)


def by_title(catalogue: Catalogue, query: Query) -> Iterator[Found]:
    """Find roles that have the words in a title: written ones first, then whose last word it is.

    A dance teacher is a teacher, and a teacher trainer is none.
    """
    rows = _matched(catalogue, query, f"{{title}} : ({query.names()})", _BY_ITS_NAME)
    for row in sorted(rows, key=lambda row: (*_readers_first(catalogue, row), *_head(query, row))):
        yield Found(row["found"], "name", query, FIELDS[:1])


def by_alias(catalogue: Catalogue, query: Query) -> Iterator[Found]:
    """Find roles that have the words in their names."""
    rows = _matched(catalogue, query, f"{{title aliases}} : ({query.names()})", _BY_ITS_NAME)
    for row in sorted(rows, key=lambda row: (*_readers_first(catalogue, row), row["rank"])):
        yield Found(row["found"], "name", query, FIELDS[:2])


def _readers_first(catalogue: Catalogue, row: Row) -> tuple[bool, bool]:
    """Return what comes last: the imported, then what is called so in the other language."""
    language = catalogue.languages[row["place"]]
    return bool(row["imported"]), language != catalogue.reader.language and language in LANGUAGES


def _head(query: Query, row: Row) -> tuple[bool, int]:
    """Return whether a title ends otherwise than the query, and in how many words it is said."""
    words = name_key(row["title"].partition(" (")[0]).split()
    return not words or not words[-1].startswith(tuple(query.forms[-1])), len(words)


def by_skill(catalogue: Catalogue, query: Query) -> Iterator[Found]:
    """Find roles that ask for a skill of this very name, then for one with the words in it."""
    rows = catalogue.rows(
        "SELECT DISTINCT role.id FROM skill_name JOIN role_skill USING (skill) "
        "JOIN role ON role.id = role WHERE key = :key AND superseded_by IS NULL "
        "AND (:origin IS NULL OR origin = :origin) "
        "ORDER BY kind <> 'role', need <> 'essential', place",
        key=" ".join(query.words),
        origin=query.origin,
    )
    yield from (Found(row["id"], "skill", query, FIELDS[2:3]) for row in rows)
    for row in _matched(catalogue, query, f"{{skills}} : ({query.expression()})", _BY_ITS_TEXT):
        yield Found(row["found"], "skill", query, FIELDS[2:3])


def by_text(catalogue: Catalogue, query: Query) -> Iterator[Found]:
    """Find roles that have the words anywhere."""
    for row in _matched(catalogue, query, query.expression(), _BY_ITS_TEXT):
        yield Found(row["found"], "text", query, FIELDS)


STEPS: tuple[Step, ...] = (by_title, by_alias, by_skill, by_text)


# A written role is found by the names of the occupation that it stands for, but not by other jobs
# that are counted in that; and by no text but its own, in the reader's language.
_BY_ITS_NAME = "superseded_by IS NULL OR origin IN (SELECT value FROM json_each(:synonyms))"
_BY_ITS_TEXT = f"superseded_by IS NULL AND (kind <> 'role' OR search.rowid % {ROWS} = :here)"


def _matched(catalogue: Catalogue, query: Query, expression: str, by: str) -> list[Row]:
    synonyms = [name for name, found in catalogue.imports.items() if found["aliases_are_synonyms"]]
    return catalogue.rows(
        "SELECT CASE WHEN :origin IS NULL THEN COALESCE(superseded_by, role.id) ELSE role.id END "
        "AS found, kind <> 'role' AS imported, search.title AS title, "
        f"search.rowid % {ROWS} AS place, bm25(search) AS rank "
        f"FROM search JOIN role ON role.id = search.rowid / {ROWS} "
        "WHERE search MATCH :expression AND (:origin IS NULL OR origin = :origin) "
        f"AND (:origin IS NOT NULL OR {by}) ORDER BY imported, rank",
        expression=expression,
        origin=query.origin,
        synonyms=json.dumps(synonyms),
        here=catalogue.languages.index(catalogue.reader.language),
    )


# Guesses


def _guesses(
    catalogue: Catalogue, typed: str, origin: str | None, known: Collection[int]
) -> _Meant:
    """Return what may be meant, by slips if there are any."""
    query = parse(catalogue, typed, origin)
    corrected = _corrected(catalogue, query)
    if corrected is not None:
        read = parse(catalogue, corrected, origin)
        name = called(catalogue, corrected, origin)
        found = [*_called_so(catalogue, corrected, read, name), *_by_words(catalogue, read)]
        if found or name.groups:
            return _Meant(corrected, _few(found, known), name.groups)
    return _Meant(roles=_few(_some_words(catalogue, query), known))


def _corrected(catalogue: Catalogue, query: Query) -> str | None:
    """Return the words that are meant, if one of those that were typed is a slip."""
    meant = tuple(meant_by(catalogue, word) or word for word in query.words)
    return " ".join(meant) if meant != query.words else None


def _some_words(catalogue: Catalogue, query: Query) -> Iterator[Found]:
    """Yield the roles that have two of the words, then those that are called as one of them.

    That is the last one, as in math teacher, or the first, as in operator drukken.
    """
    pairs = query.any_two()
    for row in _matched(catalogue, query, pairs, _BY_ITS_TEXT) if pairs else ():
        yield Found(row["found"], "guess", query, FIELDS)
    for place in (-1, 0) if pairs else ():
        yield from by_title(catalogue, query.only(place))


def _few(hits: Iterable[Found], known: Collection[int]) -> tuple[Found, ...]:
    """Return the first of the roles that are not known yet, as guesses."""
    new: dict[int, Found] = {}
    for hit in hits:
        if hit.role not in known:
            new.setdefault(hit.role, hit._replace(by="guess"))
    return tuple(new.values())[:GUESSED]


def _likely_group(catalogue: Catalogue, guess: Likely) -> LikelyGroup:
    roles = tuple(catalogue.ref(role) for role in guess.called.roles)
    group = Term(guess.group, catalogue.group_name(guess.group))
    return LikelyGroup(*guess[:4], group, roles)


def named_like(catalogue: Catalogue, typed: str, origin: str | None = None) -> Called:
    """Return what may be meant by a name that nothing has: what has its words, or a slip of it."""
    query = parse(catalogue, typed, origin)
    if not query.words:
        return Called()
    corrected = _corrected(catalogue, query)
    if corrected is not None:
        if any(near := called(catalogue, corrected, origin)):
            return near
        query = parse(catalogue, corrected, origin)
    found = (hit.role for step in (by_title, by_alias) for hit in step(catalogue, query))
    return Called(tuple(dict.fromkeys(found)))
