"""Make the pages that list: roles or groups of jobs by filter, sources."""

import json
import re
from collections.abc import Iterator, Sequence
from sqlite3 import Row
from typing import NamedTuple

from careercli.catalogue.catalogue import EDITORS, Catalogue
from careercli.catalogue.choices import GROUP_ORDERS, ORDERS
from careercli.catalogue.meaning import ids_of, where_else
from careercli.catalogue.role_row import GROUP_ROW, ROW, Item, role_row
from careercli.catalogue.schooling import Schooling, Years, training_of
from careercli.catalogue.skills import skills_called, skills_near
from careercli.choices import Choices, did_you_mean
from careercli.errors import UsageError
from careercli.figures.pay import convert
from careercli.locale import translate as _
from careercli.pages import Amounts, ListPage, Minimum, SourcesPage, Way


class Filters(NamedTuple):
    """What a list is narrowed by; each value as the reader typed it.

    ``with_diploma`` are diplomas somebody has: roles that ask no more stay, and with ``study``
    those to which a study leads that they may begin; None leaves that to what the diploma is for.
    ``profile`` and ``subject`` are of secondary school; ``work`` and ``without`` are marks of the
    working life, ``interest`` kinds of interest that stand out in the work. Of ``skill``, ``work``
    and ``interest`` a role must have all, or with ``any`` one.
    ``min_salary`` is EUR gross per the reader's period, as typed (60.000, 60k), compared with the
    median of a role's group. ``origin`` is where roles come from: shipped, user, or what was
    imported. ``tight`` keeps the roles of whose group employers are short of people now.
    ``groups`` asks for the groups of jobs in place of roles.
    """

    category: Sequence[str] = ()
    level: Sequence[str] = ()
    outlook: Sequence[str] = ()
    with_diploma: Sequence[str] = ()
    study: bool | None = None
    profile: Sequence[str] = ()
    subject: Sequence[str] = ()
    skill: Sequence[str] = ()
    interest: Sequence[str] = ()
    work: Sequence[str] = ()
    without: Sequence[str] = ()
    any: bool = False
    min_salary: str | None = None
    origin: Sequence[str] = ()
    tight: bool = False
    groups: bool = False

    def given(self) -> dict[str, str]:
        """Return the filters that are set, as text."""
        pairs = ((name, getattr(self, name)) for name in self._fields)
        return {
            name: ", ".join(value) if isinstance(value, (list, tuple)) else str(value)
            for name, value in pairs
            if value not in (None, (), []) and value is not False
        }


_SHOWN = ("quartiles", "score", "growth")  # the shapes of what a list shows


def list_page(
    catalogue: Catalogue, filters: Filters, sort: str | None = None, limit: int | None = None
) -> ListPage:
    """Return the roles that pass the filters, in the order asked for; the first ones up to a limit.

    If none is asked for, they stand by title, or the shortest way in first. Raises UsageError if a
    filter names a word, diploma or skill that does not exist.
    """
    if filters.groups:
        _refuse_what_groups_lack(catalogue, filters, sort)
    table, row_of = ("unit_group", GROUP_ROW) if filters.groups else ("role", ROW)
    where, values = _from_there(catalogue, filters)
    total = catalogue.rows(f"SELECT COUNT(*) FROM {table} WHERE 1 {where}", **values)[0][0]
    having = _having(catalogue, filters)
    narrower, more = _where(catalogue, filters, having)
    where, values = where + narrower, values | more
    unpaid = catalogue.rows(
        f"SELECT COUNT(*) FROM {table} WHERE pay_median IS NULL {where}",
        **values,
    )[0][0]
    reader = catalogue.reader
    narrower, more = _paying(catalogue, filters)
    where, values = where + narrower, values | more
    order = ORDERS[sort or "title"]
    rows = catalogue.rows(row_of + f"WHERE 1 {where} ORDER BY {order}", **values)
    if having:
        rows = rows if sort else sorted(rows, key=having.nearness)
    roles = tuple(
        role_row(catalogue, row)._replace(way=having.ways[row["id"]] if having else None)
        for row in rows[:limit]
    )
    minimum = catalogue.minimum_for(catalogue.leading("quartiles").period, roles)
    return ListPage(
        language=reader.language,
        per=reader.per,
        hours_per_week=reader.hours_per_week,
        weeks_per_year=catalogue.pay_rules.paid_weeks,
        minimum=minimum,
        min_salary=_least(reader.per, filters),
        pay_period=catalogue.leading("quartiles").period,
        filters=filters.given(),
        sort=sort or ("way" if having else "title"),
        total=total,
        found=len(rows),
        without_pay=unpaid,
        exposure_note=catalogue.exposure_note,
        roles=roles,
        sources=catalogue.sources(_sources(catalogue, filters, minimum)),
        having=having.diplomas if having else (),
        with_study=bool(having and having.with_study),
    )


