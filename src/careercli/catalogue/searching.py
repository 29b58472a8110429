"""Search titles, aliases, skills and prose in every language, typing errors forgiven.

Three steps: who is called so, who has the words in a title, who has them anywhere. A written
role comes first among equals, and in place of the occupation that it stands for, which is found
by its names alone.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.groups import groups_of
from careercli.catalogue.role_row import ROW, role_row
from careercli.catalogue.schema import ROWS
from careercli.catalogue.spelling import known_forms, meant_by
from careercli.errors import NotFoundError
from careercli.locale import translate as _
from careercli.names import name_key, readings, sanitize
from careercli.pages import Hit, SearchPage

FIELDS = ("title", "aliases", "skills", "prose")
PREFIX = 3  # letters; a shorter word is looked for as a whole
FEW = 3  # hits; with fewer, and none by title, roles that have any of the words follow

# What comes first in each step. A rule stands here only while a judged query needs it.
BY_NAME = ("imported", "rank")
BY_TITLE = ("length(search.title) - length(replace(search.title, ' ', ''))", "imported")
BY_TEXT = ("imported", "bm25(search, 20.0, 20.0, 2.0, 1.0)")  # the weights of FIELDS


class Found(NamedTuple):
    """A role that a step found, whether by a title, and by which name if by a whole one."""

    role: int
    titled: bool
    name: str | None = None


class Query(NamedTuple):
    """The words as they are looked for, and where roles must come from, if anywhere.

    ``forms`` has each word with the other forms of it that stand in names or skills.
    """

    words: tuple[str, ...]
    forms: tuple[list[str], ...]
    origin: str | None

    def keys(self) -> list[str]:
        """Return the keys that a name may have: as typed, its last word in other forms, as one."""
        before = self.words[:-1]
        meant = [(*before, form) for last in self.forms[-1:] for form in last]
        return [glue.join(words) for words in meant for glue in (" ", "")]

    def expression(self, operator: str = "AND") -> str:
        """Return the FTS5 query: quoted, so that no word is read as syntax; a star goes on."""
        return f" {operator} ".join(
            "(" + " OR ".join(f'"{form}"' + "*" * (len(form) >= PREFIX) for form in forms) + ")"
            for forms in self.forms
        )


Find = Callable[[Catalogue, Query], Iterable[Found]]


def search_page(
    catalogue: Catalogue, words: str, limit: int | None = None, origin: str | None = None
) -> SearchPage:
    """Return the best hits, up to a limit.

    Words that stand nowhere are read as the nearest ones that do. ``origin`` keeps to roles from
    there. Raises NotFoundError.
    """
    typed = query = _query(catalogue, name_key(words).split(), origin)
    found = _by_readings(catalogue, words, origin) | _first(catalogue, query, STEPS)
    titled = any(hit.titled for hit in found.values())
    groups = () if titled or origin else groups_of(catalogue, words)
    if not titled and not groups:  # a title that an index has is no slip
        query = _query(catalogue, _meant(catalogue, typed.words), origin)
        if query.words != typed.words:
            found = _first(catalogue, query, STEPS)
        if len(found) < FEW:
            more = _first(catalogue, query, (by_any_word,))
            found = found | more | found  # what was found stays first, as it was found
    if not found and not groups:
        raise NotFoundError(
            _('Nothing found for "{words}".').format(words=sanitize(words)[:80])
            + " "
            + _("Try fewer or other words, or careers list.")
        )
    hits = tuple(_hits(catalogue, query, list(found.values())[:limit]))
    year = catalogue.leading("quartiles").period
    return SearchPage(
        language=catalogue.reader.language,
        query=words,
        corrected=" ".join(query.words) if query.words != typed.words else None,
        per=catalogue.reader.per,
        hours_per_week=catalogue.reader.hours_per_week,
        minimum=catalogue.minimum_for(year, hits),
        pay_period=year,
        found=len(found),
        exposure_note=catalogue.exposure_note,
        hits=hits,
        groups=groups,
    )


def _query(catalogue: Catalogue, words: Iterable[str], origin: str | None) -> Query:
    kept = tuple(words)
    return Query(kept, tuple([word, *known_forms(catalogue, word)] for word in kept), origin)


def _by_readings(catalogue: Catalogue, words: str, origin: str | None) -> dict[int, Found]:
    """Return by role what is called as a title with a slash or a comma may be read."""
    queries = (_query(catalogue, name_key(name).split(), origin) for name in readings(words))
    return {hit.role: hit for query in queries for hit in by_name(catalogue, query)}


def _meant(catalogue: Catalogue, words: Iterable[str]) -> Iterator[str]:
    """Yield the words of the catalogue that the typed ones likely mean."""
    for word in words:
        if known := meant_by(catalogue, word):
            yield known


def _first(catalogue: Catalogue, query: Query, steps: Iterable[Find]) -> dict[int, Found]:
    """Return by role what the steps find, each as the first that finds it."""
    found: dict[int, Found] = {}
    for step in steps if query.words else ():
        for hit in step(catalogue, query):
            found.setdefault(hit.role, hit)
    return found


# The steps


def by_name(catalogue: Catalogue, query: Query) -> Iterator[Found]:
    """Find roles by this very name, then by it in other forms: as one word, in the singular."""
    rows = catalogue.rows(
        "SELECT shown, kind <> 'role' AS imported, CASE WHEN :origin IS NULL AND rank <> 4 "
        "THEN COALESCE(superseded_by, role.id) ELSE role.id END AS role_id "
        "FROM name JOIN role ON role.id = name.role "
        "WHERE key IN (SELECT value FROM json_each(:keys)) "
        "AND (:origin IS NULL OR origin = :origin) "
        f"ORDER BY {', '.join(BY_NAME)}",
        origin=query.origin,
        keys=json.dumps(query.keys()),
    )
    return (Found(row["role_id"], titled=True, name=row["shown"]) for row in rows)


def by_title(catalogue: Catalogue, query: Query) -> Iterator[Found]:
    """Find roles that have the words in a title, the shortest title first."""
    roles = _matched(catalogue, query, f"{{title}} : ({query.expression()})", BY_TITLE)
    return (Found(role_id, titled=True) for role_id in roles)


def by_text(catalogue: Catalogue, query: Query) -> Iterator[Found]:
    """Find roles that have the words anywhere."""
    return _by_words(catalogue, query, query.expression())


def by_any_word(catalogue: Catalogue, query: Query) -> Iterator[Found]:
    """Find roles that have any of the words, for want of those that have them all."""
    return _by_words(catalogue, query, query.expression("OR"))


STEPS: tuple[Find, ...] = (by_name, by_title, by_text)


# A written role is found by the names of the occupation that it stands for, not by what else is
# said of that, nor by other jobs that are counted in it.
_OF_ITS_OWN = """ AND (
  :origin IS NOT NULL OR superseded_by IS NULL
  OR origin IN (SELECT value FROM json_each(:synonyms))
  AND search.rowid IN (SELECT rowid FROM search WHERE search MATCH :named)
)"""


def _by_words(catalogue: Catalogue, query: Query, expression: str) -> Iterator[Found]:
    synonyms = [name for name, found in catalogue.imports.items() if found["aliases_are_synonyms"]]
    roles = _matched(
        catalogue,
        query,
        expression,
        BY_TEXT,
        _OF_ITS_OWN,
        named=f"{{title aliases}} : ({expression})",
        synonyms=json.dumps(synonyms),
    )
    return (Found(role_id, titled=False) for role_id in roles)


def _matched(
    catalogue: Catalogue,
    query: Query,
    expression: str,
    order: Iterable[str],
    more: str = "",
    **values: str,
) -> list[int]:
    sql = (
        "SELECT CASE WHEN :origin IS NULL THEN COALESCE(superseded_by, role.id) ELSE role.id END, "
        f"kind <> 'role' AS imported FROM search JOIN role ON role.id = search.rowid / {ROWS} "
        f"WHERE search MATCH :expression AND (:origin IS NULL OR origin = :origin){more} "
        f"ORDER BY {', '.join(order)}"
    )
    rows = catalogue.rows(sql, expression=expression, origin=query.origin, **values)
    return [row[0] for row in rows]


# What is shown of a role that was found


def _hits(catalogue: Catalogue, query: Query, found: list[Found]) -> Iterator[Hit]:
    passages = _passages(catalogue, query, [hit.role for hit in found])
    wanted = json.dumps([hit.role for hit in found])
    rows = {
        row["id"]: role_row(catalogue, row)
        for row in catalogue.rows(
            ROW + "WHERE role.id IN (SELECT value FROM json_each(:wanted))", wanted=wanted
        )
    }
    for number, _titled, name in found:
        role = rows[number]
        if name and name_key(name) not in (name_key(role.title), name_key(role.slug)):
            yield Hit(role, "aliases", f"⟦{name}⟧")
        else:
            yield Hit(role, *passages.get(number, ("title", f"⟦{role.title}⟧")))


def _passages(catalogue: Catalogue, query: Query, roles: list[int]) -> dict[int, tuple[str, str]]:
    """Return the field that matched and a passage from it, the reader's language first."""
    snippets = ", ".join(f"snippet(search, {i}, '⟦', '⟧', '…', 16)" for i in range(len(FIELDS)))
    here = catalogue.languages.index(catalogue.reader.language)
    found: dict[int, tuple[str, str]] = {}
    for operator in ("AND", "OR"):
        rows = catalogue.rows(
            f"SELECT rowid, {snippets} FROM search "
            f"WHERE search MATCH :expression AND rowid / {ROWS} IN "
            f"(SELECT value FROM json_each(:roles)) ORDER BY rowid % {ROWS} <> :here",
            expression=query.expression(operator),
            roles=json.dumps(roles),
            here=here,
        )
        for rowid, *texts in rows:
            found.setdefault(rowid // ROWS, _passage(texts))
        roles = [role_id for role_id in roles if role_id not in found]
    return found


def _passage(snippets: list[str | None]) -> tuple[str, str]:
    matched = [i for i, text in enumerate(snippets) if "⟦" in (text or "")]
    # The title stands above the passage already: show where else it was found.
    shown = next((i for i in matched if i > 0), 0)
    return FIELDS[shown], snippets[shown] or ""
