"""careers list."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercli.catalogue.choices import ORDERS
from careercli.cli import completion, options
from careercli.cli.page_command import page_command

if TYPE_CHECKING:
    from careercli.cli.session import Session

app = typer.Typer(add_completion=False)

Many = list[str] | None


def _many(name: str, metavar: str, help_text: str, offer: completion.Completion) -> Any:
    """Return an option with several words: parted by commas, or repeated."""
    return typer.Option(
        *name.split(),
        metavar=metavar,
        help=help_text,
        autocompletion=completion.several(offer),
        show_default=False,
    )


_terms = completion.terms


@app.command(
    "list",
    context_settings=options.OLD_NAMES,
    epilog="careers list --with-diploma havo  # what you can do with it, now or after a study\n"
    "careers list --outlook growing --with-diploma hbo --sort salary  # best paid first\n"
    "careers list --work outdoors --without nights,weekends  # by how you want to work\n"
    "careers list --skill python,sql --any  # either skill; without --any, both\n"
    "careers list --tight --sort openings  # where employers are short of people\n"
    "careers list --groups --sort salary  # also jobs that have no page of their own\n"
    "careers list --format csv --sort exposure  # for a spreadsheet",
)
@page_command("ListPage", pay=True)
def list_roles(
    session: "Session",
    category: Annotated[
        Many, _many("--category", "FIELD", "Field of work: {categories}.", _terms("categories"))
    ] = None,
    level: Annotated[
        Many, _many("--level", "LEVEL", "How senior: {levels}.", _terms("levels"))
    ] = None,
    outlook: Annotated[
        Many, _many("--outlook", "OUTLOOK", "Of the group: {outlooks}.", _terms("outlooks"))
    ] = None,
    with_diploma: Annotated[
        Many,
        _many(
            "--with-diploma --education",
            "DIPLOMA",
            "What you have: {education}. Jobs that ask no more; if it is a school diploma, also "
            "those after a study that it opens.",
            _terms("education"),
        ),
    ] = None,
    study: Annotated[
        bool | None,
        typer.Option(
            "--study/--no-study",
            help="With or without jobs after one more study.",
            show_default=False,
        ),
    ] = None,
    profile: Annotated[
        Many,
        _many(
            "--profile",
            "PROFILE",
            "A profile of yours: {profiles}. Jobs whose studies ask for it, or for none.",
            _terms("profiles"),
        ),
    ] = None,
    subject: Annotated[
        Many,
        _many("--subject", "SUBJECT", "A school subject of yours: {subjects}.", _terms("subjects")),
    ] = None,
    skill: Annotated[
        Many, _many("--skill", "SKILL", "What you can: jobs that ask for it.", completion.skills)
    ] = None,
    work: Annotated[
        Many, _many("--work", "MARK", "What working life is like: {work}.", _terms("work"))
    ] = None,
    without: Annotated[
        Many,
        _many("--without", "MARK", "What it must not be like; the same words.", _terms("work")),
    ] = None,
    any_of: Annotated[
        bool, typer.Option("--any", help="One of the skills and marks is enough, not all.")
    ] = False,
    min_salary: Annotated[
        str | None,
        typer.Option(
            metavar="AMOUNT",
            help="Gross euros a year, or as --per says (60000, 60.000, 60k): half of the group "
            "earns this at least.",
        ),
    ] = None,
    origin: Annotated[
        Many,
        _many(
            "--origin",
            "ORIGIN",
            "Where roles come from: shipped, user, or what was imported (esco).",
            completion.origins,
        ),
    ] = None,
    tight: Annotated[
        bool, typer.Option("--tight", help="Jobs of whose group employers are short of people.")
    ] = False,
    groups: Annotated[
        bool,
        typer.Option(
            "--groups",
            help="Groups of jobs in place of roles, also those of which no role is written.",
        ),
    ] = False,
    sort: Annotated[
        str | None, options.one_of(ORDERS, "--sort", "ORDER", "In which order.")
    ] = None,
    limit: options.Limit = None,
    everything: options.All = False,
) -> None:
    """List roles, all or by filter: as many as fit the screen, or all in a pipe."""
    from careercli.catalogue.listing import Filters, list_page
    from careercli.errors import NotFoundError, UsageError
    from careercli.locale import translate as _

    if study is not None and not with_diploma:
        raise UsageError(_("--study and --no-study belong to --with-diploma"))
    if any_of and not (skill or work):
        raise UsageError(_("--any belongs to --skill or --work"))
    filters = Filters(
        category=_all(category),
        level=_all(level),
        outlook=_all(outlook),
        with_diploma=_all(with_diploma),
        study=study,
        profile=_all(profile),
        subject=_all(subject),
        skill=_all(skill),
        work=_all(work),
        without=_all(without),
        any=any_of,
        min_salary=min_salary,
        origin=_all(origin),
        tight=tight,
        groups=groups,
    )
    cut = session.is_cut(limit, everything=everything)
    page = list_page(session.catalogue, filters, sort, session.screen.height if cut else limit)
    session.emit_list(page, "roles", cut=cut)
    if not page.roles:
        none = _("No group passes these filters.") if groups else _("No role passes these filters.")
        raise NotFoundError(none)


def _all(given: Many) -> list[str]:
    """Return what an option holds, each word by itself; an empty one as it is: no list has it."""
    return options.flat(options.parted(words) or [words] for words in given or ())
