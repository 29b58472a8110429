"""Make the pages that list: roles by filter, sources."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from careercli.catalogue.catalogue import EDITORS, Catalogue
from careercli.catalogue.choices import ORDERS
from careercli.catalogue.role_row import ROW, role_row
from careercli.errors import UsageError
from careercli.figures.pay import convert
from careercli.locale import translate as _
from careercli.names import name_key
from careercli.pages import Amounts, ListPage, Minimum, SourcesPage


class Filters(NamedTuple):
    """What a list is narrowed by; each value as the reader typed it.

    ``min_salary`` is EUR gross per the reader's period, as typed (60.000, 60k), compared with the
    median of a role's group; ``education`` is a diploma somebody has: roles that ask for more are
    left out. ``origin`` is where roles come from: shipped, user, or what was imported. ``tight``
    keeps the roles of whose group employers are short of people now.
    """

    category: Sequence[str] = ()
    level: Sequence[str] = ()
    outlook: Sequence[str] = ()
    education: str | None = None
    skill: Sequence[str] = ()
    min_salary: str | None = None
    origin: Sequence[str] = ()
    tight: bool = False

    def given(self) -> dict[str, str]:
        """Return the filters that are set, as text."""
        pairs = ((name, getattr(self, name)) for name in self._fields)
        return {
            name: ", ".join(value) if isinstance(value, (list, tuple)) else str(value)
            for name, value in pairs
            if value not in (None, (), [], False)
        }


_SHOWN = ("quartiles", "score", "growth")  # the shapes of what a list shows


def list_page(
    catalogue: Catalogue, filters: Filters, sort: str, limit: int | None = None
) -> ListPage:
    """Return the roles that pass the filters, in the order asked for; the first ones up to a limit.

    Raises UsageError if a filter names a word, diploma or skill that does not exist.
    """
    where, values = _from_there(catalogue, filters)
    total = catalogue.rows(f"SELECT COUNT(*) FROM role WHERE 1 {where}", **values)[0][0]
    narrower, more = _where(catalogue, filters)
    where, values = where + narrower, values | more
    unpaid = catalogue.rows(
        f"SELECT COUNT(*) FROM role WHERE pay_median IS NULL {where}",
        **values,
    )[0][0]
    reader = catalogue.reader
    least = None
    if filters.min_salary is not None:
        amount = read_amount(filters.min_salary)
        least = Amounts(amount, None, None, f"EUR/{reader.per}")
        where += " AND pay_median >= :least - 1e-6"  # what a page shows passes as typed
        values["least"] = convert(amount, reader.per, "hour-worked", catalogue.week)
    rows = catalogue.rows(ROW + f"WHERE 1 {where} ORDER BY {ORDERS[sort]}", **values)
    roles = tuple(role_row(catalogue, row) for row in rows[:limit])
    minimum = catalogue.minimum_for(catalogue.leading("quartiles").period, roles)
    return ListPage(
        language=reader.language,
        per=reader.per,
        hours_per_week=reader.hours_per_week,
        weeks_per_year=catalogue.pay_rules.paid_weeks,
        minimum=minimum,
        min_salary=least,
        pay_period=catalogue.leading("quartiles").period,
        filters=filters.given(),
        sort=sort,
        total=total,
        found=len(rows),
        without_pay=unpaid,
        exposure_note=catalogue.exposure_note,
        roles=roles,
        sources=catalogue.sources(_sources(catalogue, minimum)),
    )


def _sources(catalogue: Catalogue, minimum: Minimum | None) -> Iterator[str]:
    yield from (catalogue.leading(shape).source for shape in _SHOWN)
    yield catalogue.weeks_source
    yield EDITORS
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
            _("--min-salary: {typed!r} is no amount; write 60000, 60.000 or 60k").format(
                typed=typed
            )
        )
    whole = re.sub(r"\D", "", found["whole"])
    amount = float(f"{whole}.{found['part'] or 0}")
    return amount * 1000 if found["k"] else amount


def _from_there(catalogue: Catalogue, filters: Filters) -> tuple[str, dict[str, object]]:
    """Return what keeps to the origins asked for; else an occupation behind a role is left out."""
    if not filters.origin:
        return " AND superseded_by IS NULL", {}
    origins = [catalogue.origin_of(word) for word in filters.origin]
    return " AND origin IN (SELECT value FROM json_each(:origin))", {"origin": json.dumps(origins)}


def _where(catalogue: Catalogue, filters: Filters) -> tuple[str, dict[str, object]]:
    where = ""
    values: dict[str, object] = {}
    for column, name, wanted in (
        ("category", "categories", filters.category),
        ("level", "levels", filters.level),
        ("trend", "outlooks", filters.outlook),
    ):
        option = "--outlook" if column == "trend" else f"--{column}"
        ids = [catalogue.term_id(name, word, option) for word in wanted]
        if ids:
            where += f" AND {column} IN (SELECT value FROM json_each(:{column}))"
            values[column] = json.dumps(ids)
    if filters.education:
        diploma = catalogue.term_id("education", filters.education, "--education")
        where += " AND nlqf <= :nlqf"
        values["nlqf"] = catalogue.diploma(diploma).nlqf or 0
    if filters.tight:
        where += " AND tight"
    for i, word in enumerate(filters.skill):
        where += f" AND role.id IN (SELECT role FROM role_skill WHERE skill = :skill{i})"
        values[f"skill{i}"] = _skill(catalogue, word)
    return where, values


def _skill(catalogue: Catalogue, wanted: str) -> int:
    rows = catalogue.rows(
        "SELECT skill FROM skill_name WHERE key = :key LIMIT 1", key=name_key(wanted)
    )
    if rows:
        return int(rows[0]["skill"])
    from rapidfuzz import fuzz, process  # only a miss needs it

    ids = [row["id"] for row in catalogue.rows("SELECT id FROM skill ORDER BY number")]
    near = process.extract(name_key(wanted), ids, scorer=fuzz.WRatio, limit=3)
    raise UsageError(
        _("--skill: there is no skill {wanted!r}; nearest: {nearest}").format(
            wanted=wanted, nearest=", ".join(name for name, _score, _place in near)
        )
    )


def sources_page(catalogue: Catalogue) -> SourcesPage:
    """Return the whole bibliography."""
    return SourcesPage(catalogue.reader.language, None, catalogue.sources())
