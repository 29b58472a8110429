"""What every command that shows data does: a language, a catalogue, a page put out."""

from collections.abc import Callable, Mapping
from typing import Any

from careercli import console
from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.store import open_catalogue
from careercli.locale import Numbers, choose_language, speak
from careercli.locale import translate as _
from careercli.locale import translate_plural as _n
from careercli.render.blocks import Document
from careercli.render.words import Words

Layout = Callable[[Any, Words], Document]


def _tell_of_waiting() -> None:
    if console.is_watched():
        console.warn(_("another careers is reading the role files; this one waits for it"))


class Context:
    """One run of a command: its reader's language and its screen."""

    def __init__(self, lang: str | None, *, plain: bool = False, no_color: bool = False) -> None:
        self.language = choose_language(lang)
        speak(self.language)
        self.screen = console.detect_terminal(plain=plain, no_color=no_color)

    def number_style(self) -> Mapping[str, Any]:
        """Return how the language writes numbers; asked from Babel, for want of a catalogue."""
        from careercli.catalogue.locale_data import number_style

        return number_style(self.language)

    def emit(self, page: Any, form: str, layout: Layout) -> None:
        """Write a page to stdout as text, JSON, Markdown or CSV."""
        screen = self.screen
        if form == "json":
            from careercli.render.data import to_json

            console.write(to_json(page, ascii_only=screen.ascii_only), screen)
        elif form == "csv":
            from careercli.render.data import to_csv

            console.write(to_csv(page), screen)
        else:
            numbers = Numbers(self.number_style(), screen.ascii_only)
            document = layout(page, Words(numbers, getattr(page, "sources", ())))
            if form == "md":
                from careercli.render import markdown

                console.write(markdown.render(document), screen)
            else:
                console.show(document, screen)


class Session(Context):
    """A speaker with a catalogue."""

    def __init__(
        self,
        lang: str | None,
        *,
        plain: bool = False,
        no_color: bool = False,
        per: str = "year",
        hours: float = 38.0,
    ) -> None:
        super().__init__(lang, plain=plain, no_color=no_color)
        self.catalogue = Catalogue(
            open_catalogue(console.watched, _tell_of_waiting), Reader(self.language, per, hours)
        )
        self._warn_of_files_set_aside()

    def number_style(self) -> Mapping[str, Any]:
        """Return how the language writes numbers, as the catalogue has it."""
        return self.catalogue.number_style

    def _warn_of_files_set_aside(self) -> None:
        set_aside = self.catalogue.set_aside
        if set_aside:
            count = len(set_aside)
            what = _n(
                "{count} file is set aside: {problem}",
                "{count} files are set aside; the first: {problem}",
                count,
            ).format(count=count, problem=set_aside[0])
            console.warn(f"{what}\n" + _("careers check tells everything."))
        for damage in self.catalogue.damages:
            console.warn(str(damage))
