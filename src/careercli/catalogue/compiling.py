"""The workshop: compile validated roles and the published tables into SQLite."""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from functools import cache
from typing import TypeVar

from babel import Locale
from babel.dates import format_date
from babel.numbers import get_currency_symbol

from careercli.catalogue.schema import TABLES
from careercli.catalogue.stamps import Stamps
from careercli.figures.conclude import indicative_band, quartiles_of
from careercli.figures.join import join
from careercli.figures.tables import lookup_in
from careercli.locale import LANGUAGES
from careercli.names import name_key
from careercli.roles.checks import barring_problems
from careercli.roles.library import Lists, RoleFile, find_role_files, read_lists
from careercli.roles.model import Role, Text, Vocabulary
from careercli.roles.reading import Draft, read_draft

T = TypeVar("T")
RoleFiles = tuple[RoleFile, ...]

Watch = Callable[[Collection[T]], Iterable[T]]
"""Wraps what is worked through, so that somebody can be shown how far it has come."""


def compile_catalogue(
    connection: sqlite3.Connection, stamps: Stamps, watch: Watch[RoleFiles] = iter
) -> None:
    """Fill an empty database with everything from the data folders, one role at a time.

    A role file with a problem that bars it is set aside, and the catalogue says so.
    Raises InvalidDataError if the shipped lists or tables are broken.
    """
    lists = read_lists()
    connection.executescript(TABLES)
    with connection:
        _Writer(connection, lists, stamps).write(watch)


