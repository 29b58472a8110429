"""The Typer app: its commands, and the one place where errors become exit codes."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from careercli import __version__, console
from careercli.cli import completion
from careercli.cli.commands import (
    check,
    compare,
    importing,
    ladder,
    listing,
    new,
    paths,
    search,
    show,
    sources,
)
from careercli.cli.commands import vacancies as vacancies_command
from careercli.errors import CareersError
from careercli.locale import translate as _
from careercli.names import sanitize

_IO_ERROR = 74  # EX_IOERR of sysexits.h: the output could not be written


class Commands(TyperGroup):
    """Turns every error into one message on stderr and its exit code; never a traceback."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments before the command; see the class."""
        try:
            with _output_watched():  # --help and --version write from here
                return super().parse_args(ctx, args)
        except Exception as error:
            _defuse(error)
            raise

    def invoke(self, ctx: Any) -> Any:
        """Run the command; see the class."""
        try:
            with _output_watched():
                return self._invoke_with_second_try(ctx)
        except CareersError as error:
            console.warn(str(error))
            raise typer.Exit(error.exit_code) from None
        except (typer.Exit, typer.Abort, KeyboardInterrupt):
            raise
        except Exception as error:
            if _is_usage(error):
                _defuse(error)
                raise
            if os.environ.get("CAREERS_DEBUG"):
                raise
            console.warn(
                _(
                    "this is our fault: {error}. Please report it; CAREERS_DEBUG=1 shows where."
                ).format(error=f"{type(error).__name__}: {error}")
            )
            raise typer.Exit(CareersError.exit_code) from None

    def _invoke_with_second_try(self, ctx: Any) -> Any:
        """Run the command; if the catalogue was at fault, again with a new one.

        Nothing has been written by then: a page is put out once it is made.
        """
        arguments = ctx._protected_args, ctx.args  # the first try empties them
        try:
            return super().invoke(ctx)
        except Exception as error:
            if not _is_of_catalogue(error):
                raise
            from careercli.catalogue.store import throw_away_catalogue

            throw_away_catalogue()
            ctx._protected_args, ctx.args = arguments
            return super().invoke(ctx)


@contextmanager
def _output_watched() -> Iterator[None]:
    """Turn what goes wrong with the output into an exit code."""
    try:
        yield
    except BrokenPipeError:
        # The reader has seen enough (| head). Nothing more may reach that pipe, not
        # even what Python flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
    except OSError as error:
        console.warn(f"{error.strerror or error}")
        raise typer.Exit(_IO_ERROR) from None


def _is_of_catalogue(error: Exception) -> bool:
    """Return whether a damaged catalogue shows itself so."""
    return type(error).__module__ in ("sqlite3", "json.decoder")


def _is_usage(error: Exception) -> bool:
    """Return whether it is Typer's own complaint about the arguments."""
    return hasattr(error, "exit_code") and hasattr(error, "show")


def _defuse(error: Exception) -> None:
    """Keep what somebody typed from steering the terminal when Typer repeats it."""
    for name in ("message", "option_name"):
        if isinstance(text := getattr(error, name, None), str):
            setattr(error, name, sanitize(text))


app = typer.Typer(
    cls=Commands,
    help="The career reference in a terminal: what a job is, pays, asks, becomes, "
    "and what AI does to it. Every figure with its source, in English and Dutch.",
    epilog="Example: careers show machine-learning-engineer --lang nl",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

completion.quicken()


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"careers {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool,
        typer.Option("--version", help="Show the version.", callback=_version, is_eager=True),
    ] = False,
) -> None:
    """Runs before every command."""


app.command("show", epilog=show.EXAMPLE)(show.show)
app.command("ladder", epilog=ladder.EXAMPLE)(ladder.ladder)
app.command("compare", epilog=compare.EXAMPLE)(compare.compare)
app.command("list", epilog=listing.EXAMPLE)(listing.list_roles)
app.command("search", epilog=search.EXAMPLE)(search.search)
app.command("vacancies", epilog=vacancies_command.EXAMPLE)(vacancies_command.vacancies)
app.command("sources", epilog=sources.EXAMPLE)(sources.sources)
app.command("check", epilog=check.EXAMPLE)(check.check)
app.command("new", epilog=new.EXAMPLE)(new.new)
app.add_typer(importing.app, name="import", epilog=importing.EXAMPLE)
app.command("paths", epilog=paths.EXAMPLE)(paths.paths)
