"""careers check [PATH ...]."""

from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careercli import console
from careercli.cli.page_command import page_command
from careercli.errors import InvalidDataError, UsageError, reason
from careercli.locale import translate as _
from careercli.locale import translate_plural as _n

if TYPE_CHECKING:
    from careercli.cli.session import Session
    from careercli.roles.problems import Problem
    from careercli.roles.reading import Draft
    from careercli.roles.workspace import Workspace
    from careercli.taxonomies.damage import Damage

app = typer.Typer(add_completion=False)


@app.command(
    epilog="careers check  # all shipped roles and your own\n"
    "careers check data/roles/data-analyst.toml --strict  # one, its writing too\n"
    "careers check --fix  # bring your files up to date first"
)
@page_command("CheckPage")
def check(
    session: "Session",
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH ...]",
            help="Role files or folders; else all shipped roles and your own.",
            show_default=False,
        ),
    ] = None,
    strict: Annotated[
        bool,
        typer.Option("--strict", help="Judge the writing too, and whether the lists are in order."),
    ] = False,
    fix: Annotated[
        bool,
        typer.Option("--fix", help="First rewrite files of an older format; comments are kept."),
    ] = False,
) -> None:
    """Check role files: every problem of every file at once."""
    from careercli.cli.checking import tell
    from careercli.roles.lint import facts as checks
    from careercli.roles.workspace import read_workspace

    files = list(_files(paths or []))
    if fix:
        _fix(files)
    library = read_workspace(files)
    drafts = library.to_check
    problems = checks.check(drafts, library)
    if strict:
        problems = sorted(problems + _strict(drafts, library, lists=not paths))
    else:
        _warn(drafts, library)
    damages = [] if paths else _damaged_imports()
    if problems or damages or session.form != "text":
        tell(session, len(drafts), problems, damages)
    if problems:
        bad = len({problem.file for problem in problems})
        console.warn(_problems_in(len(problems), bad, len(drafts)))
    if problems or damages:
        raise typer.Exit(InvalidDataError.exit_code)
    if session.form == "text":
        console.write(_all_well(drafts, library), session.screen)


def _fix(files: Sequence[Path]) -> None:
    """Rewrite the files given, or else one's own, that are of an older format; tell which."""
    from careercli.paths import user_roles_dir
    from careercli.roles.migration import key_of_format_1
    from careercli.roles.reading import in_present_format, read_draft, rewrite, role_files

    for path in files or role_files(user_roles_dir()):
        draft = read_draft(path, "given")
        present = in_present_format(draft)
        if present is not draft:
            rewrite(path, present.text)
            console.warn(_("{path}: rewritten in format 2").format(path=path))
        elif key_of_format_1(draft.data):
            console.warn(
                _("{path}: write its tables on lines of their own first").format(path=path)
            )


def _problems_in(problems: int, bad: int, roles: int) -> str:
    count = _n("{count} problem", "{count} problems", problems).format(count=problems)
    where = _n("in {bad} of {roles} role file", "in {bad} of {roles} role files", roles)
    return f"{count} {where.format(bad=bad, roles=roles)}"


def _all_well(drafts: Sequence["Draft"], library: "Workspace") -> str:
    figures, links = _count(drafts, library)
    told = _n(
        "{roles} role, {figures} figures and {links} links checked: no problem found.",
        "{roles} roles, {figures} figures and {links} links checked: no problem found.",
        len(drafts),
    )
    return told.format(roles=len(drafts), figures=figures, links=links) + "\n"


def _damaged_imports() -> list["Damage"]:
    """Return what is wrong with the imports, as the catalogue knows it."""
    from careercli.taxonomies.layers import broken, layers

    if not layers():
        return broken()
    from careercli.catalogue.catalogue import Catalogue, Reader
    from careercli.catalogue.store import open_catalogue

    with closing(open_catalogue(console.watched)) as connection:
        return Catalogue(connection, Reader()).damages


def _warn(drafts: Iterable["Draft"], library: "Workspace") -> None:
    """Tell on stderr what fails a strict check only, and should be known before."""
    from careercli.roles.lint.prose import warnings

    for warning in warnings(drafts, library):
        console.warn(_("warning: {problem}").format(problem=warning))


def _strict(drafts: Iterable["Draft"], library: "Workspace", *, lists: bool) -> list["Problem"]:
    """Return the problems that only a strict check tells; remind of old reviews on stderr."""
    from careercli.roles.lint.lists import upkeep_problems
    from careercli.roles.lint.prose import reminders, style_problems

    for reminder in reminders(drafts, library):
        console.warn(_("reminder: {problem}").format(problem=reminder))
    return style_problems(drafts, library) + (upkeep_problems(library) if lists else [])


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    from careercli.roles.reading import role_files

    for path in paths:
        try:
            is_folder, is_there = path.is_dir(), path.exists()
        except OSError as error:  # a name that no file can have
            raise UsageError(f"{str(path)[:80]}: {reason(error)}") from None
        if is_folder:
            found = role_files(path)
            if not found:
                raise UsageError(
                    _("{path}: there is no .toml file in this folder").format(path=path)
                )
            yield from found
        elif not is_there:
            raise UsageError(_("{path}: there is no such file").format(path=path))
        else:
            yield path


def _count(drafts: Iterable["Draft"], library: "Workspace") -> tuple[int, int]:
    """Return how many figures the roles join, and how many links they and the lists hold."""
    from careercli.figures.join import flat

    figures = 0
    links = [source.link for source in library.sources.values()]
    links += [board.url for board in library.boards.values()]
    links += [skill.esco for skill in library.skills.values() if skill.esco]
    for draft in drafts:
        role = draft.role()
        figures += sum(f.value is not None for f in flat(library.figures(role.codes.model_dump())))
        figures += 2 if role.salary else 0
        links += [role.codes.esco] if role.codes.esco else []
    return figures, len(links)
