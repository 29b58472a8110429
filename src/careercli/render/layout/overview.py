"""The first screen of a role: pay, what is asked, AI, the ladder, a few lines each.

It is made to fit 80 columns by 24 rows under the headline, so every line holds what decides and
no more. What has no room stands further down on the page.
"""

from collections.abc import Iterable, Iterator

from careercli.figures import HOURS_A_WEEK
from careercli.figures.figures import Exposure
from careercli.figures.pay import Week, convert
from careercli.locale import translate as _
from careercli.pages import (
    AiImpact,
    Diploma,
    Grouped,
    Imported,
    LadderSteps,
    Pay,
    RolePage,
    Salary,
    Step,
    Written,
    Yours,
)
from careercli.render.blocks import (
    Gauge,
    Gist,
    Hint,
    Line,
    Overview,
    Panel,
    Paragraph,
    line,
    role_span,
    span,
)
from careercli.render.words import Words, above, nice_axis

AXIS = (20_000, 120_000)
"""EUR gross a year in the usual week: the ends of every bar of Dutch pay, so that two compare."""


def overview(page: RolePage, words: Words) -> Overview:
    """Return the panels of a page that have something to say, and the commands that lead on."""
    panels = (
        _pay(page, words),
        _asked(page, words),
        _ai(page.ai_impact, words),
        _ladder(page, words),
    )
    return Overview(tuple(panel for panel in panels if panel), _onward_from(page))


def _onward_from(page: RolePage) -> Hint:
    """Return the commands that lead on; of a group, to what its jobs are called elsewhere."""
    if isinstance(page.body, Grouped):
        return Hint(
            _("Further"), f"careers vacancies · sources · search {page.body.typed or page.slug}"
        )
    commands = ("ladder", "compare", "vacancies", "sources")
    return Hint(_("Further"), f"careers {' · '.join(commands)} {page.slug}")


# Pay


def _pay(page: RolePage, words: Words) -> Panel:
    pay = page.salary
    unit = {"year": _("gross a year"), "month": _("gross a month"), "hour": _("gross an hour")}
    hours = _("{hours} hours").format(hours=words.short(pay.hours_per_week))
    aside = f"{unit[pay.per]}, {hours}"
    if pay.group is None or pay.group.shown.median is None:
        unknown = Paragraph(line(_("Unknown: no group is known in which the job is counted.")))
        return Panel(_("Salary"), (), tuple(_no_dutch_pay(pay, words)) or (unknown,))
    return Panel(_("Salary"), (aside,), tuple(_dutch_pay(pay, pay.group, words)))


def _dutch_pay(pay: Salary, group: Pay, words: Words) -> Iterator[Gauge | Gist | Paragraph]:
    whose = _("middle half of its segment") if pay.kept_back else _("middle half of its group")
    yield Paragraph(
        line(
            span(words.span_of(group.shown), "value"),
            f"  {whose}, {group.about.period}",
            words.note(group.about.source),
        )
    )
    if bar := _bar(pay, group, words):
        yield bar
    yield Gist("", tuple(_remarks(pay, group, words)), spare=pay.minimum is None)


def _remarks(pay: Salary, group: Pay, words: Words) -> Iterator[Line]:
    """Yield what must be known of an amount first, then whose it is."""
    if pay.minimum:
        least = words.amount(pay.minimum.amount, pay.minimum.unit, exact=True)
        told = _("many on youth wages; an adult earns at least {amount} by law")
        yield line(told.format(amount=least), words.note(pay.minimum.source))
    if group.about.group:
        yield line(group.about.group.name)
    if pay.position:
        yield line(pay.position.text)
    if site := pay.published:
        said = f"{site.about.label}: {words.span_of(site.shown)}"
        yield line(said, words.note(site.about.source))
    if group.people:
        yield line(words.people(group.people))


