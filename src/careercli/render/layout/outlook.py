"""The outlook of a job: will there be more of it, does it have work, how many places open up."""

from collections.abc import Iterable, Iterator

from careercli.figures.derive import VERY_TIGHT
from careercli.figures.figures import (
    About,
    Bottleneck,
    Change,
    Forecast,
    Growth,
    Openings,
    Tightness,
)
from careercli.locale import translate as _
from careercli.pages import Outlook, OutlookClaim
from careercli.render.blocks import Line, Span, line, span
from careercli.render.words import Words


def at_a_glance(outlook: Outlook, words: Words) -> Iterator[Line]:
    """Yield whether there will be more of the job, then whether there is work in it now."""
    yield _growth_at_a_glance(outlook, words)
    if outlook.tightness and outlook.tightness.value is not None:
        tightness = outlook.tightness
        each = vacancies_each(tightness, words)
        note = words.note(tightness.about.source)
        yield line(span(_finding_work(tightness), "value"), f": {each}", note)


def _growth_at_a_glance(outlook: Outlook, words: Words) -> Line:
    """Return the word with growth and openings: stable to 2030: +2%, 14,500 places open up."""
    growth, openings = outlook.growth, outlook.openings
    if growth is None:
        return line(_word(outlook, words, _("outlook unknown")))
    year = last_year(growth.about)
    if growth.percent is None:
        unknown = _word(outlook, words, _("outlook to {year} unknown").format(year=year))
        return line(unknown, words.note(growth.about.source))
    told = _("{word} to {year}").format(word=outlook.label, year=year)
    more = f": {percent(growth.percent, words)}"
    if openings and openings.people is not None:
        places = _("{count} places open up").format(count=words.numbers.number(openings.people))
        more += f", {places}"
    return line(_word(outlook, words, told), more, words.note(growth.about.source))


def short(outlook: Outlook, words: Words) -> Line:
    """Return the word with the growth behind it, for a cell of a table."""
    word = _word(outlook, words, outlook.label)
    if outlook.growth is None or outlook.growth.percent is None:
        return line(word)
    return line(word, f", {percent(outlook.growth.percent, words)}")


def last_year(about: About) -> str:
    """Return 2030 for what is forecast over 2025-2030."""
    return about.period.rpartition("-")[2]


def facts(outlook: Outlook, words: Words) -> Iterator[tuple[str, Line]]:
    """Yield what is forecast, then what is said of this very job, then what is for reference."""
    forecast: tuple[Forecast | None, ...] = (
        outlook.growth,
        outlook.tightness,
        outlook.bottleneck,
        outlook.openings,
    )
    for record in (record for record in forecast if record):
        published = record.about.status == "published"
        told = _told(record, outlook, words) if published else words.missing(record.about)
        yield record.about.label, told
    if outlook.growth and outlook.growth.about.group:
        yield _("The group"), line(words.group(outlook.growth.about.group))
    if outlook.growth:
        caveat = words.source(outlook.growth.about.source).caveat
        yield _("Beware"), line(span(caveat, "muted"))
    if outlook.published:
        yield _("One site says"), _claim(outlook.published, words)
    yield from ((change.about.label, _change(change, words)) for change in outlook.evidence)


def _told(record: Forecast, outlook: Outlook, words: Words) -> Line:
    note = words.note(record.about.source)
    match record:
        case Growth():
            word = _word(outlook, words, outlook.label)
            return line(word, f": {_grown(record, words)}", note)
        case Openings():
            return line(*_openings(record, words), note)
        case Tightness():
            return line(*_tightness(record, words), note)
        case Bottleneck():
            return line(_bottleneck(record), note)


def percent(value: float, words: Words) -> str:
    """Return a percentage with its sign, as whole as it was published."""
    return f"{'+' if value > 0 else ''}{words.short(value)}%"


def _word(outlook: Outlook, words: Words, text: str) -> Span:
    return words.trend(outlook.trend, text, outlook.arrow, outlook.arrow_ascii)


def _grown(growth: Growth, words: Words) -> str:
    if not growth.people:
        return _("as many jobs as now")
    jobs = _("{count} jobs fewer") if growth.people < 0 else _("{count} jobs more")
    count = words.numbers.number(abs(growth.people))
    return f"{jobs.format(count=count)}, {percent(growth.percent or 0.0, words)}"


