"""Addresses on the web: what opens them, and how to leave the screen alone meanwhile."""

import subprocess
import sys
import webbrowser
from enum import Enum


class Browser(Enum):
    """Where pages of the web are shown to this reader."""

    NONE = "nowhere"
    TERMINAL = "in this terminal"
    WINDOW = "in a window"


def usual_browser() -> Browser:
    """Return where an address would be opened."""
    try:
        found = webbrowser.get()
    except webbrowser.Error:
        return Browser.NONE
    in_background = getattr(webbrowser, "BackgroundBrowser", ())
    in_front = isinstance(found, webbrowser.GenericBrowser) and not isinstance(found, in_background)
    return Browser.TERMINAL if in_front else Browser.WINDOW


def open_here(address: str) -> None:
    """Show an address in this terminal until the reader leaves it."""
    webbrowser.open(address)


def open_in_window(address: str) -> None:
    """Show an address in a window; what the browser has to say does not come on the screen."""
    subprocess.Popen(  # noqa: S603 - an address of ours, and no shell
        [sys.executable, "-m", "webbrowser", address],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
