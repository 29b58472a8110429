"""careers show ROLE."""

from typing import Annotated

import typer

from careercli.cli import options
from careercli.errors import UsageError

EXAMPLE = "Example: careers show machine-learning-engineer --section salary,ai --per month"


def show(
    role: options.Role,
    section: Annotated[
        list[str] | None,
        typer.Option(
            "--section",
            help="Only these panels, parted by commas: salary, description, education, skills, "
            "career, ai, ladder, vacancies, discover, sources.",
            show_default=False,
        ),
    ] = None,
    source: options.Source = None,
    per: options.Per = "year",
    hours: options.Hours = 38.0,
    lang: options.Lang = None,
    form: options.RoleFormat = "text",
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """Show the whole page of a role."""
    from careercli.catalogue.finding import find
    from careercli.catalogue.role_page import role_page
    from careercli.cli.session import Session
    from careercli.render.layout.role import document

    session = Session(lang, plain=plain, no_color=no_color, per=per, hours=hours)
    sections = _sections(section or [])
    origin = session.catalogue.origin_of(source) if source is not None else None
    number = find(session.catalogue, role, origin)
    if form == "toml":
        from careercli import console
        from careercli.cli.role_file import role_file

        text = role_file(session.catalogue, number, ascii_only=session.screen.ascii_only)
        console.write(text, session.screen)
        return
    page = role_page(session.catalogue, number)
    session.emit(page, form, lambda page, words: document(page, words, sections))


def _sections(given: list[str]) -> list[str]:
    """Return the names of panels, each once; raises UsageError for one that there is not."""
    from careercli.locale import translate as _
    from careercli.render.layout.role import SECTIONS

    names = [name.strip().lower() for text in given for name in text.split(",") if name.strip()]
    for name in names:
        if name not in SECTIONS:
            raise UsageError(
                _("--section: there is no panel {name!r}; choose from {known}").format(
                    name=name, known=", ".join(SECTIONS)
                )
            )
    return list(dict.fromkeys(names))
