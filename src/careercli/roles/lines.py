"""The line on which a key of a TOML file stands.

A TOML parser gives values without their lines, and a message without a line sends
people searching. This scanner reads the text once; it need not be a parser, since it
only runs on text that tomli has accepted already.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import tomli

Loc = tuple[str | int, ...]

_STRING = r'"(?:[^"\\\n]|\\.)*"' + r"|'[^'\n]*'"
_PART = rf"(?:[A-Za-z0-9_-]+|{_STRING})"
_DOTTED = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_DOTTED})[ \t]*\]")
_KEY = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")
# Whatever a line's end or a bracket could hide in, then these themselves.
_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}' + rf"|'''.*?'{{3,5}}|{_STRING}|#[^\n]*|[\[\]{{}}\n]", re.DOTALL
)


def _parts(dotted: str) -> list[str]:
    parts = re.findall(_PART, dotted)
    return [tomli.loads(f"key = {p}")["key"] if p[0] in "\"'" else p for p in parts]


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


def _statements(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offset and the line of every line that does not go on with a value above it."""
    depth, number = 0, 1
    yield 0, number
    for token in _TOKEN.finditer(text):
        number += token[0].count("\n")
        if token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth -= 1
        elif token[0] == "\n" and depth == 0:
            yield token.end(), number


class Chunk(NamedTuple):
    """A statement of a TOML text, or a line between two: a comment, an empty line.

    ``loc`` is the table or key that it begins, or for a line between the table it stands in.
    """

    loc: Loc
    line: int
    text: str
    is_header: bool = False
    is_key: bool = False


def chunks(text: str) -> Iterator[Chunk]:
    """Yield a TOML text in pieces that together are the text."""
    tables = _Tables()
    table: Loc = ()
    starts = list(_statements(text))
    for (start, line), (end, _line) in zip(starts, (*starts[1:], (len(text), 0)), strict=True):
        piece = text[start:end]
        if header := _HEADER.match(text, start):
            table = tables.enter(header[1], header[2])
            yield Chunk(table, line, piece, is_header=True)
        elif key := _KEY.match(text, start):
            yield Chunk((*table, *_parts(key[1])), line, piece, is_key=True)
        else:
            yield Chunk(table, line, piece)


def key_lines(text: str) -> dict[Loc, int]:
    """Return the first line, counted from 1, of every table and key of a TOML text.

    A key inside an inline table or array is not listed; ``line_of`` finds its line.
    """
    found: dict[Loc, int] = {}
    for chunk in chunks(text):
        if chunk.is_header or chunk.is_key:
            found.setdefault(chunk.loc, chunk.line)
        if chunk.is_header and chunk.loc and isinstance(chunk.loc[-1], int):
            found.setdefault(chunk.loc[:-1], chunk.line)
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
    for number, line in enumerate(text.split("\n"), start=1):
        if number >= start and any(form in line for form in quoted):
            yield number
