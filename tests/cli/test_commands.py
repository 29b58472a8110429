"""The command line: exit codes, streams, wrong input, formats."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from careercli import __version__
from careercli.catalogue.store import catalogue_file
from careercli.cli.commands import COMMANDS as REGISTERED
from careercli.errors import (
    INTERRUPTED,
    CareersError,
    InvalidDataError,
    NotFoundError,
    OutputError,
    UsageError,
)
from tests.conftest import ROLE, ROLES, ROOT, SHEPHERD, SHIPPED, Run, always

COMMANDS = {
    "show": ["cloud-shepherd"],
    "ladder": ["cloud-shepherd"],
    "compare": ["mist-weigher", "cloud-shepherd"],
    "list": [],
    "search": ["python"],
    "sources": [],
    "vacancies": ["fog-counter"],
    "paths": [],
    "explain": ["bbl"],
    "config": [],
    "start": [],
}


def test_exit_codes_differ() -> None:
    """A script can tell every kind of error from the others."""
    kinds = (CareersError, NotFoundError, UsageError, InvalidDataError, OutputError)
    codes = [INTERRUPTED, *(kind.exit_code for kind in kinds)]
    assert sorted(codes) == [1, 2, 65, 70, 74, 130]


def test_version(ask: Run) -> None:
    """--version prints name and version."""
    assert ask("--version").stdout == f"careers {__version__}\n"


@pytest.mark.parametrize("command", REGISTERED)
def test_every_command_has_help_with_an_example(command: str, ask: Run) -> None:
    """--help shows an example for every command, and the README has the command."""
    done = ask(command, "--help", COLUMNS="100", NO_COLOR="1")
    assert done.returncode == 0
    assert f"\nExamples\n========\n  careers {command}" in done.stdout
    assert f"careers {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


BOXES = re.compile("[\u2500-\u257f]|\x1b")


@pytest.mark.parametrize("command", ["--help", "show --help", "import --help", "list --levl x"])
def test_help_and_usage_errors_are_plain_where_pages_are(command: str, ask: Run) -> None:
    """No boxes in a pipe, which a screen reader reads line by line; whole sentences."""
    done = ask(*command.split())
    assert not BOXES.search(done.stdout + done.stderr)
    assert not re.search(r"\w\.\.\.$", done.stdout, re.MULTILINE)  # nothing is cut off


@pytest.mark.parametrize("setting", [{"TERM": "dumb"}, {}, {"CAREERS_PLAIN": "on"}])
def test_a_plain_terminal_has_plain_help(setting: dict[str, str], ask: Run) -> None:
    """TERM=dumb and --plain go before colour that is forced."""
    plain = () if setting else ("--plain",)
    done = ask("show", "--help", *plain, FORCE_COLOR="1", **setting)
    assert (done.returncode, done.stderr) == (0, "")
    assert not BOXES.search(done.stdout)
    assert BOXES.search(ask("show", "--help", FORCE_COLOR="1").stdout)


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("command", COMMANDS)
def test_json_fits_its_schema(command: str, lang: str, ask: Run) -> None:
    """--format json is what the published schema says, in both languages."""
    done = ask(command, *COMMANDS[command], "--format", "json", "--lang", lang)
    schema = json.loads((ROOT / "schema" / "output" / f"{command}.json").read_text())
    page = json.loads(done.stdout)
    jsonschema.Draft202012Validator(schema).validate(page)
    assert page["schema_version"] == 3
    assert page["language"] == lang


@pytest.mark.long
@pytest.mark.shipped
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_every_shipped_role_fits_the_schema(lang: str, ask: Run) -> None:
    """No role has a page that the schema does not describe."""
    schema = json.loads((ROOT / "schema" / "output" / "show.json").read_text())
    validator = jsonschema.Draft202012Validator(schema)
    slugs = sorted(path.stem for path in ROLE.parent.glob("*.toml"))
    assert slugs
    for slug in slugs:
        validator.validate(json.loads(ask("show", slug, "--format", "json", "--lang", lang).stdout))


def test_show_json_has_the_promised_keys(ask: Run) -> None:
    """Scripts rely on these names."""
    page = json.loads(ask("show", "cloud-shepherd", "--format", "json").stdout)
    promised = (
        "slug kind origin language title aliases category level outlook summary description "
        "salary figures education skills career ai_impact ladder vacancies related training "
        "conditions work interests codes sources"
    )
    assert set(promised.split()) <= set(page)
    assert {"text", "automates", "augments", "exposures"} <= set(page["ai_impact"])
    assert {"up", "previous", "leads_to"} <= set(page["ladder"])


def test_every_figure_has_a_source_on_the_page(ask: Run) -> None:
    """No number stands without one."""
    page = json.loads(ask("show", "cloud-shepherd", "--format", "json").stdout)
    known = {source["id"] for source in page["sources"]}
    assert page["figures"]
    assert {figure["source"] for figure in page["figures"]} <= known


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("cloud-shepherd", "cloud-shepherd"),
        ("CLOUD Shepherd", "cloud-shepherd"),
        ("cs-HERDER", "cloud-shepherd"),
        ("Regenpoeet", "rain-reader"),
        ("hoofd weer", "head-of-weather"),
    ],
)
def test_a_role_is_found_by_any_of_its_names(name: str, slug: str, ask: Run) -> None:
    """Slug, title or alias, in either language and any case."""
    assert json.loads(ask("show", name, "--format", "json").stdout)["slug"] == slug


def test_an_unknown_role_offers_the_nearest_and_runs_none(ask: Run) -> None:
    """A guess is never taken for the answer."""
    done = ask("show", "clould shepherd")
    assert (done.returncode, done.stdout) == (1, "")
    assert "cloud-shepherd" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["show", "fog-counter", "--section", "salery"], 2, "description, education"),
        (["show", "fog-counter", "--brief", "--section", "ai"], 2, "give one of them"),
        (["show", "fog-counter", "--per", "week"], 2, "hour"),
        (["show", "fog-counter", "--hours", "0"], 2, "1"),
        (["show", "fog-counter", "--lang", "fr"], 2, "en"),
        (["show"], 2, "ROLE"),
        (["show", ""], 1, "no role"),
        (["show", "\u202e\x1b[31m" + "x" * 500], 1, "no role"),
        (["nonsense"], 1, "nonsense"),
        (["compare", "fog-counter"], 2, "two to five"),
        (["compare", "fog-counter", "data analyst"], 2, "two to five"),
        (["compare", *["fog-counter", "rain-reader"] * 3], 0, ""),
        (["ladder", "fog-counter", "--depth", "0"], 2, "depth"),
        (["list", "--level", "boss"], 2, "junior, mid-level"),
        (["list", "--category", "x"], 2, "weather"),
        (["list", "--outlook", "rosy"], 2, "growing"),
        (["list", "--education", "havo-5"], 2, "hbo"),
        (["list", "--skill", "pyton"], 2, "Python"),
        (["list", "--min-salary", "9000000"], 1, "No role"),
        (["list", "--min-salary", "-1"], 2, "min-salary"),
        (["search", ""], 2, "needs a word"),
        (["search", "zzzzqqqq"], 1, "Nothing found"),
        (["search", '"', "NEAR(", "*"], 0, ""),
        (["search", '"*', "(", ":"], 1, "Nothing found"),
        (["vacancies", "fog-counter", "--open", "99"], 2, "2 sites"),
        (["vacancies", "moon-polisher", "--open", "2"], 2, "1 site."),
        (["sources", "nobody"], 1, "no role"),
        (["check", "/does/not/exist.toml"], 2, "no such file"),
    ],
)
def test_wrong_input_is_explained(arguments: list[str], code: int, told: str, ask: Run) -> None:
    """Every door has a clear message on stderr and the right exit code; never a traceback."""
    done = ask(*arguments, COLUMNS="200")
    assert done.returncode == code
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stderr


def test_messages_are_dutch_in_dutch(ask: Run) -> None:
    """--lang nl holds for messages too."""
    assert "Er is geen beroep" in ask("show", "niemand", "--lang", "nl").stderr


@pytest.mark.parametrize("variable", ["CAREERS_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"])
def test_the_language_comes_from_the_environment(variable: str, ask: Run) -> None:
    """Each of the usual variables is heard."""
    done = ask("show", "fog-counter", "--section", "salary", **{variable: "nl_NL.UTF-8"})
    assert "Salaris, bruto per jaar" in done.stdout


@pytest.mark.parametrize("word", ["NL", "nl_BE", "nl-NL", "Dutch", "nederlands"])
def test_a_language_has_many_names(word: str, ask: Run) -> None:
    """--lang and CAREERS_LANG know a language in any case, with a region, and by its name."""
    asked = ask("show", "fog-counter", "--section", "salary", "--lang", word)
    assert "Salaris, bruto per jaar" in asked.stdout
    found = ask("show", "fog-counter", "--section", "salary", CAREERS_LANG=word)
    assert (found.stdout, found.stderr) == (asked.stdout, "")


def test_an_unknown_language_of_the_environment_is_told(ask: Run) -> None:
    """CAREERS_LANG with a language that is not spoken: the locale's instead, and it is said."""
    done = ask("show", "fog-counter", CAREERS_LANG="de_DE", LANG="nl_NL.UTF-8")
    assert 'CAREERS_LANG: "de_DE" is er niet. Wat er is: en, nl' in done.stderr
    assert "Salaris" in done.stdout
    assert ask("show", "fog-counter", "--lang", "en", CAREERS_LANG="de").stderr == ""


