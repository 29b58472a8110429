"""Time careers browse: until it stands there, and until each key is answered.

    python benchmarks/browse.py [--imports FOLDER]

It is opened in a terminal of 80 x 24 as a process, from its start until the first job and its
overview are drawn (least and median of --runs). There keys are pressed, and timed until the first
that is drawn for each. The same keys are pressed in this process by Textual's pilot, to tell the
time of the processor until the screen is at rest. Last, the memory after so many keys, and after
four times as many. FOLDER is that of CAREERS_IMPORTS, for a catalogue with imports.
"""

import argparse
import asyncio
import fcntl
import gc
import os
import pty
import resource
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path
from typing import Any

KEYS = {
    "down": ["down"] * 30,
    "page down": ["pagedown"] * 10,
    "search, a letter": ["slash", *"electrician", *["backspace"] * 11, *"nurse", "escape"],
    "sort": ["s"] * 9,
    "filters, open and shut": ["f", "escape"] * 4,
    "filter, a letter": ["f", *"outdoors", "enter", *"mbo", "escape", "x"],
    "mark": ["space"] * 4,
    "groups": ["g"] * 4,
    "language": ["l"] * 4,
    "page, back": ["enter", "escape"] * 6,
    "compare, back": ["c", "escape"] * 3,
    "next, back": ["n", "escape"] * 3,
}
SENT = {
    "down": "\x1b[B",
    "pagedown": "\x1b[6~",
    "slash": "/",
    "backspace": "\x7f",
    "escape": "\x1b",
    "enter": "\r",
    "space": " ",
}
"""What a terminal sends for a key that is no letter."""

AIM_OPEN, AIM_KEY, AIM_KEY_FULL = 0.6, 50, 100  # seconds; milliseconds


class Terminal:
    """``careers browse`` in a terminal of 80 x 24."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._began = time.perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "careercli", "browse"],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=os.environ | environment | {"TERM": "xterm-256color"},
            start_new_session=True,
        )
        os.close(theirs)

    def opened(self) -> float:
        """Return the seconds until a job and its overview stand there."""
        seen = b""
        while not (b"Job" in seen and b"Salary" in seen):
            piece = self._read(30)
            if not piece:
                sys.exit(f"it never stood there: {seen[-500:]!r}")
            seen += piece
        return time.perf_counter() - self._began

    def answered(self, key: str) -> float:
        """Return the seconds from a key to the first that is drawn for it; wait until all is."""
        while self._read(_REST):
            pass
        began = time.perf_counter()
        os.write(self._ours, key.encode())
        seen, took = b"", 0.0
        while piece := self._read(_REST):
            seen += piece
            if not took and len(seen) > _CURSOR:
                took = time.perf_counter() - began
        return took

    def leave(self) -> None:
        """End it."""
        os.write(self._ours, b"\x03")
        while self._read(5):
            pass
        self._process.wait(timeout=10)
        os.close(self._ours)

    def _read(self, patience: float) -> bytes:
        if not select.select([self._ours], [], [], patience)[0]:
            return b""
        try:
            return os.read(self._ours, 65536)
        except OSError:  # it has gone
            return b""


_REST = 0.15  # seconds without output, after which all is drawn
_CURSOR = 60  # bytes, which a cursor that blinks takes by itself


def opened(environment: dict[str, str]) -> float:
    """Return the seconds until a job and its overview stand on a terminal."""
    terminal = Terminal(environment)
    took = terminal.opened()
    terminal.leave()
    return took


def answers(environment: dict[str, str], most: float) -> None:
    """Press the keys in a terminal, and print how soon each is answered there."""
    terminal = Terminal(environment)
    terminal.opened()
    print(
        f"\n{'key':28}{'median':>9}{'slowest':>9}   (ms until it is answered; at most {most:.0f})"
    )
    escapes = []
    for name, keys in KEYS.items():
        pressed = [(key, 1000 * terminal.answered(SENT.get(key, key))) for key in keys]
        escapes += [time for key, time in pressed if key == "escape"]
        times = [time for key, time in pressed if key != "escape"]
        slow = "  too slow" if max(times) > most else ""
        print(f"{name:28}{statistics.median(times):9.1f}{max(times):9.1f}{slow}")
    wait = "25 of them in case another key begins so"
    print(f"{'Escape, with a wait':28}{statistics.median(escapes):9.1f}{max(escapes):9.1f}  {wait}")
    terminal.leave()


def memory() -> float:
    """Return the most memory that this process had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def pressed() -> None:
    """Press the keys, and print what each takes."""
    from careercli.browse.app import Browse
    from careercli.catalogue.catalogue import Catalogue, Reader
    from careercli.catalogue.store import open_catalogue
    from careercli.screen import Screen

    screen = Screen(100, boxes=True, color=True, ascii_only=False, height=30)
    program = Browse(
        Catalogue(open_catalogue(), Reader()), screen, lambda _catalogue: None, Reader()
    )
    gc.freeze()  # as the command does
    async with program.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        print(f"\n{'key':28}{'median':>9}{'slowest':>9}   (ms of the processor, overview and all)")
        for name, keys in KEYS.items():
            times = [1000 * await worked(pilot, key) for key in keys]
            print(f"{name:28}{statistics.median(times):9.1f}{max(times):9.1f}")
        before = memory()
        for _again in range(3):
            for keys in KEYS.values():
                await pilot.press(*keys)
        count = sum(map(len, KEYS.values()))
        print(f"\nmemory after {count} keys {before:.0f} MB, after {4 * count} {memory():.0f} MB")


async def worked(pilot: Any, key: str) -> float:
    """Return the seconds of the processor until the screen is at rest again after a key."""
    began = time.process_time()
    await pilot.press(key)
    return time.process_time() - began


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--imports", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        environment = {
            "CAREERS_CACHE": os.environ.get("CAREERS_CACHE", home),
            "CAREERS_ROLES": f"{home}/none",
            "CAREERS_IMPORTS": str(asked.imports or f"{home}/none"),
            "CAREERS_CONFIG": f"{home}/no-settings",
        }
        os.environ |= environment
        times = sorted(opened(environment) for _run in range(asked.runs + 1))[:-1]  # one compiled
        usual = statistics.median(times)
        print(f"opens in {times[0]:.2f} s (least), {usual:.2f} s (median); at most {AIM_OPEN} s")
        answers(environment, AIM_KEY_FULL if asked.imports else AIM_KEY)
        asyncio.run(pressed())


if __name__ == "__main__":
    main()
