"""Which group counts a title, by the published indexes: CBS's of Dutch titles, ESCO's names."""

from collections.abc import Iterator

from careercli.figures.tables import Tables
from careercli.locale import LANGUAGES
from careercli.names import name_key

Counted = tuple[str, str, str, str]
"""The key of a title, the group, the title, its language."""


def titles_counted(tables: Tables) -> Iterator[Counted]:
    """Yield every title that an index counts in a group, and the names of the groups.

    CBS writes a compound in one word or with a hyphen, so that is also a key of a title.
    """
    for title, row in tables["cbs-titles"].items():
        for code in row["isco08"].split():
            yield name_key(title), code, title, "nl"
    for table in ("esco", "isco08"):
        for row in tables[table].values():
            for language in LANGUAGES:
                if name := row.get(f"name_{language}"):
                    yield name_key(name), row["isco08"], name, language
