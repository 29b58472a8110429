"""Shell completion: role slugs with their titles."""

import os

from careercli.errors import CareersError

MOST = 200  # more than anybody reads


def roles(incomplete: str) -> list[tuple[str, str]]:
    """Return (slug, title) of the roles whose slug begins so; nothing where that fails."""
    import sqlite3

    from careercli.catalogue.schema import begins
    from careercli.catalogue.store import open_catalogue
    from careercli.locale import choose_language

    begin_so = (
        "SELECT slug, title FROM role JOIN role_text ON role_text.role = role.id "  # noqa: S608 - ours
        f"WHERE language = :language AND {begins('slug', ':typed')} AND superseded_by IS NULL"
    )
    values = {"language": choose_language(None), "typed": incomplete}
    try:
        connection = open_catalogue()
        found: list[tuple[str, str]] = connection.execute(
            f"{begin_so} ORDER BY slug LIMIT {MOST}", values
        ).fetchall()
        if len(found) == MOST:
            # A shell completes what all have in common: the last of all must be among them.
            found += connection.execute(f"{begin_so} ORDER BY slug DESC LIMIT 1", values)
        return found
    except (CareersError, OSError, sqlite3.Error):
        return []  # a shell that is completing is no place for messages


def quicken() -> None:
    """Keep Rich out of completion: Typer imports it (60 ms) to strip markup from help texts.

    Ours have none, and a title may hold square brackets that are meant. The name is
    Typer's own secret; pyproject.toml pins the versions that have it.
    """
    if "_CAREERS_COMPLETE" not in os.environ:
        return
    from typer import _completion_classes

    if hasattr(_completion_classes, "_sanitize_help_text"):
        _completion_classes._sanitize_help_text = lambda text: text
