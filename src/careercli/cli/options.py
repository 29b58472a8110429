"""The arguments and options that commands share."""

from typing import Annotated, Literal

import typer

from careercli.cli import completion

Role = Annotated[
    str,
    typer.Argument(
        metavar="ROLE",
        help="Slug, title or alias, in either language and any case.",
        autocompletion=completion.roles,
        show_default=False,
    ),
]
OptionalRole = Annotated[
    str | None,
    typer.Argument(metavar="[ROLE]", help="Only this role's.", autocompletion=completion.roles),
]
Roles = Annotated[
    list[str],
    typer.Argument(
        metavar="ROLE ROLE [ROLE ...]",
        help="Two to five roles.",
        autocompletion=completion.roles,
        show_default=False,
    ),
]
Lang = Annotated[
    Literal["en", "nl"] | None,
    typer.Option("--lang", help="Language; else CAREERS_LANG, LC_ALL, LC_MESSAGES or LANG."),
]
PageFormat = Annotated[Literal["text", "json", "md"], typer.Option("--format", help="Output.")]
RoleFormat = Annotated[
    Literal["text", "json", "md", "toml"],
    typer.Option("--format", help="Output; toml is a role file to start your own from."),
]
ListFormat = Annotated[
    Literal["text", "json", "md", "csv"], typer.Option("--format", help="Output.")
]
Plain = Annotated[
    bool, typer.Option("--plain", help="Plain text: no boxes, no drawing, no colour.")
]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colour; NO_COLOR does the same.")]
Per = Annotated[
    Literal["hour", "month", "year"], typer.Option("--per", help="Pay an hour, a month or a year.")
]
Hours = Annotated[
    float, typer.Option("--hours", min=1, max=80, help="Hours in a working week, to convert pay.")
]
Source = Annotated[
    str | None,
    typer.Option(
        "--source", help="Where roles come from: shipped, user, or what was imported (esco)."
    ),
]
