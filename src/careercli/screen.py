"""What stdout can show: the terminal, the environment and the options decide."""

import os
import sys
from collections.abc import Mapping
from typing import NamedTuple

PLAIN_WIDTH = 80  # columns of piped text, unless COLUMNS says otherwise
LEAST_WIDTH = 20


class Screen(NamedTuple):
    """What stdout can show. ``boxes`` means drawn panels rather than plain text."""

    width: int
    boxes: bool
    color: bool
    ascii_only: bool
    piped: bool = False


def detect_terminal(
    *, plain: bool = False, no_color: bool = False, environ: Mapping[str, str] = os.environ
) -> Screen:
    """Return what stdout can show, by the terminal, the environment and the options.

    Piped output is plain unless FORCE_COLOR asks for the drawn page; NO_COLOR wins.
    """
    terminal = sys.stdout is not None and sys.stdout.isatty()
    forced = environ.get("FORCE_COLOR", "") not in ("", "0")
    dumb = environ.get("TERM") == "dumb"
    boxes = (terminal or forced) and not plain and not dumb
    return Screen(
        width=_width(terminal, environ),
        boxes=boxes,
        color=boxes and not no_color and not environ.get("NO_COLOR"),
        ascii_only=not _speaks_unicode(),
        piped=not terminal,
    )


def _width(terminal: bool, environ: Mapping[str, str]) -> int:
    columns = environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return max(LEAST_WIDTH, int(columns))
    if terminal:
        try:
            return max(LEAST_WIDTH, os.get_terminal_size(sys.stdout.fileno()).columns)
        except OSError:
            pass
    return PLAIN_WIDTH


def _speaks_unicode() -> bool:
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "")
    return encoding.startswith("utf")
