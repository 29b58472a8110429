"""The Typer app: its commands, and the one place where errors become exit codes."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from careercli import __version__, console, settings
from careercli.choices import nearest
from careercli.cli.arguments import arranged, asked_language, bare_role
from careercli.cli.commands import COMMANDS, COMPLETE, START
from careercli.errors import CareersError, NotFoundError, OutputError, UsageError, reason
from careercli.locale import choose_language, language_of, speak
from careercli.locale import translate as _
from careercli.names import sanitize
from careercli.screen import detect_terminal


class Commands(TyperGroup):
    """Imports a command when it is asked for, and turns every error into an exit code.

    Each error is one message on stderr, never a traceback.
    """

    typed: Sequence[str] = ()
    _guessed: str | None = None  # the word that was taken for a role, for want of a command
    _told: Sequence[str] = ()  # what is wrong with the file of settings

    def main(  # type: ignore[override]  # it takes the rest as it comes
        self, args: Any = None, prog_name: str | None = None, **given: Any
    ) -> Any:
        """Run the program in the reader's language, with what they have set for good."""
        typed = self.typed = list(sys.argv[1:] if args is None else args)
        written = settings.load()
        speak(choose_language(language_of(asked_language(typed) or "")))
        if COMPLETE in os.environ:
            from careercli.cli import shells

            shells.register()
        else:
            self._told = settings.wrong_in_file(written)
            for each in self._told:
                console.warn(each)
        self._guessed = bare_role(typed)
        return super().main(arranged(typed), prog_name, COMPLETE, **given)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Typer's signature
        """Return the names of all commands; none is imported for that."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - Typer's signature
        """Return a command, imported now, or None."""
        if cmd_name not in self.commands and cmd_name in (*COMMANDS, START):
            self.add_command(_imported(cmd_name), cmd_name)
        return self.commands.get(cmd_name)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """Return the commands that begin so, else roles: one may stand in place of a command."""
        from careercli.cli import shells

        found = super().shell_complete(ctx, incomplete)
        return found if found or incomplete.startswith("-") else shells.roles(ctx, incomplete)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments before the command; see the class."""
        try:
            with _output_watched():  # --help and --version write from here
                return super().parse_args(ctx, args)
        except Exception as error:
            if _is_usage(error):
                _complain(error)
            raise

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - Typer's signature
        """Write the help of the program."""
        _write_help(ctx)

    def invoke(self, ctx: Any) -> Any:
        """Run the command; see the class."""
        try:
            with _output_watched():
                return super().invoke(ctx)
        except CareersError as error:
            told, code = str(error), error.exit_code
            if isinstance(error, NotFoundError) and self._guessed:
                near = nearest(self._guessed, (*COMMANDS, "help"))
                if near:
                    told, code = _no_command(self._guessed, near), UsageError.exit_code
            if told not in self._told:
                console.warn(told)
            raise typer.Exit(code) from None
        except (typer.Exit, typer.Abort, KeyboardInterrupt):
            raise
        except Exception as error:
            if _is_usage(error):
                _complain(error)
            if os.environ.get("CAREERS_DEBUG"):
                raise
            console.warn(
                _(
                    "this is our fault: {error}. Please report it; CAREERS_DEBUG=1 shows where."
                ).format(error=f"{type(error).__name__}: {error}")
            )
            raise typer.Exit(CareersError.exit_code) from None


def _no_command(typed: str, near: Sequence[str]) -> str:
    """Return what to tell of a first word that is no role, and nearly a command."""
    told = _('there is no command and no role "{typed}".').format(typed=sanitize(typed)[:80])
    commands = ", ".join(f"careers {name}" for name in near)
    return f"{told} " + _("Did you mean {near}?").format(near=commands)


def _imported(name: str) -> Any:
    """Return the command of a module: Typer's own for the one, or the group of many."""
    module = import_module(f"careercli.cli.commands.{COMMANDS.get(name, name)}")
    command = typer.main.get_command(module.app)
    command.name = name
    for each in (command, *getattr(command, "commands", {}).values()):
        each.short_help = (each.help or "").partition("\n\n")[0]  # else it is cut off somewhere
        each.format_help = lambda ctx, _formatter: _write_help(ctx)
    return command


def _write_help(ctx: Any) -> NoReturn:
    """Write the help of a command, through the pager if it is longer than the screen."""
    from careercli.cli.help import help_page
    from careercli.render import render

    typed = ctx.find_root().command.typed
    screen = detect_terminal(plain="--plain" in typed, no_color="--no-color" in typed)
    page = render(help_page(ctx), "text", screen, dict)
    console.write(page, screen, paged="--no-pager" not in typed)
    raise typer.Exit


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
        console.warn(reason(error))
        raise typer.Exit(OutputError.exit_code) from None


def _is_usage(error: Exception) -> bool:
    """Return whether it is the parser's own complaint about the arguments."""
    return hasattr(error, "exit_code") and hasattr(error, "show")


def _complain(error: Any) -> NoReturn:
    """Tell what the parser has against the arguments, and end."""
    from careercli.cli.complaints import complaint

    console.warn(complaint(error))
    raise typer.Exit(UsageError.exit_code) from None


app = typer.Typer(
    cls=Commands,
    help="The career reference in a terminal: what a job is, pays, asks, becomes, "
    "and what AI does to it. Every figure with its source, in English and Dutch.",
    epilog="careers electrician  # what an electrician does, earns, needs and becomes\n"
    "careers list --with-diploma havo  # what you can do with your diploma\n"
    "careers show machine-learning-engineer --lang nl --per month  # in Dutch, pay a month",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"careers {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool,
        typer.Option("-V", "--version", help="Show the version.", callback=_version, is_eager=True),
    ] = False,
) -> None:
    """Runs before every command."""
