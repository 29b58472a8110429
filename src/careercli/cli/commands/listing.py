"""careers list."""

from typing import Annotated, Literal

import typer

from careercli.cli import options

EXAMPLE = "Example: careers list --outlook growing --education hbo --sort salary"

Many = list[str] | None


def list_roles(
    category: Annotated[Many, typer.Option(help="Field of work; may be repeated.")] = None,
    level: Annotated[Many, typer.Option(help="junior, medior, senior, lead, executive.")] = None,
    outlook: Annotated[Many, typer.Option(help="growing, stable, shrinking, unknown.")] = None,
    education: Annotated[
        str | None, typer.Option(help="Your diploma: roles that ask for more are left out.")
    ] = None,
    skill: Annotated[Many, typer.Option(help="Roles that ask for this skill; repeatable.")] = None,
    min_salary: Annotated[
        float | None,
        typer.Option(min=0, help="EUR gross a year at which the indicative band must begin."),
    ] = None,
    source: Annotated[
        Many, typer.Option(help="shipped, user, or what was imported (esco); repeatable.")
    ] = None,
    sort: Annotated[
        Literal["title", "category", "level", "outlook", "salary", "education", "exposure"],
        typer.Option(help="Order."),
    ] = "title",
    per: options.Per = "year",
    hours: options.Hours = 38.0,
    lang: options.Lang = None,
    form: options.ListFormat = "text",
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """List roles, all or by filter."""
    from careercli.catalogue.listing import Filters, list_page
    from careercli.cli.session import Session
    from careercli.errors import NotFoundError
    from careercli.locale import translate as _
    from careercli.render.layout.listing import list_document

    session = Session(lang, plain=plain, no_color=no_color, per=per, hours=hours)
    filters = Filters(
        category or (), level or (), outlook or (), education, skill or (), min_salary, source or ()
    )
    page = list_page(session.catalogue, filters, sort)
    session.emit(page, form, list_document)
    if not page.roles:
        raise NotFoundError(_("No role passes these filters."))
