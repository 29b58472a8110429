"""Search: who is called so, who has the words in a name, asks for such a skill, mentions it.

What was found so is an answer, in that order. What only may be meant is a guess, kept apart: where
titles are counted that end as this one, names that differ by a slip, pages with some of the words.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.guessing import NO_GUESS, guess
from careercli.catalogue.guessing import NearGroup as Near
from careercli.catalogue.heads import Likely
from careercli.catalogue.hits import Found, hits_of
from careercli.catalogue.naming import called, written_among
from careercli.catalogue.query import parse
from careercli.catalogue.role_row import Item
from careercli.catalogue.schema import begins
from careercli.catalogue.steps import by_words, called_so, written_in
from careercli.catalogue.suggesting import NOTHING, suggestions
from careercli.errors import NotFoundError
from careercli.locale import translate as _
from careercli.names import name_key, sanitize
from careercli.pages import LikelyGroup, NearGroup, SearchPage, Term

WAYS = ("name", "group", "skill", "text")
"""How a role may be found, what is most sure first."""


def search_page(
    catalogue: Catalogue, typed: str, limit: int | None = None, origin: str | None = None
) -> SearchPage:
    """Return what was found, up to a limit; if no name and no skill was, what may be meant.

    ``a OR b`` finds both. ``origin`` keeps to roles from there. Raises NotFoundError if there is
    neither.
    """
    found, groups = _found(catalogue, typed, origin)
    answered = groups or any(hit.by != "text" for hit in found)
    is_known = groups or origin or _is_firm(catalogue, found)
    guessed = NO_GUESS if is_known else guess(catalogue, typed)
    known = {hit.role for hit in found}
    meant = NOTHING if answered else suggestions(catalogue, typed, origin, known)
    near = () if meant.corrected else guessed.near
    if not (found or groups or guessed.likely or near or any(meant)):
        nothing = _('Nothing found for "{words}".').format(words=sanitize(typed)[:80])
        try_ = _("Try fewer or other words, or careers list.")
        raise NotFoundError(f"{nothing} {try_}")
    hits = tuple(hits_of(catalogue, found[:limit]))
    guesses = tuple(hits_of(catalogue, meant.roles[:limit]))
    year = catalogue.leading("quartiles").period
    return SearchPage(
        language=catalogue.reader.language,
        query=typed,
        corrected=meant.corrected,
        per=catalogue.reader.per,
        hours_per_week=catalogue.reader.hours_per_week,
        minimum=catalogue.minimum_for(year, hits, guesses),
        pay_period=year,
        found=len(found),
        exposure_note=catalogue.exposure_note,
        hits=hits,
        groups=_named(catalogue, groups),
        likely=guessed.likely and _likely_group(catalogue, guessed.likely),
        guesses=guesses,
        guessed_groups=_named(catalogue, meant.groups),
        near=_near(catalogue, near),
    )


class AsTyped(NamedTuple):
    """What there is for words that somebody is typing, the best first; or what may be meant.

    The first ones, as many as ``named``, are called so; the others mention it.
    """

    items: tuple[Item, ...]
    named: int = 0
    is_guess: bool = False


def search_as_typed(catalogue: Catalogue, typed: str) -> AsTyped:
    """Return what ``search_page`` finds, for words of which the last may go on.

    Groups of which a counted title begins so come after the names.
    """
    unfinished = typed[-1:].isalnum()
    found, groups = _found(catalogue, typed, None, unfinished=unfinished)
    named = [hit.role for hit in found if hit.by == "name"]
    begun = _groups_begun(catalogue, typed) if unfinished else []
    others = (hit.role for hit in found if hit.by != "name")
    called: dict[Item, None] = dict.fromkeys((*named, *groups, *begun))
    items: tuple[Item, ...] = tuple(dict.fromkeys((*called, *others)))
    if items:
        return AsTyped(items, len(called))
    likely, near = guess(catalogue, typed)
    meant = suggestions(catalogue, typed, None, set())
    near = () if meant.corrected else near
    roles = [*(likely.called.roles if likely else ()), *(hit.role for hit in meant.roles)]
    counted = [*([likely.group] if likely else ()), *meant.groups, *(one.group for one in near)]
    return AsTyped(tuple(dict.fromkeys((*roles, *counted))), is_guess=True)


_LEAST_BEGUN = 3  # letters; fewer begin titles of everything


def _groups_begun(catalogue: Catalogue, typed: str) -> list[str]:
    """Return the groups of which a title in the reader's language begins as typed."""
    key = name_key(typed)
    if len(key) < _LEAST_BEGUN:
        return []
    rows = catalogue.rows(
        f"SELECT isco08 FROM counted WHERE {begins('key', ':key')} AND language = :language "
        "AND NOT narrower GROUP BY isco08 ORDER BY COUNT(*) DESC, isco08",
        key=key,
    )
    return [row["isco08"] for row in rows]


def _named(catalogue: Catalogue, groups: Iterable[str]) -> tuple[Term, ...]:
    return tuple(Term(code, catalogue.group_name(code)) for code in groups)


def _is_firm(catalogue: Catalogue, found: Iterable[Found]) -> bool:
    """Return whether something is called so, or a written role has it in its names or skills.

    That the words stand in one of the sixty names of an imported occupation says little.
    """
    hits = [hit for hit in found if hit.by != "text"]
    return any(hit.whole for hit in hits) or bool(
        written_among(catalogue, [hit.role for hit in hits])
    )


def _found(
    catalogue: Catalogue, typed: str, origin: str | None, *, unfinished: bool = False
) -> tuple[list[Found], list[str]]:
    """Return what was found of everything that is asked for at once: roles, and groups by name."""
    found: dict[int, Found] = {}
    groups: list[str] = []
    for part in _parts(catalogue, typed, origin):
        query = parse(catalogue, part, origin, unfinished=unfinished)
        name = called(catalogue, part, origin)
        groups += name.groups
        for hit in (*called_so(catalogue, part, query, name), *by_words(catalogue, query)):
            found.setdefault(hit.role, hit)
        if name.groups and not any(hit.by == "name" for hit in found.values()):
            found = {hit.role: hit for hit in written_in(catalogue, query, name.groups)} | found
    ordered = sorted(found.values(), key=lambda hit: WAYS.index(hit.by))
    return ordered, list(dict.fromkeys(groups))


def _parts(catalogue: Catalogue, typed: str, origin: str | None) -> list[str]:
    """Return what is asked for at once: parted by OR; by or, a comma too if each part is a name."""
    parts = [part for part in re.split(r"\s+OR\s+", typed) if part.strip()]
    listed = [part for part in re.split(r",|\s+(?:or|of)\s+", typed) if part.strip()]
    if len(parts) == 1 < len(listed) and not any(called(catalogue, typed, origin)):
        each_is_a_name = all(any(called(catalogue, part, origin)) for part in listed)
        return listed if each_is_a_name else parts
    return parts


def _likely_group(catalogue: Catalogue, guess: Likely) -> LikelyGroup:
    roles = tuple(catalogue.ref(role) for role in guess.called.roles)
    group = Term(guess.group, catalogue.group_name(guess.group))
    return LikelyGroup(*guess[:4], group, roles)


def _near(catalogue: Catalogue, near: Iterable[Near]) -> tuple[NearGroup, ...]:
    return tuple(
        NearGroup(
            group=Term(one.group, catalogue.group_name(one.group)),
            is_likely=one.is_likely,
            titles=one.titles,
            roles=tuple(catalogue.ref(role) for role in one.roles),
        )
        for one in near
    )