def _openings(openings: Openings, words: Words) -> Iterable[Span]:
    """Yield how many places open up, of which kind, and whether that is much."""
    number = words.numbers.number
    yield span(number(openings.people or 0), "value")
    kinds = (
        _("{percent}% of the jobs: {new} new, {old} of people who leave")
        if openings.expansion.people
        else _("{percent}% of the jobs, all of people who leave")
    ).format(
        percent=words.short(openings.percent or 0.0),
        new=number(openings.expansion.people or 0),
        old=number(openings.replacement.people or 0),
    )
    yield span(f", {kinds}; {_openings_class(openings.class_ or '')}")


def _openings_class(class_: str) -> str:
    return {
        "very-low": _("very few for a group of its size"),
        "low": _("few for a group of its size"),
        "average": _("about as many as in other groups of its size"),
        "high": _("many for a group of its size"),
        "very-high": _("very many for a group of its size"),
    }[class_]


def vacancies_each(tightness: Tightness, words: Words) -> str:
    """Return "14 vacancies a job seeker"; "16 or more" where UWV stops there."""
    count = each(tightness.value or 0.0, words)
    if tightness.capped:
        count = _("{count} or more").format(count=count)
    return _("{count} vacancies a job seeker").format(count=count)


def each(vacancies: float, words: Words) -> str:
    """Return vacancies for each person with two digits: 14, 4.3."""
    return words.short(round(vacancies, 0 if vacancies >= 10 else 1))


def _tightness(tightness: Tightness, words: Words) -> Iterable[Span]:
    yield span(_short_of(tightness), "value")
    directions = {
        "tightening-further": _("getting tighter still"),
        "stays-tight": _("staying so"),
        "tightening": _("getting tight"),
        "balanced": _("staying so"),
        "towards-balance": _("moving towards balance"),
        "easing": _("getting easier for employers"),
    }
    yield span(f": {vacancies_each(tightness, words)}")
    if tightness.direction:
        yield span(f"; {directions[tightness.direction]}")


def _finding_work(tightness: Tightness) -> str:
    """Return what tightness means to somebody who looks for work."""
    if tightness.class_ != "tight":
        return _("neither easy nor hard to find work")
    if (tightness.value or 0.0) >= VERY_TIGHT:
        return _("very easy to find work")
    return _("easy to find work")


def _short_of(tightness: Tightness) -> str:
    if tightness.class_ != "tight":
        return _("vacancies and people are in balance")
    if (tightness.value or 0.0) >= VERY_TIGHT:
        return _("very tight, employers are very short of people")
    return _("tight, employers are short of people")


def _bottleneck(bottleneck: Bottleneck) -> str:
    return {
        "none": _("employers will have no trouble finding people"),
        "hardly-any": _("employers will have hardly any trouble finding people"),
        "some": _("employers will have some trouble finding people"),
        "large": _("employers will have great trouble finding people"),
        "very-large": _("employers will have very great trouble finding people"),
    }[bottleneck.class_ or ""]


def _claim(claim: OutlookClaim, words: Words) -> Line:
    caveat = span(f" ({words.source(claim.source).caveat})", "muted")
    return line(claim.label, words.note(claim.source), caveat)


def _change(change: Change, words: Words) -> Line:
    """Return a change with its period, or why there is none."""
    about = change.about
    if about.status != "published":
        return words.missing(about)
    where = f" ({words.code(about.group)})" if about.group else ""
    return line(*_moved(change, words), where, words.note(about.source))


def _moved(change: Change, words: Words) -> Iterable[str | Span]:
    """Yield a projection in percent; of a survey what it can tell, with the counts behind it."""
    if change.now is None or change.before is None:
        period = words.period(change.about.period)
        yield span(words.numbers.percent(change.percent or 0.0), "value")
        yield " " + _("expected over {period}").format(period=period)
        return
    if change.percent is None:
        told = _("no clear change")
    else:
        told = _("fewer people in work") if change.percent < 0 else _("more people in work")
    start, _dash, end = change.about.period.partition(" - ")
    counts = _("{before} in {start}, {now} in {end}").format(
        before=words.numbers.number(change.before),
        now=words.numbers.number(change.now),
        start=_quarter(start),
        end=_quarter(end),
    )
    yield f"{told}: {counts}"


def _quarter(quarter: str) -> str:
    year, _space, number = quarter.partition(" Q")
    return _("{year} Q{quarter}").format(year=year, quarter=number)
