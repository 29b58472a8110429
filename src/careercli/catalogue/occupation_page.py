"""What a page says of imported classifications: where a role is from, and where else it stands."""

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from careercli.catalogue.catalogue import Catalogue
from careercli.figures.figures import RoleFigures
from careercli.pages import Equivalent, OccupationInfo, Share


def occupation_info(
    catalogue: Catalogue,
    row: sqlite3.Row,
    data: Mapping[str, Any],
    text: Mapping[str, Any],
    figures: RoleFigures,
) -> OccupationInfo | None:
    """Return where an imported role comes from, with what only its taxonomy says; else None."""
    about = catalogue.imports.get(row["origin"])
    if about is None:
        return None
    number = row["id"]
    layer = about["layers"][data["layer"]]
    return OccupationInfo(
        name=about["name"],
        release=layer["release"],
        imported=layer["imported"][catalogue.reader.language],
        code=data["code"],
        link=data["link"],
        language=catalogue.language(row["written_in"]),
        group=figures.exposures[0].group or figures.us_wage.group,
        tasks=tuple(text["tasks"]),
        zone=data["zone"],
        diplomas=tuple(Share(*share) for share in data["diplomas"]),
        broader=catalogue.related_by(number, "broader"),
        narrower=catalogue.related_by(number, "broader", turned=True),
        related=catalogue.related_by(number, "related"),
        source=about["source"],
    )


def equivalents(catalogue: Catalogue, codes: Mapping[str, str]) -> tuple[Equivalent, ...]:
    """Return the imported occupations that have a code of a written role."""
    rows = catalogue.rows(
        "SELECT role.id, slug, origin, title, role.data FROM role JOIN role_text "
        "ON role_text.role = role.id AND language = :language "
        "WHERE code IN (SELECT value FROM json_each(:codes)) ORDER BY role.id",
        codes=json.dumps(
            [
                f"{origin} {codes[about['code']]}"
                for origin, about in catalogue.imports.items()
                if about["code"] in codes
            ]
        ),
    )
    return tuple(_equivalent(catalogue, row) for row in rows)


def _equivalent(catalogue: Catalogue, row: sqlite3.Row) -> Equivalent:
    data = json.loads(row["data"])
    asked = catalogue.rows(
        "SELECT need, COUNT(*) FROM role_skill WHERE role = :number GROUP BY need ORDER BY need",
        number=row["id"],
    )
    return Equivalent(
        name=catalogue.imports[row["origin"]]["name"],
        origin=row["origin"],
        slug=row["slug"],
        title=row["title"],
        code=data["code"],
        link=data["link"],
        skills={row[0]: row[1] for row in asked},
    )
