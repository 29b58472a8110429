"""careers show ROLE."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercli import console
from careercli.cli import completion, options
from careercli.cli.page_command import page_command
from careercli.errors import UsageError
from careercli.locale import translate as _
from careercli.render import SECTIONS

if TYPE_CHECKING:
    from careercli.catalogue.catalogue import Catalogue
    from careercli.cli.session import Session

app = typer.Typer(add_completion=False)


_PANELS = options.OneOf(SECTIONS)


@app.command(
    context_settings=options.OLD_NAMES,
    epilog="careers show cook --brief  # the first screen alone\n"
    "careers show machine-learning-engineer --section salary,ai --per month  # two panels\n"
    "careers show dataengineer --lang nl --hours 36  # in Dutch, pay for a week of 36 hours\n"
    "careers show teacher.toml  # a role file of yours as it is so far\n"
    "careers show cook --format toml  # a role file to start your own from",
)
@page_command("RolePage", pay=True, also=("toml",))
def show(
    session: "Session",
    title: options.Title,
    section: Annotated[
        list[str] | None,
        typer.Option(
            "--section",
            metavar="PANEL",
            parser=options.SeveralOf(_PANELS),
            help="Only these panels, parted by commas.",
            autocompletion=completion.several(_PANELS.offer),
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
    role = " ".join(title)
    if brief and section:
        raise UsageError(_("--brief and --section say different things; give one of them"))
    choices = {"sections": options.flat(section), "brief": brief}

    def put_out(catalogue: "Catalogue", number: int) -> None:
        _put_out(session, catalogue, number, choices)

    if role.lower().endswith(".toml"):  # as no title does
        from careercli.cli.preview import show_file

        show_file(session, role, put_out)
        return
    catalogue = session.catalogue
    if origin is None and session.form != "toml":
        from careercli.catalogue.finding import page_called

        session.emit(page_called(catalogue, role), **choices)
        return
    from careercli.catalogue.finding import find

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
