"""careers ladder ROLE."""

from typing import TYPE_CHECKING, Annotated

import typer

from careercli.cli import options
from careercli.cli.page_command import page_command

if TYPE_CHECKING:
    from careercli.cli.session import Session

app = typer.Typer(add_completion=False)


@app.command(
    epilog="careers ladder data-analyst  # ways in, and ways on\n"
    "careers ladder machine-learning-engineer --depth 2  # two rungs each way\n"
    "careers ladder cook --per month --lang nl  # in Dutch, pay a month"
)
@page_command("LadderPage", pay=True)
def ladder(
    session: "Session",
    role: options.Role,
    depth: Annotated[
        int | None,
        typer.Option(
            "--depth",
            parser=options.whole_number,
            metavar="NUMBER",
            help="Rungs each way; else two below and all the way up.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Show the way up from a role, and the ways in, with pay at every rung."""
    from careercli.catalogue.finding import find
    from careercli.catalogue.ladder_page import ladder_page

    session.emit(ladder_page(session.catalogue, find(session.catalogue, role), depth))
