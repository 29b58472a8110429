"""Somebody at work: what they look at, what they asked for, what they put aside."""

from collections.abc import Callable
from typing import NamedTuple

from careercli.browse.desk import Desk
from careercli.browse.facets import Facet
from careercli.browse.shelf import Listed
from careercli.browse.state import Option, State, is_on
from careercli.browse.targets import Target
from careercli.browse.wishes import cannot_be_asked
from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.listing import Filters


class Bookmark(NamedTuple):
    """A page that was read, and the first line that was seen of it."""

    target: Target
    top: int = 0


class Answer(NamedTuple):
    """What is listed; the filters that words ``offered``, what stays of them, what is none."""

    listed: Listed
    query: str
    offered: tuple[Option, ...] = ()
    left: str = ""


class Visit:
    """Somebody at work: their desk, and what they look at; every screen has the same one."""

    def __init__(self, desk: Desk, state: State) -> None:
        self.desk, self.state = desk, state
        self.read: Target | None = None  # the page that was read last
        self._least: Option | None = None
        self._own_period: str | None = None  # before a least pay was asked for in another
        self._aside = State(filters=Filters(groups=True))  # of groups, while jobs are looked at

    def answer(self, *, is_typing: bool) -> Answer:
        """Return what there is; while somebody types what Enter would leave of it.

        Words that are no job's name may be wishes: then what these leave is looked through for the
        other words, and if nothing is found so, those are left.
        """
        found = self.desk.shelf.listed(self.state)
        meant = self._meant(found) if is_typing else None
        if meant is None:
            if found.named or not cannot_be_asked(self.state.query):
                return Answer(found, self.state.query)
            return Answer(found._replace(items=(), is_guess=False), "", left=self.state.query)
        options = meant.options
        state = self.state._replace(query=meant.left)
        for option in options:
            if not self.is_on(option):
                state = state.with_option_turned(option)
        shelf = self.desk.shelf_in(next((one.per for one in options if one.per), None))
        is_sought = meant.left and not cannot_be_asked(meant.left)
        both = shelf.listed(state) if is_sought else None
        if both and both.items and not both.is_guess:
            return Answer(both, meant.left, options)
        return Answer(shelf.listed(state._replace(query="")), "", options, meant.left)

    def _meant(self, found: Listed) -> Facet | None:
        """Return the filters that the words are; None where they name a job, or a code."""
        query = self.state.query
        is_code = found.named and query.strip().isdigit()
        if not query or found.has_job or is_code:
            return None
        meant = self.desk.wishes.meant(query, self.state.filters)
        return meant if meant and not (meant.left and found.named) else None

    def accept(self, answer: Answer) -> None:
        """Set the filters that an answer offers."""
        for option in answer.offered:
            if not self.is_on(option):
                self.turn(option)

    def is_on(self, option: Option) -> bool:
        """Return whether an option is set; a least pay in the period of the reader."""
        same_pay = option.per in (None, self.desk.reader.per)
        return same_pay and is_on(self.state.filters, option)

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
                self._own_period = self._own_period or self.desk.reader.per
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
        """Take out words, filters and order; if there are none what is put aside, then skills."""
        bare = State(filters=Filters(groups=self.state.filters.groups), marked=self.state.marked)
        if self.state != bare:
            self.state = bare
        elif bare.marked:
            self.state = bare._replace(marked=())
        elif self.desk.reader.skills:
            self.desk = self.desk.for_reader(skills="")
        if self._own_period:
            self.desk, self._own_period = self.desk.for_reader(per=self._own_period), None


Renew = Callable[[Catalogue], Catalogue | None]
"""Gives the catalogue of now where what one is made of has changed; else None."""
