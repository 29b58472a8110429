"""The jobs that fit what somebody can, and what their words were read as."""

from collections.abc import Iterator

from careercli.locale import translate as _
from careercli.locale import translate_plural as _n
from careercli.names import name_key
from careercli.pages.moves import AskedBy, KnownTitle, MatchPage, Recognised, Study
from careercli.render.blocks import (
    Block,
    Document,
    Facts,
    Headline,
    Hint,
    Line,
    Paragraph,
    Rest,
    Section,
    Span,
    line,
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
    had = (brief_diploma(one) if one.nlqf else _("no diploma") for one in page.having)
    return "".join(f" · {told}" for told in (*held, skills, *had))


def _blocks(page: MatchPage, words: Words) -> Iterator[Block]:
    if not page.near and page.moves:
        none = _("No job comes near: of none do you have three in ten skills. The nearest:")
        yield Paragraph(line(none))
    legal = minimum(page, [move.role for move in page.moves])
    if page.moves:
        rows = [moving.row_of(move, words) for move in page.moves]
        yield moving.chart(rows, page.per, legal, words)
        if how_many := tuple(_of_how_many(page, words)):
            yield Rest(line(*how_many))
    if page.asked_by and page.asked_by.jobs:
        yield _who_asks(page.asked_by)
    if read := tuple(_read(page)):
        yield Facts(read)
    yield moving.explained(_told(page, words), legal, words)


def _of_how_many(page: MatchPage, words: Words) -> Iterator[Span]:
    if len(page.moves) < page.found:
        yield from rest(len(page.moves), page.found, words).spans
    elif page.near:
        told = _n(
            "Of {count} job do you have three in ten of the essential skills.",
            "Of {count} jobs do you have three in ten of the essential skills.",
            page.near,
        )
        yield span(told.format(count=page.near), "muted")


def _who_asks(asked: AskedBy) -> Hint:
    """Return how many jobs ask what somebody can, where that is too little to come near one."""
    told = _n("{count} job asks {skills}", "{count} jobs ask {skills}", asked.jobs)
    skills = " + ".join(skill.label for skill in asked.skills)
    command = f"careers list --skill {','.join(skill.id for skill in asked.skills)}"
    return Hint(told.format(count=asked.jobs, skills=skills), command)


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
        yield _("Titles"), line(", ".join(map(_of_title, page.titles)))
    if page.studies:
        yield _("Studies"), line(", ".join(map(_of_study, page.studies)))
    if page.traits:
        yield _("Traits, not compared"), line(", ".join(page.traits))
    if page.passed_over:
        counts = (f"{_(one.what)}: {one.number} ({one.first})" for one in page.passed_over)
        yield _("Passed over"), line(", ".join(counts))


def _as_what(page: MatchPage) -> Iterator[Span]:
    """Yield what words were read as that are not its name: Office software (Word, Outlook)."""
    read: dict[str, list[str]] = {}
    for one in page.recognised:
        if not _is_its_name(one):
            read.setdefault(_meant(one), []).append(one.said)
    for place, (meant, said) in enumerate(read.items()):
        yield span(_("; read as: ") if place == 0 else ", ", "muted")
        yield span(meant, "value")
        yield span(f" ({', '.join(said)})")


def _meant(one: Recognised) -> str:
    if one.role:
        return _("the skills of {title}").format(title=one.role.title)
    return one.skills[0].label


def _of_title(title: KnownTitle) -> str:
    """Return which jobs a title may be, with what shows them."""
    several = [*(role.slug for role in title.roles), *(group.id for group in title.groups)]
    if len(title.roles) == 1 and not title.groups:
        return _("{title} (a job that you had? --from {role})").format(
            title=title.said, role=title.roles[0].slug
        )
    if title.roles:
        return _("{title} (which? --from {roles})").format(
            title=title.said, roles=_(" or ").join(several)
        )
    return f"{title.said} (careers next {_(' or ').join(several)})"


def _of_study(study: Study) -> str:
    """Return the diploma that a study is read as, which it may be, or that it is none we know."""
    if study.diploma:
        return f"{study.said} = {study.diploma.short}"
    if study.may_be:
        which = _(" or ").join(diploma.id for diploma in study.may_be)
        return _("{study} (which? --diploma {diplomas})").format(study=study.said, diplomas=which)
    return _("{study} (not recognised)").format(study=study.said)


def _is_its_name(one: Recognised) -> bool:
    """Return whether words are the name of the skill; those of a job are told to be one."""
    return name_key(one.said) in (name_key(skill.label) for skill in one.skills)


def _told(page: MatchPage, words: Words) -> Iterator[str]:
    if page.moves:
        yield _("Ordered by how much of the work you know, which is not the chance of a job.")
        yield moving.of_dots()
        yield moving.of_pay(page.per, page.pay_period, words, compared=page.role is not None)
