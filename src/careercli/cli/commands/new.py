"""careers new TITLE."""

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from careercli import console, paths
from careercli.cli import options
from careercli.cli.session import speak_with_reader
from careercli.errors import UsageError, reason
from careercli.locale import translate as _
from careercli.names import LONGEST_SLUG, as_slug, is_control, is_usable_slug, name_key
from careercli.screen import detect_terminal

if TYPE_CHECKING:
    from careercli.roles.workspace import Workspace

app = typer.Typer(add_completion=False)


@app.command(
    epilog='careers new "Marketing Analyst"  # in the folder for your own roles\n'
    'careers new "Tandprotheticus" --lang nl --folder .  # here, with a Dutch title'
)
def new(
    title: Annotated[
        str,
        typer.Argument(
            metavar="TITLE", help="The job's title, in the language.", show_default=False
        ),
    ],
    folder: Annotated[
        Path | None,
        typer.Option(
            "--folder",
            metavar="FOLDER",
            help="Where to write it; else the folder for your own roles (careers paths).",
            show_default=False,
        ),
    ] = None,
    _plain: options.AlreadyPlain = False,
    lang: options.Lang = None,
) -> None:
    """Write a role file to fill in, with codes proposed from the title."""
    language = speak_with_reader(lang)
    title = " ".join(title.split())
    path = (folder or paths.user_roles_dir()) / f"{_slug(title)}.toml"
    _make_room(path.parent, parents=folder is None)
    text = _text(title, language, path)
    _write(path, text)
    console.write(f"{path}\n", detect_terminal())
    console.warn(
        _(
            "written. Fill it in; careers check {path} tells what is left, "
            "and careers show {path} what it looks like."
        ).format(path=quote(str(path)))
    )


def _slug(title: str) -> str:
    slug = as_slug(title)
    if not is_usable_slug(slug) or any(map(is_control, title)) or set(title) & set('"\\'):
        raise UsageError(
            _(
                "a title has letters (a to z) or digits, no quotes, and at most {count} signs"
            ).format(count=LONGEST_SLUG)
        )
    return slug


def _text(title: str, language: str, path: Path) -> str:
    from careercli.roles.proposing import propose
    from careercli.roles.template import Known, template
    from careercli.roles.workspace import read_workspace

    library = read_workspace()
    _tell_of_others(title, path, library)
    known = Known(texts={language: {"title": title}})
    return template(title, known, _schema(path), propose(title, library), library)


def _tell_of_others(title: str, path: Path, library: "Workspace") -> None:
    """Warn of a shipped role that the file replaces, and of roles that have the name already."""
    if (paths.data_dir() / "roles" / path.name).exists() and path.parent == paths.user_roles_dir():
        console.warn(_("your file will take the place of the shipped role of that name"))
    for other in sorted(library.named.get(name_key(title), set()) - {path.stem}):
        console.warn(
            _(
                '"{title}" is a name of {other} already: before the file is used, give it another '
                "title, or take the alias out there"
            ).format(title=title, other=other)
        )


def _schema(path: Path) -> str:
    """Return the address of the schema: relative within a checkout, whole from elsewhere."""
    schema = paths.role_schema()
    tree = schema.parents[1]
    here = path.parent.resolve()
    if here.is_relative_to(tree):
        return "../" * len(here.relative_to(tree).parts) + schema.relative_to(tree).as_posix()
    return schema.as_uri()


def _make_room(folder: Path, *, parents: bool) -> None:
    """Make a folder; those around it only if it is our own: another may be a slip of the pen."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(_("{path} is not a folder").format(path=folder))
    try:
        folder.mkdir(parents=parents, exist_ok=True)
    except FileNotFoundError as error:
        if parents:
            raise _unwritable(folder, error) from None
        raise UsageError(
            _("{path} cannot be made: there is no folder {around}").format(
                path=folder, around=folder.parent
            )
        ) from None
    except OSError as error:
        raise _unwritable(folder, error) from None


def _write(path: Path, text: str) -> None:
    """Write a new file, whole or not at all; one that is there already is left as it is."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            try:
                file.write(text)
                file.flush()
            except BaseException:
                path.unlink()
                raise
    except FileExistsError:
        raise UsageError(
            _("{path} is there already; edit it, or choose another title").format(path=path)
        ) from None
    except OSError as error:
        raise _unwritable(path, error) from None


def _unwritable(path: Path, error: OSError) -> UsageError:
    if paths.is_nowhere(path):
        return UsageError(_("you have no home folder; set HOME, or CAREERS_ROLES to a folder"))
    told = _("{path} cannot be written ({reason})").format(path=path, reason=reason(error))
    if paths.user_roles_dir() in (path, path.parent):
        told += _("; --folder or CAREERS_ROLES says where else")
    return UsageError(told)
