"""What a diploma opens: jobs that ask no more, and jobs whose study it gives entry to."""

from collections.abc import Collection, Iterator
from functools import cached_property
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue

Years = tuple[int, int]


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
        return Rung(
            key,
            more["nlqf"] or 0,
            tuple(more["years"] or (0, 0)),
            tuple(more["after"]),
            more["builds_on"],
            more["school"],
        )

    @cached_property
    def met(self) -> list[str]:
        """The diplomas that are asked of a job and that one of those had is as good as.

        By level; but a school diploma stands for no vocational one, of whatever level.
        """
        return [
            asked.id
            for asked in self._rungs.values()
            if asked.nlqf == 0 or any(_stands_for(had, asked) for had in self._had)
        ]

    @property
    def is_school(self) -> bool:
        """Whether all that is had prepares for a study rather than for work."""
        return all(had.school for had in self._had)

    @cached_property
    def studies(self) -> dict[str, Years]:
        """The diplomas that a study leads to which may be begun, with the years it takes.

        A master counts together with the bachelor that it builds on. The years are nominal.
        """
        return {key: years for key in self._rungs for years in self._years_to(key)}

    def _years_to(self, key: str) -> Iterator[Years]:
        """Yield the years to a diploma if there is a way of one study; nothing if there is none."""
        study = self._rungs[key]
        if not study.after or study.school:
            return
        if any(self._gives_entry(had, study) for had in self._had):
            yield study.years
        elif study.builds_on:
            for first in self._years_to(study.builds_on):
                yield first[0] + study.years[0], first[1] + study.years[1]

    def _gives_entry(self, had: Rung, study: Rung) -> bool:
        """Return whether a diploma is one that the law names, the same one, or a level above all.

        Above all: who may enter with less may enter with more. Of an equal level it is not so:
        havo is no entry to a university, where vwo is.
        """
        if had.id in (study.id, *study.after):
            return True
        return had.nlqf > max(self._rungs[key].nlqf for key in study.after)


def _stands_for(had: Rung, asked: Rung) -> bool:
    return had.id == asked.id or (had.nlqf >= asked.nlqf and (asked.school or not had.school))
