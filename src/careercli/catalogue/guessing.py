"""What a title is likely that nothing is called: by how it begins or ends, and by titles like it.

How it ends is one vote among those of the titles that are most like it. Where one group is well
ahead of all others it is likely; else some are told that it may be.
"""

from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.heads import Likely, likely
from careercli.catalogue.naming import LONGEST, Called, called
from careercli.catalogue.nearest import Alike, alike
from careercli.names import name_key, plain_title

HEAD = 0.25  # what a head says if all titles with it agree; twice that if it is all of the title
AHEAD = {"nl": 0.2, "en": 0.25}  # of all others: so far a group is that is likely
LEAST = 0.4  # that the first group must have, or too little is like it
SOME = 0.35  # of what the first has, that another has in which it may be counted
OFFERED = 3  # groups in which it may be


class NearGroup(NamedTuple):
    """A group that counts some of the titles most like one, with what these say for it, up to 1.

    ``titles`` are those, the nearest first. ``roles`` has the written role that the nearest is a
    name of, if it is one.
    """

    group: str
    weight: float
    titles: tuple[str, ...]
    is_likely: bool = False
    roles: tuple[int, ...] = ()

    @property
    def called(self) -> Called:
        """That role, else the group."""
        return Called(self.roles) if self.roles else Called((), (self.group,))


class Guess(NamedTuple):
    """How most titles that begin or end so are counted, if that is likely; else groups."""

    likely: Likely | None = None
    near: tuple[NearGroup, ...] = ()

    @property
    def first(self) -> Likely | NearGroup | None:
        """What is likely, if something is."""
        return self.likely or next((near for near in self.near if near.is_likely), None)


NO_GUESS = Guess()


def guess(catalogue: Catalogue, typed: str) -> Guess:
    """Return where a title is likely counted that nothing is called, or where it may be."""
    if len(typed) > LONGEST:
        return NO_GUESS
    head = likely(catalogue, typed)
    said = alike(catalogue, typed)
    if head:
        said = _with(said, head, _agreed(head, typed))
    if not said:
        return NO_GUESS
    first, *others = said
    ahead = AHEAD[catalogue.reader.language]
    if first.weight - max((one.weight for one in others), default=0) >= ahead:
        if head and head.group == first.group:
            return Guess(head)
        return Guess(near=(_near(catalogue, first, is_likely=True),))
    if first.weight < LEAST:
        return NO_GUESS
    some = (one for one in said[:OFFERED] if one.weight >= SOME * first.weight)
    return Guess(near=tuple(_near(catalogue, one) for one in some))


def _agreed(head: Likely, typed: str) -> float:
    """Return what a head says: the more titles with it agree, and the more of the title it is."""
    cover = len(head.head) / max(len(name_key(plain_title(typed))), 1)
    return HEAD * (1 + min(cover, 1)) * head.there / head.titles


def _with(said: list[Alike], head: Likely, weight: float) -> list[Alike]:
    """Return what is said for each group, most first, with that of the head."""
    by_group = {one.group: one for one in said}
    there = by_group.get(head.group, Alike(head.group, 0, ()))
    by_group[head.group] = there._replace(weight=there.weight + weight)
    return sorted(by_group.values(), key=lambda one: -one.weight)


def _near(catalogue: Catalogue, said: Alike, *, is_likely: bool = False) -> NearGroup:
    """Return a group, with the role that the nearest is a name of if that is counted there."""
    roles = called(catalogue, said.titles[0]).roles if said.titles else ()
    written = (catalogue.role(role) for role in roles)
    if [(row["kind"], row["isco08"]) for row in written] != [("role", said.group)]:
        roles = ()
    return NearGroup(*said, is_likely=is_likely, roles=roles)
