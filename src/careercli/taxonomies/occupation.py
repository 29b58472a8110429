"""What a taxonomy says of occupations and skills, whatever its files look like.

Plain named tuples: a hundred thousand needs are read in a second, and a layer (``layers.py``)
keeps them as they stand.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from careercli.names import is_control, name_key

Counts = Counter[str]


class Skill(NamedTuple):
    """A skill or a piece of knowledge, named in one language.

    ``kind`` is a kind of data/vocabulary.toml; ``reuse`` how widely it is used, where the
    taxonomy says so: transversal, cross-sector, sector-specific, occupation-specific.
    ``aliases`` are other names of it.
    """

    id: str
    name: str
    kind: str
    reuse: str | None = None
    aliases: tuple[str, ...] = ()


KINDS = {"knowledge", "skill", "tool", "language", "transversal"}
REUSE = {"transversal", "cross-sector", "sector-specific", "occupation-specific"}
"""What a skill may be, and how widely used: words of data/vocabulary.toml."""

NEEDS = {"essential", "useful", "rated", "used"}
"""How an occupation may need a skill: words of data/vocabulary.toml."""


class SkillRequirement(NamedTuple):
    """A skill that an occupation asks for.

    ``skill`` is its id; ``need`` a word of data/vocabulary.toml; ``importance`` the publisher's
    rating from 1 to 5; ``marks`` what else is said: hot, in-demand.
    """

    skill: str
    need: str
    importance: float | None = None
    marks: tuple[str, ...] = ()


class Share(NamedTuple):
    """The share of workers, in percent, who say that the job asks for this diploma."""

    label: str
    percent: float


class Occupation(NamedTuple):
    """One occupation in one language; what a taxonomy does not say stays empty.

    ``id`` names it in its taxonomy and across languages; ``codes`` are what the published
    tables are joined on; ``broader`` and ``related`` are ids of others. ``hidden`` are words that
    people look for it by, which are no names of it.
    """

    id: str
    code: str
    link: str
    codes: dict[str, str]
    title: str
    aliases: tuple[str, ...] = ()
    description: str = ""
    tasks: tuple[str, ...] = ()
    needs: tuple[SkillRequirement, ...] = ()
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    zone: str | None = None
    diplomas: tuple[Share, ...] = ()
    hidden: tuple[str, ...] = ()


class Batch(NamedTuple):
    """Everything that one language of a download yields.

    ``release`` is the version as far as the download tells, ``newest`` the day of its newest
    entry. ``came_in`` and ``left_out`` count, by what is counted and why; ``places`` says of what
    was left out where the first stands. ``absent`` names what the download has no file for, and
    ``advice`` is what somebody can do about it.
    """

    language: str
    release: str | None
    newest: str | None
    occupations: tuple[Occupation, ...]
    skills: tuple[Skill, ...]
    came_in: dict[str, int]
    left_out: dict[str, int]
    absent: tuple[str, ...] = ()
    places: Mapping[str, str] = {}
    advice: tuple[str, ...] = ()


LONGEST_NAME = 250  # characters; published ones have up to 150


def could_be_name(text: str) -> bool:
    """Return whether a text may be a name: one line with letters, not a description."""
    stripped = text.strip()
    is_short = len(stripped) <= LONGEST_NAME and "\n" not in stripped
    return is_short and any(char.isalpha() for char in stripped)


def one_line(text: str) -> str:
    """Return a text on one line: stray, double and no-break spaces folded, nothing unseen in it."""
    folded = " ".join(text.split())
    if folded.isprintable():
        return folded
    return " ".join("".join(c for c in text if c.isspace() or not is_control(c)).split())


def paragraphs(text: str) -> str:
    """Return running text with each paragraph on one line, an empty line between two."""
    return "\n\n".join(filter(None, map(one_line, text.splitlines())))


def other_names(names: Iterable[str], *known: str) -> tuple[str, ...]:
    """Return the names on one line each, once each, without those that are known."""
    seen = {*map(name_key, known), ""}
    kept = []
    for name in map(one_line, names):
        key = name_key(name)
        if key not in seen:
            seen.add(key)
            kept.append(name)
    return tuple(kept)
