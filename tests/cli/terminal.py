"""A terminal that nobody sits at: the program run in a pty of any size."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import NamedTuple


class Done(NamedTuple):
    """What a command left behind: its exit code, and all that reached the terminal."""

    code: int
    screen: str


def careers(
    *arguments: str,
    rows: int = 24,
    columns: int = 80,
    stdin: int | None = None,
    press: Callable[[int], None] | None = None,
    **environment: str,
) -> Done:
    """Run ``careers`` on a terminal of this size; ``press`` acts on it once the program runs."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "careercli", *arguments],
        stdin=theirs if stdin is None else stdin,
        stdout=theirs,
        stderr=theirs,
        env=os.environ | {"TERM": "xterm"} | environment,
        preexec_fn=lambda: (os.setsid(), fcntl.ioctl(theirs, termios.TIOCSCTTY, 0)),
    )
    os.close(theirs)
    if press:
        press(ours)
    screen = b"".join(_read(ours))
    os.close(ours)
    return Done(process.wait(timeout=60), screen.decode().replace("\r\n", "\n"))


def _read(terminal: int) -> Iterator[bytes]:
    with suppress(OSError):  # the last one that had it open is gone
        while piece := os.read(terminal, 65536):
            yield piece


def until(there: Callable[[], bool]) -> None:
    """Wait for something to be so."""
    end = time.monotonic() + 30
    while not there():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)
