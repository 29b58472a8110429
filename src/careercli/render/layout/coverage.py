"""The page of how far the written roles reach: people in work by group, and the roles in each."""

from collections.abc import Iterator

from careercli.locale import translate as _
from careercli.pages import CoveragePage, Covered
from careercli.render.blocks import (
    Block,
    Chart,
    Document,
    Gist,
    Mark,
    Paragraph,
    Scale,
    Section,
    Table,
    line,
    role_span,
    span,
)
from careercli.render.layout.listing import rest
from careercli.render.words import NOTHING, Words, nice_axis


def document(page: CoveragePage, words: Words) -> Document:
    """Return the groups with a bar of their people, each with the names of its roles."""
    blocks: list[Block] = [_chart(page, words)] if page.groups else []
    if len(page.groups) < page.found:
        blocks.append(rest(len(page.groups), page.found, words))
    blocks.append(Paragraph(line(span(_reach(page, words), "muted"))))
    return Document(None, (Section("groups", _("Groups of people in work"), tuple(blocks)),))


def _chart(page: CoveragePage, words: Words) -> Chart:
    heads = (_("Group"), _("People"))
    rows = tuple((line(one.group.label), line(_people(one, words))) for one in page.groups)
    table = Table(heads, rows, frozenset({1}))
    return Chart(
        table=table,
        brief=table,
        at=2,
        stay=2,
        head="",
        scale=_scale(page, words),
        worded=False,
        below=tuple(tuple(_names(one)) for one in page.groups),
    )


def _scale(page: CoveragePage, words: Words) -> Scale:
    """Return the people of each group on one axis, which begins at nobody."""
    marks = tuple(
        Mark("", (), 0, one.people) if one.people else Mark("", ()) for one in page.groups
    )
    start, end, ticks = nice_axis([0, *(one.people or 0 for one in page.groups)])
    return Scale("bar", start, end, tuple((tick, words.tick(tick)) for tick in ticks), marks)


def _people(covered: Covered, words: Words) -> str:
    return NOTHING if covered.people is None else words.numbers.number(covered.people)


def _names(covered: Covered) -> Iterator[Gist]:
    """Yield the roles of a group, by name, if it has any."""
    if names := tuple(line(role_span(role)) for role in covered.roles):
        yield Gist("", names, "+{count}", whole=True)


def _reach(page: CoveragePage, words: Words) -> str:
    """Return how many groups and people the roles stand for, and who counted them."""
    number = words.numbers.number
    return _(
        "A role is written in {with_role} of {found} groups. In those are {covered} of the "
        "{people} people in work whose job is known ({share}%); a group holds more jobs than its "
        "roles. "
        "CBS, {quarter}. Sources: careers sources."
    ).format(
        with_role=number(page.with_role),
        found=number(page.found),
        covered=number(page.covered),
        people=number(page.people),
        share=number(100 * page.covered / page.people),
        quarter=page.about.period.rpartition(" - ")[2],
    )