def _bar(pay: Salary, group: Pay, words: Words) -> Gauge | None:
    """Return what lies above the legal minimum; nothing where three quarters earn less."""
    week = Week(pay.hours_per_week, pay.weeks_per_year)
    start, end = (
        convert(amount / (HOURS_A_WEEK * pay.weeks_per_year), "hour-worked", pay.per, week)
        for amount in AXIS
    )
    floor = max(start, pay.minimum.amount) if pay.minimum else start
    low, middle, high = above(floor, group.shown.low or floor, *group.shown[1:3])
    if low is None:
        return None
    return Gauge((start, words.tick(start)), (end, words.tick(end)), low, middle, high)


def _no_dutch_pay(pay: Salary, words: Words) -> Iterator[Gauge | Gist | Paragraph]:
    """Yield that Dutch pay is unknown and why, and what is published abroad for reference."""
    if pay.group:
        yield Paragraph(line(_("Dutch pay: "), *words.missing(pay.group.about)))
    for abroad in pay.references:
        if abroad.shown.median is None or abroad.shown.low is None:
            continue
        where = _("{per} in the United States, {year}, middle half").format(
            per=words.per(abroad.shown.unit), year=abroad.about.period
        )
        amounts = span(words.span_of(abroad.shown, exact=True), "value")
        yield Paragraph(line(amounts, f" {where}", words.note(abroad.about.source)))
        low, middle, high = abroad.shown[:3]
        first, last, _ticks = nice_axis([low, high or 1.2 * low] if low else [0.0, 1.0])
        yield Gauge((first, words.tick(first)), (last, words.tick(last)), low, middle, high)


# What is asked


def _asked(page: RolePage, words: Words) -> Panel | None:
    rows = [*_diplomas(page, words)]
    skills = tuple(
        line(skill.name)
        for skill in page.skills
        if skill.need.id == "essential" or (skill.importance or 0) >= 4  # O*NET: very important
    )
    if skills:
        rows.append(Gist(_("Skills"), skills, rest=_("and {count} more")))
    if isinstance(page.body, Written) and page.body.yours:
        rows.append(_yours(page.body.yours))
    return Panel(_("Requirements"), (), tuple(rows)) if rows else None


def _yours(yours: Yours) -> Gist:
    """Return how many of the essential skills the reader has, and which are to be learned."""
    from careercli.render.layout import moving  # only for who has kept skills

    missing = tuple(line(skill.label) for skill in yours.missing)
    dots = moving.dots(len(yours.have), len(missing))
    learn = [line(_("learn"), " ", *missing[0])] if missing else []
    return Gist(_("You"), (line(dots), *learn, *missing[1:]), rest="+{count}")


def _diplomas(page: RolePage, words: Words) -> Iterator[Gist]:
    """Yield the diplomas, then what else is asked and what marks the work, in a word or two."""
    match page.body:
        case Written(conditions=conditions, work=work) as body:
            yield Gist(_("Diploma"), tuple(_schooling(body, words)))
            also = (*(one.short for one in conditions), *(trait.label for trait in work))
            if also:
                yield Gist(_("Also"), tuple(map(line, also)), rest=_("and {count} more"))
        case Imported(occupation):
            if occupation.zone:
                yield Gist(_("Preparation"), (line(occupation.zone),))


def _schooling(body: Written, words: Words) -> Iterator[Line]:
    """Yield what is asked at least, what is usual, and the school profiles."""
    asked = body.education
    if asked.minimum.id == "none":
        yield line(span(_("none to begin"), "value"))
    else:
        least = _("at least {diploma}") if asked.minimum.id != asked.usual.id else "{diploma}"
        yield line(span(least.format(diploma=_with_years(asked.minimum, body, words)), "value"))
    if asked.usual.id != asked.minimum.id:
        yield line(_("usually {diploma}").format(diploma=_with_years(asked.usual, body, words)))
    if asked.profiles:
        profiles = ", ".join("&".join(term.id) for term in asked.profiles)
        yield line(_("profile {names}").format(names=profiles))


