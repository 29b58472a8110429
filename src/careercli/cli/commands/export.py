"""careers export."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careercli import console
from careercli.cli import options
from careercli.cli.session import Session
from careercli.errors import OutputError, UsageError, reason
from careercli.locale import translate as _
from careercli.paths import in_place_of

if TYPE_CHECKING:
    from careercli.catalogue.catalogue import Catalogue
    from careercli.pages import RolePage

app = typer.Typer(add_completion=False)

FORMATS = ("jsonl", "csv", "sqlite", "llms")


@app.command(
    epilog="careers export --out roles.jsonl  # every role whole, a line each\n"
    "careers export --format csv --out roles.csv  # every code and figure, with its source\n"
    "careers export --format sqlite --out careers.db  # tables, for Datasette\n"
    "careers export --format llms --out texts  # llms.txt and llms-full.txt, for an assistant"
)
def export(
    form: Annotated[str, options.one_of(FORMATS, "--format", "FORMAT", "What to write.")] = "jsonl",
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="PATH",
            help="The file to write, or with llms the folder; else stdout.",
            show_default=False,
        ),
    ] = None,
    lang: options.Lang = None,
    per: options.Per = None,
    hours: options.Hours = None,
) -> None:
    """Write all roles at once, for programs and assistants."""
    if out is None and form in ("sqlite", "llms"):
        raise UsageError(_("--format {form} needs --out").format(form=form))
    session = Session(lang, "json", plain=True, no_color=True, per=per, hours=hours)
    match form:
        case "sqlite":
            _database(session.catalogue, _given(out))
        case "llms":
            _texts(session.catalogue, _given(out))
        case _:
            _stream(session, form, out)


def _given(out: Path | None) -> Path:
    assert out is not None  # noqa: S101 - asked for above
    return out


def _pages(catalogue: "Catalogue") -> "Iterator[RolePage]":
    from careercli.catalogue.directory import written_roles
    from careercli.catalogue.role_page import role_page

    return (role_page(catalogue, role) for role in written_roles(catalogue))


def _stream(session: Session, form: str, out: Path | None) -> None:
    from careercli.export.streams import csv_rows, json_lines

    written = {"jsonl": json_lines, "csv": csv_rows}[form](_pages(session.catalogue))
    if out is not None:
        _write(out, written)
        return
    for part in written:
        console.write(part, session.screen)


def _texts(catalogue: "Catalogue", folder: Path) -> None:
    from careercli.export.texts import FULL, INDEX, full, index

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot(folder, error) from error
    _write(folder / INDEX, index(_pages(catalogue)))
    _write(folder / FULL, full(_pages(catalogue), catalogue.number_style))


def _database(catalogue: "Catalogue", path: Path) -> None:
    from careercli.catalogue.database import write_database
    from careercli.render.spreadsheet import facts_of

    with _fresh(path) as fresh:
        fresh.unlink(missing_ok=True)
        write_database(catalogue, fresh, ((page, facts_of(page)) for page in _pages(catalogue)))


def _write(path: Path, parts: Iterable[str]) -> None:
    with _fresh(path) as fresh, fresh.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(parts)


@contextmanager
def _fresh(path: Path) -> Iterator[Path]:
    try:
        with in_place_of(path) as fresh:
            yield fresh
    except OSError as error:
        raise _cannot(path, error) from error


def _cannot(path: Path, error: OSError) -> OutputError:
    told = _("{path} cannot be written: {reason}")
    return OutputError(told.format(path=path, reason=reason(error)))
