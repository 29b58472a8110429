"""careers list."""

from typing import TYPE_CHECKING, Annotated

import typer

from careercli.catalogue.choices import ORDERS
from careercli.cli import completion, options
from careercli.cli.page_command import page_command

if TYPE_CHECKING:
    from careercli.cli.session import Session

app = typer.Typer(add_completion=False)

Many = list[str] | None


@app.command(
    "list",
    cls=options.WithWords,
    context_settings=options.OLD_NAMES,
    epilog="Example: careers list --outlook growing --education hbo --sort salary",
)
@page_command("ListPage", pay=True)
def list_roles(
    session: "Session",
    category: Annotated[
        Many,
        typer.Option(
            help="Field of work; may be repeated.", autocompletion=completion.terms("categories")
        ),
    ] = None,
    level: Annotated[
        Many, typer.Option(help="{levels}.", autocompletion=completion.terms("levels"))
    ] = None,
    outlook: Annotated[
        Many, typer.Option(help="{outlooks}.", autocompletion=completion.terms("outlooks"))
    ] = None,
    education: Annotated[
        str | None,
        typer.Option(
            help="Your diploma: roles that ask for more are left out.",
            autocompletion=completion.terms("education"),
        ),
    ] = None,
    skill: Annotated[
        Many,
        typer.Option(
            help="Roles that ask for this skill; repeatable.", autocompletion=completion.skills
        ),
    ] = None,
    min_salary: Annotated[
        str | None,
        typer.Option(
            metavar="AMOUNT",
            help="EUR gross, as --per says (60000, 60.000, 60k): the least that half of the "
            "group earns.",
        ),
    ] = None,
    origin: Annotated[
        Many,
        typer.Option(
            help="shipped, user, or what was imported (esco); repeatable.",
            autocompletion=completion.origins,
        ),
    ] = None,
    tight: Annotated[
        bool, typer.Option("--tight", help="Roles of whose group employers are short of people.")
    ] = False,
    sort: Annotated[str, options.one_of(ORDERS, "--sort", "Order.")] = "title",
    limit: options.Limit = None,
    everything: options.All = False,
) -> None:
    """List roles, all or by filter: as many as fit the screen, or all in a pipe."""
    from careercli.catalogue.listing import Filters, list_page
    from careercli.errors import NotFoundError
    from careercli.locale import translate as _

    filters = Filters(
        category or (),
        level or (),
        outlook or (),
        education,
        skill or (),
        min_salary,
        origin or (),
        tight,
    )
    cut = session.is_cut(limit, everything=everything)
    page = list_page(session.catalogue, filters, sort, session.screen.height if cut else limit)
    session.emit_list(page, "roles", cut=cut)
    if not page.roles:
        raise NotFoundError(_("No role passes these filters."))
