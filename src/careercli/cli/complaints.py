"""What the parser has against the arguments, in the reader's language and in one form."""

import re
from typing import Any

from careercli.choices import did_you_mean, unknown
from careercli.locale import translate as _
from careercli.names import sanitize

LONGEST = 80  # letters that are repeated of what was typed


def complaint(error: Any) -> str:
    """Return what is wrong, what is known, and where to read on."""
    told = _what(error)
    ctx = getattr(error, "ctx", None)
    return f"{told}\n  {ctx.command_path} --help" if ctx else told


def _what(error: Any) -> str:
    """Return what is wrong: the parser's own kinds of error, by the names of their classes."""
    match type(error).__name__:
        case "NoSuchOption":
            return _no_such_option(error)
        case "MissingParameter":
            return _missing(error.param)
        case "BadParameter":
            return f"{_name(error.param)}: {error.message}"
        case "BadOptionUsage" if "does not take" in error.message:
            return _("{option} takes no value").format(option=_typed(error.option_name))
        case "BadOptionUsage":
            return _("{option} needs a value after it").format(option=_typed(error.option_name))
    return _unasked(error)


def _typed(text: str) -> str:
    return sanitize(text)[:LONGEST]


def _no_such_option(error: Any) -> str:
    typed = error.option_name
    told = _("there is no option {option} here.").format(option=_typed(typed))
    options = [name for param in error.ctx.command.params for name in param.opts]
    near = did_you_mean(typed, [name for name in options if name.startswith("--")])
    return f"{told} {near}".rstrip()


def _missing(param: Any) -> str:
    if param.param_type_name == "option":
        return _("{option} needs a value after it").format(option=param.opts[0])
    return _("what is missing: {argument}").format(argument=_name(param))


def _name(param: Any) -> str:
    if param is None:
        return ""
    if param.param_type_name == "option":
        return str(param.opts[0])
    metavar = _(param.metavar or param.name)
    # [SHELL] may be left out, and is called so all the same; ROLE ROLE [ROLE ...] are several.
    return metavar.strip("[]") if metavar.startswith("[") else metavar


def _unasked(error: Any) -> str:
    """Return what is wrong where a word too many, or none at all, was typed."""
    ctx = error.ctx
    if "unexpected extra" in error.message:
        extra = error.message.rpartition(" (")[2].removesuffix(")")
        return _("too much was typed: {extra}").format(extra=_typed(extra))
    if hasattr(ctx.command, "commands"):
        names = ctx.command.list_commands(ctx)
        if found := re.search("No such command '([^']*)'", error.message):
            return unknown(_typed(found[1]), names)
        known = ", ".join(names)
        return _("a command is missing. Known: {known}").format(known=known)
    return _typed(error.format_message())
