"""The two streams, and the only places that write."""

import errno
import io
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

from careercli import pager
from careercli.locale import translate as _
from careercli.names import sanitize
from careercli.progress import Progress, Work, unseen
from careercli.screen import LEAST_WIDTH, Screen, detect_terminal

if TYPE_CHECKING:
    from rich.segment import Segments


def write(output: "str | Segments", screen: Screen, *, paged: bool = False) -> None:
    """Write to stdout what was rendered; ``paged``, through the pager if it is too long.

    Nothing in a text steers a terminal, and it is ASCII if need be; what is drawn is so already.
    """
    height = height_of(output, screen) if paged else 0
    text = _writable(output, screen) if isinstance(output, str) else _drawn(output, screen)
    _put_out(text, screen, height)


def height_of(output: "str | Segments", screen: Screen) -> int:
    """Return how many rows of the screen it takes; a line that is too long takes several."""
    text = output if isinstance(output, str) else "".join(s.text for s in output.segments)
    return sum(max(1, -(-len(row) // screen.width)) for row in text.splitlines())


def _writable(text: str, screen: Screen) -> str:
    text = sanitize(text)
    if screen.ascii_only and not text.isascii():
        from careercli.render.ascii import to_ascii

        return to_ascii(text)
    return text


def _drawn(output: "Segments", screen: Screen) -> str:
    """Return it as a terminal takes it. Rich itself would exit with 1 if nobody reads on."""
    from careercli.render.theme import console_on

    kept = io.StringIO()
    console_on(screen, kept).print(output, soft_wrap=True, end="")
    return kept.getvalue()


def _put_out(text: str, screen: Screen, height: int) -> None:
    """Give a text to the pager if it is as high as the screen, and it can be read there."""
    stream = _stdout()
    stream.flush()
    if screen.attended and height >= screen.height and pager.page(text, stream.encoding):
        return
    stream.write(text)
    stream.flush()


class _Kept(io.StringIO):
    """What is printed, to be put out later; it claims to be the stdout that it stands for."""

    def __init__(self) -> None:
        super().__init__()
        self._stands_for = _stdout()

    @property
    def encoding(self) -> str:  # type: ignore[override]  # nobody sets it
        """The encoding of stdout."""
        return self._stands_for.encoding

    def isatty(self) -> bool:
        """Return whether stdout is a terminal."""
        return self._stands_for.isatty()


@contextmanager
def paging() -> Iterator[None]:
    """Put out at the end what is printed meanwhile, through the pager if it is too long: help."""
    with redirect_stdout(_Kept()) as kept:
        yield
    text = kept.getvalue()
    _put_out(text, detect_terminal(), text.count("\n"))


def in_utf8() -> None:
    """Write UTF-8 from now on, whatever the code page: what programs read depends on no locale."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


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


def watched(work: Work[T], what: str = "") -> Iterator[T]:
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
        task = bar.add_task(what or _("reading roles"), total=len(work))
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
    """Write a message to stderr, no word broken off where somebody looks."""
    text = f"careers: {message}"
    if is_watched():
        text = "\n".join(map(_filled, text.splitlines()))
    _to(sys.stderr, f"{text}\n")


def _filled(line: str) -> str:
    """Return a line in as many as the terminal needs; a path or an address stays whole."""
    import shutil  # for messages alone
    import textwrap

    width = shutil.get_terminal_size().columns
    if len(line) <= width:
        return line
    indent = " " * (len(line) - len(line.lstrip()) + 2)
    return textwrap.fill(
        line,
        max(width, LEAST_WIDTH),
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _to(stream: TextIO | None, text: str) -> None:
    if stream is None:  # closed: there is nobody to tell
        return
    encoding = getattr(stream, "encoding", None) or "ascii"
    try:
        stream.write(sanitize(text).encode(encoding, "replace").decode(encoding))
        stream.flush()
    except OSError:  # full, or closed at the other end: the exit code must do
        return
