"""The reader's pager: where a page goes that is longer than the screen, as with man and git."""

import os
from collections.abc import Mapping

USUAL = "less -RFX"  # colours and links, nothing if it fits, and the text stays when it is left
NONE = ("", "cat", "off")


def page(text: str, encoding: str, environ: Mapping[str, str] = os.environ) -> bool:
    """Show a text in CAREERS_PAGER, else PAGER, else less; return False if nobody could read it.

    That is so where the reader wants no pager, there is none, or it fails. To leave it early is
    the reader's right, and Ctrl-C in it is the pager's.
    """
    chosen = environ.get("CAREERS_PAGER", "on").strip()
    if chosen == "on":
        chosen = environ.get("PAGER", USUAL).strip()
    return chosen not in NONE and _run(chosen, text.encode(encoding, "replace"), environ)


def _run(chosen: str, text: bytes, environ: Mapping[str, str]) -> bool:
    import shlex  # what only a long page needs
    import signal
    import subprocess

    interrupted = False

    def leave_it_to_the_pager(*_signal: object) -> None:
        nonlocal interrupted
        interrupted = True

    before = signal.signal(signal.SIGINT, leave_it_to_the_pager)
    try:
        arguments = chosen if os.name == "nt" else shlex.split(chosen)
        with subprocess.Popen(  # noqa: S603 - what the reader's own environment names
            arguments, stdin=subprocess.PIPE, env=_told(environ)
        ) as process:
            process.communicate(text)
    except (OSError, ValueError):  # there is no such program, or no end to its quotes
        return False
    finally:
        signal.signal(signal.SIGINT, before)
    return interrupted or process.returncode == 0


def _told(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of the pager: less shows colours, and UTF-8 in any locale."""
    less = f"R {environ['LESS']}" if environ.get("LESS") else "RFX"
    return {"LESSCHARSET": "utf-8", **environ, "LESS": less}
