"""What may be meant where nothing was found: names that differ by a slip, some of the words."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.heads import known_parts
from careercli.catalogue.hits import FIELDS, Found
from careercli.catalogue.naming import Called, called
from careercli.catalogue.query import Query, parse
from careercli.catalogue.spelling import meant_by
from careercli.catalogue.steps import (
    BY_ITS_TEXT,
    by_alias,
    by_title,
    by_words,
    called_so,
    matched,
)

GUESSED = 5  # pages that are offered as a guess


class Meant(NamedTuple):
    """What may be meant: words of which those that were typed are slips, roles, groups."""

    corrected: str | None = None
    roles: tuple[Found, ...] = ()
    groups: tuple[str, ...] = ()


NOTHING = Meant()


def suggestions(
    catalogue: Catalogue, typed: str, origin: str | None, known: Collection[int]
) -> Meant:
    """Return what may be meant, by slips if there are any."""
    query = parse(catalogue, typed, origin)
    corrected = _corrected(catalogue, query)
    if corrected is not None:
        read = parse(catalogue, corrected, origin)
        name = called(catalogue, corrected, origin)
        found = [*called_so(catalogue, corrected, read, name), *by_words(catalogue, read)]
        if found or name.groups:
            return Meant(corrected, _few(found, known), name.groups)
    found = [*_parts(catalogue, query), *_some_words(catalogue, query)]
    return Meant(roles=_few(found, known))


def _corrected(catalogue: Catalogue, query: Query) -> str | None:
    """Return the words that are meant, if one of those that were typed is a slip."""
    meant = tuple(meant_by(catalogue, word) or word for word in query.words)
    return " ".join(meant) if meant != query.words else None


def _parts(catalogue: Catalogue, query: Query) -> Iterator[Found]:
    """Yield the roles that a part of the title is a name of, also of several: a nurse where."""
    language = catalogue.reader.language
    for part in known_parts(catalogue, list(query.words), language):
        name = called(catalogue, part, query.origin)
        yield from called_so(catalogue, part, query, name)


def _some_words(catalogue: Catalogue, query: Query) -> Iterator[Found]:
    """Yield the roles that have two of the words, then those that are called as one of them.

    That is the last one, as in math teacher, or the first, as in operator drukken.
    """
    pairs = query.any_two()
    for row in matched(catalogue, query, pairs, BY_ITS_TEXT) if pairs else ():
        yield Found(row["found"], "guess", query, FIELDS)
    for place in (-1, 0) if pairs else ():
        yield from by_title(catalogue, query.only(place))


def _few(hits: Iterable[Found], known: Collection[int]) -> tuple[Found, ...]:
    """Return the first of the roles that are not known yet, as guesses."""
    new: dict[int, Found] = {}
    for hit in hits:
        if hit.role not in known:
            new.setdefault(hit.role, hit._replace(by="guess"))
    return tuple(new.values())[:GUESSED]


def is_slip(catalogue: Catalogue, typed: str) -> bool:
    """Return whether it is the name of something, but for a slip."""
    corrected = _corrected(catalogue, parse(catalogue, typed, None))
    return corrected is not None and any(called(catalogue, corrected))


def named_like(catalogue: Catalogue, typed: str, origin: str | None = None) -> Called:
    """Return what may be meant by a name that nothing has: what has its words, or a slip of it."""
    query = parse(catalogue, typed, origin)
    if not query.words:
        return Called()
    corrected = _corrected(catalogue, query)
    if corrected is not None:
        if any(near := called(catalogue, corrected, origin)):
            return near
        query = parse(catalogue, corrected, origin)
    found = (hit.role for step in (by_title, by_alias) for hit in step(catalogue, query))
    return Called(tuple(dict.fromkeys(found)))
