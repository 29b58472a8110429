"""Where a title that no index has may be counted: where the titles are that end as it does.

"Betonstaallasser" ends in "lasser", and nearly all titles that do are counted with the welders.
That is a guess, which ``guessing.py`` holds against the titles that are most like it.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.naming import LONGEST, Called, called
from careercli.catalogue.schema import ABROAD
from careercli.catalogue.spelling import other_forms
from careercli.names import name_key, parts_of, plain_title, readings, written_out

MOST_OF = 0.75  # of the titles with the same end must be in one group
HALF = 0.5  # is enough where the head is a title itself, and counted there
ENDS = 3  # titles that end in a word make it the word for a job
LEAST = 6  # titles; fewer show nothing, unless the head is a title itself
TAIL = 5  # letters of a Dutch compound: lasser, monteur
WORD = re.compile("[a-z]{3,}")  # what a head must hold
LEAST_WORDS = {"en": 2, "nl": 1}  # of a part that is a title: Dutch specifies behind the job
MOST_WORDS = 5
_TWO = 2  # words that Dutch has in either order: planner logistiek, logistiek planner


class Likely(NamedTuple):
    """How a title ends, or begins, and how many of the titles that do so are in one group.

    ``called`` is that group, or the written role that is called so and is counted there.
    """

    head: str
    at_end: bool
    there: int
    titles: int
    group: str
    called: Called


class _Head(NamedTuple):
    """Words that may be the job in a title, where they stand in it."""

    words: str
    at_end: bool = True
    compound: bool = False  # the end of a word


def likely(catalogue: Catalogue, typed: str) -> Likely | None:
    """Return where most titles are counted that end as this one, or begin so, if they agree."""
    if len(typed) > LONGEST:
        return None
    language = catalogue.reader.language
    found = (_where(catalogue, head, language) for head in _heads(catalogue, typed, language))
    return next(filter(None, found), None)


def _heads(catalogue: Catalogue, typed: str, language: str) -> Iterator[_Head]:
    """Yield the ends of a title, then its beginnings, the longest first.

    The job stands in any part of an advertisement: Band 6 - Locum Physiotherapist - London.
    """
    for part in dict.fromkeys((plain_title(typed), *parts_of(typed))):
        yield from _heads_of(catalogue, written_out(part), language)


def _heads_of(catalogue: Catalogue, plain: str, language: str) -> Iterator[_Head]:
    first, _comma, rest = plain.partition(",")
    titles = dict.fromkeys((*readings(plain), first if rest else plain))
    said = [name_key(_SPECIFIES.sub("", title)).split() for title in titles]
    if language == "en":
        said = [_up_to_a_job(catalogue, words) for words in said]
    for words in said:
        for place in range(len(words)):
            yield from (_Head(form) for form in _forms(words[place:]))
        if language == "nl" and words:
            yield from (_Head(tail, compound=True) for tail in _tails(catalogue, words[-1]))
    for words in said:
        yield from (_Head(head, at_end=False) for head in known_parts(catalogue, words, language))


def _up_to_a_job(catalogue: Catalogue, words: list[str]) -> list[str]:
    """Return English words without the last ones, in which no title ends: scaffolder part 2."""
    rows = catalogue.rows(
        "SELECT last FROM counted WHERE language = 'en' AND place < :abroad "
        "AND last IN (SELECT value FROM json_each(:words)) "
        "GROUP BY last HAVING COUNT(DISTINCT key) >= :enough",
        abroad=ABROAD,
        enough=ENDS,
        words=json.dumps([form for word in words for form in (word, *other_forms(word))]),
    )
    jobs = {row["last"] for row in rows}
    ends = [
        place
        for place, word in enumerate(words, start=1)
        if WORD.search(word) and not jobs.isdisjoint((word, *other_forms(word)))
    ]
    return words[: max(ends, default=0)]


def known_parts(catalogue: Catalogue, words: list[str], language: str) -> list[str]:
    """Return the parts of a title that are titles themselves, in whatever form, the longest first.

    What stands behind one says where, or of what: doktersassistente huisartsenpraktijk.
    """
    spans = [
        (end - start, -start, words[start:end])
        for start in range(len(words))
        for end in range(start + LEAST_WORDS[language], min(len(words), start + MOST_WORDS))
    ]
    parts = [
        form
        for *_place, said in sorted(spans, reverse=True)
        for turned in ((said, said[::-1]) if language == "nl" and len(said) == _TWO else (said,))
        for form in _forms(turned)
    ]
    rows = catalogue.rows(
        "SELECT key FROM counted WHERE key IN (SELECT value FROM json_each(:parts)) "
        "UNION SELECT key FROM name WHERE key IN (SELECT value FROM json_each(:parts))",
        parts=json.dumps(parts),
    )
    known = {row["key"] for row in rows}
    return [part for part in dict.fromkeys(parts) if part in known]


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


def _where(catalogue: Catalogue, head: _Head, language: str) -> Likely | None:
    """Return the group of most titles with a head, if they agree."""
    if not WORD.search(head.words):
        return None
    rows = catalogue.rows(
        "SELECT DISTINCT key, isco08 FROM counted "  # noqa: S608 - the places are ours
        f"WHERE language = :wanted AND ({_PLACE[head[1:]]}) AND place < :abroad "
        "AND key NOT LIKE '% of %'",  # a director of marketing is no marketing
        wanted=language,
        head=head.words,
        last=head.words.rpartition(" ")[2],
        pattern=f"%{head.words}" if head.compound else f"% {head.words}",
        # What the crosswalks agree on is no fair sample of the titles that end so.
        abroad=ABROAD,
    )
    groups = Counter(row["isco08"] for row in rows)
    if not groups:
        if language != "nl" or head.compound:
            return None  # no page would count, whatever it is called
        return _page_called(catalogue, head, called(catalogue, head.words))
    ((group, there),) = groups.most_common(1)
    titles = len({row["key"] for row in rows})
    name = called(catalogue, head.words)
    role = name.role if name.role and catalogue.role(name.role)["isco08"] == group else None
    itself = role is not None or name.group == group
    share, least = (HALF, 1) if itself else (MOST_OF, LEAST)
    if there < share * sum(groups.values()) or titles < least:
        return _page_called(catalogue, head, name) if language == "nl" else None
    found = Called((), (group,)) if role is None else Called((role,))
    return Likely(head.words, head.at_end, there, titles, group, found)


def _page_called(catalogue: Catalogue, head: _Head, name: Called) -> Likely | None:
    """Return the group of the page that is called just as a head, though titles with it disagree.

    In Dutch what stands beside the name of a job says where, or of what: procesoperator chemie.
    """
    if name.role is None or head.compound or len(head.words) <= TAIL:
        return None  # a chef leads a kitchen, or anything
    role = catalogue.role(name.role)
    if role["kind"] != "role":
        return None
    return Likely(head.words, head.at_end, 1, 1, role["isco08"], Called((name.role,)))


_PLACE = {
    (True, False): "last = :last AND (key = :head OR key LIKE :pattern)",
    (True, True): "key = :head OR key LIKE :pattern",
    (False, False): "key = :head OR (key > :head || ' ' AND key < :head || '!')",
}
"""How titles with a head are found, by where it stands: each by its index."""
