"""Make the page of what may come after a job: its ladder, then the jobs that are most like it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

from careercli.catalogue.catalogue import EDITORS, Catalogue
from careercli.catalogue.likeness import NEAR, SIZE, Like, Likeness, like_imported, standardised
from careercli.catalogue.meaning import ids_of
from careercli.catalogue.moves import Found, moves, pay_change
from careercli.catalogue.near_groups import SIMILAR, comparable
from careercli.catalogue.observed import Observed
from careercli.catalogue.profile import yours
from careercli.catalogue.role_row import group_rows, role_rows
from careercli.catalogue.standpoint import Gap, Jobs, Standpoint
from careercli.errors import UsageError
from careercli.locale import later
from careercli.locale import translate as _
from careercli.pages import RoleRow, Term
from careercli.pages.moves import Move, NextPage

COMPARED = {
    "skills": later("skills"),
    "titles": later("O*NET titles"),
    "ratings": later("O*NET ratings"),
    "diploma": later("diploma"),
}


class Wanted(NamedTuple):
    """Which moves are asked for, each word as it was typed: nothing is hidden unless asked.

    ``into`` turns the question round: from which jobs people come. ``up`` keeps what is a level
    higher or a step up, ``sideways`` what is neither. ``max_study`` are the years of the study that
    may lie between; ``with_diploma`` is had in place of what the job asks, and keeps what asks no
    more, or no more than such a study gives. ``without`` are marks of the working life.
    """

    into: bool = False
    up: bool = False
    sideways: bool = False
    max_study: int | None = None
    with_diploma: Sequence[str] = ()
    without: Sequence[str] = ()

    def given(self) -> dict[str, str]:
        """Return what is asked for, as text."""
        told = {
            name: ", ".join(value) if isinstance(value, (list, tuple)) else str(value).lower()
            for name, value in self._asdict().items()
            if value not in (None, (), []) and value is not False
        }
        told.pop("into", None)
        return told


NEAREST = 20  # of the jobs that are like one; what comes after has hardly a skill in common

EVERYTHING = Wanted()


def next_page(
    catalogue: Catalogue,
    role_id: int,
    wanted: Wanted = EVERYTHING,
    sort: str | None = None,
    limit: int | None = None,
    known: "Known | None" = None,
) -> NextPage:
    """Return what may come after a role, or into it, up to a limit.

    Who asks of many roles reads what is ``known`` of all of them once. After an imported occupation
    come those of its classification that ask for most of the same skills. Raises UsageError for a
    diploma or a mark that is not known.
    """
    if catalogue.role(role_id)["kind"] != "role":
        _refuse_what_is_unknown(wanted, sort)
        return _of_occupation(catalogue, role_id, limit)
    question = _Question(catalogue, role_id, wanted, known or Known.of(catalogue))
    row = role_rows(catalogue, [role_id])[role_id]
    found = question.found(sort or "like")
    told = moves(catalogue, found[:limit], question.jobs, row, into=wanted.into)
    seen = (move.seen.source for move in told if move.seen)
    sources = (EDITORS, *question.measured_by, *seen)
    return _page(catalogue, row, told, sources, question.compared)._replace(
        into=wanted.into,
        having=tuple(map(catalogue.diploma, question.having)),
        filters=wanted.given(),
        sort=sort or "like",
        found=len(found),
        yours=yours(catalogue, role_id),
    )


def _page(
    catalogue: Catalogue,
    here: RoleRow,
    told: tuple[Move, ...],
    sources: Iterable[str],
    compared: Mapping[str, str],
) -> NextPage:
    """Return a page of moves of which nothing was asked besides."""
    wages = catalogue.leading("quartiles")
    reader = catalogue.reader
    return NextPage(
        slug=here.slug,
        language=reader.language,
        title=here.title,
        role=here,
        into=False,
        having=(),
        per=reader.per,
        hours_per_week=reader.hours_per_week,
        minimum=catalogue.minimum_for(wages.period, here, told),
        pay_period=wages.period,
        filters={},
        sort="like",
        found=len(told),
        exposure_note=catalogue.exposure_note,
        moves=told,
        compared=tuple(Term(key, _(label)) for key, label in compared.items()),
        sources=catalogue.sources((*sources, wages.source)),
    )


class Known(NamedTuple):
    """What is read of all written roles to say what comes after one."""

    jobs: Jobs
    likeness: Likeness
    observed: Observed

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Known":
        """Read it."""
        return cls(Jobs(catalogue), Likeness(catalogue), Observed(catalogue))


class _Question:
    """What comes after a written role, or into it, and what of that is asked for."""

    def __init__(self, catalogue: Catalogue, role: int, wanted: Wanted, known: Known) -> None:
        self._catalogue, self._role, self._wanted = catalogue, role, wanted
        self.jobs = known.jobs
        self.diplomas = ids_of(catalogue, "education", wanted.with_diploma, "--with-diploma")
        self._unwanted = ids_of(catalogue, "work", wanted.without, "--without")
        self._observed = known.observed
        self._here = Standpoint.of_role(catalogue, self.jobs, role, self.diplomas)
        self._likes = {one.role: one for one in known.likeness.of(role)}

    @property
    def compared(self) -> dict[str, str]:
        """What likeness goes by here, by name: a role may have no code in O*NET."""
        used = {name for one in self._likes.values() for name in one.compared}
        return {name: label for name, label in COMPARED.items() if name in used}

    @property
    def measured_by(self) -> tuple[str, ...]:
        """The source of the measures that are no editor's, if any is used."""
        source = self._catalogue.published.lookups[NEAR].source
        return (source,) if self.compared.keys() & {"titles", "ratings"} else ()

    @property
    def having(self) -> list[str]:
        """The diplomas from which study is counted: those given, else what the job asks."""
        if self.diplomas or self._wanted.into:
            return self.diplomas
        return self.jobs.having(self._role)

    def found(self, sort: str) -> list[Found]:
        """Return the steps of the ladder, then what is like it in the order asked for."""
        steps_of = self._catalogue.steps_to if self._wanted.into else self._catalogue.steps_from
        steps = dict(steps_of(self._role))
        if self._wanted.into:  # in one order, whatever the language of their titles
            steps = dict(sorted(steps.items(), key=lambda one: (one[1].kind == "move", one[0])))
        likes = self._likes
        rest = [one for one in likes.values() if one.role not in steps][:NEAREST]
        found = []
        for role in (*steps, *(one.role for one in _sorted(self._catalogue, rest, sort))):
            kind, years = (steps[role].kind, steps[role].years) if role in steps else ("like", None)
            likeness = likes[role].likeness if role in likes else None
            gap = self._gap(role)
            reach = self.jobs.reach(gap, self._rise(role))
            ends = (role, self._role) if self._wanted.into else (self._role, role)
            seen = self._observed.seen(*ends)
            found.append(Found(role, kind, gap, reach, years, likeness, seen))
        shut = self._shut()
        return [one for one in found if one.role not in shut and self._is_near_enough(one)]

    def _rise(self, role: int) -> int:
        """Return how many levels a move goes up."""
        rise = self.jobs.levels[role] - self.jobs.levels[self._role]
        return -rise if self._wanted.into else rise

    def _gap(self, role: int) -> Gap:
        if not self._wanted.into:
            return self._here.gap(role)
        there = Standpoint.of_role(self._catalogue, self.jobs, role, self.diplomas)
        return there.gap(self._role)

    def _is_near_enough(self, found: Found) -> bool:
        """Return whether what lies between is no more study than is wanted."""
        most = self._wanted.max_study
        if most is None and not self.diplomas:
            return True
        if found.gap is None:
            return False
        way = found.gap.way
        years = (way.years or (0, 0))[1] if way else found.gap.study_years
        return years <= (most or 0)

    def _shut(self) -> set[int]:
        """Return the roles that do not go the way that is wanted, or have an unwanted mark."""
        levels = self.jobs.levels
        up = {role for role, level in levels.items() if level > levels[self._role]}
        up |= {role for role, step in self._catalogue.steps_from(self._role) if step.kind == "up"}
        shut: set[int] = set()
        if self._wanted.up:
            shut |= levels.keys() - up
        if self._wanted.sideways:
            shut |= up
        rows = self._catalogue.rows(
            "SELECT DISTINCT role FROM role_term WHERE list = 'work' "
            "AND term IN (SELECT value FROM json_each(:marks))",
            marks=json.dumps(self._unwanted),
        )
        return shut | {row["role"] for row in rows}


