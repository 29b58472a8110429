"""The program itself: it holds the screens together, and what keys do on each of them."""

import asyncio
import os
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from textual import events, on
from textual.app import App, SuspendNotSupported, SystemCommand
from textual.binding import Binding
from textual.command import CommandPalette
from textual.screen import Screen as TextualScreen

from careercli.browse import themes
from careercli.browse.desk import Desk
from careercli.browse.dialogs import Ask, Help
from careercli.browse.field import Field
from careercli.browse.keyboard import driver
from careercli.browse.keys import LIST_KEYS, PAGE_KEYS
from careercli.browse.looking import Looking
from careercli.browse.reading import Reading
from careercli.browse.state import State
from careercli.browse.targets import Target, command_of, commands_of, item_of
from careercli.browse.view import View
from careercli.browse.visit import Renew, Visit
from careercli.browse.web import Browser, open_here, open_in_window, usual_browser
from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.choices import GROUP_ORDERS, ORDERS
from careercli.catalogue.compare_page import MOST
from careercli.catalogue.role_row import Item
from careercli.choices import word_of
from careercli.errors import CareersError, reason
from careercli.locale import translate as _
from careercli.paths import in_place_of
from careercli.screen import Screen

_OF_MARKDOWN = ("", ".md", ".markdown", ".txt")  # endings of files
_TO_READ = 20  # seconds: an address is to be copied
_ENDS = {"SIGTERM": 143, "SIGHUP": 129, "SIGINT": 130}
"""The exit codes of a program that is told to end, as shells have them."""


