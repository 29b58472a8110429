"""The jobs that fit what somebody can, and what their words were read as."""

from collections.abc import Iterator

from careercli.locale import translate as _
from careercli.locale import translate_plural as _n
from careercli.names import name_key
from careercli.pages.moves import MatchPage, Recognised
from careercli.render.blocks import (
    Block,
    Document,
    Facts,
    Headline,
    Line,
    Paragraph,
    Rest,
    Section,
    Span,
    line,
    role_span,
    span,
)
from careercli.render.layout import moving
from careercli.render.layout.listing import minimum, rest
from careercli.render.words import Words, brief_diploma


def document(page: MatchPage, words: Words) -> Document:
    """Return the jobs, what would open most, and how every word was read."""
    title = line(span(_("What fits what you can"), "title"), span(_head(page), "muted"))
    return Document(Headline(title), (Section("match", "", tuple(_blocks(page, words))),))


def _head(page: MatchPage) -> str:
    skills = _n("{count} skill", "{count} skills", page.skills).format(count=page.skills)
    held = [page.role.title] if page.role else []
    return "".join(f" · {told}" for told in (*held, skills, *map(brief_diploma, page.having)))


def _blocks(page: MatchPage, words: Words) -> Iterator[Block]:
    if not page.near and page.moves:
        none = _("No job comes near: of none do you have three in ten skills. The nearest:")
        yield Paragraph(line(none))
    shown = [move.role for move in page.moves]
    if page.moves:
        rows = [moving.row_of(move, words) for move in page.moves]
        yield moving.chart(rows, page.per, minimum(page, shown), words)
        yield Rest(line(*_of_how_many(page, words)))
    yield Facts(tuple(_read(page)))
    told = [*_told(page, words)]
    if least := minimum(page, shown):
        told.append(moving.least(least, words))
    yield Paragraph(line(span(" ".join(told), "muted")))


def _of_how_many(page: MatchPage, words: Words) -> Iterator[Span]:
    if len(page.moves) < page.found:
        yield from rest(len(page.moves), page.found, words).spans
    elif page.near:
        yield span(_("Of no other job you have three in ten of the essential skills."), "muted")


def _read(page: MatchPage) -> Iterator[tuple[str, Line]]:
    """Yield what would open most, then what was recognised as what, what was not, and traits."""
    if page.to_learn:
        told = _("{skill} ({count} of {all} ask it)")
        lessons = (
            told.format(skill=one.skill.label, count=one.asked_by, all=one.of)
            for one in page.to_learn
        )
        yield _("Learn next"), line(", ".join(lessons))
    said = {one.said for one in page.recognised}
    if said or page.unknown:
        every = len(said) + len(page.titles) + len(page.unknown)
        told = _("{count} of {all}").format(count=every - len(page.unknown), all=every)
        yield _("Recognised"), line(told, *_as_what(page))
    if page.unknown:
        yield _("Not recognised"), line(", ".join(page.unknown))
    if page.titles:
        names = (f"{one.said} (careers next {one.group.id})" for one in page.titles)
        yield _("Jobs without a page"), line(", ".join(names))
    if page.traits:
        yield _("Traits, not compared"), line(", ".join(page.traits))
    if page.passed_over:
        counts = (f"{one.number} {_(one.what)} ({one.first})" for one in page.passed_over)
        yield _("Passed over"), line(", ".join(counts))


def _as_what(page: MatchPage) -> Iterator[Span]:
    """Yield how words were read that are not the name of what they were read as."""
    for place, one in enumerate(one for one in page.recognised if not _is_its_name(one)):
        yield span(": " if place == 0 else ", ", "muted")
        yield span(f"{one.said} = ")
        if one.role:
            yield span(_("the skills of "))
            yield role_span(one.role)
        else:
            yield span(one.skills[0].label, "value")


def _is_its_name(one: Recognised) -> bool:
    """Return whether words are the name of the skill; those of a job are told to be one."""
    return name_key(one.said) in (name_key(skill.label) for skill in one.skills)


def _told(page: MatchPage, words: Words) -> Iterator[str]:
    if page.moves:
        yield _("Ordered by how much of the work you know, which is not the chance of a job.")
        yield moving.of_dots()
        yield moving.of_pay(page.per, page.pay_period, words)
