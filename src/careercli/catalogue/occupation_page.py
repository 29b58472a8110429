"""Make what only the page of an imported occupation says: where it is from, what is beside it."""

import sqlite3

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.facts import OccupationFacts, OccupationText
from careercli.figures.figures import Group, RoleFigures
from careercli.pages import Imported, Occupation, RoleRef, Share


def imported(
    catalogue: Catalogue,
    row: sqlite3.Row,
    facts: OccupationFacts,
    text: OccupationText,
    figures: RoleFigures,
) -> Imported:
    """Return where an occupation comes from, with what only its classification says."""
    about = catalogue.imports[row["origin"]]
    layer = about["layers"][facts.language]
    role_id = row["id"]
    return Imported(
        Occupation(
            name=about["name"],
            release=layer["release"],
            imported=layer["imported"][catalogue.reader.language],
            code=facts.code,
            link=facts.link,
            language=catalogue.language(row["written_in"]),
            group=_group(figures),
            tasks=tuple(text.tasks),
            zone=facts.zone,
            diplomas=tuple(Share(*share) for share in facts.diplomas),
            broader=catalogue.related_by(role_id, "broader"),
            narrower=catalogue.related_by(role_id, "broader", turned=True),
            related=catalogue.related_by(role_id, "related"),
            same=_same(catalogue, row),
            source=about["source"],
        )
    )


def _same(catalogue: Catalogue, row: sqlite3.Row) -> tuple[RoleRef, ...]:
    """Return the same job in another classification, where no written role stands for both."""
    found = catalogue.rows(
        "SELECT id FROM role WHERE kind = 'occupation' AND (superseded_by = :role OR id = :other)",
        role=row["id"],
        other=row["superseded_by"],
    )
    return tuple(catalogue.ref(other["id"]) for other in found)


def _group(figures: RoleFigures) -> Group | None:
    """Return the group whose figures a page shows: that of the first exposure, else of the pay."""
    abouts = (figures.exposures[0].about, *(wage.about for wage in figures.pay))
    return next((about.group for about in abouts if about.group), None)
