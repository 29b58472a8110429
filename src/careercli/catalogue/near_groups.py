"""What other classifications say of an ISCO-08 unit group: O*NET of its work, ROA of its like."""

import json
from collections.abc import Iterator

from careercli.catalogue.catalogue import Catalogue
from careercli.figures.derive import leading_kinds
from careercli.figures.figures import Group, Interests
from careercli.pages import Comparable, LinkedInterests, Term

LINKS = "isco08-onet"
SIMILAR = "roa-similar-2030"


def linked_interests(catalogue: Catalogue, isco08: str) -> LinkedInterests | None:
    """Return which interests lead in the O*NET occupations linked to a group, if any do."""
    row = catalogue.published_row(LINKS, isco08)
    codes = row["onet"].split() if row else []
    records = [catalogue.leading_figure("interests", {"onet": code}) for code in codes]
    found = [record for record in records if isinstance(record, Interests) and record.letters]
    kinds = leading_kinds(found)
    if not kinds:
        return None
    return LinkedInterests(
        about=found[0].about._replace(group=None),  # it is of several
        kinds=kinds,
        occupations=tuple(one.about.group for one in found if one.about.group),
        link_source=catalogue.published.lookups[LINKS].source,
    )


def comparable(catalogue: Catalogue, isco08: str) -> tuple[Comparable, ...]:
    """Return the Dutch groups that ROA finds most comparable with that of a unit group."""
    row = catalogue.published_row("isco08", isco08)
    near = catalogue.published_row(SIMILAR, row[_DUTCH]) if row else None
    return tuple(_comparable(catalogue, code) for code in (near["similar"].split() if near else ()))


_DUTCH = "brc2014ed2025"


def _comparable(catalogue: Catalogue, code: str) -> Comparable:
    system = catalogue.published.systems[_DUTCH]
    row = catalogue.published_row(system.table, code) or {}
    units = tuple(_unit_groups(catalogue, code))
    return Comparable(
        group=Group(system.label, code, row.get(_name_in(catalogue), code)),
        roles=tuple(catalogue.ref(role) for role in catalogue.roles_in(one.id for one in units)),
        unit_groups=units,
    )


def _name_in(catalogue: Catalogue) -> str:
    return f"name_{catalogue.reader.language}"


def _unit_groups(catalogue: Catalogue, code: str) -> Iterator[Term]:
    rows = catalogue.rows(
        "SELECT code, data FROM published WHERE name = 'isco08' "
        "AND json_extract(data, :path) = :code ORDER BY code",
        path=f"$.{_DUTCH}",
        code=code,
    )
    yield from (Term(row["code"], json.loads(row["data"])[_name_in(catalogue)]) for row in rows)
