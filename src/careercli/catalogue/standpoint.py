"""What lies between what somebody has and a job: skills, pay, study, and what law asks."""

import json
from collections.abc import Collection, Iterable
from functools import cached_property
from typing import NamedTuple, Self

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.profile import own_diplomas, own_skills
from careercli.catalogue.schooling import Schooling, Training, training_of
from careercli.pages import Term, Way

NO_WAY = 6.0  # years of study, where none is known that leads there
MBO = 4  # the highest level of a diploma of an mbo
LONGEST = 4.0  # years of study that people add to a job; more is another life
HALF = 0.5
ENOUGH = 0.3  # of the essential skills, for a step that no ladder has
RISE = 2  # levels up that are made at once

REGISTERS = ("register", "title")
"""The kinds of conditions that keep a job for those of one study."""


class Asked(NamedTuple):
    """What a written role asks: skills by number, the lowest diploma, conditions of law."""

    essential: tuple[int, ...]
    skills: frozenset[int]
    diploma: str | None
    law: tuple[str, ...]


class Gap(NamedTuple):
    """What lies between: essential skills by number, the study, conditions that are not met.

    ``study_years`` is the middle of the nominal years of the study, or what one may reckon with
    where no ``way`` is known.
    """

    have: tuple[int, ...]
    missing: tuple[int, ...]
    way: Way | None
    law: tuple[str, ...]
    study_years: float

    @property
    def coverage(self) -> float:
        """Which share of the essential skills is had, 0 to 1; all, where none is asked."""
        asked = len(self.have) + len(self.missing)
        return len(self.have) / asked if asked else 1.0


