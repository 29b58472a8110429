"""What somebody searches for: words, or what is one word to them, as the index takes it."""

import re
from itertools import combinations
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.spelling import known_forms
from careercli.names import name_key

PREFIX = 4  # letters; a shorter word is looked for as a whole
MOST = 8  # words of which two are enough
LONGEST = 30  # words; more are no search

STOP_WORDS = frozenset(
    name_key(
        """
        a an and are as at be by can do for from get how i in is job jobs me my of on or the to
        want what where which who with work working
        aan als baan banen bij dat de die een en er het hoe iets ik maar met mijn naar of om op te
        tot van voor waar wat werk werken wie wil word worden
        """
    ).split()
)
"""Words that say nothing of a job; left out where others are left."""


class Query(NamedTuple):
    """What was typed, the words that are looked for, and where roles must come from, if anywhere.

    ``forms`` has each word with the other forms of it that stand in names or skills; what was
    typed as one, in quotes or with a sign (P&O), is one word here. Who is still typing has the last
    word ``unfinished``: in a name it may go on however short it is.
    """

    typed: str
    words: tuple[str, ...]
    forms: tuple[list[str], ...]
    origin: str | None
    unfinished: bool = False

    def expression(self) -> str:
        """Return the FTS5 query for all of the words, or how they begin."""
        return " AND ".join(map(_any_of, self.forms))

    def names(self) -> str:
        """Return the FTS5 query for a name: all words, the last as it may go on."""
        *before, last = self.forms
        least = 1 if self.unfinished else PREFIX
        return " AND ".join((*(_any_of(forms, star="") for forms in before), _any_of(last, least)))

    def only(self, place: int) -> "Query":
        """Return the query for the word at a place alone."""
        word = self.words[place]
        return Query(word, (word,), (self.forms[place],), self.origin)

    def any_two(self) -> str:
        """Return the FTS5 query for two of the words, whichever."""
        pairs = combinations(map(_any_of, self.forms[:MOST]), 2)
        return " OR ".join(f"({one} AND {other})" for one, other in pairs)


def _any_of(forms: list[str], least: int = PREFIX, star: str = "*") -> str:
    """Return one of these words: quoted, so that none is read as syntax; a star goes on."""
    words = (f'"{form}"' + star * (len(form) >= least) for form in forms)
    return f"({' OR '.join(words)})"


def parse(
    catalogue: Catalogue, typed: str, origin: str | None, *, unfinished: bool = False
) -> Query:
    """Return the words of what was typed, without stop words where others are left."""
    words: list[str] = []
    for quoted, bare in re.findall(r'"([^"]+)"|([^\s"]+)', typed):
        key = name_key(quoted or bare)
        as_one = quoted or ("&" in bare and len(key) <= PREFIX)
        words += [key] if as_one else (word.lstrip("+#") for word in key.split())
    telling = [word for word in words if word not in STOP_WORDS]
    kept = tuple(filter(None, telling or words))[:LONGEST]
    forms = tuple([word, *known_forms(catalogue, word)] for word in kept)
    return Query(typed, kept, forms, origin, unfinished)
