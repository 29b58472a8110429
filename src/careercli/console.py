"""The two streams: what a terminal can do, and the only places that write."""

import errno
import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO, TypeVar

from careercli.locale import translate as _
from careercli.names import sanitize
from careercli.progress import Progress, Work, unseen

if TYPE_CHECKING:
    from careercli.render.blocks import Document

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


def show(document: "Document", screen: Screen) -> None:
    """Write a document to stdout: drawn on a terminal, as plain text elsewhere."""
    if screen.boxes:
        _draw(document, screen)
    else:
        from careercli.render import plain

        write(plain.render(document, screen.width, wide_tables=screen.piped), screen)


def _draw(document: "Document", screen: Screen) -> None:
    from rich.console import Console

    from careercli.render.terminal import THEME, segments

    console = Console(
        file=_stdout(),
        width=screen.width,
        theme=THEME,
        color_system="standard" if screen.color else None,
        force_terminal=screen.color,
        no_color=not screen.color,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=None if os.name == "nt" else False,
    )
    drawn = segments(document, console, ascii_only=screen.ascii_only)
    console.print(drawn, soft_wrap=True, end="")
    sys.stdout.flush()


def write(text: str, screen: Screen) -> None:
    """Write text to stdout: nothing in it steers a terminal, and it is ASCII if need be."""
    text = sanitize(text)
    if screen.ascii_only and not text.isascii():
        from careercli.render.ascii import to_ascii

        text = to_ascii(text)
    stream = _stdout()
    stream.write(text)
    stream.flush()


def _stdout() -> TextIO:
    """Return stdout; raises OSError if whoever started us has closed it."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdout


T = TypeVar("T")
_PATIENCE = 1.0  # seconds after which somebody who waits wants to know how long


def is_watched() -> bool:
    """Return whether somebody may be looking at stderr."""
    return sys.stderr is not None and sys.stderr.isatty()


def watched(work: Work[T]) -> Iterator[T]:
    """Yield what is worked through; after a second draw a bar, if stderr is a terminal."""
    began = time.monotonic()
    items = iter(enumerate(work, start=1))
    for _done, item in items:
        yield item
        if time.monotonic() - began > _PATIENCE:
            break
    else:
        return
    if not is_watched():
        yield from (item for _done, item in items)
        return
    from rich.console import Console
    from rich.progress import Progress

    screen = Console(stderr=True, markup=False, highlight=False)
    with Progress(console=screen, transient=True) as bar:
        task = bar.add_task(_("reading roles"), total=len(work))
        for number, item in items:
            yield item
            bar.update(task, completed=number)


@contextmanager
def reading() -> Iterator[Progress]:
    """Give what is told how far a file has been read: a bar with its name, on a terminal."""
    if not is_watched():
        yield unseen
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn

    screen = Console(stderr=True, markup=False, highlight=False)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), DownloadColumn())
    with Progress(*columns, console=screen, transient=True) as bar:
        tasks: dict[str, Any] = {}

        def tell(file: str, done: int, total: int) -> None:
            if file not in tasks:
                for task in tasks.values():
                    bar.update(task, visible=False)
                tasks[file] = bar.add_task(sanitize(file), total=total)
            bar.update(tasks[file], completed=done)

        yield tell


def warn(message: str) -> None:
    """Write a message to stderr."""
    _to(sys.stderr, f"careers: {message}\n")


def _to(stream: TextIO | None, text: str) -> None:
    if stream is None:  # closed: there is nobody to tell
        return
    encoding = getattr(stream, "encoding", None) or "ascii"
    try:
        stream.write(sanitize(text).encode(encoding, "replace").decode(encoding))
        stream.flush()
    except OSError:  # full, or closed at the other end: the exit code must do
        return
