"""What each key does, in the order of its use; the bar below the screen and the help read it."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text
from textual.widgets import Static

from careercli.locale import later
from careercli.locale import translate as _


class Key(NamedTuple):
    """A key as the screen knows it and as it is shown, its action, and in words what that does."""

    key: str
    shown: str
    action: str
    short: str
    whole: str


_MARK = Key("space", "␣", "app.mark", later("aside"), later("put aside, or take back"))
_COMPARE = Key("c", "c", "app.compare", later("compare"), later("what you put aside, side by side"))
_PATH = Key(
    "p", "p", "app.path", later("path"), later("the way between two; on that page: the way back")
)
_SKILLS = Key("m", "m", "app.skills", later("skills"), later("say what you can: the jobs that fit"))
_SOURCES = Key("o", "o", "app.sources", later("sources"), later("where all figures come from"))
_THEME = Key("t", "t", "app.theme", later("light"), later("light or dark"))
_NEXT = Key("n", "n", "app.next", later("next"), later("what may come after this job"))
_WRITE = Key("w", "w", "app.write", later("write"), later("what you put aside, as Markdown"))
_PERIOD = Key("u", "u", "app.period", later("per"), later("pay a year, a month, an hour"))
_LANGUAGE = Key("l", "l", "app.language", later("nl/en"), later("the other language"))
_HELP = Key("question_mark", "?", "app.help", later("help"), later("all keys"))
_QUIT = Key(
    "q", "q", "app.leave", later("quit"), later("leave; the commands that show the same follow")
)

LIST_KEYS = (
    Key(
        "slash",
        "/",
        "screen.search",
        later("search"),
        later("search as you type, in either language"),
    ),
    Key(
        "f", "f", "screen.filter", later("filter"), later("filters, with how many jobs each leaves")
    ),
    Key("s", "s", "screen.sort", later("sort"), later("another order: title, pay, outlook ...")),
    Key("enter", "⏎", "screen.page", later("page"), later("the whole page")),
    _MARK._replace(whole=later("put aside, or back; then the next")),
    _COMPARE,
    _WRITE,
    _NEXT,
    _PATH,
    _SKILLS,
    Key(
        "x",
        "x",
        "screen.clear",
        later("clear"),
        later("take out words and filters; then what is put aside; then skills"),
    ),
    Key(
        "g",
        "g",
        "screen.groups",
        later("groups"),
        later("groups of jobs in place of jobs, and back"),
    ),
    _PERIOD,
    _LANGUAGE,
    _SOURCES,
    _THEME,
    _HELP,
    _QUIT,
)

PAGE_KEYS = (
    Key("escape", "esc", "screen.back_to_list", later("list"), later("back to the list")),
    Key("backspace,left", "←", "screen.back", later("back"), later("the page before")),
    Key("right", "→", "screen.forward", later("on"), later("the page after")),
    Key("tab", "tab", "screen.link", later("link"), later("the next link; Enter follows it")),
    _MARK,
    _WRITE,
    _NEXT,
    _COMPARE,
    _PATH,
    _SKILLS,
    _PERIOD,
    _LANGUAGE,
    _SOURCES,
    _THEME,
    _HELP,
    _QUIT,
)

SEARCH_KEYS = (
    Key("down", "↓", "screen.into_list", later("into the list"), ""),
    Key("escape", "esc", "screen.back", later("list"), ""),
    Key("ctrl+c", "^C", "app.leave", later("quit"), ""),
)
FILTER_KEYS = (
    Key("enter", "⏎", "", later("set, or take out"), ""),
    Key("down", "↓", "", later("all filters"), ""),
    Key("escape", "esc", "screen.back", later("to the list"), ""),
)
"""What is told while somebody types."""

_ASCII = {"⏎": "enter", "␣": "space", "←": "left", "→": "right", "↓": "down"}
LAST = ("?", "q")
"""The keys that are always told, however narrow the screen."""
WITH_MARKS, ON_PAGE = ("␣", "c", "w"), ("w",)
"""Those that are told before others where something is put aside, and on a page."""


def shown(key: Key, *, ascii_only: bool) -> str:
    """Return what stands on a key."""
    return _ASCII.get(key.shown, key.shown) if ascii_only else key.shown


class KeyBar(Static):
    """The keys that there is room for, on one line, ``first`` some; each can be clicked."""

    def __init__(self, keys: Sequence[Key], first: Sequence[str] = (), *, ascii_only: bool) -> None:
        super().__init__(id="keys")
        self._keys, self._first = keys, first
        self._ascii = ascii_only

    def tell(self, keys: Sequence[Key], first: Sequence[str] = ()) -> None:
        """Tell other keys from now on."""
        self._keys, self._first = keys, first
        self.renew()

    def on_resize(self) -> None:
        """Tell as many keys as there is room for now."""
        self.renew()

    def renew(self) -> None:
        """Write the keys in the reader's language."""
        kept = [key for key in self._keys if key.shown in LAST]
        wanted = [key for key in self._keys if key.shown in self._first]
        for key in (*wanted, *self._keys):
            if key not in kept and self._width([*kept, key]) <= self.size.width:
                kept.append(key)
        line = Text(no_wrap=True)
        for key in sorted(kept, key=self._keys.index):
            said = Text.assemble((shown(key, ascii_only=self._ascii), "bold"), f" {_(key.short)}")
            if key.action:
                said.apply_meta({"@click": key.action})
            line.append_text(said).append("  ")
        self.update(line, layout=False)

    def _width(self, keys: Sequence[Key]) -> int:
        told = (f"{shown(key, ascii_only=self._ascii)} {_(key.short)}" for key in keys)
        return cell_len("  ".join(told))
