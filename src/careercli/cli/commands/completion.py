"""careers completion [SHELL]."""

from typing import Annotated

import typer

from careercli import console
from careercli.cli import options
from careercli.cli.session import speak_with_reader
from careercli.errors import UsageError, reason
from careercli.locale import translate as _
from careercli.screen import detect_terminal

app = typer.Typer(add_completion=False)

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
_SHELL = options.OneOf(SHELLS)


@app.command(
    epilog="careers completion --install  # for the shell you are in\n"
    "careers completion zsh  # what zsh has to read, to put it where you like",
)
def completion(
    ctx: typer.Context,
    shell: Annotated[
        str | None,
        typer.Argument(
            metavar="[SHELL]",
            parser=_SHELL,
            help="The shell; else the one that you are in.",
            autocompletion=_SHELL.offer,
            show_default=False,
        ),
    ] = None,
    install: Annotated[
        bool, typer.Option("--install", help="Put it where the shell looks for it.")
    ] = False,
    _plain: options.AlreadyPlain = False,
    lang: options.Lang = None,
) -> None:
    """Let Tab complete commands, roles and words in your shell, or show what does."""
    from careercli.cli import shells

    speak_with_reader(lang)
    name = shell or shells.present()
    if name is None:
        raise UsageError(_("which shell? Known: {known}").format(known=", ".join(SHELLS)))
    program = str(ctx.find_root().info_name)
    if not install:
        console.write(shells.script(name, program), detect_terminal())
        return
    try:
        path = shells.install(name, program)
    except RuntimeError:  # Path.home() finds none
        raise UsageError(_("you have no home folder; set HOME")) from None
    except OSError as error:
        raise UsageError(
            _("it cannot be installed ({reason}); careers completion {shell} shows it").format(
                reason=reason(error), shell=name
            )
        ) from None
    console.warn(
        _("written: {path}. It works from the next shell that you open.").format(path=path)
    )
