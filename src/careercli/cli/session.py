"""What every command that shows data does: a language, a catalogue, a page put out."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from careercli import console
from careercli.figures import HOURS_A_WEEK
from careercli.locale import choose_language, speak
from careercli.locale import translate as _
from careercli.locale import translate_plural as _n
from careercli.render import cited, render
from careercli.screen import detect_terminal

if TYPE_CHECKING:
    from careercli.catalogue.catalogue import Catalogue
    from careercli.pages import Source


class Session:
    """One run of a command: its reader, its screen, and the catalogue if it asks for that."""

    def __init__(
        self,
        lang: str | None,
        form: str,
        *,
        plain: bool,
        no_color: bool,
        per: str = "year",
        hours: float = HOURS_A_WEEK,
    ) -> None:
        self.language = choose_language(lang)
        speak(self.language)
        self.form = form
        self.screen = detect_terminal(plain=plain, no_color=no_color)
        self._per, self._hours = per, hours

    @cached_property
    def catalogue(self) -> "Catalogue":
        """The catalogue, opened and if need be compiled at first use; warns of what it lacks."""
        from careercli.catalogue.catalogue import Catalogue, Reader
        from careercli.catalogue.store import open_catalogue

        connection = open_catalogue(console.watched, _tell_of_waiting)
        catalogue = Catalogue(connection, Reader(self.language, self._per, self._hours))
        _warn_of_files_set_aside(catalogue)
        return catalogue

    def emit(self, page: Any, **choices: Any) -> None:
        """Write a page to stdout in the format asked for; ``choices`` are its layout's own."""
        output = render(page, self.form, self.screen, self._number_style, **choices)
        console.write(output, self.screen)

    def cited(self, page: Any) -> "tuple[Source, ...]":
        """Return the sources of a page in the order of its notes."""
        return cited(page, self.screen, self._number_style)

    def _number_style(self) -> Mapping[str, Any]:
        """Return how the language writes numbers; Babel is asked for want of a catalogue."""
        if "catalogue" in vars(self):
            return self.catalogue.number_style
        from careercli.catalogue.locale_data import number_style

        return number_style(self.language)


def _tell_of_waiting() -> None:
    if console.is_watched():
        console.warn(_("another careers is reading the role files; this one waits for it"))


def _warn_of_files_set_aside(catalogue: "Catalogue") -> None:
    set_aside = catalogue.set_aside
    if set_aside:
        count = len(set_aside)
        what = _n(
            "{count} file is set aside: {problem}",
            "{count} files are set aside; the first: {problem}",
            count,
        ).format(count=count, problem=set_aside[0])
        console.warn(f"{what}\n" + _("careers check tells everything."))
    for damage in catalogue.damages:
        console.warn(str(damage))
