"""careers show ROLE."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercli import console
from careercli.cli import options
from careercli.cli.page_command import page_command
from careercli.errors import UsageError
from careercli.locale import translate as _
from careercli.render import SECTIONS

if TYPE_CHECKING:
    from careercli.catalogue.catalogue import Catalogue
    from careercli.cli.session import Session

app = typer.Typer(add_completion=False)


def _last_section(incomplete: str) -> list[str]:
    """Return the sections that complete the last of several parted by commas."""
    done, comma, last = incomplete.rpartition(",")
    return [f"{done}{comma}{name}" for name in SECTIONS if name.startswith(last)]


@app.command(
    context_settings=options.OLD_NAMES,
    epilog="Example: careers show machine-learning-engineer --section salary,ai --per month",
)
@page_command("RolePage", pay=True, also={"toml": "a role file to start your own from"})
def show(
    session: "Session",
    role: options.Role,
    section: Annotated[
        list[str] | None,
        typer.Option(
            "--section",
            help=f"Only these panels, parted by commas: {', '.join(SECTIONS)}.",
            autocompletion=_last_section,
            show_default=False,
        ),
    ] = None,
    brief: Annotated[
        bool, typer.Option("--brief", help="The first screen alone: pay, needs, AI, ladder.")
    ] = False,
    origin: options.Origin = None,
) -> None:
    """Show a role: the first screen answers, the whole page follows.

    A path of a role file (PATH.toml) shows the page that is being written.
    """
    if brief and section:
        raise UsageError(_("--brief and --section say different things; give one of them"))
    choices = {"sections": _sections(section or []), "brief": brief}

    def put_out(catalogue: "Catalogue", number: int) -> None:
        _put_out(session, catalogue, number, choices)

    if role.lower().endswith(".toml"):  # as no title does
        from careercli.cli.preview import show_file

        show_file(session, role, put_out)
        return
    from careercli.catalogue.finding import find

    catalogue = session.catalogue
    origin_id = catalogue.origin_of(origin) if origin is not None else None
    put_out(catalogue, find(catalogue, role, origin_id))


def _put_out(
    session: "Session", catalogue: "Catalogue", number: int, choices: Mapping[str, Any]
) -> None:
    if session.form == "toml":
        from careercli.cli.role_file import role_file

        text = role_file(catalogue, number, ascii_only=session.screen.ascii_only)
        console.write(text, session.screen)
        return
    from careercli.catalogue.role_page import role_page

    session.emit(role_page(catalogue, number), **choices)


def _sections(given: list[str]) -> list[str]:
    """Return the names of panels, each once; raises UsageError for one that there is not."""
    names = [name.strip().lower() for text in given for name in text.split(",") if name.strip()]
    for name in names or given:
        if name not in SECTIONS:
            raise UsageError(
                _("--section: there is no panel {name!r}; choose from {known}").format(
                    name=name, known=", ".join(SECTIONS)
                )
            )
    return list(dict.fromkeys(names))
