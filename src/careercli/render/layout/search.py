"""The page of a search: what was found, and apart from it what may be meant."""

import re
from collections.abc import Iterator
from itertools import groupby

from careercli.locale import translate as _
from careercli.pages import Hit, LikelyGroup, NearGroup, SearchPage, Term
from careercli.render.blocks import (
    Block,
    Definitions,
    Document,
    Entry,
    Line,
    Paragraph,
    Section,
    Span,
    line,
    role_span,
    span,
)
from careercli.render.layout.listing import minimum as minimum_of
from careercli.render.layout.listing import of_pay, rest
from careercli.render.words import Words

TITLES = 4  # of those that a guess rests on


def search_document(page: SearchPage, words: Words) -> Document:
    """Return what was found, each with its pay and what the job is; what is guessed, apart."""
    sections = [_counted(page)] if page.groups else []
    shown = [*page.hits]
    for by, hits in groupby(page.hits, key=lambda hit: hit.by):
        sections.append(Section(by, _found_by(by, page), tuple(_hit(hit, words) for hit in hits)))
    if page.likely:
        sections.insert(0, _likely(page, page.likely))
    if page.near:
        sections.insert(0, _near(page))
    if page.guesses or page.guessed_groups:
        sections.append(_guessed(page, words))
        shown += page.guesses
    below: list[Block] = []
    if len(page.hits) < page.found:
        below.append(Paragraph(rest(len(page.hits), page.found, words).spans))
    if shown:
        below.append(Paragraph(line(span(of_pay(page, words), "muted"))))
    if minimum := minimum_of(page, [hit.role for hit in shown]):
        below.append(Paragraph(line(f"* {words.minimum(minimum)}.")))
    if below and sections:
        last = sections[-1]
        sections[-1] = last._replace(blocks=(*last.blocks, *below))
    return Document(None, tuple(sections))


def _found_by(by: str, page: SearchPage) -> str:
    """Return how hits were found. Where no name was, pages only mention the words."""
    if by == "name":
        return _("By name")
    if by == "group":
        return _("Jobs that are counted there, with a page of their own")
    if by == "skill":
        return _("By skill")
    named = page.groups or any(hit.by == "name" for hit in page.hits)
    return _("Mentioned in the text") if named else _("No job is called so; these pages mention it")


def _counted(page: SearchPage) -> Section:
    """Return where a job is counted that is called so and has no page of its own."""
    title = _('"{title}" is counted in').format(title=page.query)
    if any(group.id in page.query for group in page.groups):
        title = _("A group by its number")
    elif not any(hit.by == "name" for hit in page.hits):
        title = _('"{title}" has no page of its own yet; it is counted in').format(title=page.query)
    return Section("groups", title, (Definitions(tuple(map(_group, page.groups))),))


def _group(group: Term) -> tuple[Line, Line]:
    return line(span(f"careers show {group.id}", "command")), line(group.label)


def _likely(page: SearchPage, likely: LikelyGroup) -> Section:
    """Return where a title may be counted, what that rests on, and the page of it if there is."""
    head = _('Nothing is called "{title}". Likely it is counted in').format(title=page.query)
    if likely.titles == 1:
        told = _('"{head}" is counted there.')
    elif likely.at_end:
        told = _('{there} of the {count} titles that end in "{head}" are counted there.')
    else:
        told = _('{there} of the {count} titles that begin with "{head}" are counted there.')
    rests_on = told.format(there=likely.there, count=likely.titles, head=likely.head)
    rows = Definitions(tuple(_commands(likely)))
    return Section("likely", head, (rows, Paragraph(line(span(rests_on, "muted")))))


def _near(page: SearchPage) -> Section:
    """Return where the titles are counted that are like the one that was typed."""
    if page.near[0].is_likely:
        head = _('Nothing is called "{title}". Likely it is counted in')
    else:
        head = _('Nothing is called "{title}". Titles like it are counted in')
    return Section("near", head.format(title=page.query), tuple(map(_near_group, page.near)))


def _near_group(near: NearGroup) -> Entry:
    """Return the group, the page that somebody wrote of the nearest, and the titles."""
    head, *lines = (line(*command, span("  "), *name) for command, name in _commands(near))
    if near.titles:  # a group that only the end of the title speaks for has none
        told = _("Like it, and counted there: {titles}.")
        lines.append(line(span(told.format(titles=", ".join(near.titles[:TITLES])), "muted")))
    return Entry(head, tuple(lines))


def _commands(guess: LikelyGroup | NearGroup) -> Iterator[tuple[Line, Line]]:
    """Yield what shows the group, and the page that somebody wrote, each with its name."""
    yield _group(guess.group)
    for role in guess.roles:
        yield line(span(f"careers show {role.slug}", "command")), line(role.title)


def _guessed(page: SearchPage, words: Words) -> Section:
    """Return the groups and roles that may be meant."""
    if page.corrected:
        title = _('Did you mean "{words}"?').format(words=page.corrected)
    else:
        title = _("These have some of the words")
    groups = [Definitions(tuple(map(_group, page.guessed_groups)))] if page.guessed_groups else []
    return Section("guesses", title, (*groups, *(_hit(hit, words) for hit in page.guesses)))


def _hit(hit: Hit, words: Words) -> Entry:
    """Return a hit: its name with level and pay, what it is, and the slug by which to show it.

    Where it was found is told of another name and of prose: a skill says less than what the job
    is.
    """
    role = hit.role
    head = line(
        role_span(role),
        span(f" · {role.level.label if role.level else words.origins(role)} · ", "muted"),
        span(words.known_pay_of(role), "value"),
    )
    slug = span(f"({role.slug})", "command")
    lines = [line(f"{role.summary} ", slug)] if role.summary else []
    if hit.field in ("prose", "aliases") or not role.summary:
        where = {
            "title": _("title"),
            "aliases": _("also called"),
            "skills": _("skills"),
            "prose": _("text"),
        }[hit.field]
        passage = line(span(f"{where}: ", "label"), *highlighted(hit.passage))
        lines.append(passage if role.summary else (*passage, span(" "), slug))
    return Entry(head, tuple(lines))


def highlighted(passage: str) -> Line:
    """Return a passage with its matches, which stand between ⟦ and ⟧, as spans of their own."""
    parts = re.split(r"⟦(.*?)⟧", passage)
    spans: list[Span] = [span(part, "match" if i % 2 else "") for i, part in enumerate(parts)]
    return line(*spans)
