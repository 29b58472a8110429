"""The real thing: whatever ends it, the terminal is given back whole."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a terminal of POSIX", allow_module_level=True)

from tests.browse.terminal import PATIENCE, Sitting
from tests.conftest import ROOT, Run, always


def test_on_leaving_it_tells_the_commands() -> None:
    """They can be typed, and show the same."""
    with Sitting() as sitting:
        sitting.see("12 of 12")
        sitting.type("s\r")
        sitting.see("careers show")
        sitting.type("q")
        code, told = sitting.end()
    assert code == 0
    assert "The same again, each by itself:\n  careers list --sort title\n  careers show " in told


ENDS: dict[str, tuple[str | signal.Signals, int]] = {
    "Ctrl-C": ("\x03", 0),
    "TERM": (signal.SIGTERM, 143),
    "Ctrl-Q": ("\x11", 0),
    "HUP": (signal.SIGHUP, 129),
    "INT": (signal.SIGINT, 130),
}


@pytest.mark.parametrize("end", always(list(ENDS)[:2], ENDS))
def test_whatever_ends_it_the_terminal_is_given_back(end: str) -> None:
    """In the list, and while somebody types."""
    how, code = ENDS[end]
    with Sitting() as sitting:
        sitting.see("12 of 12")
        sitting.type("/clou")
        sitting.see("Cloud Shepherd")
        sitting.type(how) if isinstance(how, str) else sitting.send(how)
        assert sitting.end()[0] == code


def test_bytes_that_are_no_letters_end_nothing() -> None:
    """A terminal of another encoding sends them, or a paste; what comes after is read."""
    with Sitting() as sitting:
        sitting.see("12 of 12")
        sitting.type(b"/\xe9clo\xff")
        sitting.see("clo\N{REPLACEMENT CHARACTER}")
        before = sitting.type(b"\x15cloud shep\xc3\xa9\x7f\r")
        sitting.see("compare", since=before)
        sitting.type("\r")
        sitting.see("careers show cloud-shepherd")
        sitting.type("q")
        assert sitting.end()[0] == 0


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [([], {"TERM": "dumb"}), (["--plain"], {}), ([], {"CAREERS_PLAIN": "on"})],
    ids=["dumb", "--plain", "setting"],
)
def test_who_wants_plain_text_is_told_where(
    arguments: list[str], environment: dict[str, str]
) -> None:
    """On a terminal too."""
    from tests.cli.terminal import careers

    done = careers("browse", *arguments, **environment)
    assert done.code == 2
    assert "careers list --plain" in done.screen


@pytest.mark.parametrize(("language", "word"), [("en", "whole terminal"), ("nl", "heel scherm")])
def test_without_a_terminal_it_says_so(run: Run, language: str, word: str) -> None:
    """In the reader's language; FORCE_COLOR makes none."""
    done = run("browse", "--lang", language, FORCE_COLOR="1")
    assert (done.returncode, done.stdout) == (2, "")
    assert word in done.stderr


def test_without_textual_it_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is an extra."""
    from careercli.cli.commands import browse
    from careercli.cli.session import Session
    from careercli.errors import UsageError

    monkeypatch.setattr("careercli.cli.extras.find_spec", lambda _name: None)
    monkeypatch.setattr("careercli.cli.commands.browse.console.is_watched", lambda: True)
    session = Session(None, "text", plain=False, no_color=True)
    session.screen = session.screen._replace(boxes=True, attended=True)
    with pytest.raises(UsageError, match=r"pip install 'careercli\[browse\]'"):
        browse._look_around(session)
    assert capsys.readouterr().out == ""


def test_without_colour_none_is_drawn() -> None:
    """What is pointed at can be seen by a sign."""
    with Sitting("--no-color") as sitting:
        sitting.see("12 of 12")
        sitting.see("▸")
        assert b"\x1b[38;" not in sitting.output
        assert b"\x1b[48;" not in sitting.output
        sitting.type("q")
        assert sitting.end()[0] == 0


@pytest.mark.long
def test_a_catalogue_that_is_damaged_meanwhile_is_no_traceback(
    data_copy: Path, tmp_path: Path
) -> None:
    """It goes on with a new one, or ends with a message."""
    with Sitting() as sitting:
        sitting.see("12 of 12")
        for file in (tmp_path / "own-cache").glob("*.sqlite"):
            file.write_bytes(b"\0" * file.stat().st_size)
        sitting.type("/mist")
        sitting.leave()


@pytest.mark.long
def test_a_storm_of_sizes_and_keys() -> None:
    """It is drawn at the last size, and ends as ever."""
    keys = "fjsjsgglljkcnp\x1bxu\x1b"
    with Sitting() as sitting:
        sitting.see("12 of 12")
        for i in range(120):
            sitting.resize(3 + 7 * i % 60, 10 + 13 * i % 200)
            sitting.send(signal.SIGWINCH)
            sitting.type(keys[i % len(keys)])
        sitting.resize(24, 80)
        sitting.send(signal.SIGWINCH)
        sitting.type("\x03")
        assert sitting.end()[0] == 0


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[list[str]]:
    """A tmux of our own with a shell in it."""
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed")
    command = ["tmux", "-S", str(tmp_path / "tmux"), "-f", os.devnull]
    shell = ["env", "PS1=ready> ", "PATH=" + os.environ["PATH"], "sh"]
    subprocess.run([*command, "new-session", "-d", "-x", "80", "-y", "24", *shell], check=True)
    yield command
    subprocess.run([*command, "kill-server"], check=False)


@pytest.mark.long
def test_in_tmux_from_the_shell_and_back(tmux: list[str]) -> None:
    """Suspended and taken up again, at another size; then the shell stands there as before."""

    def keys(*typed: str) -> None:
        subprocess.run([*tmux, "send-keys", *typed], check=True)

    def screen() -> str:
        done = subprocess.run([*tmux, "capture-pane", "-p"], capture_output=True, check=True)
        return done.stdout.decode()

    def see(text: str, *, gone: bool = False) -> None:
        end = time.monotonic() + PATIENCE
        while (text in screen()) == gone:
            assert time.monotonic() < end, screen()
            time.sleep(0.05)

    keys(f"cd {ROOT} && {sys.executable} -m careercli browse", "Enter")
    see("12 of 12")
    keys("f", "out")
    see("Working life: I want")
    keys("Enter")
    see("outdoors  pay")
    keys("Escape")
    see("all filters", gone=True)
    see("/ search")
    keys("C-z")
    see("ready>")
    keys("stty -a | grep -c -w -- -echo; fg", "Enter")
    see("12 of 12")
    subprocess.run([*tmux, "resize-window", "-x", "120", "-y", "30"], check=True)
    see("AI")
    keys("Space", "Space", "c")
    see("careers compare")
    keys("q")
    see("The same again")
    see("careers list --work outdoors")
    assert "12 of 12" not in screen()
