"""What only an imported classification says of a role."""

from collections.abc import Iterable

from careercli.locale import translate as _
from careercli.pages import Occupation, RolePage, RoleRef
from careercli.render.blocks import (
    Block,
    Bullets,
    Facts,
    Line,
    Paragraph,
    Section,
    Span,
    Subhead,
    line,
    role_span,
    span,
)
from careercli.render.layout.common import paragraphs
from careercli.render.words import Words


def description(page: RolePage, occupation: Occupation) -> Section:
    """Return what a classification says; its first sentence stands in the headline already."""
    rest = page.description.removeprefix(page.summary).strip()
    blocks = [*paragraphs(rest)] if rest else []
    if occupation.tasks:
        tasks = tuple(line(task) for task in occupation.tasks)
        blocks += [Subhead(_("Tasks")), Bullets(tasks)]
    if occupation.language.id != page.language:
        blocks.append(_written_in(occupation))
    return Section("description", _("What the job is"), tuple(blocks))


def _written_in(occupation: Occupation) -> Paragraph:
    note = _("This text is in {language}: {name} was not imported in yours.").format(
        language=occupation.language.label, name=occupation.name
    )
    return Paragraph(line(span(note, "muted")))


def preparation(occupation: Occupation, words: Words) -> Section:
    """Return what O*NET says of the preparation that a job takes."""
    shares = (
        span(f"{share.label} ({words.numbers.number(share.percent)}%)")
        for share in occupation.diplomas
    )
    rows = []
    if occupation.zone:
        zone = span(occupation.zone, "value")
        rows.append((_("Preparation"), line(zone, words.note(occupation.source))))
    if occupation.diplomas:
        workers = line(*_parted(shares, ", "), words.note(occupation.source))
        rows.append((_("Workers say"), workers))
    return Section("education", _("Training and education"), (Facts(tuple(rows)),) if rows else ())


def _parted(spans: Iterable[Span], sign: str) -> Iterable[Span]:
    for i, part in enumerate(spans):
        yield from (span(sign, "muted"),) if i else ()
        yield part


def neighbours(found: Occupation) -> Iterable[Block]:
    """Yield the same job elsewhere, and the occupations that are put beside, above and below it."""
    for title, roles in (
        (_("The same job in another classification"), found.same),
        (_("Broader, in {name}"), found.broader),
        (_("Narrower, in {name}"), found.narrower),
        (_("Related, in {name}"), found.related),
    ):
        if roles:
            yield Subhead(title.format(name=found.name))
            yield Bullets(tuple(_named(role) for role in roles))


def _named(role: RoleRef) -> Line:
    return line(role_span(role), span(f"  {role.slug}", "command"))
