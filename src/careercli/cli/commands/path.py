"""careers path FROM TO."""

from typing import TYPE_CHECKING, Annotated

import typer

from careercli.cli import completion, options
from careercli.cli.page_command import page_command

if TYPE_CHECKING:
    from careercli.cli.session import Session

app = typer.Typer(add_completion=False)


@app.command(
    epilog="careers path care-worker nurse-specialist  # what to learn, step by step\n"
    "careers path electrician construction-manager --max-years 8  # in so many years\n"
    'careers path cook "primary teacher"  # what lies between, where there is no road'
)
@page_command("PathPage", pay=True)
def path(
    session: "Session",
    start: Annotated[
        str,
        typer.Argument(
            metavar="FROM",
            help="The role that you have.",
            autocompletion=completion.roles,
            show_default=False,
        ),
    ],
    goal: Annotated[
        str,
        typer.Argument(
            metavar="TO",
            help="The role that you want; a title of several words in quotes.",
            autocompletion=completion.roles,
            show_default=False,
        ),
    ],
    via: Annotated[
        str | None,
        typer.Option(metavar="ROLE", help="A role on the way.", autocompletion=completion.roles),
    ] = None,
    no_study: Annotated[
        bool,
        typer.Option("--no-study", help="Only steps for which your diploma will do."),
    ] = False,
    max_years: Annotated[
        int | None,
        typer.Option(
            "--max-years",
            parser=options.whole_number,
            metavar="YEARS",
            help="What takes so many years at most.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Show the way from one role to another: what to learn at each step, study, years and pay.

    In three steps at most, over the ladder and between jobs of which the work is alike. Where there
    is no road it says so, and shows what lies between.
    """
    from careercli.catalogue.finding import find
    from careercli.catalogue.path_page import path_page
    from careercli.catalogue.routes import Limits

    catalogue = session.catalogue
    through = find(catalogue, via) if via is not None else None
    limits = Limits(through, no_study, max_years)
    session.emit(path_page(catalogue, find(catalogue, start), find(catalogue, goal), limits))
