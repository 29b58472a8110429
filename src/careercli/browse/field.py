"""A line to type in."""

from textual import events
from textual.binding import Binding
from textual.widgets import Input

_OWN = {key.key: key.action for key in Binding.make_bindings(Input.BINDINGS)}
"""What a key does to the line: Enter, backspace, Ctrl-U ..."""


class Field(Input):
    """A line of which each key does its work in its turn, however fast somebody types.

    Textual lets other keys wait until nobody else wants them: of "wrod" with two backspaces and
    "rd", sent at once by a slow line, all letters would come before the backspaces.
    """

    def wants(self, event: events.Key) -> bool:
        """Return whether a key is a letter, or changes the line."""
        return event.key in _OWN or self.check_consume_key(event.key, event.character)

    async def on_key(self, event: events.Key) -> None:
        """Do what a key does to the line; letters are added by what this is built on."""
        if action := _OWN.get(event.key):
            event.stop()
            event.prevent_default()
            await self.run_action(action)