def _with_years(diploma: Diploma, body: Written, words: Words) -> str:
    """Return "hbo (4 years)"; of a master with the bachelor that it builds on.

    Where none of the ways to it takes the usual time, as in medicine, it is the time of these.
    """
    ways = [way.years for way in body.training if way.level and way.level.id == diploma.id]
    own = [way for way in ways if way and way != diploma.years]
    years = diploma.years
    if own and len(own) == len(ways):
        years = min(low for low, _high in own), max(high for _low, high in own)
    if years is None:
        return diploma.short
    before = diploma.years_before or (0, 0)
    return f"{diploma.short} ({words.years((years[0] + before[0], years[1] + before[1]))})"


# AI


def _ai(impact: AiImpact, words: Words) -> Panel | None:
    scored = [found for found in impact.exposures if found.value is not None]
    blocks: list[Gauge | Gist | Paragraph] = []
    if scored:
        letters = tuple((found.value or 0.0, found.letter or "?") for found in scored)
        blocks.append(Gauge((0.0, "0"), (1.0, "1"), letters=letters, words=_ranks(impact)))
        blocks.append(Gist("", tuple(_measures(scored, words)), spare=True))
    if impact.automates:
        rest = _("and {count} more")
        blocks.append(Gist(_("Takes over"), tuple(map(line, impact.automates)), rest))
        helped = tuple(map(line, impact.augments))
        blocks.append(Gist(_("Helps with"), helped, rest, spare=True))
    asides = (_("exposure, not the chance of losing the job"), _("exposure, not job loss"))
    return Panel(_("AI"), asides, tuple(blocks)) if blocks else None


def _ranks(impact: AiImpact) -> Line:
    """Return how the scores rank among the occupations of their measures."""
    ranks = sorted(e.rank_percent for e in impact.exposures if e.rank_percent is not None)
    if not ranks:
        return ()
    low, high = ranks[0], ranks[-1]
    percent = f"{low}%" if low == high else f"{low}–{high}%"
    return line(span(_("higher than {percent} of jobs").format(percent=percent), "value"))


def _measures(scored: Iterable[Exposure], words: Words) -> Iterator[Line]:
    """Yield the letters on the strip with whose measure each is, a source once."""
    letters: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for found in scored:
        letters.setdefault(found.about.source, []).append(found.letter or "?")
        names.setdefault(found.about.source, found.about.label.partition(" ")[0])
    for source, of_source in letters.items():
        signs = span(" ".join(of_source), "bar.mark")
        yield line(signs, f" {names[source]}", words.note(source))


# The ladder


def _ladder(page: RolePage, words: Words) -> Panel | None:
    if not isinstance(page.body, Written):
        return None
    steps = page.body.ladder
    level = span(f" {page.body.level.label}", "muted")
    here = line(span(f"● {page.title}", "here"), level)
    return Panel(
        _("Ladder"),
        (_("↑ up, → further on or sideways"),),
        (
            Gist(_("Next"), tuple(_onward(steps, words)), rest=_("and {count} more")),
            Gist(_("Here"), (here,)),
            Gist(_("Before"), tuple(_back(steps, words)), rest=_("and {count} more")),
        ),
    )


def _onward(steps: LadderSteps, words: Words) -> Iterable[Line]:
    found = [_rung(step, words) for step in (*steps.up, *steps.leads_to)]
    return found or [line(span(_("the top of this ladder"), "muted"))]


def _back(steps: LadderSteps, words: Words) -> Iterable[Line]:
    found = [_rung(step, words) for step in steps.previous]
    return found or [line(span(_("no job before it on this ladder"), "muted"))]


def _rung(step: Step, words: Words) -> Line:
    years = f" ({words.years(step.years)})" if step.years else ""
    sign = span("↑ ", "up") if step.kind == "up" else span("→ ", "move")
    return line(sign, role_span(step.role), span(years, "muted"))
