"""The one rule for names: what a title leads to, whoever asks.

A slug is a name, and so is a code. Of titles, those in the reader's language go before others; in
each, a role that somebody wrote before a group that counts the title, and that before an imported
occupation. Each is looked for as it stands, then in another form (plumbers, a waitress). What has
no such name is read as an advertisement: "Senior Buyer (m/v) - Breda" is a buyer. A name that
several have is a choice and no answer. Nothing here is guessed: see ``guessing.py``.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.schema import ABROAD, TITLE_INDEXES
from careercli.catalogue.spelling import other_forms
from careercli.names import (
    name_key,
    plain_title,
    readings,
    shortened,
    without_employer,
    written_out,
)

LONGEST = 200  # characters; what is longer is no title
SHORT = 4  # letters; what an import calls something in as few is short for much else
MOST_TURNED = 4  # words of a title that is looked for in another order


class Called(NamedTuple):
    """What has a name: roles by number, groups by code. More than one is a choice."""

    roles: tuple[int, ...] = ()
    groups: tuple[str, ...] = ()

    @property
    def role(self) -> int | None:
        """The one role, where nothing else has the name."""
        return self.roles[0] if len(self.roles) == 1 and not self.groups else None

    @property
    def group(self) -> str | None:
        """The one group, where nothing else has the name."""
        return self.groups[0] if len(self.groups) == 1 and not self.roles else None


NOBODY = Called()


class _Name(NamedTuple):
    """A title by the keys under which it may stand, and where roles must come from, if anywhere."""

    keys: tuple[str, ...]
    origin: str | None


Rules = tuple[Callable[[Catalogue, _Name], Called], ...]
"""Each finds what has a name in its way."""


def called(catalogue: Catalogue, typed: str, origin: str | None = None) -> Called:
    """Return what is called as was typed; with ``origin``, of the roles from there."""
    if known := _known(catalogue, typed.strip(), origin):
        return known
    if len(typed) > LONGEST:
        return NOBODY
    found = (
        _by(rules, catalogue, title, origin) or _read(rules, catalogue, title, origin)
        for rules in (_RULES, _LAST_RULES)
        for title in dict.fromkeys((typed, *_jobs(typed)))
    )
    return next(filter(any, found), NOBODY)


def _jobs(typed: str) -> tuple[str, ...]:
    """Return the job in what was typed, without who it is for, written out and in short."""
    plain = plain_title(typed)
    return (
        plain,
        plain_title(without_employer(plain)),
        written_out(plain),
        shortened(plain),
    )


def _by(
    rules: tuple[Rules, ...], catalogue: Catalogue, title: str, origin: str | None
) -> Called | None:
    """Return what has a title, by the first of the rules that finds it."""
    found = (_titled(catalogue, some, title, origin) or NOBODY for some in rules)
    return next(filter(any, found), None)


def _read(rules: tuple[Rules, ...], catalogue: Catalogue, title: str, origin: str | None) -> Called:
    """Return what the names are called that a title with a slash or a comma may be read as."""
    each = [_by(rules, catalogue, one, origin) or NOBODY for one in readings(title)]
    return Called(
        tuple(dict.fromkeys(role for found in each for role in found.roles)),
        tuple(dict.fromkeys(group for found in each for group in found.groups)),
    )


def keys_of(title: str) -> list[str]:
    """Return every key under which a title may stand, in whatever form, the nearest first."""
    names = (*_jobs(title), *readings(title))
    forms = (said for name in names if name_key(name) for said in _forms(name_key(name).split()))
    return list(dict.fromkeys(key for said in forms for key in _keys(said)))


def _titled(catalogue: Catalogue, rules: Rules, title: str, origin: str | None) -> Called | None:
    """Return what has a title, in the first form in which one of the rules finds it.

    In another form only what is counted with it, if it is counted itself: a secretaresse is no
    secretaris.
    """
    words = name_key(title).split()
    if not words:
        return None
    exact, *others = [_Name(tuple(_keys(said)), origin) for said in _forms(words) if said]
    if any(found := _by_rules(catalogue, rules, exact)):
        return found
    for name in others:
        found = _by_rules(catalogue, rules, name)
        if any(found) and _agrees(catalogue, found, exact):
            return found
    return None


def _by_rules(catalogue: Catalogue, rules: Rules, name: _Name) -> Called:
    """Return what the first of the rules finds that finds something."""
    return next(filter(any, (rule(catalogue, name) for rule in rules)), NOBODY)


def _agrees(catalogue: Catalogue, found: Called, exact: _Name) -> bool:
    """Return whether what was found is of a group that counts the title itself, if one does."""
    counted = _counted(catalogue, exact).groups
    there = {*found.groups, *(catalogue.role(role)["isco08"] for role in found.roles)}
    return not counted or not there.isdisjoint(counted)


def _forms(words: list[str]) -> tuple[list[list[str]], ...]:
    """Return a title as it was typed, then with its last word in other forms, then in others yet.

    Those are the words before the last in the singular or the plural (business system analyst),
    and the last one first or the first last (manager legal).
    """
    *before, last = words
    in_other_forms = [[*before, form] for form in other_forms(last)]
    if not 1 < len(words) <= MOST_TURNED:
        return [words], in_other_forms, []
    turned = (words, [last, *before], [*words[1:], words[0]])
    others = [
        [*inner, said[-1]]
        for said in turned
        for inner in product(*((word, f"{word}s", word.removesuffix("s")) for word in said[:-1]))
    ]
    first, *rest = words  # Dutch specifies behind the job: medewerkster receptie
    others += [[form, *rest] for form in other_forms(first)]
    return [words], in_other_forms, others


def _keys(said: Iterable[list[str]]) -> Iterator[str]:
    """Yield the keys under which words may stand: Dutch writes as one what others write as two."""
    for words in said:
        yield " ".join(filter(None, words))  # the singular of s is nothing
        if all(map(_is_word, words[:-1])):  # P&O is two letters
            yield "".join(words)


def _is_word(word: str) -> bool:
    return len(word) > 1


# Slugs and codes


def _known(catalogue: Catalogue, typed: str, origin: str | None) -> Called | None:
    """Return what has this slug, or a code."""
    if not typed.isascii():
        return None
    rows = catalogue.rows(
        "SELECT id, isco08, kind FROM role WHERE slug = :slug "
        "AND (:origin IS NULL OR origin = :origin)",
        slug=typed.lower(),
        origin=origin,
    )
    if rows and rows[0]["kind"] != "role" and "-" not in typed:
        # A groom is a farm hand to ESCO, and to CBS one who cares for animals.
        counted = _in_index(catalogue, _Name((name_key(typed),), origin), abroad=False).groups
        rows = [] if counted and rows[0]["isco08"] not in counted else rows
    return Called((rows[0]["id"],)) if rows else _coded(catalogue, typed, origin)


_SYSTEM = re.compile(r"^(isco([- ]?08)?|o\*?net([- ]soc)?|soc|esco)[\s:]+(?=\S*\d)", re.IGNORECASE)
_GROUP = re.compile(r"[0-9]{4}")


def _coded(catalogue: Catalogue, typed: str, origin: str | None) -> Called | None:
    """Return what has a code: a group and the roles written of it are one answer, the group."""
    code = _SYSTEM.sub("", typed)
    if _GROUP.fullmatch(code):
        known = catalogue.group_name(code) and origin is None
        return Called(groups=(code,)) if known else None
    if not re.search(r"\d", code) or " " in code:
        return None
    rows = catalogue.rows(
        "SELECT DISTINCT COALESCE(CASE WHEN :origin IS NULL THEN superseded_by END, role.id) "
        "FROM role WHERE (instr(codes, :code) OR kind = 'occupation' AND instr(data, :code)) "
        "AND (:origin IS NULL OR origin = :origin) ORDER BY kind <> 'role', role.id",
        code=f'"{code}"',  # as it stands in JSON
        origin=origin,
    )
    roles = tuple(row[0] for row in rows)
    return Called(written_among(catalogue, roles) or roles) if roles else None


def written_among(catalogue: Catalogue, roles: Iterable[int]) -> tuple[int, ...]:
    """Return those of the roles that somebody wrote."""
    rows = catalogue.rows(
        "SELECT id FROM role WHERE kind = 'role' AND id IN (SELECT value FROM json_each(:roles))",
        roles=json.dumps(list(roles)),
    )
    return tuple(row["id"] for row in rows)


# Titles


class _Named(NamedTuple):
    """A role that has a name: in which language, whether it is its own title, and its group."""

    role: int
    language: str | None
    own: bool
    isco08: str | None


def _roles(catalogue: Catalogue, name: _Name, *, written: bool) -> list[_Named]:
    """Return the written roles, or the imported ones, that have a name.

    The name of an occupation for which a written role stands leads to that, but for its slug and
    for the jobs that are only counted in it, unless ``origin`` asks for just that.
    """
    rows = catalogue.rows(
        "SELECT CASE WHEN :origin IS NULL AND rank NOT IN (0, 4) "
        "THEN COALESCE(superseded_by, role.id) ELSE role.id END AS found, "
        "name.language AS language, MIN(rank) <= 1 AS own, isco08 "
        "FROM name JOIN role ON role.id = name.role WHERE (kind = 'role') = :written "
        "AND key IN (SELECT value FROM json_each(:keys)) "
        "AND (:origin IS NULL OR origin = :origin) "
        "GROUP BY found, name.language ORDER BY rank, found",
        keys=json.dumps(name.keys),
        origin=name.origin,
        written=written,
    )
    return [_Named(*row) for row in rows]


def _best(named: Iterable[_Named]) -> Called:
    """Return whose own title it is, else who is called so besides."""
    found = list(named)
    chosen = [one.role for one in found if one.own] or [one.role for one in found]
    return Called(tuple(dict.fromkeys(chosen)))


def _written(catalogue: Catalogue, name: _Name) -> Called:
    """Return the written roles that are called so in the reader's language; slugs are in none."""
    here = (None, catalogue.reader.language)
    return _best(one for one in _roles(catalogue, name, written=True) if one.language in here)


