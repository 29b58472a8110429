"""The command line as a process: exit codes, streams, wrong input, formats."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from careercli import __version__
from careercli.cli.commands import COMMANDS as REGISTERED
from careercli.errors import (
    INTERRUPTED,
    CareersError,
    InvalidDataError,
    NotFoundError,
    OutputError,
    UsageError,
)
from tests.conftest import ROLE, ROOT, SHIPPED, Run

COMMANDS = {
    "show": ["machine-learning-engineer"],
    "ladder": ["machine-learning-engineer"],
    "compare": ["data-scientist", "machine-learning-engineer"],
    "list": [],
    "search": ["python"],
    "sources": [],
    "vacancies": ["data-analyst"],
    "paths": [],
}


def test_exit_codes_differ() -> None:
    """A script can tell every kind of error from the others."""
    kinds = (CareersError, NotFoundError, UsageError, InvalidDataError, OutputError)
    codes = [INTERRUPTED, *(kind.exit_code for kind in kinds)]
    assert sorted(codes) == [1, 2, 65, 70, 74, 130]


def test_version(run: Run) -> None:
    """--version prints name and version."""
    assert run("--version").stdout == f"careers {__version__}\n"


@pytest.mark.parametrize("command", REGISTERED)
def test_every_command_has_help_with_an_example(command: str, run: Run) -> None:
    """--help shows an example for every command, and the README has the command."""
    done = run(command, "--help", COLUMNS="100", NO_COLOR="1")
    assert done.returncode == 0
    assert f"Example: careers {command}" in done.stdout
    assert f"careers {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("command", COMMANDS)
def test_json_fits_its_schema(command: str, lang: str, run: Run) -> None:
    """--format json is what the published schema says, in both languages."""
    done = run(command, *COMMANDS[command], "--format", "json", "--lang", lang)
    schema = json.loads((ROOT / "schema" / "output" / f"{command}.json").read_text())
    page = json.loads(done.stdout)
    jsonschema.Draft202012Validator(schema).validate(page)
    assert page["schema_version"] == 3
    assert page["language"] == lang


def test_every_role_fits_the_schema_in_both_languages(run: Run) -> None:
    """No role has a page that the schema does not describe; two comparisons of five cover ten."""
    schema = json.loads((ROOT / "schema" / "output" / "compare.json").read_text())
    slugs = sorted(path.stem for path in (ROOT / "data" / "roles").glob("*.toml"))
    assert len(slugs) >= 20
    for i in range(0, 20, 5):
        lang = "nl" if i % 2 else "en"
        done = run("compare", *slugs[i : i + 5], "--format", "json", "--lang", lang)
        jsonschema.Draft202012Validator(schema).validate(json.loads(done.stdout))


def test_show_json_has_the_promised_keys(run: Run) -> None:
    """Scripts rely on these names."""
    page = json.loads(run("show", "machine-learning-engineer", "--format", "json").stdout)
    promised = (
        "slug language title aliases category level outlook summary description salary figures "
        "education skills career ai_impact ladder vacancies related studies codes sources"
    )
    assert set(promised.split()) <= set(page)
    assert {"text", "automates", "augments", "exposures"} <= set(page["ai_impact"])
    assert {"up", "previous", "leads_to"} <= set(page["ladder"])


def test_every_figure_has_a_source_on_the_page(run: Run) -> None:
    """No number stands without a note."""
    page = json.loads(run("show", "machine-learning-engineer", "--format", "json").stdout)
    known = {source["id"] for source in page["sources"]}
    assert page["figures"]
    assert {figure["source"] for figure in page["figures"]} <= known
    numbers = [source["number"] for source in page["sources"]]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("machine-learning-engineer", "machine-learning-engineer"),
        ("MACHINE Learning Engineer", "machine-learning-engineer"),
        ("ml-ENGINEER", "machine-learning-engineer"),
        ("AI-onderzoeker", "ai-researcher"),
        ("hoofd ai", "head-of-ai"),
    ],
)
def test_a_role_is_found_by_any_of_its_names(name: str, slug: str, run: Run) -> None:
    """Slug, title or alias, in either language and any case."""
    assert json.loads(run("show", name, "--format", "json").stdout)["slug"] == slug


def test_an_unknown_role_offers_the_nearest_and_runs_none(run: Run) -> None:
    """A guess is never taken for the answer."""
    done = run("show", "machin lerning enginer")
    assert (done.returncode, done.stdout) == (1, "")
    assert "machine-learning-engineer" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["show", "data-analyst", "--section", "salery"], 2, "salary, description"),
        (["show", "data-analyst", "--per", "week"], 2, "hour"),
        (["show", "data-analyst", "--hours", "0"], 2, "1"),
        (["show", "data-analyst", "--lang", "fr"], 2, "en"),
        (["show"], 2, "ROLE"),
        (["show", ""], 1, "no role"),
        (["show", "\u202e\x1b[31m" + "x" * 500], 1, "no role"),
        (["nonsense"], 2, "nonsense"),
        (["compare", "data-analyst"], 2, "two to five"),
        (["compare", "data-analyst", "data analyst"], 2, "two to five"),
        (["compare", *["data-analyst", "data-engineer"] * 3], 0, ""),
        (["ladder", "data-analyst", "--depth", "0"], 2, "depth"),
        (["list", "--level", "boss"], 2, "junior, medior"),
        (["list", "--category", "x"], 2, "tech-engineering"),
        (["list", "--outlook", "rosy"], 2, "growing"),
        (["list", "--education", "havo-5"], 2, "hbo"),
        (["list", "--skill", "pyton"], 2, "python"),
        (["list", "--min-salary", "9000000"], 1, "No role"),
        (["list", "--min-salary", "-1"], 2, "min-salary"),
        (["search", ""], 2, "needs a word"),
        (["search", "zzzzqqqq"], 1, "Nothing found"),
        (["search", '"', "NEAR(", "*"], 0, ""),
        (["search", '"*', "(", ":"], 1, "Nothing found"),
        (["vacancies", "data-analyst", "--open", "99"], 2, "5 sites"),
        (["sources", "nobody"], 1, "no role"),
        (["check", "/does/not/exist.toml"], 2, "no such file"),
    ],
)
def test_wrong_input_is_explained(arguments: list[str], code: int, told: str, run: Run) -> None:
    """Every door has a clear message on stderr and the right exit code; never a traceback."""
    done = run(*arguments, COLUMNS="200")
    assert done.returncode == code
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stderr


def test_messages_are_dutch_in_dutch(run: Run) -> None:
    """--lang nl holds for messages too."""
    assert "Er is geen beroep" in run("show", "niemand", "--lang", "nl").stderr


@pytest.mark.parametrize("variable", ["CAREERS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"])
def test_the_language_comes_from_the_environment(variable: str, run: Run) -> None:
    """Each of the usual variables is heard."""
    done = run("show", "data-analyst", "--section", "salary", **{variable: "nl_NL.UTF-8"})
    assert "Salaris, bruto per jaar" in done.stdout


def test_a_reader_who_leaves_early_hears_nothing() -> None:
    """| head ends quietly."""
    done = subprocess.run(
        f"{sys.executable} -m careercli show machine-learning-engineer | head -n 1",
        shell=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stdout == "Machine Learning Engineer\n"
    assert done.stderr == ""


def test_a_full_disk_is_told() -> None:
    """Output that cannot be written is an error with a message."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "careercli", "show", "data-analyst"],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
    assert done.returncode == 74
    assert done.stderr == "careers: No space left on device\n"


