"""Make a role of an unfinished file, for its writer to look at: what is missing is said to be.

Nothing is guessed. What a file must have and lacks becomes a word that says so; what may not stand
in it is taken out.
"""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any, get_origin

from careercli.locale import translate as _
from careercli.roles.lines import Loc
from careercli.roles.lint.facts import barring_problems
from careercli.roles.model import Text
from careercli.roles.problems import Problem
from careercli.roles.reading import Draft
from careercli.roles.reference import Diploma, Label, Level, Skill
from careercli.roles.workspace import ReferenceData

MISSING = "missing"
"""The id of what stands for a missing word of a closed list."""
NO_GROUP = "0000"
"""Stands for a missing ISCO-08 code; no group has it."""
NO_DAY = date.min
"""Stands for a missing day."""


def missing() -> str:
    """Return what a page says in place of what is missing."""
    return _("(missing)")


def with_missing(lists: ReferenceData) -> ReferenceData:
    """Return the lists with an entry, in each that a role must choose from, for a missing word."""
    words, both = lists.vocabulary, {"en": missing(), "nl": missing()}
    label = Label(**both)
    vocabulary = words.model_copy(
        update={
            "categories": {**words.categories, MISSING: label},
            "levels": {**words.levels, MISSING: Level(**both, position=label)},
            "education": {**words.education, MISSING: Diploma(**both, short=label)},
        }
    )
    skill = Skill(**both, kind="skill")
    return replace(lists, vocabulary=vocabulary, skills={**lists.skills, MISSING: skill})


def mended(draft: Draft, lists: ReferenceData) -> Draft:
    """Return a draft that holds, but for its file's name; ``lists`` are those ``with_missing``."""
    while problems := [p for p in barring_problems(draft, lists) if p.loc]:
        draft = replace(draft, data=_put_right(draft.data, problems))
    return draft


def _put_right(data: dict[str, Any], problems: Iterable[Problem]) -> dict[str, Any]:
    """Return the data without these problems; the next ones may come to light then."""
    data, bare = deepcopy(data), _bare()
    places = {_place(problem.loc, bare) for problem in problems}
    # Of a list the last entry first: the others keep their numbers.
    for loc in sorted(places, key=_in_order, reverse=True):
        if not _mend(data, loc, bare):
            _mend(data, loc[:1], bare)
    return data


def _place(loc: Loc, bare: dict[str, Any]) -> Loc:
    """Return what is mended for a problem: the key itself, or the whole entry of a list."""
    entry = next((i + 1 for i, part in enumerate(loc) if isinstance(part, int)), len(loc))
    return loc if _found(bare, loc) is not None else loc[:entry]


def _in_order(loc: Loc) -> list[tuple[bool, str | int]]:
    return [(isinstance(part, int), part) for part in loc]


def _mend(data: dict[str, Any], loc: Loc, bare: dict[str, Any]) -> bool:
    """Put at a place what stands for a missing value, or take out what need not be there."""
    around, instead = _found(data, loc[:-1]), _found(bare, loc)
    if instead is not None and isinstance(around, dict):
        around[loc[-1]] = instead
        return True
    try:
        del around[loc[-1]]
    except (LookupError, TypeError):
        return False
    return True


def _found(data: Any, loc: Loc) -> Any:
    """Return what stands at a place, or None."""
    try:
        for part in loc:
            data = data[part]
    except (LookupError, TypeError):
        return None
    return data


def _bare() -> dict[str, Any]:
    """Return a role that holds, in which everything is missing."""
    text = {
        name: [missing()] if get_origin(field.annotation) is tuple else missing()
        for name, field in Text.model_fields.items()
        if field.is_required()
    }
    return {
        "category": MISSING,
        "level": MISSING,
        "reviewed": NO_DAY,
        "codes": {"isco08": NO_GROUP},
        "education": {"minimum": MISSING, "usual": MISSING},
        "skills": {"essential": [MISSING]},
        "ladder": {},
        "en": text,
        "nl": text | {},
    }
