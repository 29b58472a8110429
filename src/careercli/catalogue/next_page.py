"""Make the page of what may come after a job: its ladder, then the jobs that are most like it."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator

from careercli.catalogue.catalogue import EDITORS, Catalogue
from careercli.catalogue.facts import WrittenFacts
from careercli.catalogue.likeness import Like, like
from careercli.catalogue.role_row import role_rows
from careercli.catalogue.schooling import Schooling, training_of
from careercli.errors import NotFoundError
from careercli.locale import later
from careercli.locale import translate as _
from careercli.pages import Move, NextPage, PayChange, RoleRow, Step, Term

COMPARED = {"skills": later("their skills"), "diploma": later("the level of their diplomas")}


def next_page(
    catalogue: Catalogue, role_id: int, sort: str | None = None, limit: int | None = None
) -> NextPage:
    """Return what may come after a written role, up to a limit.

    Raises NotFoundError for an occupation that was imported: what its classification puts beside
    it stands on its page.
    """
    row = catalogue.role(role_id)
    if row["kind"] != "role":
        told = _("Nobody has written what comes after {title}; what stands beside it:")
        told = told.format(title=row["title"])
        raise NotFoundError(f"{told}\n  careers show {row['slug']} --section discover")
    here = _Here(catalogue, row)
    steps = dict(catalogue.steps_from(role_id))
    likes = {one.role: one for one in like(catalogue, role_id)}
    rest = sorted((role for role in likes if role not in steps), key=_order(catalogue, sort, likes))
    moves = tuple(here.moves([*steps, *rest][:limit], steps, likes))
    reader, year = catalogue.reader, catalogue.leading("quartiles").period
    return NextPage(
        slug=row["slug"],
        language=reader.language,
        title=row["title"],
        role=here.role,
        diploma=here.role.education,
        per=reader.per,
        hours_per_week=reader.hours_per_week,
        minimum=catalogue.minimum_for(year, here.role, moves),
        pay_period=year,
        sort=sort or "like",
        found=len(steps) + len(rest),
        exposure_note=catalogue.exposure_note,
        moves=moves,
        compared=tuple(Term(key, _(label)) for key, label in COMPARED.items()),
        sources=catalogue.sources((EDITORS, catalogue.leading("quartiles").source)),
    )


class _Here:
    """The job that one has, and what lies between it and others."""

    def __init__(self, catalogue: Catalogue, row: sqlite3.Row) -> None:
        self._catalogue = catalogue
        self.role = role_rows(catalogue, [row["id"]])[row["id"]]
        self._skills = self._essential([row["id"]], every=True).get(row["id"], [])
        self._conditions = WrittenFacts.load(row["data"]).conditions
        self._median, self._unit = _median(self.role)
        self._schooling = Schooling(catalogue, [row["diploma"]])
        self._training = training_of(catalogue)

    def moves(
        self, roles: list[int], steps: dict[int, Step], likes: dict[int, Like]
    ) -> Iterator[Move]:
        """Yield a move to each of the roles."""
        rows, asked = role_rows(self._catalogue, roles), self._essential(roles)
        facts = self._facts(roles)
        for role in roles:
            step, alike = steps.get(role), likes.get(role)
            row, skills = rows[role], asked.get(role, [])
            diploma = row.education.id if row.education else None
            yield Move(
                role=row,
                kind=step.kind if step else "like",
                years=step.years if step else None,
                likeness=round(alike.likeness, 3) if alike else None,
                have=tuple(skill for skill in skills if skill in self._skills),
                missing=tuple(skill for skill in skills if skill not in self._skills),
                pay_change=self._pay_change(row),
                way=self._schooling.way(diploma, self._training.get(role, ()), study=True),
                conditions=tuple(self._new_conditions(facts[role].conditions)),
            )

    def _essential(self, roles: Iterable[int], *, every: bool = False) -> dict[int, list[Term]]:
        """Return the essential skills of roles in their order, or with ``every`` all of them."""
        rows = self._catalogue.rows(
            "SELECT role, skill.* FROM role_skill JOIN skill ON number = skill "
            "WHERE role IN (SELECT value FROM json_each(:roles)) AND need <> 'rated' "
            "AND (:every OR need = 'essential') ORDER BY role, place",
            roles=json.dumps(list(roles)),
            every=every,
        )
        found: dict[int, list[Term]] = {}
        for row in rows:
            term = Term(row["id"], row[self._catalogue.reader.language])
            found.setdefault(row["role"], []).append(term)
        return found

    def _facts(self, roles: Iterable[int]) -> dict[int, WrittenFacts]:
        rows = self._catalogue.rows(
            "SELECT id, data FROM role WHERE id IN (SELECT value FROM json_each(:roles))",
            roles=json.dumps(list(roles)),
        )
        return {row["id"]: WrittenFacts.load(row["data"]) for row in rows}

    def _pay_change(self, other: RoleRow) -> PayChange:
        """Return the difference of the medians; none where one group counts both."""
        median, unit = _median(other)
        one, two = self.role.pay_about, other.pay_about
        same = one is not None and two is not None and one.group == two.group
        if same or median is None or self._median is None or unit != self._unit:
            return PayChange(None, self._unit, same_group=same)
        return PayChange(round(median - self._median, 2), unit, same_group=False)

    def _new_conditions(self, asked: Iterable[str]) -> Iterator[Term]:
        """Yield what law asks for a move that the present job does not ask for, in short."""
        for key in asked:
            more = self._catalogue.more("conditions", key)
            if key not in self._conditions and more["by_law"]:
                yield Term(key, more["short"][self._catalogue.reader.language])


def _median(role: RoleRow) -> tuple[float | None, str]:
    return (role.pay.median, role.pay.unit) if role.pay else (None, "")


def _order(
    catalogue: Catalogue, sort: str | None, likes: dict[int, Like]
) -> Callable[[int], tuple[float, float]]:
    """Return the key by which what is like a job stands: by likeness, else what is asked for."""
    column = {"pay": "pay_median", "openings": "openings"}.get(sort or "like")
    values = {}
    if column:
        rows = catalogue.rows(f"SELECT id, {column} FROM role WHERE kind = 'role'")  # noqa: S608
        values = {row["id"]: row[column] or 0 for row in rows}
    return lambda role: (-values.get(role, 0), -likes[role].score)
