"""careers paths."""

from typing import TYPE_CHECKING

import typer

from careercli.cli.page_command import page_command

if TYPE_CHECKING:
    from careercli.cli.session import Session

app = typer.Typer(add_completion=False)


@app.command(epilog="Example: careers paths --format json")
@page_command("PathsPage")
def paths(session: "Session") -> None:
    """Show where the shipped data, your own roles, imports and the cache are."""
    from careercli import paths as places
    from careercli.catalogue.store import catalogue_file
    from careercli.pages import PathsPage, Place

    folders = {
        "data": places.data_dir(),
        "roles": places.user_roles_dir(),
        "imports": places.imports_dir(),
        "catalogue": catalogue_file(),
    }
    page = PathsPage(
        session.language,
        tuple(
            Place(name, "" if places.is_nowhere(path) else str(path), path.exists())
            for name, path in folders.items()
        ),
    )
    session.emit(page)
