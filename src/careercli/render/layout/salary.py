"""What a job pays: drawn on one axis, then in words with the group behind it."""

from collections.abc import Iterable, Sequence

from careercli.locale import translate as _
from careercli.pages import ComparePage, EmployeesOnly, LadderPage, Pay, RolePage, Salary
from careercli.render.blocks import Block, Facts, Line, Mark, Scale, Section, line, span
from careercli.render.words import Words, above, nice_axis


def title(per: str) -> str:
    """Return the heading of a section about pay."""
    return {
        "hour": _("Salary, gross an hour"),
        "month": _("Salary, gross a month"),
        "year": _("Salary, gross a year"),
    }[per]


def salary(page: RolePage, words: Words) -> Section:
    """Return what the job pays: drawn on one axis, then in words with the group behind it."""
    marks = tuple(_pay_marks(page, words))
    floor = page.salary.minimum.amount if page.salary.minimum else None
    scale = (pay_scale(marks, words, floor),) if marks else ()
    return Section("salary", title(page.salary.per), scale + measured(page, words).blocks)


def measured(page: RolePage, words: Words) -> Section:
    """Return of whom pay is and how it was measured, where the amounts stand in the overview."""
    facts = tuple(_pay_facts(page, words))
    return Section("salary", title(page.salary.per), (Facts(facts),) if facts else ())


def pay_scale(marks: Sequence[Mark], words: Words, floor: float | None = None) -> Block:
    """Return bars of pay on one axis with round ticks; only words where nothing is published.

    With a ``floor`` the axis begins there: less is no pay of an adult.
    """
    if floor:
        marks = [_above(mark, floor) for mark in marks]
    drawn = [end for mark in marks for end in (mark.low, mark.high) if end is not None]
    # A band without an upper end needs some axis to run on into.
    drawn += [1.2 * mark.low for mark in marks if mark.open_ended and mark.low]
    if not drawn:
        return Facts(tuple((mark.label, mark.words) for mark in marks))
    start, end, ticks = nice_axis(drawn)
    if floor:
        start, ticks = floor, [floor, *(tick for tick in ticks if tick > floor)]
    return Scale("bar", start, end, tuple((t, words.tick(t)) for t in ticks), tuple(marks))


def _above(mark: Mark, floor: float) -> Mark:
    """Return what of a range lies above a floor; what is below it is only told in words."""
    if mark.low is None:
        return mark
    low, middle, high = above(floor, mark.low, mark.mark, mark.high)
    return mark._replace(low=low, mark=middle, high=high)


def _pay_marks(page: RolePage, words: Words) -> Iterable[Mark]:
    pay = page.salary
    for told in (pay.group, pay.published):
        if told:
            yield pay_mark(told.about.label, told, words)


def pay_mark(label: str, pay: Pay, words: Words, star: str = "") -> Mark:
    """Return one row of a pay scale; ``star`` points to what is said of the minimum below it."""
    if pay.shown.low is None:
        return Mark(label, words.missing(pay.about))
    return Mark(
        label,
        line(span(words.span_of(pay.shown) + star, "value"), words.note(pay.about.source)),
        low=pay.shown.low,
        high=pay.shown.high,
        mark=pay.shown.median,
    )


def _pay_facts(page: RolePage, words: Words) -> Iterable[tuple[str, Line]]:
    pay = page.salary
    if pay.kept_back:
        yield pay.kept_back.about.label, words.missing(pay.kept_back.about)
    if pay.group:
        yield from _group_facts(pay.group, words)
        if pay.weeks_source:
            yield _("Converted"), conversion(pay, pay.weeks_source, words)
        caveat = words.source(pay.group.about.source).caveat
        yield _("Beware"), line(span(caveat, "muted"))
    if pay.employees_only:
        yield _("Employees only"), _employees(pay.employees_only, words)
    if pay.minimum:
        yield _("Minimum wage"), words.noted_minimum(pay.minimum)
    if pay.position:
        yield _("The level"), line(pay.position.text, words.note(pay.position.source))
    for abroad in pay.references:
        yield abroad.about.label, _reference(abroad, words)


def _employees(found: EmployeesOnly, words: Words) -> Line:
    """Return how many people in work the pay is not of."""
    number = words.numbers.number
    said = _(
        "{employees} of the {people} people in work in the group ({period}); what the "
        "self-employed earn is not in it"
    ).format(
        employees=number(found.employees),
        people=number(found.in_work),
        period=found.period.rpartition(" - ")[2],
    )
    return line(said, words.note(found.source))


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


def conversion(page: Salary | LadderPage | ComparePage, source: str, words: Words) -> Line:
    """Return how an hour worked becomes the page's period; ``source`` is that of the weeks."""
    said = {
        "year": _("{hours} hours a week, {weeks} weeks of worked hours a year"),
        "month": _("{hours} hours a week, {weeks} weeks of worked hours a year, in 12 months"),
        "hour": _("an hour on the payslip, which counts paid leave: the year in 52 weeks"),
    }[page.per].format(
        hours=words.short(page.hours_per_week), weeks=words.short(page.weeks_per_year)
    )
    return line(said, words.note(source), _("; holiday allowance not included"))


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
        ", " + _("a full-time year whatever --hours says"),
        f". {words.group(pay.about.group)}, {words.people(pay.people)}",
        words.note(pay.about.source),
    )


def median_words(pay: Pay, words: Words) -> str:
    """Return the median, "at least" where only a lower bound of it is published."""
    at_least = "≥ " if "median" in pay.top_coded else ""
    return at_least + words.amount(pay.shown.median, pay.shown.unit, exact=True)
