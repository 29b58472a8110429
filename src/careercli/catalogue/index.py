"""Which group counts a title, by the published indexes: CBS's of Dutch titles, ESCO's names."""

from collections.abc import Iterator

from careercli.figures.tables import Tables
from careercli.locale import LANGUAGES
from careercli.names import name_key, readings

Counted = tuple[str, str, str, str]
"""The key of a title, the group, the title, its language."""


def titles_counted(tables: Tables) -> Iterator[Counted]:
    """Yield every title that an index counts in a group, and the names of the groups.

    One with a slash is found by each of the names that it is: actor/actress.
    """
    for code, title, language in _indexed(tables):
        for name in (title, *readings(title)):
            yield name_key(name), code, title, language


def _indexed(tables: Tables) -> Iterator[tuple[str, str, str]]:
    for title, row in tables["cbs-titles"].items():
        for code in row["isco08"].split():
            yield code, title, "nl"
    for table in ("esco", "isco08"):
        for row in tables[table].values():
            for language in LANGUAGES:
                if title_of := row.get(f"name_{language}"):
                    yield row["isco08"], title_of, language
