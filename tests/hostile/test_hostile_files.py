"""Role files from strangers: whatever lies in the folder, one clear line, and the rest works."""

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from careercli import console
from careercli.cli.app import app
from careercli.names import is_control, sanitize
from tests.conftest import SHEPHERD, Run, start

GOOD = (SHEPHERD.parent / "rain-reader.toml").read_text("utf-8")
ESCO = re.search(r'esco = "(.*)"', GOOD)[1]
TITLE = 'title = "Rain Reader"'
Make = Callable[[Path], object]


def holding(content: bytes | str) -> Make:
    """Return what writes a file with this content."""
    raw = content.encode() if isinstance(content, str) else content
    return lambda path: path.write_bytes(raw)


def titled(title: str) -> Make:
    """Return what writes a role with this title, as TOML would escape it."""
    assert TITLE in GOOD
    return holding(GOOD.replace(TITLE, f'title = "{title}"', 1))


def sized(size: int) -> Make:
    """Return what makes a file of this many bytes, with nothing in it."""

    def make(path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(size)

    return make


def linked(target: str) -> Make:
    """Return what links to somewhere."""
    return lambda path: path.symlink_to(target)


# what lies in the folder -> how it is made, and what is said of it
BROKEN: dict[str, tuple[Make, str]] = {
    "empty": (holding(""), "is missing"),
    "not-utf8": (holding(b"\xff\xfe" + GOOD.encode()), "is not UTF-8"),
    "utf16": (holding(GOOD.encode("utf-16")), "is not UTF-8"),
    "nul-bytes": (holding('category = "a\0b"'), "is not TOML"),
    "binary": (holding(bytes(range(256)) * 40), "is not UTF-8"),
    "double-key": (holding('level = "lead"\nlevel = "lead"\n'), "is not TOML"),
    "date-as-text": (
        holding(re.sub(r"reviewed = (\S+)", r'reviewed = "\1"', GOOD)),
        "is not a date",
    ),
    "past-64-bits": (holding("x = 99999999999999999999"), "more than 64 bits"),
    "a-million-digits": (holding("x = " + "9" * 900_000), "more than 64 bits"),
    "not-a-number": (holding(re.sub(r"reviewed = \S+", "reviewed = nan", GOOD)), "is not a date"),
    "nested-lists": (holding("a = " + "[" * 400_000 + "]" * 400_000), "nested too deep"),
    "nested-tables": (holding("a = " + "{a = " * 150_000), "nested too deep"),
    "nested-keys": (holding("a." * 300_000 + "a = 1"), "nested too deep"),
    "nested-header": (holding("[" + "a." * 300_000 + "a]"), "nested too deep"),
    "a-hundred-megabytes": (
        sized(100_000_000),
        "larger than 1 MB",
    ),
    "a-folder": (Path.mkdir, "not an ordinary file"),
    "a-pipe": (os.mkfifo, "not an ordinary file"),
    "a-dangling-link": (linked("/nowhere/at-all"), "link out of its folder"),
    "a-link-to-itself": (linked("a-link-to-itself.toml"), "cannot be read"),
    "a-link-out": (linked("/etc/hostname"), "link out of its folder"),
    "a-device": (linked("/dev/zero"), "link out of its folder"),
    "colours": (titled(r"\u001b[31mRed"), "control characters"),
    "clipboard": (titled(r"\u001b]52;c;aGk=\u0007"), "control characters"),
    "hidden-link": (titled(r"\u001b]8;;http://x\u0007y"), "control characters"),
    "reordered": (titled("a\u202eb"), "control characters"),
    "zero-width": (titled("a\u200bb"), "control characters"),
    "script-link": (holding(GOOD.replace(ESCO, "javascript:alert(1)")), "esco"),
    "file-link": (holding(GOOD.replace(ESCO, "file:///etc/passwd")), "esco"),
    "..": (holding(GOOD), "is no slug"),
    "-x": (holding(GOOD), "is no slug"),
    "--help": (holding(GOOD), "is no slug"),
    "UPPER": (holding(GOOD), "is no slug"),
    "with space": (holding(GOOD), "is no slug"),
    "ünïcode": (holding(GOOD), "is no slug"),
    "con": (holding(GOOD), "a device on Windows"),
    "com1": (holding(GOOD), "a device on Windows"),
    "x" * 120: (holding(GOOD), "is too long"),
    "new\nline": (holding(GOOD), "is no slug"),
    "\x1b[31m": (holding(GOOD), "is no slug"),
}
# odd, yet a role: it is shown, and does no harm
HARMLESS: dict[str, Make] = {
    "byte-order-mark": holding(b"\xef\xbb\xbf" + GOOD.encode()),
    "windows-lines": holding(GOOD.replace("\n", "\r\n")),
    "wide-letters": titled("データエンジニア"),
    "markup": titled("[red]x[/red] [link=http://x]y[/link] **b** <b>"),
    "a-link-within": lambda path: (
        path.with_name("target.txt").write_text(GOOD, "utf-8"),
        path.symlink_to("target.txt"),
    ),
}


def clean(text: str) -> bool:
    """Return whether nothing in a text could steer a terminal."""
    return not any(map(is_control, text))


class Told(NamedTuple):
    """What two commands said of a folder full of broken and odd files."""

    folder: Path
    check: subprocess.CompletedProcess[str]
    show: subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Every broken and every odd file in one folder, and what is said of them."""
    home = tmp_path_factory.mktemp("hostile")
    folder = home / "roles"
    folder.mkdir()
    for name, (make, _words) in BROKEN.items():
        make(folder / f"{name}.toml")
    for name, make in HARMLESS.items():
        make(folder / f"{name}.toml")
    folders = {"CAREERS_ROLES": str(folder), "CAREERS_CACHE": str(home / "cache")}
    return Told(folder, start("check", **folders), start("show", "seam-singer", **folders))


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_told(told: Told, name: str) -> None:
    """Check says what is wrong with it, and what to do instead."""
    shown = sanitize(str(told.folder / f"{name}.toml")).replace("\n", "\ufffd")
    rows = [row for row in told.check.stdout.splitlines() if row.startswith(f"{shown}:")]
    words = BROKEN[name][1]
    assert any(words in row for row in rows), rows
    assert all(re.fullmatch(r".+:\d+: [^:]+: .+; .+", row) for row in rows)
    assert len(rows) == len(set(rows))


def test_the_rest_works(told: Told) -> None:
    """Check exits 65 and counts the files; other commands work, and say nothing in a pipe."""
    assert told.check.returncode == 65
    assert re.fullmatch(r"careers: \d+ problems in \d+ of \d+ role files\n", told.check.stderr)
    assert (told.show.returncode, told.show.stderr) == (0, "")
    assert told.show.stdout.startswith("Seam Singer\n")


def test_nothing_steers_the_terminal(told: Told) -> None:
    """No character of a file or of its name reaches the screen as a command."""
    said = told.check.stdout + told.check.stderr + told.show.stdout + told.show.stderr
    assert clean(said)
    assert "Traceback" not in said


@pytest.mark.parametrize("name", HARMLESS)
def test_an_odd_file_is_a_role_like_any_other(ask: Run, own_roles: Path, name: str) -> None:
    """Its text is shown as text: no colour, no link, nothing that is not there."""
    HARMLESS[name](own_roles / f"{name}.toml")
    done = ask("show", name, "--section", "salary", FORCE_COLOR="1", NO_COLOR="1")
    assert done.returncode == 0
    assert done.stderr == ""
    if name == "markup":
        assert "[red]x[/red] [link=http://x]y[/link] **b** <b>" in done.stdout


def test_a_thousand_broken_files_are_one_reminder(
    ask: Run, own_roles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many bad files make one line that counts them, and everything else works."""
    monkeypatch.setattr(console, "is_watched", lambda: True)
    for number in range(1001):
        (own_roles / f"bad-{number}.toml").write_text(f"level = {number}", "utf-8")
    done = ask("show", "seam-singer")
    assert done.returncode == 0
    assert " ".join(done.stderr.split()) == (
        "careers: 1001 role files of yours are not finished: bad-0, bad-1, bad-10 and "
        "998 more. careers check"
    )


@settings(
    max_examples=10,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode), st.booleans())
def test_no_content_does_harm(own_roles: Path, content: bytes, within: bool) -> None:
    """Any bytes, alone or in the middle of a good file: no traceback, and nothing that steers."""
    raw = GOOD.encode()
    path = own_roles / "odd.toml"
    path.write_bytes(raw[:3000] + content + raw[3000:] if within else content)
    for arguments in (
        ["check", str(path)],
        ["show", "odd"],
        ["show", str(path)],
        ["list", "--level", "lead"],
    ):
        done = CliRunner().invoke(app, arguments)
        assert done.exception is None or isinstance(done.exception, SystemExit), arguments
        assert done.exit_code in (0, 1, 65), done.output
        assert clean(done.output)
