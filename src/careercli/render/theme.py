"""The colour of each meaning, and the Rich console that knows them."""

import os
from typing import IO

from rich.console import Console
from rich.theme import Theme

from careercli.screen import Screen

# Sixteen-colour names only: they follow the reader's own palette, dark or light.
THEME = Theme(
    {
        "title": "bold cyan",
        "badge": "bold",
        "panel": "dim",
        "panel.title": "bold cyan",
        "label": "cyan",
        "subhead": "bold",
        "value": "bold",
        "note": "dim",
        "muted": "dim",
        "role": "bold",
        "here": "bold reverse cyan",
        "up": "green",
        "move": "magenta",
        "trend.growing": "bold green",
        "trend.stable": "bold blue",
        "trend.shrinking": "bold red",
        "trend.unknown": "dim",
        "bar": "cyan",
        "bar.mark": "bold magenta",
        "track": "dim",
        "link": "underline blue",
        "command": "green",
        "match": "bold magenta",
        "tree": "dim",
    },
    inherit=False,
)


def console_on(screen: Screen, file: IO[str] | None = None) -> Console:
    """Return the console that draws on a file what the screen can show."""
    return Console(
        file=file,
        width=screen.width,
        theme=THEME,
        color_system="standard" if screen.color else None,
        force_terminal=screen.color,
        no_color=not screen.color,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=None if os.name == "nt" else False,
    )
