"""Write all written roles into an SQLite file of tables that anybody can query.

Made for Datasette: foreign keys between the tables, and a search table with the roles' text.
"""

import errno
import os
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

from careercli.catalogue.catalogue import Catalogue
from careercli.pages import RolePage, Written

TABLES = """
CREATE TABLE source (
  id TEXT PRIMARY KEY, name TEXT, authors TEXT, title TEXT, year INTEGER, region TEXT, link TEXT,
  licence TEXT, measures TEXT, caveat TEXT
);
CREATE TABLE role (
  slug TEXT PRIMARY KEY, title TEXT, summary TEXT, category TEXT, level TEXT, isco08 TEXT,
  education_minimum TEXT, education_usual TEXT, outlook TEXT, description TEXT, education TEXT,
  career TEXT, ai TEXT, reviewed TEXT
);
CREATE TABLE fact (
  id INTEGER PRIMARY KEY, role TEXT REFERENCES role (slug), fact TEXT, value, unit TEXT,
  converted TEXT, hours_per_week REAL, status TEXT, group_system TEXT, group_code TEXT,
  group_name TEXT, region TEXT, period TEXT, source TEXT REFERENCES source (id), note TEXT
);
CREATE TABLE skill (id TEXT PRIMARY KEY, name TEXT, kind TEXT);
CREATE TABLE role_skill (
  role TEXT REFERENCES role (slug), skill TEXT REFERENCES skill (id), need TEXT, place INTEGER,
  PRIMARY KEY (role, skill)
);
CREATE TABLE step (
  lower TEXT REFERENCES role (slug), upper TEXT REFERENCES role (slug), kind TEXT,
  years_low INTEGER, years_high INTEGER, PRIMARY KEY (lower, upper)
);
CREATE VIRTUAL TABLE role_search USING fts5 (
  title, summary, description, education, career, ai, content="role"
);
"""

COLUMNS = (
    *("fact", "value", "unit", "converted", "hours_per_week", "status"),
    *("group_system", "group_code", "group_name", "region", "period", "source", "note"),
)
"""What a fact has, by the names of the columns of CSV."""

Facts = Mapping[str, object]


def write_database(
    catalogue: Catalogue, path: Path, pages: Iterable[tuple[RolePage, Iterable[Facts]]]
) -> int:
    """Write the pages with their facts into a new file, and return how many roles there are.

    Raises OSError where it cannot be written.
    """
    try:
        connection = sqlite3.connect(path)
    except sqlite3.Error as error:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES)) from error
    try:
        connection.executescript(TABLES)
        connection.executemany(_insert("source", 10), catalogue.sources())
        count = 0
        for page, facts in pages:
            _write_role(connection, page, facts)
            count += 1
        connection.executemany(_insert("step", 5), _steps(catalogue))
        connection.execute("INSERT INTO role_search (role_search) VALUES ('rebuild')")
        connection.commit()
        connection.execute("VACUUM")
    except sqlite3.Error as error:
        raise OSError(errno.EIO, os.strerror(errno.EIO)) from error
    finally:
        connection.close()
    return count


def _insert(table: str, columns: int) -> str:
    return f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * columns)})"  # noqa: S608 - ours


def _write_role(connection: sqlite3.Connection, page: RolePage, facts: Iterable[Facts]) -> None:
    body = page.body
    if not isinstance(body, Written):
        return
    asked = body.education
    row = (
        *(page.slug, page.title, page.summary, body.category.id, body.level.id),
        *(page.codes.get("isco08"), asked.minimum.id, asked.usual.id, page.outlook.trend),
        *(page.description, asked.text, body.career, page.ai_impact.text, body.reviewed),
    )
    connection.execute(_insert("role", len(row)), row)
    connection.executemany(
        _insert("skill", 3), ((skill.id, skill.name, skill.kind.id) for skill in page.skills)
    )
    connection.executemany(
        _insert("role_skill", 4),
        ((page.slug, s.id, s.need.id, place) for place, s in enumerate(page.skills)),
    )
    connection.executemany(
        _insert("fact", 2 + len(COLUMNS)),
        ((None, page.slug, *(fact.get(name) or None for name in COLUMNS)) for fact in facts),
    )


def _steps(catalogue: Catalogue) -> Iterable[tuple[object, ...]]:
    rows = catalogue.rows(
        "SELECT lower.slug AS lower, upper.slug AS upper, edge.kind AS kind, years_low, years_high "
        "FROM edge JOIN role AS lower ON lower.id = edge.lower "
        "JOIN role AS upper ON upper.id = edge.upper "
        "WHERE lower.kind = 'role' AND upper.kind = 'role' ORDER BY lower.slug, edge.place"
    )
    return map(tuple, rows)
