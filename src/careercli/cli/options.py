"""The arguments and options that commands share; a closed list is read from its registry."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperOption

from careercli.cli import completion
from careercli.figures import PERIODS
from careercli.locale import LANGUAGES, language_of
from careercli.render import formats_of

OLD_NAMES = {"token_normalize_func": lambda name: {"source": "origin"}.get(name, name)}
"""Settings of commands that take --source for --origin, for one release; no help shows it."""


def one_of(
    words: Iterable[str],
    name: str,
    help_text: str,
    read: Callable[[str], str | None] = str.lower,
) -> Any:
    """Return an option that takes one word of a closed list: help shows it, shells complete it.

    ``read`` makes a word of the list of what somebody typed; in any case, if not given.
    """
    known = tuple(words)

    def parse(typed: str) -> str:
        if (word := read(typed)) not in known:
            raise typer.BadParameter(f"{typed!r} is not one of {', '.join(map(repr, known))}.")
        return word

    return typer.Option(
        name,
        help=help_text,
        metavar=f"<{'|'.join(known)}>",
        parser=parse,
        autocompletion=lambda incomplete: [word for word in known if word.startswith(incomplete)],
    )


class WithWords(TyperCommand):
    """A command whose help names closed lists, ``{levels}``, which the catalogue knows."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help, the words of the lists filled in."""
        for param in self.params:
            if isinstance(param, TyperOption) and param.help:
                param.help = re.sub(
                    r"\{(\w+)\}",
                    lambda name: ", ".join(
                        word for word, _label in completion.terms(name[1])(ctx, "")
                    ),
                    param.help,
                )
        super().format_help(ctx, formatter)


def form(page: str, also: Mapping[str, str]) -> Any:
    """Return the option --format of a page, with formats that only one command has."""
    told = "".join(f"; {name} is {what}" for name, what in also.items())
    return one_of((*formats_of(page), *also), "--format", f"Output{told}.")


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
Origin = Annotated[
    str | None,
    typer.Option(
        "--origin",
        help="Where roles come from: shipped, user, or what was imported (esco).",
        autocompletion=completion.origins,
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        min=1,
        help="So many at most; else what fits a terminal's screen, and elsewhere all.",
        show_default=False,
    ),
]
All = Annotated[bool, typer.Option("--all", help="All of them, however long.")]
Lang = Annotated[
    str | None,
    one_of(
        LANGUAGES,
        "--lang",
        "Language; else CAREERS_LANG, LANGUAGE, LC_ALL, LC_MESSAGES or LANG.",
        language_of,
    ),
]
Per = Annotated[str, one_of(PERIODS, "--per", "Pay an hour, a month or a year.")]
Hours = Annotated[
    float, typer.Option("--hours", min=1, max=80, help="Hours in a working week, to convert pay.")
]
Plain = Annotated[
    bool, typer.Option("--plain", help="Plain text: no boxes, no drawing, no colour.")
]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colour; NO_COLOR does the same.")]
NoPager = Annotated[
    bool,
    typer.Option(
        "--no-pager",
        help="Never through a pager: CAREERS_PAGER, PAGER or less, if longer than the screen.",
    ),
]
