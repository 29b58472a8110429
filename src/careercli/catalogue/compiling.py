"""The workshop: compile validated roles and the published tables into SQLite."""

import json
import sqlite3
from collections.abc import Iterator

from babel import Locale
from babel.dates import format_date
from babel.numbers import get_currency_symbol

from careercli.catalogue.schema import FORMAT, TABLES
from careercli.figures.conclude import indicative_band, quartiles_of
from careercli.figures.join import join
from careercli.figures.tables import lookup_in
from careercli.locale import LANGUAGES
from careercli.names import name_key
from careercli.roles.checks import problems_of
from careercli.roles.library import Library, read_library
from careercli.roles.model import Role, Text, Vocabulary
from careercli.roles.reading import Draft


def compile_catalogue(connection: sqlite3.Connection, fingerprint: str) -> None:
    """Fill an empty database with everything from the data folders.

    A role file with a problem that bars it is set aside, and the catalogue says so.
    Raises InvalidDataError if the shipped lists or tables are broken.
    """
    library = read_library()
    connection.executescript(TABLES)
    with connection:
        _Writer(connection, library).write(fingerprint)


class _Writer:
    """Writes one library into one database."""

    def __init__(self, connection: sqlite3.Connection, library: Library) -> None:
        self._db = connection
        self._library = library
        self._places = {
            name: {term: place for place, term in enumerate(getattr(library.vocabulary, name))}
            for name in Vocabulary.model_fields
        }

    def write(self, fingerprint: str) -> None:
        roles, set_aside = self._valid_roles()
        self._lists()
        self._published()
        ids = {draft.slug: number for number, (draft, _) in enumerate(roles, start=1)}
        for draft, role in roles:
            self._role(ids[draft.slug], draft, role)
            self._names(ids[draft.slug], draft, role)
            self._skills(ids[draft.slug], role)
            self._edges(ids, draft.slug, role)
            self._search(ids[draft.slug], role)
        self._db.execute("INSERT INTO search(search) VALUES ('optimize')")
        self._meta(
            format=FORMAT,
            fingerprint=fingerprint,
            set_aside=json.dumps(set_aside),
            **{f"numbers-{language}": json.dumps(number_style(language)) for language in LANGUAGES},
        )

    def _valid_roles(self) -> tuple[list[tuple[Draft, Role]], list[str]]:
        """Return the roles that hold, and the first problem of each file set aside.

        Where a user's own file does not hold, the shipped role that it meant to replace stays.
        """
        valid, set_aside = [], []
        for slug, draft in self._library.drafts.items():
            for candidate in (draft, self._library.replaced.get(slug)):
                if candidate is None:
                    continue
                problems = problems_of(candidate, self._library, needed_only=True)
                if not problems:
                    valid.append((candidate, candidate.role()))
                    break
                set_aside.append(str(problems[0]))
        return valid, set_aside

    def _meta(self, **values: object) -> None:
        self._db.executemany(
            "INSERT INTO meta VALUES (?, ?)", [(k, str(v)) for k, v in values.items()]
        )

    def _lists(self) -> None:
        lists = self._library.vocabulary
        for name in Vocabulary.model_fields:
            for place, (term, label) in enumerate(getattr(lists, name).items()):
                more = label.model_dump_json(exclude={"en", "nl"})
                self._db.execute(
                    "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?)",
                    (name, term, place, label.en, label.nl, more),
                )
        for place, (key, source) in enumerate(self._library.sources.items()):
            self._db.execute(
                "INSERT INTO source VALUES (?, ?, ?)", (key, place, source.model_dump_json())
            )
        for place, board in enumerate(self._library.boards.values()):
            self._db.execute(
                "INSERT INTO board VALUES (?, ?, ?, ?)",
                (place, board.name, board.region, board.url),
            )
        for place, (key, skill) in enumerate(self._library.skills.items()):
            self._db.execute(
                "INSERT INTO skill VALUES (?, ?, ?, ?, ?, ?)",
                (key, place, skill.en, skill.nl, skill.kind, skill.esco),
            )

    def _published(self) -> None:
        # ESCO serves the checks only: no page reads a figure from it.
        self._db.executemany(
            "INSERT INTO published VALUES (?, ?, ?)",
            (
                (name, code, json.dumps(row))
                for name, rows in self._library.tables.items()
                if name != "esco"
                for code, row in rows.items()
            ),
        )

    def _role(self, number: int, draft: Draft, role: Role) -> None:
        lists = self._library.vocabulary
        codes = role.codes.model_dump(exclude_none=True)
        figures = join(codes, lookup_in(self._library.tables), "en")
        quartiles = quartiles_of(lists.levels[role.level].model_dump(), role.codes.isco08)
        band = indicative_band(quartiles, figures.wage) or (None, None)
        self._db.execute(
            f"INSERT INTO role VALUES ({', '.join('?' * 17)})",  # noqa: S608 - only question marks
            (
                number,
                draft.slug,
                draft.origin,
                str(draft.path),
                draft.slug in self._library.replaced and draft.origin != "shipped",
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
                        reviewed=format_date(role.reviewed, "long", _BABEL[language]),
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

    def _edges(self, ids: dict[str, int], slug: str, role: Role) -> None:
        """Write the edges to roles that are there; ``careers check`` tells of the others."""
        edges: list[tuple[str, str, tuple[int | None, int | None]]]
        edges = [(step.role, "up", step.years) for step in role.ladder.up]
        edges += [(target, "move", (None, None)) for target in role.ladder.leads_to]
        self._db.executemany(
            "INSERT INTO edge VALUES (?, ?, ?, ?, ?, ?)",
            [
                (ids[slug], ids[target], kind, place, *years)
                for place, (target, kind, years) in enumerate(edges)
                if target in ids and target != slug
            ],
        )

    def _search(self, number: int, role: Role) -> None:
        for offset, language in enumerate(LANGUAGES):
            text: Text = getattr(role, language)
            skills = [getattr(self._library.skills[skill.id], language) for skill in role.skills]
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
