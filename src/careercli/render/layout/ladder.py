"""The ladder of a role, the top above and the ways in below."""

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
    Tree,
    line,
    role_span,
    span,
)
from careercli.render.layout.common import source_notes
from careercli.render.words import Words


def document(page: LadderPage, words: Words) -> Document:
    """Return the ways in, the role itself, the ways on."""
    sections = []
    if page.ways_in:
        nodes = _nodes(page.ways_in, words, inward=True)
        sections.append(Section("ways-in", _("Ways in"), (Tree(nodes),)))
    here = Node(
        line(span("● ", "here"), *_rung(page.role, words, "here")), _nodes(page.ways_on, words)
    )
    sections.append(Section("ways-on", _ways_on(page), (Tree((here,)),)))
    if page.role.kind != "role":
        sections.append(Section("neighbours", "", (_neighbours(page),)))
    if page.note:
        sections.append(Section("note", _("Good to know"), (Paragraph(line(page.note)),)))
    legend = _legend(page, words)
    sections.append(Section("sources", _("Sources"), (legend, source_notes(words))))
    return Document(
        Headline((line(span(_("Career ladder: {title}").format(title=page.title), "title")),)),
        tuple(sections),
    )


def _ways_on(page: LadderPage) -> str:
    if page.role.kind != "role":
        return _("No ladder yet")
    return _("From here on") if page.ways_on else _("The top of this ladder")


def _neighbours(page: LadderPage) -> Hint:
    what = _("Nobody has written a ladder for this role. Occupations beside it")
    return Hint(what, f"careers show {page.slug} --section discover")


def _nodes(rungs: tuple[Rung, ...], words: Words, *, inward: bool = False) -> tuple[Node, ...]:
    return tuple(
        Node(_rung_line(rung, words), _nodes(rung.branches, words, inward=inward)) for rung in rungs
    )


def _rung_line(rung: Rung, words: Words) -> Line:
    sign = span("↑ ", "up") if rung.kind == "up" else span("→ ", "move")
    if rung.repeated:
        return line(sign, role_span(rung.role), span(" " + _("(above)"), "muted"))
    return line(sign, *_rung(rung.role, words, "role", rung.years))


def _rung(role: RoleRef, words: Words, style: str, years: tuple[int, int] | None = None) -> Line:
    level = f" · {role.level.label}" if role.level else ""
    middle = f"{level} · " + (f"{words.years(years)} · " if years else "")
    pay = span(words.pay_of(role), "value") if role.pay else span(_("pay unknown"), "muted")
    return line(role_span(role, style), span(middle, "muted"), pay)


def _legend(page: LadderPage, words: Words) -> Paragraph:
    if page.years_source is None:
        pay = _("Pay: gross {per}, the middle half of the CBS group, at {hours} hours a week")
        said = pay.format(per=words.per(page.per), hours=words.short(page.hours_per_week))
        return Paragraph(line(said, words.note(page.pay_source), "."))
    return Paragraph(
        line(
            span("↑ ", "up"),
            _("a promotion, with the years it usually takes"),
            words.note(page.years_source),
            "; ",
            span("→ ", "move"),
            _("a move to another craft or further on"),
            ". ",
            _(
                "Pay: gross {per}, the indicative band for the level, at {hours} hours a week"
            ).format(per=words.per(page.per), hours=words.short(page.hours_per_week)),
            words.note(page.pay_source),
            ".",
        )
    )
