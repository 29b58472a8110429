"""Put the written roles before the imported ones that they stand for.

A role that somebody wrote wins from an occupation with the same code: the occupation is found
under that role from then on, and shown by itself on request. So does an occupation of ESCO from
that of O*NET which is the same job. A name that a written role has is no imported role's slug.
"""

import sqlite3
from collections.abc import Collection, Mapping

from rapidfuzz.fuzz import ratio

from careercli.catalogue.record import RoleRecord
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

    def undo(self) -> None:
        """Take back an earlier ``settle``."""
        renamed = self._db.execute(
            "SELECT role.id, role.slug, renamed.slug FROM renamed JOIN role ON id = role"
        ).fetchall()
        # None of them has a slug for a moment: one may get what another has.
        self._db.execute("UPDATE role SET slug = NULL WHERE id IN (SELECT role FROM renamed)")
        for role_id, slug, own in renamed:
            self._rename(role_id, slug, own)
        self._db.execute("DELETE FROM renamed")
        self._db.execute("UPDATE role SET superseded_by = NULL WHERE superseded_by IS NOT NULL")

    def claim(self, role_id: int, record: RoleRecord) -> None:
        """Note what a written role, which has this id, may stand for."""
        for imported in self._taxonomies:
            if code := record.codes.get(imported.code):
                claims = self._claims.setdefault(f"{imported.id} {code}", [])
                claims.append((role_id, _names(record)))

    def settle(self, pairs: Mapping[str, str]) -> None:
        """Put a written role before each imported one; of several that whose name comes nearest.

        ``pairs`` has the codes of occupations that come before others, and of those.
        """
        for code, claims in self._claims.items():
            row = self._db.execute(
                "SELECT id, title FROM role JOIN role_text ON role = id "
                "AND language = 'en' WHERE code = ?",
                (code,),
            ).fetchone()
            if row:
                title = name_key(row[1])
                best = max(claims, key=lambda claim: max(ratio(title, name) for name in claim[1]))
                self._supersede(best[0], row[0])
        self._db.executemany(
            "UPDATE role SET superseded_by = (SELECT COALESCE(superseded_by, id) FROM role "
            "WHERE code = ?) WHERE code = ? AND superseded_by IS NULL",
            pairs.items(),
        )

    def _supersede(self, role_id: int, superseded: int) -> None:
        self._db.execute("UPDATE role SET superseded_by = ? WHERE id = ?", (role_id, superseded))
        self._step_aside(superseded)

    def free_names(self, record: RoleRecord) -> None:
        """Let imported roles step aside from the slugs that a written role is called."""
        if not self:
            return
        keys = _names(record)
        marks = ", ".join("?" * len(keys))
        rows = self._db.execute(
            f"SELECT DISTINCT role FROM name WHERE rank = 0 AND key IN ({marks})",  # noqa: S608
            tuple(keys),
        )
        for (role_id,) in rows.fetchall():
            self._step_aside(role_id, keys)

    def _step_aside(self, role_id: int, keys: Collection[str] = ()) -> None:
        """Give an imported role a slug that says where it is from, and that is none of ``keys``."""
        row = self._db.execute(
            "SELECT slug, origin FROM role WHERE id = ? AND kind <> 'role'", (role_id,)
        ).fetchone()
        if row is None:
            return
        slug = f"{row[0].removesuffix(f'-{row[1]}')}-{row[1]}"
        if name_key(slug) in keys or self._is_of_another(slug, role_id):
            slug = f"{slug}-{role_id}"
        # The first slug that it had is its own.
        self._db.execute("INSERT OR IGNORE INTO renamed VALUES (?, ?)", (role_id, row[0]))
        self._rename(role_id, row[0], slug)

    def _rename(self, role_id: int, old: str, new: str) -> None:
        self._db.execute("UPDATE role SET slug = ? WHERE id = ?", (new, role_id))
        self._db.execute(
            "UPDATE name SET key = ?, shown = ? WHERE key = ? AND rank = 0 AND role = ?",
            (name_key(new), new, name_key(old), role_id),
        )

    def _is_of_another(self, slug: str, role_id: int) -> bool:
        others = self._db.execute("SELECT 1 FROM role WHERE slug = ? AND id <> ?", (slug, role_id))
        return others.fetchone() is not None


def _names(record: RoleRecord) -> set[str]:
    names = [record.slug]
    for wording in record.wordings.values():
        names += [wording.title, *wording.aliases]
    return {name_key(name) for name in names}