def test_a_closed_stdout_is_told() -> None:
    """Somebody who closed stdout reads why nothing came."""
    done = subprocess.run(
        f"{sys.executable} -m careercli show data-analyst >&-",
        shell=True,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert done.returncode == 74
    assert done.stderr == "careers: Bad file descriptor\n"


@pytest.mark.parametrize("module", ["typer.core", "careercli.cli.app", "sqlite3"])
def test_ctrl_c_exits_with_130(module: str) -> None:
    """Interrupted while starting or while reading: 130, and no traceback of ours."""
    with subprocess.Popen(
        [sys.executable, "-m", "careercli", "compare", "data-analyst", "data-engineer"],
        env=os.environ | {"PYTHONPROFILEIMPORTTIME": "1"},  # tells how far it has come
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stderr is not None
        for row in process.stderr:
            if row.rpartition("|")[2].strip() == module:
                break
        process.send_signal(signal.SIGINT)
        _out, told = process.communicate()
    # It may have been quicker than the signal, or been caught in Python's own clearing up.
    assert process.returncode in (0, 130, -signal.SIGINT)
    if process.returncode == 130:
        assert "Traceback" not in told


def test_check_of_the_shipped_roles_is_clean(run: Run) -> None:
    """The shipped data hold, and the clean run says how much was checked."""
    done = run("check")
    assert done.returncode == 0
    assert f"{SHIPPED} roles, " in done.stdout
    assert "figures and " in done.stdout


def test_open_uses_the_browser(run: Run, tmp_path: Path) -> None:
    """--open hands the address to the browser that the user has."""
    note = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {note}\n')
    browser.chmod(0o755)
    done = run("vacancies", "nlp-engineer", "--open", "1", BROWSER=str(browser))
    assert done.returncode == 0
    assert note.read_text().startswith("https://nl.indeed.com/jobs?q=NLP")


def own_role(folder: Path, name: str, **changes: str) -> Path:
    """Write a role of the user's own: the shipped one with other names and ``changes``."""
    text = ROLE.read_text(encoding="utf-8")
    text = re.sub(r"^aliases = .*$", "", text, flags=re.MULTILINE)
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_role_text_is_never_markup(own_roles: Path, run: Run) -> None:
    """[red] in a file reaches the screen as it stands, drawn and piped."""
    title = 'title = "[red]Evil[/red] role"'
    own_role(own_roles, "evil-role", **{'title = "Machine Learning Engineer"': title})
    for environment in ({}, {"FORCE_COLOR": "1", "NO_COLOR": "1"}):
        done = run("show", "evil-role", "--section", "description", **environment)
        assert "[red]Evil[/red]" in done.stdout


def test_an_own_role_replaces_a_shipped_one_and_the_page_says_so(own_roles: Path, run: Run) -> None:
    """The user's file wins, in the open."""
    own_role(
        own_roles,
        "machine-learning-engineer",
        **{'title = "Machine Learning Engineer"': 'title = "My Own Engineer"'},
    )
    done = run("show", "machine-learning-engineer", COLUMNS="200")
    assert done.stdout.startswith("My Own Engineer")
    assert "It replaces the role of that name" in " ".join(done.stdout.split())


def complete(shell: str, line: str) -> str:
    """Return what a shell is told when somebody presses tab at the end of a line."""
    words = line.split(" ")
    environment = {
        "_CAREERS_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
    }
    done = subprocess.run(
        [sys.executable, "-m", "careercli"],
        env=os.environ | environment,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_offers_slugs_with_titles(shell: str) -> None:
    """Every shell gets the slugs; zsh and fish show the titles too."""
    out = complete(shell, "careers show machine")
    assert "machine-learning-engineering-manager" in out
    assert "data-analyst" not in out
    assert ("Machine Learning Engineer" in out) is (shell != "bash")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("careers sh", ["show"]),
        ("careers import l", ["list"]),
        ("careers list --level s", ["senior"]),
        ("careers list --education hbo", ["hbo", "hbo-master"]),
        ("careers list --skill machine-l", ["machine-learning"]),
        ("careers list --sort e", ["education", "exposure"]),
        ("careers show x --section salary,a", ["salary,ai"]),
        ("careers show x --format t", ["text", "toml"]),
        ("careers ladder x --per m", ["month"]),
        ("careers search x --origin ", ["shipped", "user"]),
        ("careers list --lang ", ["en", "nl"]),
    ],
)
def test_completion_offers_what_is_registered(line: str, words: list[str]) -> None:
    """Commands, words of lists, skills, orders, sections and formats: whatever is closed."""
    assert complete("bash", line).split() == words


def test_completion_speaks_the_readers_language() -> None:
    """Beside an id stands its label, in the language asked for on the line."""
    assert "growing" in complete("fish", "careers list --outlook grow")
    assert "groeiend" in complete("fish", "careers list --lang nl --outlook grow")


def test_a_damaged_catalogue_is_thrown_away(run: Run, tmp_path: Path) -> None:
    """Damage in the middle of the cache is told once; the next command works."""
    cache = tmp_path / "cache"
    first = run("show", "data-analyst", CAREERS_CACHE=str(cache))
    (file,) = cache.glob("*.sqlite")
    raw = bytearray(file.read_bytes())
    raw[len(raw) // 8 : -4096] = b"\xff" * (len(raw) - 4096 - len(raw) // 8)
    file.write_bytes(raw)
    damaged = run("show", "data-analyst", CAREERS_CACHE=str(cache))
    assert "Traceback" not in damaged.stderr
    if damaged.returncode:
        assert damaged.returncode == 70
        assert "run the command again" in damaged.stderr
    again = run("show", "data-analyst", CAREERS_CACHE=str(cache))
    assert again.returncode == 0
    assert again.stdout == first.stdout
