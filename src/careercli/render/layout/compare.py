"""Two to five roles side by side: what one decides by first, then the details."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from careercli.figures.figures import Exposure
from careercli.locale import translate as _
from careercli.pages import ComparedSkills, ComparePage, Relation, RolePage, Term
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
from careercli.render.layout import exposure, salary
from careercli.render.layout.common import source_notes
from careercli.render.layout.compare_facts import (
    Fact,
    facts,
    figure,
    is_brief,
    is_exposure,
    title,
)
from careercli.render.words import NOTHING, Words

ONE_LINE = 60  # columns of titles; more roles are counted
SHORT = ("salary", "category")  # what is said at a glance where it is the same for all
NAMED = 2  # skills of a role at a glance, where there are more than one above that


def document(page: ComparePage, words: Words) -> Document:
    """Return pay, what differs and whose skills at a glance; then all of it, and the sources."""
    sections = (
        Section("glance", "", tuple(_glance(page, words))),
        Section("details", _("More that differs"), tuple(_details(page, words))),
        Section("exposure", _("AI exposure, 0 to 1"), tuple(_exposure(page, words))),
        Section("skills", _("Skills"), tuple(_skills(page))),
        Section("ladder", _("On the ladder"), _relations(page, words)),
    )
    last = Section("sources", _("Sources"), (source_notes(words),))
    head = Headline(line(span(_headline(page), "title")))
    return Document(head, (*(section for section in sections if section.blocks), last))


def _headline(page: ComparePage) -> str:
    *first, last = [title(role) for role in page.roles]
    titles = _("{others} and {last}").format(others=", ".join(first), last=last)
    if len(titles) <= ONE_LINE:
        return titles
    return _("{count} roles side by side").format(count=len(page.roles))


def _glance(page: ComparePage, words: Words) -> Iterator[Block]:
    """Yield what one decides by; each figure's source stands beside its name, once."""
    if "salary" in page.differing:
        yield from _pay(page, words)
    brief = [name for name in page.differing if is_brief(name, page)]
    if brief:
        yield _table(facts(brief, page, words), page)
    yield from _same(page, words, lambda name: is_brief(name, page) or name in SHORT)
    yield from _essential(page)
    told = (*page.differing, *page.alike)
    if any(is_brief(name, page) and is_exposure(name, page) for name in told):
        note = page.roles[0].ai_impact.exposure_note
        bracket = _("In brackets: the percentage of occupations that score lower.")
        yield Paragraph(line(span(f"{note} {bracket}", "muted")))


def _table(found: Iterable[Fact], page: ComparePage) -> Table:
    heads = ("", *(title(role) for role in page.roles))
    rows = tuple((line(span(fact.label, "label"), *fact.notes), *fact.cells) for fact in found)
    return Table(heads, rows, turns=True)


def _same(
    page: ComparePage,
    words: Words,
    chosen: Callable[[str], bool],
    *,
    is_headed: bool = False,
) -> Iterator[Block]:
    """Yield what is the same for all of what is chosen, then what is published for none.

    Where a heading says that they are measures of exposure, each goes by its own name.
    """

    def label(fact: Fact) -> str:
        return fact.series if is_headed else fact.label

    same = facts(filter(chosen, page.alike), page, words, of_all=True)
    none = facts(filter(chosen, page.missing), page, words, of_all=True)
    rows = []
    if same:
        told = [line(f"{label(fact)}: ", *fact.cells[0], *fact.notes) for fact in same]
        rows.append((_("The same"), _joined(told)))
    if none:
        names = [line(label(fact), *fact.notes) for fact in none]
        rows.append((_("Published for none"), _joined(names)))
    if rows:
        yield Facts(tuple(rows))


def _joined(parts: Sequence[Line]) -> Line:
    first, *others = parts
    return line(*first, *(part for other in others for part in (span(" · ", "muted"), *other)))


# Pay


def _pay(page: ComparePage, words: Words) -> Iterator[Block]:
    """Yield the pay of each role's group on one axis, and what the bars are."""
    (fact,) = facts(["salary"], page, words)
    middle = span(_("; the middle half of each group, with its median"), "muted")
    yield Subhead(fact.label, (*fact.notes, middle))
    pairs = zip(page.roles, fact.cells, strict=True)
    marks = [_mark(role, cell) for role, cell in pairs]
    minimum = next((role.salary.minimum for role in page.roles if role.salary.minimum), None)
    yield salary.pay_scale(marks, words, minimum.amount if minimum else None)


def _mark(role: RolePage, cell: Line) -> Mark:
    pay = role.salary.group
    if pay is None or pay.shown.low is None:
        return Mark(title(role), cell)
    return Mark(title(role), cell, pay.shown.low, pay.shown.high, pay.shown.median)


def _details(page: ComparePage, words: Words) -> Iterator[Block]:
    """Yield what differs besides, of whom the pay is, and where in it a level usually stands."""

    def is_here(name: str) -> bool:
        return not (is_brief(name, page) or is_exposure(name, page) or name in SHORT)

    names = [name for name in page.differing if is_here(name) or name == "category"]
    cells = [name for name in names if name != "salary-position"]
    if cells:
        yield _table(facts(cells, page, words), page)
    yield from _same(page, words, is_here)
    if groups := tuple(_whose_group(page, words)):
        yield Subhead(_("The groups whose pay this is"))
        yield Facts(groups)
    if "salary-position" in names:
        (fact,) = facts(["salary-position"], page, words)
        titles = [title(role) for role in page.roles]
        yield Subhead(fact.label)
        yield Facts(tuple(_by_line(zip(fact.cells, titles, strict=True), page)))
    weeks_source = next((r.salary.weeks_source for r in page.roles if r.salary.weeks_source), None)
    if weeks_source:
        how = salary.conversion(page, weeks_source, words)
        yield Paragraph(line(_("Converted"), ": ", *how, "."))
    minimum = next((role.salary.minimum for role in page.roles if role.salary.minimum), None)
    if minimum:
        yield Paragraph(words.starred(minimum))


