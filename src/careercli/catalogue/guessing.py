"""Where a title that no index has is likely counted: where the titles are that end as it does.

"Betonstaallasser" ends in "lasser", and nearly all titles that do are counted with the welders.
That is a guess, and is shown as one, with the count that it rests on.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.naming import Called, called
from careercli.catalogue.spelling import other_forms
from careercli.locale import translate as _
from careercli.names import name_key, plain_title, readings

MOST_OF = 0.75  # of the titles with the same end must be in one group
LEAST = 4  # titles; fewer show nothing, unless the end is a title itself
TAIL = 5  # letters of a Dutch compound: lasser, monteur
WORD = re.compile("[a-z]{3,}")  # what an end must hold


class Likely(NamedTuple):
    """The end of a title, and how many of the titles that end so are in one group.

    ``called`` is that group, or the written role that is called as the end and is counted there.
    """

    head: str
    there: int
    titles: int
    group: str
    called: Called

    def told(self) -> str:
        """Return what the guess rests on."""
        told = _(
            'Likely, for {there} of the {count} titles that end in "{head}" are counted together:'
        )
        return told.format(there=self.there, count=self.titles, head=self.head)


def likely(catalogue: Catalogue, typed: str) -> Likely | None:
    """Return where most titles are counted that end as this one; None where they do not agree."""
    for language in dict.fromkeys((catalogue.reader.language, "en", "nl")):
        for head, pattern in _heads(catalogue, typed, language):
            if found := _where(catalogue, head, pattern, language):
                return found
    return None


def _heads(catalogue: Catalogue, typed: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield the ends of a title, the longest first, each with the pattern of keys that end so."""
    plain = plain_title(typed)
    first, _comma, rest = plain.partition(",")
    for title in dict.fromkeys((*readings(plain), first if rest else plain)):
        words = name_key(_SPECIFIES.sub("", title)).split()
        for place in range(len(words)):
            if WORD.search(" ".join(words[place:])):
                for form in _forms(words[place:]):
                    yield form, f"% {form}"
        if language == "nl" and words:
            yield from ((tail, f"%{tail}") for tail in _tails(catalogue, words[-1]))


def _forms(words: list[str]) -> Iterator[str]:
    """Yield an end as it stands, and with its last word in other forms."""
    *before, last = words
    return (" ".join((*before, form)) for form in (last, *other_forms(last)))


def _tails(catalogue: Catalogue, word: str) -> list[str]:
    """Return the words that end a Dutch compound, the longest first."""
    rows = catalogue.rows(
        "SELECT DISTINCT word FROM word WHERE word IN (SELECT value FROM json_each(:tails)) "
        "AND language = 'nl' ORDER BY length(word) DESC",
        tails=json.dumps([word[place:] for place in range(1, len(word) - TAIL + 1)]),
    )
    return [row["word"] for row in rows]


_SPECIFIES = re.compile(
    r"\s(of|for|in|at|with|to|on|van|voor|in|bij|met|op|aan|and|en|&)\s.*", re.IGNORECASE
)
"""What follows is no end of a title: director of nursing, winkelier in rijwielen."""


def _where(catalogue: Catalogue, head: str, pattern: str, language: str) -> Likely | None:
    rows = catalogue.rows(
        "SELECT DISTINCT key, isco08 FROM counted WHERE language = :wanted "
        "AND (key = :head OR key LIKE :pattern) "
        "UNION SELECT DISTINCT key, isco08 FROM name JOIN role ON role.id = name.role "
        "WHERE kind = 'role' AND (language = :wanted OR language IS NULL) AND rank <> 3 "
        "AND (key = :head OR key LIKE :pattern)",
        wanted=language,
        head=head,
        pattern=pattern,
    )
    groups = Counter(row["isco08"] for row in rows)
    if not groups:
        return None
    ((group, there),) = groups.most_common(1)
    titles = len({row["key"] for row in rows})
    itself = any(row["key"] == head for row in rows)
    if there < MOST_OF * sum(groups.values()) or (titles < LEAST and not itself):
        return None
    found = called(catalogue, head)
    role = found.role
    if role is not None and catalogue.role(role)["isco08"] != group:
        role = None
    return Likely(head, there, titles, group, Called((role,)) if role else Called((), (group,)))