def _sorted(catalogue: Catalogue, likes: list[Like], sort: str) -> list[Like]:
    """Return what is like a job in another order than by likeness alone.

    ``common`` lets the number of people who work in its group count too: many moves go to what is
    near and large.
    """
    if sort == "common":
        sizes = standardised({one.role: log(_size(catalogue, one.role)) for one in likes})
        return sorted(likes, key=lambda one: -one.score - SIZE * sizes[one.role])
    column = {"pay": "pay_median", "openings": "openings"}.get(sort)
    if column is None:
        return likes
    rows = catalogue.rows(f"SELECT id, {column} FROM role WHERE kind = 'role'")  # noqa: S608 - ours
    values = {row["id"]: row[column] or 0 for row in rows}
    return sorted(likes, key=lambda one: (-values[one.role], -one.score))


def _size(catalogue: Catalogue, role: int) -> float:
    """Return how many people work in the Dutch group of a role; few where nobody says."""
    codes = json.loads(catalogue.role(role)["codes"])
    counted = catalogue.leading_figure("counts", {"isco08": codes.get("isco08", "")})
    return max(getattr(counted, "now", None) or 0, _FEW)


_FEW = 1_000


# What nobody has written a ladder of


def next_of_group(
    catalogue: Catalogue,
    code: str,
    wanted: Wanted = EVERYTHING,
    sort: str | None = None,
    limit: int | None = None,
) -> NextPage:
    """Return what may come after the jobs of a unit group: what ROA finds comparable with it.

    The written roles of each comparable group, or its unit groups where it has none. Raises
    UsageError if something is asked that nobody has said of a group.
    """
    _refuse_what_is_unknown(wanted, sort)
    here = group_rows(catalogue, [code])[code]
    rows: list[RoleRow] = []
    for near in comparable(catalogue, code):
        written = catalogue.roles_in(one.id for one in near.unit_groups)
        rows += role_rows(catalogue, written).values()
        if not written:
            rows += group_rows(catalogue, [one.id for one in near.unit_groups]).values()
    told = tuple(
        Move(row, "comparable", None, None, None, (), (), pay_change(here, row), None, ())
        for row in rows[:limit]
    )
    source = catalogue.published.lookups[SIMILAR].source
    page = _page(catalogue, here, told, (source,), {"comparable": _OF_ROA})
    return page._replace(found=len(rows))


def _refuse_what_is_unknown(wanted: Wanted, sort: str | None) -> None:
    """Raise UsageError if moves are asked for by what only a written role has."""
    asked = [f"--{name.replace('_', '-')}" for name in wanted.given()]
    asked += ["--in"] if wanted.into else []
    asked += [f"--sort {sort}"] if sort not in (None, "like") else []
    if asked:
        told = _("{option}: that is known only of roles that somebody wrote")
        raise UsageError(told.format(option=", ".join(asked)))


_OF_ROA = later("the groups that ROA finds comparable")


def _of_occupation(catalogue: Catalogue, role_id: int, limit: int | None) -> NextPage:
    here = role_rows(catalogue, [role_id])[role_id]
    likes = like_imported(catalogue, role_id)[:NEAREST]
    found = [Found(one.role, "like", likeness=one.likeness) for one in likes]
    told = moves(catalogue, found[:limit], None, here)
    source = catalogue.imports[catalogue.role(role_id)["origin"]]["source"]
    page = _page(catalogue, here, told, (source,), {"skills": COMPARED["skills"]})
    return page._replace(found=len(found))
