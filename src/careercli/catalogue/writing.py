"""Write records into the tables of a catalogue: skills and roles, whatever their origin."""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from careercli.catalogue.record import Edge, RoleRecord, SkillRecord
from careercli.catalogue.schema import IMPORTED, ROWS
from careercli.figures.derive import trend
from careercli.figures.figures import Growth, Openings, RoleFigures, Tightness
from careercli.figures.tables import KIND_OF, Row
from careercli.locale import LANGUAGES
from careercli.names import name_key
from careercli.roles.reference import Vocabulary
from careercli.roles.workspace import ReferenceData


def to_json(value: object) -> str:
    """Return JSON as the catalogue keeps it."""
    return json.dumps(value, ensure_ascii=False)


def get_meta(connection: sqlite3.Connection, key: str) -> Any:
    """Return a note about the catalogue itself."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return json.loads(row[0])


def set_meta(connection: sqlite3.Connection, notes: Mapping[str, object]) -> None:
    """Keep notes about the catalogue itself."""
    connection.executemany(
        "INSERT OR REPLACE INTO meta VALUES (?, ?)",
        # As ASCII: file names, which it may hold, are not always text.
        [(key, json.dumps(value)) for key, value in notes.items()],
    )


def count_words(connection: sqlite3.Connection, language: str, words: Mapping[str, int]) -> None:
    """Add to how many names and skills hold each word: what a typing error is likely to mean."""
    connection.executemany(
        "INSERT INTO word VALUES (?, ?, ?) "
        "ON CONFLICT (word, language) DO UPDATE SET names = names + excluded.names",
        sorted((word, language, count) for word, count in words.items()),
    )
    connection.execute("DELETE FROM word WHERE names = 0")


def best_for(language: str, wordings: Mapping[str, object]) -> str:
    """Return the language in which a reader is served best by what there is."""
    return next(code for code in (language, *LANGUAGES, *wordings) if code in wordings)


_HIDDEN = 5
"""The rank of a name that nobody is shown."""


class _Derived(NamedTuple):
    """The median in EUR per hour worked, the ILO's exposure, the outlook, kinds of interest."""

    pay_median: float | None
    exposure: float | None
    outlook: "_Outlook"
    interests: tuple[str, ...]


class _Outlook(NamedTuple):
    """The outlook word, openings in people, vacancies for each person who looks, is it tight."""

    trend: str
    openings: int | None
    tightness: float | None
    tight: bool | None