def _written_elsewhere(catalogue: Catalogue, name: _Name) -> Called:
    """Return the written roles that are called so in another language.

    But not where the reader's own language has the title for another job: a curator is no
    bankruptcy trustee.
    """
    counted = set(_counted(catalogue, name).groups)
    named = _roles(catalogue, name, written=True)
    return _best(one for one in named if not counted or one.isco08 in counted)


def _occupation(catalogue: Catalogue, name: _Name) -> Called:
    """Return the imported occupation that has this title, unless an index counts it elsewhere."""
    named = [one for one in _roles(catalogue, name, written=False) if one.own]
    counted = _in_index(catalogue, name, abroad=False).groups
    counted = counted or _in_index(catalogue, name, here=False, abroad=False).groups
    if not named or (counted and {one.isco08 for one in named} != set(counted)):
        return NOBODY
    here = [one for one in named if one.language == catalogue.reader.language]
    return _best(here or named)


def _counted(catalogue: Catalogue, name: _Name) -> Called:
    """Return the groups that count a title in the reader's language."""
    return _in_index(catalogue, name, here=True)


def _counted_elsewhere(catalogue: Catalogue, name: _Name) -> Called:
    return _in_index(catalogue, name, here=False)


def _in_index(
    catalogue: Catalogue, name: _Name, *, here: bool = True, abroad: bool = True
) -> Called:
    """Return the groups by the first index that has a title: where CBS counts it, that decides.

    ``here`` asks for titles in the reader's language; without ``abroad`` O*NET's are not asked for.
    """
    if name.origin is not None:
        return NOBODY
    rows = catalogue.rows(
        "SELECT DISTINCT isco08, place FROM counted WHERE NOT narrower "
        "AND (language = :language) = :here "
        "AND key IN (SELECT value FROM json_each(:keys)) ORDER BY isco08",
        here=here,
        keys=json.dumps(name.keys),
    )
    last = len(TITLE_INDEXES) if abroad else ABROAD
    first = min((row["place"] for row in rows if row["place"] < last), default=None)
    return Called(groups=tuple(row["isco08"] for row in rows if row["place"] == first))


def _besides(catalogue: Catalogue, name: _Name) -> Called:
    """Return the imported occupations that have this name in whatever way."""
    named = _roles(catalogue, name, written=False)
    telling = [one for one in named if one.own or len(name.keys[0]) > SHORT]
    here = [one for one in telling if one.language in (None, catalogue.reader.language)]
    return _best(here or telling)


_RULES: tuple[Rules, ...] = (
    (_written, _written_elsewhere),
    (_occupation, _counted, _counted_elsewhere),
)
"""Each is asked of a title and of what it may be read as, then the next; all of them of what was
typed, then of what is left of an advertisement."""
_LAST_RULES: tuple[Rules, ...] = ((_besides,),)
"""Asked when none of the others has found anything: an import never changes their answer."""
