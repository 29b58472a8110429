"""careers vacancies ROLE."""

from typing import Annotated

import typer

from careercli.cli import options
from careercli.errors import UsageError
from careercli.locale import translate as _

EXAMPLE = "Example: careers vacancies data-engineer --open 1"


def vacancies(
    role: options.Role,
    open_number: Annotated[
        int | None,
        typer.Option("--open", min=1, help="Open this one in the browser.", show_default=False),
    ] = None,
    lang: options.Lang = None,
    form: options.PageFormat = "text",
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """Show links to current vacancies in the Netherlands."""
    from careercli.catalogue.finding import find
    from careercli.catalogue.role_page import vacancies_page
    from careercli.cli.session import Session
    from careercli.render.layout.listing import vacancies_document

    session = Session(lang, plain=plain, no_color=no_color)
    page = vacancies_page(session.catalogue, find(session.catalogue, role))
    if open_number is None:
        session.emit(page, form, vacancies_document)
        return
    if open_number > len(page.vacancies):
        raise UsageError(
            _("--open {number}: there are {count} sites.").format(
                number=open_number, count=len(page.vacancies)
            )
        )
    _open(page.vacancies[open_number - 1].url)


def _open(url: str) -> None:
    import webbrowser

    if not webbrowser.open(url):
        raise UsageError(_("No browser could be opened; the address is {url}").format(url=url))
