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
    "careers list --by group  # how many people work in what, and which jobs have a page\n"
    "careers list --format csv --sort exposure  # for a spreadsheet",
)
@page_command("ListPage", pay=True)
def list_roles(
    session: "Session",
    category: Annotated[
        Many,
        options.many("--category", "FIELD", "Field of work: {categories}.", _terms("categories")),
    ] = None,
    level: Annotated[
        Many, options.many("--level", "LEVEL", "How senior: {levels}.", _terms("levels"))
    ] = None,
    outlook: Annotated[
        Many, options.many("--outlook", "OUTLOOK", "Of the group: {outlooks}.", _terms("outlooks"))
    ] = None,
    with_diploma: Annotated[
        Many,
        options.many(
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
        options.many(
            "--profile",
            "PROFILE",
            "A profile of yours: {profiles}. Jobs whose studies ask for it, or for none.",
            _terms("profiles"),
        ),
    ] = None,
    subject: Annotated[
        Many,
        options.many(
            "--subject", "SUBJECT", "A school subject of yours: {subjects}.", _terms("subjects")
        ),
    ] = None,
    skill: Annotated[
        Many,
        options.many("--skill", "SKILL", "What you can: jobs that ask for it.", completion.skills),
    ] = None,
    interest: Annotated[
        Many,
        options.many(
            "--interest",
            "KIND",
            "What the work asks you to like: {interests}.",
            _terms("interests"),
        ),
    ] = None,
    work: Annotated[
        Many, options.many("--work", "MARK", "What working life is like: {work}.", _terms("work"))
    ] = None,
    without: Annotated[
        Many,
        options.many(
            "--without", "MARK", "What it must not be like; the same words.", _terms("work")
        ),
    ] = None,
    any_of: Annotated[
        bool,
        typer.Option("--any", help="One of skills, interests or marks is enough, not all."),
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
        options.many(
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
    by: Annotated[
        str | None,
        options.one_of(
            ("group",), "--by", "GROUP", "The roles of each group of people in work, largest first."
        ),
    ] = None,
    sort: Annotated[
        str | None, options.one_of(ORDERS, "--sort", "ORDER", "In which order.")
    ] = None,
    limit: options.Limit = None,
    everything: options.All = False,
) -> None:
    """List roles, all or by filter: as many as fit the screen, or all in a pipe."""
    from careercli.catalogue.covering import coverage_page
    from careercli.catalogue.listing import Filters, list_page
    from careercli.errors import NotFoundError, UsageError
    from careercli.locale import translate as _

    if study is not None and not with_diploma:
        raise UsageError(_("--study and --no-study belong to --with-diploma"))
    if any_of and not (skill or work or interest):
        raise UsageError(_("--any belongs to --skill, --interest or --work"))
    filters = Filters(
        category=options.words_of(category),
        level=options.words_of(level),
        outlook=options.words_of(outlook),
        with_diploma=options.words_of(with_diploma),
        study=study,
        profile=options.words_of(profile),
        subject=options.words_of(subject),
        skill=options.words_of(skill),
        interest=options.words_of(interest),
        work=options.words_of(work),
        without=options.words_of(without),
        any=any_of,
        min_salary=min_salary,
        origin=options.words_of(origin),
        tight=tight,
        groups=groups,
    )
    cut = session.is_cut(limit, everything=everything)
    if by:
        if groups or sort:
            raise UsageError(_("--by has its own rows and order: leave out --groups and --sort"))
        covered = coverage_page(session.catalogue, filters, None if cut else limit)
        session.emit_list(covered, "groups", cut=cut)
        if not covered.groups:
            raise NotFoundError(_("No role passes these filters."))
        return
    page = list_page(session.catalogue, filters, sort, session.screen.height if cut else limit)
    session.emit_list(page, "roles", cut=cut)
    if not page.roles:
        none = _("No group passes these filters.") if groups else _("No role passes these filters.")
        raise NotFoundError(none)
