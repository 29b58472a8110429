"""Compile the catalogue: write the roles of every source, and the published tables, into SQLite."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from careercli.catalogue.fingerprint import Fingerprint
from careercli.catalogue.locale_data import language_name, number_style
from careercli.catalogue.occupations import Occupations, OccupationsOf, best_for
from careercli.catalogue.precedence import Precedence
from careercli.catalogue.record import RoleRecord, SkillRecord
from careercli.catalogue.schema import INDEXES, ROWS, TABLES
from careercli.catalogue.written import WrittenRoles
from careercli.errors import InvalidDataError
from careercli.figures.derive import MIDDLE_HALF, indicative_band, quartiles_of, trend
from careercli.locale import LANGUAGES
from careercli.names import name_key
from careercli.progress import Watch
from careercli.roles.reference import Vocabulary
from careercli.roles.workspace import ReferenceData, read_reference_data
from careercli.taxonomies import NAMES, taxonomy
from careercli.taxonomies.layers import broken


def compile_imports(
    connection: sqlite3.Connection, stamps: Fingerprint, watch: Watch = iter
) -> ReferenceData:
    """Fill an empty database with the lists, the tables and what was imported: the lower half.

    It changes only with an import or a new version, so the store keeps a copy. Returns the lists,
    for the upper half. Raises InvalidDataError if the shipped lists or tables are broken.
    """
    lists = read_reference_data()
    connection.executescript(TABLES)
    with connection:
        _Writer(connection, lists).write_imports(stamps, watch)
    return lists


def compile_roles(
    connection: sqlite3.Connection,
    stamps: Fingerprint,
    watch: Watch = iter,
    lists: ReferenceData | None = None,
) -> None:
    """Add the written roles to the lower half of a catalogue, one at a time.

    ``lists`` if they have just been read. A role file with a problem that bars it is set aside,
    as is a damaged import, and the catalogue says so. Raises InvalidDataError if the shipped
    lists are broken.
    """
    with connection:
        _Writer(connection, lists or read_reference_data()).write_roles(stamps, watch)


class _Conclusions(NamedTuple):
    """Pay in EUR per hour (low, median, high), the ILO's exposure, the outlook word."""

    pay: tuple[float | None, float | None, float | None]
    exposure: float | None
    trend: str


