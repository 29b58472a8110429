"""Put out what is wrong with role files: by file for whoever looks, a line each for a pipe."""

import os
from collections.abc import Collection
from typing import TYPE_CHECKING

from careercli import console
from careercli.pages import CheckPage, FileProblem

if TYPE_CHECKING:
    from careercli.cli.session import Session
    from careercli.roles.problems import Problem
    from careercli.taxonomies.damage import Damage


def tell(
    session: "Session",
    roles: int,
    problems: Collection["Problem"],
    damages: Collection["Damage"] = (),
) -> None:
    """Write the problems of so many role files, and of the imports, to stdout.

    In a pipe a problem is one line, ``file:line: key: what is wrong; what to write instead``.
    """
    is_looked_at = session.screen.boxes or not session.screen.piped
    if session.form == "text" and not is_looked_at:
        for each in (*problems, *damages):
            console.write(f"{each}\n", session.screen)
        return
    told = tuple(_told(each, for_program=session.form == "json") for each in problems)
    session.emit(CheckPage(roles, told, tuple(map(str, damages))))


def _told(each: "Problem", *, for_program: bool) -> FileProblem:
    """Return a problem for a page; a program gets file and key as they are, in any language."""
    where = (
        (each.file, each.line, each.field)
        if for_program
        else (_from_here(each.file), each.line, each.shown_field)
    )
    return FileProblem(*where, each.wrong, each.instead)


def _from_here(file: str) -> str:
    """Return a path as seen from the folder where the reader is, if that is shorter."""
    try:
        return min(file, os.path.relpath(file), key=len)
    except (OSError, ValueError):  # the folder is gone; another drive
        return file
