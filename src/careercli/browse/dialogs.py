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
from careercli.locale import later
from careercli.locale import translate as _
from careercli.render.ascii import to_ascii


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


_LEGEND = (
    ("↗ → ↘", later("outlook of its group: growing, stable, shrinking")),
    ("·███·", later("what the middle half of its group earns")),
    ("47–75", later("from 47,000 to 75,000 euros; an hour: from 47 to 75")),
    ("47–75 *", later("many in this group are on youth wages")),
    ("AI", later("how much of the work AI could touch, 0 to 1; not job loss")),
    ("–", later("nothing is published")),
    ("≡", later("a group of jobs, of which no page is written")),
)
"""The signs of the list, and what they mean."""


class Help(ModalScreen[None]):
    """All keys, what the signs of the list mean, and where else to look."""

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
        for sign, meaning in _LEGEND:
            text.append((to_ascii(sign) if self._ascii else sign).ljust(11), "bold")
            text.append(_(meaning) + "\n")
        text.append("\n")
        text.append(_("For a screen reader: careers list --plain, careers show ROLE --plain."))
        return text
