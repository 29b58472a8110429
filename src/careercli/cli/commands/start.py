"""careers, with nothing after it: the start page."""

from datetime import date
from typing import TYPE_CHECKING

import typer

from careercli.cli.page_command import page_command

if TYPE_CHECKING:
    from careercli.cli.session import Session

app = typer.Typer(add_completion=False)


@app.command(epilog="careers  # the start page")
@page_command("StartPage", pay=True)
def start(session: "Session") -> None:
    """Show where to begin: a command for each question."""
    from careercli.catalogue.start_page import start_page

    session.emit(start_page(session.catalogue, date.today()))
