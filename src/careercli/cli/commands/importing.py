"""careers import esco | onet | list | remove: other people's classifications."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careercli.cli import options
from careercli.errors import UsageError
from careercli.taxonomies import NAMES

if TYPE_CHECKING:
    from careercli.cli.session import Context
    from careercli.taxonomies.layers import Layer

EXAMPLE = "Example: careers import esco ~/Downloads/ESCO-dataset-v1.2.0-en-csv.zip"

app = typer.Typer(
    help="Bring in a classification that you downloaded: its occupations become roles.",
    no_args_is_help=True,
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

    def read_download(
        path: Download,
        lang: options.Lang = None,
        form: options.PageFormat = "text",
        plain: options.Plain = False,
        no_color: options.NoColor = False,
    ) -> None:
        from careercli import console
        from careercli.cli.session import Context
        from careercli.locale import translate as _
        from careercli.taxonomies import layers, reader_of
        from careercli.taxonomies.download import open_download

        speaker = Context(lang, plain=plain, no_color=no_color)
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
        _tell(speaker, kept, form)

    return read_download


def _at_home(path: Path) -> Path:
    """Return a path with its tilde resolved, if there is such a home."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def list_imports(
    lang: options.Lang = None,
    form: options.PageFormat = "text",
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """List what was imported: release, day, what came in and what was left out."""
    from careercli import console
    from careercli.cli.session import Context
    from careercli.taxonomies.layers import broken, layers

    speaker = Context(lang, plain=plain, no_color=no_color)
    for problem in broken():
        console.warn(problem)
    _tell(speaker, layers(), form)


def remove(
    name: Name,
    lang: options.Lang = None,
    form: options.PageFormat = "text",
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """Remove an import; the download itself is not touched."""
    from careercli import console
    from careercli.cli.session import Context
    from careercli.errors import NotFoundError
    from careercli.locale import translate as _
    from careercli.taxonomies import layers

    speaker = Context(lang, plain=plain, no_color=no_color)
    known = [layer.name for layer in layers.layers()]
    gone, files = layers.remove(name.lower()), layers.remove_broken(name.lower())
    for file in files:
        console.warn(_("removed, damaged as it was: {path}").format(path=file))
    if not gone and not files:
        raise NotFoundError(
            _("Nothing called {name!r} was imported.").format(name=name)
            + (" " + _("There is: {known}.").format(known=", ".join(known)) if known else "")
        )
    if gone or form == "json":
        _tell(speaker, gone, form, removed=True)


def _tell(
    speaker: "Context", found: Iterable["Layer"], form: str, *, removed: bool = False
) -> None:
    from careercli.catalogue.import_page import imports_page
    from careercli.render.layout.importing import imports_document

    page = imports_page(found, speaker.language, removed=removed)
    speaker.emit(page, form, imports_document)


for _name, _title in NAMES.items():
    app.command(
        _name,
        help=f"Import a download of {_title}: a zip or a folder, as published.",
        epilog=f"Example: careers import {_name} ~/Downloads/{_name}.zip",
    )(_importer(_name))
app.command("list", epilog="Example: careers import list")(list_imports)
app.command("remove", epilog="Example: careers import remove esco-en")(remove)
