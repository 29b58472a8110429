"""Search titles, aliases, skills and prose in both languages, typing errors forgiven."""

import sqlite3
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.errors import NotFoundError
from careercli.locale import LANGUAGES
from careercli.locale import translate as _
from careercli.names import harmless, name_key
from careercli.pages import Hit, SearchPage

FIELDS = ("title", "aliases", "skills", "prose")
WEIGHTS = "10.0, 8.0, 4.0, 1.0"  # a word in the title counts ten times one in the prose
MANY = 3000  # rows that match; the shipped roles together have a few hundred
CLOSE = 75  # of 100: how near a word must come to be taken for a typing error


class _Found(NamedTuple):
    rowid: int
    snippets: tuple[str, ...]


def search_page(catalogue: Catalogue, words: str, limit: int) -> SearchPage:
    """Return the best hits: an exact title or alias first, then by weight of the field.

    Words that stand nowhere are read as the nearest ones that do. Raises NotFoundError.
    """
    typed = name_key(words).split()
    corrected = None
    found = _match(catalogue, typed, "AND")
    if typed and not found:
        nearest = [_nearest_word(catalogue, word) for word in typed]
        known = [word for word in nearest if word]
        found = _match(catalogue, known, "AND") or _match(catalogue, known, "OR")
        corrected = " ".join(known) if known != typed else None
    if not found:
        raise NotFoundError(
            _('Nothing found for "{words}".').format(words=harmless(words)[:80])
            + " "
            + _("Try fewer or other words, or careers list.")
        )
    ranked = _best_first(catalogue, corrected or name_key(words), found)[:limit]
    return SearchPage(
        language=catalogue.reader.language,
        query=words,
        corrected=corrected,
        hits=tuple(_hit(catalogue, number, row) for number, row in ranked),
    )


def _match(catalogue: Catalogue, words: list[str], operator: str) -> list[_Found]:
    if not words:
        return []
    # Quoted, so that no word is read as FTS5 syntax; a star finds words that begin so.
    expression = f" {operator} ".join(f'"{word}"' + "*" * (len(word) > 1) for word in words)
    try:
        if not _are_many(catalogue, expression):
            return _rows(catalogue, expression, f"ORDER BY bm25(search, {WEIGHTS}) LIMIT 200")
        # To weigh thousands against each other takes longer than anybody waits for: whoever
        # asks so broadly gets those that are called so.
        called = _rows(catalogue, expression, _of_roles_named(catalogue, " ".join(words)))
        titled = _rows(catalogue, f"{{title aliases}} : ({expression})", "LIMIT 50")
        return [*called, *titled] or _rows(catalogue, expression, "LIMIT 50")
    except sqlite3.OperationalError:  # nothing in the words that the index could hold
        return []


def _of_roles_named(catalogue: Catalogue, key: str) -> str:
    """Return what narrows a query to the rows of roles with a name that begins so."""
    rows = catalogue.rows(
        "SELECT role FROM name WHERE key >= :key AND key < :key || char(1114111) "
        "ORDER BY key LIMIT 20",
        key=key,
    )
    numbers = (str(2 * row["role"] + offset) for row in rows for offset in range(len(LANGUAGES)))
    return f"AND rowid IN ({', '.join(numbers)})"


def _are_many(catalogue: Catalogue, expression: str) -> bool:
    count = catalogue.rows(
        "SELECT COUNT(*) FROM (SELECT 1 FROM search WHERE search MATCH :expression LIMIT :limit)",
        expression=expression,
        limit=MANY,
    )[0][0]
    return bool(count >= MANY)


def _rows(catalogue: Catalogue, expression: str, order: str) -> list[_Found]:
    snippets = ", ".join(f"snippet(search, {i}, '⟦', '⟧', '…', 16)" for i in range(len(FIELDS)))
    rows = catalogue.rows(
        f"SELECT rowid, {snippets} FROM search WHERE search MATCH :expression {order}",  # noqa: S608
        expression=expression,
    )
    return [_Found(row[0], tuple(row)[1:]) for row in rows]


def _nearest_word(catalogue: Catalogue, word: str) -> str | None:
    """Return the indexed word that a typed one likely means; itself if one begins with it."""
    begins = catalogue.rows(
        "SELECT term FROM search_term "
        "WHERE term >= :word AND term < :word || char(1114111) LIMIT 1",
        word=word,
    )
    if begins:
        return word
    from rapidfuzz import fuzz, process  # only a miss needs it

    terms = [row[0] for row in catalogue.rows("SELECT term FROM search_term")]
    best = process.extractOne(word, terms, scorer=fuzz.ratio, score_cutoff=CLOSE)
    return best[0] if best else None


def _best_first(catalogue: Catalogue, key: str, found: list[_Found]) -> list[tuple[int, _Found]]:
    """Return each role once, with its best row.

    A role by that very name comes first, then one whose title begins so, then by the
    field that matched; within these the order of the index, by weight, stays.
    """
    names = catalogue.rows(
        "SELECT role, key = :key AS exact FROM name "
        "WHERE key >= :key AND key < :key || char(1114111) AND (rank < 2 OR key = :key)",
        key=key,
    )
    tier = {row["role"]: 1 for row in names} | {row["role"]: 0 for row in names if row["exact"]}
    best: dict[int, _Found] = {}
    for row in found:
        number = row.rowid // 2
        if number not in best or _speaks(catalogue, row) > _speaks(catalogue, best[number]):
            best[number] = row
    return sorted(
        best.items(), key=lambda item: tier.get(item[0], 2 + min(_matched(item[1]), default=0))
    )


def _matched(row: _Found) -> list[int]:
    return [i for i, snippet in enumerate(row.snippets) if "⟦" in snippet]


def _speaks(catalogue: Catalogue, row: _Found) -> bool:
    """Return whether the row is in the reader's language: a passage they can read wins."""
    return row.rowid % 2 == LANGUAGES.index(catalogue.reader.language)


def _hit(catalogue: Catalogue, number: int, row: _Found) -> Hit:
    role = catalogue.role_row(catalogue.role(number))
    matched = _matched(row)
    field = FIELDS[matched[0]] if matched else "title"
    # The title stands above the passage already: show where else it was found.
    shown = next((i for i in (*[i for i in matched if i > 0], 0)), 0)
    return Hit(role=role, field=field, passage=row.snippets[shown])
