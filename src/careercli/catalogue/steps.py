"""The steps of a search: by a whole name, by words in names, by a skill, by the text."""

import json
from collections.abc import Callable, Iterable, Iterator
from sqlite3 import Row

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.hits import FIELDS, Found
from careercli.catalogue.naming import Called, written_among
from careercli.catalogue.query import Query
from careercli.catalogue.schema import ROWS
from careercli.catalogue.skills import skills_called
from careercli.locale import LANGUAGES
from careercli.names import name_key

Step = Callable[[Catalogue, Query], Iterable[Found]]


def called_so(catalogue: Catalogue, typed: str, query: Query, name: Called) -> Iterator[Found]:
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
        shown = rows[0]["shown"] if rows else None
        yield Found(role, "name", query, FIELDS[:2], shown, whole=True)


def written_in(catalogue: Catalogue, query: Query, groups: Iterable[str]) -> Iterator[Found]:
    """Yield the roles that somebody wrote of jobs in these groups."""
    return (Found(role, "group", query, FIELDS[:1]) for role in catalogue.roles_in(groups))


def by_words(catalogue: Catalogue, query: Query) -> Iterator[Found]:
    """Yield what the steps find, in their order."""
    for step in STEPS if query.words else ():
        yield from step(catalogue, query)


def by_title(catalogue: Catalogue, query: Query) -> Iterator[Found]:
    """Find roles that have the words in a title: written ones first, then whose last word it is.

    A dance teacher is a teacher, and a teacher trainer is none.
    """
    rows = matched(catalogue, query, f"{{title}} : ({query.names()})", _BY_ITS_NAME)
    for row in sorted(rows, key=lambda row: (*_readers_first(catalogue, row), *_head(query, row))):
        yield Found(row["found"], "name", query, FIELDS[:1])


def by_alias(catalogue: Catalogue, query: Query) -> Iterator[Found]:
    """Find roles that have the words in their names."""
    rows = matched(catalogue, query, f"{{title aliases}} : ({query.names()})", _BY_ITS_NAME)
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
    """Find roles that ask for a skill that is called so, then for one with the words in it."""
    named = skills_called(catalogue, query.typed) or skills_called(catalogue, " ".join(query.words))
    rows = catalogue.rows(
        "SELECT DISTINCT role.id FROM role_skill JOIN role ON role.id = role "
        "WHERE skill IN (SELECT value FROM json_each(:skills)) AND superseded_by IS NULL "
        "AND (:origin IS NULL OR origin = :origin) "
        "ORDER BY kind <> 'role', need <> 'essential', place",
        skills=json.dumps([skill for called in named for skill in called.skills]),
        origin=query.origin,
    )
    yield from (Found(row["id"], "skill", query, FIELDS[2:3]) for row in rows)
    for row in matched(catalogue, query, f"{{skills}} : ({query.expression()})", BY_ITS_TEXT):
        yield Found(row["found"], "skill", query, FIELDS[2:3])


def by_text(catalogue: Catalogue, query: Query) -> Iterator[Found]:
    """Find roles that have the words anywhere."""
    for row in matched(catalogue, query, query.expression(), BY_ITS_TEXT):
        yield Found(row["found"], "text", query, FIELDS)


STEPS: tuple[Step, ...] = (by_title, by_alias, by_skill, by_text)


# A written role is found by the names of the occupation that it stands for, but not by other jobs
# that are counted in that; and by no text but its own, in the reader's language.
_BY_ITS_NAME = "superseded_by IS NULL OR origin IN (SELECT value FROM json_each(:synonyms))"
BY_ITS_TEXT = f"superseded_by IS NULL AND (kind <> 'role' OR search.rowid % {ROWS} = :here)"


def matched(catalogue: Catalogue, query: Query, expression: str, by: str) -> list[Row]:
    """Return what an FTS5 expression matches ``by`` names or texts, written roles first."""
    synonyms = [name for name, found in catalogue.imports.items() if found["aliases_are_synonyms"]]
    return catalogue.rows(
        "SELECT CASE WHEN :origin IS NULL "  # noqa: S608 - ours
        "THEN COALESCE(superseded_by, role.id) ELSE role.id END AS found, "
        "kind <> 'role' AS imported, search.title AS title, "
        f"search.rowid % {ROWS} AS place, bm25(search) AS rank "
        f"FROM search JOIN role ON role.id = search.rowid / {ROWS} "
        "WHERE search MATCH :expression AND (:origin IS NULL OR origin = :origin) "
        f"AND (:origin IS NOT NULL OR {by}) ORDER BY imported, rank",
        expression=expression,
        origin=query.origin,
        synonyms=json.dumps(synonyms),
        here=catalogue.languages.index(catalogue.reader.language),
    )
