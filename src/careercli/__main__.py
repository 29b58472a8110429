"""The way in: ``careers`` and ``python -m careercli``."""

import gc
import sys


def main() -> None:
    """Run the command line and exit with its code; Ctrl-C at any point exits with its own."""
    gc.disable()  # a process that lives a fifth of a second has nothing to collect
    try:
        from careercli.cli.app import app

        app(prog_name="careers")
    except KeyboardInterrupt:
        from careercli.errors import INTERRUPTED

        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