def roles_passing(catalogue: Catalogue, filters: Filters) -> list[tuple[int, str]]:
    """Return the written roles that pass the filters with their ISCO-08 codes, by level.

    Raises UsageError as ``list_page``.
    """
    where, values = _all_of(catalogue, filters, _having(catalogue, filters))
    sql = f"SELECT id, isco08 FROM role WHERE kind = 'role' {where} ORDER BY level_place, slug"
    return [tuple(row) for row in catalogue.rows(sql, **values)]


def passing(catalogue: Catalogue, filters: Filters, sort: str | None = None) -> list[Item]:
    """Return what passes the filters, in the order of ``list_page``, by its number or code alone.

    Raises UsageError as that.
    """
    if filters.groups:
        _refuse_what_groups_lack(catalogue, filters, sort)
    having = _having(catalogue, filters)
    where, values = _all_of(catalogue, filters, having)
    head = GROUP_ROW if filters.groups else _NAMED
    rows = catalogue.rows(f"{head} WHERE 1 {where} ORDER BY {ORDERS[sort or 'title']}", **values)
    if having and not sort:
        rows = sorted(rows, key=having.nearness)
    return [row["isco08" if filters.groups else "id"] for row in rows]


def left_by(catalogue: Catalogue, filters: Filters) -> frozenset[Item]:
    """Return what passes, in no order, in a part of the time. Raises UsageError as that."""
    if filters.groups:
        _refuse_what_groups_lack(catalogue, filters, None)
    where, values = _all_of(catalogue, filters, _having(catalogue, filters))
    head = "SELECT isco08 FROM unit_group" if filters.groups else "SELECT id FROM role"
    return frozenset(row[0] for row in catalogue.rows(f"{head} WHERE 1 {where}", **values))


_GOES_BY = {"min_salary": "pay_median", "tight": "tight"}


def untold(catalogue: Catalogue, facet: str, *, groups: bool) -> frozenset[Item]:
    """Return those of which what a filter goes by (min_salary, tight) is not published."""
    head = "SELECT isco08 FROM unit_group" if groups else "SELECT id FROM role"
    return frozenset(row[0] for row in catalogue.rows(f"{head} WHERE {_GOES_BY[facet]} IS NULL"))


def ways_in(catalogue: Catalogue, filters: Filters) -> dict[int, Way]:
    """Return which way leads to each role from the diplomas that the filters say one has."""
    having = _having(catalogue, filters)
    return having.ways if having else {}


def range_of_pay(catalogue: Catalogue) -> tuple[float, float]:
    """Return the lowest and the highest median of a group, in EUR per the reader's period."""
    ends = catalogue.rows("SELECT MIN(pay_median), MAX(pay_median) FROM unit_group")[0]
    period, week = catalogue.reader.per, catalogue.week
    low, high = (convert(end or 0.0, "hour-worked", period, week) for end in ends)
    return low, high


_NAMED = (
    "SELECT role.id, title FROM role "
    "JOIN role_text ON role_text.role = role.id AND role_text.language = :language"
)


def _all_of(
    catalogue: Catalogue, filters: Filters, having: "_Having | None"
) -> tuple[str, dict[str, object]]:
    """Return what keeps all that the filters ask, with its values."""
    where, values = _from_there(catalogue, filters)
    for narrower, more in (_where(catalogue, filters, having), _paying(catalogue, filters)):
        where, values = where + narrower, values | more
    return where, values


def _least(per: str, filters: Filters) -> Amounts | None:
    """Return how the least pay was read, if that is asked for."""
    if filters.min_salary is None:
        return None
    return Amounts(read_amount(filters.min_salary), None, None, f"EUR/{per}")


