"""The way in: ``careers`` and ``python -m careercli``."""

import gc
import sys


def main() -> None:
    """Run the command line and exit with its code; Ctrl-C at any point exits with 130."""
    gc.disable()  # a process that lives a fifth of a second has nothing to collect
    try:
        from careercli.cli.app import app

        app(prog_name="careers")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
