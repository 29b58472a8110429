"""Which vacancy sites a role gets, and its links to them; nothing is fetched."""

import json
import sqlite3
from typing import Any
from urllib.parse import quote_plus

from careercli.catalogue.catalogue import Catalogue
from careercli.pages import Vacancies, VacanciesPage

MOST = 6  # links a role: who gets more opens none


def vacancies_page(catalogue: Catalogue, role_id: int) -> VacanciesPage:
    """Return the links to current vacancies of a role."""
    row = catalogue.role(role_id)
    return VacanciesPage(
        slug=row["slug"],
        language=catalogue.reader.language,
        title=row["title"],
        vacancies=vacancies(catalogue, row),
    )


def vacancies(catalogue: Catalogue, role: sqlite3.Row) -> tuple[Vacancies, ...]:
    """Return the links to the sites that are for a role, in the order of the list."""
    rows = catalogue.rows("SELECT data FROM board ORDER BY place")
    boards = [json.loads(row["data"]) for row in rows]
    sole = [board for board in boards if role["slug"] in board["sole"]]
    meant = sole or [board for board in boards if _is_for(board, role)]
    words = quote_plus(role["vacancy_query"])
    return tuple(
        Vacancies(
            board=board["name"],
            region=board["region"],
            url=board["url"].replace("{query}", words),
            searched="{query}" in board["url"],
            note=board["note"] and board["note"][catalogue.reader.language],
        )
        for board in meant[:MOST]
    )


def _is_for(board: dict[str, Any], role: sqlite3.Row) -> bool:
    """Return whether a site is for a role; one that names nobody is for all."""
    if not (board["categories"] or board["isco08"] or board["roles"] or board["sole"]):
        return True
    return (
        role["category"] in board["categories"]
        or role["slug"] in board["roles"]
        or (role["isco08"] or "").startswith(tuple(board["isco08"]))
    )
