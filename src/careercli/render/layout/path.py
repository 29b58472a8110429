"""The way from one job to another: the jobs on it with their pay, and between them what to do."""

from collections.abc import Iterator

from careercli.locale import translate as _
from careercli.locale import translate_plural as _n
from careercli.pages import RoleRow, Training
from careercli.pages.moves import Move, PathPage, Route
from careercli.render.blocks import (
    Block,
    Bullets,
    Document,
    Facts,
    Headline,
    Hint,
    Line,
    Paragraph,
    Section,
    line,
    role_span,
    span,
)
from careercli.render.layout import moving
from careercli.render.layout.listing import minimum
from careercli.render.words import Words


def document(page: PathPage, words: Words) -> Document:
    """Return the way step by step, or what lies between where there is none."""
    blocks = _way(page, page.route, words) if page.route else _distance(page, words)
    head = _("From {start} to {goal}").format(start=page.start.title, goal=page.goal.title)
    title = line(span(head, "title"), span(f" · {_steps(page)}", "muted"))
    return Document(Headline(title), (Section("way", "", tuple(blocks)),))


def _steps(page: PathPage) -> str:
    if page.route is None:
        return _("no road")
    count = len(page.route.steps)
    return _n("{count} step", "{count} steps", count).format(count=count)


def _way(page: PathPage, route: Route, words: Words) -> Iterator[Block]:
    """Yield the jobs as a staircase of pay, between them what to do, then all of it together."""
    here = moving.Row((), page.start, "", moving.asks(page.start), ())
    rows = [here, *(moving.row_of(move, words) for move in route.steps)]
    legal = minimum(page, [row.role for row in rows])
    yield moving.chart(rows, page.per, legal, words)
    yield Facts(tuple(_altogether(page, route, words)))
    yield moving.explained(_told(page, words), legal, words)
    yield _onward(page)


def _altogether(page: PathPage, route: Route, words: Words) -> Iterator[tuple[str, Line]]:
    yield _("Altogether"), line(", ".join(_sum(route, words)))
    law = [one for move in route.steps for one in move.conditions if one.kind != "age"]
    if law:
        yield _("By law"), line(", ".join(dict.fromkeys(condition.short for condition in law)))
    if page.other:
        yield _("Another way"), _in_brief(page.other, words)


def _sum(route: Route, words: Words) -> Iterator[str]:
    if route.years[1]:
        told = words.years(route.years)
        whole = all(move.years or (move.way and move.way.study) for move in route.steps)
        yield told if whole else _("at least {years}").format(years=told)
    if route.study[1]:
        yield _("study of {years}").format(years=words.years(route.study))
    asked = [move.role for move in route.steps if move.way is None and _asks_more(move.role)]
    if asked:
        yield _("a diploma: {diplomas}").format(
            diplomas=", ".join(dict.fromkeys(map(moving.asks, asked)))
        )
    learn = sum(len(move.missing) for move in route.steps)
    yield _n("{count} essential skill to learn", "{count} essential skills to learn", learn).format(
        count=learn
    )


def _asks_more(role: RoleRow) -> bool:
    return role.education is not None and bool(role.education.nlqf)


def _in_brief(route: Route, words: Words) -> Line:
    """Return another way on one line."""
    parts = [part for move in route.steps for part in (span(" → ", "muted"), role_span(move.role))]
    told = ", ".join(_sum(route, words))
    return line(*parts[1:], span(f": {told}"))


def _told(page: PathPage, words: Words) -> Iterator[str]:
    yield moving.of_dots()
    yield from moving.of_yours(page.yours, page.goal.title)
    if page.route:
        yield from moving.of_seen(page.route.steps)
        yield _("Years: usual experience, or study if longer.")
    yield moving.of_pay(page.per, page.pay_period, words)


def _onward(page: PathPage) -> Hint:
    return Hint(_("Side by side"), f"careers compare {page.start.slug} {page.goal.slug}")


# Where there is no road

MOST = 3
"""Ways to learn a job that are told, the shortest first; its own page has all."""


def _distance(page: PathPage, words: Words) -> Iterator[Block]:
    """Yield that there is none, what lies between, and from where people come."""
    yield Paragraph(line(_no_road(page)))
    yield Facts(tuple(_between(page, page.direct, words)))
    if page.training:
        told = _("Training for {title}").format(title=page.goal.title)
        yield Paragraph(line(span(f"{told}:", "label")))
        yield Bullets(tuple(_learning(training, words) for training in page.training[:MOST]))
    if page.ways_in:
        told = _("People come into {title} from").format(title=page.goal.title)
        yield Paragraph(line(span(f"{told}:", "label")))
        yield Bullets(tuple(_coming(role, words) for role in page.ways_in))
    elif page.direct.kind not in moving.SIGNS:
        yield Paragraph(line(_("On no ladder does a job lead to it: people begin in it.")))
    legal = minimum(page, [page.start, page.goal, *page.ways_in])
    yield moving.explained(_told(page, words), legal, words)
    yield _onward(page)


def _no_road(page: PathPage) -> str:
    steps = page.most_steps
    if page.filters:
        return _(
            "No way of {steps} steps at most passes that. Without it there may be one."
        ).format(steps=steps)
    move = page.direct
    if not move.missing or (not (move.way and move.way.study) and move.way and not _bars(move)):
        return _(
            "Nothing in law or diploma stands between, but the work is another: no ladder and no "
            "jobs alike lead from one to the other in {steps} steps. What lies between:"
        ).format(steps=steps)
    return _(
        "No stepping stone was found: no ladder and no jobs alike lead from one to the other in "
        "{steps} steps. What lies between:"
    ).format(steps=steps)


def _bars(move: Move) -> bool:
    return any(condition.kind in moving.BARS for condition in move.conditions)


def _between(page: PathPage, move: Move, words: Words) -> Iterator[tuple[str, Line]]:
    had, asked = moving.asks(page.start), moving.asks(page.goal)
    if move.way and move.way.study:
        asked += " " + _("({years} of study)").format(years=words.years(move.way.years))
    elif move.way is None and not (page.start.education and page.start.education.nlqf):
        asked += " " + _("(which study depends on the diploma that you have)")
    elif move.way is None:
        asked += " " + _("(no study leads there directly)")
    yield _("Diploma"), line(f"{had} → {asked}")
    dots = moving.dots(len(move.have), len(move.missing))
    yield _("Skills"), line(dots, *([" · ", _skills(move)] if move.missing else []))
    yield _("Pay"), line(" → ".join(map(words.known_pay_of, (page.start, page.goal))))
    if move.conditions:
        yield _("By law"), line(", ".join(dict.fromkeys(one.short for one in move.conditions)))


def _skills(move: Move) -> str:
    return _("learn {skills}").format(skills=", ".join(skill.label for skill in move.missing))


def _learning(training: Training, words: Words) -> Line:
    """Return a way to learn a job with its level, its years and how: at school, at work."""
    level = training.level.label if training.level else ""
    said = (level, words.years(training.years), ", ".join(mode.label for mode in training.modes))
    told = "".join(f" · {one}" for one in said if one)
    return line(training.name, span(told, "muted"))


def _coming(role: RoleRow, words: Words) -> Line:
    told = f" · {words.known_pay_of(role)} · {moving.asks(role)}"
    return line(role_span(role), span(told, "muted"))
