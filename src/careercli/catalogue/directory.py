"""Everything that there is: the written roles by field, the groups, and what each is called."""

from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.schema import TITLE_INDEXES

INDEXES = ("isco-08", "cbs-titles", "esco")
"""The indexes of which a directory has all titles: those of the Netherlands and of Europe."""


class Listed(NamedTuple):
    """A page in a directory, with the other names that lead to it."""

    slug: str
    title: str
    summary: str = ""
    others: tuple[str, ...] = ()


class Titled(NamedTuple):
    """Pages under a heading."""

    title: str
    pages: tuple[Listed, ...]


def written_roles(catalogue: Catalogue) -> list[int]:
    """Return every role that somebody wrote, by slug."""
    rows = catalogue.rows("SELECT id FROM role WHERE kind = 'role' ORDER BY slug")
    return [row["id"] for row in rows]


def unit_groups(catalogue: Catalogue) -> list[str]:
    """Return the codes of the ISCO-08 unit groups, in their order."""
    return [
        row["isco08"] for row in catalogue.rows("SELECT isco08 FROM unit_group ORDER BY isco08")
    ]


def roles_by_field(catalogue: Catalogue) -> list[Titled]:
    """Return the written roles under their fields of work, by title."""
    listed: dict[str, list[Listed]] = {}
    for row in catalogue.rows(
        "SELECT slug, category, title, summary FROM role JOIN role_text ON role = id "
        "WHERE kind = 'role' AND language = :language ORDER BY title COLLATE NOCASE"
    ):
        page = Listed(row["slug"], row["title"], row["summary"])
        listed.setdefault(row["category"], []).append(page)
    terms = catalogue.all_terms("categories")
    return [Titled(term.label, tuple(listed[term.id])) for term in terms if term.id in listed]


def groups_by_major(catalogue: Catalogue) -> list[Titled]:
    """Return the groups under the first digit of their codes, the major group of ISCO-08."""
    listed: dict[str, list[Listed]] = {}
    for code in unit_groups(catalogue):
        listed.setdefault(code[0], []).append(Listed(code, catalogue.group_name(code)))
    return [Titled(digit, tuple(pages)) for digit, pages in listed.items()]


def names(catalogue: Catalogue) -> list[Listed]:
    """Return every role and group with the names that lead to it in the reader's language."""
    others: dict[int, list[str]] = {}
    for row in catalogue.rows(
        "SELECT role, shown FROM name WHERE rank = 2 AND language = :language ORDER BY role, rowid"
    ):
        others.setdefault(row["role"], []).append(row["shown"])
    roles = [
        Listed(row["slug"], row["title"], others=tuple(others.get(row["id"], ())))
        for row in catalogue.rows(
            "SELECT id, slug, title FROM role JOIN role_text ON role = id "
            "WHERE kind = 'role' AND language = :language ORDER BY slug"
        )
    ]
    return roles + _names_of_groups(catalogue)


def _names_of_groups(catalogue: Catalogue) -> list[Listed]:
    counted: dict[str, list[str]] = {}
    for row in catalogue.rows(
        "SELECT DISTINCT isco08, shown FROM counted WHERE language = :language AND NOT narrower "
        "AND place IN (SELECT value FROM json_each(:places)) ORDER BY isco08, shown",
        places=str([TITLE_INDEXES.index(name) for name in INDEXES]),
    ):
        counted.setdefault(row["isco08"], []).append(row["shown"])
    return [
        Listed(code, catalogue.group_name(code), others=tuple(counted.get(code, ())))
        for code in unit_groups(catalogue)
    ]