def _paying(catalogue: Catalogue, filters: Filters) -> tuple[str, dict[str, object]]:
    """Return what keeps those of whose group half earns the least pay or more."""
    least = _least(catalogue.reader.per, filters)
    if least is None:
        return "", {}
    amount = convert(least.low or 0.0, catalogue.reader.per, "hour-worked", catalogue.week)
    return " AND pay_median >= :least - 1e-6", {"least": amount}  # what is shown passes as typed


OF_GROUPS = ("outlook", "min_salary", "tight", "groups")
"""The filters that go by figures, which are all that is known of a group."""


def _refuse_what_groups_lack(catalogue: Catalogue, filters: Filters, sort: str | None) -> None:
    """Raise UsageError if groups are asked for by what only a job has."""
    others = [name for name in filters.given() if name not in OF_GROUPS]
    told = _("{option}: only a job has that. With --groups: {known}")
    if others:
        options, known = map(_as_options, (others, OF_GROUPS[:-1]))
        raise UsageError(told.format(option=options, known=known))
    if sort and sort not in GROUP_ORDERS:
        orders = Choices((sort, *GROUP_ORDERS)).shown(catalogue.reader.language)
        known = f"--sort {', '.join(orders[1:])}"
        raise UsageError(told.format(option=f"--sort {orders[0]}", known=known))


def _as_options(names: Sequence[str]) -> str:
    return ", ".join(f"--{name.replace('_', '-')}" for name in names)


def _sources(catalogue: Catalogue, filters: Filters, minimum: Minimum | None) -> Iterator[str]:
    shapes = (*_SHOWN, "interests") if filters.interest else _SHOWN
    yield from (catalogue.leading(shape).source for shape in shapes)
    yield catalogue.weeks_source
    yield catalogue.published.systems["isco08"].source if filters.groups else EDITORS
    if minimum:
        yield minimum.source


_AMOUNT = re.compile(r"(?P<whole>\d+|\d{1,3}(?:[.,' ]\d{3})+)(?:[.,](?P<part>\d{1,2}))? ?(?P<k>k?)")


def read_amount(typed: str) -> float:
    """Return an amount as a person means it: 60.000, 60,000, 60k, EUR 3.500,50.

    A separator before three digits parts thousands, before one or two it is the decimal sign.
    Raises UsageError.
    """
    bare = typed.strip().casefold().removeprefix("eur").removeprefix("€").strip()
    found = _AMOUNT.fullmatch(bare)
    if found is None:
        raise UsageError(
            _('--min-salary: "{typed}" is no amount; write 60000, 60.000 or 60k').format(
                typed=typed
            )
        )
    whole = re.sub(r"\D", "", found["whole"])
    amount = float(f"{whole}.{found['part'] or 0}")
    return amount * 1000 if found["k"] else amount


def _from_there(catalogue: Catalogue, filters: Filters) -> tuple[str, dict[str, object]]:
    """Return what keeps to the origins asked for; else an occupation behind a role is left out."""
    if filters.groups:
        return "", {}
    if not filters.origin:
        return " AND superseded_by IS NULL", {}
    origins = [catalogue.origin_of(word) for word in filters.origin]
    return " AND origin IN (SELECT value FROM json_each(:origin))", {"origin": json.dumps(origins)}


class _Having:
    """What the reader has, and which way leads from there to each written role."""

    def __init__(self, catalogue: Catalogue, diplomas: Sequence[str], study: bool | None) -> None:
        self._schooling = schooling = Schooling(catalogue, diplomas)
        self.diplomas = tuple(map(catalogue.diploma, diplomas))
        self.with_study = schooling.is_school if study is None else study
        training = training_of(catalogue)
        asked = map(tuple, catalogue.rows("SELECT id, diploma FROM role WHERE kind = 'role'"))
        ways = {
            role: schooling.way(diploma, training.get(role, ()), study=self.with_study)
            for role, diploma in asked
        }
        self.ways = {role: way for role, way in ways.items() if way}

    def nearness(self, row: Row) -> tuple[bool, bool, Years]:
        """Return the place of a role in an order: what the diploma is for, then the fewest years.

        A school diploma is for the studies that it leads to, any other for work.
        """
        way = self.ways[row["id"]]
        low, high = way.years or (0, 0)
        is_for = way.study is None
        if self._schooling.is_school:
            is_for = way.study is not None and self._schooling.leads_to(way.study.id)
        return not is_for, way.study is None, (high, low)


