"""The tables of a compiled catalogue. Raise SCHEMA_VERSION when one of them changes."""

SCHEMA_VERSION = 26

ROWS = 32
"""Rows of the search table that are kept for each role: one a language, of which ESCO has 28."""

TITLE_INDEXES = ("isco-08", "cbs-titles", "editors", "esco", "onet-titles")
"""The sources of titles, the one that decides first: what a group is called, then CBS of the
Netherlands, the editors where that has not the word that people use, ESCO of Europe, O*NET of the
USA where both published crosswalks lead to the same group."""
GROUPS = TITLE_INDEXES.index("isco-08")
"""The place of the names of the groups themselves."""

EDITORS = TITLE_INDEXES.index("editors")
"""The place of our own list."""

ABROAD = TITLE_INDEXES.index("onet-titles")
"""The place of the only index that is from outside Europe."""

IMPORTED = 2
"""What the rank of an imported name of a skill has more: ours come first."""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Closed lists, with labels; more holds what else a list says (nlqf, arrow, pay) as JSON.
CREATE TABLE term (
  list TEXT, id TEXT, place INTEGER, en TEXT, nl TEXT, more TEXT,
  PRIMARY KEY (list, id)
) WITHOUT ROWID;

-- Words that a reader may not know (data/glossary.toml), with every name of each.
CREATE TABLE explained (id TEXT PRIMARY KEY, data TEXT) WITHOUT ROWID;

CREATE TABLE source (id TEXT PRIMARY KEY, place INTEGER, data TEXT) WITHOUT ROWID;
CREATE TABLE board (place INTEGER PRIMARY KEY, data TEXT);

-- The published tables as they are, joined on codes when a page asks.
CREATE TABLE published (
  name TEXT, code TEXT, data TEXT, PRIMARY KEY (name, code)
) WITHOUT ROWID;

-- The titles that an index counts in a group, under their name_key; place is that of the index
-- in TITLE_INDEXES: the lowest decides. narrower: an index says more, of which the key is a part:
-- docent (elektrische energietechniek); no answer, but a hint. last: the last word of the key.
CREATE TABLE counted (
  key TEXT, isco08 TEXT, shown TEXT, language TEXT, place INTEGER, narrower INTEGER, last TEXT
);

-- The keys of those that name a job as one text, in which others like it are found (nearest.py).
CREATE TABLE titles (language TEXT PRIMARY KEY, keys TEXT);

-- The ISCO-08 unit groups, which are listed on request; columns as in role.
CREATE TABLE unit_group (
  isco08 TEXT PRIMARY KEY, en TEXT, nl TEXT, trend TEXT, trend_place INTEGER,
  openings INTEGER, tightness REAL, tight INTEGER, pay_median REAL, exposure REAL
) WITHOUT ROWID;

-- kind: role (somebody wrote its page), group or occupation (record.py).
-- data: what only this kind has (facts.py).
-- origin: shipped, user, or the taxonomy that it was imported from.
-- pay_median: of the Dutch group in EUR per hour worked; NULL where nothing is published.
-- openings: places that open up in the group; tightness: vacancies for each person who looks, and
-- tight what that is called; NULL where nothing is published.
-- nlqf: of the lowest diploma; 0 where none is asked.
-- code: of an imported role, after its taxonomy. superseded_by: the written role that stands for
-- it; it is then shown on request.
CREATE TABLE role (
  id INTEGER PRIMARY KEY, slug TEXT UNIQUE, kind TEXT, origin TEXT, file TEXT,
  replaces_shipped INTEGER, code TEXT, superseded_by INTEGER,
  category TEXT, level TEXT, level_place INTEGER, trend TEXT, trend_place INTEGER,
  openings INTEGER, tightness REAL, tight INTEGER,
  diploma TEXT, nlqf INTEGER, pay_median REAL, exposure REAL,
  isco08 TEXT, codes TEXT, vacancy_query TEXT, data TEXT, central REAL
);
-- written_in: another language than the reader's where there is no text in that; data is NULL
-- then, and stands in the row of that language.
CREATE TABLE role_text (
  role INTEGER, language TEXT, written_in TEXT, title TEXT, summary TEXT, data TEXT,
  PRIMARY KEY (role, language)
) WITHOUT ROWID;