class _Writer:
    """Writes the lists and the roles into one database."""

    def __init__(self, connection: sqlite3.Connection, lists: ReferenceData) -> None:
        self._db = connection
        self._lists = lists
        self._number = connection.execute("SELECT MAX(id) FROM role").fetchone()[0] or 0
        self._languages = list(LANGUAGES)  # and others, as imports bring them
        self._set_aside: list[tuple[str, str]] = []
        self._skills: dict[str, tuple[int, SkillRecord]] = {}
        for key, skill in lists.skills.items():
            entry = SkillRecord(key, skill.en, skill.nl, skill.kind, skill.esco)
            self._skills[key] = len(self._skills) + 1, entry
        self._concluded: dict[object, _Conclusions] = {}
        self._words: Counter[str] = Counter()  # of names and skills
        self._places = {
            name: {term: place for place, term in enumerate(getattr(lists.vocabulary, name))}
            for name in Vocabulary.model_fields
        }
        # 64 MB of words in memory before they are written: fewer parts to merge.
        self._db.execute("INSERT INTO search(search, rank) VALUES ('hashsize', 67108864)")

    def write_imports(self, stamps: Fingerprint, watch: Watch) -> None:
        imported = Occupations(self._lists)
        self._write_lists({layer.taxonomy for layer in imported.layers})
        self._published()
        for source in imported.sources():
            before = self._number
            try:
                self._import(source, watch)
            except (InvalidDataError, OSError) as error:
                self._forget_after(before, source.taxonomy.id)
                self._set_aside.append((source.taxonomy.id, str(error)))
        self._set_aside += [("", problem) for problem in broken()]
        if self._number:
            self._db.executescript(INDEXES)
        self._write_words()
        self._meta(
            published=_dump(self._lists.published),
            stamps=json.dumps(stamps.below_roles()),
            set_aside=json.dumps(self._set_aside),
            languages=json.dumps(self._languages),
        )

    def write_roles(self, stamps: Fingerprint, watch: Watch) -> None:
        kept = dict(self._db.execute("SELECT key, value FROM meta"))
        self._languages = json.loads(kept["languages"])
        covering = Precedence(self._db)
        roles = WrittenRoles(self._lists, stamps)
        for entry in roles.entries(watch):
            covering.free_names(entry)
            covering.claim(self._entry(entry), entry)
        covering.settle()
        if not covering:
            self._db.executescript(INDEXES)
            self._db.execute("INSERT INTO search(search) VALUES ('optimize')")
        self._join_edges()
        self._count_skills()
        self._write_words()
        self._meta(
            stamps=json.dumps(stamps),
            set_aside=json.dumps([*json.loads(kept["set_aside"]), *roles.set_aside]),
            **{f"numbers-{language}": _dump(number_style(language)) for language in LANGUAGES},
            **{
                f"languages-{language}": _dump(self._language_names(language))
                for language in LANGUAGES
            },
        )

    def _language_names(self, language: str) -> dict[str, str]:
        return {code: language_name(code, language) for code in self._languages}

    def _meta(self, **values: object) -> None:
        self._db.executemany(
            "INSERT OR REPLACE INTO meta VALUES (?, ?)", [(k, str(v)) for k, v in values.items()]
        )

    def _write_lists(self, imported: set[str]) -> None:
        lists = self._lists.vocabulary
        for name in Vocabulary.model_fields:
            for place, (term, label) in enumerate(getattr(lists, name).items()):
                more = label.model_dump_json(exclude={"en", "nl"})
                self._db.execute(
                    "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?)",
                    (name, term, place, label.en, label.nl, more),
                )
        idle = {taxonomy(name).source for name in NAMES if name not in imported}
        used = {key: source for key, source in self._lists.sources.items() if key not in idle}
        for place, (key, source) in enumerate(used.items()):
            self._db.execute(
                "INSERT INTO source VALUES (?, ?, ?)", (key, place, source.model_dump_json())
            )
        for place, board in enumerate(self._lists.boards.values()):
            self._db.execute(
                "INSERT INTO board VALUES (?, ?, ?, ?)",
                (place, board.name, board.region, board.url),
            )
        self._write_skills(self._skills.values())

    def _write_skills(self, skills: Iterable[tuple[int, SkillRecord]]) -> None:
        rows, names = [], []
        for number, skill in skills:
            rows.append((number, *skill))
            names += [
                (key, number) for key in {name_key(n) for n in (skill.id, skill.en, skill.nl)}
            ]
        self._db.executemany("INSERT INTO skill VALUES (?, ?, ?, ?, ?, ?, ?, 0)", rows)
        self._db.executemany("INSERT INTO skill_name VALUES (?, ?)", names)
        self._words.update(" ".join(key for key, _number in names).split())

    def _published(self) -> None:
        # ESCO serves the checks only: no page reads a figure from it.
        self._db.executemany(
            "INSERT INTO published VALUES (?, ?, ?)",
            (
                (name, code, json.dumps(row))
                for name, rows in self._lists.tables.items()
                if name != "esco"
                for code, row in rows.items()
            ),
        )

    def _import(self, source: OccupationsOf, watch: Watch) -> None:
        place = self._db.execute("SELECT COUNT(*) FROM import").fetchone()[0]
        self._db.execute(
            "INSERT INTO import VALUES (?, ?, ?)",
            (source.taxonomy.id, place, _dump(source.about())),
        )
        new = list(enumerate(source.skills(), start=len(self._skills) + 1))
        self._skills |= {skill.id: (number, skill) for number, skill in new}
        self._write_skills(new)
        numbers, relations = {}, []
        for entry in watch(source):
            numbers[entry.id] = self._entry(entry)
            relations += [(entry.id, *relation) for relation in entry.relations]
        self._db.executemany(
            "INSERT INTO relation VALUES (?, ?, ?)",
            [
                (numbers[one], kind, numbers[other])
                for one, kind, other in relations
                if other in numbers and other != one
            ],
        )

    def _forget_after(self, number: int, origin: str) -> None:
        """Take the roles after a number out again: half of a damaged import is none."""
        self._db.execute("DELETE FROM import WHERE origin = ?", (origin,))
        for table in ("role_text", "name", "role_skill"):
            self._db.execute(f"DELETE FROM {table} WHERE role > ?", (number,))  # noqa: S608
        self._db.execute("DELETE FROM search WHERE rowid >= ?", (ROWS * (number + 1),))
        self._db.execute("DELETE FROM role WHERE id > ?", (number,))

    def _entry(self, entry: RoleRecord) -> int:
        """Write one role; return its number."""
        self._number += 1
        number = self._number
        self._main(number, entry)
        self._texts(number, entry)
        self._names(number, entry)
        self._asked(number, entry)
        self._edges(number, entry)
        self._search(number, entry)
        return number

    def _main(self, number: int, entry: RoleRecord) -> None:
        known = self._conclusions(tuple(entry.codes.items()), entry.level)
        outlook = entry.trend or known.trend
        diplomas = self._lists.vocabulary.education
        self._db.execute(
            f"INSERT INTO role VALUES ({', '.join('?' * 23)})",  # noqa: S608 - only question marks
            (
                number,
                entry.slug,
                entry.kind,
                entry.origin,
                entry.file,
                entry.stamp,
                entry.replaces_shipped,
                entry.code,
                None,
                entry.category,
                entry.level,
                self._places["levels"].get(entry.level),
                outlook,
                self._places["outlooks"][outlook],
                entry.diploma,
                diplomas[entry.diploma].nlqf or 0 if entry.diploma else None,
                *known.pay,
                known.exposure,
                _dump(entry.codes),
                entry.vacancy_query,
                _dump(entry.data),
            ),
        )

    def _conclusions(self, codes: tuple[tuple[str, str], ...], level: str | None) -> "_Conclusions":
        """Return what lists show of the published figures; many occupations share a group."""
        shared = (tuple(pair for pair in codes if pair[0] != "esco"), level)
        if shared not in self._concluded:
            figures = self._lists.figures(dict(codes))
            wage = figures.pay[0]
            low, high = indicative_band(self._quartiles(codes, level), wage) or (None, None)
            self._concluded[shared] = _Conclusions(
                (low, wage.median, high),
                figures.exposures[0].value,
                trend(figures.outlook),
            )
        return self._concluded[shared]

    def _quartiles(self, codes: tuple[tuple[str, str], ...], level: str | None) -> Sequence[str]:
        if level is None:
            return MIDDLE_HALF
        known = self._lists.vocabulary.levels[level].model_dump()
        return quartiles_of(known, dict(codes)["isco08"])

    def _texts(self, number: int, entry: RoleRecord) -> None:
        data = {language: _dump(wording.data) for language, wording in entry.wordings.items()}
        for language in LANGUAGES:
            written_in = best_for(language, entry.wordings)
            wording = entry.wordings[written_in]
            self._db.execute(
                "INSERT INTO role_text VALUES (?, ?, ?, ?, ?, ?)",
                (
                    number,
                    language,
                    written_in,
                    entry.titles.get(language, wording.title),
                    wording.summary,
                    data[written_in],
                ),
            )

    def _names(self, number: int, entry: RoleRecord) -> None:
        rows: list[tuple[str, int, int, str, str | None]]
        rows = [(name_key(entry.slug), 0, number, entry.slug, None)]
        alias_rank = 4 if entry.names_others else 2
        for language, wording in entry.wordings.items():
            rows.append((name_key(wording.title), 1, number, wording.title, language))
            rows += [
                (name_key(alias), alias_rank, number, alias, language) for alias in wording.aliases
            ]
        rows += [(name_key(title), 1, number, title, lang) for lang, title in entry.titles.items()]
        # Dutch writes compounds as one word: "dataengineer" is a data engineer.
        rows += [
            (key.replace(" ", ""), 3, role, shown, language)
            for key, _rank, role, shown, language in rows
            if " " in key and (language == "nl" or entry.kind == "role")
        ]
        self._db.executemany("INSERT INTO name VALUES (?, ?, ?, ?, ?)", rows)
        self._words.update(" ".join(row[0] for row in rows if row[1] != 3).split())

    def _asked(self, number: int, entry: RoleRecord) -> None:
        self._db.executemany(
            "INSERT INTO role_skill VALUES (?, ?, ?, ?, ?, ?)",
            [
                (
                    number,
                    place,
                    self._skills[asked.skill][0],
                    asked.need,
                    asked.importance,
                    " ".join(asked.marks) or None,
                )
                for place, asked in enumerate(entry.needs)
            ],
        )

    def _edges(self, number: int, entry: RoleRecord) -> None:
        """Write the edges with the slugs that they lead to: the numbers are not known yet."""
        self._db.executemany(
            "INSERT INTO loose_edge VALUES (?, ?, ?, ?, ?, ?)",
            [
                (number, edge.target, edge.kind, place, *edge.years)
                for place, edge in enumerate(entry.edges)
            ],
        )

    def _join_edges(self) -> None:
        """Keep the edges to roles that are there; ``careers check`` tells of the others."""
        self._db.execute(
            "INSERT INTO edge SELECT lower, role.id, loose_edge.kind, place, years_low, years_high "
            "FROM loose_edge JOIN role ON role.slug = target WHERE role.id <> lower "
            "ORDER BY lower, place"
        )
        self._db.execute("DROP TABLE loose_edge")

    def _count_skills(self) -> None:
        """Note how many roles ask for each skill: rare ones tell which roles are related."""
        self._db.execute(
            "UPDATE skill SET roles = (SELECT COUNT(*) FROM role_skill WHERE skill = number)"
        )

    def _search(self, number: int, entry: RoleRecord) -> None:
        for language, wording in entry.wordings.items():
            skills = " · ".join(self._skill_name(need.skill, language) for need in entry.needs)
            aliases = " · ".join(wording.aliases)
            row = self._row(number, language)
            self._search_row(row, wording.title, aliases, skills, wording.prose)
        for language, title in entry.titles.items():
            self._search_row(self._row(number, language), title, None, None, None)

    def _row(self, number: int, language: str) -> int | None:
        """Return the row for a language; None if there are more languages than rows."""
        if language not in self._languages:
            if len(self._languages) == ROWS:
                return None
            self._languages.append(language)
        return ROWS * number + self._languages.index(language)

    def _search_row(self, row: int | None, *texts: str | None) -> None:
        if row is not None:
            self._db.execute(
                "INSERT INTO search(rowid, title, aliases, skills, prose) VALUES (?, ?, ?, ?, ?)",
                (row, *texts),
            )

    def _skill_name(self, key: str, language: str) -> str:
        skill = self._skills[key][1]
        return skill.nl if language == "nl" else skill.en

    def _write_words(self) -> None:
        """Keep the words of names and skills apart: what a typing error is likely to mean."""
        self._db.executemany(
            "INSERT INTO word VALUES (?, ?) "
            "ON CONFLICT (word) DO UPDATE SET names = names + excluded.names",
            sorted((word, count) for word, count in self._words.items() if len(word) > 1),
        )
        self._words.clear()


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
