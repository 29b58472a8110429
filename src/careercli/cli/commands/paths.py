"""careers paths."""

from typing import TYPE_CHECKING

import typer

from careercli.cli.page_command import page_command

if TYPE_CHECKING:
    from careercli.cli.session import Session
    from careercli.pages import Place

app = typer.Typer(add_completion=False)


@app.command(
    epilog="careers paths  # folders and files\ncareers paths --format json  # for a script"
)
@page_command("PathsPage")
def paths(session: "Session") -> None:
    """Show where the shipped data, your own roles, imports and the cache are."""
    from careercli.pages import PathsPage

    session.emit(PathsPage(session.language, places()))


def places() -> "tuple[Place, ...]":
    """Return where everything is, and whether it is there yet."""
    from careercli import paths as found
    from careercli.catalogue.store import catalogue_file
    from careercli.pages import Place

    known = {
        "data": found.data_dir(),
        "roles": found.user_roles_dir(),
        "imports": found.imports_dir(),
        "catalogue": catalogue_file(),
        "settings": found.settings_file(),
    }
    return tuple(
        Place(name, "" if found.is_nowhere(path) else str(path), path.exists())
        for name, path in known.items()
    )
