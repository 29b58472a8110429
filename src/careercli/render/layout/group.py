"""What only groups of jobs say: which titles one counts, of what its figures are."""

from collections.abc import Iterable, Sequence
from itertools import islice

from careercli.locale import translate as _
from careercli.locale import translate_plural as _n
from careercli.pages import Comparable, Grouped, LinkedInterests, ListPage, RolePage
from careercli.render.blocks import (
    Block,
    Bullets,
    Hint,
    Line,
    Paragraph,
    Section,
    Span,
    Subhead,
    line,
    role_span,
    span,
)
from careercli.render.words import Words, in_brackets, interest

NAMED = 40  # titles; a group may count hundreds
FEW = 3  # roles, unit groups or O*NET occupations, where a line has room for no more


def badge(page: RolePage, body: Grouped, words: Words) -> Line:
    """Return which group it is."""
    return line(span(f"ISCO-08 {page.slug}", "badge"), words.note(body.group_source))


def led_here(page: RolePage, body: Grouped, words: Words) -> Line:
    """Return why this page is shown: a title has none of its own, or a group was asked for."""
    if body.typed is None:
        told = _(
            "A group of jobs: what is published is of all of them together, or of the wider Dutch "
            "group that they belong to."
        )
    else:
        told = _(
            '"{title}" has no page of its own yet. It is counted in this group, and what is '
            "published is of all of its jobs together, or of the wider Dutch group that it "
            "belongs to."
        ).format(title=body.typed)
    return line(told, words.note(body.counted_source))


def description(body: Grouped, words: Words) -> Section:
    """Return which titles the group counts, which of its jobs have a page, and what is not told."""
    blocks: list[Block] = []
    if body.roles:
        blocks += [Subhead(_("Jobs in it with a page of their own")), Bullets(tuple(_roles(body)))]
    if body.counted:
        shown = ", ".join(body.counted[:NAMED])
        rest = len(body.counted) - NAMED
        if rest > 0:
            shown += " " + _("and {count} more").format(count=rest)
        titles = line(shown, words.note(body.titles_source))
        blocks += [Subhead(_("Titles that are counted in it")), Paragraph(titles)]
    told = _(
        "What nobody has written yet: what a day is like, what it asks, where it leads. "
        "A page of your own: careers new"
    )
    blocks.append(Paragraph(line(span(told, "muted"))))
    return Section("description", _("What is counted here"), tuple(blocks))


def _roles(body: Grouped) -> Iterable[Line]:
    for role in body.roles:
        yield line(role_span(role), span(in_brackets(role.level), "muted"))


def interests(found: LinkedInterests, page: RolePage, words: Words) -> Iterable[tuple[str, Line]]:
    """Yield which kinds of interest lead, and in which occupations: of nothing else is it true."""
    names = [occupation.name for occupation in found.occupations]
    kinds = line(*_kinds(found, page), words.note(found.about.source))
    yield found.about.label, kinds
    of = _n(
        "{count} American occupation, linked to this group by a crosswalk",
        "{count} American occupations, linked to this group by a crosswalk",
        len(names),
    ).format(count=len(names))
    yield _("Made from"), line(of, words.note(found.link_source), f": {_some(names, '; ')}")


def _kinds(found: LinkedInterests, page: RolePage) -> Iterable[Span]:
    total = len(found.occupations)
    for place, kind in enumerate(found.kinds):
        yield span(f"{'; ' if place else ''}{kind.letter} ", "value" if not place else "label")
        told = _("stands out in {count} of {total}").format(count=kind.among, total=total)
        if not place:
            told = _("first in {count} of {total}").format(count=kind.first, total=total)
        yield span(f"{interest(page, kind.letter)} ({told})")


def comparable(body: Grouped, words: Words) -> Iterable[Block]:
    """Yield the groups that are comparable, a line each, with what can be shown of them."""
    if not body.comparable or body.comparable_source is None:
        return
    source = words.source(body.comparable_source)
    yield Subhead(_("Comparable with its Dutch group, by ROA"))
    yield Bullets(tuple(_near(group) for group in body.comparable))
    yield Paragraph(line(span(source.caveat, "muted"), words.note(source.id)))
    numbered = (near.unit_groups[0] for near in body.comparable if _is_numbered(near))
    for unit in islice(numbered, 1):
        yield Hint(_("A group by its number"), f"careers show {unit.id}")


def _is_numbered(found: Comparable) -> bool:
    """Return whether only unit groups lead on from a group: nobody wrote a role in it."""
    return bool(found.unit_groups) and not found.roles


def _near(found: Comparable) -> Line:
    """Return a group with the written roles in it, else with the numbers of its unit groups."""
    if _is_numbered(found):
        return line(f"{found.group.name}: ", _some([unit.id for unit in found.unit_groups]))
    names = [role_span(role) for role in found.roles[:FEW]]
    parted = [part for name in names for part in (span(", "), name)][1:]
    return line(f"{found.group.name}: ", *parted, _rest(len(found.roles)))


def _some(names: Sequence[str], sign: str = ", ") -> str:
    return sign.join(names[:FEW]) + _rest(len(names))


def _rest(count: int) -> str:
    return " " + _("and {count} more").format(count=count - FEW) if count > FEW else ""


def of_listed(page: ListPage, *, cut: bool) -> str:
    """Return of which group the figures of listed groups are, and how to see the page of one."""
    told = _(
        "Pay and outlook are of the Dutch group, often a wider one. To see one: careers show {code}"
    )
    if not cut:
        told = _(
            "Pay and outlook are of the Dutch group that a group is part of, which others may "
            "share. The page of one, by its name or number: careers show {code}"
        )
    return told.format(code=page.roles[0].slug)
