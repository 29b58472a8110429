"""Show a role file as it is, whether it holds or not, with what is wrong with it below."""

import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from careercli import console
from careercli.cli.checking import tell
from careercli.errors import InvalidDataError, UsageError
from careercli.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from careercli.catalogue.catalogue import Catalogue
    from careercli.cli.session import Session


def show_file(session: "Session", name: str, show: "Callable[[Catalogue, int], None]") -> None:
    """Show a role file by ``show``, which gets a catalogue with it and its number there.

    Its problems stand below the page; beside what a machine reads they go to stderr.
    """
    from careercli.catalogue.catalogue import Catalogue
    from careercli.catalogue.previewing import with_draft
    from careercli.roles.lint.facts import problems_of
    from careercli.roles.reading import in_present_format
    from careercli.roles.workspace import read_workspace

    if not os.path.lexists(name):
        raise UsageError(_("{path}: there is no such file").format(path=name))
    library = read_workspace([Path(name)])
    (draft,) = library.given
    problems = problems_of(draft, library)
    draft = in_present_format(draft)
    if not draft.unread:
        connection, number = with_draft(session.catalogue.connection, draft, library)
        with closing(connection):
            show(Catalogue(connection, session.catalogue.reader), number)
    if not problems:
        return
    if session.form in ("text", "md"):
        console.write("\n" if not draft.unread else "", session.screen)
        tell(session, 1, problems)
    else:
        for problem in problems:
            console.warn(str(problem))
    raise typer.Exit(InvalidDataError.exit_code)
