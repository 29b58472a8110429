"""Make the page of how far the written roles reach: the groups of all in work, with their roles."""

from collections import defaultdict

from careercli.catalogue.catalogue import EDITORS, Catalogue
from careercli.catalogue.listing import Filters, roles_passing
from careercli.figures.figures import Change
from careercli.pages import CoveragePage, Covered, RoleRef, Term

_UNIT_GROUPS = "SELECT isco08 FROM unit_group ORDER BY isco08"


def coverage_page(catalogue: Catalogue, filters: Filters, limit: int | None = None) -> CoveragePage:
    """Return the groups in which people in work are counted, each with its written roles.

    With filters only those of the roles that pass. Raises UsageError as ``list_page``.
    """
    roles = _by_group(catalogue, filters)
    figures = [_figure(catalogue, row["isco08"]) for row in catalogue.rows(_UNIT_GROUPS)]
    counted = {
        group.code: Covered(Term(group.code, group.name), figure.now, tuple(roles[group.code]))
        for figure in figures
        if (group := figure.about.group)
    }
    largest = sorted(counted.values(), key=lambda one: (-(one.people or 0), one.group.id))
    groups = [one for one in largest if one.roles or not filters.given()]
    about = figures[0].about._replace(group=None)
    return CoveragePage(
        language=catalogue.reader.language,
        about=about,
        filters=filters.given(),
        found=len(groups),
        with_role=sum(1 for one in groups if one.roles),
        people=sum(one.people or 0 for one in largest),
        covered=sum(one.people or 0 for one in groups if one.roles),
        groups=tuple(groups[:limit]),
        sources=catalogue.sources((about.source, EDITORS)),
    )


def _by_group(catalogue: Catalogue, filters: Filters) -> defaultdict[str, list[RoleRef]]:
    """Return the roles that pass the filters by the group in which people are counted."""
    found: defaultdict[str, list[RoleRef]] = defaultdict(list)
    for role_id, isco08 in roles_passing(catalogue, filters):
        group = _figure(catalogue, isco08).about.group
        if group:
            found[group.code].append(catalogue.ref(role_id))
    return found


def _figure(catalogue: Catalogue, unit_group: str) -> Change:
    """Return how many people are counted where an ISCO-08 unit group is."""
    figure = catalogue.leading_figure("counts", {"isco08": unit_group})
    assert isinstance(figure, Change)  # noqa: S101 - what that shape is read into
    return figure