class Jobs:
    """What all written roles ask, read once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._training = training_of(catalogue)
        conditions = {
            term.id: catalogue.more("conditions", term.id)
            for term in catalogue.all_terms("conditions")
        }
        self._registers = {key for key, more in conditions.items() if more["kind"] in REGISTERS}
        self._met_by = {key: {key, *more["met_by"]} for key, more in conditions.items()}
        self.asked = _asked(catalogue, {key for key, more in conditions.items() if more["by_law"]})
        self.levels = {
            row["id"]: int(row["level_place"])
            for row in catalogue.rows("SELECT id, level_place FROM role WHERE kind = 'role'")
        }

    def having(self, role: int) -> list[str]:
        """Return the diplomas of who does a job and said no more: those kept, and what it asks."""
        asked = self.asked[role].diploma
        return [*self._own_diplomas, *([asked] if asked else [])]

    @cached_property
    def _own_diplomas(self) -> list[str]:
        return own_diplomas(self._catalogue)

    def training(self, role: int) -> list[Training]:
        """Return the ways to learn a role."""
        return self._training.get(role, [])

    def years_to(self, diploma: str | None) -> float:
        """Return the years to reckon with where no way to a diploma is known.

        Whoever does a job that asks for none may have any: to a diploma of an mbo it is that of the
        study itself, to a higher one too many for a step.
        """
        if diploma is None:
            return NO_WAY
        found = self._catalogue.diploma(diploma)
        return _middle(found.years) if (found.nlqf or 0) <= MBO else NO_WAY

    def is_protected(self, law: Iterable[str]) -> bool:
        """Return whether a register or a protected title is among conditions.

        One study alone gives it, whatever the level of what one has.
        """
        return not self._registers.isdisjoint(law)

    def not_met(self, asked: Iterable[str], met: Collection[str]) -> tuple[str, ...]:
        """Return the conditions that are asked and that none of those met is as good as."""
        return tuple(one for one in asked if self._met_by[one].isdisjoint(met))

    def is_far(self, gap: Gap) -> bool:
        """Return whether a training of its own lies between: a long one, or for a protected job."""
        return gap.study_years > LONGEST or self.is_protected(gap.law)

    def reach(self, gap: Gap, rise: int) -> str:
        """Return how far a job is: near, within-reach, longer, higher (of levels) or far.

        Half of the essential skills is near: moves that people made are five times as common there
        as chance has it. Three in ten are within reach, which two in three steps of ladders have.
        """
        if self.is_far(gap):
            return "far"
        if rise > RISE:
            return "higher"
        if gap.coverage >= HALF and not gap.study_years:
            return "near"
        return "within-reach" if gap.coverage >= ENOUGH else "longer"

    def terms(self, skills: Iterable[int]) -> dict[int, Term]:
        """Return skills by number with their names."""
        rows = self._catalogue.rows(
            "SELECT * FROM skill WHERE number IN (SELECT value FROM json_each(:skills))",
            skills=json.dumps(list(skills)),
        )
        return {
            row["number"]: Term(row["id"], row[self._catalogue.reader.language]) for row in rows
        }


def _middle(years: tuple[int, int] | None) -> float:
    return sum(years) / 2 if years else 0.0


def _asked(catalogue: Catalogue, by_law: Collection[str]) -> dict[int, Asked]:
    """Return what each written role asks, with the conditions that are ``by_law``."""
    essential: dict[int, list[int]] = {}
    skills: dict[int, set[int]] = {}
    for role, skill, need in map(
        tuple,
        catalogue.rows(
            "SELECT role, skill, need FROM role_skill JOIN role ON role.id = role "
            "WHERE kind = 'role' AND need <> 'rated' ORDER BY role, place"
        ),
    ):
        skills.setdefault(role, set()).add(skill)
        if need == "essential":
            essential.setdefault(role, []).append(skill)
    law: dict[int, list[str]] = {}
    for role, condition in map(
        tuple, catalogue.rows("SELECT role, term FROM role_term WHERE list = 'conditions'")
    ):
        if condition in by_law:
            law.setdefault(role, []).append(condition)
    return {
        row["id"]: Asked(
            tuple(essential.get(row["id"], ())),
            frozenset(skills.get(row["id"], ())),
            row["diploma"],
            tuple(law.get(row["id"], ())),
        )
        for row in catalogue.rows("SELECT id, diploma FROM role WHERE kind = 'role'")
    }


class Standpoint:
    """What somebody has, from which jobs are looked at: skills, diplomas, what law asks.

    ``diplomas`` is None where nobody has said.
    """

    def __init__(
        self,
        jobs: Jobs,
        skills: frozenset[int],
        schooling: Schooling | None,
        law: Collection[str] = (),
    ) -> None:
        self._jobs = jobs
        self.skills = skills
        self._schooling = schooling
        self._law = frozenset(law)

    @classmethod
    def of_role(
        cls, catalogue: Catalogue, jobs: Jobs, role: int, diplomas: Collection[str] = ()
    ) -> Self:
        """Return that of somebody who does a job, with the diploma that it asks or those given.

        What the reader has kept of their own skills is had too.
        """
        asked = jobs.asked[role]
        skills = asked.skills | (own_skills(catalogue) if catalogue.reader.skills else frozenset())
        schooling = Schooling(catalogue, diplomas or jobs.having(role))
        return cls(jobs, skills, schooling, asked.law)

    def after(self, role: int) -> Self:
        """Return that of the same person once they do another job: what it asks comes besides."""
        asked = self._jobs.asked[role]
        schooling = self._schooling
        if schooling and asked.diploma:
            schooling = schooling.with_also(asked.diploma)
        return type(self)(
            self._jobs, self.skills | asked.skills, schooling, self._law.union(asked.law)
        )

    def gap(self, role: int) -> Gap:
        """Return what lies between this and a job."""
        asked = self._jobs.asked[role]
        law = self._jobs.not_met(asked.law, self._law)
        way, years = None, 0.0
        if self._schooling:
            way = self._schooling.way(asked.diploma, self._jobs.training(role), study=True)
            if way and way.in_its_field and self._jobs.is_protected(law):
                way = self._schooling.again(asked.diploma, self._jobs.training(role))
            years = _middle(way.years) if way else self._jobs.years_to(asked.diploma)
        return Gap(
            tuple(skill for skill in asked.essential if skill in self.skills),
            tuple(skill for skill in asked.essential if skill not in self.skills),
            way,
            law,
            years,
        )
