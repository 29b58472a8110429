"""What somebody looks at: words, filters, an order, what was put aside."""

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeVar

from careercli.catalogue.listing import Filters
from careercli.catalogue.role_row import Item


class Option(NamedTuple):
    """A filter that can be set: a field of ``Filters``, and what it is set to.

    A least pay may be one a month where the reader has pay a year: ``per`` is its period.
    """

    facet: str
    value: str
    label: str
    per: str | None = None


class State(NamedTuple):
    """What is on the screen. ``sort`` None is the usual order: by title, or as it was found."""

    query: str = ""
    filters: Filters = Filters()
    sort: str | None = None
    marked: tuple[Item, ...] = ()

    def with_mark_turned(self, item: Item) -> "State":
        """Return the same with one put aside, or taken back."""
        others = tuple(other for other in self.marked if other != item)
        return self._replace(marked=others if item in self.marked else (*others, item))

    def with_option_turned(self, option: Option) -> "State":
        """Return the same with an option set, or taken out."""
        return self._replace(filters=turned(self.filters, option))


T = TypeVar("T")


def after(value: T, values: Sequence[T]) -> T:
    """Return what a key goes on to: the value behind this one, and behind the last the first."""
    return values[(values.index(value) + 1) % len(values)]


FLAG = "tight"
ONE = ("with_diploma", "min_salary")
"""The facets of which one option can be set at a time."""

ALL_OF = ("work", "without", "skill", "interest")
"""Those of which a job must have all that is set; of others one is enough."""

_OPPOSITE = {"work": "without", "without": "work"}


def values_of(filters: Filters, facet: str) -> tuple[str, ...]:
    """Return what a facet is set to."""
    value = getattr(filters, facet)
    if facet == FLAG:
        return (FLAG,) if value else ()
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def with_values(filters: Filters, facet: str, values: tuple[str, ...]) -> Filters:
    """Return filters with a facet set to these values."""
    value: Any = values
    if facet == FLAG:
        value = bool(values)
    elif facet == "min_salary":
        value = values[0] if values else None
    return filters._replace(**{facet: value})


def turned(filters: Filters, option: Option) -> Filters:
    """Return filters with an option set, or taken out; what excludes it is taken out."""
    now = values_of(filters, option.facet)
    others = () if option.facet in ONE else tuple(value for value in now if value != option.value)
    if option.value in now:
        return with_values(filters, option.facet, others)
    if opposite := _OPPOSITE.get(option.facet):
        left = tuple(v for v in values_of(filters, opposite) if v != option.value)
        filters = with_values(filters, opposite, left)
    return with_values(filters, option.facet, (*others, option.value))


def is_on(filters: Filters, option: Option) -> bool:
    """Return whether an option is set."""
    return option.value in values_of(filters, option.facet)