class RecordWriter:
    """Writes skills and roles; ``finish`` when all of them are written.

    What it must know of what stands there already it reads from the catalogue. So if its work is
    rolled back, nothing is left of it, here neither.
    """

    def __init__(self, connection: sqlite3.Connection, reference: ReferenceData) -> None:
        self._db = connection
        self._education = reference.vocabulary.education
        self._places = {
            name: {term: place for place, term in enumerate(getattr(reference.vocabulary, name))}
            for name in Vocabulary.model_fields
        }
        self._figures = reference.figures
        self._last_role = connection.execute("SELECT MAX(id) FROM role").fetchone()[0] or 0
        self._languages: list[str] = get_meta(connection, "languages")
        self._skills: dict[str, tuple[int, str, str]] = {
            row[0]: row[1:]
            for row in connection.execute("SELECT id, number, en, nl FROM skill ORDER BY number")
        }
        self._derived: dict[object, _Derived] = {}
        self._edges: list[tuple[int, int, Edge]] = []
        self._words: defaultdict[str, Counter[str]] = defaultdict(Counter)  # by language

    def write_skills(self, skills: Iterable[SkillRecord], rank: int = 0) -> None:
        """Write skills that are not there yet, with their names from this rank on."""
        rows, names = [], []
        for skill_id, skill in enumerate(skills, start=len(self._skills) + 1):
            self._skills[skill.id] = skill_id, skill.en, skill.nl
            *row, also = skill
            rows.append((skill_id, *row))
            keys = {name_key(name) for name in (skill.id, skill.en, skill.nl)}
            names += [(key, rank, skill_id) for key in keys]
            names += [(key, rank + 1, skill_id) for key in set(map(name_key, also)) - keys]
            for language, name in (("en", skill.en), ("nl", skill.nl)):
                self._words[language].update(name_key(name).split())
        self._db.executemany("INSERT INTO skill VALUES (?, ?, ?, ?, ?, ?, ?, 0)", rows)
        self._db.executemany("INSERT INTO skill_name VALUES (?, ?, ?)", names)

    def write_skill_aliases(self, aliases: Iterable[tuple[str, str]]) -> None:
        """Write imported names of skills that are there, each after the id of its skill.

        Other names are no words of the search: it looks for skills by their names.
        """
        rank = IMPORTED + 1
        rows = ((name_key(name), rank, self._skills[skill][0]) for skill, name in aliases)
        self._db.executemany("INSERT INTO skill_name VALUES (?, ?, ?)", rows)

    def write_groups(self, groups: Mapping[str, Row]) -> None:
        """Write the unit groups by their code, with their names."""
        for code, row in groups.items():
            derived = self._derive({"isco08": code})
            names = (row["name_en"], row["name_nl"])
            figures = (*self._outlook(derived), derived.pay_median, derived.exposure)
            self._db.execute(
                "INSERT INTO unit_group VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (code, *names, *figures),
            )

    def write_role(self, record: RoleRecord) -> int:
        """Write a role, but for its edges; return its id."""
        self._last_role += 1
        role_id = self._last_role
        self._write_row(role_id, record)
        self._write_texts(role_id, record)
        self._write_names(role_id, record)
        self._write_needs(role_id, record)
        self._write_terms(role_id, record)
        self._write_training(role_id, record)
        self._write_search(role_id, record)
        self._edges += [(role_id, place, edge) for place, edge in enumerate(record.edges)]
        return role_id

    def finish(self) -> None:
        """Write what could not be written before all roles were there."""
        self._write_edges()
        for language, words in self._words.items():
            count_words(self._db, language, words)
        set_meta(self._db, {"languages": self._languages})

    def _write_row(self, role_id: int, record: RoleRecord) -> None:
        derived = self._derive(record.codes)
        diploma = record.diploma
        self._db.execute(
            f"INSERT INTO role VALUES ({', '.join('?' * 25)})",  # noqa: S608 - only question marks
            (
                role_id,
                record.slug,
                record.kind,
                record.origin,
                record.file,
                record.replaces_shipped,
                record.code,
                None,
                record.category,
                record.level,
                self._places["levels"].get(record.level),
                *self._outlook(derived),
                diploma,
                self._education[diploma].nlqf or 0 if diploma else None,
                derived.pay_median,
                derived.exposure,
                record.codes.get("isco08"),
                to_json(record.codes),
                record.vacancy_query,
                to_json(record.data),
                None,  # it takes all roles
            ),
        )

    def _outlook(self, derived: _Derived) -> tuple[object, ...]:
        """Return the word of the outlook, its place among the words, and the figures."""
        trend, *figures = derived.outlook
        return trend, self._places["outlooks"][trend], *figures

    def _derive(self, codes: Mapping[str, str]) -> _Derived:
        """Return what lists sort and filter by; many occupations share a group."""
        shared = tuple(pair for pair in codes.items() if pair[0] != "esco")
        if shared not in self._derived:
            figures = self._figures(codes)
            self._derived[shared] = _Derived(
                figures.pay[0].median,
                figures.exposures[0].value,
                _outlook(figures),
                tuple(KIND_OF[letter] for one in figures.interests for letter in one.letters),
            )
        return self._derived[shared]

    def _write_texts(self, role_id: int, record: RoleRecord) -> None:
        """Write a row for each language of readers, and what is long once: in its own language."""
        served = {language: best_for(language, record.wordings) for language in LANGUAGES}
        for language in dict.fromkeys((*served, *served.values())):
            written_in = served.get(language, language)
            wording = record.wordings[written_in]
            self._db.execute(
                "INSERT INTO role_text VALUES (?, ?, ?, ?, ?, ?)",
                (
                    role_id,
                    language,
                    written_in,
                    record.titles.get(language, wording.title),
                    wording.summary,
                    to_json(wording.data) if language == written_in else None,
                ),
            )

    def _write_names(self, role_id: int, record: RoleRecord) -> None:
        rows: list[tuple[str, int, int, str, str | None]]
        rows = [(name_key(record.slug), 0, role_id, record.slug, None)]
        alias_rank = 4 if record.names_others else 2
        for language, wording in record.wordings.items():
            rows.append((name_key(wording.title), 1, role_id, wording.title, language))
            rows += [
                (name_key(alias), alias_rank, role_id, alias, language) for alias in wording.aliases
            ]
        rows += [
            (name_key(title), 1, role_id, title, lang) for lang, title in record.titles.items()
        ]
        rows += _hidden_names(role_id, record)
        # Dutch writes compounds as one word: "dataengineer" is a data engineer.
        rows += [
            (key.replace(" ", ""), 3, role, shown, language)
            for key, rank, role, shown, language in rows
            if " " in key and rank < _HIDDEN and (language == "nl" or record.kind == "role")
        ]
        self._db.executemany("INSERT INTO name VALUES (?, ?, ?, ?, ?)", rows)
        for key, rank, _role, _shown, written_in in rows:
            if rank != 3:
                self._words[written_in or "en"].update(key.split())

    def _write_needs(self, role_id: int, record: RoleRecord) -> None:
        self._db.executemany(
            "INSERT INTO role_skill VALUES (?, ?, ?, ?, ?, ?)",
            [
                (
                    role_id,
                    place,
                    self._skills[need.skill][0],
                    need.need,
                    need.importance,
                    " ".join(need.marks) or None,
                )
                for place, need in enumerate(record.needs)
            ],
        )

    def _write_terms(self, role_id: int, record: RoleRecord) -> None:
        self._db.executemany(
            "INSERT INTO role_term VALUES (?, ?, ?)",
            [
                (role_id, name, term)
                for name, terms in (
                    *record.terms.items(),
                    ("interests", self._derive(record.codes).interests),
                )
                for term in dict.fromkeys(terms)
            ],
        )

    def _write_training(self, role_id: int, record: RoleRecord) -> None:
        self._db.executemany(
            "INSERT INTO role_training VALUES (?, ?, ?, ?, ?)",
            [
                (role_id, place, level, *(years or (None, None)))
                for place, (level, years) in enumerate(record.training)
            ],
        )

    def _write_edges(self) -> None:
        """Write the edges to roles that are there; ``careers check`` tells of the others."""
        self._db.executemany(
            "INSERT INTO edge SELECT ?, id, ?, ?, ?, ? FROM role WHERE slug = ? AND id <> ?",
            [
                (role_id, edge.kind, place, *edge.years, edge.target, role_id)
                for role_id, place, edge in self._edges
            ],
        )

    def _write_search(self, role_id: int, record: RoleRecord) -> None:
        # Skills have names in the languages of readers: once each, and not in every row.
        spoken = [language for language in LANGUAGES if language in record.wordings]
        with_skills = spoken or [next(iter(record.wordings))]
        for language, wording in record.wordings.items():
            needs = record.needs if language in with_skills else ()
            skills = " · ".join(self._skill_name(need.skill, language) for need in needs)
            aliases = " · ".join(wording.aliases)
            self._write_search_row(role_id, language, wording.title, aliases, skills, wording.prose)
        for language, title in record.titles.items():
            self._write_search_row(role_id, language, title, None, None, None)

    def _write_search_row(self, role_id: int, language: str, *texts: str | None) -> None:
        """Write a row for a language, unless there are more languages than rows."""
        if language not in self._languages:
            if len(self._languages) == ROWS:
                return
            self._languages.append(language)
        self._db.execute(
            "INSERT INTO search(rowid, title, aliases, skills, prose) VALUES (?, ?, ?, ?, ?)",
            (ROWS * role_id + self._languages.index(language), *texts),
        )

    def _skill_name(self, skill: str, language: str) -> str:
        _skill_id, english, dutch = self._skills[skill]
        return dutch if language == "nl" else english


def _hidden_names(role_id: int, record: RoleRecord) -> list[tuple[str, int, int, str, str | None]]:
    return [
        (name_key(name), _HIDDEN, role_id, name, language)
        for language, wording in record.wordings.items()
        for name in wording.hidden
    ]


def _outlook(figures: RoleFigures) -> _Outlook:
    openings, tightness = figures.expected(Openings), figures.expected(Tightness)
    return _Outlook(
        trend=trend(figures.expected(Growth)),
        openings=openings.people if openings else None,
        tightness=tightness.value if tightness else None,
        tight=tightness.class_ == "tight" if tightness and tightness.class_ else None,
    )
