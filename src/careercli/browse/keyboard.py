"""What is typed, as it comes from a terminal of Linux or macOS."""

import os
import selectors
import sys
from codecs import getincrementaldecoder

from textual import constants
from textual.driver import Driver

_READ = 4096  # bytes at once
_REST = 0.1  # seconds after which it looks whether the program has ended
_ESCAPE = constants.ESCAPE_DELAY + 0.002  # after which Escape is a key and begins no other
_HUNG_UP = 129  # the exit code of a program whose terminal is gone


def driver() -> type[Driver] | None:
    """Return how the terminal is spoken to; None for the usual way, on other systems."""
    if sys.platform == "win32":
        return None
    from textual._xterm_parser import XTermParser  # there is no public name for it
    from textual.drivers.linux_driver import LinuxDriver

    class Terminal(LinuxDriver):
        """Reads keys at once, and takes a byte that is no UTF-8 for a sign that is unknown.

        The usual one ends the program at such a byte, and takes a tenth of a second to know that
        Escape was pressed.
        """

        def run_input_thread(self) -> None:
            """Tell what is typed until the program ends, or the terminal is no more."""
            decode = getincrementaldecoder("utf-8")("replace").decode
            parser = XTermParser()
            wait = _REST
            with selectors.DefaultSelector() as selector:
                selector.register(self.fileno, selectors.EVENT_READ)
                while not self.exit_event.is_set():
                    is_typed = bool(selector.select(wait))
                    try:
                        typed = os.read(self.fileno, _READ) if is_typed else b""
                    except OSError:
                        typed = b""
                    if is_typed and not typed:
                        self._app.call_later(self._app.exit, return_code=_HUNG_UP)
                        return
                    text = decode(typed)
                    for event in parser.feed(text) if text else parser.tick():
                        self.process_message(event)
                    wait = _ESCAPE if typed else _REST

    return Terminal