@pytest.mark.parametrize(
    "command", ["show cloud-shepherd", "show --help", "--help", "list --format json"]
)
@pytest.mark.parametrize("forced", always(["1"], ["", "1"]))
def test_a_reader_who_leaves_early_hears_nothing(command: str, forced: str) -> None:
    """A closed pipe, as | head leaves it, ends pages and help quietly: exit 0."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "careercli", *command.split()],
        stdout=writing,
        stderr=subprocess.PIPE,
        env=os.environ | {"FORCE_COLOR": forced},
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_disk_is_told() -> None:
    """Output that cannot be written is an error with a message."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "careercli", "show", "fog-counter"],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
    assert done.returncode == 74
    assert done.stderr == "careers: No space left on device\n"


def test_a_closed_stdout_is_told() -> None:
    """Somebody who closed stdout reads why nothing came."""
    done = subprocess.run(
        f"{sys.executable} -m careercli show fog-counter >&-",
        shell=True,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert done.returncode == 74
    assert done.stderr == "careers: Bad file descriptor\n"


INTERRUPTED_AT = """
import signal, sys

class Interrupt:
    def find_spec(self, name, path, target=None):
        if name == {module!r}:
            signal.raise_signal(signal.SIGINT)

sys.meta_path.insert(0, Interrupt())
from careercli.__main__ import main
main()
"""


@pytest.mark.parametrize("module", ["typer.core", "careercli.cli.app", "careercli.catalogue"])
def test_ctrl_c_exits_with_130(module: str) -> None:
    """Interrupted while starting or while reading: 130, no page and no traceback."""
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_AT.format(module=module), "show", "fog-counter"],
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout) == (130, "")
    assert "Traceback" not in done.stderr


