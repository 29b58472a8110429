"""careers next ROLE."""

from typing import TYPE_CHECKING, Annotated

import typer

from careercli.catalogue.choices import NEXT_ORDERS
from careercli.cli import completion, options
from careercli.cli.page_command import page_command
from careercli.errors import NotFoundError, UsageError
from careercli.locale import translate as _

if TYPE_CHECKING:
    from careercli.cli.session import Session

app = typer.Typer(add_completion=False)


@app.command(
    "next",
    epilog="careers next data-analyst  # the ladder first, then what is like it\n"
    "careers next cook --sort openings --all  # where most places open up\n"
    "careers next care-worker --max-study 4 --without nights  # what may lie between\n"
    "careers next electrician --in  # from which jobs people come\n"
    "careers next stukadoor  # the groups that are comparable with a job's own",
)
@page_command("NextPage", pay=True)
def next_(
    session: "Session",
    role: options.Role,
    into: Annotated[
        bool, typer.Option("--in", help="Where people come from, in place of where they go.")
    ] = False,
    up: Annotated[bool, typer.Option("--up", help="What is a level higher, or a step up.")] = False,
    sideways: Annotated[bool, typer.Option("--sideways", help="What is not.")] = False,
    max_study: Annotated[
        int | None,
        typer.Option(
            "--max-study",
            parser=options.years_of_study,
            metavar="YEARS",
            help="What asks for so many years of study at most; 0 for none.",
            show_default=False,
        ),
    ] = None,
    with_diploma: Annotated[
        list[str] | None,
        options.many(
            "--with-diploma",
            "DIPLOMA",
            "What you have, in place of what the job asks: {education}. What asks no more, or no "
            "more than --max-study gives.",
            completion.terms("education"),
        ),
    ] = None,
    without: Annotated[
        list[str] | None,
        options.many(
            "--without", "MARK", "What the work must not be like: {work}.", completion.terms("work")
        ),
    ] = None,
    sort: Annotated[
        str | None,
        options.one_of(NEXT_ORDERS, "--sort", "ORDER", "In which order what is like it stands."),
    ] = None,
    limit: options.Limit = None,
    everything: options.All = False,
) -> None:
    """Show what may come next: the ladder, and jobs of which the work is like this one.

    Each with the change in pay, the study and the skills that lie between. Nothing is hidden by
    pay or diploma unless you ask.
    """
    from careercli.catalogue.finding import find_or_group
    from careercli.catalogue.next_page import Wanted, next_of_group, next_page

    if up and sideways:
        raise UsageError(_("--up and --sideways shut each other out"))
    catalogue = session.catalogue
    wanted = Wanted(
        into, up, sideways, max_study, options.words_of(with_diploma), options.words_of(without)
    )
    cut = session.is_cut(limit, everything=everything)
    most = session.screen.height if cut else limit
    found = find_or_group(catalogue, role)
    if found.role is not None:
        page = next_page(catalogue, found.role, wanted, sort, most)
    else:
        page = next_of_group(catalogue, found.groups[0], wanted, sort, most)
    session.emit_list(page, "moves", cut=cut)
    if not page.moves:
        raise NotFoundError(_("No move passes these filters."))
