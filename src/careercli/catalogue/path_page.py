"""Make the page of the way from one job to another."""

from collections.abc import Iterator

from careercli.catalogue import routes
from careercli.catalogue.catalogue import EDITORS, Catalogue
from careercli.catalogue.moves import Found, moves
from careercli.catalogue.observed import Observed
from careercli.catalogue.profile import yours
from careercli.catalogue.role_row import role_rows
from careercli.catalogue.standpoint import Jobs
from careercli.catalogue.written_page import ways_to_begin
from careercli.errors import NotFoundError, UsageError
from careercli.locale import translate as _
from careercli.pages import RoleRow
from careercli.pages.moves import Move, PathPage, Route, Seen


def path_page(
    catalogue: Catalogue, start: int, goal: int, limits: routes.Limits = routes.ANY
) -> PathPage:
    """Return the way between two written roles, another one, and what lies between the two.

    Raises UsageError if they are one, NotFoundError for an occupation that was imported: nobody
    has written what it asks.
    """
    ends = [start, goal, *([limits.via] if limits.via is not None else [])]
    if len({*ends}) < len(ends):
        raise UsageError(_("a way leads from one role to another; these are the same"))
    for role in ends:
        row = catalogue.role(role)
        if row["kind"] != "role":
            told = _("Nobody has written what {title} asks, so no way can be told.")
            raise NotFoundError(told.format(title=row["title"]))
    rows = role_rows(catalogue, ends)
    jobs, observed = Jobs(catalogue), Observed(catalogue)
    found = routes.find_routes(catalogue, jobs, start, goal, limits)

    def told_of(route: routes.Route) -> tuple[Move, ...]:
        places = [start, *(leg.role for leg in route.legs)]
        found = [
            _found(leg, observed.seen(place, leg.role))
            for place, leg in zip(places, route.legs, strict=False)
        ]
        return moves(catalogue, found, jobs, rows[start])

    def whole(route: routes.Route | None) -> Route | None:
        return route and Route(told_of(route), route.years, _study(route))

    best, other = whole(found.best), whole(found.other)
    (direct,) = told_of(found.direct)
    ways_in = _ways_in(catalogue, goal, start)
    wages, reader = catalogue.leading("quartiles"), catalogue.reader
    return PathPage(
        language=reader.language,
        start=rows[start],
        goal=rows[goal],
        via=rows[limits.via] if limits.via is not None else None,
        filters=_given(limits, rows),
        most_steps=routes.MOST_STEPS,
        route=best,
        other=other,
        direct=direct,
        ways_in=ways_in,
        training=ways_to_begin(catalogue, goal),
        cost=round((found.best or found.direct).cost, 3),
        cost_direct=round(found.direct.cost, 3),
        per=reader.per,
        hours_per_week=reader.hours_per_week,
        minimum=catalogue.minimum_for(wages.period, rows[start], best, direct, ways_in),
        pay_period=wages.period,
        exposure_note=catalogue.exposure_note,
        sources=catalogue.sources((EDITORS, wages.source, *_seen(best, other, direct))),
        yours=yours(catalogue, goal),
    )


def _found(leg: routes.Leg, seen: Seen | None) -> Found:
    kind, years = (leg.rung.kind, leg.rung.years) if leg.rung else ("like", None)
    years = years if years and years[1] else None
    return Found(leg.role, kind, leg.gap, leg.reach, years, seen=seen)


def _seen(best: Route | None, other: Route | None, direct: Move) -> Iterator[str]:
    """Yield the sources of what people did."""
    steps = [step for route in (best, other) if route for step in route.steps]
    yield from (step.seen.source for step in (*steps, direct) if step.seen)


def _study(route: routes.Route) -> tuple[int, int]:
    """Return the years of all studies of a way."""
    years = [leg.gap.way.years or (0, 0) for leg in route.legs if leg.gap.way]
    return sum(low for low, _high in years), sum(high for _low, high in years)


def _ways_in(catalogue: Catalogue, goal: int, start: int) -> tuple[RoleRow, ...]:
    """Return the jobs from which the editors have steps to one."""
    found = [role for role, _step in catalogue.steps_to(goal) if role != start]
    rows = role_rows(catalogue, found)
    return tuple(rows[role] for role in found)


def _given(limits: routes.Limits, rows: dict[int, RoleRow]) -> dict[str, str]:
    """Return what is asked of the way, as text."""
    given = {
        "via": rows[limits.via].slug if limits.via is not None else None,
        "no_study": limits.no_study or None,
        "max_years": limits.max_years,
    }
    return {name: str(value).lower() for name, value in given.items() if value is not None}
