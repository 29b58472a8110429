"""careers search WORDS."""

from typing import Annotated

import typer

from careercli.cli import options
from careercli.errors import UsageError

EXAMPLE = "Example: careers search python vision"


def search(
    words: Annotated[
        list[str],
        typer.Argument(help="Words, or how they begin, in either language.", show_default=False),
    ],
    limit: Annotated[int, typer.Option(min=1, max=200, help="Most hits.")] = 10,
    source: options.Source = None,
    lang: options.Lang = None,
    form: options.ListFormat = "text",
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """Find roles by title, alias, skill or text, typing errors forgiven."""
    from careercli.catalogue.searching import search_page
    from careercli.cli.session import Session
    from careercli.locale import translate as _
    from careercli.render.layout.listing import search_document

    query = " ".join(words).strip()
    session = Session(lang, plain=plain, no_color=no_color)
    if not query:
        raise UsageError(_("search needs a word; for example: careers search python"))
    origin = session.catalogue.origin_of(source) if source is not None else None
    page = search_page(session.catalogue, query, limit, origin)
    session.emit(page, form, search_document)
