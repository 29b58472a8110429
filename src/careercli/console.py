"""The two streams, and the only places that write."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

from careercli.locale import translate as _
from careercli.names import sanitize
from careercli.progress import Progress, Work, unseen
from careercli.screen import Screen

if TYPE_CHECKING:
    from rich.segment import Segments


def write(output: "str | Segments", screen: Screen) -> None:
    """Write to stdout what was rendered.

    Nothing in a text steers a terminal, and it is ASCII if need be; what is drawn is so already.
    """
    if isinstance(output, str):
        _write_text(sanitize(output), screen)
    else:
        _draw(output, screen)


def _write_text(text: str, screen: Screen) -> None:
    if screen.ascii_only and not text.isascii():
        from careercli.render.ascii import to_ascii

        text = to_ascii(text)
    stream = _stdout()
    stream.write(text)
    stream.flush()


def _draw(drawn: "Segments", screen: Screen) -> None:
    from careercli.render.theme import console_on

    stream = _stdout()
    console_on(screen, stream).print(drawn, soft_wrap=True, end="")
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
