"""The colours: our own, dark and light, where a screen has them all; else the reader's sixteen."""

import os
from collections.abc import Mapping

from rich.terminal_theme import TerminalTheme
from textual.color import Color
from textual.theme import Theme

DARK = Theme(
    name="careers-dark",
    primary="#6cc7de",
    secondary="#ee8fd0",
    accent="#ee8fd0",
    foreground="#e6e8ea",
    background="#16181a",
    surface="#1f2225",
    panel="#2a2e32",
    success="#7fcf93",
    warning="#f0c674",
    error="#f09a8f",
    dark=True,
    variables={"here": "#2c4a54", "here-asleep": "#2a2e32", "rule": "#3a4046"},
)
LIGHT = Theme(
    name="careers-light",
    primary="#00637c",
    secondary="#9c1d7a",
    accent="#9c1d7a",
    foreground="#1b1d1f",
    background="#ffffff",
    surface="#f4f6f7",
    panel="#e6eaec",
    success="#1b6b2f",
    warning="#7a5a00",
    error="#a3261b",
    dark=False,
    variables={"here": "#cfe6ee", "here-asleep": "#e6eaec", "rule": "#c3cad0"},
)
SIXTEEN = ("ansi-dark", "ansi-light")
"""Textual's own, in the colours of the terminal."""


def _palette(theme: Theme, blue: str) -> TerminalTheme:
    """Return what the eight colours of a page are on a theme's ground; bright ones are the same."""
    colours = (
        *(theme.background, theme.error, theme.success, theme.warning),
        *(blue, theme.secondary, theme.primary, theme.foreground),
    )
    eight = [Color.parse(colour or "").rgb for colour in colours]
    return TerminalTheme(eight[0], eight[-1], eight, eight)


DARK_PALETTE = _palette(DARK, "#8fb4ff")
LIGHT_PALETTE = _palette(LIGHT, "#1f4fbf")


def usual(environ: Mapping[str, str] = os.environ) -> str:
    """Return the theme to begin with: by what the terminal says of its colours and its ground.

    COLORFGBG ends with the number of the ground; of sixteen colours 7 and those above 8 are light.
    """
    ground = environ.get("COLORFGBG", "").rpartition(";")[2]
    light = ground.isdecimal() and int(ground) in (7, *range(9, 16))
    rich = environ.get("COLORTERM", "") in ("truecolor", "24bit") or "256" in environ.get(
        "TERM", ""
    )
    names = (DARK.name, LIGHT.name) if rich else SIXTEEN
    return names[light]


def other(name: str) -> str:
    """Return the light theme of a dark one, and the other way round."""
    pairs = {DARK.name: LIGHT.name, "ansi-dark": "ansi-light"}
    return pairs.get(name) or {light: dark for dark, light in pairs.items()}.get(name, DARK.name)
