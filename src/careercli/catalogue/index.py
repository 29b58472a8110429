"""Which group counts a title: by the published indexes, then by the editors' list of titles."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from careercli.catalogue.schema import ABROAD, EDITORS, GROUPS, TITLE_INDEXES
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

    @property
    def is_a_job(self) -> bool:
        """Whether it is a whole title, of Europe: no part of one, and no name of a group."""
        return GROUPS < self.place < ABROAD and not self.narrower


def titles_counted(reference: ReferenceData) -> Iterator[Counted]:
    """Yield every title that an index counts in a group, and the names of the groups.

    One with a slash is found by each of the names that it is: actor/actress. An ESCO occupation is
    found by its address too. What the last index, of O*NET, has as another has it is left out: that
    decides.
    """
    known: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    ours: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    parts: list[Counted] = []
    for place, code, title, language, address in _indexed(reference):
        here = known[language]
        key = name_key(title)
        if place == EDITORS:
            ours[language].add(key)
        if not address and not _SEVERAL.search(title):  # nearly all: by the shortest way
            if place < ABROAD or key not in here:
                here.add(key)
                last = key.rpartition(" ")[2]
                yield Counted(key, code, title, language, place, narrower=False, last=last)
            continue
        for part, narrower in _keys(title, address).items():
            here.add(part)
            last = part.rpartition(" ")[2]
            counted = Counted(part, code, title, language, place, narrower, last)
            if part == key or place == EDITORS:
                yield counted
            else:
                parts.append(counted)
    # A part of a title (springmeester / sloper) is no word on one that the editors have.
    yield from (part for part in parts if part.key not in ours[part.language])


def _keys(title: str, address: str) -> dict[str, bool]:
    """Return the keys of a title, each with whether it is only a part of it."""
    keys = {name_key(name): False for name in (title, *readings(title), address)}
    keys.setdefault(name_key(without_brackets(title)), True)
    keys.pop("", None)
    return keys


_SEVERAL = re.compile("[/,(]")  # a quick look before the slow one

_Entry = tuple[int, str, str, str, str]
"""The place of the index, the group, the title, its language, the address of an ESCO occupation."""


def _indexed(reference: ReferenceData) -> Iterator[_Entry]:
    isco, cbs, editors, esco, onet = range(len(TITLE_INDEXES))
    for code, row in reference.tables["isco08"].items():
        yield from ((isco, code, row[f"name_{lang}"], lang, "") for lang in LANGUAGES)
    for title, row in reference.tables["cbs-titles"].items():
        yield from ((cbs, code, title, "nl", "") for code in row["isco08"].split())
    for added in reference.titles:
        yield editors, added.isco08, added.title, added.language, ""
    for address, row in reference.tables["esco"].items():
        for language in LANGUAGES:
            if named := row.get(f"name_{language}"):
                yield esco, row["isco08"], named, language, address
    for title, row in reference.tables["onet-titles"].items():
        yield from ((onet, code, title, "en", "") for code in row["isco08"].split())
