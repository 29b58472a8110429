"""The program without a terminal: keys go in, and what stands on its screen comes out."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from textual import events
from textual.pilot import Pilot

from careercli.browse.app import Browse
from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.store import open_catalogue
from careercli.screen import Screen

ENGLISH = Reader("en")

Steps = Callable[[Pilot[Any]], Awaitable[None]]


def browse(
    steps: Steps,
    size: tuple[int, int] = (100, 30),
    reader: Reader = ENGLISH,
    *,
    ascii_only: bool = False,
) -> Browse:
    """Take these steps on a screen of a size, and return the program as it is after them."""
    connection = open_catalogue()
    screen = Screen(*size[:1], boxes=True, color=True, ascii_only=ascii_only, height=size[1])
    program = Browse(Catalogue(connection, reader), screen, lambda _catalogue: None, ENGLISH)

    async def run() -> None:
        async with program.run_test(size=size) as pilot:
            await pilot.pause()
            await steps(pilot)
            await pilot.pause()

    asyncio.run(run())
    connection.close()
    return program


def shown(program: Browse) -> str:
    """Return what stands on the screen, as text."""
    rows = program.screen._compositor.render_strips()
    return "\n".join(row.text.rstrip() for row in rows)


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys one after another; what is no key's name is typed, all of it at once."""
    for key in keys:
        if key in NAMED or len(key) == 1:
            await pilot.press(key)
        else:
            for letter in key:
                pilot.app.post_message(events.Key(_SIGNS.get(letter, letter), letter))
        await pilot.pause()


NAMED = (
    *("enter", "escape", "space", "tab", "up", "down", "left", "right", "backspace", "home"),
    *("slash", "question_mark", "ctrl+u", "ctrl+c", "pagedown", "pageup", "end"),
)
_SIGNS = {" ": "space", "/": "slash", "-": "minus", ".": "full_stop", ",": "comma"}