-- Every slug, title and alias under its name_key; rank 0 slug, 1 title, 2 alias, 3 any of them
-- written as one word, 4 a job that an imported occupation counts in, 5 a word that people look
-- for it by, which is shown nowhere else.
CREATE TABLE name (key TEXT, rank INTEGER, role INTEGER, shown TEXT, language TEXT);

-- roles: how many ask for it.
CREATE TABLE skill (
  number INTEGER PRIMARY KEY, id TEXT UNIQUE, en TEXT, nl TEXT, kind TEXT, esco TEXT, reuse TEXT,
  roles INTEGER
);
-- rank 0 id or name, 1 another name of it; IMPORTED more where the name was imported.
CREATE TABLE skill_name (key TEXT, rank INTEGER, skill INTEGER);
-- importance and marks: what a taxonomy says besides (hot, in-demand).
CREATE TABLE role_skill (
  role INTEGER, place INTEGER, skill INTEGER, need TEXT, importance REAL, marks TEXT,
  PRIMARY KEY (role, place)
) WITHOUT ROWID;

-- Words of closed lists that a written role names: work, conditions, profiles, subjects; and of
-- any role the interests that its figures say.
CREATE TABLE role_term (
  role INTEGER, list TEXT, term TEXT, PRIMARY KEY (list, term, role)
) WITHOUT ROWID;

-- The ways to learn a written role that come before it, and the years where they are not those
-- that a diploma of that level usually takes.
CREATE TABLE role_training (
  role INTEGER, place INTEGER, level TEXT, years_low INTEGER, years_high INTEGER,
  PRIMARY KEY (role, place)
) WITHOUT ROWID;

-- lower leads to upper: kind "up" with years, or "move".
CREATE TABLE edge (
  lower INTEGER, upper INTEGER, kind TEXT, place INTEGER, years_low INTEGER, years_high INTEGER
);
-- What a taxonomy says of two of its occupations: kind "broader" or "related", in its order.
CREATE TABLE relation (role INTEGER, kind TEXT, other INTEGER);

-- The slugs that imported roles had before precedence.py took them, given back when the written
-- roles are written anew.
CREATE TABLE renamed (role INTEGER PRIMARY KEY, slug TEXT);

-- What was imported: name, release, day, source, whether aliases are synonyms.
CREATE TABLE import (origin TEXT PRIMARY KEY, place INTEGER, data TEXT) WITHOUT ROWID;

-- rowid = ROWS x role + the place of the language (searching.py).
CREATE VIRTUAL TABLE search USING fts5 (
  title, aliases, skills, prose,
  tokenize = "unicode61 remove_diacritics 2 tokenchars '+#'", prefix = '2 3'
);
-- Words of names, skills and counted titles, with how many of those hold them.
CREATE TABLE word (
  word TEXT, language TEXT, names INTEGER, PRIMARY KEY (word, language)
) WITHOUT ROWID;
"""

INDEXES = """
CREATE INDEX role_by_code ON role (code) WHERE code IS NOT NULL;
CREATE INDEX role_by_superseding ON role (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX name_by_key ON name (key, rank);
CREATE INDEX counted_by_key ON counted (key);
CREATE INDEX counted_by_last ON counted (last, language);
CREATE INDEX counted_by_group ON counted (isco08);
CREATE INDEX skill_by_name ON skill_name (key, rank);
CREATE INDEX role_by_skill ON role_skill (skill, role);
CREATE INDEX edge_by_lower ON edge (lower);
CREATE INDEX edge_by_upper ON edge (upper);
CREATE INDEX relation_by_role ON relation (role);
CREATE INDEX relation_by_other ON relation (other);
"""
"""Made when many roles are written: that takes a third of the time."""


def begins(column: str, value: str) -> str:
    """Return the SQL that finds a column that begins with a value, by its index."""
    return f"{column} >= {value} AND {column} < {value} || char(1114111)"
