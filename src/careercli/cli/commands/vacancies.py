"""careers vacancies ROLE."""

from typing import TYPE_CHECKING, Annotated

import typer

from careercli.cli import options
from careercli.cli.page_command import page_command
from careercli.errors import UsageError
from careercli.locale import translate as _
from careercli.locale import translate_plural as _n

if TYPE_CHECKING:
    from careercli.cli.session import Session

app = typer.Typer(add_completion=False)


@app.command(
    epilog="careers vacancies data-engineer  # addresses to look at\n"
    "careers vacancies data-engineer --open 1  # the first, in your browser"
)
@page_command("VacanciesPage")
def vacancies(
    session: "Session",
    role: options.Role,
    open_number: Annotated[
        int | None,
        typer.Option(
            "--open",
            parser=options.whole_number,
            metavar="NUMBER",
            help="Open this one in the browser.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Show links to current vacancies in the Netherlands."""
    from careercli.catalogue.finding import page_called
    from careercli.catalogue.vacancies import vacancies_page

    page = vacancies_page(page_called(session.catalogue, role))
    if open_number is None:
        session.emit(page)
        return
    if open_number > len(page.vacancies):
        count = len(page.vacancies)
        message = _n(
            "--open {number}: there is {count} site.",
            "--open {number}: there are {count} sites.",
            count,
        )
        raise UsageError(message.format(number=open_number, count=count))
    _open(page.vacancies[open_number - 1].url)


def _open(url: str) -> None:
    import webbrowser

    if not webbrowser.open(url):
        raise UsageError(_("No browser could be opened; the address is {url}").format(url=url))
