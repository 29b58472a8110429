"""Two to five roles side by side."""

from collections.abc import Callable, Iterable, Sequence

from careercli.figures.figures import About, Exposure
from careercli.locale import later
from careercli.locale import translate as _
from careercli.pages import ComparePage, Imported, Pay, Relation, RolePage, Written
from careercli.render.blocks import (
    Block,
    Bullets,
    Document,
    Facts,
    Headline,
    Line,
    Mark,
    Paragraph,
    Section,
    Subhead,
    Table,
    line,
    role_span,
    span,
)
from careercli.render.layout import outlook, salary
from careercli.render.layout.common import source_notes
from careercli.render.layout.exposure import caveat, groups, mark, strip
from careercli.render.words import NOTHING, Words


def document(page: ComparePage, words: Words) -> Document:
    """Return differences first, then pay and exposure on one scale, skills, the ladder."""
    *first, last = [_title(role) for role in page.roles]
    title = _("{others} and {last}").format(others=", ".join(first), last=last)
    return Document(
        Headline(line(span(title, "title"))),
        (
            Section("differences", _("Differences"), _differences(page, words)),
            Section("salary", salary.title(page.per), _pay(page, words)),
            Section("exposure", _("AI exposure, 0 to 1"), _exposure(page, words)),
            Section("skills", _("Skills"), tuple(_skills(page))),
            Section("ladder", _("On the ladder"), _relations(page, words)),
            Section("sources", _("Sources"), (source_notes(words),)),
        ),
    )


def _title(role: RolePage) -> str:
    """Return a title with the classification that it is from: a welder, and a welder (ESCO)."""
    if isinstance(role.body, Imported):
        return f"{role.title} ({role.body.occupation.name})"
    return role.title


def _differences(page: ComparePage, words: Words) -> tuple[Block, ...]:
    """Return a table of what differs; what is alike stands below it in one line each."""
    blocks: list[Block] = []
    if page.differing:
        heads = ("", *(_title(role) for role in page.roles))
        rows = tuple(
            (line(span(label, "label")), *cells)
            for label, cells in (_fact(name, page.roles, words) for name in page.differing)
        )
        blocks.append(Table(heads, rows))
    if page.alike:
        alike = (_fact(name, page.roles[:1], words) for name in page.alike)
        same = tuple((label, cell) for label, (cell, *_rest) in alike)
        blocks += [Subhead(_("Alike")), Facts(same)]
    return tuple(blocks)


def _fact(name: str, roles: Sequence[RolePage], words: Words) -> tuple[str, tuple[Line, ...]]:
    """Return a fact of roles by its name, or by that of its series: its label, and a cell each."""
    if name in _FACTS:
        label, cell = _FACTS[name]
        return _(label), tuple(cell(role, words) for role in roles)
    figures = [_figure(role, name) for role in roles]
    figure = next(figure for figure in figures if figure)
    label = figure.about.label
    if isinstance(figure, Exposure):
        label = _("AI exposure, {measure}").format(measure=label)
    return label, tuple(_figure_cell(figure, words) for figure in figures)


def _figure(role: RolePage, series: str) -> Pay | Exposure | None:
    figures: list[Pay | Exposure] = [*role.salary.references, *role.ai_impact.exposures]
    return next((figure for figure in figures if figure.about.series == series), None)


def _figure_cell(figure: Pay | Exposure | None, words: Words) -> Line:
    match figure:
        case Exposure():
            return words.score(figure)
        case Pay(about=about) if figure.shown.median is not None:
            return line(salary.median_words(figure, words), words.note(about.source))
        case Pay(about=about):
            return words.missing(about)
    return line(NOTHING)


def _category(role: RolePage, _words: Words) -> Line:
    return line(role.body.category.label if isinstance(role.body, Written) else NOTHING)


def _level(role: RolePage, _words: Words) -> Line:
    return line(role.body.level.label if isinstance(role.body, Written) else NOTHING)


def _outlook(role: RolePage, words: Words) -> Line:
    return outlook.short(role.outlook, words)


def _openings(role: RolePage, words: Words) -> Line:
    found = role.outlook.openings
    if found is None or found.people is None:
        return words.missing(found.about) if found else line(NOTHING)
    places = words.numbers.number(found.people)
    part = _("{percent}% of the jobs").format(percent=words.short(found.percent or 0.0))
    period = words.period(found.about.period)
    return line(span(places, "value"), f", {part}, {period}", words.note(found.about.source))


def _tightness(role: RolePage, words: Words) -> Line:
    found = role.outlook.tightness
    if found is None or found.value is None:
        return words.missing(found.about) if found else line(NOTHING)
    each = f"{outlook.vacancies_each(found, words)}, {found.about.period}"
    return line(each, words.note(found.about.source))


def _pay_of_group(role: RolePage, words: Words) -> Line:
    pay = role.salary.group
    if pay is None:
        return line(NOTHING)
    if pay.shown.median is None:
        return words.missing(pay.about)
    star = _STAR if pay.below_minimum else ""
    shown = span(words.span_of(pay.shown) + star, "value")
    whose = pay.about.label if role.salary.kept_back else pay.about.period
    return line(shown, f", {whose}", words.note(pay.about.source))


