"""The tables of a compiled catalogue. Raise FORMAT when one of them changes."""

FORMAT = 6

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Closed lists, with labels; more holds what else a list says (nlqf, arrow, pay) as JSON.
CREATE TABLE term (
  list TEXT, id TEXT, place INTEGER, en TEXT, nl TEXT, more TEXT,
  PRIMARY KEY (list, id)
) WITHOUT ROWID;

CREATE TABLE source (id TEXT PRIMARY KEY, place INTEGER, data TEXT) WITHOUT ROWID;
CREATE TABLE board (place INTEGER PRIMARY KEY, name TEXT, region TEXT, url TEXT);

-- The published tables as they are, joined on codes when a page asks.
CREATE TABLE published (
  name TEXT, code TEXT, data TEXT, PRIMARY KEY (name, code)
) WITHOUT ROWID;

-- pay_low and pay_high: the indicative band in EUR per hour; NULL where nothing is published.
-- nlqf: of the lowest diploma; 0 where none is asked.
-- stamp: of the file, if it lies in a large folder (stamps.py).
CREATE TABLE role (
  id INTEGER PRIMARY KEY, slug TEXT UNIQUE, origin TEXT, file TEXT, stamp TEXT,
  replaces_shipped INTEGER,
  category TEXT, level TEXT, level_place INTEGER, trend TEXT, trend_place INTEGER,
  diploma TEXT, nlqf INTEGER, pay_low REAL, pay_median REAL, pay_high REAL, exposure REAL,
  data TEXT
);
CREATE TABLE role_text (
  role INTEGER, language TEXT, title TEXT, summary TEXT, data TEXT,
  PRIMARY KEY (role, language)
) WITHOUT ROWID;

-- Every slug, title and alias under its name_key; rank 0 slug, 1 title,
-- 2 alias, 3 any of them written as one word.
CREATE TABLE name (key TEXT, rank INTEGER, role INTEGER, shown TEXT, language TEXT);
CREATE INDEX name_by_key ON name (key, rank);

-- roles: how many ask for it.
CREATE TABLE skill (
  id TEXT PRIMARY KEY, place INTEGER, en TEXT, nl TEXT, kind TEXT, esco TEXT, roles INTEGER
) WITHOUT ROWID;
CREATE TABLE role_skill (
  role INTEGER, place INTEGER, skill TEXT, need TEXT, PRIMARY KEY (role, place)
) WITHOUT ROWID;
CREATE INDEX role_by_skill ON role_skill (skill);

-- lower leads to upper: kind "up" with years, or "move".
CREATE TABLE edge (
  lower INTEGER, upper INTEGER, kind TEXT, place INTEGER, years_low INTEGER, years_high INTEGER
);
-- Edges before the numbers of their upper ends are known; gone when all are written.
CREATE TABLE loose_edge (
  lower INTEGER, target TEXT, kind TEXT, place INTEGER, years_low INTEGER, years_high INTEGER
);
CREATE INDEX edge_by_lower ON edge (lower);
CREATE INDEX edge_by_upper ON edge (upper);

-- rowid = 2 x role + (0 English, 1 Dutch).
CREATE VIRTUAL TABLE search USING fts5 (
  title, aliases, skills, prose, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
CREATE VIRTUAL TABLE search_term USING fts5vocab (search, row);
"""
