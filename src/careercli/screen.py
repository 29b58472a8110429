"""What stdout can show: the terminal, the environment and the options decide."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple

from careercli import settings

PLAIN_WIDTH = 80  # columns of piped text, and of a terminal that knows of none
LEAST_WIDTH = 20
USUAL_HEIGHT = 24


class Screen(NamedTuple):
    """What stdout can show. ``boxes`` means drawn panels rather than plain text.

    ``attended``: somebody reads it there and has a keyboard, so that a pager may take over.
    """

    width: int
    boxes: bool
    color: bool
    ascii_only: bool
    piped: bool = False
    height: int = USUAL_HEIGHT
    attended: bool = False


def detect_terminal(
    *, plain: bool = False, no_color: bool = False, environ: Mapping[str, str] = os.environ
) -> Screen:
    """Return what stdout can show, by the terminal, the environment and the options.

    Piped output is plain unless FORCE_COLOR asks for the drawn page; NO_COLOR wins.
    """
    terminal = sys.stdout is not None and sys.stdout.isatty()
    dumb = environ.get("TERM") == "dumb"
    plain = plain or settings.value("plain", environ) == "on"
    no_color = no_color or settings.value("color", environ) == "off"
    boxes = (terminal or is_forced(environ)) and not plain and not dumb
    width, height = _size(terminal, environ)
    return Screen(
        width=width,
        boxes=boxes,
        color=boxes and not no_color and not environ.get("NO_COLOR"),
        ascii_only=not _speaks_unicode(),
        piped=not terminal,
        height=height,
        attended=terminal and not dumb and sys.stdin is not None and sys.stdin.isatty(),
    )


def is_forced(environ: Mapping[str, str] = os.environ) -> bool:
    """Return whether drawn pages are asked for where there is no terminal."""
    return environ.get("FORCE_COLOR", "") not in ("", "0")


def _size(terminal: bool, environ: Mapping[str, str]) -> tuple[int, int]:
    """Return columns and rows: as COLUMNS and LINES say, else the terminal; 0 is not known."""
    columns, rows = 0, 0
    if terminal:
        with suppress(OSError):
            columns, rows = os.get_terminal_size(sys.stdout.fileno())
    columns = _positive(environ.get("COLUMNS", "")) or columns or PLAIN_WIDTH
    return max(LEAST_WIDTH, columns), _positive(environ.get("LINES", "")) or rows or USUAL_HEIGHT


def _positive(typed: str) -> int:
    """Return a number as it was typed, or 0 for what is none."""
    return int(typed) if typed.isdecimal() else 0


def _speaks_unicode() -> bool:
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "")
    return encoding.startswith("utf")
