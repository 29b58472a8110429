"""The arguments and options that commands share; a closed list is read from its registry."""

from collections.abc import Callable, Iterable
from typing import Annotated, Any

import typer

from careercli.choices import PERIODS, Choices, unknown
from careercli.cli import completion
from careercli.locale import LANGUAGES, language_of, spoken
from careercli.locale import translate as _
from careercli.render import formats_of
from careercli.settings import not_readable, read_hours

OLD_NAMES = {"token_normalize_func": lambda name: {"source": "origin"}.get(name, name)}
"""Settings of commands that take --source for --origin, for one release; no help shows it."""


class OneOf:
    """Reads one word of a closed list; help shows the words, shells complete them."""

    def __init__(
        self, words: Iterable[str], read: Callable[[str], str | None] | None = None
    ) -> None:
        self.choices = Choices(tuple(words))
        self._read = read or self.choices.read
        self.__name__ = "word"  # Typer asks its parsers for a name

    def __call__(self, typed: str) -> str:
        """Return the id of the word; raises Typer's BadParameter, which names what is known."""
        if (word := self._read(typed)) is None:
            raise typer.BadParameter(unknown(typed, self.choices.shown(spoken())))
        return word

    def offer(self, _ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        """Return the words that begin so, in the reader's language."""
        shown = self.choices.shown(spoken())
        return [(word, "") for word in shown if word.startswith(incomplete.casefold())]


class SeveralOf:
    """Reads words of a closed list that are parted by commas, each once."""

    def __init__(self, each: OneOf) -> None:
        self.choices = each.choices
        self._each = each
        self.__name__ = "words"

    def __call__(self, typed: str) -> tuple[str, ...]:
        """Return the ids of the words; raises Typer's BadParameter for one that is not known."""
        return tuple(map(self._each, parted(typed))) or (self._each(typed),)


def parted(typed: str) -> list[str]:
    """Return what stands between commas."""
    return [word.strip() for word in typed.split(",") if word.strip()]


def flat(given: Iterable[Iterable[str]] | None) -> list[str]:
    """Return the words of an option that may be repeated, in order, each once."""
    return list(dict.fromkeys(word for words in given or () for word in words))


def one_of(
    words: Iterable[str],
    name: str,
    metavar: str,
    help_text: str,
    read: Callable[[str], str | None] | None = None,
    **settings: Any,
) -> Any:
    """Return an option that takes one word of a closed list, in any case and either language."""
    parser = OneOf(words, read)
    return typer.Option(
        name,
        help=help_text,
        metavar=metavar,
        parser=parser,
        autocompletion=parser.offer,
        **settings,
    )


def many(name: str, metavar: str, help_text: str, offer: completion.Completion) -> Any:
    """Return an option with several words: parted by commas, or repeated."""
    return typer.Option(
        *name.split(),
        metavar=metavar,
        help=help_text,
        autocompletion=completion.several(offer),
        show_default=False,
    )


def words_of(given: Iterable[str] | None) -> list[str]:
    """Return what such an option holds, each word by itself; an empty one stays: no list has it."""
    return flat(parted(words) or [words] for words in given or ())


def years_of_study(typed: str) -> int:
    """Return a number of years, 0 or more; raises Typer's BadParameter."""
    if not typed.isdecimal() or len(typed) > 2:
        raise typer.BadParameter(
            _('"{typed}" is no number of years; write for example 4, or 0').format(typed=typed)
        )
    return int(typed)


def whole_number(typed: str) -> int:
    """Return a number of 1 or more; raises Typer's BadParameter."""
    if not (typed.isdecimal() and int(typed[:9]) >= 1):
        raise typer.BadParameter(
            _('"{typed}" is no number of 1 or more; write for example 3').format(typed=typed)
        )
    return int(typed[:9])


def working_week(typed: str) -> float:
    """Return the hours of a working week; raises Typer's BadParameter."""
    if (hours := read_hours(typed)) is None:
        raise typer.BadParameter(not_readable("hours", typed))
    return float(hours)


def form(page: str, also: Iterable[str]) -> Any:
    """Return the option --format of a page, with formats that only one command has."""
    return one_of((*formats_of(page), *also), "--format", "FORMAT", "What to write.")


_ROLE = typer.Argument(
    metavar="ROLE",
    help="Title, alias or slug, in either language and any case.",
    autocompletion=completion.roles,
    show_default=False,
)
Role = Annotated[str, _ROLE]
Title = Annotated[list[str], _ROLE]
"""A role whose title may be typed in several words."""
OptionalRole = Annotated[
    str | None,
    typer.Argument(metavar="[ROLE]", help="Only this role's.", autocompletion=completion.roles),
]
Roles = Annotated[
    list[str],
    typer.Argument(
        metavar="ROLE ROLE [ROLE ...]",
        help="Two to five roles; a title of several words in quotes.",
        autocompletion=completion.roles,
        show_default=False,
    ),
]
Origin = Annotated[
    str | None,
    typer.Option(
        "--origin",
        metavar="ORIGIN",
        help="Where the role comes from: shipped, user, or what was imported (esco).",
        autocompletion=completion.origins,
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        parser=whole_number,
        metavar="NUMBER",
        help="So many at most; else what fits the screen, and in a pipe all.",
        show_default=False,
    ),
]
All = Annotated[bool, typer.Option("--all", help="All of them, however long.")]
Lang = Annotated[
    str | None,
    one_of(LANGUAGES, "--lang", "LANGUAGE", "Language of this once.", language_of),
]
Per = Annotated[str | None, one_of(PERIODS, "--per", "PERIOD", "Pay an hour, a month or a year.")]
Hours = Annotated[
    float | None,
    typer.Option(
        "--hours",
        parser=working_week,
        metavar="NUMBER",
        help="Hours in a working week, to convert pay.",
    ),
]
Plain = Annotated[
    bool, typer.Option("--plain", help="Plain text: no boxes, no drawing, no colour.")
]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colour; NO_COLOR does the same.")]
AlreadyPlain = Annotated[
    bool, typer.Option("--plain", "--no-color", "--no-pager", hidden=True, expose_value=False)
]
"""What a command takes that writes a line and no page: it is as plain as can be."""
NeverPaged = Annotated[bool, typer.Option("--no-pager", hidden=True, expose_value=False)]
"""What a command takes that writes a page by no pager anyway."""
NoPager = Annotated[
    bool,
    typer.Option("--no-pager", help="Write at once what is longer than the screen."),
]
