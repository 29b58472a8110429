"""Whether the lists that roles refer to are kept in order: part of ``careers check --strict``."""

import re
from collections.abc import Callable, Iterator
from itertools import combinations

from rapidfuzz.fuzz import token_sort_ratio

from careercli import paths
from careercli.locale import LANGUAGES
from careercli.locale import translate as _
from careercli.names import compound_key, name_key
from careercli.roles.problems import Problem
from careercli.roles.reading import Draft, read_draft
from careercli.roles.workspace import Workspace
from careercli.taxonomies import NAMES, taxonomy

SAME = 92  # of 100: "patient transfer" and "transfer of patients" are the same
ALWAYS_CITED = ("editors", "nlqf")  # by every page
_SMALL_WORDS = re.compile(r"\b(?:and|of|the|in|for|with|to|en|van|de|het|voor|met|op)\b")

Found = Iterator[Problem]


def skills_are_used(library: Workspace) -> Found:
    """Every skill is asked for by a role."""
    used = {skill for draft in library.drafts.values() for _, skill in draft.skills()}
    skills = _list("skills")
    for key in library.skills.keys() - used:
        yield skills.problem((key,), _("no role asks for this skill"), _("use it, or take it out"))


def skills_are_distinct(library: Workspace) -> Found:
    """No two skills have nearly the same name, or the same ESCO concept."""
    skills = _list("skills")
    names = {
        key: [_bare(getattr(skill, language)) for language in LANGUAGES]
        for key, skill in library.skills.items()
    }
    for (one, first), (other, second) in combinations(names.items(), 2):
        if library.skills[one].esco and library.skills[one].esco == library.skills[other].esco:
            wrong = _("has the ESCO concept of {skill}")
        elif any(token_sort_ratio(a, b) >= SAME for a, b in zip(first, second, strict=True)):
            wrong = _("is nearly {skill} by name")
        else:
            continue
        yield skills.problem(
            (other,), wrong.format(skill=one), _("make them one, or name what parts them")
        )


def skills_share_no_name(library: Workspace) -> Found:
    """No two skills share a name: whoever writes it means one of them."""
    skills = _list("skills")
    owners: dict[str, str] = {}
    for key, skill in library.skills.items():
        for name in (key, skill.en, skill.nl, *skill.other_names()):
            owner = owners.setdefault(compound_key(name), key)
            if owner != key:
                yield skills.problem(
                    (key,),
                    _("{name} is a name of {word} too").format(name=f'"{name}"', word=owner),
                    _("take it out of one of them"),
                )


def sources_are_used(library: Workspace) -> Found:
    """Every source of the bibliography is cited by a table, a role, an import or every page."""
    used = library.published.sources | set(ALWAYS_CITED)
    used |= {taxonomy(name).source for name in NAMES}
    for draft in library.drafts.values():
        used |= {draft.string("salary.source"), draft.string("outlook.source")}
    sources = _list("sources")
    for key in library.sources.keys() - used:
        yield sources.problem((key,), _("nothing cites this source"), _("use it, or take it out"))


def boards_are_for_somebody(library: Workspace) -> Found:
    """Every category, group and role that a vacancy site is for is there."""
    boards = _list("boards")
    groups = library.tables["isco08"]
    for key, board in library.boards.items():
        known = {
            "categories": library.vocabulary.categories,
            "isco08": {part for part in board.isco08 if any(g.startswith(part) for g in groups)},
            "roles": library.drafts,
            "sole": library.drafts,
        }
        for name, there in known.items():
            for value in getattr(board, name):
                if value not in there:
                    yield boards.problem(
                        (key, name), _("there is no {name}").format(name=value), _("take it out")
                    )


def words_refer_to_words(library: Workspace) -> Found:
    """Every word that an explanation refers to is explained."""
    glossary = _list("glossary")
    for key, entry in library.glossary.items():
        for other in entry.see:
            if other not in library.glossary or other == key:
                yield glossary.problem(
                    (key, "see"), _("there is no {name}").format(name=other), _("take it out")
                )


def words_have_one_meaning(library: Workspace) -> Found:
    """No two words that are explained share a name: whoever types it means one of them."""
    glossary = _list("glossary")
    owners: dict[str, str] = {}
    for key, entry in library.glossary.items():
        for name in entry.names(key):
            owner = owners.setdefault(compound_key(name), key)
            if owner != key:
                yield glossary.problem(
                    (key,),
                    _("{name} is a name of {word} too").format(name=f'"{name}"', word=owner),
                    _("take it out of one of them"),
                )


UPKEEP: tuple[Callable[[Workspace], Found], ...] = (
    skills_are_used,
    skills_are_distinct,
    skills_share_no_name,
    sources_are_used,
    boards_are_for_somebody,
    words_refer_to_words,
    words_have_one_meaning,
)


def upkeep_problems(library: Workspace) -> list[Problem]:
    """Return what is wrong with the lists, in order of file and line."""
    return sorted({problem for rule in UPKEEP for problem in rule(library)})


def _list(name: str) -> Draft:
    """Return a list as written: a problem in it has a line."""
    return read_draft(paths.data_dir() / f"{name}.toml", "data")


def _bare(name: str) -> str:
    return _SMALL_WORDS.sub(" ", name_key(name))
