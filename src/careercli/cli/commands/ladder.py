"""careers ladder ROLE."""

from typing import Annotated

import typer

from careercli.cli import options

EXAMPLE = "Example: careers ladder data-analyst --depth 3"


def ladder(
    role: options.Role,
    depth: Annotated[
        int | None,
        typer.Option(
            "--depth",
            min=1,
            max=20,
            help="Rungs each way; else two below and all the way up.",
            show_default=False,
        ),
    ] = None,
    per: options.Per = "year",
    hours: options.Hours = 38.0,
    lang: options.Lang = None,
    form: options.PageFormat = "text",
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """Show the way up from a role, and the ways in, with pay at every rung."""
    from careercli.catalogue.finding import find
    from careercli.catalogue.ladder_page import ladder_page
    from careercli.cli.session import Session
    from careercli.render.layout.ladder import document

    session = Session(lang, plain=plain, no_color=no_color, per=per, hours=hours)
    page = ladder_page(session.catalogue, find(session.catalogue, role), depth)
    session.emit(page, form, document)
