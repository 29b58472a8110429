"""Which group counts a title: by the published indexes, then by the editors' list of titles."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from careercli.catalogue.schema import TITLE_INDEXES
from careercli.locale import LANGUAGES
from careercli.names import name_key, readings, without_brackets
from careercli.roles.workspace import ReferenceData


class Counted(NamedTuple):
    """A title under a key, with its group and the ``place`` of its index in TITLE_INDEXES.

    ``narrower`` says that the key is a part of the title, without what stands in brackets.
    """

    key: str
    isco08: str
    shown: str
    language: str
    place: int
    narrower: bool
    last: str


def titles_counted(reference: ReferenceData) -> Iterator[Counted]:
    """Yield every title that an index counts in a group, and the names of the groups.

    One with a slash is found by each of the names that it is: actor/actress. An ESCO occupation is
    found by its address too.
    """
    for index, code, title, language, address in _indexed(reference):
        keys, bare = {name_key(title)}, ""
        if _SEVERAL.search(title):
            keys |= {name_key(name) for name in readings(title)}
            bare = name_key(without_brackets(title))
        if address:
            keys.add(name_key(address))
        place = TITLE_INDEXES.index(index)
        for key in keys if bare in keys else (*keys, bare):
            if key:
                last = key.rpartition(" ")[2]
                yield Counted(key, code, title, language, place, key not in keys, last)


_SEVERAL = re.compile("[/,(]")  # a quick look before the slow one

_Entry = tuple[str, str, str, str, str]
"""The index, the group, the title, its language, the address of an ESCO occupation."""


def _indexed(reference: ReferenceData) -> Iterator[_Entry]:
    for code, row in reference.tables["isco08"].items():
        yield from (("isco-08", code, row[f"name_{lang}"], lang, "") for lang in LANGUAGES)
    for title, row in reference.tables["cbs-titles"].items():
        yield from (("cbs-titles", code, title, "nl", "") for code in row["isco08"].split())
    for address, row in reference.tables["esco"].items():
        for language in LANGUAGES:
            if named := row.get(f"name_{language}"):
                yield "esco", row["isco08"], named, language, address
    for title, row in reference.tables["onet-titles"].items():
        yield from (("onet-titles", code, title, "en", "") for code in row["isco08"].split())
    for added in reference.titles:
        yield "editors", added.isco08, added.title, added.language, ""
