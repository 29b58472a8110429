"""What only the page of a group says: which titles it counts, and what it cannot say."""

from collections.abc import Iterable

from careercli.locale import translate as _
from careercli.pages import Grouped, RolePage
from careercli.render.blocks import (
    Block,
    Bullets,
    Line,
    Paragraph,
    Section,
    Subhead,
    line,
    role_span,
    span,
)
from careercli.render.words import Words, in_brackets

NAMED = 40  # titles; a group may count hundreds


def badge(page: RolePage, body: Grouped, words: Words) -> Line:
    """Return which group it is."""
    return line(span(f"ISCO-08 {page.slug}", "badge"), words.note(body.group_source))


def led_here(page: RolePage, body: Grouped, words: Words) -> Line:
    """Return why this page is shown: a title has none of its own, or a group was asked for."""
    if body.typed is None:
        told = _("A group of jobs: what is published is of all of them together.")
    else:
        told = _(
            '"{title}" has no page of its own yet. It is counted in this group, and what is '
            "published is of all of its jobs together."
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
        blocks += [Subhead(_("Titles that are counted in it")), Paragraph(line(shown))]
    told = _(
        "What nobody has written yet: what a day is like, what it asks, where it leads. "
        "A page of your own: careers new"
    )
    blocks.append(Paragraph(line(span(told, "muted"))))
    return Section("description", _("What is counted here"), tuple(blocks))


def _roles(body: Grouped) -> Iterable[Line]:
    for role in body.roles:
        yield line(role_span(role), span(in_brackets(role.level), "muted"))
