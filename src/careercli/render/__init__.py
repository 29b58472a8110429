"""Pages to output, by registries: what lays out a page or a section, what writes a format.

    page -> layout (words, numbers, order) -> blocks -> terminal | plain | markdown
    page -> JSON, CSV

What they name is imported when it is used: Rich only when a terminal is drawn on.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from careercli.screen import Screen

if TYPE_CHECKING:
    from rich.segment import Segments  # noqa: TID251 - a name only

    from careercli.pages import Source
    from careercli.render.blocks import Document
    from careercli.render.words import Words


class Format(NamedTuple):
    """A way to write pages: ``renderer`` names a function of what it takes and the screen.

    It takes a Document, or the page ``as_data``; ``pages`` are the only ones that it can write.
    """

    renderer: str
    as_data: bool = False
    pages: tuple[str, ...] | None = None


SHEETS = ("ComparePage", "CoveragePage", "ListPage", "SearchPage", "SourcesPage")

FORMATS = {
    "text": Format("careercli.render.plain:render"),
    "json": Format("careercli.render.data:to_json", as_data=True),
    "md": Format("careercli.render.markdown:render"),
    "html": Format("careercli.render.html:render"),
    "svg": Format("careercli.render.svg:render"),
    "csv": Format("careercli.render.spreadsheet:to_csv", as_data=True, pages=SHEETS),
}
DRAWN = Format("careercli.render.terminal:render")
"""What text is where the screen can draw."""

LAYOUTS = {
    "RolePage": "careercli.render.layout.role:document",
    "LadderPage": "careercli.render.layout.ladder:document",
    "NextPage": "careercli.render.layout.next:document",
    "PathPage": "careercli.render.layout.path:document",
    "MatchPage": "careercli.render.layout.match:document",
    "ComparePage": "careercli.render.layout.compare:document",
    "ListPage": "careercli.render.layout.listing:list_document",
    "CoveragePage": "careercli.render.layout.coverage:document",
    "SearchPage": "careercli.render.layout.search:search_document",
    "SourcesPage": "careercli.render.layout.listing:sources_document",
    "VacanciesPage": "careercli.render.layout.listing:vacancies_document",
    "PathsPage": "careercli.render.layout.program:paths_document",
    "ImportsPage": "careercli.render.layout.importing:imports_document",
    "CheckPage": "careercli.render.layout.checking:document",
    "HelpPage": "careercli.render.layout.program:help_document",
    "ConfigPage": "careercli.render.layout.program:config_document",
    "ExplainPage": "careercli.render.layout.program:explain_document",
    "StartPage": "careercli.render.layout.program:start_document",
}

SECTIONS = {
    "description": "careercli.render.layout.role:description",
    "education": "careercli.render.layout.education:education",
    "conditions": "careercli.render.layout.education:conditions",
    "work": "careercli.render.layout.education:work",
    "salary": "careercli.render.layout.salary:salary",
    "skills": "careercli.render.layout.skills:skills",
    "career": "careercli.render.layout.role:career",
    "ai": "careercli.render.layout.role:ai",
    "ladder": "careercli.render.layout.role:ladder",
    "vacancies": "careercli.render.layout.role:vacancies",
    "discover": "careercli.render.layout.role:discover",
    "interests": "careercli.render.layout.role:interests",
    "sources": "careercli.render.layout.role:sources",
}
"""The sections of a role's page in their order, each with what lays it out (``--section``)."""


BELOW_OVERVIEW = {"salary": "careercli.render.layout.salary:measured"}
"""What lays out a section otherwise where the overview says a part of it already."""


def formats_of(page: str) -> tuple[str, ...]:
    """Return the names of the formats in which a page of this type can be had."""
    return tuple(name for name, form in FORMATS.items() if form.pages is None or page in form.pages)


def render(
    page: Any, name: str, screen: Screen, style: Callable[[], Mapping[str, Any]], **choices: Any
) -> "str | Segments":
    """Return a page in a format, as text or, for a screen that draws, as segments.

    ``style`` tells how the reader writes numbers; only what is laid out asks it. ``choices``
    are the layout's own: the sections of a role.
    """
    form = DRAWN if name == "text" and screen.boxes else FORMATS[name]
    subject = page if form.as_data else laid_out(page, screen, style, **choices)
    output: str | Segments = load(form.renderer)(subject, screen)
    return output


def laid_out(
    page: Any, screen: Screen, style: Callable[[], Mapping[str, Any]], **choices: Any
) -> "Document":
    """Return a page as blocks; ``style`` and ``choices`` as in ``render``."""
    document: Document = _laid_out(page, _words(page, screen, style), **choices)
    return document


def cited(
    page: Any, screen: Screen, style: Callable[[], Mapping[str, Any]]
) -> "tuple[Source, ...]":
    """Return the sources of a page in the order of its notes."""
    words = _words(page, screen, style)
    _laid_out(page, words)
    return tuple(source for _number, source in words.notes)


def _words(page: Any, screen: Screen, style: Callable[[], Mapping[str, Any]]) -> "Words":
    from careercli.locale import Numbers
    from careercli.render.words import Words

    return Words(Numbers(style(), screen.ascii_only), getattr(page, "sources", ()))


def _laid_out(page: Any, words: "Words", **choices: Any) -> Any:
    document = load(LAYOUTS[type(page).__name__])(page, words, **choices)
    if glosses := getattr(page, "glosses", ()):
        document = load("careercli.render.glossing:glossed")(document, glosses)
    return document


def load(name: str) -> Any:
    """Return what a registry names as ``module:function``, imported now."""
    module, _colon, function = name.partition(":")
    return getattr(import_module(module), function)