def _having(catalogue: Catalogue, filters: Filters) -> _Having | None:
    ids = ids_of(catalogue, "education", filters.with_diploma, "--with-diploma")
    return _Having(catalogue, ids, filters.study) if ids else None


def _where(
    catalogue: Catalogue, filters: Filters, having: _Having | None
) -> tuple[str, dict[str, object]]:
    where = ""
    values: dict[str, object] = {}
    for column, name, option, wanted in (
        ("category", "categories", "--category", filters.category),
        ("level", "levels", "--level", filters.level),
        ("trend", "outlooks", "--outlook", filters.outlook),
    ):
        if ids := ids_of(catalogue, name, wanted, option):
            where += f" AND {column} IN (SELECT value FROM json_each(:{column}))"
            values[column] = json.dumps(ids)
    if having:
        where += " AND role.id IN (SELECT value FROM json_each(:reached))"
        values["reached"] = json.dumps(list(having.ways))
    if filters.tight:
        where += " AND tight"
    for condition, more in _of_lists(catalogue, filters):
        where += f" AND {condition}"
        values |= more
    return where, values


def _of_lists(catalogue: Catalogue, filters: Filters) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield what keeps the roles that name words of lists, each with its values."""
    for name, option, wanted, asked in (
        ("profiles", "profile", filters.profile, 1),
        ("subjects", "subject", filters.subject, 1),
        ("interests", "interest", filters.interest, 1 if filters.any else None),
        ("work", "work", filters.work, 1 if filters.any else None),
        ("work", "without", filters.without, 0),
    ):
        ids = ids_of(catalogue, name, wanted, f"--{option}")
        if ids and name == "profiles":  # who asks for none takes all
            yield (
                "kind = 'role' AND (NOT EXISTS (SELECT 1 FROM role_term WHERE list = 'profiles' "
                "AND role_term.role = role.id) OR EXISTS (SELECT 1 FROM role_term "
                "WHERE list = 'profiles' AND role_term.role = role.id "
                f"AND term IN (SELECT value FROM json_each(:{option}))))",
                {option: json.dumps(ids)},
            )
        elif ids:
            least = len(ids) if asked is None else asked
            of_all = "" if name == "interests" else "kind = 'role' AND "  # who says it of others
            yield (
                f"{of_all}(SELECT COUNT(*) FROM role_term "
                f"WHERE list = '{name}' AND role_term.role = role.id "
                f"AND term IN (SELECT value FROM json_each(:{option}))) "
                f"{'>=' if least else '='} {least}",
                {option: json.dumps(ids)},
            )
    skills = dict.fromkeys(skill for word in filters.skill for skill in _skills(catalogue, word))
    if skills:
        yield (  # of each skill there may be an imported one of the same name
            "role.id IN (SELECT role_skill.role FROM json_each(:skills) AS asked "
            "JOIN json_each(asked.value) AS one JOIN role_skill ON skill = one.value "
            "GROUP BY role_skill.role HAVING COUNT(DISTINCT asked.key) >= :enough)",
            {"skills": json.dumps([*skills]), "enough": 1 if filters.any else len(skills)},
        )


def _skills(catalogue: Catalogue, wanted: str) -> list[tuple[int, ...]]:
    """Return what a phrase names, each with the skills of that name. Raises UsageError."""
    if found := skills_called(catalogue, wanted):
        return [called.skills for called in found]
    told = _('--skill: there is no skill "{wanted}".').format(wanted=wanted)
    more = did_you_mean(wanted, skills_near(catalogue, wanted)) or where_else(catalogue, wanted)
    raise UsageError(
        f"{told} {more or _('A page names its own: careers show ROLE --section skills')}"
    )


def sources_page(catalogue: Catalogue) -> SourcesPage:
    """Return the whole bibliography."""
    return SourcesPage(catalogue.reader.language, None, catalogue.sources())
