"""The page of one role."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from careercli.locale import translate as _
from careercli.locale import translate_plural as _n
from careercli.pages import Pay, Related, RolePage, Source, Step, Vacancies
from careercli.render.blocks import (
    Block,
    Bullets,
    Document,
    Facts,
    Headline,
    Line,
    Links,
    Mark,
    Notes,
    Paragraph,
    Scale,
    Section,
    Span,
    Subhead,
    line,
    span,
)
from careercli.render.words import Words, measure_name, nice_axis

Maker = Callable[[RolePage, Words], Section]


def document(page: RolePage, words: Words, sections: Sequence[str] = ()) -> Document:
    """Return the page laid out; only the named sections if any are named."""
    makers = [SECTIONS[name] for name in sections] if sections else SECTIONS.values()
    made = tuple(make(page, words) for make in makers)
    return Document(headline(page, words), made)


def headline(page: RolePage, words: Words) -> Headline:
    """Return title, category, level, outlook, pay, and what the job is in one sentence."""
    arrow = page.outlook.arrow_ascii if words.numbers.ascii_only else page.outlook.arrow
    badges = line(
        span(page.category.label, "badge"),
        span(" · ", "muted"),
        span(page.level.label, "badge"),
        span(" · ", "muted"),
        span(f"{arrow} {page.outlook.label}", f"trend.{page.outlook.trend}"),
        words.note(page.outlook.source),
    )
    title = line(span(page.title, "title"))
    return Headline((title, badges, _pay_at_a_glance(page, words), line(page.summary)))


def _pay_at_a_glance(page: RolePage, words: Words) -> Line:
    published, indicative = page.salary.published, page.salary.indicative
    pay = published or indicative
    if pay is None:
        return line(_("Dutch pay: "), *words.missing_pay(page.salary.group))
    return line(
        span(words.span_of(pay.shown), "value"),
        " ",
        words.per(pay.shown.unit),
        "" if published else ", " + _("indicative for the level"),
        words.note(published.source if published else "editors"),
    )


def salary(page: RolePage, words: Words) -> Section:
    """Return what the job pays: drawn on one axis, then in words with the group behind it."""
    pay = page.salary
    blocks = (
        pay_scale(tuple(_pay_marks(page, words)), words),
        Facts(tuple(_pay_facts(page, words))),
    )
    title = {
        "hour": _("Salary, gross an hour"),
        "month": _("Salary, gross a month"),
        "year": _("Salary, gross a year"),
    }[pay.per]
    return Section("salary", title, blocks)


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
    if value >= 1000:
        return f"{words.numbers.number(value / 1000, 1 if value % 1000 else 0)}k"
    return words.numbers.number(value, 1 if value % 1 else 0)


def _pay_marks(page: RolePage, words: Words) -> Iterable[Mark]:
    pay = page.salary
    if pay.published:
        yield pay_mark(_("This job, published"), pay.published, words)
    group = pay.group
    code = group.group.code if group.group else ""
    yield pay_mark(_("CBS group {code}").format(code=code).strip(), group, words)
    if pay.indicative:
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
        open_ended=pay.shown.high is None,
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
            hours = words.numbers.number(pay.hours_per_week, 1 if pay.hours_per_week % 1 else 0)
            yield (
                _("Converted"),
                line(
                    _("52 weeks of {hours} hours; holiday allowance not included").format(
                        hours=hours
                    )
                ),
            )
    if pay.indicative:
        yield _("Indicative"), line(_band_words(pay.indicative), words.note("editors"))
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
    at_least = "≥ " if "median" in pay.top_coded else ""
    median = at_least + words.amount(pay.shown.median, pay.shown.unit, exact=True)
    half = words.span_of(pay.shown, exact=True, bare=True)
    if "p75" in pay.top_coded:
        half += " " + _("or more")
    return line(
        span(median, "value"),
        " ",
        _("{per} at the median; middle half {half}").format(
            per=words.per(pay.shown.unit), half=half
        ),
        f". {words.group(pay.group)}, {words.people(pay.people)}",
        words.note(pay.source),
    )


def description(page: RolePage, words: Words) -> Section:
    """Return what somebody in the job does."""
    title = in_sentence(page.title)
    question = _("What does an {title} do?") if takes_an(title) else _("What does a {title} do?")
    return Section("description", question.format(title=title), _paragraphs(page.description))


def in_sentence(title: str) -> str:
    """Return a title as it stands in a sentence: machine learning engineer, NLP engineer."""
    words = (word.lower() if word[1:].islower() else word for word in title.split())
    return " ".join(words)


def takes_an(title: str) -> bool:
    """Return whether English says "an" before a title: an AI consultant, an MLOps engineer."""
    first = title.split()[0]
    spelled_out = first[:2].isupper()
    return first[0].lower() in ("aefhilmnorsx" if spelled_out else "aeiou")


def _paragraphs(text: str) -> tuple[Block, ...]:
    return tuple(Paragraph(line(part)) for part in text.split("\n\n"))


def education(page: RolePage, words: Words) -> Section:
    """Return diplomas with their level, the school profile, and what can stand in for them."""
    asked = page.education
    note = words.note(asked.source)
    rows = [
        (
            label,
            line(
                span(diploma.label, "value"),
                f", NLQF/EQF {diploma.nlqf}",
                note,
            ),
        )
        for label, diploma in ((_("At least"), asked.minimum), (_("Usually"), asked.usual))
    ]
    if asked.profiles:
        rows.append((_("School profile"), line(_listed(term.label for term in asked.profiles))))
    if asked.subjects:
        rows.append((_("With"), line(_listed(term.label for term in asked.subjects))))
    if asked.subjects_helpful:
        rows.append((_("Helpful"), line(_listed(t.label for t in asked.subjects_helpful))))
    return Section(
        "education", _("Required education"), (Facts(tuple(rows)), *_paragraphs(asked.text))
    )


def _listed(items: Iterable[str]) -> str:
    return ", ".join(items)


def skills(page: RolePage, words: Words) -> Section:
    """Return the skills, essential ones first, grouped by kind."""
    blocks: list[Block] = []
    for need, asked in groupby(
        sorted(page.skills, key=lambda s: s.need.id != "essential"), key=lambda s: s.need.id
    ):
        title = _("Essential") if need == "essential" else _("Useful")
        kinds: dict[str, list[str]] = {}
        for skill in asked:
            kinds.setdefault(skill.kind.label, []).append(skill.name)
        rows = tuple((kind, line(" · ".join(names))) for kind, names in kinds.items())
        blocks += [Subhead(title), Facts(rows)]
    return Section("skills", _("Required skills"), tuple(blocks))


def career(page: RolePage, words: Words) -> Section:
    """Return how people grow, and where the number of jobs is going."""
    outlook = page.outlook
    arrow = outlook.arrow_ascii if words.numbers.ascii_only else outlook.arrow
    facts = Facts(
        (
            (
                _("Outlook"),
                line(
                    span(f"{arrow} {outlook.label}", f"trend.{outlook.trend}"),
                    words.note(outlook.source),
                ),
            ),
            (_("Netherlands"), words.change(outlook.netherlands)),
            (_("United States"), words.change(outlook.united_states)),
        )
    )
    return Section("career", _("Career perspective"), (*_paragraphs(page.career), facts))


def ai(page: RolePage, words: Words) -> Section:
    """Return the measures of exposure on one strip, what shifts, and the advice."""
    impact = page.ai_impact
    marks = tuple(
        Mark(
            measure_name(exposure.measure),
            words.score(exposure),
            low=exposure.low if exposure.low is not None else exposure.value,
            high=exposure.high if exposure.high is not None else exposure.value,
            mark=exposure.value,
        )
        for exposure in impact.exposures
    )
    ticks = tuple((t, words.numbers.number(t, 1 if t % 1 else 0)) for t in (0.0, 0.5, 1.0))
    caveat = _(
        "Exposure: how much of the work AI could touch, from 0 to 1. It is not the chance of "
        "losing the job. The measures ask different questions, and disagree."
    )
    return Section(
        "ai",
        _("AI impact"),
        (
            Scale("dot", 0.0, 1.0, ticks, marks),
            Paragraph(line(span(caveat, "muted"))),
            *_paragraphs(impact.text),
            Facts(
                (
                    (_("Taken over"), line(_listed(impact.automates))),
                    (_("Helped along"), line(_listed(impact.augments))),
                )
            ),
            Subhead(_("What to do about it")),
            *_paragraphs(impact.advice),
        ),
    )


def ladder(page: RolePage, words: Words) -> Section:
    """Return the rungs next to the role."""
    blocks: list[Block] = []
    for title, steps in (
        (_("The next rung"), page.ladder.up),
        (_("Further on and sideways"), page.ladder.leads_to),
        (_("Typical previous roles"), page.ladder.previous),
    ):
        if steps:
            items = tuple(_step_words(step, words) for step in steps)
            blocks += [Subhead(title), Bullets(items)]
    if page.ladder.note:
        blocks += _paragraphs(page.ladder.note)
    blocks.append(_hint("careers ladder " + page.slug, _("The whole ladder, with pay")))
    return Section("ladder", _("Career ladder"), tuple(blocks))


def _step_words(step: Step, words: Words) -> Line:
    years = f", {words.years(step.years)}" if step.years else ""
    return line(
        span(step.role.title, "role"),
        span(f" ({step.role.level.label}){years}", "muted"),
        words.note("editors") if step.years else "",
    )


def _hint(command: str, what: str) -> Paragraph:
    return Paragraph(line(span(f"{what}: ", "muted"), span(command, "command")))


def vacancies(page: RolePage, words: Words) -> Section:
    """Return links to current vacancies."""
    hint = _hint("careers vacancies " + page.slug, _("Whole addresses, or open one"))
    return Section("vacancies", _("Current vacancies"), (vacancy_links(page.vacancies), hint))


def vacancy_links(found: Iterable[Vacancies]) -> Links:
    """Return vacancy sites as links."""
    return Links(tuple((site.board, site.url, site.url.split("/")[2]) for site in found))


def discover(page: RolePage, words: Words) -> Section:
    """Return roles that ask for many of the same skills, and studies."""
    related = tuple(_related(found) for found in page.related)
    blocks: list[Block] = []
    if related:
        blocks += [Subhead(_("Related roles")), Bullets(related)]
    blocks += [Subhead(_("Studies")), Bullets(tuple(line(study) for study in page.studies))]
    return Section("discover", _("Discover more"), tuple(blocks))


def _related(found: Related) -> Line:
    count = len(found.shared_skills)
    shared = _n("{count} skill in common", "{count} skills in common", count)
    return line(
        span(found.role.title, "role"),
        span(f" ({found.role.level.label}): ", "muted"),
        shared.format(count=count),
    )


def sources(page: RolePage, words: Words) -> Section:
    """Return the numbered notes, and when the page was last read over."""
    reviewed = _("Text last reviewed on {date}.").format(date=page.reviewed_text)
    closing = (span(reviewed, "muted"), *_origin(page))
    return Section("sources", _("Sources"), (source_notes(page.sources), Paragraph(line(*closing))))


def _origin(page: RolePage) -> Iterable[str | Span]:
    if page.origin != "shipped":
        yield " " + _("This is your own file: {path}.").format(path=page.file)
        if page.replaces_shipped:
            yield " " + _("It replaces the role of that name that comes with careers.")


def source_notes(found: Iterable[Source]) -> Notes:
    """Return the bibliography as numbered notes."""
    return Notes(tuple((source.number, source_line(source)) for source in found))


def source_line(source: Source) -> Line:
    """Return authors, title, year, region, what it measures, the caveat, licence and link."""
    region = {"NL": _("Netherlands"), "US": _("United States"), "world": _("worldwide")}
    return line(
        f"{source.authors} ({source.year}). {source.title}. ",
        span(f"{region[source.region]}; {source.measures}. {source.caveat} ", "muted"),
        span(_("Licence: {licence}.").format(licence=source.licence) + " ", "muted"),
        span(source.link, "link", source.link),
    )


SECTIONS: dict[str, Maker] = {
    "salary": salary,
    "description": description,
    "education": education,
    "skills": skills,
    "career": career,
    "ai": ai,
    "ladder": ladder,
    "vacancies": vacancies,
    "discover": discover,
    "sources": sources,
}
