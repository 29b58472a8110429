"""What was typed, put in the order that the parser wants."""

from collections.abc import Sequence

from careercli.cli.commands import COMMANDS, START

VALUED = ("--lang", "--format", "--per", "--hours")
FLAGS = ("--plain", "--no-color", "--no-pager")
NESTED = ("import",)
"""Commands that have commands of their own."""

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
    if word == "help":
        return [*others, "--help"]
    if word in OLD_COMPLETION:
        return ["completion", *OLD_COMPLETION[word], *others]
    if word.startswith("-"):  # of the program itself, or unknown
        return rest
    if word not in (*COMMANDS, START):
        return ["show", *options, *rest]
    head = 2 if word in NESTED and others and not others[0].startswith("-") else 1
    return [*rest[:head], *options, *rest[head:]]


def is_bare_role(typed: Sequence[str]) -> bool:
    """Return whether no command was typed but a word, which is taken for a role."""
    _options, rest = _leading(typed)
    word = next(iter(rest), "-")
    return not word.startswith("-") and word not in (*COMMANDS, START, "help")


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
