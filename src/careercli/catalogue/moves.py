"""Make the record of a move: the job, with everything that lies between it and what one has."""

from collections.abc import Iterable
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.role_row import role_rows
from careercli.catalogue.standpoint import Gap, Jobs
from careercli.catalogue.written_page import condition_of
from careercli.locale import later
from careercli.locale import translate as _
from careercli.pages import RoleRow, Term
from careercli.pages.moves import Move, PayChange, Seen

REACH = {
    "near": later("near"),
    "within-reach": later("within reach"),
    "longer": later("a longer way"),
    "higher": later("levels higher"),
    "far": later("a training of its own"),
}
"""How far a job is from what one has, in words: it is not the chance to get it."""


class Found(NamedTuple):
    """A job that may come next: why (up, move, like ...), what lies between, how like it is.

    ``gap`` and ``reach`` are None of what nobody has written; ``years`` are those of a step up a
    ladder.
    """

    role: int
    kind: str
    gap: Gap | None = None
    reach: str | None = None
    years: tuple[int | None, int | None] | None = None
    likeness: float | None = None
    seen: Seen | None = None


def moves(
    catalogue: Catalogue,
    found: Iterable[Found],
    jobs: Jobs | None,
    here: RoleRow | None = None,
    *,
    into: bool = False,
) -> tuple[Move, ...]:
    """Return the moves; their pay compared with that of ``here``, or if ``into`` the other way.

    ``jobs`` is None where nobody has written what any of them asks.
    """
    listed = list(found)
    rows = role_rows(catalogue, [one.role for one in listed])
    gaps = [one.gap for one in listed if one.gap]
    skills = [skill for gap in gaps for skill in (*gap.have, *gap.missing)]
    terms = jobs.terms(skills) if jobs else {}

    def move(one: Found) -> Move:
        row, gap = rows[one.role], one.gap
        return Move(
            role=row,
            kind=one.kind,
            reach=Term(one.reach, _(REACH[one.reach])) if one.reach else None,
            years=one.years,
            likeness=None if one.likeness is None else round(one.likeness, 3),
            have=tuple(terms[skill] for skill in gap.have) if gap else (),
            missing=tuple(terms[skill] for skill in gap.missing) if gap else (),
            pay_change=_change(here, row, into=into),
            way=gap.way if gap else None,
            conditions=tuple(condition_of(catalogue, key) for key in gap.law) if gap else (),
            seen=one.seen,
        )

    return tuple(map(move, listed))


def _change(here: RoleRow | None, there: RoleRow, *, into: bool) -> PayChange | None:
    if here is None:
        return None
    return pay_change(there, here) if into else pay_change(here, there)


def pay_change(one: RoleRow, two: RoleRow) -> PayChange:
    """Return what the median of the second job is above that of the first.

    None where one group counts both, or where one has no published pay.
    """
    before, after = one.pay_about, two.pay_about
    same = before is not None and after is not None and before.group == after.group
    unit = one.pay.unit if one.pay else ""
    medians = [role.pay.median if role.pay else None for role in (one, two)]
    if same or medians[0] is None or medians[1] is None or two.pay is None or unit != two.pay.unit:
        return PayChange(None, unit, same_group=same)
    return PayChange(round(medians[1] - medians[0], 2), unit, same_group=False)