@pytest.mark.shipped
def test_check_of_the_shipped_roles_is_clean(ask: Run) -> None:
    """The shipped data hold, and the clean run says how much was checked."""
    done = ask("check")
    assert done.returncode == 0
    assert f"{SHIPPED} roles, " in done.stdout
    assert "figures and " in done.stdout


def test_check_of_the_made_up_roles_is_clean(ask: Run) -> None:
    """What the tests build on holds itself."""
    assert f"{ROLES} roles, " in ask("check").stdout


def test_open_uses_the_browser(run: Run, tmp_path: Path) -> None:
    """--open hands the address to the browser that the user has."""
    note = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {note}\n')
    browser.chmod(0o755)
    done = run("vacancies", "rain-reader", "--open", "2", BROWSER=str(browser))
    assert done.returncode == 0
    assert note.read_text().startswith("https://sky.example.org/jobs?q=Regenlezer")


def own_role(folder: Path, name: str, **changes: str) -> Path:
    """Write a role of the user's own: the shepherd with other names and ``changes``."""
    text = SHEPHERD.read_text(encoding="utf-8")
    text = re.sub(r"^aliases = .*$", "", text, flags=re.MULTILINE)
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_role_text_is_never_markup(own_roles: Path, ask: Run) -> None:
    """[red] in a file reaches the screen as it stands, drawn and piped."""
    title = 'title = "[red]Evil[/red] role"'
    own_role(own_roles, "evil-role", **{'title = "Cloud Shepherd"': title})
    for environment in ({}, {"FORCE_COLOR": "1", "NO_COLOR": "1"}):
        done = ask("show", "evil-role", "--section", "description", **environment)
        assert "[red]Evil[/red]" in done.stdout


