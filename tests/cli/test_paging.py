"""A page longer than the terminal goes through the reader's pager, and is never lost."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a terminal of POSIX", allow_module_level=True)

from tests.cli.terminal import careers, until
from tests.conftest import ROLES, Run, always, asked

LONG = ["show", "cloud-shepherd"]
PAGES = [
    LONG,
    ["ladder", "cloud-shepherd"],
    ["compare", "cloud-shepherd", "fog-counter"],
    ["list", "--all"],
    ["search", "barometer", "--all"],
    ["sources"],
    ["vacancies", "cloud-shepherd"],
    ["paths"],
    ["import", "list"],
]

FAILING = (
    "no-such-pager",
    "/dev/null",
    "false",
    "sh -c 'exit 3'",
    "sh 'no end",
    "'' ''",
    "sh -c 'kill -9 $$'",
)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Where the pager that is called by its whole path writes what it is given."""
    return tmp_path / "read by the pager"


@pytest.fixture
def pager(tmp_path: Path, record: Path) -> str:
    """A pager that keeps what it reads, with its arguments and LESS in front."""
    script = tmp_path / "a pager"
    script.write_text(f'#!/bin/sh\n(echo "$LESS|$*"; cat) >"{record}"\n', encoding="utf-8")
    script.chmod(0o755)
    return shlex.quote(str(script))


def page_in(record: Path) -> str:
    """Return the page that the pager was given."""
    return record.read_text(encoding="utf-8").partition("\n")[2]


@pytest.mark.parametrize("arguments", always(PAGES[:2], PAGES), ids=" ".join)
def test_a_page_too_long_for_the_terminal_is_paged(
    arguments: list[str], pager: str, record: Path
) -> None:
    """Whole, drawn and with its colours; nothing of it reaches the terminal besides."""
    done = careers(*arguments, rows=3, CAREERS_PAGER=pager)
    assert done == (0, "")
    drawn = asked(*arguments, FORCE_COLOR="1", COLUMNS="80").stdout
    numbered = re.compile(r"8;id=\d+;")
    assert numbered.sub("", page_in(record)) == numbered.sub("", drawn)
    assert "\x1b[" in drawn


NOT_PAGED = [
    (LONG, 2000, {}),
    ([*LONG, "--no-pager"], 24, {}),
    ([*LONG, "--format", "json"], 24, {}),
    ([*LONG, "--format", "md"], 24, {}),
    ([*LONG, "--format", "toml"], 24, {}),
    (["list", "--format", "csv"], 5, {}),
    (LONG, 24, {"TERM": "dumb"}),
    (LONG, 24, {"CAREERS_PAGER": ""}),
    (LONG, 24, {"CAREERS_PAGER": " cat "}),
]


@pytest.mark.parametrize("case", always(NOT_PAGED[:3], NOT_PAGED))
def test_what_is_not_paged(
    case: tuple[list[str], int, dict[str, str]], pager: str, record: Path
) -> None:
    """What fits, formats for programs, a dumb terminal, and readers who want none."""
    arguments, rows, environment = case
    paging = {"CAREERS_PAGER": pager, "PAGER": pager}
    done = careers(*arguments, rows=rows, **paging | environment)
    assert done.code == 0
    assert "Shepherd" in done.screen
    assert not record.exists()


