"""The way in: ``careers`` and ``python -m careercli``."""

import gc
import os
import sys


def program_name(started_as: str) -> str:
    """Return what the reader calls the program: careers, or careers@dev beside another install."""
    name = os.path.basename(started_as).removesuffix(".exe")  # noqa: PTH119 - it may be no path
    return name if name.startswith("careers") else "careers"


def main() -> None:
    """Run the command line and exit with its code; Ctrl-C at any point exits with its own."""
    gc.disable()  # a process that lives a fifth of a second has nothing to collect
    try:
        from careercli.cli.app import app

        app(prog_name=program_name(sys.argv[0]))
    except KeyboardInterrupt:
        from careercli.errors import INTERRUPTED

        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
