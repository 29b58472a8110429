"""Make the files of a site from a catalogue: a page for each role and group in each language."""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.directory import (
    groups_by_major,
    roles_by_field,
    unit_groups,
    written_roles,
)
from careercli.catalogue.groups import group_page
from careercli.catalogue.listing import sources_page
from careercli.catalogue.next_page import Known, next_page
from careercli.catalogue.role_page import role_page
from careercli.locale import LANGUAGES, speak
from careercli.pages import RolePage
from careercli.render import laid_out
from careercli.render.blocks import Document
from careercli.render.data import to_json_line
from careercli.render.html import fragment, stylesheet
from careercli.screen import Screen
from careercli.site import data, words
from careercli.site.card import card

SCREEN = Screen(80, boxes=False, color=False, ascii_only=False)
NEXT = 8
"""Moves that a page has room for; ``careers next`` has them all."""
STATIC = ("site.js", "icon.svg")
FOLDERS = {"role": "role", "group": "group"}
"""The folder of each kind of page."""


class File(NamedTuple):
    """A file of a site: where in the folder it stands, and what is in it: text, or a picture."""

    path: str
    content: str | bytes

    @property
    def data(self) -> bytes:
        """What is written: text as UTF-8."""
        return self.content.encode() if isinstance(self.content, str) else self.content


class Site:
    """All files of a site, made one by one; as many as ``len`` says."""

    def __init__(self, catalogue: Catalogue, url: str = "") -> None:
        """Take an open catalogue, and the address at which the site will stand, if it is known."""
        self._catalogues = {
            lang: Catalogue(catalogue.connection, Reader(lang)) for lang in LANGUAGES
        }
        self._url = url.rstrip("/")
        self._roles, self._groups = written_roles(catalogue), unit_groups(catalogue)
        self._frame = Environment(
            loader=PackageLoader("careercli.site"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def __len__(self) -> int:
        """Return about how many files there are: for each of everything a page and its data.

        And a picture where the address is known: what leads to it has to be a whole address.
        """
        return (3 if self._url else 2) * len(LANGUAGES) * (len(self._roles) + len(self._groups))

    def __iter__(self) -> Iterator[File]:
        """Yield every file; the same catalogue gives the same files."""
        yield File("style.css", stylesheet())
        yield from (File(name, _static(name)) for name in STATIC)
        pages: list[str] = []
        for language, catalogue in self._catalogues.items():
            for file in self._of_language(language, catalogue):
                pages += [file.path] if file.path.endswith(".html") else []
                yield file
        yield self._page("index.html", "welcome.html", "en", title="careers", lead="")
        yield from self._for_crawlers(["index.html", *pages])

    def _of_language(self, language: str, catalogue: Catalogue) -> Iterator[File]:
        """Yield the pages of a language, and what is made of all of them."""
        speak(language)
        whole: list[str] = []
        known = Known.of(catalogue)
        for role in self._roles:
            page = role_page(catalogue, role)
            document = _laid_out(catalogue, page)
            after = next_page(catalogue, role, limit=NEXT, known=known)
            moves = _after(_laid_out(catalogue, after)) if after.moves else None
            whole.append(to_json_line(page))
            yield from self._pages(page, document, moves)
        for code in self._groups:
            page = group_page(catalogue, code, code)
            yield from self._pages(page, _laid_out(catalogue, page), None)
        yield File(f"{language}/roles.jsonl", "".join(whole))
        yield File(f"{language}/search.json", data.search_index(catalogue))
        yield from self._lists(language, catalogue)

    def _pages(self, page: RolePage, document: Document, moves: Document | None) -> Iterator[File]:
        """Yield a page, its data, which is what the command writes as JSON, and its picture."""
        path = f"{page.language}/{FOLDERS[page.kind]}/{page.slug}"
        yield File(f"{path}.json", to_json_line(page))
        shown = card(page, document) if self._url else None
        if shown:
            from careercli.site.picture import picture  # only for a site that will stand somewhere

            yield File(f"{path}.png", picture(shown))
        yield self._page(
            f"{path}.html",
            "page.html",
            page.language,
            title=page.title,
            lead=page.summary,
            content=Markup(fragment(document, _address)),  # noqa: S704 - escaped there
            moves=Markup(fragment(moves, _address)) if moves else "",  # noqa: S704 - likewise
            kind=page.kind,
            slug=page.slug,
            occupation=data.occupation(page),
            picture=f"{path}.png" if shown else "",
            told=shown.told if shown else "",
        )

    def _lists(self, language: str, catalogue: Catalogue) -> Iterator[File]:
        """Yield the pages that lead to all others, and the sources."""
        fields = roles_by_field(catalogue)
        sources = fragment(_laid_out(catalogue, sources_page(catalogue)), _address)
        for name, more in (
            ("index", {"fields": fields}),
            ("groups", {"groups": groups_by_major(catalogue)}),
            ("compare", {"fields": fields}),
            ("sources", {"content": Markup(sources)}),  # noqa: S704 - escaped there
        ):
            title = words.titles()[name]
            yield self._page(
                f"{language}/{name}.html", f"{name}.html", language, title=title, lead="", **more
            )

    def _page(self, path: str, template: str, language: str, **more: Any) -> File:
        """Return a page in the frame, with its way back to the top of the site."""
        root = "../" * path.count("/")
        inside = path.partition("/")[2] or path
        text = self._frame.get_template(template).render(
            path=path,
            root=root,
            url=self._url,
            language=language,
            others=[(lang, f"{root}{lang}/{inside}") for lang in LANGUAGES if lang != language],
            languages={lang: f"{self._url}/{lang}/{inside}" for lang in LANGUAGES},
            words=words.frame(),
            **more,
        )
        return File(path, text)

    def _for_crawlers(self, pages: list[str]) -> Iterator[File]:
        """Yield what tells a crawler of every page; addresses there are whole ones."""
        if not self._url:
            return
        rows = "".join(f"<url><loc>{self._url}/{page}</loc></url>\n" for page in pages)
        name = "http://www.sitemaps.org/schemas/sitemap/0.9"
        head = '<?xml version="1.0" encoding="UTF-8"?>\n'
        yield File("sitemap.xml", f'{head}<urlset xmlns="{name}">\n{rows}</urlset>\n')
        yield File("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {self._url}/sitemap.xml\n")


def _static(name: str) -> str:
    return files("careercli.site").joinpath("static", name).read_text("utf-8")


def _address(slug: str) -> str:
    """Return where a role or group is, as seen from a page of one."""
    folder = FOLDERS["group" if slug.isdigit() else "role"]
    return f"../{folder}/{slug}.html"


def _laid_out(catalogue: Catalogue, page: Any) -> Document:
    document: Document = laid_out(page, SCREEN, lambda: catalogue.number_style)
    return document


def _after(document: Document) -> Document:
    """Return the page of what may come next as a section on the page of its role."""
    first, *rest = document.sections
    titled = first._replace(title=words.frame()["next"])
    return document._replace(headline=None, sections=(titled, *rest))
