"""What may come after a job, or into it: each with pay, study and skills that lie between."""

from collections.abc import Iterator

from careercli.locale import translate as _
from careercli.pages.moves import NextPage
from careercli.render.blocks import (
    Block,
    Document,
    Headline,
    Hint,
    Paragraph,
    Rest,
    Section,
    Span,
    line,
    span,
)
from careercli.render.layout import moving
from careercli.render.layout.listing import minimum, rest
from careercli.render.words import NOTHING, Words, brief_diploma


def document(page: NextPage, words: Words) -> Document:
    """Return the steps of the ladder, then what is like it, and what likeness is not."""
    head = _("Into {title}") if page.into else _("Next from {title}")
    title = line(span(head.format(title=page.title), "title"), *_here(page, words))
    return Document(Headline(title), (Section("moves", "", tuple(_moves(page, words))),))


def _here(page: NextPage, words: Words) -> Iterator[Span]:
    """Yield what one has now, with which everything is compared."""
    had = " / ".join(map(brief_diploma, page.having))
    if page.having and not page.having[0].nlqf:
        had = _("no diploma asked")
    here = (had, words.known_pay_of(page.role))
    yield span("".join(f" · {told}" for told in here if told), "muted")


def _moves(page: NextPage, words: Words) -> Iterator[Block]:
    shown = [move.role for move in page.moves]
    if page.moves:
        rows = [moving.row_of(move, words) for move in page.moves]
        yield moving.chart(rows, page.per, minimum(page, shown), words)
        yield Rest(line(*_of_how_many(page, words), *_onward(page)))
    else:
        yield Paragraph(line(_("No job here passes that.") if page.filters else NOTHING))
    yield moving.explained(_told(page, words), minimum(page, [page.role, *shown]), words)


def _of_how_many(page: NextPage, words: Words) -> Iterator[Span]:
    if len(page.moves) < page.found:
        yield from rest(len(page.moves), page.found, words).spans
        yield span("   ")


def _onward(page: NextPage) -> Iterator[Span]:
    """Yield the command that shows the way to the first of them step by step."""
    first = page.moves[0].role
    if first.kind == page.role.kind == "role":
        ends = f"{first.slug} {page.slug}" if page.into else f"{page.slug} {first.slug}"
        yield from Hint(_("Step by step"), f"careers path {ends}").spans


def _told(page: NextPage, words: Words) -> Iterator[str]:
    """Yield what the signs and figures are."""
    if not page.moves:
        return
    if page.role.kind == "group":
        yield _("Groups that ROA finds comparable, by roles or by name; no work is compared.")
        yield moving.of_pay(page.per, page.pay_period, words)
        return
    compared = ", ".join(part.label for part in page.compared)
    if {move.kind for move in page.moves} & moving.SIGNS.keys():
        told = _("↑ → on the ladder, by the editors; the rest by likeness ({parts})")
    else:
        told = _("By likeness ({parts})")
    yield _("{how} of the work, not the chance of a job.").format(how=told.format(parts=compared))
    if any(move.have or move.missing for move in page.moves):
        yield moving.of_dots()
    yield from moving.of_yours(page.yours, page.title)
    yield from moving.of_seen(page.moves)
    yield moving.of_pay(page.per, page.pay_period, words)
