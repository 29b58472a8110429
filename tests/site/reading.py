"""What a browser would make of the files of a site, as far as tests ask."""

from html.parser import HTMLParser
from posixpath import dirname, join, normpath

VOID = {"meta", "link", "input", "rect", "text", "br"}
NAMED = {"caption", "th", "h1", "h2", "h3", "a", "button", "label", "title"}


class Page(HTMLParser):
    """The elements of a page: every start tag; faults are what is not closed or has no name."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.faults: list[str] = []
        self._open: list[str] = []
        self._named = True
        self.feed(text)
        self.close()
        self.faults += self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a start tag."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if ("aria-label", "") in attrs:
            self.faults.append(f"{tag} has an empty name")
        self._named = tag not in NAMED
        if tag not in VOID - {"text"}:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element that is closed at once."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Close the last element, which must be this one, and has words if it names something."""
        if tag in NAMED and not self._named:
            self.faults.append(f"{tag} is empty")
        if not self._open or self._open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data: str) -> None:
        """See that there are words."""
        self._named = self._named or bool(data.strip())

    def all(self, tag: str) -> list[dict[str, str]]:
        """Return the attributes of every element of a name."""
        return [attributes for name, attributes in self.tags if name == tag]

    def ids(self) -> list[str]:
        """Return every id."""
        return [attributes["id"] for _tag, attributes in self.tags if "id" in attributes]


def target(path: str, address: str) -> str:
    """Return which file of the site an address on a page leads to."""
    return normpath(join(dirname(path), address.partition("#")[0].partition("?")[0]))