def _whose_group(page: ComparePage, words: Words) -> Iterator[tuple[str, Line]]:
    """Yield each group that pay is of, with the roles that are counted in it."""
    groups = []
    for role in page.roles:
        pay = role.salary.group
        if pay and pay.about.group:
            people = words.people(pay.people)
            group = f"{words.group(pay.about.group)}{', ' if people else ''}{people}"
            groups.append((line(group, words.note(pay.about.source)), title(role)))
    return _by_line(groups, page)


def _by_line(pairs: Iterable[tuple[Line, str]], page: ComparePage) -> Iterator[tuple[str, Line]]:
    """Yield each line once, under the titles of the roles that it is said of."""
    titles_of: dict[Line, list[str]] = {}
    for said, name in pairs:
        titles_of.setdefault(said, []).append(name)
    for said, titles in titles_of.items():
        yield _together(titles, page), said


def _together(titles: Sequence[str], page: ComparePage) -> str:
    return _all(page) if len(titles) == len(page.roles) else ", ".join(titles)


def _all(page: ComparePage) -> str:
    return _("Both") if len(page.roles) == 2 else _("All")


# AI


def _exposure(page: ComparePage, words: Words) -> Iterator[Block]:
    """Yield one strip a measure that differs, then the others in a line, then of whom they are."""
    differing = [name for name in page.differing if is_exposure(name, page)]
    for name, fact in zip(differing, facts(differing, page, words), strict=True):
        yield Subhead(fact.series, fact.notes)
        pairs = zip(page.roles, fact.cells, strict=True)
        yield exposure.strip([_score(role, name, cell, words) for role, cell in pairs], words)
    yield from _same(
        page,
        words,
        lambda name: is_exposure(name, page) and not is_brief(name, page),
        is_headed=True,
    )
    if groups := tuple(_measured(page, words)):
        yield exposure.caveat(page.roles[0].ai_impact.exposure_note)
        yield Bullets(groups)


def _score(role: RolePage, series: str, cell: Line, words: Words) -> Mark:
    found = figure(role, series)
    if isinstance(found, Exposure) and found.about.status == "published":
        return exposure.mark(title(role), found, words, noted=False)
    return Mark(title(role), cell)


def _measured(page: ComparePage, words: Words) -> Iterator[Line]:
    """Yield each group that was measured, once, with its measures, and whose group it is."""
    pairs = [
        (group, title(role))
        for role in page.roles
        for group in exposure.groups_of(role.ai_impact.exposures, words)
    ]
    for titles, group in _by_line(pairs, page):
        yield line(span(titles, "label"), ": ", *group)


# Skills


def _essential(page: ComparePage) -> Iterator[Block]:
    """Yield how many essential skills are common, and the first of those that are not."""
    skills = page.skills.essential
    if not any(skills.only.values()) and not skills.shared:
        return
    common = _("{count} essential in common").format(count=len(skills.shared))
    yield Subhead(_("Skills"), line(span(f": {common}; " + _("essential only here:"), "muted")))
    yield Facts(tuple((title(role), line(_first(skills.only[role.slug]))) for role in page.roles))


def _first(terms: Sequence[Term]) -> str:
    """Return the first skills by name, and how many more there are."""
    if len(terms) <= NAMED + 1:
        return _listed(terms)
    named = ", ".join(term.label for term in terms[:NAMED])
    return _("{named} and {count} more").format(named=named, count=len(terms) - NAMED)


def _listed(terms: Iterable[Term]) -> str:
    return ", ".join(term.label for term in terms) or NOTHING


def _skills(page: ComparePage) -> Iterator[Block]:
    """Yield all skills, essential apart from useful; each stands in one place."""
    for heading, common, skills in (
        (_("Essential"), _all(page), page.skills.essential),
        (_("Useful, or not essential to all"), _all(page), page.skills.useful),
    ):
        rows = tuple(_whose(common, skills, page))
        if rows:
            yield Subhead(heading)
            yield Facts(rows)


def _whose(common: str, skills: ComparedSkills, page: ComparePage) -> Iterator[tuple[str, Line]]:
    titles = {role.slug: title(role) for role in page.roles}
    if skills.shared:
        yield _counted(common, skills.shared)
    some: dict[tuple[str, ...], list[Term]] = {}
    for skill in skills.some:
        some.setdefault(skill.roles, []).append(Term(skill.id, skill.label))
    for slugs, terms in some.items():
        yield _counted(", ".join(titles[slug] for slug in slugs), terms)
    for slug, alone in skills.only.items():
        if alone:
            yield _counted(_("Only {title}").format(title=titles[slug]), alone)


def _counted(label: str, terms: Sequence[Term]) -> tuple[str, Line]:
    return f"{label} ({len(terms)})", line(_listed(terms))


# The ladder


def _relations(page: ComparePage, words: Words) -> tuple[Block, ...]:
    if not page.relations:
        return (Paragraph(line(_("The ladder has no short way from one to the other."))),)
    roles = {role.slug: role for role in page.roles}
    return (Bullets(tuple(_relation(found, roles, words) for found in page.relations)),)


def _relation(found: Relation, roles: dict[str, RolePage], words: Words) -> Line:
    start = roles[found.start]
    parts = [role_span(start, text=title(start))]
    for step in found.path:
        sign = " ↑ " if step.kind == "up" else " → "
        years = f" ({words.years(step.years)})" if step.years else ""
        parts += [span(sign, "up"), role_span(step.role), span(years, "muted")]
    return line(*parts)
