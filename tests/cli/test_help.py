"""Help of every command: whole, in the reader's language, and no wider than the terminal."""

import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
from typer.main import get_command

from careercli.cli.app import app
from careercli.cli.arguments import arranged
from careercli.locale import LANGUAGES
from tests.conftest import Run, always
from tests.dutch import english_in

ROOT = get_command(app)


def commands(group: Any = ROOT, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the path of every command, the program itself and the start page too."""
    yield path
    if hasattr(group, "list_commands"):
        for name in [*group.list_commands(None), *(() if path else ("start",))]:
            yield from commands(group.get_command(None, name), (*path, name))


COMMANDS = list(commands())
NAMES = [" ".join(path) for path in COMMANDS]


def of(path: tuple[str, ...]) -> Any:
    """Return the command of a path."""
    command: Any = ROOT
    for name in path:
        command = command.get_command(None, name)
    return command


def help_of(ask: Run, path: tuple[str, ...], *options: str, **environment: str) -> str:
    """Return the help of a command."""
    done = ask(*path, "--help", *options, **environment)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_every_command_is_tried() -> None:
    """Those of import too."""
    assert {("list",), ("import", "esco"), ("import", "remove"), ("start",), ()} <= set(COMMANDS)
    assert len(COMMANDS) > 18


def examples(text: str) -> list[str]:
    """Return the command lines of the examples; what they do may stand on the same line."""
    lines = re.split(r"\n(?:Examples|Voorbeelden)\n=+\n", text)[-1].splitlines()
    return [re.split(r"  +", line.strip())[0] for line in lines if line.startswith("  careers")]


# Options, commands and paths.
NO_WORDS = re.compile(r"--[\w-]+|careers [^\n]*|[~\w./-]*/[\w./-]*|(?m:^  [a-z]+  )")


@pytest.mark.parametrize("path", COMMANDS, ids=NAMES)
def test_it_is_dutch_in_dutch(path: tuple[str, ...], ask: Run) -> None:
    """No English word but in names; the same lines of examples and as many options."""
    english, dutch = (help_of(ask, path, "--lang", lang, COLUMNS="200") for lang in LANGUAGES)
    assert dutch.startswith("Zo typ je het: careers")
    assert english_in(NO_WORDS.sub("", dutch)) == []
    assert len(dutch.splitlines()) == len(english.splitlines())
    texts = [set(re.findall(r"^  \S.*?  +(\S.*)$", text, re.M)) for text in (english, dutch)]
    same = {text for text in texts[0] & texts[1] if " " in text}
    assert same == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", COMMANDS, ids=NAMES)
def test_everything_has_a_text(path: tuple[str, ...], language: str, ask: Run) -> None:
    """Each option, argument and command, and nothing of how they are written in the code."""
    text = help_of(ask, path, "--lang", language, COLUMNS="1000")
    rows = dict(re.findall(r"^  (\S.*?)(?:  +(\S.*))?$", text, re.M))
    for param in of(path).params:
        if param.param_type_name == "option" and not param.hidden:
            (found,) = [
                row for row in rows if row[0] == "-" and param.opts[0] in re.split("[ ,]+", row)
            ]
            assert rows[found].endswith(".")
            assert len(rows[found]) > 8
    assert all(rows.values()), rows
    assert not re.search(r"[{}<>]|\[default|TEXT|None|\bBOOL", text)


@pytest.mark.parametrize("width", always([40, 80], [40, 60, 80, 200]))
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("drawn", [False, True], ids=["plain", "drawn"])
def test_no_line_is_wider_than_the_terminal(
    width: int, language: str, drawn: bool, ask: Run
) -> None:
    """But what is there to be copied: an example stays whole, and so does the name of an option."""
    screen = {"COLUMNS": str(width)} | ({"FORCE_COLOR": "1"} if drawn else {})
    for path in COMMANDS:
        text = help_of(ask, path, "--lang", language, NO_COLOR="1", **screen)
        assert "\x1b" not in text
        for row in text.splitlines():
            whole = row.strip()
            copied = whole.startswith(("careers ", "--"))
            assert len(row) <= width or copied or " " not in whole, (path, row)


def test_help_takes_no_colour_if_none_is_wanted(ask: Run) -> None:
    """Drawn and in colour; without --no-color, NO_COLOR or --plain."""
    assert "\x1b[" in ask("list", "--help", FORCE_COLOR="1").stdout
    assert "\x1b" not in ask("list", "--help", "--no-color", FORCE_COLOR="1").stdout
    assert "\x1b" not in ask("list", "--help", FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b" not in ask("--plain", "help", "list", FORCE_COLOR="1").stdout


WRITES = ("new", "site", "export", "mcp", "config", "import", "completion", "check", "browse")
"""Commands whose examples are not run: they write, read what nobody has, or want a terminal."""


@pytest.mark.shipped
@pytest.mark.parametrize("language", always(["en"], LANGUAGES))
@pytest.mark.parametrize("path", COMMANDS, ids=NAMES)
def test_every_example_can_be_typed(path: tuple[str, ...], language: str, ask: Run) -> None:
    """Each parses; those that write nothing succeed, in the language that they stand in."""
    lines = examples(help_of(ask, path, "--lang", language, COLUMNS="200"))
    assert lines
    for row in lines:
        program, *words = shlex.split(re.split(" [>|] ", row)[0])
        assert program == "careers"
        assert path == () or words[: len(path)] == list(path) or path == ("start",), row
        words = arranged(words)
        command: Any = ROOT
        while hasattr(command, "list_commands"):
            name, *words = words
            command = command.get_command(None, name)
            assert command is not None, row
        command.make_context(name, list(words))  # raises if it does not parse
        others = {"--open", "--save"} & {*words} or (words == [] and name == "match")
        others = others or any(word.endswith((".toml", ".json", ".txt")) for word in words)
        if path[:1] not in [(name,) for name in WRITES] and not others:
            done = ask(*shlex.split(re.split(" [>|] ", row)[0])[1:], CAREERS_LANG=language)
            assert (done.returncode, done.stderr) == (0, ""), row
            assert done.stdout
