"""The ladder of a role, the top above and the ways in below."""

from collections.abc import Iterator

from careercli.locale import translate as _
from careercli.pages import LadderPage, RoleRef, Rung
from careercli.render.blocks import (
    Document,
    Headline,
    Hint,
    Line,
    Node,
    Paragraph,
    Section,
    Span,
    Tree,
    line,
    role_span,
    span,
)
from careercli.render.layout.common import source_notes
from careercli.render.layout.salary import conversion
from careercli.render.words import Words


def document(page: LadderPage, words: Words) -> Document:
    """Return the ways in, the role itself, the ways on."""
    sections = []
    if page.ways_in:
        nodes = _nodes(page.ways_in, page, words)
        sections.append(Section("ways-in", _("Ways in"), (Tree(nodes),)))
    here = Node(
        line(span("● ", "here"), *_rung(page.role, words, "here")),
        _nodes(page.ways_on, page, words),
    )
    sections.append(Section("ways-on", _ways_on(page), (Tree((here,)),)))
    if page.role.kind != "role":
        sections.append(Section("neighbours", "", (_neighbours(page),)))
    if page.note:
        sections.append(Section("note", _("Good to know"), (Paragraph(line(page.note)),)))
    legend = [_legend(page, words)]
    if page.minimum:
        legend.append(Paragraph(words.starred(page.minimum)))
    sections.append(Section("sources", _("Sources"), (*legend, source_notes(words))))
    return Document(
        Headline(line(span(_("Career ladder: {title}").format(title=page.title), "title"))),
        tuple(sections),
    )


def _ways_on(page: LadderPage) -> str:
    if page.role.kind != "role":
        return _("No ladder yet")
    return _("From here on") if page.ways_on else _("The top of this ladder")


def _neighbours(page: LadderPage) -> Hint:
    what = _("Nobody has written a ladder for this role. Occupations beside it")
    return Hint(what, f"careers show {page.slug} --section discover")


def _nodes(rungs: tuple[Rung, ...], page: LadderPage, words: Words) -> tuple[Node, ...]:
    return tuple(
        Node(_rung_line(rung, page, words), _nodes(rung.branches, page, words)) for rung in rungs
    )


def _rung_line(rung: Rung, page: LadderPage, words: Words) -> Line:
    sign = span("↑ ", "up") if rung.kind == "up" else span("→ ", "move")
    if rung.repeated:
        return line(sign, role_span(rung.role), span(" " + _("(above)"), "muted"))
    same = _("same group as {title}").format(title=page.title)
    pay = span(same, "muted") if _is_same(rung.role, page.role) else None
    years = f"{words.years(rung.years)} · " if rung.years else ""
    return line(sign, *_rung(rung.role, words, "role", years, pay))


def _is_same(one: RoleRef, other: RoleRef) -> bool:
    """Return whether two roles are counted in one group, whose pay need not be said twice."""
    if one.pay_about is None or other.pay_about is None or one.pay is None:
        return False
    return one.pay_about.group == other.pay_about.group


def _rung(
    role: RoleRef, words: Words, style: str, years: str = "", pay: Span | None = None
) -> Line:
    level = f" · {role.level.label}" if role.level else ""
    known = span(words.pay_of(role), "value") if role.pay else span(_("pay unknown"), "muted")
    return line(role_span(role, style), span(f"{level} · {years}", "muted"), pay or known)


def _legend(page: LadderPage, words: Words) -> Paragraph:
    return Paragraph(line(*_steps(page, words), *_pay(page, words)))


def _steps(page: LadderPage, words: Words) -> Iterator[Span | str]:
    if page.years_source:
        yield span("↑ ", "up")
        yield _("a promotion, with the years it usually takes")
        yield words.note(page.years_source)
        yield "; "
        yield span("→ ", "move")
        yield _("a move to another craft or further on")
        yield ". "


def _pay(page: LadderPage, words: Words) -> Iterator[Span | str]:
    yield _(
        "Pay: gross {per}, {year}: the middle half of the group in which a job is counted, with "
        "its median"
    ).format(per=words.per(page.per), year=page.pay_period)
    yield words.note(page.pay_source)
    yield "; "
    yield from conversion(page, page.weeks_source, words)
    yield "."
