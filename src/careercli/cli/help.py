"""Help, made from the commands themselves: the screen's and the manual's text are the same."""

import re
from collections.abc import Iterator
from inspect import cleandoc
from typing import Any

from careercli.choices import word_of
from careercli.cli import completion
from careercli.cli.commands import GROUPS
from careercli.cli.options import OneOf, SeveralOf
from careercli.figures import HOURS_A_WEEK
from careercli.locale import later, spoken
from careercli.locale import translate as _
from careercli.pages.program import HelpPage, HelpPart, HelpRow

_OF_THE_FRAMEWORK = later("Show this message and exit.")
_LISTED = re.compile(r"\{(\w+)\}")


def help_page(ctx: Any) -> HelpPage:
    """Return the help of the command of a context, in the reader's language."""
    command = ctx.command
    path = ctx.command_path
    parts = [*_commands(ctx), *_taken(ctx)]
    return HelpPage(
        language=spoken(),
        command=path,
        usage=_usage(ctx, path),
        texts=tuple(_paragraphs(command.help)),
        parts=tuple(part for part in parts if part.rows),
        examples=tuple(_examples(command.epilog)),
    )


def texts_of(command: Any) -> Iterator[str]:
    """Yield every text of a command that is shown translated, and those of its subcommands."""
    yield from _raw_paragraphs(command.help)
    yield from _raw_examples(command.epilog)
    for param in command.params:
        yield from filter(None, (getattr(param, "help", None), _metavar(param)))
    for each in getattr(command, "commands", {}).values():
        yield from texts_of(each)


def _raw_paragraphs(text: str | None) -> list[str]:
    return [" ".join(part.split()) for part in cleandoc(text or "").split("\n\n") if part.strip()]


def _paragraphs(text: str | None) -> list[str]:
    return [_(part) for part in _raw_paragraphs(text)]


def _raw_examples(text: str | None) -> list[str]:
    return [line.strip() for line in cleandoc(text or "").splitlines() if line.strip()]


def _examples(text: str | None) -> Iterator[HelpRow]:
    """Yield each example, a command line with a comment, in the reader's language whole."""
    for example in _raw_examples(text):
        line, _hash, what = _(example).partition("  # ")
        yield HelpRow(line, what)


def short(command: Any) -> str:
    """Return what a command does in a line."""
    return next(iter(_paragraphs(command.help)), "")


def _usage(ctx: Any, path: str) -> str:
    if hasattr(ctx.command, "commands"):
        return " ".join((path, _("COMMAND ...")))
    words = [_(_metavar(param)) for param in _arguments(ctx) if _metavar(param)]
    return " ".join((path, *words, _("[options]")))


def _arguments(ctx: Any) -> list[Any]:
    return [param for param in ctx.command.params if param.param_type_name == "argument"]


def _metavar(param: Any) -> str:
    return param.metavar or ""


def _commands(ctx: Any) -> Iterator[HelpPart]:
    """Yield the commands of a group, by what they are for where the registry says that."""
    command = ctx.command
    if not hasattr(command, "commands"):
        return
    names = command.list_commands(ctx)
    groups = (
        GROUPS
        if set(names) >= {name for group in GROUPS.values() for name in group}
        else {later("Commands"): tuple(names)}
    )
    for title, group in groups.items():
        found = ((name, command.get_command(ctx, name)) for name in group)
        yield HelpPart(_(title), tuple(HelpRow(name, short(each)) for name, each in found))


def _taken(ctx: Any) -> Iterator[HelpPart]:
    arguments = [HelpRow(_bare(_(_metavar(p))), _told(p, ctx)) for p in _arguments(ctx)]
    yield HelpPart(_("Arguments"), tuple(arguments))
    options = [p for p in ctx.command.get_params(ctx) if p.param_type_name == "option"]
    shown = [p for p in options if not p.hidden]
    yield HelpPart(_("Options"), tuple(HelpRow(_name(p), _told(p, ctx)) for p in shown))


def _bare(metavar: str) -> str:
    """Return the word of an argument without the signs of the usage: ROLE for ROLE ROLE ..."""
    return metavar.strip("[]").split()[0]


def _name(option: Any) -> str:
    """Return how an option is typed: -h, --help; --per PERIOD."""
    names = ", ".join(sorted(option.opts, key=lambda name: name.startswith("--")))
    word = "" if option.is_flag or not _metavar(option) else _(_metavar(option))
    return " ".join(filter(None, (names, word, " / ".join(option.secondary_opts))))


def _told(param: Any, ctx: Any) -> str:
    """Return what an option or argument means, the words of its list, and what is usual."""
    help_text = _(param.help) if param.help else ""
    text = _LISTED.sub(lambda name: _words_of(name[1], ctx), help_text)
    parser = getattr(param.type, "func", None)
    if isinstance(parser, OneOf | SeveralOf):
        words = _("One of: {words}.").format(words=", ".join(parser.choices.shown(spoken())))
        text = f"{text} {words}"
    if usual := _usual(param, parser):
        text += " " + _("Usually {usual}.").format(usual=usual)
    return text


def _words_of(name: str, ctx: Any) -> str:
    """Return the words of a list of the catalogue."""
    return ", ".join(word for word, _label in completion.terms(name)(ctx, ""))


def _usual(param: Any, parser: object) -> str:
    """Return what an option is if nobody says it; nothing where that goes without saying."""
    usual: dict[str, str | float] = {"per": "year", "hours": HOURS_A_WEEK, "lang": ""}
    default = usual.get(param.name, param.default)
    if isinstance(parser, OneOf) and isinstance(default, str) and default:
        return word_of(default, spoken())
    return f"{default:g}" if isinstance(default, float) else ""
