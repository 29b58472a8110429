"""What is compared of roles, by its name in JSON: what a page calls it, and a cell for each."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from careercli.figures.figures import About, Exposure
from careercli.locale import later
from careercli.locale import translate as _
from careercli.pages import ComparePage, Imported, Pay, RolePage, Written
from careercli.render.blocks import Line, Span, line, span
from careercli.render.layout import exposure, moving, outlook, salary
from careercli.render.words import NOTHING, Words

BRIEF = ("education", "yours", "outlook", "tightness", "level")
"""What one decides by and takes a few signs; so does the first measure of exposure."""


class Fact(NamedTuple):
    """A fact: its name with the latest year, notes of its sources, a cell for each role.

    A measure of exposure is called by its ``series`` where a heading says what it measures.
    """

    label: str
    notes: tuple[Span, ...]
    cells: tuple[Line, ...]
    series: str = ""


def title(role: RolePage) -> str:
    """Return a title with the classification that it is from: a welder, and a welder (ESCO)."""
    if isinstance(role.body, Imported):
        return f"{role.title} ({role.body.occupation.name})"
    return role.title


def is_brief(name: str, page: ComparePage) -> bool:
    """Return whether a fact belongs to the first glance."""
    measures = (found.about.series for role in page.roles for found in role.ai_impact.exposures)
    return name in BRIEF or name == next(measures, None)


def is_exposure(name: str, page: ComparePage) -> bool:
    """Return whether a fact is a measure of AI exposure."""
    return any(isinstance(figure(role, name), Exposure) for role in page.roles)


def figure(role: RolePage, series: str) -> Pay | Exposure | None:
    """Return what a series has of a role, if its page has a word of it."""
    figures: list[Pay | Exposure] = [*role.salary.references, *role.ai_impact.exposures]
    return next((found for found in figures if found.about.series == series), None)


def facts(
    names: Iterable[str], page: ComparePage, words: Words, *, of_all: bool = False
) -> list[Fact]:
    """Return facts by their names; with ``of_all`` the cell of the first role holds for all."""
    roles = page.roles[:1] if of_all else page.roles
    return [_fact(name, roles, page.per, words) for name in names]


def _fact(name: str, roles: tuple[RolePage, ...], per: str, words: Words) -> Fact:
    """Return a fact; a source of it is noted once, in its name."""
    kind = _KINDS.get(name) or _of_series(name, roles)
    abouts = [found for role in roles if (found := kind.about(role))]
    notes = tuple(words.note(source) for source in dict.fromkeys(a.source for a in abouts))
    told = max(abouts, key=lambda found: found.period) if abouts else None
    label = _(kind.label).format(
        of=told.label if told else "",
        period=words.period(told.period) if told else "",
        salary=salary.title(per),
    )
    cells = tuple(_cell(kind, role, words) for role in roles)
    return Fact(label, notes, cells, told.label if told else "")


def _cell(kind: "_Kind", role: RolePage, words: Words) -> Line:
    about = kind.about(role)
    if about is None or about.status == "published":
        return kind.cell(role, words)
    return line(span(_short_reason(about.status), "muted"))


def _short_reason(status: str) -> str:
    """Return in two words why there is no figure: a cell has room for no more."""
    if status in ("suppressed", "not-available", "hourly-only"):
        return _("not published")
    return _("nothing measured") if status == "not-measured" else _("no figure")


class _Kind(NamedTuple):
    """A kind of fact: its name, what its figure is about, and how it is told in a cell."""

    label: str
    about: Callable[[RolePage], About | None]
    cell: Callable[[RolePage, Words], Line]


def _no_figure(_role: RolePage) -> None:
    return None


def _written(tell: Callable[[Written], str]) -> Callable[[RolePage, Words], Line]:
    """Return what tells of a role that somebody wrote, and of no other."""
    return lambda role, _words: line(tell(role.body) if isinstance(role.body, Written) else NOTHING)


def _education(role: Written) -> str:
    asked = role.education
    if asked.minimum == asked.usual:
        return asked.minimum.short
    return _("{minimum}, usually {usual}").format(
        minimum=asked.minimum.short, usual=asked.usual.short
    )


def _yours(role: Written) -> str:
    if role.yours is None:
        return NOTHING
    return moving.dots(len(role.yours.have), len(role.yours.missing))


def _tightness(role: RolePage, words: Words) -> Line:
    found = role.outlook.tightness
    if found is None or found.value is None:
        return line(NOTHING)
    count = outlook.each(found.value, words)
    return line(_("{count} or more").format(count=count) if found.capped else count)


def _openings(role: RolePage, words: Words) -> Line:
    found = role.outlook.openings
    if found is None or found.people is None:
        return line(NOTHING)
    places = words.numbers.number(found.people)
    part = _("{percent}% of the jobs").format(percent=words.short(found.percent or 0.0))
    return line(span(places, "value"), f", {part}")


def _pay(role: RolePage, words: Words) -> Line:
    """Return pay; where that of the group is kept back, the year of the segment above it."""
    pay = role.salary.group
    if pay is None:
        return line(span(_("no figure"), "muted"))
    segment = _(", segment, {year}").format(year=pay.about.period) if role.salary.kept_back else ""
    shown = words.brief(pay.shown, below_minimum=pay.below_minimum)
    return line(span(shown, "value"), segment)


def _published(role: RolePage, words: Words) -> Line:
    pay = role.salary.published
    return line(span(words.span_of(pay.shown), "value") if pay else NOTHING)


def _position(role: RolePage, words: Words) -> Line:
    found = role.salary.position
    return line(found.text, words.note(found.source)) if found else line(NOTHING)


_KINDS = {
    "salary": _Kind(
        later("{salary}, {period}"),
        lambda role: role.salary.group.about if role.salary.group else None,
        _pay,
    ),
    "education": _Kind(later("Education"), _no_figure, _written(_education)),
    "yours": _Kind(later("Essential skills that you have"), _no_figure, _written(_yours)),
    "outlook": _Kind(
        "{of}",
        lambda role: role.outlook.growth.about if role.outlook.growth else None,
        lambda role, words: outlook.short(role.outlook, words),
    ),
    "tightness": _Kind(
        later("Vacancies a seeker, {period}"),
        lambda role: role.outlook.tightness.about if role.outlook.tightness else None,
        _tightness,
    ),
    "level": _Kind(later("Level"), _no_figure, _written(lambda role: role.level.label)),
    "category": _Kind(later("Category"), _no_figure, _written(lambda role: role.category.label)),
    "salary-position": _Kind(later("The level in that pay"), _no_figure, _position),
    "salary-published": _Kind(
        later("One site says, {period}"),
        lambda role: role.salary.published.about if role.salary.published else None,
        _published,
    ),
    "openings": _Kind(
        later("Places that open up, {period}"),
        lambda role: role.outlook.openings.about if role.outlook.openings else None,
        _openings,
    ),
}
"""What is no series, by the name of the fact."""


def _of_series(series: str, roles: Iterable[RolePage]) -> _Kind:
    """Return what a series is told as: pay abroad, or a measure of exposure."""
    measured = any(isinstance(figure(role, series), Exposure) for role in roles)

    def about(role: RolePage) -> About | None:
        return next((found.about for found in role.figures if found.about.series == series), None)

    def cell(role: RolePage, words: Words) -> Line:
        match figure(role, series):
            case Exposure() as found:
                return line(exposure.brief(found, words))
            case Pay() as found:
                return line(salary.median_words(found, words))
        return line(NOTHING)

    return _Kind(later("AI exposure, {of}") if measured else "{of}", about, cell)
