"""XML as nested values, read with the parser of the standard library (Expat).

A document type is refused before it is read: entities that grow, and those that open other files,
can be declared nowhere else, and no CV has one. So nothing is needed beside the standard library.
"""

from typing import Any
from xml.parsers import expat

from careercli.locale import translate as _
from careercli.resumes.file import Text, wrong

_MAX_DEPTH = 100  # elements in one another; Europass has some twelve


def elements_of(file: Text) -> dict[str, Any]:
    """Return the root by its name: elements are dicts of lists, and strings where they hold text.

    Names lose their namespace, and a ``FooList`` gives what it holds to the element around it.
    Raises InvalidDataError, with the line, if it is no XML, is cut off, or has a document type.
    """
    reading = _Reading(file.where)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = reading.refuse
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    place = ""
    try:
        parser.Parse(file.text.lstrip(), True)  # noqa: FBT003 - Expat's own, without a name
    except expat.ExpatError as error:
        place = f"{file.where}:{error.lineno}:{error.offset + 1}"
    if place:
        raise wrong(place, _("is no XML from here on, or is cut off; save or download it again"))
    return reading.root


class _Reading:
    """The elements that are open, the innermost last: what they hold, by name, and as text."""

    def __init__(self, where: str) -> None:
        self.root: dict[str, Any] = {}
        self._where = where
        self._open: list[tuple[dict[str, list[Any]], list[str]]] = []

    def refuse(self, *_declared: object) -> None:
        told = _("has a document type (<!DOCTYPE), which no CV has; take it out, or download again")
        raise wrong(self._where, told)

    def start(self, _name: str, _attributes: object) -> None:
        if len(self._open) == _MAX_DEPTH:
            raise wrong(self._where, _("is nested too deep for a resume; download it again"))
        self._open.append(({}, []))

    def text(self, text: str) -> None:
        self._open[-1][1].append(text)

    def end(self, name: str) -> None:
        name = name.rpartition(" ")[2]
        inner, texts = self._open.pop()
        text = "".join(texts)
        if not self._open:
            self.root = {name: inner or text}
        elif inner and name.endswith("List"):
            for other, values in inner.items():
                self._open[-1][0].setdefault(other, []).extend(values)
        else:
            if inner and text.strip():
                inner[""] = [text]
            self._open[-1][0].setdefault(name, []).append(inner or text)
