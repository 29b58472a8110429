"""A role on its way into the catalogue, whatever its origin.

Every origin yields these: role files (``written.py``), imported classifications
(``occupations.py``). ``writing.py`` writes them and knows no origin.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from careercli.catalogue.facts import Facts, Text
from careercli.pages import Kind
from careercli.taxonomies.occupation import SkillRequirement


class LocalizedText(NamedTuple):
    """What is written of a role in one language.

    ``data`` is what the page takes from it besides title and summary; ``prose`` what search
    looks through after title, aliases and skills. It is found by what is ``hidden``, and never
    called so.
    """

    title: str
    aliases: tuple[str, ...]
    summary: str
    data: Text
    prose: str
    hidden: tuple[str, ...] = ()


class Edge(NamedTuple):
    """A step of a ladder to the role with a slug: ``kind`` is up, with years, or move."""

    target: str
    kind: str
    years: tuple[int | None, int | None] = (None, None)


class Relation(NamedTuple):
    """What a taxonomy says of two of its occupations: ``kind`` is broader or related."""

    kind: str
    other: str


class RoleRecord(NamedTuple):
    """One role. ``id`` is its name where it is from; what nobody says there is None.

    ``data`` is what a page takes from it in any language; ``code`` is what a written
    role may have too, after its taxonomy; ``names_others`` says that the aliases
    are not other words for the role but jobs that are counted in it; ``titles`` has titles in
    languages without a wording; ``terms`` are words of closed lists that lists are narrowed by;
    ``training`` the levels of the ways to learn it, with years of their own.
    """

    id: str
    slug: str
    kind: Kind
    origin: str
    file: str
    codes: dict[str, str]
    wordings: dict[str, LocalizedText]
    vacancy_query: str
    data: Facts
    needs: tuple[SkillRequirement, ...] = ()
    edges: tuple[Edge, ...] = ()
    relations: tuple[Relation, ...] = ()
    category: str | None = None
    level: str | None = None
    diploma: str | None = None
    replaces_shipped: bool = False
    code: str | None = None
    names_others: bool = False
    titles: Mapping[str, str] = {}
    terms: Mapping[str, Sequence[str]] = {}
    training: Sequence[tuple[str, tuple[int, int] | None]] = ()


class SkillRecord(NamedTuple):
    """A skill on its way into the catalogue; ``also`` are other names of it."""

    id: str
    en: str
    nl: str
    kind: str
    esco: str | None = None
    reuse: str | None = None
    also: Sequence[str] = ()
