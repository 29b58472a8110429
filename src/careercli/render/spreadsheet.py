"""Pages as CSV: a row for each role, or for each fact, with all that a figure is about.

Whoever copies a row takes the provenance along: a figure without its group, year and source
says nothing.
"""

import csv
import io
from collections.abc import Iterator

from careercli.figures.figures import About
from careercli.locale import translate as _
from careercli.pages import (
    Amounts,
    ComparePage,
    CoveragePage,
    ListPage,
    Pay,
    RolePage,
    RoleRow,
    Salary,
    SearchPage,
    SourcesPage,
    Way,
    Written,
)
from careercli.screen import Screen

Sheet = ComparePage | CoveragePage | ListPage | SearchPage | SourcesPage
Row = dict[str, object]


def to_csv(page: Sheet, _screen: Screen) -> str:
    """Return a page as CSV with a header row, full stops as decimal sign."""
    out = io.StringIO()
    rows = list(_rows(page))
    writer = csv.DictWriter(out, rows[0].keys() if rows else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _rows(page: Sheet) -> Iterator[Row]:
    match page:
        case ListPage(roles=roles):
            yield from (_role(role, page) | (_way(role) if page.having else {}) for role in roles)
        case CoveragePage():
            yield from _covered(page)
        case SearchPage():
            yield from _found(page)
        case SourcesPage(sources=sources):
            yield from (source._asdict() for source in sources)
        case ComparePage(roles=pages):
            yield from (row for role in pages for row in facts_of(role))


def _covered(page: CoveragePage) -> Iterator[Row]:
    """Yield a row for each role of a group, and one for a group without."""
    about = page.about
    for group, people, roles in page.groups:
        counted: Row = {"group": group.id, "name": group.label, "people": _known(people)}
        counted |= {"period": about.period, "region": about.region, "source": about.source}
        for slug, title in [(role.slug, role.title) for role in roles] or [("", "")]:
            yield counted | {"slug": slug, "title": title}


def _found(page: SearchPage) -> Iterator[Row]:
    """Yield what a search found: the groups that count a title, then the hits."""
    hits = [_role(hit.role, page) | {"by": hit.by, "field": hit.field} for hit in page.hits]
    names = hits[0] if hits else ("slug", "title", "kind", "by", "field")
    columns: Row = dict.fromkeys(names, "")
    for group in page.groups:
        named = {"slug": group.id, "title": group.label, "kind": "group", "by": "name"}
        yield columns | named
    yield from hits


def _role(role: RoleRow, page: ListPage | SearchPage) -> Row:
    pay = role.pay
    return {
        "slug": role.slug,
        "title": role.title,
        "kind": role.kind,
        "origin": role.origin.id,
        "category": role.category.id if role.category else "",
        "level": role.level.id if role.level else "",
        "outlook": role.outlook.id,
        "openings": _known(role.openings),
        **_about(role.outlook_about, "outlook_"),
        "tightness": _known(role.tightness),
        "tightness_capped": role.tightness_capped if role.tightness is not None else "",
        **_about(role.tightness_about, "tightness_"),
        "education_minimum": role.education.id if role.education else "",
        "nlqf": role.education.nlqf if role.education else "",
        "pay_low": _cents(pay and pay.low),
        "pay_median": _cents(pay and pay.median),
        "pay_high": _cents(pay and pay.high),
        "pay_unit": pay.unit if pay else "",
        "pay_hours_per_week": page.hours_per_week if pay else "",
        **_about(role.pay_about, "pay_"),
        "pay_note": _youth() if role.below_minimum else "",
        "ilo_exposure": _known(role.exposure),
        **_about(role.exposure_about, "ilo_exposure_"),
        "exposure_note": "" if role.exposure is None else page.exposure_note,
        "summary": role.summary,
    }


def _way(role: RoleRow) -> Row:
    """Return the way in with the diploma that the reader has: no study, or which, and its years."""
    way = role.way or Way(None, None)
    low, high = way.years or ("", "")
    return {
        "way_study": way.study.id if way.study else "",
        "way_years_low": low,
        "way_years_high": high,
        "way_in_its_field": way.in_its_field,
        "way_and_on": way.and_on,
    }


def _youth() -> str:
    return _(
        "A quarter of the group earns less than the legal minimum of an adult: many in it are "
        "young or on youth wages."
    )


def _about(about: About | None, prefix: str = "") -> Row:
    """Return whose figure it is, of whom, where and when, each in a column of its own."""
    group = about.group if about else None
    told = {
        "status": about.status if about else "",
        "group_system": group.system if group else "",
        "group_code": group.code if group else "",
        "group_name": group.name if group else "",
        "region": about.region if about else "",
        "period": about.period if about else "",
        "source": about.source if about else "",
    }
    return {prefix + name: value for name, value in told.items()}


def facts_of(role: RolePage) -> Iterator[Row]:
    """Yield what is compared of a role, a row for each fact, then every figure as published."""
    whose = {"slug": role.slug, "title": role.title, "kind": role.kind, "origin": role.origin}
    for fact, value, source in _words(role):
        yield whose | _fact(fact, value) | {"source": source}
    yield from (whose | row for row in _pay(role.salary))
    notes = _notes(role)
    for figure in role.figures:
        row = _fact(figure.id, figure.value, figure.unit, figure.about)
        yield whose | row | {"note": notes.get(figure.id) or notes.get(figure.about.series, "")}


def _notes(role: RolePage) -> dict[str, str]:
    """Return by figure or series what must be said beside it."""
    impact = role.ai_impact
    pay = {
        f"{pay.about.series}-{quartile}": _pay_note(pay, quartile)
        for pay in role.salary.groups
        for quartile in pay.quartiles
    }
    return pay | {found.about.series: impact.exposure_note for found in impact.exposures}


def _words(role: RolePage) -> Iterator[tuple[str, str, str]]:
    """Yield name, word and source of what is no figure."""
    if isinstance(role.body, Written):
        asked = role.body.education
        yield "category", role.body.category.id, ""
        yield "level", role.body.level.id, ""
        yield "education-minimum", asked.minimum.id, asked.source or ""
        yield "education-usual", asked.usual.id, asked.source or ""
    growth, published = role.outlook.growth, role.outlook.published
    yield "outlook", role.outlook.trend, growth.about.source if growth else ""
    if published:
        yield "outlook-published", published.trend, published.source


def _pay(salary: Salary) -> Iterator[Row]:
    """Yield pay in the period asked for, and a range for this very job, which no table has."""
    if salary.published:
        yield from _amounts(salary.published, salary.published.as_published)
    for pay in filter(None, (salary.published, *salary.groups)):
        if pay.shown != pay.as_published:
            hours = salary.hours_per_week if pay.about.region == "NL" else ""  # scales none abroad
            converted = {"converted": "yes", "hours_per_week": hours}
            yield from (row | converted for row in _amounts(pay, pay.shown))


def _amounts(pay: Pay, amounts: Amounts) -> Iterator[Row]:
    names = ("p25", "median", "p75") if pay.quartiles else ("low", "median", "high")
    for name, amount in zip(names, amounts[:3], strict=True):
        if amount is not None:
            fact = f"{pay.about.series}-{name}"
            note = {"note": _pay_note(pay, name)}
            yield _fact(fact, amount, amounts.unit, pay.about) | note


def _pay_note(pay: Pay, quartile: str) -> str:
    if pay.below_minimum:
        return _youth()
    return _("this or more") if quartile in pay.top_coded else ""


def _fact(fact: str, value: float | str | None, unit: str = "", about: About | None = None) -> Row:
    """Return one fact as published; all rows have the same columns."""
    return {
        "fact": fact,
        "value": _known(value),
        "unit": unit,
        "converted": "",
        "hours_per_week": "",
        **_about(about),
        "note": "",
    }


def _known(value: float | str | None) -> float | str:
    return "" if value is None else value


def _cents(amount: float | None) -> float | str:
    return "" if amount is None else round(amount, 2)
