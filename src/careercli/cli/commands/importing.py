"""careers import esco | onet | list | remove: other people's classifications."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careercli.cli.page_command import page_command
from careercli.errors import UsageError, reason
from careercli.taxonomies import NAMES

if TYPE_CHECKING:
    from careercli.cli.session import Session
    from careercli.taxonomies.damage import Damage
    from careercli.taxonomies.layers import Layer

app = typer.Typer(
    help="Bring in a classification that you downloaded: its occupations become roles.",
    epilog="careers import esco ~/Downloads/ESCO-v1.2.0-en.zip  # as it was downloaded\n"
    "careers import list  # what is there\n"
    "careers import remove esco  # take it out again",
    add_completion=False,
)


def _kept(incomplete: str) -> list[str]:
    """Return what can be removed: classifications, and each language of them."""
    from careercli.taxonomies.layers import layers

    names = dict.fromkeys(name for each in layers() for name in (each.taxonomy, each.name))
    return [name for name in names if name.startswith(incomplete)]


Download = Annotated[
    Path,
    typer.Argument(
        metavar="PATH", help="The folder, zip or tar, as it was downloaded.", show_default=False
    ),
]
Force = Annotated[
    bool, typer.Option("--force", help="Replace a newer release by an older one all the same.")
]
Name = Annotated[
    str,
    typer.Argument(
        metavar="NAME",
        help="A classification (esco) or one language of it (esco-en).",
        autocompletion=_kept,
        show_default=False,
    ),
]


def _importer(name: str) -> Callable[..., None]:
    """Return the command that imports one taxonomy."""

    @page_command("ImportsPage")
    def read_download(session: "Session", path: Download, force: Force = False) -> None:
        from careercli import console
        from careercli.locale import translate as _
        from careercli.taxonomies import layers, reader_of
        from careercli.taxonomies.download import open_download

        path = _at_home(path)
        _ask_for_a_home()
        try:
            with ExitStack() as stack:
                with console.reading() as progress, open_download(path, progress) as download:
                    batches = reader_of(name).read(download)
                    kept = stack.enter_context(layers.keep(name, batches, path, force=force))
                damages = _compile()
        except TimeoutError:
            raise UsageError(_("another import is going on; try again when it is done")) from None
        except OSError as error:
            raise UsageError(
                _(
                    "the import cannot be kept ({reason}): {path}; CAREERS_IMPORTS and "
                    "CAREERS_CACHE say where else"
                ).format(reason=reason(error), path=error.filename)
            ) from None
        before = {layer.name: old for layer, old in kept if old}
        _tell(session, [layer for layer, _old in kept], before=before)
        for damage in damages:
            console.warn(str(damage))

    return read_download


for _name, _title in NAMES.items():
    app.command(
        _name,
        help=f"Import a download of {_title}: a folder, zip or tar, as it was downloaded.",
        epilog=f"careers import {_name} ~/Downloads/{_name}.zip  # as it was downloaded",
    )(_importer(_name))


def _ask_for_a_home() -> None:
    """Raise UsageError if there is nowhere to keep an import, before it is read in vain."""
    from careercli.locale import translate as _
    from careercli.paths import cache_dir, imports_dir, is_nowhere

    if is_nowhere(imports_dir()) or is_nowhere(cache_dir()):
        raise UsageError(
            _("you have no home folder; set HOME, or CAREERS_IMPORTS and CAREERS_CACHE to folders")
        )


def _at_home(path: Path) -> Path:
    """Return a path with its tilde resolved, if there is such a home."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


@app.command("list", epilog="careers import list  # release, day and counts of each")
@page_command("ImportsPage")
def list_imports(session: "Session") -> None:
    """List what was imported: release, day, what came in and what was left out."""
    from careercli import console
    from careercli.taxonomies.layers import broken, layers

    for damage in broken():
        console.warn(str(damage))
    _tell(session, layers())


@app.command(epilog="careers import remove esco-en  # one language of it")
@page_command("ImportsPage")
def remove(session: "Session", name: Name) -> None:
    """Remove an import; the download itself is not touched."""
    from careercli import console
    from careercli.errors import InvalidDataError, NotFoundError
    from careercli.locale import translate as _
    from careercli.taxonomies import layers

    known = [layer.name for layer in layers.layers()]
    gone, files = layers.remove(name), layers.remove_broken(name)
    for file in files:
        console.warn(_("removed, damaged as it was: {path}").format(path=file))
    if not gone and not files:
        raise NotFoundError(
            _('Nothing called "{name}" was imported.').format(name=name)
            + (" " + _("There is: {known}.").format(known=", ".join(known)) if known else "")
        )
    if gone or session.form == "json":
        _tell(session, gone, removed=True)
    with suppress(InvalidDataError):  # of the shipped data: the next command tells
        _compile()


def _compile() -> list["Damage"]:
    """Compile the catalogue now, so that the next command need not; return what it leaves out."""
    from careercli import console
    from careercli.catalogue.catalogue import Catalogue, Reader
    from careercli.catalogue.store import open_catalogue

    with closing(open_catalogue(console.watched)) as connection:
        return Catalogue(connection, Reader()).damages


def _tell(
    session: "Session",
    found: Iterable["Layer"],
    *,
    before: Mapping[str, "Layer"] | None = None,
    removed: bool = False,
) -> None:
    from careercli.catalogue.import_page import imports_page

    session.emit(imports_page(found, session.language, before=before or {}, removed=removed))
