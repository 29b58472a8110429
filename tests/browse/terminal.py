"""The program on a terminal that nobody sits at."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from types import TracebackType
from typing import Self

PATIENCE = 30  # seconds; a busy machine is not a bug


class Sitting:
    """``careers browse`` in a terminal, from its start to its end."""

    def __init__(self, *arguments: str, rows: int = 24, columns: int = 80, **env: str) -> None:
        self.output = b""
        self._ours, self._theirs = pty.openpty()
        self.resize(rows, columns)
        self.settings = termios.tcgetattr(self._theirs)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "careercli", "browse", *arguments],
            stdin=self._theirs,
            stdout=self._theirs,
            stderr=self._theirs,
            env=os.environ | {"TERM": "xterm-256color"} | env,
            preexec_fn=lambda: (os.setsid(), fcntl.ioctl(self._theirs, termios.TIOCSCTTY, 0)),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._ours)
        os.close(self._theirs)

    def resize(self, rows: int, columns: int) -> None:
        """Make the terminal another size."""
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._theirs, termios.TIOCSWINSZ, size)

    def see(self, text: str, since: int = 0) -> int:
        """Wait until a text was drawn after so much output; return how much there is then."""
        self._until(lambda: text.encode() in self.output[since:], f"{text} never came")
        return len(self.output)

    def type(self, keys: str | bytes) -> int:
        """Press keys; return how much output there was before."""
        self._read(0)
        before = len(self.output)
        os.write(self._ours, keys.encode() if isinstance(keys, str) else keys)
        return before

    def send(self, number: signal.Signals) -> None:
        """Send a signal."""
        self.process.send_signal(number)

    def leave(self) -> tuple[int, str]:
        """Press Ctrl-C until it ends; one that begins anew meanwhile throws away what was typed."""

        def has_ended() -> bool:
            self.type("\x03")
            self._read(0.5)
            return self.process.poll() is not None

        self._until(has_ended, "it never ended")
        return self.end()

    def end(self) -> tuple[int, str]:
        """Wait for the end; return the exit code, and what came after the screen was given back."""
        self._until(lambda: self.process.poll() is not None, "it never ended")
        self._read(0.1)
        before, given_back, after = self.output.rpartition(b"\x1b[?1049l")
        assert given_back, "the screen was not given back"
        assert termios.tcgetattr(self._theirs) == self.settings, "nor the keyboard"
        assert b"Traceback" not in self.output
        assert b"\x1b[?1049h" not in after
        assert b"\x1b[?25h" in before[-200:] + after, "nor the cursor"
        assert self.process.returncode is not None
        return self.process.returncode, after.decode().replace("\r\n", "\n")

    def _until(self, there: object, otherwise: str) -> None:
        assert callable(there)
        end = time.monotonic() + PATIENCE
        while not there():
            assert time.monotonic() < end, f"{otherwise}: {self.output[-2000:]!r}"
            self._read(0.05)

    def _read(self, wait: float) -> None:
        while select.select([self._ours], [], [], wait)[0]:
            try:
                piece = os.read(self._ours, 65536)
            except OSError:  # the last one that had it open is gone
                return
            self.output += piece
            if not piece:
                return
