"""What a browser would make of the files of a site, as far as tests ask."""

from html.parser import HTMLParser
from posixpath import dirname, join, normpath

VOID = {"meta", "link", "input", "rect", "text", "br"}


class Page(HTMLParser):
    """The elements of a page: every start tag, and what was never closed or never opened."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.faults: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        self.faults += self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a start tag."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID - {"text"}:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element that is closed at once."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Close the last element, which must be this one."""
        if not self._open or self._open.pop() != tag:
            self.faults.append(tag)

    def all(self, tag: str) -> list[dict[str, str]]:
        """Return the attributes of every element of a name."""
        return [attributes for name, attributes in self.tags if name == tag]

    def ids(self) -> list[str]:
        """Return every id."""
        return [attributes["id"] for _tag, attributes in self.tags if "id" in attributes]


def target(path: str, address: str) -> str:
    """Return which file of the site an address on a page leads to."""
    return normpath(join(dirname(path), address.partition("#")[0].partition("?")[0]))