def test_nothing_is_paged_without_a_keyboard(pager: str, record: Path) -> None:
    """Nobody could leave the pager."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    done = careers(*LONG, stdin=nothing, CAREERS_PAGER=pager)
    os.close(nothing)
    assert (done.code, record.exists()) == (0, False)
    assert "Shepherd" in done.screen


def test_a_page_as_high_as_the_terminal_is_paged(pager: str, record: Path) -> None:
    """The prompt below it takes a row: its top would be gone."""
    height = len(asked(*LONG, FORCE_COLOR="1", COLUMNS="80").stdout.splitlines())
    careers(*LONG, rows=height + 1, CAREERS_PAGER=pager)
    assert not record.exists()
    careers(*LONG, rows=height, CAREERS_PAGER=pager)
    assert record.exists()


def test_which_pager(pager: str, record: Path, tmp_path: Path) -> None:
    """CAREERS_PAGER before PAGER before less; arguments are passed on, colours asked for."""
    (tmp_path / "less").symlink_to(tmp_path / "a pager")
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    usual: dict[str, str] = {"PATH": path, "LESS": ""}

    def told(**environment: str) -> str:
        assert careers(*LONG, **usual | environment) == (0, "")
        return record.read_text(encoding="utf-8").partition("\n")[0]

    assert told() == "RFX|-RFX"
    assert told(PAGER=f"{pager} --of 'all programs'") == "RFX|--of all programs"
    assert told(PAGER="nonsense", CAREERS_PAGER=f"{pager} ours") == "RFX|ours"
    assert told(LESS="-i M") == "R -i M|-RFX"


@pytest.mark.parametrize("chosen", always(["no-such-pager", "false"], FAILING))
def test_a_pager_that_fails_costs_nothing(chosen: str) -> None:
    """Missing, not to be run, failing, killed, misspelt: the page is written as without it."""
    done = careers(*LONG, "--plain", PAGER=chosen)
    assert done.code == 0
    assert done.screen.endswith(asked(*LONG, "--plain").stdout)
    assert "Traceback" not in done.screen


@pytest.mark.parametrize("chosen", ["true", "head -n 1", "sh -c 'exec <&-; sleep 0.2'"])
def test_a_pager_that_is_left_early_is_left(chosen: str) -> None:
    """The reader has seen enough: no page after it, no complaint, and the right exit code."""
    done = careers("list", "--all", "--plain", rows=5, PAGER=chosen)
    assert done.code == 0
    assert len(done.screen.splitlines()) <= 1


def test_the_exit_code_is_that_of_the_command(pager: str, record: Path) -> None:
    """Whatever the pager did: a list that no role passes has its page, and fails."""
    done = careers("list", "--min-salary", "9000000", rows=3, PAGER=pager)
    assert done.code == 1
    assert "0 roles of" in page_in(record)
    assert done.screen == "careers: No role passes these filters.\n"


@pytest.mark.parametrize("ends", ["exit 0", "exit 2", "kill -INT $$"])
def test_ctrl_c_is_the_pagers(ends: str, tmp_path: Path) -> None:
    """It may stop a search in the page, or end it: careers waits, and says and adds nothing."""
    ready = tmp_path / "ready"
    script = tmp_path / "pager"
    script.write_text(
        f"#!/bin/sh\ntrap 'echo stopped; trap - INT; {ends}' INT\ntouch {ready}\n"
        "while :; do sleep 0.05; done\n",
        encoding="utf-8",
    )
    script.chmod(0o755)

    def interrupt(terminal: int) -> None:
        until(ready.exists)
        os.write(terminal, b"\x03")

    done = careers(*LONG, press=interrupt, PAGER=str(script))
    assert done.code == 0
    assert "stopped" in done.screen
    assert "Shepherd" not in done.screen


HELP = [[], ["show"], ["list"], ["import"], ["import", "esco"]]


@pytest.mark.parametrize("command", always(HELP[:2], HELP))
def test_help_is_paged(command: list[str], pager: str, record: Path) -> None:
    """As a page is; its whole text, with its colours."""
    done = careers(*command, "--help", rows=5, PAGER=pager)
    assert (done.code, done.screen.strip()) == (0, "")
    assert "Usage: " in page_in(record)
    assert "\x1b[" in page_in(record)
    record.unlink()
    done = careers(*command, "--help", rows=200, PAGER=pager)
    assert (done.code, record.exists()) == (0, False)
    assert "Usage: " in done.screen


@pytest.mark.parametrize("drawn", always(["1"], ["", "1"]))
@pytest.mark.parametrize(
    "arguments", ["--help", "list --help", "import esco --help", "list", "show cloud-shepherd"]
)
def test_a_reader_who_has_left_a_pipe_is_no_error(arguments: str, drawn: str) -> None:
    """``careers ... | head``: exit 0, also where Rich has drawn it."""
    line = f"set -o pipefail; {shlex.quote(sys.executable)} -m careercli {arguments} | true"
    done = subprocess.run(
        ["bash", "-c", line],
        env=os.environ | {"FORCE_COLOR": drawn},
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")


# Lists


def rows_of(screen: str) -> int:
    """Return how many roles are listed."""
    return len(re.findall(r"^(?:\x1b\[[\d;]*m)*[↗→↘]", screen, re.MULTILINE))


def test_a_list_ends_with_the_screen(pager: str, record: Path) -> None:
    """As many roles as fit above the prompt, and how many there are."""
    done = careers("list", rows=20, PAGER=pager)
    shown = rows_of(done.screen)
    assert 0 < shown < ROLES
    assert f"{shown} of {ROLES}. " in done.screen
    assert "More: --all" in done.screen
    assert len(done.screen.splitlines()) <= 19
    assert not record.exists()
    assert rows_of(careers("list", rows=22, PAGER=pager).screen) == shown + 2
    assert rows_of(careers("list", rows=100).screen) == ROLES


def test_a_list_is_as_long_as_asked(pager: str, record: Path) -> None:
    """--limit and --all give what they say, through the pager if it is long."""
    assert rows_of(careers("list", "--limit", "3", PAGER=pager).screen) == 3
    assert careers("list", "--all", rows=20, PAGER=pager).screen == ""
    assert rows_of(page_in(record)) == ROLES
    assert "More:" not in page_in(record)


def test_a_search_ends_with_the_screen(pager: str, record: Path) -> None:
    """The best hits, whole, and how many there are."""
    done = careers("search", "barometer", rows=18, PAGER=pager, NO_COLOR="1")
    shown = len(re.findall(r"│ \S.* · €", done.screen))  # the heads: what is said is indented
    found = int(re.findall(r"\d+ of (\d+)\.", done.screen)[0])
    assert 0 < shown < found
    assert f"{shown} of {found}. More: --all" in done.screen
    assert len(done.screen.splitlines()) <= 17
    assert not record.exists()


@pytest.mark.parametrize("form", ["text", "md", "csv", "json"])
def test_a_pipe_gets_everything(form: str, ask: Run) -> None:
    """Whatever the size of a terminal somewhere is."""
    out = ask("list", "--format", form, LINES="5").stdout
    assert "More:" not in out
    assert sum(title in out for title in ("Chief Rain Officer", "Wind Nurse")) == 2


def test_plain_text_ends_with_the_screen_too() -> None:
    """A screen reader reads no more of a list than others see."""
    done = careers("list", "--plain", rows=20)
    assert "More: --all" in done.screen
    assert len(done.screen.splitlines()) <= 19


def test_limit_and_all_do_not_go_together(ask: Run) -> None:
    """One of them is meant; nothing is guessed."""
    for command in (["list"], ["search", "cloud"]):
        done = ask(*command, "--limit", "3", "--all")
        assert (done.returncode, done.stdout) == (2, "")
        assert "--limit and --all" in done.stderr