class Browse(App[list[str]]):
    """Looks at a catalogue; ``run`` returns the commands that show the same as the screen.

    They say what the ``usual`` reader, of a command without options, would not have otherwise.
    ``fault`` is what went wrong, if anything did: it is for whoever started this to tell.
    """

    CSS_PATH = "looks.tcss"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS = [
        Binding("ctrl+c,ctrl+q", "leave", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False, priority=True),
    ]

    def __init__(self, catalogue: Catalogue, screen: Screen, renew: Renew, usual: Reader) -> None:
        # Without colour Textual draws greys, unless it is to leave colours to the terminal.
        no_color = True if os.environ.get("NO_COLOR") else None
        super().__init__(driver(), ansi_color=no_color)
        self._visit = Visit(Desk(catalogue, screen), State())
        self._usual = usual
        self._renew = renew
        self.fault: Exception | None = None
        self.ansi_theme_dark, self.ansi_theme_light = themes.DARK_PALETTE, themes.LIGHT_PALETTE
        for theme in (themes.DARK, themes.LIGHT):
            self.register_theme(theme)
        self.theme = themes.usual()
        self.animation_level = "none"
        self.set_class(screen.ascii_only, "-plain-ascii")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our own colours for themes that do not know of them: those of the terminal."""
        return {"here": "ansi_default", "here-asleep": "ansi_default", "rule": "ansi_default"}

    def on_mount(self) -> None:
        """Begin with the list; whoever tells the program to end gets the terminal back."""
        loop = asyncio.get_running_loop()
        for name, code in _ENDS.items():
            with suppress(NotImplementedError, AttributeError, ValueError, RuntimeError):
                loop.add_signal_handler(getattr(signal, name), self._end, code)
        self.push_screen(Looking(self._visit))

    def _end(self, code: int) -> None:
        self.exit(return_code=code)

    def _handle_exception(self, error: Exception) -> None:
        """End, and leave it to whoever started this to tell; Textual would print a traceback."""
        if self._exception is None:
            self.fault = self._exception = error
            self._exception_event.set()
        self._return_code = 1
        self._close_messages_no_wait()

    def on_key(self, event: events.Key) -> None:
        """Give a key to the line that is typed in now, if it was typed before that was there.

        Keys go to what has the keyboard when they arrive: of "f" and "out" typed in one go all four
        went to the list. A letter that comes here was wanted by nobody.
        """
        line = self.focused
        if isinstance(line, Field) and line.wants(event):
            event.stop()
            event.prevent_default()
            # as one that came in; there is no other way to say so
            line._forward_event(events.Key(event.key, event.character))

    # Pages

    @on(Looking.Opened)
    def opened(self, event: Looking.Opened) -> None:
        """Show a page that somebody asks for."""
        self._open(event.target)

    @on(View.Followed)
    def follow(self, event: View.Followed) -> None:
        """Show the page of a role that a link leads to, or open an address in the browser."""
        if event.link.slug is None:
            self._open_address(event.link.target)
        elif (item := item_of(self._visit.desk.catalogue, event.link.slug)) is not None:
            self._open(Target("show", (item,)))

    def _open_address(self, address: str) -> None:
        """Open an address of the web where the reader has a browser, and tell it in any case."""
        where = usual_browser()
        if where is Browser.TERMINAL:
            with suppress(SuspendNotSupported), self.suspend():
                open_here(address)
        if where is Browser.WINDOW:
            open_in_window(address)
        self.notify(address, title=_("On the web"), timeout=_TO_READ, markup=False)

    def _open(self, target: Target) -> None:
        """Show a page, on the screen for pages if that is there, else on one that is."""
        self.clear_notifications()
        if isinstance(self.screen, Reading):
            self.screen.open(target)
        else:
            self.push_screen(Reading(self._visit, target))

    @property
    def _item(self) -> Item | None:
        """The job that keys are about: that of the page, or who is pointed at."""
        screen = self.screen
        return screen.item if isinstance(screen, Looking | Reading) else None

    def action_mark(self) -> None:
        """Put a job aside, or take it back; in the list go on to the next."""
        if self._item is None:
            self._tell_of_no_job()
            return
        self._visit.state = self._visit.state.with_mark_turned(self._item)
        self._looking.tell_marks()
        if isinstance(self.screen, Reading):
            self.screen.tell()
        else:
            self._looking.go_on()

    @property
    def _looking(self) -> Looking:
        return next(screen for screen in self.screen_stack if isinstance(screen, Looking))

    def _with_item(self) -> tuple[Item, ...]:
        """Return what is put aside; if that is one, with the job that keys are about."""
        marked = self._visit.state.marked
        here = self._item
        return marked if here is None or here in marked or len(marked) > 1 else (*marked, here)

    def action_compare(self) -> None:
        """Lay side by side what is put aside."""
        items = self._with_item()
        if not 2 <= len(items) <= MOST:
            told = _("Put two to five jobs aside with the space bar; now {count}.")
            self.notify(told.format(count=len(self._visit.state.marked)), severity="warning")
            return
        self._open(Target("compare", items))

    def action_next(self) -> None:
        """Show what may come after a job."""
        if self._item is None:
            self._tell_of_no_job()
        else:
            self._open(Target("next", (self._item,)))

    def _tell_of_no_job(self) -> None:
        told = _("There is no single job here: a list or a page of one has it.")
        self.notify(told, severity="warning")

    def action_path(self) -> None:
        """Show the way between two jobs that are put aside, the first one first; then back."""
        page = self.screen.target if isinstance(self.screen, Reading) else None
        is_way = page is not None and page.command == "path"
        items = page.items[::-1] if page and is_way else self._with_item()
        if len(items) != 2:
            told = _("Put two jobs aside with the space bar, from where and to where; now {count}.")
            told = told.format(count=len(self._visit.state.marked))
            self.notify(told, severity="warning")
            return
        self._open(Target("path", items))

    def action_sources(self) -> None:
        """Show the bibliography."""
        self._open(Target("sources"))

    def action_skills(self) -> None:
        """Ask what somebody can, and show the jobs that fit."""

        def matched(words: str | None) -> None:
            if words is None:
                return
            self._see(self._visit.desk.for_reader(skills=words.strip()))
            if words.strip():
                self._open(Target("match", words=words.strip()))

        hint = _("Skills in your own words, parted by commas. They are kept until you leave.")
        question = Ask(_("What can you do?"), self._visit.desk.reader.skills, hint)
        self.push_screen(question, matched)

    # The reader

    def _see(self, desk: Desk) -> None:
        """Show everything to another reader."""
        self._visit.desk = desk
        self._looking.renew()
        if isinstance(self.screen, Reading):
            self.screen.renew()

    def action_language(self) -> None:
        """Speak the other language."""
        self._see(self._visit.desk.in_other_language())

    def action_period(self) -> None:
        """Show pay in the next period; a least pay that is asked for stays the same pay."""
        desk = self._visit.desk.in_next_period()
        self._visit.keep_least_pay(desk)
        self._see(desk)

    def action_theme(self) -> None:
        """Turn from dark to light, or back."""
        self.theme = themes.other(self.theme)

    def on_app_focus(self) -> None:
        """Look whether role files or imports have changed meanwhile."""
        catalogue = self._renew(self._visit.desk.catalogue)
        if catalogue is None:
            return
        old = self._visit.desk
        new = Desk(Catalogue(catalogue.connection, old.reader), old.screen)
        while isinstance(self.screen, Reading | Ask | Help):
            self.pop_screen()  # what is read there may be another's page now
        self._visit.read = None
        state = self._visit.state
        same = [new.same_as(item, old) for item in state.marked]
        marked = tuple(item for item in same if item is not None)
        here = self._looking.item
        self._visit.desk, self._visit.state = new, state._replace(marked=marked)
        self._looking.renew(new.same_as(here, old) if here is not None else None)
        self.notify(_("Role files have changed: they were read again."))

    # Leaving

    def action_write(self) -> None:
        """Ask for a file, and write what is put aside there, or else this job."""
        items = self._visit.state.marked or ((self._item,) if self._item is not None else ())
        if not items:
            return

        marked = len(self._visit.state.marked)
        hint = _("{count} put aside, as Markdown.").format(count=marked)
        hint = hint if marked else _("This job, as Markdown.")
        self._ask_where(items, _("Write to which file?"), "careers.md", hint)

    def _ask_where(
        self,
        items: tuple[Item, ...],
        question: str,
        name: str,
        hint: str = "",
        agreed: Path | None = None,
    ) -> None:
        """Ask until a file is written or the reader gives up; what was typed is asked again.

        ``agreed`` is a file that the reader knows to be there.
        """

        def named(typed: str | None) -> None:
            if typed is None:
                return
            if not typed.strip():
                self.notify(_("No file is named, so none is written."), severity="warning")
                return
            path = Path(typed.strip()).expanduser()
            if path.suffix.lower() not in _OF_MARKDOWN:
                told = _("{path}: it is written as Markdown, so let the name end in .md.")
                self._ask_where(items, told.format(path=path), str(path.with_suffix(".md")))
            elif path != agreed and path.exists() and not path.is_dir():
                told = _("{path} is there already. Enter replaces it, Escape leaves it.")
                self._ask_where(items, told.format(path=path), str(path), agreed=path)
            elif refused := self._write(items, path):
                self._ask_where(items, refused, typed)

        self.push_screen(Ask(question, name, hint), named)

    def _write(self, items: tuple[Item, ...], path: Path) -> str | None:
        """Write jobs into a file; return what is wrong with the file, if anything is."""
        try:
            text = self._as_markdown(items)
            with in_place_of(path) as beside:
                beside.write_text(text, encoding="utf-8")
        except CareersError as error:
            self.notify(str(error), severity="error", markup=False)
        except OSError as error:
            told = _("{path} cannot be written ({reason}).")
            return told.format(path=path, reason=reason(error))
        else:
            self.notify(_("Written: {path}").format(path=path), markup=False)
        return None

    def _as_markdown(self, items: tuple[Item, ...]) -> str:
        """Return a comparison, if there are jobs to compare, and the page of each."""
        desk = self._visit.desk
        jobs = tuple(item for item in items if isinstance(item, int))
        compared = [Target("compare", jobs)] if 2 <= len(jobs) <= MOST else []
        targets = [*compared, *(Target("show", (item,)) for item in items)]
        return "\n".join(desk.as_markdown(target) for target in targets)

    def action_leave(self) -> None:
        """End; the commands that show the same are for whoever started this to print."""
        catalogue = self._visit.desk.catalogue
        told = commands_of(catalogue, self._visit.state, self._usual)
        if self._visit.desk.reader.skills != self._usual.skills:
            target = Target("match", words=self._visit.desk.reader.skills)
            told += [command_of(catalogue, target, self._usual)] if target.words else []
        if self._visit.read:
            told.append(command_of(catalogue, self._visit.read, self._usual))
        self.exit(list(dict.fromkeys(told)) or ["careers list"])

    # Help

    def action_command_palette(self) -> None:
        """Ask by name for what keys do."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=_("What do you want to do?")))

    def action_help(self) -> None:
        """Show all keys."""
        keys = PAGE_KEYS if isinstance(self.screen, Reading) else LIST_KEYS
        self.push_screen(Help(keys, ascii_only=self._visit.desk.screen.ascii_only))

    def get_system_commands(self, screen: TextualScreen[object]) -> Iterable[SystemCommand]:
        """Yield what the palette knows: what keys do here, and every order."""
        for key in PAGE_KEYS if isinstance(screen, Reading) else LIST_KEYS:
            yield SystemCommand(_(key.short), _(key.whole), self._doing(screen, key.action))
        if isinstance(screen, Looking):
            groups = self._visit.state.filters.groups
            for order in GROUP_ORDERS if groups else ORDERS:
                word = word_of(order, self._visit.desk.reader.language)
                title = _("sort by {order}").format(order=word)
                yield SystemCommand(title, "", partial(self._sort, order))

    def _doing(self, screen: TextualScreen[object], action: str) -> Callable[[], object]:
        return lambda: self.call_later(self.run_action, action, screen)

    def _sort(self, order: str) -> None:
        self._visit.state = self._visit.state._replace(sort=order)
        self._looking.narrow()
