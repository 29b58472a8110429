"""What was typed, put in the order that the parser wants."""

from collections.abc import Sequence

from careercli.cli.commands import COMMANDS, START

VALUED = ("--lang", "--format", "--per", "--hours")
FLAGS = ("--plain", "--no-color", "--no-pager")
NESTED = ("import",)
"""Commands that have commands of their own."""

HELP = ("help", "-h", "--help")

OLD_COMPLETION = {"--install-completion": ["--install"], "--show-completion": []}
"""What ``careers completion`` was called before."""


def arranged(typed: Sequence[str]) -> list[str]:
    """Return the arguments with the command first.

    Options that all commands share may stand before it. Without a command, the start page is
    shown; a first word that is no command is a role to show; ``help WORD`` is ``WORD --help``.
    """
    options, rest = _leading(typed)
    if not rest:
        return [START, *options]
    word, *others = rest
    if word in HELP:
        _options, asked = _leading(others)
        return ["--help"] if word != "help" or asked[:1] in ([], ["help"]) else [*asked, "--help"]
    if word in OLD_COMPLETION:
        return ["completion", *OLD_COMPLETION[word], *others]
    if word.startswith("-"):  # of the program itself, or unknown
        return rest
    if word not in (*COMMANDS, START):
        return ["show", *options, *rest]
    if word in NESTED:
        return [word, *_nested(options, others)]
    return [word, *options, *others]


def _nested(options: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return what follows a command that has commands of its own; it takes no options itself."""
    more, rest = _leading(others)
    if not rest:
        return []
    if rest[0] in HELP:
        return arranged(rest)
    return [rest[0], *options, *more, *rest[1:]]


def bare_role(typed: Sequence[str]) -> str | None:
    """Return the first word if it is no command, and so is taken for a role; else None."""
    _options, rest = _leading(typed)
    word = next(iter(rest), "-")
    return None if word.startswith("-") or word in (*COMMANDS, START, *HELP) else word


def _leading(typed: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the shared options at the beginning, and what follows them."""
    count = 0
    while count < len(typed):
        name, sign, _value = typed[count].partition("=")
        if name in VALUED and not sign:
            count += 2
        elif name in VALUED or name in FLAGS:
            count += 1
        else:
            break
    return list(typed[:count]), list(typed[count:])


def asked_language(typed: Sequence[str]) -> str | None:
    """Return what --lang says, wherever it stands; the last of several counts."""
    said = None
    for word, following in zip(typed, [*typed[1:], ""], strict=False):
        name, sign, value = word.partition("=")
        if word == "--":
            break
        if name == "--lang":
            said = value if sign else following
    return said
