"""Make a picture (SVG) of what a command prints, from its own coloured output.

python tools/picture.py OUT.svg [--columns 80] [--light] [--lines N] -- careers show ...
"""

import argparse
import os
import subprocess
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME, SVG_EXPORT_THEME
from rich.text import Text


def main() -> None:
    """Run the command as a terminal of that width would, and write the picture."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--columns", type=int, default=80)
    parser.add_argument("--light", action="store_true")
    parser.add_argument("--lines", type=int, help="only the first lines")
    parser.add_argument("command", nargs="+")
    asked = parser.parse_args()
    environment = os.environ | {"FORCE_COLOR": "1", "COLUMNS": str(asked.columns)}
    done = subprocess.run(
        asked.command, env=environment, capture_output=True, text=True, encoding="utf-8", check=True
    )
    lines = done.stdout.splitlines()[: asked.lines]
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - a device, not a path of ours
        console = Console(record=True, width=asked.columns, file=nowhere, force_terminal=True)
        console.print(Text.from_ansi("\n".join(lines)), soft_wrap=True)
    theme = DEFAULT_TERMINAL_THEME if asked.light else SVG_EXPORT_THEME
    console.save_svg(str(asked.out), title=" ".join(asked.command), theme=theme)


if __name__ == "__main__":
    main()
