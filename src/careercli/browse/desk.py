"""What every screen of the program works with: the catalogue as its reader wants it."""

from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from careercli.browse.drawing import Drawn, drawn
from careercli.browse.rows import Axis
from careercli.browse.shelf import Shelf
from careercli.browse.state import Option, State, after
from careercli.browse.targets import Target, item_of, page_of
from careercli.browse.wishes import Wishes
from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.listing import Filters, range_of_pay
from careercli.catalogue.role_row import Item
from careercli.choices import PERIODS
from careercli.locale import LANGUAGES, Numbers, speak
from careercli.pages import Amounts
from careercli.render import render
from careercli.render.words import Words, nice_axis
from careercli.screen import Screen

_PAGES = 64  # that are kept as they were drawn
_BELOW, _ABOVE, _STEPS = 0.75, 1.25, 10
"""How far beyond the lowest and the highest median bars may reach, in round steps."""


class Desk:
    """A catalogue with its shelf and its words; another reader gets another desk."""

    def __init__(self, catalogue: Catalogue, screen: Screen) -> None:
        self.catalogue, self.screen = catalogue, screen
        self.shelf = Shelf(catalogue)
        self._others: dict[str, Shelf] = {}
        self.drawn = lru_cache(_PAGES)(self._drawn)

    @property
    def reader(self) -> Reader:
        """For whom it is."""
        return self.catalogue.reader

    @cached_property
    def words(self) -> Words:
        """How figures are written."""
        return Words(Numbers(self.catalogue.number_style, self.screen.ascii_only))

    @cached_property
    def wishes(self) -> Wishes:
        """What filters can be set, by what they are called."""
        return Wishes(self.catalogue, self.words)

    @cached_property
    def axis(self) -> Axis:
        """The ends of the axis of all bars, between which nearly every group has its place."""
        low, high = range_of_pay(self.catalogue)
        return Axis(*nice_axis([_BELOW * low, _ABOVE * high], _STEPS)[:2])

    def for_reader(self, **changes: Any) -> "Desk":
        """Return the desk of a reader who wants something else: language, per, skills."""
        reader = self.reader._replace(**changes)
        speak(reader.language)
        return Desk(Catalogue(self.catalogue.connection, reader), self.screen)

    def in_other_language(self) -> "Desk":
        """Return the same in the language that comes after this one."""
        return self.for_reader(language=after(self.reader.language, LANGUAGES))

    def in_next_period(self) -> "Desk":
        """Return the same with pay in the next period: year, month, hour."""
        return self.for_reader(per=after(self.reader.per, PERIODS[::-1]))

    def converted(self, amount: str, per: str) -> str:
        """Return an amount of another period in that of the reader."""
        given = Amounts(float(amount), None, None, f"EUR/{per}")
        return f"{self.catalogue.in_period(given, 'NL').low or 0:.2f}".removesuffix(".00")

    def same_as(self, item: Item, other: "Desk") -> Item | None:
        """Return what an item of another desk is here: its slug stays, its number may not."""
        slug = item if isinstance(item, str) else other.catalogue.ref(item).slug
        return item_of(self.catalogue, slug)

    def shelf_in(self, per: str | None) -> Shelf:
        """Return the shelf of somebody who reads pay in a period."""
        if per in (None, self.reader.per):
            return self.shelf
        if per not in self._others:
            reader = self.reader._replace(per=per)
            self._others[per] = Shelf(Catalogue(self.catalogue.connection, reader))
        return self._others[per]

    def _drawn(self, target: Target, width: int, **choices: Any) -> Drawn:
        """Return a page as wide as there is room. Raises UsageError as ``page_of``."""
        page = page_of(self.catalogue, target)
        screen = self.screen._replace(width=max(20, width), boxes=True, color=True)
        return drawn(page, screen, self.catalogue.number_style, **choices)

    def as_markdown(self, target: Target) -> str:
        """Return a page as Markdown."""
        page = page_of(self.catalogue, target)
        return str(render(page, "md", self.screen, lambda: self.catalogue.number_style))


class Bookmark(NamedTuple):
    """A page that was read, and the first line that was seen of it."""

    target: Target
    top: int = 0


class Visit:
    """Somebody at work: their desk, and what they look at; every screen has the same one."""

    def __init__(self, desk: Desk, state: State) -> None:
        self.desk, self.state = desk, state
        self.read: Target | None = None  # the page that was read last
        self._least: Option | None = None
        self._aside = State(filters=Filters(groups=True))  # of groups, while jobs are looked at

    def turn_to_groups(self) -> None:
        """Look at groups in place of jobs, or back, with the same words and marks."""
        here, there = self.state, self._aside
        self._aside = here
        self.state = there._replace(query=here.query, marked=here.marked)

    def turn(self, option: Option) -> None:
        """Set an option, or take it out; a least pay is asked for in its own period."""
        if option.per:
            self._least = option
            if option.per != self.desk.reader.per:
                self.desk = self.desk.for_reader(per=option.per)
        self.state = self.state.with_option_turned(option)

    def keep_least_pay(self, desk: Desk) -> None:
        """Ask for the same least pay in the period of another desk, by what was asked for once."""
        asked, filters = self._least, self.state.filters
        if filters.min_salary and asked and asked.per:
            own = asked.per == desk.reader.per
            least = asked.value if own else desk.converted(asked.value, asked.per)
            self.state = self.state._replace(filters=filters._replace(min_salary=least))

    def clear(self) -> None:
        """Take out words, filters and order; what is put aside stays there."""
        groups = self.state.filters.groups
        self.state = State(filters=Filters(groups=groups), marked=self.state.marked)


Renew = Callable[[Catalogue], Catalogue | None]
"""Gives the catalogue of now where what one is made of has changed; else None."""
