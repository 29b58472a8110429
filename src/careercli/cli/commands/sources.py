"""careers sources [ROLE]."""

from typing import TYPE_CHECKING

import typer

from careercli.cli import options
from careercli.cli.page_command import page_command

if TYPE_CHECKING:
    from careercli.cli.session import Session

app = typer.Typer(add_completion=False)


@app.command(
    epilog="careers sources  # the whole list\n"
    "careers sources machine-learning-engineer  # those of one page"
)
@page_command("SourcesPage")
def sources(session: "Session", role: options.OptionalRole = None) -> None:
    """Show where the figures come from, with licence and caveat."""
    from careercli.catalogue.finding import page_called
    from careercli.catalogue.listing import sources_page
    from careercli.pages import SourcesPage

    if role is None:
        session.emit(sources_page(session.catalogue))
        return
    page = page_called(session.catalogue, role)
    session.emit(SourcesPage(session.language, page.title, session.cited(page)))
