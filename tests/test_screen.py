"""What the screen can show."""

import io
import sys
from types import SimpleNamespace

import pytest

from careercli import screen as screen_module
from careercli.screen import LEAST_WIDTH, PLAIN_WIDTH, Screen, detect_terminal


class Stream(io.StringIO):
    """A stdout that says of itself what a test wants."""

    def __init__(self, terminal: bool = False, encoding: str = "utf-8") -> None:
        super().__init__()
        self._terminal, self._encoding = terminal, encoding

    def isatty(self) -> bool:
        """Return whether it claims to be a terminal."""
        return self._terminal

    @property
    def encoding(self) -> str:
        """Return the encoding that it claims."""
        return self._encoding


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Stream:
    """A terminal on stdout."""
    stream = Stream(terminal=True)
    monkeypatch.setattr(screen_module, "sys", SimpleNamespace(stdout=stream, stdin=stream))
    return stream


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Stream:
    """A pipe on stdout."""
    stream = Stream()
    monkeypatch.setattr(screen_module, "sys", SimpleNamespace(stdout=stream, stdin=stream))
    return stream


def test_terminal_gets_boxes_and_colour(terminal: Stream) -> None:
    """On a terminal pages are drawn, in colour."""
    assert detect_terminal(environ={"COLUMNS": "120"}) == Screen(
        width=120, boxes=True, color=True, ascii_only=False, piped=False, attended=True
    )


def test_pipe_gets_plain_text(pipe: Stream) -> None:
    """In a pipe pages are plain text, 80 columns wide."""
    assert detect_terminal(environ={}) == Screen(
        width=PLAIN_WIDTH, boxes=False, color=False, ascii_only=False, piped=True
    )


@pytest.mark.parametrize(
    "environ, color",
    [({"NO_COLOR": "1"}, False), ({"NO_COLOR": "0"}, False), ({"NO_COLOR": ""}, True)],
)
def test_no_color(terminal: Stream, environ: dict[str, str], color: bool) -> None:
    """NO_COLOR with any value takes the colours away but not the boxes; empty it says nothing."""
    screen = detect_terminal(environ=environ)
    assert (screen.boxes, screen.color) == (True, color)


@pytest.mark.parametrize(
    "environ, boxes, color",
    [
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"FORCE_COLOR": ""}, False, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False, False),
    ],
)
def test_force_color(pipe: Stream, environ: dict[str, str], boxes: bool, color: bool) -> None:
    """FORCE_COLOR asks for the drawn page in a pipe; NO_COLOR and a dumb terminal win."""
    screen = detect_terminal(environ=environ)
    assert (screen.boxes, screen.color, screen.piped) == (boxes, color, True)


def test_dumb_terminal_gets_plain_text(terminal: Stream) -> None:
    """A terminal that cannot draw gets neither boxes nor colour."""
    screen = detect_terminal(environ={"TERM": "dumb"})
    assert (screen.boxes, screen.color, screen.piped) == (False, False, False)


@pytest.mark.parametrize(
    "reported, environ, size",
    [
        ((120, 50), {}, (120, 50)),
        ((0, 0), {}, (80, 24)),
        ((0, 50), {"LINES": "0"}, (80, 50)),
        ((120, 0), {"COLUMNS": "0"}, (120, 24)),
        ((0, 0), {"COLUMNS": "0", "LINES": "0"}, (80, 24)),
        ((120, 50), {"COLUMNS": "100", "LINES": "30"}, (100, 30)),
        ((5, 1), {}, (LEAST_WIDTH, 1)),
    ],
)
def test_size_of_a_terminal(
    terminal: Stream,
    monkeypatch: pytest.MonkeyPatch,
    reported: tuple[int, int],
    environ: dict[str, str],
    size: tuple[int, int],
) -> None:
    """The environment's size, else the terminal's; 0 means not known, which is 80 by 24."""
    terminal.fileno = lambda: 1  # type: ignore[method-assign]
    monkeypatch.setattr(screen_module.os, "get_terminal_size", lambda _number: reported)
    screen = detect_terminal(environ=environ)
    assert (screen.width, screen.height) == size


@pytest.mark.parametrize(
    "stdin, environ, attended",
    [
        (Stream(terminal=True), {}, True),
        (Stream(terminal=True), {"TERM": "dumb"}, False),
        (Stream(), {}, False),
        (None, {}, False),
    ],
)
def test_who_may_page(
    monkeypatch: pytest.MonkeyPatch,
    stdin: Stream | None,
    environ: dict[str, str],
    attended: bool,
) -> None:
    """Somebody at a terminal that is not dumb, with a keyboard."""
    streams = SimpleNamespace(stdout=Stream(terminal=True), stdin=stdin)
    monkeypatch.setattr(screen_module, "sys", streams)
    assert detect_terminal(environ=environ).attended is attended


def test_nobody_pages_a_pipe(pipe: Stream, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the keyboard is."""
    keyboard = Stream(terminal=True)
    monkeypatch.setattr(screen_module, "sys", SimpleNamespace(stdout=pipe, stdin=keyboard))
    assert not detect_terminal(environ={}).attended


def test_options_win(terminal: Stream) -> None:
    """--plain takes boxes and colour away, --no-color the colour, whatever is forced."""
    forced = {"FORCE_COLOR": "1"}
    plain = detect_terminal(plain=True, environ=forced)
    assert (plain.boxes, plain.color) == (False, False)
    pale = detect_terminal(no_color=True, environ=forced)
    assert (pale.boxes, pale.color) == (True, False)


@pytest.mark.parametrize(
    "columns, width",
    [
        ("132", 132),
        ("40", 40),
        ("5", LEAST_WIDTH),
        ("0", PLAIN_WIDTH),
        ("-7", PLAIN_WIDTH),
        ("wide", PLAIN_WIDTH),
        ("²", PLAIN_WIDTH),
        ("", PLAIN_WIDTH),
    ],
)
def test_columns(pipe: Stream, columns: str, width: int) -> None:
    """COLUMNS sets the width where it is a number, but never less than can hold a word."""
    assert detect_terminal(environ={"COLUMNS": columns}).width == width


@pytest.mark.parametrize(
    "encoding, ascii_only",
    [("utf-8", False), ("UTF8", False), ("utf-16", False), ("ascii", True), ("latin-1", True)],
)
def test_encoding_decides_on_ascii(
    monkeypatch: pytest.MonkeyPatch, encoding: str, ascii_only: bool
) -> None:
    """Signs beyond ASCII are used only where stdout can carry all of them."""
    monkeypatch.setattr(sys, "stdout", Stream(encoding=encoding))
    assert detect_terminal(environ={}).ascii_only is ascii_only


def test_closed_stdout_is_survived(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program without stdout is a pipe that carries ASCII."""
    monkeypatch.setattr(sys, "stdout", None)
    assert detect_terminal(environ={}) == Screen(
        width=PLAIN_WIDTH, boxes=False, color=False, ascii_only=True, piped=True
    )
