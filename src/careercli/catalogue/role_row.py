"""A role, or a group of jobs, as a line of a list."""

import json
import sqlite3
from collections.abc import Iterable

from careercli.catalogue.catalogue import Catalogue
from careercli.figures.figures import Tightness
from careercli.pages import RoleRow, Term

Item = int | str
"""What a list holds: the number of a role, or the code of a group."""

ROW = (
    "SELECT role.*, title, summary, (SELECT group_concat(other.origin) FROM role AS other "
    "WHERE other.superseded_by = role.id) AS also FROM role "
    "JOIN role_text ON role_text.role = role.id AND role_text.language = :language "
)
"""Begins a query for what ``role_row`` reads."""

GROUP_ROW = (
    "SELECT *, isco08 AS slug, 'group' AS kind, 'isco08' AS origin, "
    "json_object('isco08', isco08) AS codes, IIF(:language = 'nl', nl, en) AS title, "
    "'' AS summary, NULL AS also, NULL AS category, NULL AS level, NULL AS diploma FROM unit_group "
)
"""Begins one for the same of the unit groups: nobody has said what their jobs ask."""


def _also(catalogue: Catalogue, row: sqlite3.Row) -> tuple[Term, ...]:
    """Return the classifications that have the same job as an imported one."""
    also = row["also"].split(",") if row["also"] and row["kind"] == "occupation" else ()
    return tuple(map(catalogue.origin, also))


def role_row(catalogue: Catalogue, row: sqlite3.Row) -> RoleRow:
    """Return a role or a group as a line of a list."""
    sign = catalogue.more("outlooks", row["trend"])
    pay, about, below = catalogue.pay_of(row)
    codes = json.loads(row["codes"])
    score, growth, tightness = (
        catalogue.leading_figure(shape, codes) for shape in ("score", "growth", "tightness")
    )
    return RoleRow(
        slug=row["slug"],
        kind=row["kind"],
        origin=catalogue.origin(row["origin"]),
        also=_also(catalogue, row),
        title=row["title"],
        category=catalogue.term_or_none("categories", row["category"]),
        level=catalogue.term_or_none("levels", row["level"]),
        outlook=catalogue.term("outlooks", row["trend"]),
        arrow=sign["arrow"],
        arrow_ascii=sign["ascii"],
        openings=row["openings"],
        outlook_about=growth.about,
        tightness=row["tightness"],
        tightness_capped=isinstance(tightness, Tightness) and tightness.capped,
        tightness_about=tightness.about,
        education=catalogue.diploma(row["diploma"]) if row["diploma"] else None,
        pay=pay,
        pay_about=about,
        below_minimum=below,
        exposure=row["exposure"],
        exposure_about=score.about,
        summary=row["summary"],
    )


def role_rows(catalogue: Catalogue, roles: Iterable[int]) -> dict[int, RoleRow]:
    """Return roles as lines of a list, by their ids."""
    rows = catalogue.rows(
        ROW + "WHERE role.id IN (SELECT value FROM json_each(:roles))",  # noqa: S608 - ours
        roles=json.dumps(list(roles)),
    )
    return {row["id"]: role_row(catalogue, row) for row in rows}


def group_rows(catalogue: Catalogue, codes: Iterable[str]) -> dict[str, RoleRow]:
    """Return unit groups as lines of a list, by their codes, in the order of those."""
    wanted = list(codes)
    rows = catalogue.rows(
        GROUP_ROW + "WHERE isco08 IN (SELECT value FROM json_each(:codes))",  # noqa: S608 - ours
        codes=json.dumps(wanted),
    )
    found = {row["isco08"]: role_row(catalogue, row) for row in rows}
    return {code: found[code] for code in wanted if code in found}


def rows_of(catalogue: Catalogue, items: Iterable[Item]) -> dict[Item, RoleRow]:
    """Return roles and groups as lines of a list, by their numbers and codes."""
    wanted = list(items)
    roles = role_rows(catalogue, [item for item in wanted if isinstance(item, int)])
    groups = group_rows(catalogue, [item for item in wanted if isinstance(item, str)])
    return {item: row for found in (roles, groups) for item, row in found.items()}
