"""What every screen of the program works with: the catalogue as its reader wants it."""

from functools import cached_property, lru_cache
from typing import Any

from careercli.browse.drawing import Drawn, drawn
from careercli.browse.rows import Axis
from careercli.browse.shelf import Shelf
from careercli.browse.state import after
from careercli.browse.targets import Target, item_of, page_of
from careercli.browse.wishes import Wishes
from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.listing import range_of_pay
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
