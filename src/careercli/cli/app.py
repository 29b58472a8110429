"""The Typer app: its commands, and the one place where errors become exit codes."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from careercli import __version__, console
from careercli.cli import completion
from careercli.cli.commands import COMMANDS
from careercli.errors import CareersError, OutputError
from careercli.locale import translate as _
from careercli.names import sanitize
from careercli.screen import detect_terminal, is_forced


class Commands(TyperGroup):
    """Imports a command when it is asked for, and turns every error into an exit code.

    Each error is one message on stderr, never a traceback.
    """

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Typer's signature
        """Return the names of all commands; none is imported for that."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - Typer's signature
        """Return a command, or None; a name that is none imports all: Typer offers the nearest."""
        for name in [cmd_name] if cmd_name in COMMANDS else COMMANDS:
            if name not in self.commands:
                self.add_command(_imported(name), name)
        return self.commands.get(cmd_name)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments before the command; see the class."""
        try:
            with _output_watched():  # --help and --version write from here
                return super().parse_args(ctx, args)
        except Exception as error:
            _defuse(error)
            raise

    def main(self, *args: Any, **settings: Any) -> Any:
        """Run the program; where pages are plain, so are help and errors about arguments."""
        if not _are_drawn():
            self.rich_markup_mode = None
        return super().main(*args, **settings)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help, through the pager if it is longer than the screen."""
        with console.paging():
            super().format_help(ctx, formatter)

    def invoke(self, ctx: Any) -> Any:
        """Run the command; see the class."""
        try:
            with _output_watched():
                return super().invoke(ctx)
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


def _imported(name: str) -> Any:
    """Return the command of a module: Typer's own for the one, or the group of many."""
    module = import_module(f"careercli.cli.commands.{COMMANDS[name]}")
    command = typer.main.get_command(module.app)
    command.name = name
    for each in (command, *getattr(command, "commands", {}).values()):
        if not _are_drawn():
            each.rich_markup_mode = None
        each.short_help = (each.help or "").partition("\n\n")[0]  # else it is cut off somewhere
        each.format_help = console.paging()(each.format_help)
    return command


def _are_drawn() -> bool:
    """Return whether help and errors may have boxes, which a screen reader reads out line by line.

    They may where pages have them, and errors go to a terminal too.
    """
    told = console.is_watched() or is_forced()
    return told and detect_terminal(plain="--plain" in sys.argv).boxes


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
        raise typer.Exit(OutputError.exit_code) from None
    except SystemExit as error:
        # Rich, which draws the help, ends the process with 1 if that reader has seen enough.
        if isinstance(error.__context__, BrokenPipeError):
            raise typer.Exit(0) from None
        raise


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
