"""careers import esco | onet | list | remove: other people's classifications."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careercli.cli.page_command import page_command
from careercli.errors import UsageError
from careercli.taxonomies import NAMES

if TYPE_CHECKING:
    from careercli.cli.session import Session
    from careercli.taxonomies.layers import Layer

app = typer.Typer(
    help="Bring in a classification that you downloaded: its occupations become roles.",
    epilog="Example: careers import esco ~/Downloads/ESCO-dataset-v1.2.0-en-csv.zip",
    no_args_is_help=True,
    add_completion=False,
)

Download = Annotated[
    Path,
    typer.Argument(metavar="PATH", help="The zip or the folder, as published.", show_default=False),
]
Name = Annotated[
    str,
    typer.Argument(
        metavar="NAME",
        help="A classification (esco) or one language of it (esco-en).",
        show_default=False,
    ),
]


def _importer(name: str) -> Callable[..., None]:
    """Return the command that imports one taxonomy."""

    @page_command("ImportsPage")
    def read_download(session: "Session", path: Download) -> None:
        from careercli import console
        from careercli.locale import translate as _
        from careercli.taxonomies import layers, reader_of
        from careercli.taxonomies.download import open_download

        path = _at_home(path)
        try:
            with console.reading() as progress, open_download(path, progress) as download:
                kept = layers.keep(name, reader_of(name).read(download), path)
        except TimeoutError:
            raise UsageError(_("another import is going on; try again when it is done")) from None
        except OSError as error:
            raise UsageError(
                _("the import cannot be kept ({reason}): {path}").format(
                    reason=error.strerror, path=error.filename
                )
            ) from None
        _tell(session, kept)

    return read_download


for _name, _title in NAMES.items():
    app.command(
        _name,
        help=f"Import a download of {_title}: a zip or a folder, as published.",
        epilog=f"Example: careers import {_name} ~/Downloads/{_name}.zip",
    )(_importer(_name))


def _at_home(path: Path) -> Path:
    """Return a path with its tilde resolved, if there is such a home."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


@app.command("list", epilog="Example: careers import list")
@page_command("ImportsPage")
def list_imports(session: "Session") -> None:
    """List what was imported: release, day, what came in and what was left out."""
    from careercli import console
    from careercli.taxonomies.layers import broken, layers

    for problem in broken():
        console.warn(problem)
    _tell(session, layers())


@app.command(epilog="Example: careers import remove esco-en")
@page_command("ImportsPage")
def remove(session: "Session", name: Name) -> None:
    """Remove an import; the download itself is not touched."""
    from careercli import console
    from careercli.errors import NotFoundError
    from careercli.locale import translate as _
    from careercli.taxonomies import layers

    known = [layer.name for layer in layers.layers()]
    gone, files = layers.remove(name.lower()), layers.remove_broken(name.lower())
    for file in files:
        console.warn(_("removed, damaged as it was: {path}").format(path=file))
    if not gone and not files:
        raise NotFoundError(
            _("Nothing called {name!r} was imported.").format(name=name)
            + (" " + _("There is: {known}.").format(known=", ".join(known)) if known else "")
        )
    if gone or session.form == "json":
        _tell(session, gone, removed=True)


def _tell(session: "Session", found: Iterable["Layer"], *, removed: bool = False) -> None:
    from careercli.catalogue.import_page import imports_page

    session.emit(imports_page(found, session.language, removed=removed))
