"""Put the written roles before the imported ones that they stand for.

A role that somebody wrote wins from an occupation with the same code: the occupation is found
under that role from then on, and shown by itself on request. A name that a written role has
is no imported role's slug.
"""

import sqlite3
from collections.abc import Collection

from rapidfuzz.fuzz import ratio

from careercli.catalogue.record import RoleRecord
from careercli.catalogue.schema import ROWS
from careercli.names import name_key
from careercli.taxonomies import NAMES, taxonomy


class Precedence:
    """Works on a catalogue in which the imported roles stand already."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        imported = connection.execute("SELECT origin FROM import").fetchall()
        self._claims: dict[str, list[tuple[int, set[str]]]] = {}
        self._taxonomies = [taxonomy(name) for name in NAMES if (name,) in imported]

    def __bool__(self) -> bool:
        """Return whether anything was imported."""
        return bool(self._taxonomies)

    def claim(self, number: int, entry: RoleRecord) -> None:
        """Note what a written role, which has this number, may stand for."""
        for imported in self._taxonomies:
            if code := entry.codes.get(imported.code):
                claims = self._claims.setdefault(f"{imported.id} {code}", [])
                claims.append((number, _names(entry)))

    def settle(self) -> None:
        """Put a written role before each imported one; of several that whose name comes nearest."""
        for code, claims in self._claims.items():
            row = self._db.execute(
                "SELECT id, title FROM role JOIN role_text ON role = id AND language = 'en' "
                "WHERE code = ?",
                (code,),
            ).fetchone()
            if row:
                title = name_key(row[1])
                best = max(claims, key=lambda claim: max(ratio(title, name) for name in claim[1]))
                self._cover(best[0], row[0], code.partition(" ")[0])

    def _cover(self, number: int, covered: int, origin: str) -> None:
        self._db.execute("UPDATE role SET superseded_by = ? WHERE id = ?", (number, covered))
        self._step_aside(covered)
        # It is found by its names only, for the role before it.
        columns = ["skills", "prose"]
        if not taxonomy(origin).aliases_are_synonyms:
            columns.append("aliases")
        self._db.execute(
            f"UPDATE search SET {', '.join(f'{column} = NULL' for column in columns)} "  # noqa: S608
            "WHERE rowid BETWEEN ? AND ?",
            (ROWS * covered, ROWS * covered + ROWS - 1),
        )

    def free_names(self, entry: RoleRecord) -> None:
        """Let imported roles step aside from the slugs that a written role is called."""
        if not self:
            return
        keys = _names(entry)
        marks = ", ".join("?" * len(keys))
        rows = self._db.execute(
            f"SELECT DISTINCT role FROM name WHERE rank = 0 AND key IN ({marks})",  # noqa: S608
            tuple(keys),
        )
        for (number,) in rows.fetchall():
            self._step_aside(number, keys)

    def _step_aside(self, number: int, keys: Collection[str] = ()) -> None:
        """Give an imported role a slug that says where it is from, and that is none of ``keys``."""
        row = self._db.execute(
            "SELECT slug, origin FROM role WHERE id = ? AND kind <> 'role'", (number,)
        ).fetchone()
        if row is None:
            return
        slug = f"{row[0].removesuffix(f'-{row[1]}')}-{row[1]}"
        if name_key(slug) in keys or self._is_of_another(slug, number):
            slug = f"{slug}-{number}"
        self._db.execute("UPDATE role SET slug = ? WHERE id = ?", (slug, number))
        self._db.execute(
            "UPDATE name SET key = ?, shown = ? WHERE key = ? AND rank = 0 AND role = ?",
            (name_key(slug), slug, name_key(row[0]), number),
        )

    def _is_of_another(self, slug: str, number: int) -> bool:
        found = self._db.execute("SELECT 1 FROM role WHERE slug = ? AND id <> ?", (slug, number))
        return found.fetchone() is not None


def _names(entry: RoleRecord) -> set[str]:
    names = [entry.slug]
    for wording in entry.wordings.values():
        names += [wording.title, *wording.aliases]
    return {name_key(name) for name in names}
