"""The line on which a key of a TOML file stands.

A TOML parser gives values without their lines, and a message without a line sends
people searching. This scanner reads the text once, line by line; it need not be a
parser, since it only runs on text that tomli has accepted or refused already.
"""

import re
from collections.abc import Iterator

Loc = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*[A-Za-z0-9_"'-]+)*)\s*=""")
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"' + r"|'[^'\n]*'")


def _parts(dotted: str) -> list[str]:
    return [part.strip().strip("\"'") for part in dotted.split(".")]


class _Tables:
    """Counts the entries of arrays of tables: the second [[skills]] is ("skills", 1)."""

    def __init__(self) -> None:
        self._count: dict[Loc, int] = {}

    def enter(self, brackets: str, dotted: str) -> Loc:
        loc: Loc = ()
        parts = _parts(dotted)
        for i, part in enumerate(parts):
            loc = (*loc, part)
            if brackets == "[[" and i == len(parts) - 1:
                self._count[loc] = self._count.get(loc, -1) + 1
            if loc in self._count:
                loc = (*loc, self._count[loc])
        return loc


def _delimiter_left_open(line: str) -> str | None:
    """Return the multi-line string delimiter that is still open at the end of the line."""
    bare = line
    for delimiter in ('"""', "'''"):
        if bare.count(delimiter) % 2:
            return delimiter
    return None


def _depth(line: str) -> int:
    """Return by how many brackets the line opens more than it closes, strings aside."""
    bare = _STRING.sub("", line).split("#")[0]
    return bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}")


def key_lines(text: str) -> dict[Loc, int]:
    """Return the first line, counted from 1, of every table and key of a TOML text.

    A key inside an inline table or array is not listed; ``line_of`` finds its line.
    """
    found: dict[Loc, int] = {}
    tables = _Tables()
    table: Loc = ()
    waiting_for: str | None = None  # the end of a multi-line string
    depth = 0  # of a value that goes on over lines
    for number, line in enumerate(text.splitlines(), start=1):
        if waiting_for:
            if waiting_for in line:
                waiting_for = None
            continue
        if depth > 0:
            depth += _depth(line)
            continue
        if header := _HEADER.match(line):
            table = tables.enter(header[1], header[2])
            found.setdefault(table, number)
            if table and isinstance(table[-1], int):
                found.setdefault(table[:-1], number)
        elif key := _KEY.match(line):
            found.setdefault((*table, *_parts(key[1])), number)
            value = line[key.end() :]
            waiting_for = _delimiter_left_open(value)
            depth = 0 if waiting_for else _depth(value)
    return found


def line_of(text: str, lines: dict[Loc, int], loc: Loc, value: object = None) -> int:
    """Return the line of ``loc``, or of the nearest key above it that has one.

    ``value`` helps where the key sits in an inline table or array: the first line
    from there on that holds it as a string is taken.
    """
    at, exact = 1, False
    for length in range(len(loc), 0, -1):
        if loc[:length] in lines:
            at, exact = lines[loc[:length]], length == len(loc)
            break
    if exact or not isinstance(value, str):
        return at
    return next(_lines_with(text, value, at), at)


def _lines_with(text: str, value: str, start: int) -> Iterator[int]:
    quoted = (f'"{value}"', f"'{value}'")
    for number, line in enumerate(text.splitlines(), start=1):
        if number >= start and any(form in line for form in quoted):
            yield number
