"""What a job pays: drawn on one axis, then in words with the group behind it."""

from collections.abc import Iterable, Sequence

from careercli.locale import translate as _
from careercli.pages import Pay, RolePage, is_told
from careercli.render.blocks import Block, Facts, Line, Mark, Scale, Section, line, span
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
    published, indicative = page.salary.published, page.salary.indicative
    pay = published or indicative
    group = page.salary.group
    if pay is None and group.shown.low is not None:  # nobody has judged the level of the job
        half = span(words.span_of(group.shown, bare=True), "value")
        about = _("{per}, the middle half of its group").format(per=words.per(group.shown.unit))
        return line(half, " ", about, words.note(group.source))
    if pay is None and not is_told(group, page.occupation):
        return _us_at_a_glance(page.salary.us, words)
    if pay is None:
        return line(_("Dutch pay: "), *words.missing_pay(group))
    return line(
        span(words.span_of(pay.shown), "value"),
        " ",
        words.per(pay.shown.unit),
        "" if published else ", " + _("indicative for the level"),
        words.note(published.source if published else "editors"),
    )


def _us_at_a_glance(pay: Pay, words: Words) -> Line:
    if pay.shown.median is None:
        return line(_("Pay in the United States: "), *words.missing_pay(pay))
    median = span(_us_median(pay, words), "value")
    about = _("{per} at the median in the United States").format(per=words.per(pay.shown.unit))
    return line(median, " ", about, words.note(pay.source))


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
        yield pay_mark(_("This job, published"), pay.published, words)
    group = pay.group
    code = group.group.code if group.group else ""
    if is_told(group, page.occupation):
        yield pay_mark(_("CBS group {code}").format(code=code).strip(), group, words)
    if pay.indicative and page.level:
        label = _("Indicative, {level}").format(level=page.level.label)
        yield pay_mark(label, pay.indicative, words, source="editors")


def pay_mark(label: str, pay: Pay, words: Words, source: str | None = None) -> Mark:
    """Return one row of a pay scale."""
    if pay.shown.low is None:
        return Mark(label, words.missing_pay(pay))
    return Mark(
        label,
        line(span(words.span_of(pay.shown), "value"), words.note(source or pay.source)),
        low=pay.shown.low,
        high=pay.shown.high,
        mark=pay.shown.median,
    )


def _pay_facts(page: RolePage, words: Words) -> Iterable[tuple[str, Line]]:
    pay, wage, dollars = page.salary, page.salary.group, page.salary.us
    if wage.group:
        yield (
            _("The group"),
            line(words.group(wage.group), ", ", words.people(wage.people), words.note(wage.source)),
        )
    if wage.status == "published":
        published = words.span_of(wage.as_published)
        yield (
            _("As published"),
            line(
                span(published, "value"),
                " ",
                words.per(wage.as_published.unit),
                " ",
                _("(a quarter earns less, half earns less, a quarter earns more)"),
                words.note(wage.source),
            ),
        )
        if pay.per != "hour":
            yield (
                _("Converted"),
                line(
                    _("52 weeks of {hours} hours; holiday allowance not included").format(
                        hours=words.short(pay.hours_per_week)
                    )
                ),
            )
    if pay.indicative:
        yield _("Indicative"), line(_band_words(pay.indicative), words.note("editors"))
    if is_told(dollars, page.occupation):
        yield _("US reference"), _us_words(dollars, words)


def _band_words(pay: Pay) -> str:
    return {
        ("p25", "median"): _("the lower middle of the group: first quartile to median"),
        ("p25", "p75"): _("the middle half of the group"),
        ("median", "p75"): _("the upper middle of the group: median to third quartile"),
        ("p75",): _("the top quarter of the group: from the third quartile upwards"),
    }[pay.quartiles]


def _us_words(pay: Pay, words: Words) -> Line:
    if pay.shown.median is None:
        return words.missing_pay(pay)
    half = words.span_of(pay.shown, exact=True, bare=True)
    if "p75" in pay.top_coded:
        half += " " + _("or more")
    return line(
        span(_us_median(pay, words), "value"),
        " ",
        _("{per} at the median; middle half {half}").format(
            per=words.per(pay.shown.unit), half=half
        ),
        f". {words.group(pay.group)}, {words.people(pay.people)}",
        words.note(pay.source),
    )


def _us_median(pay: Pay, words: Words) -> str:
    at_least = "≥ " if "median" in pay.top_coded else ""
    return at_least + words.amount(pay.shown.median, pay.shown.unit, exact=True)
