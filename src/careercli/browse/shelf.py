"""What there is to look at, and what filters leave of it: the rules of list and search, in sets."""

from functools import cache, lru_cache, partial
from typing import NamedTuple

from careercli.browse.state import ALL_OF, Option, State, values_of, with_values
from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.listing import OF_GROUPS, Filters, left_by, passing, untold, ways_in
from careercli.catalogue.role_row import Item, rows_of
from careercli.catalogue.searching import AsTyped, search_as_typed
from careercli.pages import RoleRow, Way

_KEPT = 256  # sets, of one filter or of several: as many as are in use, and some
_FEW = 8  # diplomas of which all ways are known
_AT_ONCE = 64  # rows that are read together: a screen, and some to come


class Listed(NamedTuple):
    """What is left, in its order, of ``total``; ``is_guess`` where it is only what may be meant.

    Of what words find ``named`` is called so, and the others mention it; ``has_job`` if one of
    those is a job, and no group of jobs.
    """

    items: tuple[Item, ...]
    total: int
    named: int = 0
    has_job: bool = False
    is_guess: bool = False


class Shelf:
    """The catalogue for one reader: each set is asked for once, and then known."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.left_by = lru_cache(_KEPT)(partial(left_by, catalogue))
        self._in_order = lru_cache(_KEPT)(self._passing)
        self._untold = cache(partial(untold, catalogue))
        self._ways = lru_cache(_FEW)(partial(ways_in, catalogue))
        self._rows: dict[Item, RoleRow] = {}
        self._typed = ("", AsTyped(()))

    def listed(self, state: State) -> Listed:
        """Return what the filters leave of what the words find, or of all."""
        filters = state.filters
        total = len(self.left_by(Filters(groups=filters.groups)))
        in_order = self._in_order(filters, state.sort)
        if not state.query.strip():
            return Listed(in_order, total)
        found = self._found(state.query)
        left = frozenset(in_order) | self._groups_left_by(filters)
        kept = [item for item in found.items if item in left]
        if state.sort:
            place = {item: i for i, item in enumerate(in_order)}
            kept.sort(key=lambda item: place.get(item, len(place)))
        named = [item for item in found.items[: found.named] if item in left]
        has_job = any(isinstance(item, int) for item in named)
        is_guess = found.is_guess and bool(kept)
        return Listed(tuple(kept), total, len(named), has_job, is_guess)

    def count(self, state: State, option: Option) -> int:
        """Return how many an option leaves of what words and other filters do."""
        filters, facet = state.filters, option.facet
        values: tuple[str, ...] = (option.value,)
        if facet in ALL_OF:
            values = tuple(dict.fromkeys((*values_of(filters, facet), option.value)))
        none = Filters(groups=filters.groups)
        left = self.left_by(with_values(none, facet, values))
        for other in filters.given():
            if other not in (facet, "groups"):
                left &= self.left_by(with_values(none, other, values_of(filters, other)))
        return self._count(left, state)

    def _count(self, left: frozenset[Item], state: State) -> int:
        """Return how many of these the words find; all of them without words."""
        return len(left.intersection(self._found(state.query).items) if state.query else left)

    def _passing(self, filters: Filters, sort: str | None) -> tuple[Item, ...]:
        return tuple(passing(self._catalogue, filters, sort))

    def row(self, items: tuple[Item, ...], place: int) -> RoleRow:
        """Return the line of an item; those after it are read with it."""
        if items[place] not in self._rows:
            near = [item for item in items[place : place + _AT_ONCE] if item not in self._rows]
            self._rows |= rows_of(self._catalogue, near)
        return self._rows[items[place]]

    def way(self, filters: Filters, item: Item) -> Way | None:
        """Return the way to a job from the diploma that the filters say one has."""
        own = Filters(with_diploma=filters.with_diploma, study=filters.study)
        return self._ways(own).get(item) if isinstance(item, int) else None

    def untold(self, state: State, facet: str) -> int:
        """Return how many a filter leaves out because what it goes by is not published of them."""
        if not values_of(state.filters, facet):
            return 0
        others = self.left_by(with_values(state.filters, facet, ()))
        return self._count(others & self._untold(facet, groups=state.filters.groups), state)

    def _found(self, query: str) -> AsTyped:
        if self._typed[0] != query:
            self._typed = query, search_as_typed(self._catalogue, query)
        return self._typed[1]

    def _groups_left_by(self, filters: Filters) -> frozenset[Item]:
        """Return the groups that pass too: of them there are figures, and nothing else is known."""
        if any(name not in OF_GROUPS for name in filters.given()):
            return frozenset()
        return self.left_by(filters._replace(groups=True))
