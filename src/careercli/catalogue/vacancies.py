"""Which vacancy sites a role gets, and its links to them; nothing is fetched."""

import json
import sqlite3
from typing import Any, NamedTuple
from urllib.parse import quote_plus

from careercli.catalogue.catalogue import Catalogue
from careercli.pages import Grouped, RolePage, Vacancies, VacanciesPage

MOST = 6  # links a role: who gets more opens none


def vacancies_page(page: RolePage) -> VacanciesPage:
    """Return the links of a page alone, called as the title that led there."""
    called = page.body.typed if isinstance(page.body, Grouped) else None
    return VacanciesPage(page.slug, page.language, called or page.title, page.vacancies)


def vacancies(catalogue: Catalogue, role: sqlite3.Row) -> tuple[Vacancies, ...]:
    """Return the links to the sites that are for a role, in the order of the list."""
    asked = Asked(role["slug"], role["category"], role["isco08"] or "")
    return sites(catalogue, asked, role["vacancy_query"])


class Asked(NamedTuple):
    """What decides which sites are for a job: its name, its field and its group."""

    slug: str
    category: str | None
    isco08: str


def sites(catalogue: Catalogue, asked: Asked, query: str) -> tuple[Vacancies, ...]:
    """Return the links to the sites that are for a job, with what to search there."""
    rows = catalogue.rows("SELECT data FROM board ORDER BY place")
    boards = [json.loads(row["data"]) for row in rows]
    sole = [board for board in boards if asked.slug in board["sole"]]
    meant = sole or [board for board in boards if _is_for(board, asked)]
    words = quote_plus(query)
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


def _is_for(board: dict[str, Any], asked: Asked) -> bool:
    """Return whether a site is for a job; one that names nobody is for all."""
    if not (board["categories"] or board["isco08"] or board["roles"] or board["sole"]):
        return True
    return (
        asked.category in board["categories"]
        or asked.slug in board["roles"]
        or asked.isco08.startswith(tuple(board["isco08"]))
    )
