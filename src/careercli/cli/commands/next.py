"""careers next ROLE."""

from typing import TYPE_CHECKING, Annotated

import typer

from careercli.catalogue.choices import NEXT_ORDERS
from careercli.cli import options
from careercli.cli.page_command import page_command

if TYPE_CHECKING:
    from careercli.cli.session import Session

app = typer.Typer(add_completion=False)


@app.command(
    "next",
    epilog="careers next data-analyst  # the ladder first, then what is like it\n"
    "careers next cook --sort openings --all  # where most places open up\n"
    "careers next nurse-specialist --lang nl --per month  # in Dutch, pay a month",
)
@page_command("NextPage", pay=True)
def next_(
    session: "Session",
    role: options.Role,
    sort: Annotated[
        str | None,
        options.one_of(NEXT_ORDERS, "--sort", "ORDER", "In which order what is like it stands."),
    ] = None,
    limit: options.Limit = None,
    everything: options.All = False,
) -> None:
    """Show what may come next: the ladder, and jobs of which the work is like this one.

    Each with the change in pay, the study and the skills that lie between.
    """
    from careercli.catalogue.finding import find
    from careercli.catalogue.next_page import next_page

    catalogue = session.catalogue
    cut = session.is_cut(limit, everything=everything)
    most = session.screen.height if cut else limit
    page = next_page(catalogue, find(catalogue, role), sort, most)
    session.emit_list(page, "moves", cut=cut)
