"""What is written to the two streams."""

import io
import sys

import pytest

from careercli import console
from careercli.screen import detect_terminal


class Stream(io.StringIO):
    """A stream that claims an encoding."""

    encoding = "ascii"


def test_write_in_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text for an ASCII screen is written in ASCII, other text as it is."""
    stream = Stream()
    monkeypatch.setattr(sys, "stdout", stream)
    console.write("één → twee\n", detect_terminal(environ={}))
    assert stream.getvalue().isascii()
    assert stream.getvalue().startswith("een ")


def test_warning_goes_to_stderr(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A warning names the program, on stderr, and stdout stays clean."""
    console.warn("look out")
    assert capsys.readouterr() == ("", "careers: look out\n")


def test_warning_fits_the_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stderr cannot carry is replaced, never an error; without stderr nobody is told."""
    stream = Stream()
    monkeypatch.setattr(sys, "stderr", stream)
    console.warn("één")
    assert stream.getvalue() == "careers: ??n\n"
    monkeypatch.setattr(sys, "stderr", None)
    console.warn("nobody hears")


class Terminal(io.StringIO):
    """A stderr that somebody looks at."""

    def isatty(self) -> bool:
        """Say that it is a terminal."""
        return True


@pytest.mark.parametrize("patience, drawn", [(-1.0, True), (60.0, False)])
def test_long_work_is_shown_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, patience: float, drawn: bool
) -> None:
    """After a second of work a bar is drawn on stderr; short work is done in silence."""
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(console, "_PATIENCE", patience)
    assert list(console.watched(range(100))) == list(range(100))
    assert ("reading roles" in screen.getvalue()) is drawn


def test_long_work_in_a_pipe_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A script's stderr holds no bar."""
    screen = io.StringIO()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(console, "_PATIENCE", -1.0)
    assert list(console.watched([1, 2, 3])) == [1, 2, 3]
    assert screen.getvalue() == ""


def test_a_stderr_that_is_full_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A message that cannot be written is left; the exit code must do."""

    class Full(io.StringIO):
        def write(self, text: str) -> int:
            """Take nothing more."""
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys, "stderr", Full())
    console.warn("nobody reads this")