def test_another_group_of_esco_is_told(own_roles: Path, ask: Run) -> None:
    """Where ESCO files the occupation under another ISCO group, the page and JSON say so."""
    own_role(own_roles, "cloud-shepherd", **{'isco08 = "2511"': 'isco08 = "2512"'})
    told = "ESCO files this occupation under ISCO-08 2511; the Dutch figures on this page are of"
    said = {
        name: ask("show", name, COLUMNS="200").stdout for name in ("cloud-shepherd", "rain-reader")
    }
    assert [told in " ".join(page.split()) for page in said.values()] == [True, False]
    found = json.loads(ask("show", "cloud-shepherd", "--format", "json").stdout)
    assert (found["codes"]["isco08"], found["esco_isco08"]) == ("2512", "2511")


def test_an_own_role_replaces_a_shipped_one_and_the_page_says_so(own_roles: Path, ask: Run) -> None:
    """The user's file wins, in the open."""
    own_role(
        own_roles,
        "cloud-shepherd",
        **{'title = "Cloud Shepherd"': 'title = "My Own Engineer"'},
    )
    done = ask("show", "cloud-shepherd", COLUMNS="200")
    assert done.stdout.startswith("My Own Engineer")
    assert "It replaces the role of that name" in " ".join(done.stdout.split())


def test_top_coded_pay_is_a_lower_bound(ask: Run) -> None:
    """What is only known to be so much or more is never shown as an amount."""
    said = " ".join(ask("show", "chief-rain-officer", "--section", "salary").stdout.split())
    assert "≥ US$239,200 a year at the median" in said
    assert "US$126,080 – US$239,200 or more" in said


def test_top_coded_pay_is_a_lower_bound_beside_others(ask: Run) -> None:
    """In a comparison too."""
    compared = ask("compare", "chief-rain-officer", "head-of-weather").stdout
    assert "≥ US$239,200" in compared
    assert "≥ US$171,200" not in compared


def test_a_damaged_catalogue_is_thrown_away(ask: Run, own_roles: Path) -> None:
    """Damage in the middle of the cache costs nobody a page: it is compiled anew at once."""
    first = ask("show", "fog-counter")
    (file,) = catalogue_file().parent.glob("*.sqlite")
    raw = bytearray(file.read_bytes())
    raw[len(raw) // 8 : -4096] = b"\xff" * (len(raw) - 4096 - len(raw) // 8)
    file.write_bytes(raw)
    for done in (ask("show", "fog-counter"), ask("show", "fog-counter")):
        assert (done.returncode, done.stdout, done.stderr) == (0, first.stdout, "")
    assert file.read_bytes() != raw


def test_brief_is_the_first_screen_alone(ask: Run) -> None:
    """The overview with its panels, and no section or source of the page below it."""
    whole = ask("show", "cloud-shepherd").stdout
    brief = ask("show", "cloud-shepherd", "--brief").stdout
    assert whole.startswith(brief.rstrip("\n"))
    for panel in ("Salary (gross a year, 38 hours)", "Requirements", "AI (exposure", "Ladder ("):
        assert panel in brief
    assert "Sources" not in brief
    assert "What does a cloud shepherd do?" in whole.removeprefix(brief)
