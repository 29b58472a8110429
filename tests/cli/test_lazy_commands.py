"""Commands load alone, and what they offer comes from the registries."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.choices import ORDERS
from careercli.choices import PERIODS
from careercli.cli.commands import COMMANDS, GROUPS, START
from careercli.figures import HOURS_A_WEEK
from careercli.locale import LANGUAGES
from careercli.render import FORMATS, SECTIONS
from tests.conftest import ROOT, UNMEASURED, Run, always

AT_MOST = 225
"""Modules that ``show`` may import, the interpreter's own among them: a few more than it did when
all commands were imported at every start."""

LISTED = """
import atexit, sys
atexit.register(lambda: print(*sys.modules, file=sys.stderr))
from careercli.__main__ import main
main()
"""


def imported(ask: Run, *arguments: str) -> set[str]:
    """Return the modules that a command line imports, once there is a catalogue."""
    ask("show", "fog-counter")
    command = [sys.executable, "-c", LISTED, *arguments]
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", env=os.environ | UNMEASURED
    )
    return set(done.stderr.split())


def commands_in(modules: set[str]) -> set[str]:
    """Return the command modules among modules."""
    prefix = "careercli.cli.commands."
    return {name.removeprefix(prefix) for name in modules if name.startswith(prefix)}


@pytest.mark.parametrize(
    ("arguments", "module"),
    [
        (["show", "fog-counter"], "show"),
        (["list"], "listing"),
        (["search", "python"], "search"),
        (["import", "list"], "importing"),
        (["show", "--help"], "show"),
    ],
)
def test_only_the_command_that_runs_is_imported(
    arguments: list[str], module: str, ask: Run
) -> None:
    """Start-up does not grow with the number of commands."""
    assert commands_in(imported(ask, *arguments)) == {module}


def test_show_imports_no_more_than_before(ask: Run) -> None:
    """What every reader waits for stays as light as it was."""
    modules = imported(ask, "show", "fog-counter")
    assert "careercli.catalogue.role_page" in modules
    assert len(modules) <= AT_MOST


def test_help_lists_every_command_in_order(ask: Run) -> None:
    """The help of careers names each command that is registered, with what it does."""
    shown = re.findall(r"^  ([a-z]+) {2,}[A-Z]", ask("--help", COLUMNS="100").stdout, re.MULTILINE)
    assert shown == list(COMMANDS)
    assert shown == [name for group in GROUPS.values() for name in group]


def test_every_module_of_a_command_is_registered() -> None:
    """No command is left out by accident."""
    folder = ROOT / "src" / "careercli" / "cli" / "commands"
    assert sorted([*COMMANDS.values(), START]) == sorted(
        path.stem for path in folder.glob("*.py") if path.stem != "__init__"
    )


def test_a_mistyped_command_is_offered_the_nearest(ask: Run) -> None:
    """Commands that are not imported yet are known all the same."""
    done = ask("laddr", "fog-counter")
    assert done.returncode == 2
    assert "Did you mean careers ladder?" in done.stderr


def help_of(ask: Run, *command: str) -> str:
    """Return a help text in one line."""
    out = ask(*command, "--help", COLUMNS="400", NO_COLOR="1").stdout
    return " ".join(out.split())


@pytest.mark.parametrize(
    ("command", "option", "words"),
    [
        ("show", "--lang", LANGUAGES),
        ("show", "--per", PERIODS),
        ("show", "--format", ("text", "json", "md", "html", "svg", "toml")),
        ("ladder", "--format", ("text", "json", "md", "html", "svg")),
        ("list", "--format", tuple(FORMATS)),
        ("list", "--sort", tuple(ORDERS)),
    ],
)
def test_help_shows_what_is_registered(
    command: str, option: str, words: tuple[str, ...], ask: Run
) -> None:
    """A closed list in help is its registry, in its order, and a wrong word is told all."""
    assert re.search(f"{option} [A-Z]+ .*? One of: {', '.join(words)}\\.", help_of(ask, command))
    done = ask(command, *(["x"] if command != "list" else []), option, "nope", COLUMNS="400")
    assert done.returncode == 2
    assert f'{option}: there is no "nope". Known: {", ".join(words)}\n' in done.stderr


def test_help_shows_the_sections(ask: Run) -> None:
    """--section names every panel there is."""
    assert f"parted by commas. One of: {', '.join(SECTIONS)}." in help_of(ask, "show")


def test_help_shows_the_words_of_the_vocabulary(ask: Run, catalogue: Catalogue) -> None:
    """The words for levels and outlooks in help are those of the catalogue."""
    shown = help_of(ask, "list")
    for name in ("levels", "outlooks"):
        rows = catalogue.rows("SELECT id FROM term WHERE list = :name ORDER BY place", name=name)
        assert ", ".join(row["id"] for row in rows) + "." in shown


def test_help_shows_the_usual_week(ask: Run) -> None:
    """The hours in help are those that pay is converted with."""
    assert f"convert pay. Usually {HOURS_A_WEEK:g}." in help_of(ask, "ladder")


def test_the_old_name_of_origin_still_works(ask: Run) -> None:
    """--source means --origin, of two the last counts, and help does not show it."""
    new = ask("show", "cloud-shepherd", "--origin", "shipped")
    old = ask("show", "cloud-shepherd", "--origin", "user", "--source", "shipped")
    assert (old.returncode, old.stdout) == (0, new.stdout)
    for command in ("show", "list", "search"):
        assert "--source" not in help_of(ask, command)
    assert (
        "there is no option --source here"
        in ask("ladder", "cloud-shepherd", "--source", "user").stderr
    )


FORMAT = '''
def render(document, screen):
    """Say the names of the sections."""
    names = [section.key for section in document.sections]
    return f"made up for {screen.width} columns: {', '.join(names)}\\n"
'''


SHOUTED = {
    "show fog-counter --section ai,salary": "ai, salary, sources",
    "list": "roles",
    "ladder fog-counter": "ways-in, ways-on",
    "compare fog-counter cloud-shepherd": "glance, details, exposure, skills",
}


@pytest.mark.parametrize("typed", always(list(SHOUTED)[:2], SHOUTED))
def test_a_new_format_is_a_module_and_an_entry(typed: str, tmp_path: Path, run: Run) -> None:
    """Registered once, it is offered, checked and written by every command that shows a page."""
    (tmp_path / "shout.py").write_text(FORMAT, encoding="utf-8")
    (tmp_path / "sitecustomize.py").write_text(
        "from careercli.render import FORMATS, Format\nFORMATS['shout'] = Format('shout:render')\n",
        encoding="utf-8",
    )
    path = f"{tmp_path}{os.pathsep}{ROOT / 'src'}"
    arguments = typed.split()
    done = run(*arguments, "--format", "shout", PYTHONPATH=path, COLUMNS="72")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"made up for 72 columns: {SHOUTED[typed]}")
    assert "shout" in run(arguments[0], "--help", PYTHONPATH=path, COLUMNS="200").stdout
