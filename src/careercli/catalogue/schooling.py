"""What a diploma opens: jobs that ask no more, and jobs whose study it gives entry to."""

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple, Self

from careercli.catalogue.catalogue import Catalogue
from careercli.pages import Way

Years = tuple[int, int]
Training = tuple[str, Years | None]
"""The level of a way to learn a job, and its years where they are not those of the diploma."""


def training_of(catalogue: Catalogue) -> dict[int, list[Training]]:
    """Return the ways to learn each role, in their order."""
    found: dict[int, list[Training]] = {}
    for role, level, low, high in map(
        tuple,
        catalogue.rows(
            "SELECT role, level, years_low, years_high FROM role_training ORDER BY role, place"
        ),
    ):
        found.setdefault(role, []).append((level, None if low is None else (low, high)))
    return found


SPECIALIST = "specialist"
"""The level of what is learned on the job after the last diploma (data/vocabulary.toml)."""


class Rung(NamedTuple):
    """A diploma as data/vocabulary.toml has it; ``school``: of a school that teaches no trade."""

    id: str
    nlqf: int
    years: Years
    after: tuple[str, ...]
    builds_on: str | None
    school: bool


class Schooling:
    """What somebody may do who has one of these diplomas."""

    def __init__(self, catalogue: Catalogue, diplomas: Collection[str]) -> None:
        self._catalogue = catalogue
        self._had = [self._rungs[key] for key in diplomas]

    @cached_property
    def _rungs(self) -> dict[str, Rung]:
        return {term.id: self._rung(term.id) for term in self._catalogue.all_terms("education")}

    def _rung(self, key: str) -> Rung:
        more = self._catalogue.more("education", key)
        low, high = more["years"] or (0, 0)
        after = tuple(more["after"])
        return Rung(key, more["nlqf"] or 0, (low, high), after, more["builds_on"], more["school"])

    def with_also(self, diploma: str) -> Self:
        """Return the same with one more diploma."""
        more = type(self)(self._catalogue, ())
        more._rungs = self._rungs
        more._had = [*self._had, self._rungs[diploma]]
        return more

    @property
    def is_school(self) -> bool:
        """Whether all that is had prepares for a study rather than for work."""
        return all(had.school for had in self._had)

    @cached_property
    def met(self) -> list[str]:
        """The diplomas that are asked of a job and that one of those had is as good as."""
        return [asked.id for asked in self._rungs.values() if self._is_met(asked)]

    def _is_met(self, asked: Rung) -> bool:
        return asked.nlqf == 0 or any(_stands_for(had, asked) for had in self._had)

    @cached_property
    def studies(self) -> dict[str, Years]:
        """The diplomas that a study leads to which may be begun, with the years before its own.

        A master counts together with the bachelor that it builds on. The years are nominal.
        """
        return {key: years for key in self._rungs for years in self._years_before(key)}

    def _years_before(self, key: str) -> Iterator[Years]:
        """Yield the years before a study if there is a way of one; nothing if there is none."""
        study = self._rungs[key]
        if not study.after or study.school:
            return
        if any(self._gives_entry(had, study) for had in self._had):
            yield 0, 0
        elif study.builds_on:
            first = self._rungs[study.builds_on]
            for years in self._years_before(study.builds_on):
                yield years[0] + first.years[0], years[1] + first.years[1]

    def leads_to(self, key: str) -> bool:
        """Return whether a study, or the one that it builds on, is what a diploma had is made for.

        That is so where the law names it; one below it may be begun too.
        """
        study = self._rungs[key]
        if any(had.id in study.after for had in self._had):
            return True
        return study.builds_on is not None and self.leads_to(study.builds_on)

    def _gives_entry(self, had: Rung, study: Rung) -> bool:
        """Return whether a diploma is one that the law names, the same one, or a level above all.

        Above all: who may enter with less may enter with more. Of an equal level it is not so:
        havo is no entry to a university, where vwo is.
        """
        if had.id in (study.id, *study.after):
            return True
        return had.nlqf > max(self._rungs[key].nlqf for key in study.after)

    def way(self, asked: str | None, training: Iterable[Training], *, study: bool) -> Way | None:
        """Return the way to a job that asks for a diploma; None if there is none.

        That is none at all where no more is asked, in a field or in any; else, if a ``study`` may
        come between, the shortest of the job's own that ends with the diploma asked for.
        """
        if asked is None:
            return None
        rung = self._rungs[asked]
        if self._is_met(rung):
            return Way(None, None, in_its_field=rung.nlqf > 0 and not rung.school)
        levels = list(training)
        ways = [
            (years, key)
            for key, own in (levels if study else ())
            if key in self.studies and _stands_for(self._rungs[key], rung)
            for years in [self._with_own(key, own)]
        ]
        if not ways:
            return None
        years, key = min(ways, key=lambda way: way[0][::-1])
        more = any(level == SPECIALIST for level, _own in levels)
        return Way(self._catalogue.diploma(key), years, and_on=more)

    def again(self, asked: str | None, training: Iterable[Training]) -> Way | None:
        """Return the study of a job that is open to those of it alone, though the level is had.

        In the nominal years of its own, with those of what it builds on if there are any.
        """
        if asked is None:
            return None
        diploma = self._catalogue.diploma(asked)
        own = [years for level, years in training if level == asked and years]
        low, high = own[0] if own else (diploma.years or (0, 0))
        before = (0, 0) if own else (diploma.years_before or (0, 0))
        more = any(level == SPECIALIST for level, _years in training)
        return Way(diploma, (low + before[0], high + before[1]), and_on=more)

    def _with_own(self, key: str, own: Years | None) -> Years:
        """Return the years of a study with those before it.

        A shortened course is for those who bring more than its diploma asks: its years are not
        told to somebody of whom that is not known, but the usual ones.
        """
        before, usual = self.studies[key], self._rungs[key].years
        years = own if own and own >= usual else usual
        return before[0] + years[0], before[1] + years[1]


def _stands_for(had: Rung, asked: Rung) -> bool:
    """Return whether a diploma is as good as another for a job.

    By level; but a school diploma stands for no vocational one, of whatever level.
    """
    return had.id == asked.id or (had.nlqf >= asked.nlqf and (asked.school or not had.school))
