"""What begins with what somebody has typed: (word, its label), for a shell to complete."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from careercli.catalogue.choices import WRITTEN, word_for
from careercli.catalogue.schema import IMPORTED, begins
from careercli.choices import Choices
from careercli.errors import CareersError
from careercli.names import name_key, without_brackets

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST = 200  # more than anybody reads

Found = list[tuple[str, str]]


def answer(question: Callable[..., Found], language: str, typed: str) -> Found:
    """Return what a question below finds in the catalogue; nothing where that cannot be read.

    A shell that is completing is no place for messages.
    """
    import sqlite3  # when somebody completes, not whenever a command starts

    from careercli.catalogue.store import open_catalogue

    try:
        return question(open_catalogue(), language, typed)
    except (CareersError, OSError, sqlite3.Error):
        return []


def roles(connection: "Connection", language: str, typed: str) -> Found:
    """Return a word for each role that leads to it, with its title; what another stands for not.

    The word is the title in the reader's language, else the slug, else another title that begins
    so (ml-engineer). It is written as slugs are, for a shell takes that as one word, but for what
    was typed: capitals stay.
    """
    values = {"language": language, "slug": typed.lower(), "key": _begin(typed)}
    found: list[tuple[str, str, int]]
    found = connection.execute(f"{_LEADING} ORDER BY 1 LIMIT {MOST}", values).fetchall()
    if len(found) == MOST:
        # A shell completes what all have in common: the last of all must be among them.
        found += connection.execute(f"{_LEADING} ORDER BY 1 DESC LIMIT 1", values)
    leading = {  # a word that leads to several roles is offered once
        typed + word[len(typed) :]: title
        for word, title, _place in found
        if word.startswith(typed.lower())  # not so where an accent was typed
    }
    return list(leading.items())


def _begin(typed: str) -> str:
    """Return how the key of a name begins; a hyphen at the end ends a word."""
    key = name_key(typed)
    return f"{key} " if key and typed[-1] in "- " else key


_LEADING = f"""
  WITH leading (role, word, place) AS (
    SELECT id, slug, 2 FROM role WHERE {begins("slug", ":slug")}
    UNION ALL
    SELECT role, replace(key, ' ', '-'), CASE rank WHEN 1 THEN 1 ELSE 3 END FROM name
    WHERE language = :language AND (rank = 1 OR rank = 2 AND :key != '')
      AND {begins("key", ":key")}
  )
  SELECT word, title, MIN(place) FROM leading
  JOIN role ON role.id = leading.role AND superseded_by IS NULL
  JOIN role_text ON role_text.role = role.id AND role_text.language = :language
  GROUP BY role.id"""  # noqa: S608 - ours


def terms(connection: "Connection", language: str, typed: str, name: str) -> Found:
    """Return the words of a closed list in the reader's language, in its order; else ids."""
    rows: Found = connection.execute(
        f"SELECT id, {language} FROM term WHERE list = ? ORDER BY place",  # noqa: S608 - one of LANGUAGES
        (name,),
    ).fetchall()
    begin = typed.casefold()
    words = [(word_for(name, key, label, language), label) for key, label in rows]
    return [found for found in words if found[0].casefold().startswith(begin)] or [
        found for found in rows if found[0].casefold().startswith(begin)
    ]


def skills(connection: "Connection", language: str, typed: str) -> Found:
    """Return the ids of skills, and names of theirs in the reader's language that begin so."""
    rows: Found = connection.execute(
        f"SELECT id, {language} FROM skill WHERE {begins('id', ':typed')} "  # noqa: S608 - one of LANGUAGES
        f"ORDER BY id LIMIT {MOST}",
        {"typed": typed.casefold()},
    ).fetchall()
    if rows or not typed:
        return rows
    named: Found = connection.execute(
        f"SELECT MIN(replace(skill_name.key, ' ', '-')), {language} FROM skill_name "  # noqa: S608 - one of LANGUAGES
        f"JOIN skill ON skill.number = skill_name.skill WHERE {begins('key', ':key')} "
        f"AND rank <= {IMPORTED} GROUP BY skill.number ORDER BY 1 LIMIT {MOST}",
        {"key": _begin(typed)},
    ).fetchall()
    return [(word, label) for word, label in named if word.startswith(typed.casefold())]


def explained(connection: "Connection", language: str, typed: str) -> Found:
    """Return the words that are explained, in the reader's language where that is one word."""
    rows = connection.execute("SELECT id, data FROM explained ORDER BY id")
    found = []
    for key, data in rows:
        title = json.loads(data)[language]["title"]
        word = without_brackets(title)
        found.append((word if " " not in word else key, title))
    begin = typed.casefold()
    return [(word, title) for word, title in found if word.casefold().startswith(begin)]


def origins(connection: "Connection", language: str, typed: str) -> Found:
    """Return where roles come from: written ones, and each that was imported."""
    imported = [row[0] for row in connection.execute("SELECT origin FROM import ORDER BY place")]
    known = [*Choices(WRITTEN).shown(language), *imported]
    return [(origin, "") for origin in known if origin.startswith(typed.casefold())]
