"""Look things up in a compiled catalogue: the questions that pages are made from."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from careercli.catalogue.choices import WRITTEN
from careercli.choices import Choices, unknown
from careercli.errors import UsageError
from careercli.figures import HOURS_A_WEEK
from careercli.figures.figures import About, Quartiles, Record, RoleFigures
from careercli.figures.join import join
from careercli.figures.pay import LegalMinimum, PayRules, Week, convert
from careercli.figures.tables import KIND_OF, Published, Row, Series
from careercli.locale import translate as _
from careercli.pages import Amounts, Diploma, InterestKind, Minimum, RoleRef, Source, Step, Term
from careercli.pages.fields import fields_in
from careercli.taxonomies.damage import Damage

EDITORS = "editors"
"""The source of what we estimate ourselves."""

_REF = (
    "SELECT role.id, slug, role.kind, title, level, isco08 FROM role "
    "JOIN role_text ON role_text.role = role.id AND language = :language "
)


class Reader(NamedTuple):
    """What the reader asked for: language, the period of pay, the hours of a working week.

    ``skills`` are words for what they can, ``diploma`` for what they have, parted by commas, if
    they have kept any.
    """

    language: str = "en"
    per: str = "year"
    hours_per_week: float = HOURS_A_WEEK
    skills: str = ""
    diploma: str = ""


class Catalogue:
    """A compiled catalogue, read for one reader."""

    def __init__(self, connection: sqlite3.Connection, reader: Reader) -> None:
        self._db = connection
        self._db.row_factory = sqlite3.Row
        self.reader = reader
        self._leading: dict[tuple[str, str | None], Record] = {}
        self.own_skills: frozenset[int] | None = None  # once somebody has asked (profile.py)

    @property
    def connection(self) -> sqlite3.Connection:
        """The database, for a catalogue with another reader."""
        return self._db

    def rows(self, sql: str, **values: object) -> list[sqlite3.Row]:
        """Return the rows of a query; ``:language`` is known to every one."""
        return self._db.execute(sql, {"language": self.reader.language, **values}).fetchall()

    def meta(self, key: str) -> str:
        """Return a note about the catalogue itself."""
        return str(self.rows("SELECT value FROM meta WHERE key = :key", key=key)[0][0])

    @cached_property
    def set_aside(self) -> dict[str, str]:
        """The role files that are not in the catalogue: their paths by name."""
        return {Path(path).stem: path for path in json.loads(self.meta("set_aside"))}

    @cached_property
    def damages(self) -> list[Damage]:
        """What is wrong with the imports that are not in the catalogue, or not as a whole."""
        return [Damage(*damage) for damage in json.loads(self.meta("damages"))]

    @property
    def number_style(self) -> dict[str, Any]:
        """How the reader's language writes numbers."""
        style: dict[str, Any] = json.loads(self.meta(f"numbers-{self.reader.language}"))
        return style

    # Closed lists

    @cached_property
    def _terms(self) -> Mapping[tuple[str, str], sqlite3.Row]:
        return {
            (row["list"], row["id"]): row for row in self.rows("SELECT * FROM term ORDER BY place")
        }

    def term(self, name: str, key: str) -> Term:
        """Return a word of a closed list with its label."""
        return Term(key, self._terms[name, key][self.reader.language])

    def term_or_none(self, name: str, key: str | None) -> Term | None:
        """Return a word of a closed list, or None for a role of which nobody has said it."""
        return None if key is None else self.term(name, key)

    def terms(self, name: str, keys: Iterable[str]) -> tuple[Term, ...]:
        """Return several words of one list."""
        return tuple(self.term(name, key) for key in keys)

    def all_terms(self, name: str) -> tuple[Term, ...]:
        """Return a closed list in its order."""
        return tuple(self.term(name, key) for list_name, key in self._terms if list_name == name)

    def has_term(self, name: str, key: str | None) -> bool:
        """Return whether a word stands on a closed list."""
        return (name, key) in self._terms

    def more(self, name: str, key: str) -> dict[str, Any]:
        """Return what a list says of a word besides its labels."""
        found: dict[str, Any] = json.loads(self._terms[name, key]["more"])
        return found

    def names(self, name: str, key: str) -> list[str]:
        """Return every name of a word: its id, its labels, and other words that people have."""
        row, also = self._terms[name, key], self.more(name, key).get("also", [])
        return [key, row["en"], row["nl"], *also]

    def interests(self, letters: Iterable[str]) -> tuple[InterestKind, ...]:
        """Return the kinds of interest for which letters stand, each once."""
        kinds = self.terms("interests", (KIND_OF[letter] for letter in dict.fromkeys(letters)))
        language = self.reader.language
        return tuple(
            InterestKind(*kind, self.more("interests", kind.id)["meaning"][language])
            for kind in kinds
        )

    def diploma(self, key: str) -> Diploma:
        """Return a diploma with its level, and the years that it takes."""
        more = self.more("education", key)
        return Diploma(
            id=key,
            label=self.term("education", key).label,
            short=more["short"][self.reader.language],
            nlqf=more["nlqf"],
            years=tuple(more["years"]) if more["years"] else None,
            years_before=self._years_up_to(more["builds_on"]),
        )

    def _years_up_to(self, key: str | None) -> tuple[int, int] | None:
        """Return the years of a diploma together with those that it builds on."""
        if key is None:
            return None
        own, before = self.diploma(key).years, self.diploma(key).years_before
        return (own[0] + before[0], own[1] + before[1]) if own and before else own

    # Roles

    @cached_property
    def published(self) -> Published:
        """What each published table is, and how it is joined."""
        return Published.load(self.meta("published"))

    def figures(self, codes: Mapping[str, str]) -> RoleFigures:
        """Return every published figure for a role's codes."""
        return join(codes, self.published, self.published_row, self.reader.language)

    def leading_figure(self, shape: str, codes: Mapping[str, str]) -> Record:
        """Return the figure of a shape that lists show, for a role with these codes."""
        series = self.leading(shape)
        code = codes.get(self.published.root_of(series.code))
        if (shape, code) not in self._leading:
            alone = Published(self.published.systems, (series,))
            found = join(codes, alone, self.published_row, self.reader.language)
            (self._leading[shape, code],) = found.records()
        return self._leading[shape, code]

    @property
    def exposure_note(self) -> str:
        """What a score of exposure is and is not: it stands wherever one does."""
        return _(
            "Exposure: how much of the work AI could touch, from 0 to 1. It is not the chance of "
            "losing the job."
        )

    def leading(self, shape: str) -> Series:
        """Return the series of a shape that lists show."""
        return next(series for series in self.published.series if series.shape == shape)

    def published_row(self, table: str, code: str) -> Row | None:
        """Return the row of a code in a published table; None if there is none."""
        found = self.rows(
            "SELECT data FROM published WHERE name = :table AND code = :code",
            table=table,
            code=code,
        )
        row: Row | None = json.loads(found[0][0]) if found else None
        return row

    def group_name(self, code: str, language: str | None = None) -> str:
        """Return the name of an ISCO-08 unit group; empty for what is no code of one."""
        row = self.published_row("isco08", code) or {}
        return row.get(f"name_{language or self.reader.language}", "")

    def role(self, role_id: int) -> sqlite3.Row:
        """Return a role's own row with its text in the reader's language, or the nearest to it."""
        return self.rows(
            "SELECT role.*, here.title, here.summary, here.written_in, best.data AS text "
            "FROM role JOIN role_text AS here ON here.role = id AND here.language = :language "
            "JOIN role_text AS best ON best.role = id AND best.language = here.written_in "
            "WHERE id = :role_id",
            role_id=role_id,
        )[0]

    # Pay

    @cached_property
    def pay_rules(self) -> PayRules:
        """What pay is converted and judged by."""
        paid_weeks, minimums = json.loads(self.meta("pay_rules"))
        return PayRules(paid_weeks, tuple(LegalMinimum(*minimum) for minimum in minimums))

    @property
    def week(self) -> Week:
        """The reader's working week."""
        return Week(self.reader.hours_per_week, self.pay_rules.paid_weeks)

    @property
    def weeks_source(self) -> str:
        """The source of how many weeks of worked hours a year has."""
        return self.published.lookups["working-time"].source

    def in_period(self, amounts: Amounts, region: str) -> Amounts:
        """Return amounts in the period that the reader asked for."""
        currency, _slash, period = amounts.unit.partition("/")

        def new(amount: float | None) -> float | None:
            if amount is None:
                return None
            return round(convert(amount, period, self.reader.per, self.week, region), 2)

        low, median, high = map(new, amounts[:3])
        return Amounts(low, median, high, f"{currency}/{self.reader.per}")

    def minimum_for(self, year: str, *records: object) -> Minimum | None:
        """Return the legal minimum of an adult if an amount of a year is below it."""
        then = self.pay_rules.minimum_of(year)
        if then is None or ("below_minimum", True) not in fields_in(records):
            return None
        since, now = self.pay_rules.minimums[-1]
        shown = [
            round(convert(an_hour, "hour", self.reader.per, self.week), 2)
            for an_hour in (now, then.an_hour)
        ]
        days: dict[str, str] = json.loads(self.meta(f"days-{self.reader.language}"))
        return Minimum(
            amount=shown[0],
            unit=f"EUR/{self.reader.per}",
            since=since,
            since_text=days[since],
            then=shown[1],
            year=year,
            source=self.published.lookups["minimum-wage"].source,
        )

    def wage(self, isco08: str | None) -> Quartiles | None:
        """Return what the Dutch group of an ISCO-08 group earns, as lists show it."""
        found = self.leading_figure("quartiles", {"isco08": isco08}) if isco08 else None
        return found if isinstance(found, Quartiles) else None

    def pay_of(self, row: sqlite3.Row) -> tuple[Amounts | None, About | None, bool]:
        """Return the pay that a row of a role is mentioned with."""
        wage = self.wage(row["isco08"])
        if wage is None or wage.median is None:
            return None, wage and wage.about, False
        amounts = Amounts(wage.p25, wage.median, wage.p75, wage.unit)
        shown = self.in_period(amounts, wage.about.region)
        return shown, wage.about, self.pay_rules.is_below_minimum(wage)

    def _ref(self, row: sqlite3.Row) -> RoleRef:
        pay, about, below = self.pay_of(row)
        return RoleRef(
            slug=row["slug"],
            kind=row["kind"],
            title=row["title"],
            level=self.term_or_none("levels", row["level"]),
            pay=pay,
            pay_about=about,
            below_minimum=below,
        )

    def ref(self, role_id: int) -> RoleRef:
        """Return a role as others mention it."""
        return self._ref(self.rows(_REF + "WHERE role.id = :role_id", role_id=role_id)[0])

    def roles_in(self, unit_groups: Iterable[str]) -> list[int]:
        """Return the written roles of ISCO-08 unit groups, the first level first."""
        rows = self.rows(
            "SELECT id FROM role WHERE kind = 'role' "
            "AND isco08 IN (SELECT value FROM json_each(:codes)) ORDER BY level_place, slug",
            codes=json.dumps(list(unit_groups)),
        )
        return [row["id"] for row in rows]

    def related_by(self, role_id: int, kind: str, *, turned: bool = False) -> tuple[RoleRef, ...]:
        """Return the roles that a taxonomy relates to one; ``turned``, those that it is related to.

        Where a written role stands for one of them, it is that role.
        """
        here, there = ("other", "role") if turned else ("role", "other")
        sql = (
            f"SELECT COALESCE(superseded_by, role.id) AS role_id FROM relation "  # noqa: S608 - ours
            f"JOIN role ON role.id = relation.{there} "
            f"WHERE relation.{here} = :role_id AND relation.kind = :kind ORDER BY relation.rowid"
        )
        rows = self.rows(sql, role_id=role_id, kind=kind)
        return tuple(self.ref(other) for other in dict.fromkeys(row["role_id"] for row in rows))

    # Imports

    @cached_property
    def imports(self) -> Mapping[str, dict[str, Any]]:
        """What was imported, by origin: name, source, release, the day in each language."""
        rows = self.rows("SELECT origin, data FROM import ORDER BY place")
        return {row["origin"]: json.loads(row["data"]) for row in rows}

    @cached_property
    def languages(self) -> list[str]:
        """The languages in which there is text, in the order of the search table's rows."""
        found: list[str] = json.loads(self.meta("languages"))
        return found

    def language(self, code: str) -> Term:
        """Return a language with its name in the reader's language."""
        names: dict[str, str] = json.loads(self.meta(f"languages-{self.reader.language}"))
        return Term(code, names.get(code, code))

    def origin(self, origin: str) -> Term:
        """Return where a role comes from, as a reader knows it."""
        isco08 = self.published.systems["isco08"].label
        known = {"shipped": "careers", "user": _("your own"), "isco08": isco08}
        return Term(origin, known.get(origin) or self.imports[origin]["name"])

    def origin_of(self, wanted: str) -> str:
        """Return where roles come from, as a reader asks for it; raises UsageError if unknown."""
        known = Choices((*WRITTEN, *self.imports))
        if (origin := known.read(wanted)) is not None:
            return origin
        told = unknown(wanted, known.shown(self.reader.language))
        raise UsageError(f"--origin: {told}. " + _("What was imported: careers import list"))

    def steps_from(self, role_id: int) -> list[tuple[int, Step]]:
        """Return the edges that lead on from a role, promotions first."""
        return self._steps("upper", "lower", role_id, "edge.place")

    def steps_to(self, role_id: int) -> list[tuple[int, Step]]:
        """Return the edges that lead to a role, promotions first, then from junior upwards."""
        return self._steps("lower", "upper", role_id, "level_place, title")

    def _steps(self, far: str, near: str, role_id: int, order: str) -> list[tuple[int, Step]]:
        columns = "isco08, edge.kind AS step, years_low, years_high FROM"
        sql = _REF.replace("isco08 FROM", columns) + (
            f"JOIN edge ON edge.{far} = role.id WHERE edge.{near} = :role_id "
            f"ORDER BY edge.kind = 'move', {order}"
        )
        return [
            (
                row["id"],
                Step(self._ref(row), "up", (row["years_low"], row["years_high"]), EDITORS)
                if row["step"] == "up"
                else Step(self._ref(row), row["step"]),
            )
            for row in self.rows(sql, role_id=role_id)
        ]

    # The bibliography

    def sources(self, ids: Iterable[str] | None = None) -> tuple[Source, ...]:
        """Return the sources with these ids, each once in this order, or all of them."""
        known = self._bibliography
        wanted = dict.fromkeys(known if ids is None else ids)
        return tuple(self._source(key, known[key]) for key in wanted)

    def cited(self, *records: object) -> tuple[Source, ...]:
        """Return the sources that anything in these records names.

        Those of what other roles pay are left to the pages that show it.
        """
        return self.sources(
            value
            for name, value in fields_in(records, leave_out="pay_about")
            if name.endswith("source") and isinstance(value, str)
        )

    @cached_property
    def _bibliography(self) -> Mapping[str, dict[str, Any]]:
        rows = self.rows("SELECT id, data FROM source ORDER BY place")
        return {row["id"]: json.loads(row["data"]) for row in rows}

    def _source(self, key: str, entry: dict[str, Any]) -> Source:
        everywhere = {name: value for name, value in entry.items() if name not in ("en", "nl")}
        here = {name: value for name, value in entry[self.reader.language].items() if value}
        return Source(id=key, **(everywhere | here))
