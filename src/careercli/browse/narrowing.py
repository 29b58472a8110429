"""What narrows the list, in words: above it, and on as many lines as that takes."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from rich.text import Text

from careercli.browse.desk import Desk
from careercli.browse.facets import label_of
from careercli.browse.shelf import Listed
from careercli.browse.state import FLAG, State, values_of
from careercli.browse.visit import Answer, Visit
from careercli.choices import word_of
from careercli.locale import translate as _

_BETWEEN = 2  # columns
_WORDS = 40  # letters of what somebody typed


def in_lines(told: Iterable[Text], room: int) -> list[Text]:
    """Return what is told beside each other, on lines as wide as there is room."""
    lines = [Text(no_wrap=True)]
    for part in (folded for one in told for folded in _folded(one, room)):
        if lines[-1] and lines[-1].cell_len + _BETWEEN + part.cell_len > room:
            lines.append(Text(no_wrap=True))
        lines[-1].append(" " * _BETWEEN if lines[-1] else "").append_text(part)
    return lines


def _folded(part: Text, room: int) -> Iterator[Text]:
    """Yield what is told on one line; what is longer than that on several."""
    yield from (Text(line, part.style) for line in wrap(part.plain, max(1, room)))


def narrowing(visit: Visit, answer: Answer) -> Iterator[Text]:
    """Yield what Enter would set, how words found it, each filter, the order, what is aside."""
    desk, state = visit.desk, visit.state
    count = desk.words.numbers.number
    if labels := " + ".join(option.label for option in answer.offered):
        yield Text(_("Enter filters by {options}").format(options=labels), "bold")
    if answer.left:
        told = _("Not understood: {words}").format(words=_cut(answer.left))
        yield Text(told, "bold magenta")
    if answer.query:
        yield from _found_so(answer.listed, desk)
    if state.filters.groups:
        yield Text(_("groups of jobs"), "bold")
    for facet in state.filters.given():
        for value in () if facet == "groups" else values_of(state.filters, facet):
            yield Text(label_of(desk.catalogue, desk.words, facet, value), "bold cyan")
    if unpaid := desk.shelf.untold(state, "min_salary"):
        told = _("{count} without published pay left out").format(count=count(unpaid))
        yield Text(told, "dim")
    if unsaid := desk.shelf.untold(state, FLAG):
        told = _("{count} left out: how easy work is to find is not published")
        yield Text(told.format(count=count(unsaid)), "dim")
    if not state.filters.given() and not state.query:
        yield Text(_("f: filter by field, diploma, pay, work"), "dim")
    if order := _order(desk, state):
        yield Text(order, "" if state.sort else "dim")
    yield Text(_("pay {per}").format(per=desk.words.per(desk.reader.per)), "dim")
    if desk.reader.skills:
        yield Text(_("you can: {skills}").format(skills=_cut(desk.reader.skills)), "dim")
    if state.marked:
        yield Text(_("{count} put aside").format(count=count(len(state.marked))), "magenta")


def _cut(words: str) -> str:
    return words if len(words) <= _WORDS else words[: _WORDS - 1] + "…"


def _found_so(listed: Listed, desk: Desk) -> Iterator[Text]:
    """Yield whether what is listed is called as was typed, mentions it, or may be meant."""
    number = desk.words.numbers.number
    others = number(len(listed.items) - listed.named)
    if listed.is_guess:
        yield Text(_("No job has that name; perhaps you mean one of these"), "bold magenta")
    elif listed.items and not listed.named:
        told = _("No job has that name; {count} mention it").format(count=others)
        yield Text(told, "bold magenta")
    elif len(listed.items) > listed.named:
        told = _("{count} by name, {others} mention it")
        yield Text(told.format(count=number(listed.named), others=others), "dim")


def _order(desk: Desk, state: State) -> str:
    """Return the order that was asked for, or that a diploma brings; the usual one is not told."""
    if state.sort:
        return _("sorted by {order}").format(order=word_of(state.sort, desk.reader.language))
    diplomas = state.filters.with_diploma
    if not diplomas or state.query:
        return ""
    is_school = any(desk.catalogue.more("education", one)["school"] for one in diplomas)
    return _("what it gives entry to first") if is_school else _("open now first")
