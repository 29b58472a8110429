"""What may come after a job: each with pay, study and skills that lie between."""

from collections.abc import Iterator

from careercli.locale import translate as _
from careercli.pages import Move, NextPage
from careercli.render.blocks import (
    Block,
    Document,
    Entry,
    Headline,
    Hint,
    Line,
    Paragraph,
    Section,
    Span,
    line,
    role_span,
    span,
)
from careercli.render.layout.listing import minimum, of_pay, rest
from careercli.render.words import Words, brief_diploma

NAMED = 2  # skills that are missing
ROUNDED = {"year": (100, 0), "month": (10, 0)}
"""To what a difference in pay is rounded, and its decimals: medians are no more exact."""


def document(page: NextPage, words: Words) -> Document:
    """Return the steps of the ladder, then what is like it, and what likeness is not."""
    steps = [move for move in page.moves if move.kind != "like"]
    like = [move for move in page.moves if move.kind == "like"]
    sections = []
    for key, title, moves in (
        ("ladder", _("Steps on the ladder, as the editors see them"), steps),
        ("like", _("Jobs of which the work is like it"), like),
    ):
        if moves:
            sections.append(Section(key, title, tuple(_entry(move, words) for move in moves)))
    sections.append(Section("notes", "", tuple(_below(page, words))))
    head = _("Next from {title}").format(title=page.title)
    return Document(Headline(line(span(head, "title"), *_here(page, words))), tuple(sections))


def _here(page: NextPage, words: Words) -> Iterator[Span]:
    """Yield what one has now, with which everything is compared."""
    pay = words.brief_pay_of(page.role) if page.role.pay else _("pay unknown")
    yield span(f" · {brief_diploma(page.diploma)} · {pay}", "muted")


def _entry(move: Move, words: Words) -> Entry:
    sign = {"up": span("↑ ", "up"), "move": span("→ ", "move")}.get(move.kind, span(""))
    pay = span(words.brief_pay_of(move.role) if move.role.pay else _("pay unknown"), "value")
    level = f" · {move.role.level.label}" if move.role.level else ""
    head = line(sign, role_span(move.role), span(f"{level} · ", "muted"), pay)
    between = span(" · ".join(_between(move, words)))
    return Entry(head, (line(*_skills(move), " · ", between), _to_learn(move)))


def _between(move: Move, words: Words) -> Iterator[str]:
    """Yield what lies between: years, pay, study, register."""
    if move.years and move.years[0] is not None and move.years[1] is not None:
        yield words.years((move.years[0], move.years[1]))
    yield _pay_change(move, words)
    yield _study(move, words)
    if move.conditions:
        yield ", ".join(dict.fromkeys(condition.label for condition in move.conditions))


def _pay_change(move: Move, words: Words) -> str:
    change = move.pay_change
    if change.same_group:
        return _("same CBS group")
    if change.amount is None:
        return _("pay unknown")
    currency, _slash, period = change.unit.partition("/")
    size, decimals = ROUNDED.get(period, (0.01, 2))
    rounded = round(abs(change.amount) / size) * size
    sign = "+" if change.amount >= 0 else "−"
    amount = words.numbers.money(rounded, currency, decimals)
    return _("{amount} at the median").format(amount=f"{sign}{amount}")


def _study(move: Move, words: Words) -> str:
    diploma = brief_diploma(move.role.education)
    if move.role.education and not move.role.education.nlqf:
        return _("no diploma asked")
    if move.way is None:
        return _("asks {diploma}").format(diploma=diploma)
    if move.way.study is None:
        return _("{diploma}: yours will do").format(diploma=diploma)
    years = words.years(move.way.years)
    return _("study: {diploma}, {years}").format(diploma=move.way.study.short, years=years)


def _skills(move: Move) -> Iterator[Span]:
    """Yield how many of the essential skills one has, as dots and in a number."""
    had, asked = len(move.have), len(move.have) + len(move.missing)
    yield span("●" * had + "○" * (asked - had), "value")
    yield span(" " + _("{had} of {all} skills").format(had=had, all=asked))


def _to_learn(move: Move) -> Line:
    """Return the first of the skills that are missing, and the slug of the job."""
    slug = span(f"({move.role.slug})", "command")
    if not move.missing:
        return line(slug)
    names = ", ".join(skill.label for skill in move.missing[:NAMED])
    left = len(move.missing) - NAMED
    more = " " + _("and {count} more").format(count=left) if left > 0 else ""
    return line(span(_("to learn: {skills}").format(skills=names + more) + " "), slug)


def _below(page: NextPage, words: Words) -> Iterator[Block]:
    if len(page.moves) < page.found:
        yield rest(len(page.moves), page.found, words)
    compared = ", ".join(part.label for part in page.compared)
    told = _(
        "Skills: the essential ones. Likeness is of the work, not the chance of a job; compared: "
        "{parts}. Jobs of one CBS group show the same pay."
    )
    yield Paragraph(line(span(f"{told.format(parts=compared)} {of_pay(page, words)}", "muted")))
    if least := minimum(page, [page.role, *(move.role for move in page.moves)]):
        yield Paragraph(line(f"* {words.minimum(least)}."))
    if page.moves:
        command = f"careers compare {page.slug} {page.moves[0].role.slug}"
        yield Hint(_("Side by side"), command)
