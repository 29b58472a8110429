"""Moves from one job to another as rows: pay to scale, study, and under each the skills."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from careercli.locale import translate as _
from careercli.pages import Minimum, RoleRow, Way, Yours
from careercli.pages.moves import Move, PayChange
from careercli.render.blocks import (
    Chart,
    Gist,
    Line,
    Mark,
    Paragraph,
    Scale,
    Table,
    line,
    role_span,
    span,
)
from careercli.render.layout.salary import pay_scale
from careercli.render.words import Words, brief_diploma

SIGNS = {"up": ("↑", "up"), "move": ("→", "move")}
"""How a step of the ladder is marked; what is only like a job is not."""

ROUNDED = {"year": (100, 0), "month": (10, 0)}
"""To what a difference in pay is rounded, and its decimals: medians are no more exact."""


class Row(NamedTuple):
    """A job in a chart of moves: how it is marked, what its pay and its study are beside others.

    ``below`` is what is said under it.
    """

    sign: Line
    role: RoleRow
    change: str
    study: str
    below: tuple[Gist | Paragraph, ...]


def row_of(move: Move, words: Words) -> Row:
    """Return the row of a move."""
    sign, style = SIGNS.get(move.kind, ("", ""))
    return Row(
        line(span(sign, style)),
        move.role,
        _change(move.pay_change, words),
        study(move),
        tuple(_below(move, words)),
    )


def chart(rows: Sequence[Row], per: str, legal: Minimum | None, words: Words) -> Chart:
    """Return rows in words, and in short beside bars of their pay on one axis.

    A column of which no row has anything is left out.
    """
    marks = [Mark("", (), *_ends(row.role)) for row in rows]
    scale = pay_scale(marks, words, legal.amount if legal else None)
    behind = [
        (_("Change"), [line(row.change) for row in rows]),
        (_("Asks"), [line(row.study) for row in rows]),
    ]
    behind = [(head, cells) for head, cells in behind if any(cells)]
    names = [line(*row.sign, " " if row.sign else "", role_span(row.role)) for row in rows]
    pay = [line(span(words.brief_pay_of(row.role), "value")) for row in rows]
    heads = tuple(head for head, _cells in behind)
    cells = [cells for _head, cells in behind]
    signs = [row.sign for row in rows]
    stars = [" *" if row.role.below_minimum else "" for row in rows]
    titles = [line(role_span(row.role), star) for row, star in zip(rows, stars, strict=True)]
    return Chart(
        table=Table(
            (_("Role"), _("Pay of the group"), *heads),
            tuple(zip(names, pay, *cells, strict=True)),
        ),
        brief=Table(
            ("", _("Role"), *heads),
            tuple(zip(signs, titles, *cells, strict=True)),
        ),
        at=2,
        stay=2,
        head=words.in_thousands(per),
        scale=scale if isinstance(scale, Scale) else None,
        worded=False,
        below=tuple(row.below for row in rows),
    )


def _ends(role: RoleRow) -> tuple[float | None, ...]:
    return (role.pay.low, role.pay.high, role.pay.median) if role.pay else ()


def _change(change: PayChange | None, words: Words) -> str:
    """Return the difference of the medians: +€8,000; that there can be none; nothing if unknown."""
    if change is None:
        return ""
    if change.same_group:
        return _("same group")
    if change.amount is None:
        return _("unknown")
    currency, _slash, period = change.unit.partition("/")
    size, decimals = ROUNDED.get(period, (0.01, 2))
    rounded = round(abs(change.amount) / size) * size
    sign = "+" if change.amount >= 0 else "−"
    return sign + words.numbers.money(rounded, currency, decimals)


def asks(role: RoleRow) -> str:
    """Return the diploma that a job asks."""
    if role.education is None:
        return ""
    return brief_diploma(role.education) if role.education.nlqf else _("no diploma")


def study(move: Move) -> str:
    """Return the diploma that a job asks, with the years of study to it where there are any."""
    way = move.way
    if way is None or way.study is None:
        return asks(move.role)
    return _with_years(way)


def _with_years(way: Way) -> str:
    low, high = way.years or (0, 0)
    years = f"{low}–{high}" if high > low else str(low)
    told = _("{study}, {years} y").format(study=brief_diploma(way.study), years=years)
    return told + (" +" if way.and_on else "")


def _below(move: Move, words: Words) -> Iterator[Gist | Paragraph]:
    """Yield how much one can already, what law asks, and as many skills to learn as fit."""
    said = [dots(len(move.have), len(move.missing)), *between(move, words)]
    told = " · ".join(filter(None, said))
    if move.missing:
        first, *others = (line(skill.label) for skill in move.missing)
        learn = span(_("learn") + " ", "label")
        yield Gist(told, ((learn, *first), *others), "+{count}")
    elif told:
        yield Paragraph(line(told))


def dots(had: int, missing: int) -> str:
    """Return a dot for each essential skill, filled where it is had, and their numbers."""
    if not had + missing:
        return ""
    told = _("{had} of {all}").format(had=had, all=had + missing)
    return f"{'●' * had}{'○' * missing} {told}"


def of_yours(yours: Yours | None, title: str) -> Iterator[str]:
    """Yield how many essential skills of a job the reader has of their own, if they kept any."""
    if yours:
        all_ = len(yours.have) + len(yours.missing)
        told = _("You yourself have {had} of the {all} essential skills of {title}.")
        yield told.format(had=len(yours.have), all=all_, title=title)


def between(move: Move, words: Words) -> Iterator[str]:
    """Yield what lies between besides study and skills: how far, the years, what law asks."""
    if move.reach and move.kind not in SIGNS:
        yield move.reach.label
    if move.years and move.years[0] is not None and move.years[1] is not None:
        yield words.years((move.years[0], move.years[1]))
    if move.seen:
        yield _("USA {percent}%").format(percent=round(100 * move.seen.share))
    entering = [condition for condition in move.conditions if condition.kind != "age"]
    law = sorted(entering, key=lambda condition: condition.kind not in BARS)
    names = list(dict.fromkeys(condition.short for condition in law))
    left = len(names) - NAMED
    yield ", ".join(names[:NAMED]) + (f" +{left}" if left > 0 else "")


BARS = ("register", "title", "appointment", "licence", "nationality", "medical")
"""The kinds of conditions that keep somebody out who has not met them, which are named first."""

NAMED = 1  # of the conditions of law: each row has one line


def of_dots() -> str:
    """Return what the dots are."""
    return _("● essential skills had, ○ to learn.")


def of_seen(moves: Iterable[Move]) -> Iterator[str]:
    """Yield what the shares that were seen are, if there are any."""
    if any(move.seen for move in moves):
        yield _("USA: share of those who left such a job in a year (CPS, a sample).")


def of_pay(per: str, year: str, words: Words, *, compared: bool = True) -> str:
    """Return what pay is, and its change where it is ``compared`` with that of now."""
    told = (
        _("Pay: gross {per}, CBS group, {year}; change: of its median, against now.")
        if compared
        else _("Pay: gross {per}, CBS group, {year}.")
    )
    return told.format(per=words.per(per), year=year)


def explained(told: Iterable[str], legal: Minimum | None, words: Words) -> Paragraph:
    """Return what signs and figures are, with what an adult earns at least where it is told."""
    said = [*told, *([_least(legal, words)] if legal else [])]
    return Paragraph(line(span(" ".join(said), "muted")))


def _least(legal: Minimum, words: Words) -> str:
    """Return in short why the pay of a group is low, and what an adult earns at least."""
    amount = words.amount(legal.amount, legal.unit, exact=True)
    told = _("* Many are on youth wages; an adult earns {amount} {per} at least.")
    return told.format(amount=amount, per=words.per(legal.unit))
