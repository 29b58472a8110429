"""What every command that shows data does: a language, a catalogue, a page put out."""

import time
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from careercli import console, settings
from careercli.errors import UsageError
from careercli.figures import HOURS_A_WEEK
from careercli.locale import choose_language, speak
from careercli.locale import translate as _
from careercli.locale import translate_plural as _n
from careercli.render import cited, render
from careercli.screen import detect_terminal

if TYPE_CHECKING:
    from careercli.catalogue.catalogue import Catalogue, Reader
    from careercli.pages import Source

_NAMED = 3  # unfinished files that a reminder names


class Session:
    """One run of a command: its reader, its screen, and the catalogue if it asks for that."""

    def __init__(
        self,
        lang: str | None,
        form: str,
        *,
        plain: bool,
        no_color: bool,
        no_pager: bool = False,
        per: str | None = None,
        hours: float | None = None,
    ) -> None:
        given = {"per": per, "hours": hours, "plain": plain, "color": no_color}
        self.language = speak_with_reader(lang, [name for name, said in given.items() if said])
        self.form = form
        self._paged = form == "text" and not no_pager
        if form != "text":
            console.in_utf8()
        self.screen = detect_terminal(plain=plain, no_color=no_color)
        self._per = per or _usual_per()
        self._hours = hours or _usual_hours()

    @cached_property
    def catalogue(self) -> "Catalogue":
        """The catalogue, opened and if need be compiled at first use; warns of what it lacks."""
        from careercli.catalogue.catalogue import Catalogue, Reader
        from careercli.catalogue.store import open_catalogue

        connection = open_catalogue(console.watched, _tell_of_waiting)
        own = (settings.value(name) or "" for name in ("skills", "diploma"))
        catalogue = Catalogue(connection, Reader(self.language, self._per, self._hours, *own))
        _warn_of_what_is_left_out(catalogue)
        return catalogue

    def emit(self, page: Any, **choices: Any) -> None:
        """Write a page to stdout in the format asked for; ``choices`` are its layout's own."""
        console.write(self._rendered(page, **choices), self.screen, paged=self._paged)

    def emit_list(self, page: Any, rows: str, *, cut: bool) -> None:
        """Write a page that lists; if it is ``cut``, as many of its ``rows`` as fit the screen."""
        self.emit(self._fitting(page, rows) if cut else page)

    def is_cut(self, limit: int | None, *, everything: bool) -> bool:
        """Return whether a list ends with the screen: on a terminal, if nobody says how long."""
        if everything and limit is not None:
            raise UsageError(_("--limit and --all say different things; give one of them"))
        asked = everything or limit is not None
        return self.form == "text" and not self.screen.piped and not asked

    def _fitting(self, page: Any, rows: str) -> Any:
        """Return a page with as many rows as fit the screen above a prompt, at least one."""
        listed = getattr(page, rows)

        def height(count: int) -> int:
            shown = self._rendered(page._replace(**{rows: listed[:count]}))
            return console.height_of(shown, self.screen)

        room = self.screen.height - 1
        if height(len(listed)) <= room:
            return page
        count = bisect_right(range(1, len(listed)), room, key=height)
        return page._replace(**{rows: listed[: max(1, count)]})

    def _rendered(self, page: Any, **choices: Any) -> Any:
        return render(page, self.form, self.screen, self._number_style, **choices)

    def cited(self, page: Any) -> "tuple[Source, ...]":
        """Return the sources of a page in the order of its notes."""
        return cited(page, self.screen, self._number_style)

    def _number_style(self) -> Mapping[str, Any]:
        """Return how the language writes numbers; Babel is asked for want of a catalogue."""
        if "catalogue" in vars(self):
            return self.catalogue.number_style
        from careercli.catalogue.locale_data import number_style

        return number_style(self.language)


def _usual_per() -> str:
    return settings.value("per") or "year"


def _usual_hours() -> float:
    return float(settings.value("hours") or HOURS_A_WEEK)


def usual_reader() -> "Reader":
    """Return for whom a command is that is typed without options."""
    from careercli.catalogue.catalogue import Reader

    return Reader(choose_language(), _usual_per(), _usual_hours())


def speak_with_reader(lang: str | None, given: Iterable[str] = ()) -> str:
    """Speak the language asked for, or the environment's, and return it.

    Tells of settings that nobody can read, but for those that are ``given`` on the command line.
    """
    language = choose_language(lang)
    speak(language)
    for told in settings.complaints([*given, *(["lang"] if lang else [])]):
        console.warn(told)
    return language


def _tell_of_waiting() -> None:
    if console.is_watched():
        console.warn(_("another careers is reading the role files; this one waits for it"))


def _warn_of_what_is_left_out(catalogue: "Catalogue") -> None:
    if catalogue.set_aside and console.is_watched() and _is_first_today():
        console.warn(_unfinished(list(catalogue.set_aside)))
    for damage in catalogue.damages:
        console.warn(str(damage))


def _is_first_today() -> bool:
    """Return whether this is the first command of the day to ask, and note it.

    The note is a file named after the day, which one process alone can make. Where none can be
    made, nobody is the first: who writes a role knows of check, and reminders should be few.
    """
    from careercli.catalogue.store import catalogue_file

    catalogue = catalogue_file()
    note = catalogue.with_suffix(f".told-{time.strftime('%Y-%m-%d')}")
    try:
        note.parent.mkdir(parents=True, exist_ok=True)
        note.touch(exist_ok=False)
        for other in note.parent.glob(f"{catalogue.stem}.told-*"):
            if other != note:
                other.unlink(missing_ok=True)
    except OSError:  # it was made before; nothing can be written
        return False
    return True


def _unfinished(names: list[str]) -> str:
    shown = ", ".join(names[:_NAMED])
    if len(names) > _NAMED:
        shown = _("{names} and {count} more").format(names=shown, count=len(names) - _NAMED)
    told = _n(
        "{count} role file of yours is not finished: {names}. careers check",
        "{count} role files of yours are not finished: {names}. careers check",
        len(names),
    )
    return told.format(count=len(names), names=shown)
