"""What is shown of a role that a search found: a line of a list, and where it was found."""

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.query import Query
from careercli.catalogue.role_row import role_rows
from careercli.catalogue.schema import ROWS
from careercli.names import name_key
from careercli.pages import Hit

FIELDS = ("title", "aliases", "skills", "prose")
"""The columns of the search table."""


class Found(NamedTuple):
    """A role that was found, how and by which query; by which name, if by a ``whole`` one."""

    role: int
    by: str
    query: Query
    fields: tuple[str, ...]
    name: str | None = None
    whole: bool = False


def hits_of(catalogue: Catalogue, found: Sequence[Found]) -> Iterator[Hit]:
    """Yield what is shown of roles that a search found, in their order."""
    passages: dict[int, tuple[str, str]] = {}
    for query in dict.fromkeys(hit.query.words for hit in found):
        passages |= _passages(catalogue, [hit for hit in found if hit.query.words == query])
    rows = role_rows(catalogue, [hit.role for hit in found])
    for hit in found:
        role = rows[hit.role]
        itself = ("title", f"⟦{role.title}⟧")
        if not hit.name:
            yield Hit(role, hit.by, *passages.get(hit.role, itself))
        elif name_key(hit.name) in (name_key(role.title), name_key(role.slug)):
            yield Hit(role, hit.by, *itself)
        else:
            yield Hit(role, hit.by, "aliases", f"⟦{hit.name}⟧")


def _passages(catalogue: Catalogue, found: list[Found]) -> dict[int, tuple[str, str]]:
    """Return the field that matched and a passage from it, the reader's language first.

    All were found by one query.
    """
    query = found[0].query
    fields = {hit.role: hit.fields for hit in found}
    snippets = ", ".join(f"snippet(search, {i}, '⟦', '⟧', '…', 16)" for i in range(len(FIELDS)))
    here = catalogue.languages.index(catalogue.reader.language)
    passages: dict[int, tuple[str, str]] = {}
    for expression in filter(None, (query.expression(), query.any_two())):
        rows = catalogue.rows(
            f"SELECT COALESCE(superseded_by, role.id), {snippets} "  # noqa: S608 - ours
            f"FROM search JOIN role ON role.id = search.rowid / {ROWS} "
            "WHERE search MATCH :expression AND (role.id IN (SELECT value FROM json_each(:roles)) "
            "OR superseded_by IN (SELECT value FROM json_each(:roles))) "
            f"ORDER BY search.rowid % {ROWS} <> :here",
            expression=expression,
            roles=json.dumps([role for role in fields if role not in passages]),
            here=here,
        )
        for role, *texts in rows:
            if passage := _passage(texts, fields.get(role, FIELDS)):
                passages.setdefault(role, passage)
    return passages


def _passage(snippets: list[str | None], fields: tuple[str, ...]) -> tuple[str, str] | None:
    """Return the last of the fields that has a match: the title stands above it already."""
    matched = [
        (field, text)
        for field, text in zip(FIELDS, snippets, strict=True)
        if field in fields and "⟦" in (text or "")
    ]
    return matched[-1] if matched else None  # type: ignore[return-value]  # it has a match
