"""What a job pays: drawn on one axis, then in words with the group behind it."""

from collections.abc import Iterable, Sequence

from careercli.locale import translate as _
from careercli.pages import Pay, RolePage, Written
from careercli.render.blocks import Block, Facts, Line, Mark, Scale, Section, Span, line, span
from careercli.render.words import Words, nice_axis


def title(per: str) -> str:
    """Return the heading of a section about pay."""
    return {
        "hour": _("Salary, gross an hour"),
        "month": _("Salary, gross a month"),
        "year": _("Salary, gross a year"),
    }[per]


def at_a_glance(page: RolePage, words: Words) -> Line:
    """Return the published range of a job, else the band for its level, for a headline."""
    pay = page.salary
    if pay.published:
        return _glance(pay.published, words)
    if pay.indicative:
        return _glance(pay.indicative, words, ", " + _("indicative for the level"))
    if pay.group is None:
        return line(*_abroad_at_a_glance(pay.references, words))
    if pay.group.shown.low is None:
        return line(_("Dutch pay: "), *words.missing(pay.group.about))
    half = span(words.span_of(pay.group.shown, bare=True), "value")
    what = _("{per}, the middle half of its group").format(per=words.per(pay.per))
    return line(half, " ", what, words.note(pay.group.about.source))


def _glance(pay: Pay, words: Words, remark: str = "") -> Line:
    shown = span(words.span_of(pay.shown), "value")
    return line(shown, " ", words.per(pay.shown.unit), remark, words.note(pay.about.source))


def _abroad_at_a_glance(references: Iterable[Pay], words: Words) -> Iterable[Span | str]:
    for pay in references:
        if pay.shown.median is None:
            yield _("Pay in the United States: ")
            yield from words.missing(pay.about)
        else:
            what = _("{per} at the median in the United States")
            yield span(median_words(pay, words), "value")
            yield " " + what.format(per=words.per(pay.shown.unit))
            yield words.note(pay.about.source)


def salary(page: RolePage, words: Words) -> Section:
    """Return what the job pays: drawn on one axis, then in words with the group behind it."""
    marks, facts = tuple(_pay_marks(page, words)), tuple(_pay_facts(page, words))
    blocks = ((pay_scale(marks, words),) if marks else ()) + ((Facts(facts),) if facts else ())
    return Section("salary", title(page.salary.per), blocks)


def pay_scale(marks: Sequence[Mark], words: Words) -> Block:
    """Return bars of pay on one axis with round ticks; only words where nothing is published."""
    drawn = [end for mark in marks for end in (mark.low, mark.high) if end is not None]
    # A band without an upper end needs some axis to run on into.
    drawn += [1.2 * mark.low for mark in marks if mark.open_ended and mark.low]
    if not drawn:
        return Facts(tuple((mark.label, mark.words) for mark in marks))
    start, end, ticks = nice_axis(drawn)
    return Scale("bar", start, end, tuple((t, _tick(t, words)) for t in ticks), tuple(marks))


def _tick(value: float, words: Words) -> str:
    return f"{words.short(value / 1000)}k" if value >= 1000 else words.short(value)


def _pay_marks(page: RolePage, words: Words) -> Iterable[Mark]:
    pay = page.salary
    if pay.published:
        yield pay_mark(pay.published.about.label, pay.published, words)
    if pay.group:
        yield pay_mark(pay.group.about.label, pay.group, words)
    if pay.indicative and isinstance(page.body, Written):
        label = _("Indicative, {level}").format(level=page.body.level.label)
        yield pay_mark(label, pay.indicative, words)


def pay_mark(label: str, pay: Pay, words: Words) -> Mark:
    """Return one row of a pay scale."""
    if pay.shown.low is None:
        return Mark(label, words.missing(pay.about))
    return Mark(
        label,
        line(span(words.span_of(pay.shown), "value"), words.note(pay.about.source)),
        low=pay.shown.low,
        high=pay.shown.high,
        mark=pay.shown.median,
    )


def _pay_facts(page: RolePage, words: Words) -> Iterable[tuple[str, Line]]:
    pay = page.salary
    if pay.group:
        yield from _group_facts(pay.group, words)
        if pay.group.about.status == "published" and pay.per != "hour":
            yield _("Converted"), line(_conversion(pay.hours_per_week, words))
    if pay.indicative:
        band = _band_words(pay.indicative)
        yield _("Indicative"), line(band, words.note(pay.indicative.about.source))
    for abroad in pay.references:
        yield abroad.about.label, _reference(abroad, words)


def _group_facts(pay: Pay, words: Words) -> Iterable[tuple[str, Line]]:
    note = words.note(pay.about.source)
    if pay.about.group:
        about = f"{words.group(pay.about.group)}, {words.people(pay.people)}"
        yield _("The group"), line(about, note)
    if pay.about.status == "published":
        shown = span(words.span_of(pay.as_published), "value")
        per = words.per(pay.as_published.unit)
        meaning = _("(a quarter earns less, half earns less, a quarter earns more)")
        yield _("As published"), line(shown, f" {per} {meaning}", note)


def _conversion(hours: float, words: Words) -> str:
    return _("52 weeks of {hours} hours; holiday allowance not included").format(
        hours=words.short(hours)
    )


def _band_words(pay: Pay) -> str:
    return {
        ("p25", "median"): _("the lower middle of the group: first quartile to median"),
        ("p25", "p75"): _("the middle half of the group"),
        ("median", "p75"): _("the upper middle of the group: median to third quartile"),
        ("p75",): _("the top quarter of the group: from the third quartile upwards"),
    }[pay.quartiles]


def _reference(pay: Pay, words: Words) -> Line:
    """Return the pay of a group abroad: its median first, since levels differ from ours."""
    if pay.shown.median is None:
        return words.missing(pay.about)
    half = words.span_of(pay.shown, exact=True, bare=True)
    if "p75" in pay.top_coded:
        half += " " + _("or more")
    return line(
        span(median_words(pay, words), "value"),
        " ",
        _("{per} at the median; middle half {half}").format(
            per=words.per(pay.shown.unit), half=half
        ),
        f". {words.group(pay.about.group)}, {words.people(pay.people)}",
        words.note(pay.about.source),
    )


def median_words(pay: Pay, words: Words) -> str:
    """Return the median, "at least" where only a lower bound of it is published."""
    at_least = "≥ " if "median" in pay.top_coded else ""
    return at_least + words.amount(pay.shown.median, pay.shown.unit, exact=True)
