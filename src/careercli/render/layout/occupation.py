"""What only an imported classification says of a role."""

from collections.abc import Iterable

from careercli.locale import translate as _
from careercli.pages import OccupationInfo, RolePage, RoleRef
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


def description(page: RolePage, occupation: OccupationInfo) -> Section:
    """Return what a classification says; its first sentence stands in the headline already."""
    rest = page.description.removeprefix(page.summary).strip()
    blocks = [*paragraphs(rest)] if rest else []
    if occupation.tasks:
        tasks = tuple(line(task) for task in occupation.tasks)
        blocks += [Subhead(_("Tasks")), Bullets(tasks)]
    if occupation.language.id != page.language:
        blocks.append(_written_in(occupation))
    return Section("description", _("What the job is"), tuple(blocks))


def _written_in(occupation: OccupationInfo) -> Paragraph:
    note = _("This text is in {language}: {name} was not imported in yours.").format(
        language=occupation.language.label, name=occupation.name
    )
    return Paragraph(line(span(note, "muted")))


def preparation(page: RolePage, words: Words) -> tuple[Block, ...]:
    """Return what O*NET says of the preparation that a job takes."""
    found = page.occupation
    if found is None or not (found.zone or found.diplomas):
        return ()
    note = words.note(found.source)
    rows = [(_("Preparation"), line(span(found.zone, "value"), note))] if found.zone else []
    shares = (
        span(f"{share.label} ({words.numbers.number(share.percent)}%)") for share in found.diplomas
    )
    if found.diplomas:
        rows.append((_("Workers say"), line(*_parted(shares, ", "), note)))
    return (Facts(tuple(rows)),)


def _parted(spans: Iterable[Span], sign: str) -> Iterable[Span]:
    for i, part in enumerate(spans):
        yield from (span(sign, "muted"),) if i else ()
        yield part


def neighbours(found: OccupationInfo) -> Iterable[Block]:
    """Yield the occupations that a classification puts beside, above and below this one."""
    for title, roles in (
        (_("Broader, in {name}"), found.broader),
        (_("Narrower, in {name}"), found.narrower),
        (_("Related, in {name}"), found.related),
    ):
        if roles:
            yield Subhead(title.format(name=found.name))
            yield Bullets(tuple(_named(role) for role in roles))


def _named(role: RoleRef) -> Line:
    return line(role_span(role), span(f"  {role.slug}", "command"))
