"""A catalogue in memory with a role file that need not hold yet, for its writer to look at."""

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from careercli import paths
from careercli.catalogue.compiling import compile_roles, write_term
from careercli.catalogue.fingerprint import Fingerprint
from careercli.catalogue.record import RoleRecord, SkillRecord
from careercli.catalogue.writing import RecordWriter
from careercli.catalogue.written import record_of
from careercli.names import as_slug, is_usable_slug
from careercli.roles.mending import MISSING, NO_DAY, NO_GROUP, mended, missing, with_missing
from careercli.roles.reading import Draft
from careercli.roles.workspace import ReferenceData

if TYPE_CHECKING:
    from careercli.catalogue.facts import WrittenFacts, WrittenText


def with_draft(
    present: sqlite3.Connection, draft: Draft, lists: ReferenceData
) -> tuple[sqlite3.Connection, int]:
    """Return a copy of a catalogue in which a draft is a role, and the number of that role.

    The present one is left as it is. What is missing in the draft is said to be.
    """
    lists = with_missing(lists)
    record = _preview(mended(draft, lists), lists)
    connection = sqlite3.connect(":memory:", isolation_level=None)
    present.backup(connection)
    for name in ("categories", "levels", "education"):
        write_term(connection, name, MISSING, getattr(lists.vocabulary, name)[MISSING])
    skill = lists.skills[MISSING]
    writer = RecordWriter(connection, lists)
    writer.write_skills([SkillRecord(MISSING, skill.en, skill.nl, skill.kind)])
    compile_roles(connection, Fingerprint(), reference=lists, preview=record)
    (number,) = connection.execute("SELECT id FROM role WHERE slug = ?", (record.slug,)).fetchone()
    return connection, number


def _preview(draft: Draft, lists: ReferenceData) -> RoleRecord:
    """Return the record of a mended draft, without what only stands for something missing."""
    folder, shipped = draft.path.absolute().parent, paths.data_dir() / "roles"
    is_own = _is_same(folder, paths.user_roles_dir())
    record = record_of(draft, lists, replaces=is_own and (shipped / draft.path.name).exists())
    slug = as_slug(draft.slug)
    return record._replace(
        slug=slug if is_usable_slug(slug) else "role",
        origin="shipped" if _is_same(folder, shipped) else "user",
        vacancy_query="" if record.vacancy_query == missing() else record.vacancy_query,
        codes={system: code for system, code in record.codes.items() if code != NO_GROUP},
        **({} if draft.role().reviewed != NO_DAY else _without_day(record)),
    )


def _without_day(record: RoleRecord) -> dict[str, Any]:
    """Return the parts of a record that name the day of its review, without one."""
    return {
        "data": cast("WrittenFacts", record.data)._replace(reviewed=missing()),
        "wordings": {
            language: wording._replace(
                data=cast("WrittenText", wording.data)._replace(reviewed=missing())
            )
            for language, wording in record.wordings.items()
        },
    }


def _is_same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()