class _Writer:
    """Writes the lists and the roles into one database."""

    def __init__(self, connection: sqlite3.Connection, lists: Lists, stamps: Stamps) -> None:
        self._db = connection
        self._lists = lists
        self._stamps = stamps
        self._lookup = lookup_in(lists.tables)
        self._set_aside: list[tuple[str, str]] = []
        self._places = {
            name: {term: place for place, term in enumerate(getattr(lists.vocabulary, name))}
            for name in Vocabulary.model_fields
        }

    def write(self, watch: Watch[RoleFiles]) -> None:
        # 64 MB of words in memory before they are written: fewer parts to merge.
        self._db.execute("INSERT INTO search(search, rank) VALUES ('hashsize', 67108864)")
        self._write_lists()
        self._published()
        number = 0
        for files in watch(find_role_files().values()):
            if valid := self._first_valid(files):
                number += 1
                draft, stamp = valid
                replaces = len(files) > 1 and draft.path == files[0].path
                self._role(number, draft, stamp, replaces=replaces)
        self._join_edges()
        self._count_skills()
        self._db.execute("INSERT INTO search(search) VALUES ('optimize')")
        self._meta(
            stamps=json.dumps(self._stamps),
            set_aside=json.dumps(self._set_aside),
            **{f"numbers-{language}": json.dumps(number_style(language)) for language in LANGUAGES},
        )

    def _first_valid(self, files: RoleFiles) -> tuple[Draft, str | None] | None:
        """Return the first of these files that holds, with its stamp.

        The first problem of each other is kept. Where a user's own file does not hold, the
        shipped role that it meant to replace stays.
        """
        for file in files:
            stamp = self._stamps.of_file(file.path)  # before it is read
            draft = read_draft(file.path, file.origin)
            problems = barring_problems(draft, self._lists)
            if not problems:
                return draft, stamp
            self._set_aside.append((draft.slug, str(problems[0])))
        return None

    def _role(self, number: int, draft: Draft, stamp: str | None, *, replaces: bool) -> None:
        role = draft.role()
        self._main(number, draft, role, stamp, replaces=replaces)
        self._texts(number, role)
        self._names(number, draft, role)
        self._skills(number, role)
        self._edges(number, role)
        self._search(number, role)

    def _meta(self, **values: object) -> None:
        self._db.executemany(
            "INSERT INTO meta VALUES (?, ?)", [(k, str(v)) for k, v in values.items()]
        )

    def _write_lists(self) -> None:
        lists = self._lists.vocabulary
        for name in Vocabulary.model_fields:
            for place, (term, label) in enumerate(getattr(lists, name).items()):
                more = label.model_dump_json(exclude={"en", "nl"})
                self._db.execute(
                    "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?)",
                    (name, term, place, label.en, label.nl, more),
                )
        for place, (key, source) in enumerate(self._lists.sources.items()):
            self._db.execute(
                "INSERT INTO source VALUES (?, ?, ?)", (key, place, source.model_dump_json())
            )
        for place, board in enumerate(self._lists.boards.values()):
            self._db.execute(
                "INSERT INTO board VALUES (?, ?, ?, ?)",
                (place, board.name, board.region, board.url),
            )
        for place, (key, skill) in enumerate(self._lists.skills.items()):
            self._db.execute(
                "INSERT INTO skill VALUES (?, ?, ?, ?, ?, ?, 0)",
                (key, place, skill.en, skill.nl, skill.kind, skill.esco),
            )

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

    def _main(
        self, number: int, draft: Draft, role: Role, stamp: str | None, *, replaces: bool
    ) -> None:
        lists = self._lists.vocabulary
        codes = role.codes.model_dump(exclude_none=True)
        figures = join(codes, self._lookup, "en")
        quartiles = quartiles_of(lists.levels[role.level].model_dump(), role.codes.isco08)
        band = indicative_band(quartiles, figures.wage) or (None, None)
        self._db.execute(
            f"INSERT INTO role VALUES ({', '.join('?' * 18)})",  # noqa: S608 - only question marks
            (
                number,
                draft.slug,
                draft.origin,
                str(draft.path),
                stamp,
                replaces,
                role.category,
                role.level,
                self._places["levels"][role.level],
                role.outlook.trend,
                self._places["outlooks"][role.outlook.trend],
                role.education.minimum,
                lists.education[role.education.minimum].nlqf or 0,
                band[0],
                figures.wage.median,
                band[1],
                figures.exposures[0].value,
                _dump(
                    codes=codes,
                    salary=role.salary.model_dump() if role.salary else None,
                    outlook_source=role.outlook.source,
                    education=role.education.model_dump(),
                    reviewed=role.reviewed.isoformat(),
                    vacancy_query=role.vacancy_query or role.nl.title,
                ),
            ),
        )

    def _texts(self, number: int, role: Role) -> None:
        for language in LANGUAGES:
            text: Text = getattr(role, language)
            self._db.execute(
                "INSERT INTO role_text VALUES (?, ?, ?, ?, ?)",
                (
                    number,
                    language,
                    text.title,
                    text.summary,
                    _dump(
                        **text.model_dump(exclude={"title", "summary"}),
                        reviewed=_written(role.reviewed, language),
                    ),
                ),
            )

    def _names(self, number: int, draft: Draft, role: Role) -> None:
        rows: list[tuple[str, int, int, str, str | None]]
        rows = [(name_key(draft.slug), 0, number, draft.slug, None)]
        for language in LANGUAGES:
            text: Text = getattr(role, language)
            rows.append((name_key(text.title), 1, number, text.title, language))
            rows += [(name_key(alias), 2, number, alias, language) for alias in text.aliases]
        # Dutch writes compounds as one word: "dataengineer" is a data engineer.
        rows += [
            (key.replace(" ", ""), 3, role, shown, language)
            for key, _rank, role, shown, language in rows
            if " " in key
        ]
        self._db.executemany("INSERT INTO name VALUES (?, ?, ?, ?, ?)", rows)

    def _skills(self, number: int, role: Role) -> None:
        self._db.executemany(
            "INSERT INTO role_skill VALUES (?, ?, ?, ?)",
            [(number, place, skill.id, skill.need) for place, skill in enumerate(role.skills)],
        )

    def _edges(self, number: int, role: Role) -> None:
        """Write the edges with the slugs that they lead to: the numbers are not known yet."""
        edges: list[tuple[str, str, tuple[int | None, int | None]]]
        edges = [(step.role, "up", step.years) for step in role.ladder.up]
        edges += [(target, "move", (None, None)) for target in role.ladder.leads_to]
        self._db.executemany(
            "INSERT INTO loose_edge VALUES (?, ?, ?, ?, ?, ?)",
            [
                (number, target, kind, place, *years)
                for place, (target, kind, years) in enumerate(edges)
            ],
        )

    def _join_edges(self) -> None:
        """Keep the edges to roles that are there; ``careers check`` tells of the others."""
        self._db.execute(
            "INSERT INTO edge SELECT lower, role.id, kind, place, years_low, years_high "
            "FROM loose_edge JOIN role ON role.slug = target WHERE role.id <> lower "
            "ORDER BY lower, place"
        )
        self._db.execute("DROP TABLE loose_edge")

    def _count_skills(self) -> None:
        """Note how many roles ask for each skill: rare ones tell which roles are related."""
        self._db.execute(
            "UPDATE skill SET roles = (SELECT COUNT(*) FROM role_skill WHERE skill = skill.id)"
        )

    def _search(self, number: int, role: Role) -> None:
        for offset, language in enumerate(LANGUAGES):
            text: Text = getattr(role, language)
            skills = [getattr(self._lists.skills[skill.id], language) for skill in role.skills]
            self._db.execute(
                "INSERT INTO search(rowid, title, aliases, skills, prose) VALUES (?, ?, ?, ?, ?)",
                (
                    2 * number + offset,
                    text.title,
                    " · ".join(text.aliases),
                    " · ".join(skills),
                    " ".join(_prose(text)),
                ),
            )


def _prose(text: Text) -> Iterator[str]:
    yield text.summary
    for part in (text.description, text.education, text.career, text.ai, text.ai_advice):
        yield " ".join(part.split())
    yield " · ".join((*text.automates, *text.augments, *text.studies))


@cache
def _written(day: date, language: str) -> str:
    return format_date(day, "long", _BABEL[language])


def _dump(**values: object) -> str:
    return json.dumps(values, ensure_ascii=False)


_BABEL = {"en": "en_GB", "nl": "nl_NL"}


def number_style(language: str) -> dict[str, object]:
    """Return how a language writes numbers and money, from Babel's locale data.

    Kept in the catalogue, since Babel itself takes 30 ms to import.
    """
    locale = Locale.parse(_BABEL[language])
    symbols = locale.number_symbols["latn"]
    pattern = locale.currency_formats["standard"].pattern.split(";")[0]
    return {
        "decimal": symbols["decimal"],
        "group": symbols["group"],
        "currency_gap": "\N{NO-BREAK SPACE}" if "\N{NO-BREAK SPACE}" in pattern else "",
        "currencies": {code: get_currency_symbol(code, locale) for code in ("EUR", "USD")},
    }