def _published(role: RolePage, words: Words) -> Line:
    pay = role.salary.published
    if pay is None:
        return line(NOTHING)
    shown = span(words.span_of(pay.shown), "value")
    return line(shown, f", {pay.about.period}", words.note(pay.about.source))


def _education(role: RolePage, _words: Words) -> Line:
    if not isinstance(role.body, Written):
        return line(NOTHING)
    asked = role.body.education
    if asked.minimum == asked.usual:
        return line(asked.minimum.label)
    return line(asked.minimum.label, _("; usually "), asked.usual.label)


_STAR = " *"
"""After an amount of which the page says what the legal minimum is."""

_FACTS: dict[str, tuple[str, Callable[[RolePage, Words], Line]]] = {
    "category": (later("Category"), _category),
    "level": (later("Level"), _level),
    "outlook": (later("Outlook"), _outlook),
    "openings": (later("Places that open up"), _openings),
    "tightness": (later("Finding work now"), _tightness),
    "salary": (later("Pay of the group"), _pay_of_group),
    "salary-published": (later("One site says"), _published),
    "education": (later("Education"), _education),
}
"""What is told of a role in one cell, by the name of the fact."""


def _pay(page: ComparePage, words: Words) -> tuple[Block, ...]:
    marks: list[Mark] = []
    for role in page.roles:
        title, pay = _title(role), role.salary
        marks.append(_group_mark(role, words))
        if pay.published:
            site = _("{title}, one site, {year}")
            label = site.format(title=title, year=pay.published.about.period)
            marks.append(salary.pay_mark(label, pay.published, words))
    minimum = next((role.salary.minimum for role in page.roles if role.salary.minimum), None)
    blocks = [salary.pay_scale(marks, words, minimum.amount if minimum else None)]
    weeks_source = next((r.salary.weeks_source for r in page.roles if r.salary.weeks_source), None)
    if weeks_source:
        how = salary.conversion(page, weeks_source, words)
        blocks.append(
            Paragraph(line(_("The middle half of each group, with its median"), "; ", *how, "."))
        )
    if minimum:
        blocks.append(Paragraph(words.starred(minimum)))
    return tuple(blocks)


def _group_mark(role: RolePage, words: Words) -> Mark:
    title, group = _title(role), role.salary.group
    if group is None:
        wage = role.figures[0].about  # the tables of wages come first
        return _missing(title, wage, words)
    star = _STAR if group.below_minimum else ""
    return salary.pay_mark(f"{title}, {group.about.period}", group, words, star)


def _missing(title: str, about: About, words: Words) -> Mark:
    return Mark(title, words.missing(about))


def _exposure(page: ComparePage, words: Words) -> tuple[Block, ...]:
    """Return one strip a measure, so that only like is laid beside like.

    A measure of which one page has a word is said to be missing for the others.
    """
    abouts = [{figure.about.series: figure.about for figure in r.figures} for r in page.roles]
    told = {e.about.series for role in page.roles for e in role.ai_impact.exposures}
    blocks: list[Block] = []
    for series in filter(told.__contains__, abouts[0]):
        marks = [
            mark(_title(role), exposure, words)
            if isinstance(exposure := _figure(role, series), Exposure)
            else _missing(_title(role), of_role[series], words)
            for role, of_role in zip(page.roles, abouts, strict=True)
        ]
        blocks += [Subhead(abouts[0][series].label), strip(marks, words)]
    if blocks:
        blocks.append(caveat(page.roles[0].ai_impact.exposure_note))
    for role in page.roles:
        if measured := groups(role.ai_impact.exposures, words):
            blocks += [Subhead(_title(role)), *measured]
    return tuple(blocks)


def _skills(page: ComparePage) -> Iterable[Block]:
    shared = ", ".join(term.label for term in page.skills.shared) or NOTHING
    yield Facts(
        (
            (_("Asked by all"), line(shared)),
            *(
                (
                    _("Only {title}").format(title=_title(role)),
                    line(", ".join(t.label for t in page.skills.only[role.slug]) or NOTHING),
                )
                for role in page.roles
            ),
        )
    )


def _relations(page: ComparePage, words: Words) -> tuple[Block, ...]:
    if not page.relations:
        return (Paragraph(line(_("The ladder has no short way from one to the other."))),)
    roles = {role.slug: role for role in page.roles}
    return (Bullets(tuple(_relation(found, roles, words) for found in page.relations)),)


def _relation(found: Relation, roles: dict[str, RolePage], words: Words) -> Line:
    start = roles[found.start]
    parts = [role_span(start, text=_title(start))]
    for step in found.path:
        sign = " ↑ " if step.kind == "up" else " → "
        years = f" ({words.years(step.years)})" if step.years else ""
        parts += [span(sign, "up"), role_span(step.role), span(years, "muted")]
    return line(*parts)
