"""What lies over the screen for a moment: a question, the keys."""

from collections.abc import Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from careercli.browse.field import Field
from careercli.browse.keys import Key, shown
from careercli.locale import translate as _


class Ask(ModalScreen[str | None]):
    """Asks for a line; Escape gives None."""

    BINDINGS = [Binding("escape", "dismiss", show=False)]

    def __init__(self, question: str, value: str = "", hint: str = "") -> None:
        super().__init__()
        self._question, self._value, self._hint = question, value, hint

    def compose(self) -> ComposeResult:
        """Lay out the question and the line."""
        with Vertical(id="dialog"):
            yield Static(Text(self._question, "bold"))
            yield Field(self._value, id="answer")
            yield Static(Text(self._hint, "dim"), id="hint")

    def on_input_submitted(self, event: Field.Submitted) -> None:
        """Give the answer."""
        self.dismiss(event.value)


class Help(ModalScreen[None]):
    """All keys, and where else to look."""

    BINDINGS = [Binding("escape,q,question_mark,enter", "dismiss", show=False)]

    def __init__(self, keys: Sequence[Key], *, ascii_only: bool) -> None:
        super().__init__()
        self._keys, self._ascii = keys, ascii_only

    def compose(self) -> ComposeResult:
        """Lay out the keys."""
        with VerticalScroll(id="dialog"):
            yield Static(self._text(), id="help-text")

    def _text(self) -> Text:
        text = Text()
        for key in self._keys:
            text.append(f"{shown(key, ascii_only=self._ascii):<11}", "bold")
            text.append(f"{_(key.whole)}\n")
        text.append("Ctrl+P".ljust(11), "bold")
        text.append(_("all of this by name; the mouse works too") + "\n\n")
        text.append(_("For a screen reader: careers list --plain, careers show ROLE --plain."))
        return text
