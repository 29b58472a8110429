"""careers search WORDS."""

from typing import TYPE_CHECKING, Annotated

import typer

from careercli.cli import options
from careercli.cli.page_command import page_command
from careercli.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from careercli.cli.session import Session

app = typer.Typer(add_completion=False)


@app.command(
    context_settings=options.OLD_NAMES,
    epilog="careers search python vision  # titles, skills and texts\n"
    'careers search "cook OR nurse"  # two at once\n'
    "careers search nacht --lang nl --limit 5  # the best five, in Dutch",
)
@page_command("SearchPage", pay=True)
def search(
    session: "Session",
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS",
            help="Words, or how they begin, in either language.",
            show_default=False,
        ),
    ],
    limit: options.Limit = None,
    everything: options.All = False,
    origin: options.Origin = None,
) -> None:
    """Find jobs by name, skill or text; what may only be meant is told apart.

    A code is a name (2512, 15-1252, an address of ESCO). Words in quotes stand together.
    """
    from careercli.catalogue.searching import search_page
    from careercli.locale import translate as _

    query = " ".join(words).strip()
    if not query:
        raise UsageError(_("search needs a word; for example: careers search python"))
    kept = session.catalogue.origin_of(origin) if origin is not None else None
    cut = session.is_cut(limit, everything=everything)
    most = session.screen.height if cut else limit
    page = search_page(session.catalogue, query, most, kept)
    session.emit_list(page, "hits", cut=cut)
    if page.is_guess:
        raise typer.Exit(NotFoundError.exit_code)
