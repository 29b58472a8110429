"""Two to five roles side by side."""

from collections.abc import Callable, Iterable

from careercli.locale import translate as _
from careercli.pages import ComparePage, Relation, RolePage, Term, is_told
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
    text_of,
)
from careercli.render.layout import salary
from careercli.render.layout.common import source_notes
from careercli.render.layout.exposure import strip
from careercli.render.words import NOTHING, Words, measure_name


def document(page: ComparePage, words: Words) -> Document:
    """Return differences first, then pay and exposure on one scale, skills, the ladder."""
    *first, last = [_title(role) for role in page.roles]
    title = _("{others} and {last}").format(others=", ".join(first), last=last)
    return Document(
        Headline((line(span(title, "title")),)),
        (
            Section("differences", _("Differences"), _differences(page, words)),
            Section("salary", salary.title(page.per), _pay(page, words)),
            Section("exposure", _("AI exposure, 0 to 1"), _exposure(page, words)),
            Section("skills", _("Skills"), tuple(_skills(page))),
            Section("ladder", _("On the ladder"), _relations(page, words)),
            Section("sources", _("Sources"), (source_notes(page.sources),)),
        ),
    )


def _title(role: RolePage) -> str:
    """Return a title with the classification that it is from: a welder, and a welder (ESCO)."""
    return f"{role.title} ({role.occupation.name})" if role.occupation else role.title


Cell = Callable[[RolePage, Words], Line]


def _differences(page: ComparePage, words: Words) -> tuple[Block, ...]:
    """Return a table of what differs; what is alike stands below it in one line each."""
    different: list[tuple[str, Cell]] = []
    alike: list[tuple[str, Cell]] = []
    for label, cell in _fields():
        texts = {text_of(cell(role, words)) for role in page.roles}
        if texts != {NOTHING}:
            (different if len(texts) > 1 else alike).append((label, cell))
    blocks: list[Block] = []
    if different:
        rows = tuple(
            (line(span(label, "label")), *(cell(role, words) for role in page.roles))
            for label, cell in different
        )
        heads = ("", *(_title(role) for role in page.roles))
        blocks.append(Table(heads, rows))
    if alike:
        first = page.roles[0]
        same = tuple((label, cell(first, words)) for label, cell in alike)
        blocks += [Subhead(_("Alike")), Facts(same)]
    return tuple(blocks)


def _fields() -> Iterable[tuple[str, Cell]]:
    """Yield (label, what to write for a role), in the order of the table."""
    yield _("Category"), lambda role, words: line(_label(role.category))
    yield _("Level"), lambda role, words: line(_label(role.level))
    yield _("Outlook"), _outlook
    yield _("Pay, indicative"), _indicative
    yield _("Pay, published"), _published
    yield _("US reference"), _dollars
    yield _("Education"), _education
    yield _("AI exposure, ILO"), _ilo


def _label(term: Term | None) -> str:
    return term.label if term else NOTHING


def _outlook(role: RolePage, words: Words) -> Line:
    found = role.outlook
    return line(words.trend(found.trend, found.label, found.arrow, found.arrow_ascii))


def _indicative(role: RolePage, words: Words) -> Line:
    pay, group = role.salary.indicative, role.salary.group
    if pay is None and group.shown.low is not None:
        return line(span(words.span_of(group.shown, bare=True), "value"), words.note(group.source))
    if pay is None:
        return words.missing_pay(group) if is_told(group, role.occupation) else line(NOTHING)
    return line(span(words.span_of(pay.shown), "value"), words.note("editors"))


def _published(role: RolePage, words: Words) -> Line:
    pay = role.salary.published
    if pay is None:
        return line(NOTHING)
    return line(span(words.span_of(pay.shown), "value"), words.note(pay.source))


def _dollars(role: RolePage, words: Words) -> Line:
    pay = role.salary.us
    if pay.shown.median is None:
        return words.missing_pay(pay) if is_told(pay, role.occupation) else line(NOTHING)
    return line(words.amount(pay.shown.median, pay.shown.unit, exact=True), words.note(pay.source))


def _education(role: RolePage, words: Words) -> Line:
    if role.education is None:
        return line(NOTHING)
    minimum, usual = role.education.minimum.label, role.education.usual.label
    if minimum == usual:
        return line(minimum)
    return line(minimum, _("; usually "), usual)


def _ilo(role: RolePage, words: Words) -> Line:
    ilo = role.ai_impact.exposures[0]
    return words.score(ilo) if is_told(ilo, role.occupation) else line(NOTHING)


def _pay(page: ComparePage, words: Words) -> tuple[Block, ...]:
    marks: list[Mark] = []
    for role in page.roles:
        pay = role.salary.indicative or role.salary.group
        source = "editors" if role.salary.indicative else None
        marks.append(salary.pay_mark(_title(role), pay, words, source=source))
        if role.salary.published:
            marks.append(
                salary.pay_mark(
                    _("{title}, published").format(title=_title(role)), role.salary.published, words
                )
            )
    return (salary.pay_scale(marks, words),)


def _exposure(page: ComparePage, words: Words) -> tuple[Block, ...]:
    """Return one strip a measure, so that only like is laid beside like."""
    blocks: list[Block] = []
    for measures in zip(*(role.ai_impact.exposures for role in page.roles), strict=True):
        pairs = zip(page.roles, measures, strict=True)
        if not any(is_told(exposure, role.occupation) for role, exposure in pairs):
            continue
        titles = (_title(role) for role in page.roles)
        blocks.append(Subhead(measure_name(measures[0].measure)))
        blocks.append(strip(zip(titles, measures, strict=True), words))
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
