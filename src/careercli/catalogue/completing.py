"""What begins with what somebody has typed: (word, its label), for a shell to complete."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from careercli.catalogue.choices import WRITTEN
from careercli.catalogue.schema import begins
from careercli.errors import CareersError

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
    """Return slugs with their titles; what another role stands for is left out."""
    begin_so = (
        "SELECT slug, title FROM role JOIN role_text ON role_text.role = role.id "  # noqa: S608 - ours
        f"WHERE language = :language AND {begins('slug', ':typed')} AND superseded_by IS NULL"
    )
    values = {"language": language, "typed": typed}
    found: Found = connection.execute(f"{begin_so} ORDER BY slug LIMIT {MOST}", values).fetchall()
    if len(found) == MOST:
        # A shell completes what all have in common: the last of all must be among them.
        found += connection.execute(f"{begin_so} ORDER BY slug DESC LIMIT 1", values)
    return found


def terms(connection: "Connection", language: str, typed: str, name: str) -> Found:
    """Return the words of a closed list, in its order."""
    return connection.execute(
        f"SELECT id, {language} FROM term WHERE list = ? AND substr(id, 1, ?) = ? "  # noqa: S608 - one of LANGUAGES
        "ORDER BY place",
        (name, len(typed), typed),
    ).fetchall()


def skills(connection: "Connection", language: str, typed: str) -> Found:
    """Return the ids of skills."""
    return connection.execute(
        f"SELECT id, {language} FROM skill WHERE {begins('id', ':typed')} "  # noqa: S608 - one of LANGUAGES
        f"ORDER BY id LIMIT {MOST}",
        {"typed": typed},
    ).fetchall()


def origins(connection: "Connection", _language: str, typed: str) -> Found:
    """Return where roles come from: written ones, and each that was imported."""
    imported = [row[0] for row in connection.execute("SELECT origin FROM import ORDER BY place")]
    known = [*WRITTEN, *imported]
    return [(origin, "") for origin in known if origin.startswith(typed)]
