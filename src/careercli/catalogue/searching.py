"""Search titles, aliases, skills and prose in every language, typing errors forgiven.

The order is that of the promise: who is called just so, who is called something that begins so,
who has the words in a title or alias, then in skills, then in prose. Each step looks only if
those before it have not found enough.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.schema import ROWS, begins
from careercli.catalogue.spelling import meant_by, variants
from careercli.errors import NotFoundError
from careercli.locale import translate as _
from careercli.names import name_key, sanitize
from careercli.pages import Hit, SearchPage

FIELDS = ("title", "aliases", "skills", "prose")
WEIGHTS = "10.0, 8.0, 4.0, 1.0"  # a word in the title counts ten times one in the prose
MANY = 3000  # rows that match; to weigh more against each other would be felt
_FEW = 3  # hits; with fewer, and none by title, roles that have any of the words follow
_VAGUE = 2  # imported roles that share another title
LOOKED_AT = 1000  # names or titles that are put in order

Order = tuple[float, ...]


class _Query(NamedTuple):
    """The words as they are looked for, and where roles must come from, if anywhere.

    ``forms`` has each word with the other forms of it that stand in names.
    """

    words: tuple[str, ...]
    forms: tuple[tuple[str, ...], ...]
    source: str | None

    @property
    def key(self) -> str:
        return " ".join(self.words)

    def expression(self, columns: str = "", operator: str = "AND") -> str:
        """Return the FTS5 query: quoted, so that no word is read as syntax; a star goes on."""
        least = 3 if len(self.words) > 1 else 2  # letters before a star
        words = f" {operator} ".join(
            "(" + " OR ".join(f'"{form}"' + "*" * (len(form) >= least) for form in forms) + ")"
            for forms in self.forms
        )
        return f"{{{columns}}} : ({words})" if columns else words


def _query(catalogue: Catalogue, words: Iterable[str], source: str | None) -> _Query:
    kept = tuple(words)
    forms = tuple((word, *_known(catalogue, variants(word))) for word in kept)
    return _Query(kept, forms, source)


def _known(catalogue: Catalogue, words: Iterable[str]) -> list[str]:
    """Return the words that stand in names or skills."""
    rows = catalogue.rows(
        "SELECT word FROM word WHERE word IN (SELECT value FROM json_each(:words))",
        words=json.dumps(list(words)),
    )
    return [row["word"] for row in rows]


def search_page(
    catalogue: Catalogue, words: str, limit: int, source: str | None = None
) -> SearchPage:
    """Return the best hits. Words that stand nowhere are read as the nearest ones that do.

    ``source`` keeps to roles from there. Raises NotFoundError.
    """
    query = _query(catalogue, name_key(words).split(), source)
    found, titled = _ranked(catalogue, query, limit)
    corrected = None
    if query.words and not titled:
        meant = _query(catalogue, _meant(catalogue, query.words), source)
        if meant.words != query.words:
            found = _ranked(catalogue, meant, limit)[0]
            query, corrected = meant, meant.key
        if len(found) < _FEW:
            found = found | _first(catalogue, query, (_any_of_them,), limit)
    if not found:
        raise NotFoundError(
            _('Nothing found for "{words}".').format(words=sanitize(words)[:80])
            + " "
            + _("Try fewer or other words, or careers list.")
        )
    return SearchPage(
        language=catalogue.reader.language,
        query=words,
        corrected=corrected,
        hits=tuple(_hits(catalogue, query, dict(islice(found.items(), limit)))),
    )


def _ranked(catalogue: Catalogue, query: _Query, limit: int) -> tuple[dict[int, str], bool]:
    """Return the best roles, and whether the words stand in the title of any."""
    titled = _first(catalogue, query, _BY_TITLE, limit)
    if len(titled) >= limit:
        return titled, True
    return titled | _first(catalogue, query, _BY_WORDS, limit), bool(titled)


def _meant(catalogue: Catalogue, words: Iterable[str]) -> Iterator[str]:
    """Yield the words of the catalogue that the typed ones likely mean."""
    for word in words:
        if known := meant_by(catalogue, word):
            yield known


Step = Callable[[Catalogue, _Query], Iterable[tuple[int, str]]]
"""Finds roles, best first, each with a name that it was found by, or with none."""


def _first(
    catalogue: Catalogue, query: _Query, steps: Iterable[Step], limit: int
) -> dict[int, str]:
    """Return the first roles that the steps find, with the names that they were found by."""
    found: dict[int, str] = {}
    if query.words:
        for step in steps:
            for number, name in step(catalogue, query):
                found.setdefault(number, name)
            if len(found) >= limit:
                break
    return found


# By name

_NAMED = (
    "SELECT key, rank, shown, name.language, kind <> 'role' AS imported, "
    "CASE WHEN :source IS NULL AND rank <> 4 THEN COALESCE(superseded_by, role.id) "
    "ELSE role.id END AS number FROM name JOIN role ON role.id = name.role "
    "WHERE (:source IS NULL OR origin = :source) AND "
)


def _called_so(catalogue: Catalogue, query: _Query) -> Iterator[tuple[int, str]]:
    """Find roles by this very name, as one word or two, in the plural, of a woman or a man.

    A title that several imported roles are also called means none of them in particular.
    """
    for keys in ([query.key], ["".join(query.words), *_in_other_forms(query.words)]):
        rows = _with_names(catalogue, keys, query.source)
        aliases = {row["number"] for row in rows if row["imported"] and row["rank"] > 1}
        vague = aliases if len(aliases) > _VAGUE else set()
        yield from _by_name(row for row in rows if row["number"] not in vague)


def _also_called_so(catalogue: Catalogue, query: _Query) -> Iterator[tuple[int, str]]:
    return _by_name(_with_names(catalogue, [query.key], query.source))


def _by_name(rows: Iterable[sqlite3.Row]) -> Iterator[tuple[int, str]]:
    return ((row["number"], row["shown"]) for row in rows)


def _in_other_forms(words: tuple[str, ...]) -> Iterator[str]:
    *before, last = words
    for form in variants(last):
        yield " ".join((*before, form))
        yield "".join((*before, form))


def _with_names(catalogue: Catalogue, keys: list[str], source: str | None) -> list[sqlite3.Row]:
    return catalogue.rows(
        f"{_NAMED} key IN (SELECT value FROM json_each(:keys)) "
        "ORDER BY imported, rank, name.language <> :language",
        source=source,
        keys=json.dumps(keys),
    )


def _called_something_that_begins_so(
    catalogue: Catalogue, query: _Query
) -> Iterator[tuple[int, str]]:
    key = query.key
    rows = catalogue.rows(
        f"{_NAMED} {begins('key', ':key')} AND key <> :key AND rank NOT IN (0, 3) "
        f"LIMIT {LOOKED_AT}",
        source=query.source,
        key=key,
    )

    def order(row: sqlite3.Row) -> Order:
        rest = row["key"][len(key) :].removesuffix("s")  # a plural is as near as the word itself
        return (
            bool(rest) and not rest.startswith(" "),
            rest.count(" "),
            row["imported"],
            row["rank"],
            len(rest),
        )

    return _by_name(sorted(rows, key=order))


def _called_so_in_part(catalogue: Catalogue, query: _Query) -> Iterator[tuple[int, str]]:
    """Find roles whose whole name stands in what was typed: a job as a cook. Longest first."""
    words = query.words
    for length in range(len(words) - 1, 0, -1):
        parts = [" ".join(words[i : i + length]) for i in range(len(words) - length + 1)]
        yield from _by_name(_with_names(catalogue, parts, query.source))


# By words

_MATCHED = (
    "SELECT search.rowid, search.title, {names} AS names, kind <> 'role' AS imported, "
    "CASE WHEN :source IS NULL THEN COALESCE(superseded_by, role.id) ELSE role.id END AS number "
    f"FROM search JOIN role ON role.id = search.rowid / {ROWS} "
    "WHERE search MATCH :expression AND (:source IS NULL OR origin = :source) "
)


def _matched(
    catalogue: Catalogue, query: _Query, expression: str, order: str, names: str = "''"
) -> list[sqlite3.Row]:
    sql = _MATCHED.format(names=names) + order
    try:
        return catalogue.rows(sql, expression=expression, source=query.source)
    except sqlite3.OperationalError as error:
        if "fts5" in str(error) or "syntax" in str(error):
            return []  # nothing in the words that the index could hold
        raise


def _words_in_title(catalogue: Catalogue, query: _Query) -> Iterator[tuple[int, str]]:
    rows = _matched(catalogue, query, query.expression("title"), f"LIMIT {LOOKED_AT}")
    yield from _by_nearness(query, rows, lambda row: [row["title"]])


def _words_in_names(catalogue: Catalogue, query: _Query) -> Iterator[tuple[int, str]]:
    expression = query.expression("title aliases")
    rows = _matched(catalogue, query, expression, f"LIMIT {LOOKED_AT}", names="search.aliases")
    yield from _by_nearness(
        query, rows, lambda row: [row["title"], *(row["names"] or "").split(" · ")]
    )


def _by_nearness(
    query: _Query, rows: Iterable[sqlite3.Row], names: Callable[[sqlite3.Row], list[str]]
) -> Iterator[tuple[int, str]]:
    """Yield roles in the order of how near the nearest of their names comes."""
    beginnings = {form for forms in query.forms for form in forms}

    def order(row: sqlite3.Row) -> Order:
        # Most of a long list of names have nothing of what was typed: a quick look comes first.
        hopeful = [n for n in names(row) if any(b in n.lower() for b in beginnings)]
        near = min(_distance(query.forms, name) for name in hopeful or [row["title"]])
        return (*near, row["imported"], row["number"])

    yield from ((row["number"], "") for row in sorted(rows, key=order))


def _distance(forms: tuple[tuple[str, ...], ...], name: str) -> Order:
    """Return how many words a name has only as a beginning or not at all, and how many more."""
    has = name_key(name).split()
    return sum(not set(word) & set(has) for word in forms), abs(len(has) - len(forms))


def _words_in_skills(catalogue: Catalogue, query: _Query) -> Iterator[tuple[int, str]]:
    return _weighed(catalogue, query, query.expression("title aliases skills"))


def _words_anywhere(catalogue: Catalogue, query: _Query) -> Iterator[tuple[int, str]]:
    return _weighed(catalogue, query, query.expression())


def _any_of_them(catalogue: Catalogue, query: _Query) -> Iterator[tuple[int, str]]:
    return _weighed(catalogue, query, query.expression(operator="OR"))


def _weighed(catalogue: Catalogue, query: _Query, expression: str) -> Iterator[tuple[int, str]]:
    """Yield roles by the weight of what matched, written ones first."""
    order = f"ORDER BY bm25(search, {WEIGHTS}) LIMIT 200"
    if _are_many(catalogue, expression):
        order = "LIMIT 200"
    rows = _matched(catalogue, query, expression, order)
    yield from ((row["number"], "") for row in sorted(rows, key=lambda row: row["imported"]))


def _are_many(catalogue: Catalogue, expression: str) -> bool:
    try:
        count = catalogue.rows(
            "SELECT COUNT(*) FROM "
            "(SELECT 1 FROM search WHERE search MATCH :expression LIMIT :limit)",
            expression=expression,
            limit=MANY,
        )[0][0]
    except sqlite3.OperationalError:
        return False
    return bool(count >= MANY)


_BY_TITLE: tuple[Step, ...] = (
    _called_so,
    _called_something_that_begins_so,
    _words_in_title,
    _also_called_so,
)
_BY_WORDS: tuple[Step, ...] = (
    _words_in_names,
    _words_in_skills,
    _called_so_in_part,
    _words_anywhere,
)


# What is shown of a role that was found


def _hits(catalogue: Catalogue, query: _Query, found: dict[int, str]) -> Iterator[Hit]:
    passages = _passages(catalogue, query, [number for number, name in found.items() if not name])
    for number, name in found.items():
        role = catalogue.role_row(catalogue.role(number))
        if name:
            titled = name_key(name) in (name_key(role.title), name_key(role.slug))
            yield Hit(role, *(("title", f"⟦{role.title}⟧") if titled else ("aliases", f"⟦{name}⟧")))
        else:
            yield Hit(role, *passages.get(number, ("title", role.title)))


def _passages(
    catalogue: Catalogue, query: _Query, numbers: list[int]
) -> dict[int, tuple[str, str]]:
    """Return the field that matched and a passage from it, the reader's language first."""
    snippets = ", ".join(f"snippet(search, {i}, '⟦', '⟧', '…', 16)" for i in range(len(FIELDS)))
    here = catalogue.languages.index(catalogue.reader.language)
    found: dict[int, tuple[str, str]] = {}
    for operator in ("AND", "OR"):
        ranges = " OR ".join(
            f"rowid BETWEEN {ROWS * n} AND {ROWS * n + ROWS - 1}" for n in numbers if n not in found
        )
        if not ranges:
            break
        try:
            rows = catalogue.rows(
                f"SELECT rowid, {snippets} FROM search "
                f"WHERE search MATCH :expression AND ({ranges})",
                expression=query.expression(operator=operator),
            )
        except sqlite3.OperationalError:
            return found
        rows.sort(key=lambda row: row[0] % ROWS != here)
        for rowid, *texts in rows:
            found.setdefault(rowid // ROWS, _passage(texts))
    return found


def _passage(snippets: list[str]) -> tuple[str, str]:
    matched = [i for i, snippet in enumerate(snippets) if "⟦" in (snippet or "")] or [0]
    # The title stands above the passage already: show where else it was found.
    shown = next((i for i in matched if i > 0), 0)
    return FIELDS[shown], snippets[shown]
