"""The way in: ``careers`` and ``python -m careercli``."""

import sys


def main() -> None:
    """Run the command line and exit with its code; Ctrl-C at any point exits with 130."""
    try:
        from careercli.cli.app import app

        app(prog_name="careers")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
